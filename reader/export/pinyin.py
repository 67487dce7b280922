"""A text with its readings: ruby HTML, brackets, interlinear lines, or JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from reader.export.json import dump_json
from reader.export.page import TEXT_FONTS, page_text, theme_style, write_page
from reader.pinyin.reading import Reading
from reader.text.doubts import Doubts

_WIDTH = 78  # columns of an interlinear line
_UNSURE = 0.9
_STYLE = f"""body {{ margin: 2em auto; max-width: 44em; padding: 0 1.2em; background: var(--page);
  color: var(--ink); font: 20px/2.2 {TEXT_FONTS}; white-space: pre-wrap; }}
rt {{ font-size: 0.55em; padding: 0 0.15em; color: var(--muted); }}
.unsure rt {{ font-style: italic; text-decoration: underline dotted; color: var(--faint); }}
.doubt {{ color: var(--muted); }}
"""


def _pieces(text: str, readings: Sequence[Reading]) -> Iterator[tuple[str, Reading | None]]:
    """Yield the text in pieces, each with its reading or none."""
    at = 0
    for one in readings:
        if one.start > at:
            yield text[at : one.start], None
        yield text[one.start : one.end], one
        at = one.end
    if at < len(text):
        yield text[at:], None


def to_brackets(text: str, readings: Sequence[Reading]) -> str:
    """Return the text with each reading behind its hanzi or word, 重(zhòng), and a line end."""
    written = "".join(
        f"{piece}({one.pinyin})" if one else piece for piece, one in _pieces(text, readings)
    )
    return written if written.endswith("\n") else f"{written}\n"


def to_readings_json(text: str, readings: Sequence[Reading]) -> str:
    """Return the text and each reading with its source and confidence, as one JSON object."""
    listed = [
        {
            "start": one.start,
            "end": one.end,
            "text": text[one.start : one.end],
            "pinyin": one.pinyin,
            "source": one.source.value,
            "confidence": round(one.confidence, 4),
            "others": [
                {"pinyin": other.reading, "probability": round(other.probability, 4)}
                for other in one.others
            ],
        }
        for one in readings
    ]
    return dump_json({"text": text, "readings": listed}, indent=1) + "\n"


def to_ruby(text: str, readings: Sequence[Reading], title: str, doubts: Doubts) -> str:
    """Return a page with the readings above the text.

    Unsure ones are grey, slanted and dotted; so are those of what is in doubt, and it is grey.
    """
    pieces = []
    for piece, one in _pieces(text, readings):
        if one is None:
            pieces.append(page_text(piece))
            continue
        in_doubt = doubts.touch(one.start, one.end)
        sure = one.confidence >= _UNSURE
        pieces.append(write_ruby([(piece, one.pinyin)], is_sure=sure, in_doubt=in_doubt))
    return write_page(title, f"\n{theme_style()}{_STYLE}", "".join(pieces))


def write_ruby(
    syllables: Iterable[tuple[str, str]], *, is_sure: bool = True, in_doubt: bool = False
) -> str:
    """Return a word as markup: texts, each with the pinyin above it, "" where it has none.

    What is in doubt, for it rests on an unsure repair, has no sure reading.
    """
    mark = "" if is_sure else ' class="unsure"'
    if in_doubt:
        mark = ' class="unsure doubt"'
    inside = "".join(
        f"{page_text(text)}<rp>(</rp><rt>{page_text(pinyin)}</rt><rp>)</rp>"
        for text, pinyin in syllables
    )
    return f"<ruby{mark}>{inside}</ruby>"


def to_interlinear(text: str, readings: Sequence[Reading]) -> str:
    """Return pairs of lines for a terminal: the readings, and the text below them."""
    return "".join(_interlinear(text, readings)) or "\n"


def _interlinear(text: str, readings: Sequence[Reading]) -> Iterator[str]:
    """Yield pairs of lines, readings above the text, each at most 78 columns wide."""
    above: list[str] = []
    below: list[str] = []
    width = 0

    def lines() -> str:
        pair = ("".join(above).rstrip(), "".join(below).rstrip())
        above.clear()
        below.clear()
        return "\n".join(line for line in pair if line) + "\n"

    for piece, one in _pieces(text, readings):
        for part, shown in [(piece, one.pinyin)] if one else [(char, "") for char in piece]:
            if part in "\r\n\u2028\u2029\x85":
                if part != "\r":
                    yield lines()
                    width = 0
                continue
            # A space keeps one syllable off the next; what has no reading needs none.
            cell = max(_columns(shown) + 1 if shown else 0, _columns(part))
            if width + cell > _WIDTH and below:
                yield lines()
                width = 0
            above.append(shown + " " * (cell - _columns(shown)))
            below.append(part + " " * (cell - _columns(part)))
            width += cell
    if below:
        yield lines()


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    plain = re.sub("[\u0300-\u036f]", "", text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in plain)
