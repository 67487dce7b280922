"""What the reader of a format takes and what it gives back; the same for every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from reader.text.cut import Cut
from reader.text.errors import Place
from reader.text.left_out import LeftOut, list_left_out
from reader.text.structure import Structure, StructureWriter

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Source(NamedTuple):
    """The bytes of a file and how they are to be read.

    `where` is what an error names. `encoding` and `whole_page` are what the user asked for; a
    format whose line in the table does not have them passes them over. `check` is to be called now
    and then where reading takes long; what it raises (to cancel) goes through.
    """

    data: bytes
    where: Place
    encoding: str | None = None
    whole_page: bool = False
    check: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A text, one paragraph a line, what its lines are, and how its bytes were decoded."""

    text: str
    structure: Structure = ()
    encoding: str = ""
    how: str = ""
    lost: int = 0
    cuts: tuple[Cut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @classmethod
    def of(
        cls,
        writer: StructureWriter,
        encoding: str = "",
        how: str = "",
        lost: int = 0,
        left_out: Mapping[str, int] = _NOTHING,
    ) -> Content:
        """Return the lines that were written, as content; `left_out` counts what is not in it."""
        text, structure = writer.result()
        return cls(text, structure, encoding, how, lost, left_out=list_left_out(left_out))
