"""The context model: which reading of a heteronym fits the characters around it.

It combines g2pM's network, a small bidirectional LSTM over eight characters on either side that
was trained on encyclopedia sentences, with the counts of each reading. The weights, 8 bits each,
are in resources/data/context.npz, which holds plain arrays only; resources/build/context.py makes
it.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.pinyin.reading import Chance
from reader.text.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

REACH = 8  # characters on either side that the model sees
_BATCH = 1024
_LINE_ENDS = ("\n", "\r", "\x85", "\u2028", "\u2029")
_PADDING = "\0" * REACH
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
            # The text may be long: take only what the model sees.
            start, end = max(min(part) - REACH, 0), max(part) + REACH + 1
            near = take_neighbours(code_points(text[start:end]), np.array(part, np.int64) - start)
            rows = np.array([self._rows[text[place]] for place in part])
            scores = self._network.scores(near, rows) + self._bias[rows]
            share = np.exp(self._calm * (scores - scores.max(axis=1, keepdims=True)))
            share /= share.sum(axis=1, keepdims=True)
            for row, probabilities in zip(rows.tolist(), share.tolist(), strict=True):
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
        self._ids = np.zeros(0x11000, np.int16)
        self._ids[alphabet[1:]] = np.arange(1, len(alphabet), dtype=np.int16)
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
        self._out, self._out_bias = floats("out"), floats("out_bias")
        self._classes = arrays["classes"].astype(np.int64)
        self._ways = np.array([0, 1])[:, None, None]

    def scores(self, near: Ints, rows: Ints) -> Floats:
        """Return one score per reading; -1e9 where there is no such reading."""
        np = self._np
        ids = self._ids[np.where(near < len(self._ids), near, 0)].astype(np.int64)
        both = np.stack([ids[:, : REACH + 1], ids[:, REACH:][:, ::-1]])
        outside = near == 0
        kept = None  # which of them are skipped: hardly any in the middle of a line
        if outside.any():
            gone = np.stack([outside[:, : REACH + 1], outside[:, REACH:][:, ::-1]])
            for side, away, edge in zip(both, gone, (self._begin, self._end), strict=True):
                # The character just outside the line is its edge; those beyond are skipped.
                column = away.sum(axis=1) - 1
                there = column >= 0
                side[np.flatnonzero(there), column[there]] = edge
            kept = ~gone
            kept[:, :, :-1] |= kept[:, :, 1:]
            kept = None if kept.all() else kept[..., None]
        gates = self._gates[self._ways, both].astype(np.float32)
        state = self._run(gates, kept)
        seen = np.concatenate([state[0], state[1]], axis=1)
        hidden = np.maximum(seen @ self._hidden + self._hidden_bias, 0)
        classes = self._classes[rows]
        scores = np.einsum("nh,nrh->nr", hidden, self._out[classes]) + self._out_bias[classes]
        known: Floats = np.where(classes < 0, np.float32(-1e9), scores).astype(np.float32)
        return known

    def _run(self, gates: Floats, kept: NDArray[np.bool_] | None) -> Floats:
        """Return the state after the last character, of both directions.

        Two places or three are usual, so that a step takes as long as its operations are begun:
        each writes where the one before it did, and asks for no memory.
        """
        np = self._np
        size = self._again.shape[1]
        ways, count, steps, width = gates.shape
        cell = np.zeros((ways, count, size), np.float32)
        state, fresh = np.empty_like(cell), np.empty_like(cell)
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


def code_points(text: str) -> Ints:
    """Return the code points of a text, padded at both ends; line ends become 0."""
    import numpy as np

    for end in _LINE_ENDS:  # as text: an array of a few characters takes longer to look through
        text = text.replace(end, "\0")
    data = f"{_PADDING}{text}{_PADDING}".encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, np.uint32).astype(np.int64)


def take_neighbours(codes: Ints, places: Ints) -> Ints:
    """Return the code points around each place, itself in the middle; 0 outside its line."""
    import numpy as np

    near: Ints = codes[places[:, None] + np.arange(2 * REACH + 1)]
    gone = near == 0
    gone[:, REACH] = False
    if not gone.any():  # as nearly always in the middle of a line
        return near
    left = np.logical_or.accumulate(gone[:, REACH::-1], axis=1)[:, ::-1]
    right = np.logical_or.accumulate(gone[:, REACH:], axis=1)
    near[:, : REACH + 1][left] = 0
    near[:, REACH:][right] = 0
    return near


def context_model() -> ContextModel:
    """Return the model, loaded on first use (about 0.1 s); safe in any thread."""
    with _loading:
        return _load_model()


@lru_cache(maxsize=1)
def _load_model() -> ContextModel:
    import numpy as np

    with np.load(resource_path("data", "context.npz"), allow_pickle=False) as arrays:
        return ContextModel({name: arrays[name] for name in arrays.files})
