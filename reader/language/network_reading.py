"""Reads a text with the context network, one character at a time and in branches.

A search over what bytes may say follows some dozen texts at once, which share their beginning. Each
character is read once, whatever follows it; what the network keeps of it (keys and values of each
block) stays with its branch.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.language.context_network import ContextNetwork, Matrix, normalise

_KEPT = 48  # characters of a branch that are looked back at; what is before the branches, always


class Branch:
    """A text up to one character, and what the network expects behind it."""

    __slots__ = ("kept", "length", "nats", "number", "parent")

    def __init__(self, parent: Branch | None, number: int, kept: Matrix, nats: Matrix) -> None:
        self.parent, self.number = parent, number
        self.length: int = 0 if parent is None else parent.length + 1
        self.kept = kept  # (blocks, 2, heads, width): keys and values of the last character
        self.nats = nats
        """What each character costs next, by its id in the network (nats)."""

    def forget(self) -> None:
        """Free what is expected behind it; branches may still go on from it."""
        self.nats = self.nats[:0].copy()


class NetworkReading:
    """All branches behind one text."""

    def __init__(self, network: ContextNetwork, before: str) -> None:
        """Read the text before (simplified); some sixty characters of it are looked at."""
        self.network = network
        numbers, keys, values, kept, known = network.read_before(before)
        self._numbers = numbers
        self._keys, self._values = keys, values  # by block: (heads, characters, width)
        self.root = Branch(None, numbers[-1], kept, network.expect(known)[0])
        self._first = numbers[-2]

    def extend(self, parents: Sequence[Branch], numbers: Sequence[int]) -> list[Branch]:
        """Return a branch for each parent with one character more, given by its id."""
        network = self.network
        ids = np.array(numbers, dtype=np.int64)
        x = network.embed(np.array([one.number for one in parents], dtype=np.int64), ids)
        chains = [self._chain(one) for one in parents]
        longest = max(map(len, chains))
        count, blocks = len(parents), len(network.blocks)
        heads, width = self._keys[0].shape[0], self._keys[0].shape[2]
        suffix = np.zeros((count, longest, blocks, 2, heads, width), dtype=np.float32)
        ago = np.full((count, longest), np.inf, dtype=np.float32)
        for row, chain in enumerate(chains):
            for at, one in enumerate(chain):
                suffix[row, at] = one.kept
                ago[row, at] = len(chain) - at
        before = len(self._numbers) - 1
        # The last character before the branches is the root, which stands in every chain.
        lengths = np.array([one.length for one in parents], dtype=np.float32)
        far = lengths[:, None] + 1 + np.arange(before, 0, -1, dtype=np.float32)[None, :]
        slopes = network.slopes[None, :, None]
        biases = np.concatenate([-slopes * far[:, None, :], -slopes * ago[:, None, :]], axis=2)
        kept = np.empty((count, blocks, 2, heads, width), dtype=np.float32)
        scale = np.float32(width**-0.5)
        for number, block in enumerate(network.blocks):
            asked = (normalise(x) @ block.asked).reshape(count, 3, heads, width)
            query, kept[:, number] = asked[:, 0] * scale, asked[:, 1:]
            # (heads, count, before), and each branch's own characters beside it.
            shared = query.swapaxes(0, 1) @ self._keys[number].swapaxes(1, 2)
            own_keys = suffix[:, :, number, 0].transpose(0, 2, 3, 1)
            own = (query[:, :, None, :] @ own_keys)[:, :, 0]
            now = (query * asked[:, 1]).sum(axis=2)[:, :, None]
            odds = np.concatenate([shared.swapaxes(0, 1), own], axis=2) + biases
            odds = np.concatenate([odds, now], axis=2)
            odds = np.exp(odds - odds.max(axis=2, keepdims=True))
            odds /= odds.sum(axis=2, keepdims=True)
            seen = odds[:, :, :before].swapaxes(0, 1) @ self._values[number]
            own_values = suffix[:, :, number, 1].swapaxes(1, 2)
            mine = (odds[:, :, None, before:-1] @ own_values)[:, :, 0]
            mine = mine + odds[:, :, -1:] * asked[:, 2]
            x = x + (seen.swapaxes(0, 1) + mine).reshape(count, -1) @ block.joined
            x = network.widen(x, block)
        nats = network.expect(x)
        return [
            # Copies, since a view would keep the rows of all other branches.
            Branch(parent, number, kept[row].copy(), nats[row].copy())
            for row, (parent, number) in enumerate(zip(parents, numbers, strict=True))
        ]

    @staticmethod
    def _chain(branch: Branch) -> list[Branch]:
        """Return the branch and those before it, the oldest first."""
        chain: list[Branch] = []
        one: Branch | None = branch
        while one is not None and len(chain) < _KEPT:
            chain.append(one)
            one = one.parent
        chain.reverse()
        return chain
