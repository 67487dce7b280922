"""Finds many literal texts in a text at once, each perhaps only inside a context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")
_BRACKET = re.compile("[()（）]")


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
        # First characters only: a pattern of all texts tries one after the other at each place.
        found = "".join(map(re.escape, by_first))
        self._any = re.compile(f"[{found}]") if found else None

    @cached_property
    def with_brackets(self) -> Literals[Meaning]:
        """Those of the texts that have a parenthesis."""
        every = (one for listed in self._by_first.values() for one in listed)
        return Literals(one for one in every if _BRACKET.search(one.text))

    def __bool__(self) -> bool:
        """Tell if there is anything to be found."""
        return self._any is not None

    def find(self, text: str) -> Iterator[tuple[int, Literal[Meaning]]]:
        """Yield the offset (code points) and the literal of each occurrence, overlapping ones too.

        Those that begin at one offset come in the order in which they were given.
        """
        for found in self._any.finditer(text) if self._any is not None else ():
            at = found.start()
            for one in self._by_first[found[0]]:
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
