"""A small neural model of Chinese, which looks farther back than the n-grams do.

The n-grams see three characters; whether 公里 or 公理 fits may be told by a word twenty characters
before. The network is a Transformer over characters (Vaswani et al. 2017) with four blocks; it is
asked only where the n-grams leave a choice open, since one question takes some milliseconds. The
weights are resources/data/context_network.npz, eight bits each; resources/build/context_network.py
trains them. Where the file is absent, `context_network` returns None, and all works without it.
This module loads numpy, so that it is imported only where the network is about to be asked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.language.ngram import CharacterModel
from reader.language.ngram_file import BOUNDARY, DIGIT, LATIN, SPECIAL, UNKNOWN
from reader.text.resources import resource_path

Matrix = NDArray[np.float32]
Ids = NDArray[np.int64]

_BEFORE = 64  # characters of the context that are read
_DIGITS = 3  # of a cost in nats: what is beyond them differs between machines
_EPSILON = np.finfo(np.float32).eps
HEADS = 4
_DIGIT_CHARS, _LETTERS = "0123456789０１２３４５６７８９", "abcdefghijklmnopqrstuvwxyz"


class Block(NamedTuple):
    """The weights of one block, each transposed for what it is multiplied with."""

    asked: Matrix
    joined: Matrix
    wide: Matrix
    narrow: Matrix


class ContextNetwork:
    """The network, loaded; gives costs in nats (-ln p), alike on every machine."""

    def __init__(self, path: Path) -> None:
        """Read the weights. Raises OSError or ValueError where the file is not one of these."""
        with np.load(path, allow_pickle=False) as held:
            arrays = dict(held)
        self._numbers: list[int] | None = None
        self._ngram_ids: Ids | None = None
        alphabet = arrays["alphabet"].astype("<u4").tobytes().decode("utf-32-le")
        self._ids = {char: number for number, char in enumerate(alphabet, SPECIAL)}
        self._ids["\n"] = BOUNDARY
        self._ids.update(dict.fromkeys(_DIGIT_CHARS, DIGIT))
        self._ids.update(dict.fromkeys(_LETTERS + _LETTERS.upper(), LATIN))
        self._keys: Ids = arrays["pair_keys"]
        self._odds: Matrix = arrays["odds"]
        self._pairs = arrays["pairs.weight"], arrays["pairs.weight.scale"]

        def whole(name: str) -> Matrix:
            scale = arrays[f"{name}.weight.scale"][:, None]
            values: Matrix = arrays[f"{name}.weight"].astype(np.float32) * scale
            return values

        # By row in eight bits, to look some up, and by column, to multiply with all: a product of
        # two to thirty rows with a transposed view takes two to three times as long (OpenBLAS).
        self._characters = arrays["characters.weight"], arrays["characters.weight.scale"]
        self._columns = np.ascontiguousarray(whole("characters").T)
        self._count = self._columns.shape[1]
        names = ("asked", "joined", "wide", "narrow")
        self.slopes: Matrix = (2.0 ** (-2.0 * np.arange(1, HEADS + 1))).astype(np.float32)
        count = sum(name.endswith(".asked.weight") for name in arrays)
        self.blocks = [
            Block(*(np.ascontiguousarray(whole(f"blocks.{n}.{name}").T) for name in names))
            for n in range(count)
        ]

    def number_of(self, char: str) -> int:
        """Return the id of a character; 1 is one that the network has not met."""
        return self._ids.get(char, UNKNOWN)

    def numbers_of(self, model: CharacterModel) -> list[int]:
        """Return the id in the network of each id of the n-gram model."""
        if self._numbers is None:
            held = range(SPECIAL, model.size)
            self._numbers = [*range(SPECIAL), *(self.number_of(model.character(n)) for n in held)]
        return self._numbers

    def ngram_ids(self, model: CharacterModel) -> Ids:
        """Return the id in the n-gram model of each id of the network."""
        if self._ngram_ids is None:
            back = np.full(self._count, UNKNOWN, dtype=np.int64)
            for number, known in enumerate(self.numbers_of(model)):
                if known != UNKNOWN:
                    back[known] = number
            self._ngram_ids = back
        return self._ngram_ids

    def read_before(
        self, text: str
    ) -> tuple[list[int], list[Matrix], list[Matrix], Matrix, Matrix]:
        """Read the end of a text; return what a reading goes on from.

        That are the ids of the characters, the keys and values of all but the last one by block,
        those of the last one, and what is known behind it.
        """
        numbers = [BOUNDARY, BOUNDARY, *map(self.number_of, text[-_BEFORE:])]
        ids = np.array(numbers, dtype=np.int64)
        x = self.embed(np.concatenate([[0], ids[:-1]]), ids)
        places = np.arange(len(ids), dtype=np.float32)
        distance = places[None, :] - places[:, None]
        bias = np.where(distance > 0, -np.inf, self.slopes[:, None, None] * distance)
        bias = bias.astype(np.float32)
        keys, values, kept = [], [], []
        for block in self.blocks:
            asked = (normalise(x) @ block.asked).reshape(len(ids), 3, HEADS, -1)
            query, key, value = (asked[:, n].swapaxes(0, 1) for n in range(3))
            odds = query @ key.swapaxes(1, 2) * np.float32(query.shape[2] ** -0.5) + bias
            odds = np.exp(odds - odds.max(axis=2, keepdims=True))
            seen = odds / odds.sum(axis=2, keepdims=True) @ value
            x = x + seen.swapaxes(0, 1).reshape(len(ids), -1) @ block.joined
            x = self.widen(x, block)
            keys.append(np.ascontiguousarray(key[:, :-1]))
            values.append(np.ascontiguousarray(value[:, :-1]))
            kept.append(asked[-1, 1:])
        return numbers, keys, values, np.stack(kept), x[-1:]

    def embed(self, before: Ids, ids: Ids) -> Matrix:
        """Return the vectors of characters, each with that of the pair that ends in it."""
        wanted = before * self._count + ids
        place = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        place = np.where(self._keys[place] == wanted, place, len(self._keys))
        return normalise(_rows_of(*self._characters, ids) + _rows_of(*self._pairs, place))

    def widen(self, x: Matrix, block: Block) -> Matrix:
        """Return what the second half of a block makes of each character."""
        inner: Matrix = normalise(x) @ block.wide
        np.maximum(inner, 0, out=inner)
        inner *= inner
        widened: Matrix = inner @ block.narrow
        widened += x
        return widened

    def expect(self, x: Matrix) -> Matrix:
        """Return what each character costs behind each row (nats), rounded to a thousandth."""
        nats: Matrix = normalise(x) @ self._columns
        nats += self._odds
        nats -= nats.max(axis=1, keepdims=True)
        totals = np.log(np.exp(nats).sum(axis=1, keepdims=True))
        np.subtract(totals, nats, out=nats)
        return np.round(nats, _DIGITS, out=nats)


def normalise(x: Matrix) -> Matrix:
    """Return each row scaled to a mean square of one."""
    squares = np.einsum("...i,...i->...", x, x)
    squares /= x.shape[-1]
    squares += _EPSILON
    scaled: Matrix = x / np.sqrt(squares)[..., None]
    return scaled


def _rows_of(rows: NDArray[np.int8], scale: Matrix, wanted: Ids) -> Matrix:
    """Return some rows of a matrix that is stored in eight bits."""
    found: Matrix = rows[wanted] * scale[wanted][..., None]
    return found


@cache
def context_network() -> ContextNetwork | None:
    """Return the network, loaded once per process, or None where its file is absent."""
    try:
        path = resource_path("data", "context_network.npz")
    except FileNotFoundError:
        return None
    return ContextNetwork(path)
