"""Figures of the engine: what it restores, and what it leaves alone."""

from __future__ import annotations

from random import Random

from reader import restore
from tests.bench import corpus, honest, needs, sample
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.SAMPLE)


def run() -> list[Figure]:
    """Measure on the real sample and on the laws."""
    return [
        _sample(),
        _exact("seed", "own generator, seed style: exactly restored", 0.97),
        _exact("variants", "own generator, variants alone: exactly restored", 0.95),
        _clean(),
        _honest(),
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
