"""Patterns that are compiled when they are first searched with, or when that pays.

A class of hanzi takes the compiler of `re` most of a millisecond, and there are a hundred patterns
with one or more of them: most of a start, though one short text asks few of them. A class of
thousands of characters, listed one by one, takes ten or more; a short text is looked through
without it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from typing import Any, AnyStr, Generic, Protocol, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
# To look through so many code points takes as long as to compile a large class.
_WORTH = 50_000
_AS_LONG = 5_000  # code points that could be looked through while a small class is compiled
_ANY = re.compile(".", re.DOTALL)


class Searcher(Protocol):
    """What searches as a pattern does."""

    def search(
        self, string: str, pos: int = 0, endpos: int = sys.maxsize, /
    ) -> re.Match[str] | None:
        """Return the first match in string[pos:endpos]."""
        ...


class _LazyPattern(Generic[AnyStr]):
    """What `lazy_pattern` returns: once compiled, its methods are those of the pattern itself."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 as re.Pattern has it
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        _take_over(self, compiled, _METHODS)
        return getattr(compiled, name)


def _take_over(one: object, compiled: re.Pattern[AnyStr], methods: Sequence[str]) -> None:
    for method in methods:
        setattr(one, method, getattr(compiled, method))


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as `re.compile(pattern, flags)`, compiled when it is first needed.

    A mistake in the pattern shows only then, so that each needs a test that searches with it.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


class _Deferred:
    """A pattern of large classes, compiled when much text was looked through without it."""

    _methods: tuple[str, ...]

    def __init__(self, pattern: Callable[[], str]) -> None:
        self._pattern = pattern
        self._seen = 0

    def _pays(self, size: int) -> bool:
        """Tell whether the pattern pays now that `size` more code points are to be looked through.

        If so, its methods have taken over from those of this object.
        """
        self._seen += size
        if self._seen < _WORTH:
            return False
        _take_over(self, re.compile(self._pattern()), self._methods)
        return True


class MemberPattern(_Deferred):
    """One character of a large set, or from `low` to `high`; `pattern` makes their class."""

    _methods = ("search", "finditer", "findall")

    def __init__(self, members: Set[str], low: str, high: str, pattern: Callable[[], str]) -> None:
        super().__init__(pattern)
        self._members, self._low, self._high = members, low, high

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first member in a text."""
        return self.search(text) if self._pays(len(text)) else next(self._scan(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all members in a text."""
        return self.finditer(text) if self._pays(len(text)) else self._scan(text)

    def findall(self, text: str) -> list[str]:
        """Return all members in a text, as strings."""
        return self.findall(text) if self._pays(len(text)) else [one[0] for one in self._scan(text)]

    def _scan(self, text: str) -> Iterator[re.Match[str]]:
        members, low, high = self._members, self._low, self._high
        for at, char in enumerate(text):
            if (char in members or low <= char <= high) and (found := _ANY.match(text, at)):
                yield found


class _QuickPattern(_Deferred):
    """A pattern that need not be compiled for most texts."""

    _methods = ("search", "finditer")

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize, /) -> re.Match[str] | None:
        """Return the first match in text[pos:endpos]."""
        part = text[pos:endpos]
        if self._pays(len(part)):
            return self.search(text, pos, endpos)
        found = self._compile_for(part)
        return None if found is None else found.search(text, pos, endpos)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in a text."""
        if self._pays(len(text)):
            return self.finditer(text)
        found = self._compile_for(text)
        return iter(()) if found is None else found.finditer(text)

    def _compile_for(self, text: str) -> re.Pattern[str] | None:
        """Return what finds the same in this text, None where nothing is to be found."""
        raise NotImplementedError


class GuardedPattern(_QuickPattern):
    """A pattern that is compiled for a text in which it may match: that is quick to tell."""

    def __init__(self, may_match: Callable[[str], bool], pattern: Callable[[], str]) -> None:
        super().__init__(pattern)
        self._may_match = may_match

    def _compile_for(self, text: str) -> re.Pattern[str] | None:
        if not self._may_match(text):
            return None
        compiled = re.compile(self._pattern())
        _take_over(self, compiled, self._methods)
        return compiled


class ClosePattern(_QuickPattern):
    """Three characters of a large set, each at most `gap` others behind the one before.

    They are from `low` to `high`, but none of `others`.
    """

    def __init__(self, low: str, high: str, others: Set[str], gap: int) -> None:
        super().__init__(self._make_pattern)
        self._low, self._high, self._others, self._gap = low, high, others, gap

    def _make_pattern(self) -> str:
        codes = range(ord(self._low), ord(self._high) + 1)
        return self._pattern_of([char for char in map(chr, codes) if char not in self._others])

    def _pattern_of(self, rare: Collection[str]) -> str:
        one = f"[{''.join(rare)}]"
        # Not (...){2}: a pattern that begins with a class is searched several times as fast.
        return f".{{0,{self._gap}}}".join((one, one, one))

    def _compile_for(self, text: str) -> re.Pattern[str] | None:
        """Compile the pattern with those characters only that the text has."""
        low, high = self._low, self._high
        rare = {char for char in set(text).difference(self._others) if low <= char <= high}
        if not rare or not self._are_close(rare, text):
            return None
        self._seen += _AS_LONG
        return re.compile(self._pattern_of(sorted(rare)))

    def _are_close(self, rare: Set[str], text: str) -> bool:
        places = [at for at, char in enumerate(text) if char in rare]
        far = self._gap + 1
        return any(
            last - between <= far and between - first <= far
            for first, between, last in zip(places, places[1:], places[2:], strict=False)
        )
