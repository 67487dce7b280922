"""How fast a text is restored, against the naive pipeline: on a mix of kinds, in CPU time.

Laws alone would hide that modern prose takes two or three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar
from unittest.mock import patch

from opencc import OpenCC

from reader import restore
from reader.repair import ahead
from tests.bench import genres, needs
from tests.bench.figure import Figure
from tests.damage.mark_slip import mark_slip
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.NEWS, needs.REPORTS, needs.ENCYCLOPEDIA)
_NAIVE_GLOSS = re.compile(r"[(（][a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüÜńňǹḿ:]{1,8}[1-5]? ?[)）]")
_BASELINE = "regex strip of glosses, then OpenCC t2s"
_ROUNDS = 6  # the first warms up
_OF_A_KIND = 150  # pieces of a kind in a round
_SLIPPED = 15  # the same of those with a slip each, which take a hundred times as long
_APART = 3  # rounds of the same that two processes share
_TOGETHER = 1.5  # times as fast as one process two must be
_UNSURE = "乾著徵藉覆瞭郃跼搨麽後裏畫"

_Made = TypeVar("_Made")


def run() -> list[Figure]:
    """Time text that nobody restored before in this process: the second time caches answer."""
    clean = list(_rounds(_OF_A_KIND, lambda text, _: text))
    spun = list(_rounds(_OF_A_KIND, lambda text, seed: STYLES["seed"](text, Random(seed)).text))
    slipped = list(_rounds(_SLIPPED, lambda text, _: _slip(text), _ROUNDS + _APART))
    figures = [*_ratios("damaged", spun, 0.8), *_ratios("clean", clean, 4.0)]
    with patch("reader.language.context_network.context_network", lambda: None):
        figures += _ratios(
            "text with a slip in every paragraph, without the network", slipped[:_ROUNDS], 0.02
        )
    return [*figures, _workers(slipped[_ROUNDS:]), _unsure(clean[0])]


def _rounds(count: int, damage: Callable[[str, int], str], rounds: int = _ROUNDS) -> Iterator[str]:
    """Yield a text for each round, of as many pieces of each kind; no piece is in two of them."""
    pieces = {genre: iter(genres.held_out(genre)) for genre in genres.GENRES}
    for _ in range(rounds):
        mixed = []
        for genre in genres.GENRES:
            damaged = (damage(piece, seed) for seed, piece in enumerate(pieces[genre]))
            mixed += islice(filter(None, damaged), count)
        Random("mix").shuffle(mixed)
        yield "\n".join(mixed)


def _slip(text: str) -> str:
    """Return a text with a slip, empty if none happens in it."""
    try:
        damaged = mark_slip(text)
    except UnicodeEncodeError:
        return ""
    return damaged.text if "mark_slip" in damaged.kinds else ""


def _ratios(name: str, texts: list[str], reach: float) -> list[Figure]:
    times = _times(texts)
    ratio = median(naive / ours for naive, ours, _ in times)
    rate = median(len(text) / ours for text, (_, ours, _) in zip(texts[1:], times, strict=True))
    listed = median(naive / (ours + listing) for naive, ours, listing in times)
    return [
        Figure(
            f"restore speed, {name}",
            f"{ratio:.3g} times ({rate / 1000:,.0f} k characters/s)",
            f">= {reach:g} times",
            ratio >= reach,
            _BASELINE,
        ),
        Figure(
            f"restore speed, {name}, the list of repairs made, too",
            f"{listed:.3g} times",
            "no goal",
            True,
            _BASELINE,
        ),
    ]


def _times(texts: list[str]) -> list[tuple[float, float, float]]:
    """Return the times (s) of the naive pipeline, of restoring and of listing the repairs.

    One round a text, both in turn, so that a busy machine slows both; the first text only warms up.
    """
    converter = OpenCC("t2s")
    times = []
    for text in texts:
        naive, _ = _timed(lambda text=text: converter.convert(_NAIVE_GLOSS.sub("", text)))
        ours, document = _timed(lambda text=text: restore(text))
        listing, _ = _timed(lambda document=document: document.repairs)
        times.append((naive, ours, listing))
    return times[1:]


def _workers(texts: list[str]) -> Figure:
    """Compare two processes with one in time by the clock; the machine must have two cores.

    The text is new to all of them, and what one process has learned of it comes last.
    """
    text = "\n".join(texts)
    two, together = _timed(lambda: restore(text, workers=2), perf_counter)
    one, alone = _timed(lambda: restore(text), perf_counter)
    same = alone.text == together.text and list(alone.repairs) == list(together.repairs)
    return Figure(
        "two processes on text with a slip in every paragraph, the same result",
        f"{one / two:.2f} times, {'yes' if same else 'NO'}, with {ahead.usual_workers()} cores",
        ">= 1.5 times, yes",
        same and (one / two >= _TOGETHER or ahead.usual_workers() < 2),
        "one process",
    )


def _unsure(plain: str, length: int = 3_000) -> Figure:
    """Time one line in which every character needs its neighbours, against as much plain text."""
    ratios = []
    for number in range(_ROUNDS):
        line = "".join(Random(f"unsure {number}").choices(_UNSURE, k=length))
        clean = plain[number * length :][:length]
        plain_time, _ = _timed(lambda clean=clean: restore(clean))
        ratios.append(_timed(lambda line=line: restore(line))[0] / plain_time)
    return Figure(
        f"time of one line of {length:,} unsure characters",
        f"{median(ratios):.1f} times",
        "no goal",
        True,
        f"{length:,} characters of clean text",
    )


def _timed(
    work: Callable[[], _Made], clock: Callable[[], float] = process_time
) -> tuple[float, _Made]:
    """Return how long the work took (s), and what it made."""
    start = clock()
    made = work()
    return clock() - start, made
