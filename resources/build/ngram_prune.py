"""Estimate a character model from weighted texts and prune what it can do without.

Counts of each text are discounted by the modified Kneser-Ney discounts of that text, weighed and
added; what the discounts take goes to the next shorter context. Pruning (Stolcke 1998) drops an
n-gram if that raises the model's perplexity, weighed by how frequent its context is, by less than
a threshold. Shorter contexts keep their own relative frequencies, not Kneser-Ney's continuation
counts: those would be wrong once most longer n-grams are gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from ngram_sources import UNKNOWN

FLOOR = 0.02  # the count of a character that was never seen


@dataclass
class Text:
    """Character ids, how much each counts, and from which count on an n-gram of order k is kept."""

    ids: np.ndarray
    weight: float
    least: tuple[int, ...]  # for k = 2, 3, ...


@dataclass
class Order:
    """All n-grams of one length, sorted by context and last character."""

    context: np.ndarray  # index into the next shorter order
    last: np.ndarray
    suffix: np.ndarray  # the n-gram without its first character, in the next shorter order
    p: np.ndarray  # interpolated probability
    total: np.ndarray  # of each context in the next shorter order: how often it was seen
    keep: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))
    back: np.ndarray = field(default_factory=lambda: np.zeros(0))  # of each n-gram as a context
    lower: np.ndarray = field(default_factory=lambda: np.zeros(0))  # p after the shorter context


def discounts(counts: np.ndarray) -> np.ndarray:
    """Return what is taken from counts of 0, 1, 2, 3 and more."""
    n = [float((counts == number).sum()) for number in (1, 2, 3, 4)]
    if min(n[:3]) < 100:
        return np.array([0.0, 0.5, 0.5, 0.5])
    y = n[0] / (n[0] + 2 * n[1])
    taken = [1 - 2 * y * n[1] / n[0], 2 - 3 * y * n[2] / n[1], 3 - 4 * y * n[3] / n[2]]
    return np.array([0.0, *np.clip(taken, [0.1, 0.2, 0.3], [0.95, 1.8, 2.6])])


def estimate(texts: list[Text], size: int, longest: int) -> list[Order]:
    """Return the orders 1 to `longest` without pruning."""
    single = np.full(size, FLOOR)
    for text in texts:
        single += text.weight * np.bincount(text.ids, minlength=size)
    single[UNKNOWN] = FLOOR
    everything = np.arange(size)
    nothing = np.zeros(size, dtype=np.int64)
    single /= single.sum()
    orders = [Order(nothing, everything, nothing, single, np.ones(1))]
    places = [np.where(text.ids == UNKNOWN, -1, text.ids.astype(np.int64)) for text in texts]
    for k in range(2, longest + 1):
        orders.append(_longer(texts, places, orders[-1], size, k))
    return orders


def _longer(
    texts: list[Text], places: list[np.ndarray], shorter: Order, size: int, k: int
) -> Order:
    """Count the n-grams of length k; `places` says where those of length k-1 stand."""
    contexts = len(shorter.last)
    total = np.zeros(contexts)
    seen = []
    for text, place in zip(texts, places, strict=True):
        last = text.ids[k - 1 :].astype(np.int64)
        ahead = place[: len(last)]
        key = np.where((ahead >= 0) & (last != UNKNOWN), ahead * size + last, -1)
        order = np.argsort(key)
        key = key[order]
        starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
        counts = np.diff(np.append(starts, len(key)))
        grams = key[starts]
        real = grams >= 0
        total += text.weight * np.bincount(grams[real] // size, counts[real], minlength=contexts)
        enough = real & (counts >= text.least[k - 2])
        off = discounts(counts[real])[np.minimum(counts, 3)]
        seen.append((order, counts, grams, enough, text.weight * (counts - off)))
    keys = np.unique(np.concatenate([grams[enough] for _, _, grams, enough, _ in seen]))
    held = np.zeros(len(keys))
    for number, (order, counts, grams, enough, part) in enumerate(seen):
        held[np.searchsorted(keys, grams[enough])] += part[enough]
        at = np.minimum(np.searchsorted(keys, grams), len(keys) - 1)
        places[number] = np.empty(len(order), dtype=np.int64)
        places[number][order] = np.repeat(np.where(keys[at] == grams, at, -1), counts)
    context, last = keys // size, keys % size
    taken = np.bincount(context, held, minlength=contexts)
    rest = np.where(total > 0, 1 - taken / np.maximum(total, 1e-9), 1.0)
    # The suffix was seen at least as often, so it was kept as well.
    if k == 2:
        suffix = last
    else:
        wanted = shorter.suffix[context] * size + last
        suffix = np.searchsorted(shorter.context * size + shorter.last, wanted)
    p = held / total[context] + rest[context] * shorter.p[suffix]
    return Order(context, last, suffix, p, total)


def prune(orders: list[Order], threshold: float) -> None:
    """Mark what is kept, the longest first; an n-gram stays while a longer one needs it."""
    grand = orders[1].total.sum()
    needed = np.zeros(len(orders[-1].last), bool)
    for k in range(len(orders), 1, -1):
        order, shorter = orders[k - 1], orders[k - 2]
        contexts = len(shorter.last)
        low = shorter.p[order.suffix]
        left = 1 - np.bincount(order.context, order.p, minlength=contexts)
        below = 1 - np.bincount(order.context, low, minlength=contexts)
        left, below = np.maximum(left, 1e-6), np.maximum(below, 1e-6)
        back = (left / below)[order.context]
        new = (left[order.context] + order.p) / (below[order.context] + low)
        loss = order.p * (np.log(order.p) - np.log(low) - np.log(new)) - left[order.context] * (
            np.log(new) - np.log(back)
        )
        loss *= order.total[order.context] / grand
        order.keep = (loss > threshold) | needed
        needed = np.zeros(contexts, bool)
        needed[order.context[order.keep]] = True
    orders[0].keep = np.ones(len(orders[0].last), bool)
    settle(orders)


def settle(orders: list[Order]) -> None:
    """Set the weights of backing off so that the probabilities of each context sum to one."""
    orders[0].lower = np.zeros(len(orders[0].last))
    for k in range(2, len(orders) + 1):
        order, shorter = orders[k - 1], orders[k - 2]
        end = order.suffix
        low = shorter.p[end]
        if k > 2:
            backed = shorter.lower[end] * orders[k - 3].back[shorter.context[end]]
            low = np.where(shorter.keep[end], low, backed)
        order.lower = low
        contexts = len(shorter.last)
        held = order.keep
        left = 1 - np.bincount(order.context[held], order.p[held], minlength=contexts)
        below = 1 - np.bincount(order.context[held], low[held], minlength=contexts)
        shorter.back = np.clip(np.maximum(left, 1e-7) / np.maximum(below, 1e-7), 1e-7, 8.0)
        empty = np.bincount(order.context[held], minlength=contexts) == 0
        shorter.back[empty] = 1.0
    orders[-1].back = np.ones(len(orders[-1].last))
