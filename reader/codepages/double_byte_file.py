"""The tables of GBK and Big5, `resources/data/double_byte.bin`, mapped into memory.

To make them takes 0.1 s each. A pair of bytes is a cell, lead << 8 | trail, from 8100 to FEFF.
Little-endian layout behind the header, for each code page:

- u16: the character of each cell, 0 for none;
- u8: the marks of each cell: UNDEFINED, VANISHING, and PLAIN in simplified text or in any;

then for each code page, for simplified text and for any:

- u16: the id of each cell's character in the language model, that of its simplified form;
- u16: the ids of which ordinary text consists, sorted, one for each of its cells;
- u16: these cells;
- u16: the ids of those characters of which both bytes can have vanished, the most frequent first.

resources/build/double_byte.py writes it.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

from reader.language.ngram import CharacterModel, character_model
from reader.text.resources import resource_path

CodePage = Literal["gbk", "cp950"]

MAGIC = b"JDDB0001"
HEADER = struct.Struct("<8sI8I")
"""What it is, `checksum_of` the model, and of each table how many plain cells and ids between."""
PAGES: tuple[CodePage, ...] = ("gbk", "cp950")
TABLES = tuple((name, simplified) for name in PAGES for simplified in (True, False))
"""Code page, and whether the text is simplified, in the order of the file."""
FIRST_CELL, CELLS = 0x8100, 0x7E00
UNDEFINED, VANISHING = 1, 2
PLAIN = {True: 4, False: 8}
_BELOW_FIRST = bytes(FIRST_CELL)


class PairTables(NamedTuple):
    """The parts of the file that are about one code page; see the head of this module.

    `characters` and `marks` begin with the cell 0, `numbers` with FIRST_CELL.
    """

    characters: str
    marks: bytes
    numbers: memoryview[int]
    plain_numbers: memoryview[int]
    plain_cells: memoryview[int]
    between: memoryview[int]


def read_pair_tables(name: CodePage, *, simplified: bool) -> PairTables:
    """Return the tables that ship with Jingdu, mapped once per process.

    Raises FileNotFoundError if the file is missing, ValueError as `map_pair_tables` does.
    """
    return _read_all()[name, simplified]


@cache
def _read_all() -> Mapping[tuple[CodePage, bool], PairTables]:
    return map_pair_tables(resource_path("data", "double_byte.bin"), character_model())


def map_pair_tables(
    path: Path, model: CharacterModel
) -> Mapping[tuple[CodePage, bool], PairTables]:
    """Map a file. Raises ValueError if it is damaged or made for another language model."""
    wrong = ValueError(f"{path} holds no tables for this version; reinstall jingdu")
    with path.open("rb") as file:
        head = file.read(HEADER.size)
        if len(head) < HEADER.size:
            raise wrong
        magic, checksum, *lengths = HEADER.unpack(head)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    plain, between = lengths[::2], lengths[1::2]
    lists = len(TABLES) * CELLS + 2 * sum(plain) + sum(between)
    whole = HEADER.size + len(PAGES) * 3 * CELLS + 2 * lists
    if magic != MAGIC or checksum != checksum_of(model) or len(mapped) != whole:
        raise wrong
    view = memoryview(mapped)
    at = HEADER.size

    def take(size: int) -> memoryview[int]:
        nonlocal at
        part = view[at : at + size]
        at += size
        return part

    pages = {}
    for name in PAGES:
        characters = bytes(take(2 * CELLS)).decode("utf-16-le")
        pages[name] = _BELOW_FIRST.decode() + characters, _BELOW_FIRST + take(CELLS)
    tables = {}
    for (name, simplified), cells, ids in zip(TABLES, plain, between, strict=True):
        parts = [take(2 * size).cast("H") for size in (CELLS, cells, cells, ids)]
        tables[name, simplified] = PairTables(*pages[name], *parts)
    return tables


def checksum_of(model: CharacterModel) -> int:
    """Return what tells the characters that the ids of a model stand for from those of another."""
    return crc32(model.characters.encode("utf-32-le"))
