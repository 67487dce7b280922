"""Repairs drawn at random for a person to look at, and what follows from how many are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from math import comb

from reader.review.packed import fingerprint
from reader.text.align import Change
from reader.text.document import Document, Repair
from reader.text.kinds import RepairState
from reader.text.repair import state_of

DRAWN = 20
CONFIDENCE = 0.95


def draw_certain(document: Document, count: int = DRAWN) -> Sequence[Repair]:
    """Return so many of the certain repairs, in order; all of them if there are no more.

    Each is as likely as any other. The source is the seed, so that whoever makes the report again
    finds the same repairs in it.
    """
    certain = _certain_numbers(document)
    if len(certain) <= count:
        return [document.repairs[number] for number in certain]
    seed = fingerprint(document.source)
    drawn: set[int] = set()
    tries = 0
    while len(drawn) < count:
        digest = sha256(f"{seed} {tries}".encode()).digest()
        drawn.add(int.from_bytes(digest) % len(certain))
        tries += 1
    return [document.repairs[certain[number]] for number in sorted(drawn)]


def count_certain(document: Document) -> int:
    """Return how many repairs are certain."""
    return len(_certain_numbers(document))


def upper_bound(drawn: int, wrong: int, confidence: float = CONFIDENCE) -> float:
    """Return the share of all that are wrong at most, if `wrong` of `drawn` are.

    With this confidence, by Clopper and Pearson: the share at which so few would be found wrong
    with the chance that is left. Of 20 with none wrong it is 1 - 0.05 ** (1 / 20), 14 %.
    """
    if wrong >= drawn:
        return 1.0
    low, high = wrong / drawn, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _chance_of_at_most(wrong, drawn, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def _chance_of_at_most(wrong: int, drawn: int, share: float) -> float:
    return sum(
        comb(drawn, number) * share**number * (1 - share) ** (drawn - number)
        for number in range(wrong + 1)
    )


def _certain_numbers(document: Document) -> list[int]:
    """Return the numbers of the certain repairs; equal changes are looked at once."""
    changes: list[Change] = []
    for paragraph in document.paragraphs:
        changes += paragraph.columns.changes
    different = {id(change): change for change in changes}
    certain = {
        name for name, change in different.items() if state_of(change) is RepairState.CERTAIN
    }
    return [number for number, change in enumerate(changes) if id(change) in certain]
