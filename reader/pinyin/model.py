"""The context model: which reading of a heteronym fits the characters around it.

It combines g2pM's network, a small bidirectional LSTM over eight characters on either side that
was trained on encyclopedia sentences, with the counts of each reading. The weights, 8 bits each,
are in resources/data/context.npz, which holds plain arrays only; resources/build/context.py makes
it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.pinyin.reading import Chance
from reader.text.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

REACH = 8  # characters on either side that the model sees
_BATCH = 1024
_OUTSIDE = re.compile("[\0\n\r\x85\u2028\u2029]")  # no line goes on behind it
_loading = Lock()


class ContextModel:
    """The model, ready to answer. Immutable after loading; safe in any thread."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        import numpy as np

        self._np = np
        self._rows = {str(char): row for row, char in enumerate(arrays["chars"])}
        self._readings = [
            tuple(str(one) for one in row if one) for row in arrays["readings"].tolist()
        ]
        self._network = Network(arrays)
        self._bias = arrays["bias"]
        self._calm = np.float32(arrays["calm"])

    def knows(self, char: str) -> bool:
        """Tell whether the model chooses between readings of the character."""
        return char in self._rows

    def chances(self, text: str, places: list[int]) -> list[tuple[Chance, ...]]:
        """Return the readings of each text[place], most likely first. Offsets are code points."""
        np = self._np
        answers: list[tuple[Chance, ...]] = []
        for first in range(0, len(places), _BATCH):
            part = places[first : first + _BATCH]
            rows = [self._rows[text[place]] for place in part]
            at = np.array(rows)
            scores = self._network.scores(text, part, at) + self._bias[at]
            share = np.exp(self._calm * (scores - scores.max(axis=1, keepdims=True)))
            share /= share.sum(axis=1, keepdims=True)
            for row, probabilities in zip(rows, share.tolist(), strict=True):
                pairs = map(Chance, self._readings[row], probabilities)
                answers.append(tuple(sorted(pairs, key=lambda one: -one.probability)))
        return answers


class Network:
    """g2pM's network, reduced to the readings that we use."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        import numpy as np

        self._np = np

        def floats(name: str) -> Floats:
            return arrays[name].astype(np.float32) * arrays[f"{name}_scale"].astype(np.float32)

        alphabet = arrays["alphabet"]  # code points, ascending; row 0 is any other character
        self._ids = {chr(code): number for number, code in enumerate(alphabet.tolist()) if number}
        self._begin, self._end = (int(one) for one in arrays["edges"])
        embedding = floats("embedding")
        # The input to the gates does not depend on the state: one row per character and direction.
        # The logistic function is a scaled tanh, so the gates that use it are halved once, here:
        # then one tanh does for all four.
        size = len(arrays["again_ahead"])
        half = np.repeat(np.array([0.5, 0.5, 1, 0.5], np.float32), size)
        order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
        ways = ("ahead", "back")
        self._gates = np.stack(
            [(embedding @ floats(f"in_{way}") + floats(f"gate_bias_{way}")) * half for way in ways]
        )[..., order].astype(np.float16)
        self._again = np.stack([floats(f"again_{way}") * half for way in ways])[..., order]
        self._hidden, self._hidden_bias = floats("hidden"), floats("hidden_bias")
        classes = arrays["classes"].astype(np.int64)  # below 0 where there is no such reading
        self._out, self._out_bias = floats("out")[classes], floats("out_bias")[classes]
        self._lacks = classes < 0
        self._ways = np.array([0, 1])[:, None, None]

    def scores(self, text: str, places: Sequence[int], rows: Ints) -> Floats:
        """Return one score per reading of each text[place]; -1e9 where there is no such reading."""
        np = self._np
        # Letter by letter: a paragraph has hardly more than one such place, and the arrays for that
        # take longer to begin than to fill.
        ahead = [self._see(text[max(0, at - REACH) : at + 1], self._begin) for at in places]
        back = [self._see(text[at : at + REACH + 1][::-1], self._end) for at in places]
        kept = None
        if any(skipped for side in (ahead, back) for _, skipped in side):
            skipped = np.array([[one for _, one in side] for side in (ahead, back)])
            kept = (np.arange(REACH + 1) >= skipped[..., None])[..., None]
        seen = np.array([[ids for ids, _ in side] for side in (ahead, back)])
        state = self._run(self._gates[self._ways, seen].astype(np.float32), kept)
        both = np.concatenate([state[0], state[1]], axis=1)
        hidden = np.maximum(both @ self._hidden + self._hidden_bias, 0)
        scores: Floats = np.einsum("nh,nrh->nr", hidden, self._out[rows]) + self._out_bias[rows]
        scores[self._lacks[rows]] = -1e9
        return scores

    def _see(self, side: str, edge: int) -> tuple[list[int], int]:
        """Return the rows of the characters up to a place, the farthest first, nine of them.

        The character just outside the line is its `edge`; the number of those beyond, which are to
        be skipped, comes second.
        """
        ends = [found.end() for found in _OUTSIDE.finditer(side, 0, len(side) - 1)]
        ids = [self._ids.get(char, 0) for char in side[ends[-1] if ends else 0 :]]
        if len(ids) > REACH:
            return ids, 0
        skipped = REACH - len(ids)
        return [*(0,) * skipped, edge, *ids], skipped

    def _run(self, gates: Floats, kept: NDArray[np.bool_] | None) -> Floats:
        """Return the state after the last character, of both directions.

        Two places or three are usual, so that a step takes as long as its operations are begun:
        each writes where the one before it did, and asks for no memory.
        """
        np = self._np
        size = self._again.shape[1]
        ways, count, steps, width = gates.shape
        cell: Floats = np.zeros((ways, count, size), np.float32)
        state: Floats = np.empty_like(cell)
        fresh = np.empty_like(cell)
        drive = np.empty((ways, count, width), np.float32)
        opened, new = drive[..., : 3 * size], drive[..., 3 * size :]
        taken, held, shown = (drive[..., at * size : (at + 1) * size] for at in range(3))
        half = np.float32(0.5)
        for step in range(steps):
            given = gates[:, :, step]
            if step:  # before the first there is no state
                np.matmul(state, self._again, out=drive)
                given = np.add(given, drive, out=drive)
            np.tanh(given, out=drive)
            np.multiply(opened, half, out=opened)
            np.add(opened, half, out=opened)
            np.multiply(taken, new, out=fresh)
            np.multiply(held, cell, out=cell)
            np.add(cell, fresh, out=cell)
            if kept is not None:
                np.multiply(cell, kept[:, :, step], out=cell)
            np.tanh(cell, out=state)
            np.multiply(shown, state, out=state)
        return state


def context_model() -> ContextModel:
    """Return the model, loaded on first use (about 0.1 s); safe in any thread."""
    with _loading:
        return _load_model()


@lru_cache(maxsize=1)
def _load_model() -> ContextModel:
    import numpy as np

    with np.load(resource_path("data", "context.npz"), allow_pickle=False) as arrays:
        return ContextModel({name: arrays[name] for name in arrays.files})
