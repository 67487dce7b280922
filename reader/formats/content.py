"""What the reader of a format takes and what it gives back; the same for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.text.cut import Cut
from reader.text.errors import Place
from reader.text.structure import Structure, StructureWriter


class Source(NamedTuple):
    """The bytes of a file and how they are to be read.

    `where` is what an error names. `encoding` and `whole_page` are what the user asked for; a
    format whose line in the table does not have them passes them over.
    """

    data: bytes
    where: Place
    encoding: str | None = None
    whole_page: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A text, one paragraph a line, what its lines are, and how its bytes were decoded."""

    text: str
    structure: Structure = ()
    encoding: str = ""
    how: str = ""
    lost: int = 0
    cuts: tuple[Cut, ...] = ()

    @classmethod
    def of(
        cls, writer: StructureWriter, encoding: str = "", how: str = "", lost: int = 0
    ) -> Content:
        """Return the lines that were written, as content."""
        text, structure = writer.result()
        return cls(text, structure, encoding, how, lost)
