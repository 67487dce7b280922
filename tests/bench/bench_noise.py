"""What a text costs that is none, or hardly any: no kind takes more than others, however odd.

Times are of the processor, without the context network, whose share is measured elsewhere, and
against 50 ms and 50 microseconds a character.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from statistics import median
from time import process_time
from unittest.mock import patch

from reader import restore
from reader.repair.caches import fill
from tests.bench.figure import Figure
from tests.damage.noise import sample

_BASE, _EACH = 0.05, 50e-6  # seconds
_SHORT, _LONG, _LONGEST = 300, 3_000, 30_000  # code points
_WORST = 5
_GROWN = 3  # kinds of which the longest texts are measured, the worst
_NETWORK = "reader.language.context_network.context_network"


def run() -> list[Figure]:
    """Measure every kind at two sizes, the worst ones also at a third."""
    with _without_network():
        _warm()
        with _collected():
            ratios = {size: measure(size) for size in (_SHORT, _LONG)}
            worst = _rank(ratios[_LONG])[:_GROWN]
            longest = measure(_LONGEST, worst)
    figures = [_judge(size, found) for size, found in ratios.items()]
    figures.append(_judge(_LONGEST, longest))
    for name in worst:
        grown = _seconds(longest[name], _LONGEST) / _seconds(ratios[_LONG][name], _LONG)
        shown = f"{name}: {_LONGEST:,} characters take"
        figures.append(Figure(shown, f"{grown:.1f} times as long", "<= 11", grown <= 11))
    return figures


def measure(size: int, names: Iterable[str] | None = None, seed: int = 1) -> dict[str, float]:
    """Return, by kind, how many times as long as it may take a text of that size takes."""
    ratios: dict[str, float] = {}
    for name, text in sample(size, names, seed):
        start = process_time()
        restore(text)
        ratios[name] = (process_time() - start) / _allow(len(text))
    return ratios


def _allow(size: int) -> float:
    return _BASE + _EACH * size


def _seconds(ratio: float, size: int) -> float:
    return ratio * _allow(size)


def _rank(ratios: dict[str, float]) -> list[str]:
    return sorted(ratios, key=lambda name: -ratios[name])


def _judge(size: int, ratios: dict[str, float]) -> Figure:
    """Return how the kinds do, and name those that do worst."""
    named = ", ".join(f"{name} {ratios[name]:.2f}" for name in _rank(ratios)[:_WORST])
    over = sum(ratio > 1 for ratio in ratios.values())
    return Figure(
        f"{size:,} characters of {len(ratios)} kinds: worst time ({named})",
        f"{max(ratios.values()):.2f} times (median {median(ratios.values()):.2f}, {over} over)",
        "<= 1",
        over == 0,
        baseline="50 ms and 50 µs a character",
    )


def _warm() -> None:
    """Restore a little of each kind, so that every table is loaded and every pattern compiled."""
    for _ in fill():
        pass
    for _, text in sample(40):
        restore(text)


@contextmanager
def _without_network() -> Iterator[None]:
    with patch(_NETWORK, return_value=None):
        yield


@contextmanager
def _collected() -> Iterator[None]:
    """Set the tables aside, as the window does: to walk over them takes the collector 0.2 s.

    That would hit any of the texts.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
