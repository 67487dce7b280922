"""Write resources/data/double_byte.bin: GBK and Big5 as tables of byte pairs.

    python resources/build/double_byte.py

The layout stands in reader/codepages/double_byte_file.py. All of it follows from Python's codecs,
the tables of forms and the language model; run this after any of these has changed.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.codepages.double_byte_file import (
    CELLS,
    FIRST_CELL,
    HEADER,
    MAGIC,
    PAGES,
    PLAIN,
    TABLES,
    UNDEFINED,
    VANISHING,
    CodePage,
    checksum_of,
)
from reader.language.forms import form_table, level_of
from reader.language.hanzi import is_hanzi
from reader.language.ngram import character_model
from reader.language.ngram_file import BOUNDARY

TARGET = Path(__file__).resolve().parents[1] / "data" / "double_byte.bin"
INDENT = "\u3000"  # begins a paragraph; where no line ends are left, it alone parts them
MARKS = frozenset(
    INDENT + "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％○〇▲△■□●★☆◆◇※→←↑↓①②③④⑤⑥"
)
LEADS = range(0x81, 0xFF)
TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
Pairs = Mapping[int, str]


def make_bytes() -> bytes:
    """Return the bytes of the file."""
    pages = {name: read_page(name) for name in PAGES}
    plain = {(name, simple): find_plain(pages[name][0], simple) for name, simple in TABLES}
    lengths: list[int] = []
    tables = b""
    for name, simplified in TABLES:
        pairs, marks = pages[name]
        for cell in plain[name, simplified]:
            marks[cell] |= PLAIN[simplified]
        numbers = number_pairs(pairs, simplified)
        cells = sorted(plain[name, simplified], key=lambda cell: (numbers[cell], cell))
        between = list_between(cells, marks, numbers, name)
        lengths += len(cells), len(between)
        plain_numbers = [numbers[cell] for cell in cells]
        for values in (spread(numbers), plain_numbers, cells, between):
            tables += pack("H", values)
    head = HEADER.pack(MAGIC, checksum_of(character_model()), *lengths)
    for pairs, marks in pages.values():
        head += pack("H", spread({cell: ord(char) for cell, char in pairs.items()}))
        head += pack("B", spread(marks))
    return head + tables


def read_page(name: CodePage) -> tuple[Pairs, dict[int, int]]:
    """Return the characters and the marks of the cells of a code page."""
    pairs: dict[int, str] = {}
    marks: dict[int, int] = defaultdict(int)
    for lead in LEADS:
        for trail in TRAILS:
            cell = lead << 8 | trail
            char = bytes((lead, trail)).decode(name, "replace")
            if len(char) != 1 or char == "\ufffd":
                marks[cell] = VANISHING if is_user_defined(name, lead, trail) else UNDEFINED
            elif "\ue000" <= char <= "\uf8ff":
                marks[cell] = VANISHING
            else:
                pairs[cell] = char
    return pairs, marks


def is_user_defined(name: CodePage, lead: int, trail: int) -> bool:
    """Tell whether a pair is in the areas of GBK that leave no trace."""
    if name != "gbk":
        return False
    if trail >= 0xA1:
        return 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE
    return 0xA1 <= lead <= 0xA7


def number_pairs(pairs: Pairs, simplified: bool) -> dict[int, int]:
    """Return the ids of the characters.

    In simplified text only those whose second byte is ASCII may be traditional.
    """
    table, model = form_table().traditional, character_model()
    plain = [
        char if simplified and cell & 0xFF >= 0x80 else char.translate(table)
        for cell, char in pairs.items()
    ]
    numbers = dict(zip(pairs, model.ids("".join(plain)), strict=True))
    return {cell: BOUNDARY if pairs[cell] == INDENT else number for cell, number in numbers.items()}


def find_plain(pairs: Pairs, simplified: bool) -> set[int]:
    """Return the cells of which ordinary text consists: common hanzi and marks.

    In simplified text no second byte is below 0x80: a run that ends at one contains a traditional
    character (上海、廣州: 上?！V州).
    """
    table = form_table().traditional
    return {
        cell
        for cell, char in pairs.items()
        if (simplified and is_plain(char, char))
        or ((not simplified or cell & 0xFF < 0x80) and is_plain(char, char.translate(table)))
    }


def is_plain(char: str, simple: str) -> bool:
    """Tell whether a character is a mark, or a hanzi whose simplified form is common."""
    return level_of(simple) in (1, 2) if is_hanzi(char) else char in MARKS


def list_between(
    cells: Iterable[int], marks: Mapping[int, int], numbers: Mapping[int, int], name: CodePage
) -> list[int]:
    """Return the ids of the characters of which both bytes can have vanished.

    The second is then the first one of a pair that vanished: in Big5 none does, but between an
    indent and the next character a '?' may stand for one.
    """
    model = character_model()
    undefined = {cell >> 8 for cell, mark in marks.items() if mark & UNDEFINED}
    vanishing = {cell >> 8 for cell, mark in marks.items() if mark & (UNDEFINED | VANISHING)}
    vanishing = vanishing if name == "gbk" else set()
    found = {
        numbers[cell]
        for cell in cells
        if cell & 0xFF in (undefined if numbers[cell] == BOUNDARY else vanishing)
    }
    ordered = dict.fromkeys(numbers[cell] for cell in sorted(cells))
    between = [number for number in ordered if number in found]
    return sorted(between, key=lambda number: model.rarity(model.character(number)))


def spread(values: Mapping[int, int]) -> list[int]:
    """Return the values of all cells, 0 for those that have none."""
    return [values.get(cell, 0) for cell in range(FIRST_CELL, FIRST_CELL + CELLS)]


def pack(code: str, values: list[int]) -> bytes:
    """Return numbers as little-endian bytes."""
    return struct.pack(f"<{len(values)}{code}", *values)


if __name__ == "__main__":
    TARGET.write_bytes(make_bytes())
