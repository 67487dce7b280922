"""A character trigram model of simplified Chinese: how likely a character is after two others.

The file `resources/data/ngram.bin` is mapped into memory and searched by bisection; nothing is read
before the first question. Little-endian layout after a 64-byte header:

- the characters (UTF-32), whose ids start at 4; 0 is a paragraph's edge, 1 an unknown character,
  2 any digit, 3 any Latin letter;
- u32: for each character where its pairs begin; for each pair where its triples begin;
- u16: the second character of each pair; the third of each triple;
- u8: costs (-ln p in steps of 1/scale nat) of single characters, of backing off from them, of
  pairs, of backing off from those, of triples.

Sources and licences: resources/data/README.md.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Literal

from reader.core.resources import resource_path

BOUNDARY, UNKNOWN, DIGIT, LATIN = 0, 1, 2, 3
_SPECIAL = 4
_MAGIC = b"JDNG0001"
_HEADER = 64


class CharacterModel:
    """Costs of characters in context, in nats (-ln p)."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises ValueError if it is no model, OSError if it can't be read."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path} is no language model of this version; reinstall jingdu")
        size, pairs, triples, blob, scale = struct.unpack_from("<4If", self._map, len(_MAGIC))
        view = memoryview(self._map)
        at = _HEADER

        def take(code: Literal["B", "H", "I"], count: int) -> memoryview[int]:
            nonlocal at
            length = count * array(code).itemsize
            part = view[at : at + length].cast(code)
            at += length
            return part

        characters = bytes(take("B", blob)).decode("utf-32-le")
        self._ids = {char: number for number, char in enumerate(characters, _SPECIAL)}
        self._ids["\n"] = BOUNDARY
        self._ids.update(dict.fromkeys("0123456789０１２３４５６７８９", DIGIT))
        latin = "abcdefghijklmnopqrstuvwxyz"
        self._ids.update(dict.fromkeys(latin + latin.upper(), LATIN))
        self._pair_start = take("I", size + 1)
        self._triple_start = take("I", pairs + 1)
        self._second = take("H", pairs)
        self._third = take("H", triples)
        self._one, self._one_rest = take("B", size), take("B", size)
        self._two, self._two_rest = take("B", pairs), take("B", pairs)
        self._three = take("B", triples)
        self._nats: list[float] = [step / scale for step in range(256)]
        self._cost = cache(self._look_up)

    def ids(self, text: str) -> list[int]:
        """Return the ids of the characters of `text`."""
        get = self._ids.get
        return [get(char, UNKNOWN) for char in text]

    def knows(self, char: str) -> bool:
        """Tell if the model has seen the character at all."""
        return char in self._ids

    def rarity(self, char: str) -> float:
        """Return -ln p(char) without any context, in nats: 的 3.4, 里 6, 俯 12."""
        return self._nats[self._one[self._ids.get(char, UNKNOWN)]]

    def cost(self, first: int, second: int, third: int) -> float:
        """Return -ln p(third | first second), in nats, for three ids."""
        return self._cost(first, second, third)

    def _look_up(self, first: int, second: int, third: int) -> float:
        nats = self._nats
        index = self._pair(first, second)
        extra = 0.0
        if index >= 0:
            low, high = self._triple_start[index], self._triple_start[index + 1]
            at = bisect_left(self._third, third, low, high)
            if at < high and self._third[at] == third:
                return nats[self._three[at]]
            extra = nats[self._two_rest[index]]
        index = self._pair(second, third)
        if index >= 0:
            return extra + nats[self._two[index]]
        return extra + nats[self._one_rest[second]] + nats[self._one[third]]

    def _pair(self, first: int, second: int) -> int:
        low, high = self._pair_start[first], self._pair_start[first + 1]
        at = bisect_left(self._second, second, low, high)
        return at if at < high and self._second[at] == second else -1

    def text_cost(self, text: str, before: str = "\n\n", after: str = "") -> float:
        """Return the cost in nats of `text` and of up to two characters `after` it."""
        ids = self.ids(before[-2:] + text + after[:2])
        cost = self._cost
        return sum(cost(*ids[at - 2 : at + 1]) for at in range(len(before[-2:]), len(ids)))


@cache
def character_model() -> CharacterModel:
    """Return the model that ships, mapped once per process."""
    return CharacterModel(resource_path("data", "ngram.bin"))
