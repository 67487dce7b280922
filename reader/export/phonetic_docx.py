"""The clean text as a Word document with phonetic guides: real ones, to edit in Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.docx import clean_lines, pack_clean
from reader.export.material import Material
from reader.export.study_page import HEAD, TITLE
from reader.export.study_word import ListedWord, StudyWord
from reader.export.study_words import StudyText
from reader.export.word import BODY_SIZE, HEADING_SIZES, Line, ruby_run, run, write_body
from reader.text.sentences import Translate
from reader.text.structure import Block, BlockKind

_HEADING = Block(0, 0, BlockKind.HEADING, 1)
_HEAD_ROW = Block(0, 0, BlockKind.ROW, 1)
_ROW = Block(0, 0, BlockKind.ROW)


def to_phonetic_docx(material: Material, *, listed: bool = False) -> bytes:
    """Return the clean text as a Word document with pinyin above it, and its words in a table.

    Headings, lists and tables are those of the document. The words are `listed` at the end.
    """
    study = StudyText(material)
    behind = _write_list(study, material.translate) if listed else ()
    return pack_clean(material, _write_lines(material, study), behind)


def _write_lines(material: Material, study: StudyText) -> Iterator[Line]:
    text = material.document.text
    spans = (span for line in clean_lines(material.document) for span in line.cells(text))
    words = study.words(list(spans))
    for line in clean_lines(material.document):
        size = _size_of(line.block)
        yield line.write([list(_runs(next(words), size)) for _ in line.cells(text)])


def _runs(words: Iterable[StudyWord], size: int) -> Iterator[str]:
    for word in words:
        for one in word.syllables:
            yield ruby_run(
                one.text,
                one.pinyin,
                half_points=size,
                is_sure=one.is_sure,
                in_doubt=one.in_doubt,
            )


def _size_of(block: Block | None) -> int:
    """Return the size of the text of a block; half points."""
    if block is None or block.kind is not BlockKind.HEADING:
        return BODY_SIZE
    return HEADING_SIZES[min(max(block.level, 1), len(HEADING_SIZES)) - 1]


def _write_list(study: StudyText, translate: Translate) -> Iterator[str]:
    """Yield the XML of the list of words, nothing where there are none."""
    words = study.list_words()
    if not words:
        return
    yield from write_body([Line(_HEADING, [[run(translate("Exports", TITLE))]])])
    head = Line(_HEAD_ROW, [[run(translate("Exports", name))] for name in HEAD])
    yield from write_body([head, *map(_row, words), Line(ends=False)])


def _row(one: ListedWord) -> Line:
    cells = (one.word, one.pinyin, one.meaning, one.level, str(one.times))
    return Line(_ROW, [[run(cell)] for cell in cells])
