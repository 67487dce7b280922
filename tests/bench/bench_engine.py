"""Figures of the engine: what it restores, what it leaves alone, how fast."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from time import perf_counter

from opencc import OpenCC

from reader import restore
from tests.bench import corpus, honest, sample
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

_NAIVE_GLOSS = re.compile(r"[(（][a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüÜńňǹḿ:]{1,8}[1-5]? ?[)）]")
_BASELINE = "regex strip of glosses, then OpenCC t2s"


def run() -> list[Figure]:
    """Measure; the figures that need the corpus are left out where it is absent."""
    figures = [*_sample()]
    if not corpus.available():
        return figures
    figures += [
        _exact("seed", "own generator, seed style: exactly restored", 0.97),
        _exact("variants", "own generator, variants alone: exactly restored", 0.95),
        _clean(),
        _honest(),
        *_speed(),
    ]
    return figures


def _sample() -> list[Figure]:
    if not sample.SAMPLE.is_file():
        return []
    wrong = sample.wrong(restore(sample.SAMPLE.read_text("utf-8")).text)
    value = f"{len(wrong)}" + (f" ({', '.join(wrong[:8])})" if wrong else "")
    return [Figure("sample: wrong characters after restoring", value, "0", not wrong)]


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
    texts = corpus.to_damage()
    damaged = "\n".join(
        STYLES["seed"](text, Random(f"speed {index}")).text for index, text in enumerate(texts)
    )
    clean = "\n".join(texts)
    figures = []
    for name, text, reach in (("damaged", damaged, 0.5), ("clean", clean, 1.0)):
        ratio, ours = _ratio(text)
        figures.append(
            Figure(
                f"restore speed on {name} text",
                f"{ratio:.2f} times ({len(text) / ours / 1000:,.0f} k characters/s)",
                f">= {reach:g} times",
                ratio >= reach,
                _BASELINE,
            )
        )
    return figures


def _ratio(text: str, rounds: int = 5) -> tuple[float, float]:
    """Return how many times as fast as the naive pipeline we are, and our best time (s)."""
    converter = OpenCC("t2s")

    def naive() -> None:
        converter.convert(_NAIVE_GLOSS.sub("", text))

    def ours() -> None:
        restore(text)

    naive()
    ours()
    naive_best = ours_best = float("inf")
    for _ in range(rounds):  # in turn, so that a busy machine slows both
        naive_best = min(naive_best, _time(naive))
        ours_best = min(ours_best, _time(ours))
    return naive_best / ours_best, ours_best


def _time(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
