"""A page as it comes out of an archive, before it is cleaned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from reader.text.document import Origin

ReadText = Callable[[], tuple[str, Origin]]
"""Reads the text of one page. Raises ReaderError."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it is called, where it stood, and what reads its text.

    `name`, `source` and `position` are those of `PageRow`. `path` is where a folder of results puts
    it; `twin` counts the pages before it that would be put there, too. `given` are the other cells
    of its row in a table.
    """

    name: str
    source: str
    position: int
    read: ReadText
    address: str = ""
    date: str = ""
    path: str = ""
    twin: int = 0
    given: Mapping[str, Any] | None = None

    @property
    def host(self) -> str:
        """The host of its address, empty if that is not known."""
        return host_of(self.address)


def host_of(address: str) -> str:
    """Return the host that an address names, in small letters; empty where it names none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # https://[half
        return ""


def show_name(name: str) -> str:
    """Return a name as text: what of it is no UTF-8 is told by its bytes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
