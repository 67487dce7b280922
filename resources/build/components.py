"""Parts of characters: what a form and a base have in common to the eye.

Parts come from the CJK Decomposition Data (咊 = 口 + 禾); the phonetic class is Unihan kPhonetic,
the radical Unihan kRSUnicode.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

DEPTH = 4  # 灋 = 氵 + (廌 over 去): parts of parts of parts


class Plain(Protocol):
    """Gives the untoned readings of a character."""

    def __call__(self, char: str) -> frozenset[str]:
        """Return them."""
        ...


def final(plain: str) -> str:
    """Return the rhyme of an untoned syllable: xiao -> ao, jie -> e."""
    rest = plain.lstrip("bpmfdtnlgkhjqxrzcsyw")
    return rest[1:] if len(rest) > 1 and rest[0] in "iuü" and rest[1] in "aeo" else rest


class Components:
    """Answers whether two characters share a part that gives the sound, the radical, or more."""

    def __init__(
        self,
        parts: dict[str, list[str]],
        phonetic: dict[str, str],
        radical: dict[str, str],
        plain: Plain,
    ) -> None:
        self._parts = parts
        self._plain = plain
        self._classes = {
            char: frozenset(one.rstrip("*ABCDx") for one in value.split())
            for char, value in phonetic.items()
        }
        self._radicals = {
            char: value.split()[0].partition(".")[0].rstrip("'") for char, value in radical.items()
        }
        # Characters that are more than their radical: 俞, but not 亻 or 木.
        self._bodies = frozenset(
            char for char, value in radical.items() if not value.split()[0].endswith(".0")
        )
        self.of = cache(self._of)

    def _of(self, char: str) -> frozenset[str]:
        """Return all encoded parts of `char`, itself left out."""
        found: set[str] = set()
        layer = [char]
        for _ in range(DEPTH):
            layer = [part for one in layer for part in self._parts.get(one, ()) if part != char]
            found.update(part for part in layer if len(part) == 1)
        return frozenset(found)

    def _halves(self, char: str) -> frozenset[str]:
        """Return the parts `char` is directly made of, radicals left out."""
        parts = (part for part in self._parts.get(char, ()) if len(part) == 1)
        return frozenset(part for part in parts if part in self._bodies)

    def alike(self, one: str, other: str) -> bool:
        """Tell whether both stand under the same radical or have a half in common: 眀 and 明 月."""
        radical = self._radicals.get(one)
        if radical is not None and radical == self._radicals.get(other):
            return True
        halves = {part for part in self._parts.get(one, ()) if len(part) == 1}
        return not halves.isdisjoint(self._parts.get(other, ()))

    def relation(self, form: str, base: str, reading: str) -> str | None:
        """Return "component", "phonetic" or None for two characters that share untoned `reading`.

        component: one is a part of the other (跼 and 局). phonetic: both have the same phonetic
        part (傚 and 校 have 交), which is one that rhymes with the reading; 亻 is none.
        """
        of_form, of_base = self.of(form), self.of(base)
        if base in of_form or form in of_base:
            return "component"
        if self._classes.get(form, frozenset()) & self._classes.get(base, frozenset()):
            return "phonetic"
        rhyme = final(reading)
        # A whole half in common is the phonetic part even where its own reading has moved away:
        # 俞 yu in 媮 and 偷 tou.
        if self._halves(form) & self._halves(base):
            return "phonetic"
        for part in of_form & of_base:
            if any(final(plain) == rhyme for plain in self._plain(part)):
                return "phonetic"
        return None
