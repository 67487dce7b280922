"""Write a pruned model as resources/data/ngram.bin; reader/language/ngram.py reads it."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from ngram_prune import Order
from ngram_sources import Vocabulary

MAGIC = b"JDNG0002"
SCALE = 11.0  # steps per nat; 255 / 11 = 23 nats
ZERO = 24  # the step that stands for a weight of one; backing off may cost less than nothing
BLOCK = 16  # how many contexts share a 32-bit base
HEADER = 64


def _steps(p: np.ndarray, zero: int = 0) -> np.ndarray:
    return np.clip(np.rint(-np.log(p) * SCALE) + zero, 0, 255).astype(np.uint8)


def _starts(counts: np.ndarray) -> list[np.ndarray]:
    """Return where each run begins (and the last ends): a base a block, offsets from it."""
    starts = np.concatenate([[0], np.cumsum(counts)])
    base = starts[::BLOCK]
    offset = starts - np.repeat(base, BLOCK)[: len(starts)]
    if offset.max() > 0xFFFF:
        raise ValueError("too many successors in one block")
    return [base.astype(np.uint32), offset.astype(np.uint16)]


def write(orders: list[Order], vocabulary: Vocabulary, path: Path) -> list[tuple[int, int]]:
    """Write the model; return how many n-grams of each length have successors and have none.

    Orders 2 and 3 are split into those with successors and those without: the latter need neither
    a weight of backing off nor a place of successors.
    """
    one, two, three, four = orders
    blob = vocabulary.characters.encode("utf-32-le")
    # numbers[k] is, for each n-gram, its place among those with successors, in the order written.
    numbers = np.arange(len(one.last))
    contexts = len(one.last)
    arrays: list[np.ndarray] = [_steps(one.p), _steps(one.back, ZERO)]
    sizes = []
    for order, longer in ((two, three), (three, four)):
        inner = np.zeros(len(order.last), bool)
        inner[longer.context[longer.keep]] = True
        leaf = order.keep & ~inner
        inner &= order.keep
        for part in (inner, leaf):
            counts = np.bincount(numbers[order.context[part]], minlength=contexts)
            arrays += [*_starts(counts), order.last[part].astype(np.uint16), _steps(order.p[part])]
        arrays.append(_steps(order.back[inner], ZERO))
        contexts = int(inner.sum())
        sizes.append((contexts, int(leaf.sum())))
        numbers = np.cumsum(inner) - 1
    counts = np.bincount(numbers[four.context[four.keep]], minlength=contexts)
    arrays += [*_starts(counts), four.last[four.keep].astype(np.uint16), _steps(four.p[four.keep])]
    sizes.append((0, int(four.keep.sum())))
    header = struct.pack(
        "<8s7IfII", MAGIC, len(one.last), *sizes[0], *sizes[1], sizes[2][1], len(blob),
        SCALE, ZERO, BLOCK,
    )  # fmt: skip
    # The widest first, so that each part is aligned.
    arrays.sort(key=lambda array: -array.itemsize)
    parts = [header.ljust(HEADER, b"\0"), blob, *(array.tobytes() for array in arrays)]
    path.write_bytes(b"".join(parts))
    return sizes
