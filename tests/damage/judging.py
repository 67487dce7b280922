"""How sure repairs say they are, against how often they are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from random import Random

from reader import RepairKind, restore
from tests.damage.styles import STYLES


def judged(
    texts: Sequence[str], styles: Iterable[str], *, step: int = 1
) -> Iterator[tuple[float, bool]]:
    """Damage and restore texts; yield (confidence, right) of every repair of a form.

    The seed of each text rises by `step`.
    """
    for style in styles:
        for number, text in enumerate(texts):
            case = STYLES[style](text, Random(f"judged {number * step}"))
            document = restore(case.text)
            wrong = _places_wrong(document.text, case.truth)
            for repair in document.repairs:
                if repair.applied and repair.kind in (RepairKind.VARIANT, RepairKind.SCRIPT):
                    yield repair.confidence, repair.clean_start not in wrong


def said_and_right(found: list[tuple[float, bool]]) -> tuple[float, float]:
    """Return how often repairs said they are right on average, and how often they are."""
    said = sum(confidence for confidence, _ in found) / len(found)
    return said, sum(right for _, right in found) / len(found)


def _places_wrong(text: str, truth: str) -> set[int]:
    wrong: set[int] = set()
    for tag, start, end, _, _ in SequenceMatcher(None, text, truth, False).get_opcodes():
        if tag != "equal":
            wrong.update(range(start, max(end, start + 1)))
    return wrong
