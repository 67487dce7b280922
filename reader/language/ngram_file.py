"""The file of the character model, `resources/data/ngram.bin`, mapped into memory.

Pages are read from disk only when needed. The file is a trie: a character leads to its pairs, a
pair to its triples, a triple to its 4-grams, each a run sorted by its last character. Pairs and
triples without successors are stored apart from those that have some. Little-endian layout after a
header of 64 bytes:

- the characters (UTF-32), whose ids start at 4; 0 is a paragraph's edge, 1 an unknown character,
  2 any digit, 3 any Latin letter;
- u32, then u16: where the runs of each context begin, a base every 16 contexts and offsets from it:
  pairs with successors, pairs without, triples with, triples without, 4-grams;
- u16: the last characters, u8: the costs (-ln p in steps of 1/scale nat) of the same five, and the
  costs of backing off (`zero` steps are none) from those with successors.

resources/build/ngram_format.py writes it.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_left
from pathlib import Path
from typing import Literal

BOUNDARY, UNKNOWN, DIGIT, LATIN = 0, 1, 2, 3
SPECIAL = 4
_MAGIC = b"JDNG0002"
_HEADER = 64
BLOCK_BITS = 4  # 16 contexts share a base


class NgramRuns:
    """All n-grams of one kind; the successors of context i are a run sorted by character."""

    def __init__(
        self,
        base: memoryview[int],
        offset: memoryview[int],
        last: memoryview[int],
        steps: memoryview[int],
    ) -> None:
        self.base = base
        self.offset = offset
        self.last = last
        self.steps = steps

    def span(self, context: int) -> tuple[int, int]:
        """Return the indices at which the run of a context begins and ends."""
        after = context + 1
        base, offset = self.base, self.offset
        return base[context >> BLOCK_BITS] + offset[context], base[after >> BLOCK_BITS] + offset[
            after
        ]

    def find(self, context: int, last: int) -> int:
        """Return the index of an n-gram, -1 if it is not there."""
        after = context + 1
        base, offset = self.base, self.offset
        high = base[after >> BLOCK_BITS] + offset[after]
        at = bisect_left(self.last, last, base[context >> BLOCK_BITS] + offset[context], high)
        return at if at < high and self.last[at] == last else -1


class ModelTables:
    """The parts of the file. It stays mapped as long as one of them is used."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises ValueError if it is not a model, OSError if it can't be read."""
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if mapped[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path} is no language model of this version; reinstall jingdu")
        size, pairs, leaf_pairs, triples, leaf_triples, fours, blob, scale, zero, block = (
            struct.unpack_from("<7IfII", mapped, len(_MAGIC))
        )
        if block != 1 << BLOCK_BITS:
            raise ValueError(f"{path} is no language model of this version; reinstall jingdu")
        self._mapped = mapped
        view = memoryview(mapped)
        at = _HEADER

        def take(code: Literal["B", "H", "I"], count: int) -> memoryview[int]:
            nonlocal at
            length = count * array(code).itemsize
            part = view[at : at + length].cast(code)
            at += length
            return part

        self.characters = bytes(take("B", blob)).decode("utf-32-le")
        self.ids = {char: number for number, char in enumerate(self.characters, SPECIAL)}
        self.ids["\n"] = BOUNDARY
        self.ids.update(dict.fromkeys("0123456789０１２３４５６７８９", DIGIT))
        latin = "abcdefghijklmnopqrstuvwxyz"
        self.ids.update(dict.fromkeys(latin + latin.upper(), LATIN))
        contexts = (size, size, pairs, pairs, triples)
        counts = (pairs, leaf_pairs, triples, leaf_triples, fours)
        bases = [take("I", (number >> BLOCK_BITS) + 1) for number in contexts]
        halves: list[tuple[memoryview[int], memoryview[int]]] = [
            (take("H", number + 1), take("H", count))
            for number, count in zip(contexts, counts, strict=True)
        ]
        self.one, self.one_back = take("B", size), take("B", size)
        steps = [take("B", pairs), take("B", leaf_pairs)]
        self.two_back = take("B", pairs)
        steps += [take("B", triples), take("B", leaf_triples)]
        self.three_back = take("B", triples)
        steps.append(take("B", fours))
        self.two, self.two_leaf, self.three, self.three_leaf, self.four = (
            NgramRuns(base, offset, last, cost)
            for base, (offset, last), cost in zip(bases, halves, steps, strict=True)
        )
        self.nats: list[float] = [step / scale for step in range(256)]
        self.backing_off: list[float] = [(step - zero) / scale for step in range(256)]

    def forget(self) -> None:
        """Let the system have the pages that were read, 28 MB; the next question maps them again.

        They stay in the system's cache of files as long as it has room: mapped from there, all of
        them take some milliseconds.
        """
        if hasattr(mmap, "MADV_DONTNEED"):  # Windows has none
            self._mapped.madvise(mmap.MADV_DONTNEED)
