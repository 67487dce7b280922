"""Finds many literal texts in a text at once, each perhaps only inside a context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")


class Literal(NamedTuple, Generic[Meaning]):
    """A text to be found, only inside `context` unless that is empty, and what it means."""

    text: str
    context: str
    meaning: Meaning


class Literals(Generic[Meaning]):
    """A set of texts to be found, by their first character."""

    def __init__(self, wanted: Iterable[Literal[Meaning]]) -> None:
        by_first: dict[str, list[Literal[Meaning]]] = {}
        for one in wanted:
            by_first.setdefault(one.text[0], []).append(one)
        self._by_first = by_first
        # One class of first characters: a page is searched in microseconds where none occurs.
        found = "".join(map(re.escape, by_first))
        self._first = re.compile(f"[{found}]") if found else None

    def __bool__(self) -> bool:
        """Tell if there is anything to be found."""
        return self._first is not None

    def find(self, text: str) -> Iterator[tuple[int, Literal[Meaning]]]:
        """Yield the offset (code points) and the literal of each occurrence, overlapping ones too.

        Those that begin at one offset come in the order in which they were given.
        """
        if self._first is None:
            return
        for first in self._first.finditer(text):
            at = first.start()
            for one in self._by_first[first[0]]:
                if text.startswith(one.text, at) and _is_inside(one, text, at):
                    yield at, one

    def occur_in(self, text: str) -> bool:
        """Tell if any of them occurs in a text."""
        return next(self.find(text), None) is not None


def _is_inside(one: Literal[Meaning], text: str, at: int) -> bool:
    """Tell if a literal at an offset stands inside its context."""
    if not one.context:
        return True
    inside = one.context.find(one.text)
    while inside >= 0:
        if inside <= at and text.startswith(one.context, at - inside):
            return True
        inside = one.context.find(one.text, inside + 1)
    return False
