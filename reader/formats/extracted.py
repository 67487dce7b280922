"""What reading a format gives."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.cut import Cut
from reader.text.structure import Structure, StructureWriter


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text, one paragraph a line, what its lines are, and how its bytes were read."""

    text: str
    structure: Structure
    encoding: str = ""
    how: str = ""
    lost: int = 0
    cuts: tuple[Cut, ...] = ()


def extracted(
    writer: StructureWriter, encoding: str = "", how: str = "", lost: int = 0
) -> Extracted:
    """Return what was written as a result."""
    text, structure = writer.result()
    return Extracted(text, structure, encoding, how, lost)
