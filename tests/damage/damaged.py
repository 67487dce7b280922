"""A damaged text that still knows, piece by piece, what it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """A smallest piece: `text` stands where `truth` should stand, because of `kinds`."""

    truth: str
    text: str
    kinds: tuple[str, ...] = ()

    def became(self, text: str, kind: str) -> Cell:
        return self if text == self.text else Cell(self.truth, text, (*self.kinds, kind))


class Place(NamedTuple):
    """text[start:end] is damage; truth[truth_start:truth_end] should stand there."""

    start: int
    end: int
    truth_start: int
    truth_end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Damaged:
    """What a damage function takes (or plain text) and returns."""

    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        return "".join(cell.text for cell in self.cells)

    @property
    def truth(self) -> str:
        return "".join(cell.truth for cell in self.cells)

    @property
    def places(self) -> tuple[Place, ...]:
        found = []
        at = truth_at = 0
        for cell in self.cells:
            end, truth_end = at + len(cell.text), truth_at + len(cell.truth)
            if cell.kinds:
                found.append(Place(at, end, truth_at, truth_end, cell.kinds))
            at, truth_at = end, truth_end
        return tuple(found)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for cell in self.cells for kind in cell.kinds)


Source = str | Damaged


def cells_of(source: Source) -> tuple[Cell, ...]:
    """Return one cell a character of a clean text, or the cells of an already damaged one."""
    if isinstance(source, Damaged):
        return source.cells
    return tuple(Cell(char, char) for char in source)


def damaged(cells: Iterable[Cell]) -> Damaged:
    return Damaged(tuple(cells))


def is_hanzi(char: str) -> bool:
    return len(char) == 1 and ("\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf")
