"""Figures of the engine: what it restores, what it leaves alone, how fast."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter
from typing import TypeVar

from opencc import OpenCC

from reader import restore
from tests.bench import corpus, honest, needs, sample
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.SAMPLE)
_NAIVE_GLOSS = re.compile(r"[(（][a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüÜńňǹḿ:]{1,8}[1-5]? ?[)）]")
_BASELINE = "regex strip of glosses, then OpenCC t2s"
_ROUNDS = 6  # the first warms up
_UNSURE = "乾著徵藉覆瞭郃跼搨麽後裏畫"

_Made = TypeVar("_Made")


def run() -> list[Figure]:
    """Measure on the real sample and on the laws."""
    return [
        _sample(),
        _exact("seed", "own generator, seed style: exactly restored", 0.97),
        _exact("variants", "own generator, variants alone: exactly restored", 0.95),
        _clean(),
        _honest(),
        *_speed(),
    ]


def _sample() -> Figure:
    wrong = sample.wrong(restore(sample.SAMPLE.read_text("utf-8")).text)
    value = f"{len(wrong)}" + (f" ({', '.join(wrong[:8])})" if wrong else "")
    return Figure("sample: wrong characters after restoring", value, "0", not wrong)


def _exact(style: str, name: str, reach: float) -> Figure:
    """Restore 500 damaged paragraphs, each a document of its own."""
    texts = corpus.to_damage()
    right = 0
    for index, text in enumerate(texts):
        case = STYLES[style](text, Random(f"{style} {index}"))
        right += restore(case.text).text == case.truth
    share = right / len(texts)
    value = f"{share:.1%} ({right} of {len(texts)})"
    return Figure(name, value, f">= {reach:.0%}", share >= reach)


def _clean() -> Figure:
    texts = corpus.clean()
    changed = sum(restore(text).text != text for text in texts)
    return Figure(
        f"clean paragraphs changed, of {len(texts):,}", f"{changed}", "<= 2", changed <= 2
    )


def _honest() -> Figure:
    cases = honest.paragraphs()
    gone = sum(len(honest.missing(restore(text).text, kept)) for text, kept in cases)
    total = sum(len(kept) for _, kept in cases)
    name = f"honest parentheses removed, of {total:,} in {len(cases):,} paragraphs"
    return Figure(name, f"{gone}", "0", gone == 0)


def _speed() -> list[Figure]:
    """Time text that nobody restored before in this process: the second time caches answer."""
    paragraphs = corpus.to_time()
    parts = ["\n".join(paragraphs[number :: 2 * _ROUNDS]) for number in range(2 * _ROUNDS)]
    damaged = [
        "\n".join(
            STYLES["seed"](paragraph, Random(f"speed {number} {index}")).text
            for index, paragraph in enumerate(part.split("\n"))
        )
        for number, part in enumerate(parts[:_ROUNDS])
    ]
    figures = []
    for name, texts, reach in (("damaged", damaged, 0.5), ("clean", parts[_ROUNDS:], 1.0)):
        times = _times(texts)
        ratio = median(naive / ours for naive, ours, _ in times)
        rate = median(len(text) / ours for text, (_, ours, _) in zip(texts[1:], times, strict=True))
        listed = median(naive / (ours + listing) for naive, ours, listing in times)
        figures += [
            Figure(
                f"restore speed on {name} text",
                f"{ratio:.2f} times ({rate / 1000:,.0f} k characters/s)",
                f">= {reach:g} times",
                ratio >= reach,
                _BASELINE,
            ),
            Figure(
                f"restore speed on {name} text, the list of repairs made, too",
                f"{listed:.2f} times",
                "no goal",
                True,
                _BASELINE,
            ),
        ]
    return [*figures, _unsure(parts[0])]


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


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    """Return how long the work took (s), and what it made."""
    start = perf_counter()
    made = work()
    return perf_counter() - start, made
