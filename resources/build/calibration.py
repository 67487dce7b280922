"""Fit how sure repairs are: print the constants that reader/repair/calibration.py holds.

    python resources/build/calibration.py --shared DIR [--count 2500]

`--shared` is the folder with `data/laws.txt.xz` and the other texts. Paragraphs that no model has
seen are damaged by the generators of the tests. Runs are fitted on one third of them and checked on
another; forms are fitted on some kinds of text and checked on the others. Needs numpy.
"""

from __future__ import annotations

import argparse
import lzma
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader import restore
from reader.codepages.clauses import Clause
from reader.repair import calibration, decide, runs
from tests.damage.gloss_slip import byte_glosses
from tests.damage.glosses import toned_keys
from tests.damage.mark_slip import mark_slip
from tests.damage.styles import STYLES
from tests.damage.traditional import traditional

FITTED = ("laws", "encyclopedia", "reports")
CHECKED = ("news",)
CONVERTERS = ("eats", "keeps", "replacement", "drops")
STYLES_OF_FORMS = ("seed", "variants", "traditional")
SLOPES = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
_STEP = 1e-5  # between the confidences by which a place is found again

_SENTENCES = re.compile("(?:[^。]{1,120}。){1,3}|[^。]{15,120}$")

Sample = tuple[list[float], bool]


def texts(shared: Path, kind: str, count: int) -> list[str]:
    """Return paragraphs of one kind of text that GBK can hold."""
    with lzma.open(shared / "data" / f"{kind}.txt.xz", "rt", encoding="utf-8") as lines:
        found = [line.strip() for line in islice(lines, 40 * count)]
    pieces = [piece for line in found for piece in _SENTENCES.findall(line)]
    usable = [one for one in pieces if 15 <= len(one) <= 200 and _fits_gbk(one)]
    return Random(kind).sample(usable, min(count, len(usable)))


def _fits_gbk(text: str) -> bool:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return "?" not in text and "(" not in text


def judge(damaged: str, truth: str, rules: Sequence[str], seen: list[Any]) -> Iterator[Sample]:
    """Yield the features of each repair of these rules, and whether it is right.

    The features lie in `seen`, and the confidence of a repair says which of them are its own.
    """
    seen.clear()
    document = restore(damaged)
    wrong: set[int] = set()
    matched = SequenceMatcher(None, document.text, truth, autojunk=False)
    for tag, start, end, _, _ in matched.get_opcodes():
        if tag != "equal":
            wrong.update(range(start, max(end, start + 1)))
    for repair in document.repairs:
        if repair.rule in rules and repair.applied:
            number = round((repair.confidence - 0.9) / _STEP)
            if 0 <= number < len(seen):
                places = range(repair.clean_start, max(repair.clean_end, repair.clean_start + 1))
                yield seen[number], wrong.isdisjoint(places)


def held_out(shared: Path, kind: str, third: int) -> Iterator[str]:
    """Yield pieces of paragraphs that no model has seen, a third of them."""
    with lzma.open(shared / "data" / f"{kind}.txt.xz", "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if (index // 200) % 20 == 7 and (index // 4_000 + index // 40) % 3 == third:
                for piece in _SENTENCES.findall(line.strip()):
                    if 30 <= len(piece) <= 200 and _fits_gbk(piece):
                        yield piece


def collect_runs(shared: Path, kind: str, third: int, count: int) -> list[Sample]:
    """Return the features of the clauses of runs, and which of them are right."""
    seen: list[list[float]] = []

    def record(clause: Clause, nats: float, gain: float, *, by_network: bool, torn: bool) -> float:
        seen.append(calibration.features_of(clause, nats, gain, by_network=by_network, torn=torn))
        # What a '?' ate is gone for good, whatever the rest of the clause is.
        return 0.5 if "?" in clause.raw else 0.9 + _STEP * (len(seen) - 1)

    runs.probability_of_clause = record
    found: list[Sample] = []
    for number, text in enumerate(islice(held_out(shared, kind, third), count)):
        random = Random(f"{kind} {number}")
        spun = traditional(text, random) if number % 2 else text
        try:
            slipped = mark_slip(spun).text
            converter = CONVERTERS[number % len(CONVERTERS)]
            torn = byte_glosses(spun, toned_keys(random), converter=converter).text
        except UnicodeEncodeError:
            continue
        for damaged in (slipped, torn):
            found += judge(damaged, text, ("slip.byte", "slip.gloss"), seen)
    return found


def collect_forms(shared: Path, kind: str, count: int) -> list[Sample]:
    """Return the margins of forms that context decides, and which choices are right."""
    seen: list[list[float]] = []

    def record(margins: Sequence[float]) -> list[float]:
        seen.append(sorted(margins))
        best = 0.9 + _STEP * (len(seen) - 1)
        return [best if margin == min(margins) else 0.0 for margin in margins]

    decide.calibration.share_choices = record
    found: list[Sample] = []
    for style in STYLES_OF_FORMS:
        for number, text in enumerate(texts(shared, kind, count // 4)):
            try:
                damaged = STYLES[style](text, Random(f"{style} {number}")).text
            except UnicodeEncodeError:
                continue
            found += judge(damaged, text, ("script.t2s", "variant.table", "variant.evidence"), seen)
    return found


def fit_logistic(samples: Sequence[Sample], ridge: float = 0.3) -> np.ndarray:
    """Return the weights of a logistic regression (Newton's method, a little ridge)."""
    x = np.array([features for features, _ in samples])
    y = np.array([right for _, right in samples], float)
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(weights))
        weights += np.linalg.solve(slope, x.T @ (y - p) - ridge * weights)
    return weights


def report(name: str, samples: Sequence[Sample], of: Callable[[list[float]], float]) -> None:
    """Print how well probabilities hold: Brier score and expected calibration error."""
    p = np.array([of(features) for features, _ in samples])
    y = np.array([right for _, right in samples], float)
    bins = np.digitize(p, [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98])
    error = sum(
        abs(p[bins == one].mean() - y[bins == one].mean()) * (bins == one).sum()
        for one in set(bins.tolist())
    ) / len(y)
    sure = p >= 0.9
    wrong = 1 - y[sure].mean() if sure.any() else 0.0
    print(
        f"{name}: {len(y)} places, {y.mean():.3f} right, Brier {((p - y) ** 2).mean():.4f}, "
        f"calibration error {error:.3f}, wrong at 0.9 and more {wrong:.4f}"
    )


def share_of_best(margins: Sequence[float], slope: float) -> float:
    """Return the probability of the best of several choices."""
    return min(0.99, 1 / sum(math.exp(-slope * margin) for margin in margins))


def main() -> None:
    """Read the options, fit, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--count", type=int, default=2_500)
    options = parser.parse_args()
    kinds = (*FITTED, *CHECKED)
    fit, check = (
        {kind: collect_runs(options.shared, kind, third, options.count) for kind in kinds}
        for third in (0, 1)
    )
    weights = fit_logistic([one for samples in fit.values() for one in samples])
    print("clauses of runs, in the order of calibration.features_of:")
    print(np.round(weights, 3))

    def probability(features: list[float]) -> float:
        return 1 / (1 + math.exp(-float(np.dot(weights, features))))

    for kind, samples in check.items():
        report(f"  {kind}", samples, probability)
    forms = {kind: collect_forms(options.shared, kind, options.count) for kind in kinds}
    fitted = [one for kind in FITTED for one in forms[kind]]

    def loss(slope: float) -> float:
        p = np.array([share_of_best(margins, slope) for margins, _ in fitted])
        y = np.array([right for _, right in fitted], float)
        return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())

    best = min(SLOPES, key=loss)
    print(f"forms: slope {best}")
    for kind, samples in forms.items():
        report(f"  {kind}", samples, lambda margins: share_of_best(margins, best))


if __name__ == "__main__":
    main()
