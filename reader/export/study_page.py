"""A page for a learner: pinyin above each word, meanings under it, and a list of the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from reader.export.html import ELEMENTS, blocks_of
from reader.export.marks import FRAMES, write_block
from reader.export.material import Material
from reader.export.page import TEXT_FONTS, page_text, theme_style, write_page
from reader.export.pinyin import write_ruby
from reader.export.study_word import ListedWord, StudyWord
from reader.export.study_words import StudyText
from reader.text.marked import marked
from reader.text.sentences import Translate
from reader.text.structure import Block, BlockKind, cell_spans

RUBY = """rt { font-size: 0.5em; padding: 0 0.15em; -webkit-user-select: none; user-select: none; }
.unsure > rt { font-style: italic; text-decoration: underline dotted; }
.doubt { color: #665f55; }
.meant { ruby-position: under; -webkit-ruby-position: after; }
.meant > ruby { ruby-position: over; -webkit-ruby-position: before; }
.meant > rt { font-size: 0.45em; }
.words td, .words th { text-align: left; }
"""
"""How pinyin, meanings and the list of words look, in a page and in an e-book."""

_PAGE = f"""body {{ margin: 2em auto; max-width: 44em; padding: 0 1.2em; background: var(--page);
  color: var(--ink); font: 20px/2.4 {TEXT_FONTS}; overflow-wrap: anywhere; }}
main {{ white-space: pre-wrap; }}
rt {{ color: var(--muted); }}
main .unsure > rt {{ color: var(--faint); }}
main .doubt {{ color: var(--muted); }}
.words {{ margin-top: 3em; line-height: 1.6; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 12pt; }} }}
"""

_NOT_NAMED: Mapping[int, str] = MappingProxyType({})
TITLE = marked("Exports", "Word list")
HEAD = (
    marked("Exports", "Word"), marked("Exports", "Pinyin"), marked("Exports", "Meaning"),
    marked("Exports", "HSK level"), marked("Exports", "Count"),
)  # fmt: skip


def to_study_page(material: Material, *, glosses: bool = False) -> str:
    """Return a page of the clean text with pinyin by word, and a list of its words at the end.

    With `glosses` a short meaning stands under each word.
    """
    text = StudyText(material)
    blocks = blocks_of(material.document)
    content = "".join(write_blocks(material, text, blocks, glosses=glosses))
    listed = write_list(text.list_words(), material.translate)
    return write_page(
        material.page_title,
        f"\n{theme_style()}{_PAGE}{ELEMENTS}{RUBY}",
        f"<main>{content}</main>{f'<section>{listed}</section>' if listed else ''}",
    )


def write_blocks(
    material: Material,
    text: StudyText,
    blocks: Sequence[Block],
    *,
    glosses: bool = False,
    named: Mapping[int, str] = _NOT_NAMED,
) -> Iterator[str]:
    """Yield the elements of lines, each as the heading, item or row it is.

    `named` maps where a line begins (code points) to the id that its element is to have.
    """
    spans, shapes = spans_of(material.document.text, blocks)
    words = text.words(spans, glosses=glosses)
    for frame, run in groupby(shapes, key=lambda shape: FRAMES.get(shape[0].kind, "")):
        yield f"<{frame}>" if frame else ""
        for block, count in run:
            cells = [write_words(next(words)) for _ in range(count)]
            yield write_block(block, cells, named.get(block.start, ""))
        yield f"</{frame}>" if frame else ""


def spans_of(
    text: str, blocks: Sequence[Block]
) -> tuple[list[tuple[int, int]], list[tuple[Block, int]]]:
    """Return the spans of all cells, and each block with the number of its own: one if no row."""
    spans: list[tuple[int, int]] = []
    shapes: list[tuple[Block, int]] = []
    for block in blocks:
        is_row = block.kind is BlockKind.ROW
        cells = cell_spans(text, block.start, block.end) if is_row else [block[:2]]
        spans += cells
        shapes.append((block, len(cells)))
    return spans, shapes


def write_words(words: Iterable[StudyWord]) -> str:
    """Return words as markup, pinyin above and meanings under them."""
    return "".join(map(_write_word, words))


def _write_word(word: StudyWord) -> str:
    if not word.has_pinyin and not word.gloss:
        return page_text(word.text)
    sure = all(one.is_sure for one in word.syllables)
    doubt = any(one.in_doubt for one in word.syllables)
    pairs = ((one.text, one.pinyin) for one in word.syllables)
    above = write_ruby(pairs, is_sure=sure, in_doubt=doubt)
    if not word.gloss:
        return above
    # A ruby around another: the text still reads as the text, and a line may end behind it.
    return (
        f'<ruby class="meant">{above}<rp>(</rp><rt lang="en">{page_text(word.gloss)}</rt>'
        "<rp>)</rp></ruby>"
    )


def write_list(words: Sequence[ListedWord], translate: Translate) -> str:
    """Return a heading and a table of words, nothing if there are none."""
    if not words:
        return ""
    head = "".join(f"<th>{page_text(translate('Exports', name))}</th>" for name in HEAD)
    rows = "".join(
        f'<tr><td lang="zh-Hans">{page_text(one.word)}</td>'
        f'<td lang="zh-Latn">{page_text(one.pinyin)}</td>'
        f'<td lang="en">{page_text(one.meaning)}</td>'
        f"<td>{escape(one.level)}</td><td>{one.times}</td></tr>"
        for one in words
    )
    title = page_text(translate("Exports", TITLE))
    return (
        f'<div class="words"><h2>{title}</h2><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
