"""Reads a text with the context network, one character at a time and in branches.

A search over what bytes may say follows some dozen texts at once, which share their beginning. Each
character is read once, whatever follows it; what the network keeps of it (keys and values of each
block) stays with its branch.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.language.context_network import ContextNetwork, Matrix, normalise

_ROOM = 128  # characters


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
        # By block: (heads, characters, width), of what all branches share, with room for more.
        self._keys = [_with_room(one) for one in keys]
        self._values = [_with_room(one) for one in values]
        self._before = len(numbers) - 1
        self._shared: list[Branch] = []  # characters of the branches that stand there as well
        self.root = Branch(None, numbers[-1], kept, network.expect(known)[0])

    def extend(self, parents: Sequence[Branch], numbers: Sequence[int]) -> list[Branch]:
        """Return a branch for each parent with one character more, given by its id."""
        network = self.network
        ids = np.array(numbers, dtype=np.int64)
        x = network.embed(np.array([one.number for one in parents], dtype=np.int64), ids)
        chains = self._share([_chain(one) for one in parents])
        longest = max(map(len, chains))
        count, blocks = len(parents), len(network.blocks)
        heads, width = self._keys[0].shape[0], self._keys[0].shape[2]
        suffix = np.zeros((count, longest, blocks, 2, heads, width), dtype=np.float32)
        ago = np.full((count, longest), np.inf, dtype=np.float32)
        for row, chain in enumerate(chains):
            for at, one in enumerate(chain):
                suffix[row, at] = one.kept
                ago[row, at] = len(chain) - at
        shared = self._before + len(self._shared)
        lengths = np.array([len(chain) for chain in chains], dtype=np.float32)
        far = lengths[:, None] + 1 + np.arange(shared - 1, -1, -1, dtype=np.float32)[None, :]
        slopes = network.slopes[None, :, None]
        biases = np.concatenate([-slopes * far[:, None, :], -slopes * ago[:, None, :]], axis=2)
        kept = np.empty((count, blocks, 2, heads, width), dtype=np.float32)
        scale = np.float32(width**-0.5)
        for number, block in enumerate(network.blocks):
            asked = (normalise(x) @ block.asked).reshape(count, 3, heads, width)
            query, kept[:, number] = asked[:, 0] * scale, asked[:, 1:]
            # (heads, count, shared), and each branch's own characters beside it.
            keys, values = self._keys[number][:, :shared], self._values[number][:, :shared]
            common = query.swapaxes(0, 1) @ keys.swapaxes(1, 2)
            own_keys = suffix[:, :, number, 0].transpose(0, 2, 3, 1)
            own = (query[:, :, None, :] @ own_keys)[:, :, 0]
            now = (query * asked[:, 1]).sum(axis=2)[:, :, None]
            odds = np.concatenate([common.swapaxes(0, 1), own], axis=2) + biases
            odds = np.concatenate([odds, now], axis=2)
            odds = np.exp(odds - odds.max(axis=2, keepdims=True))
            odds /= odds.sum(axis=2, keepdims=True)
            seen = odds[:, :, :shared].swapaxes(0, 1) @ values
            own_values = suffix[:, :, number, 1].swapaxes(1, 2)
            mine = (odds[:, :, None, shared:-1] @ own_values)[:, :, 0]
            mine = mine + odds[:, :, -1:] * asked[:, 2]
            x = x + (seen.swapaxes(0, 1) + mine).reshape(count, -1) @ block.joined
            x = network.widen(x, block)
        nats = network.expect(x)
        return [
            # Copies, since a view would keep the rows of all other branches.
            Branch(parent, number, kept[row].copy(), nats[row].copy())
            for row, (parent, number) in enumerate(zip(parents, numbers, strict=True))
        ]

    def _share(self, chains: list[list[Branch]]) -> list[list[Branch]]:
        """Put what all chains begin with among what is shared; return the rest of each.

        After some characters only one reading of the oldest is left.
        """
        first = chains[0]
        common = min(map(len, chains))
        for chain in chains[1:]:
            while common and chain[common - 1] is not first[common - 1]:
                common -= 1
        same = 0
        while same < min(common, len(self._shared)) and self._shared[same] is first[same]:
            same += 1
        for at in range(same, common):
            place = self._before + at
            for number, (keys, values) in enumerate(zip(self._keys, self._values, strict=True)):
                if place == keys.shape[1]:
                    keys, values = _with_room(keys), _with_room(values)
                    self._keys[number], self._values[number] = keys, values
                keys[:, place], values[:, place] = first[at].kept[number]
        self._shared = first[:common]
        return [chain[common:] for chain in chains]


def _with_room(shared: Matrix) -> Matrix:
    """Return the same with room for as many characters again, or for some at least."""
    heads, count, width = shared.shape
    roomy = np.zeros((heads, max(_ROOM, 2 * count), width), dtype=np.float32)
    roomy[:, :count] = shared
    return roomy


def _chain(branch: Branch) -> list[Branch]:
    """Return the branch and all those before it, the oldest first."""
    chain: list[Branch] = []
    one: Branch | None = branch
    while one is not None:
        chain.append(one)
        one = one.parent
    chain.reverse()
    return chain
