"""What pages do against copying and what encodings lack: 自?己, 市.委, ?宪法?, zui近."""

from __future__ import annotations

from random import Random

from reader.language.characters import plain_readings_of
from tests.damage.damaged import Cell, Damaged, Source, cells_of, damaged, is_hanzi


def split_words(source: Source, random: Random, *, sign: str = "?", share: float = 0.08) -> Damaged:
    """Put a sign between hanzi, here and there, inside words and between them."""
    cells = cells_of(source)
    split = []
    for index, cell in enumerate(cells):
        split.append(cell)
        following = cells[index + 1].truth if index + 1 < len(cells) else ""
        if is_hanzi(cell.truth) and is_hanzi(following) and random.random() < share:
            split.append(Cell("", sign, ("sign",)))
    return damaged(split)


def lose_signs(source: Source, *, lost: str = "〔〕《》\u3000\xa0", written: str = "?") -> Damaged:
    """Write what an encoding lacks as a question mark."""
    return damaged(
        cell.became(written, "unencodable") if cell.text in lost else cell
        for cell in cells_of(source)
    )


def write_pinyin(source: Source, random: Random, *, share: float = 0.05) -> Damaged:
    """Write a character in pinyin, here and there."""
    cells = []
    for cell in cells_of(source):
        readings = sorted(plain_readings_of(cell.truth)) if is_hanzi(cell.truth) else []
        if readings and random.random() < share:
            cell = cell.became(readings[0], "pinyin")
        cells.append(cell)
    return damaged(cells)
