"""Notices that the user rejects one pair again and again, which an exception could do for good."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from reader.review.decisions import Decision
from reader.review.history import DecisionAct, History
from reader.text.document import Document

REJECTIONS = 3
"""Rejections of one pair after which an exception is offered."""
_LOOKED_AT = 200  # acts: a pair that was rejected an hour ago is not on the user's mind


class RejectedPair(NamedTuple):
    """A pair that the user rejects, and how often so far."""

    before: str
    after: str
    times: int


def find_rejected_pair(base: Document, history: History) -> RejectedPair | None:
    """Return the pair that the last act rejected, if it was rejected often enough; else None.

    `base` is the document as it was restored. An act on many places at once counts once.
    """
    acts = islice(
        (one for one in reversed(history.done) if isinstance(one, DecisionAct)), _LOOKED_AT
    )
    last = next(acts, None)
    pair = _find_rejected(base, last) if last is not None else None
    if pair is None:
        return None
    times = 1 + sum(_find_rejected(base, act) == pair for act in acts)
    return RejectedPair(*pair, times) if times >= REJECTIONS else None


def _find_rejected(base: Document, act: DecisionAct) -> tuple[str, str] | None:
    """Return the pair that an act rejected, None if it did anything else."""
    pairs = {_pair_of(base, place) for place in act.places}
    return pairs.pop() if len(pairs) == 1 else None


def _pair_of(base: Document, place: Decision) -> tuple[str, str] | None:
    before = base.source[place.start : place.end]
    number = base.repairs.number_of(place.start, place.end)
    if place.text != before or number is None:
        return None
    return before, base.repairs[number].after
