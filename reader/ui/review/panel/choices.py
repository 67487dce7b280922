"""What can be chosen at a place, in the order of its number keys. Pure functions, no Qt."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reader.review.history import How
from reader.text.align import Change
from reader.text.document import Repair
from reader.text.kinds import RepairKind
from reader.text.repair import can_decide

MOST_CHOICES = 9
_GAP = "□"


class ChoiceWord(Enum):
    """What is said about a choice."""

    PROPOSED = auto()
    ALSO_FITS = auto()
    LEAVE_GAP = auto()
    TYPED = auto()
    ORIGINAL = auto()


class Choice(NamedTuple):
    """A text that could stand at a place; `share` is its probability (0..1), None if unknown."""

    text: str
    word: ChoiceWord
    how: How
    share: float | None
    chosen: bool


def list_choices(repair: Repair, engine: Change) -> tuple[Choice, ...]:
    """Return the choices at a place: what the engine proposes, what it saw besides it.

    `engine` is what the engine did there, so that each choice keeps its number after a decision. A
    text that was typed, or the original where it stands, comes last. Where the engine did nothing,
    what was typed comes first, and what stood there before is among the others; so it is where
    bytes are gone, as nothing was proposed there.
    """
    if not can_decide(repair):
        return ()
    if not can_decide(engine):
        return _list_choices_of_lost(repair)
    # A proposal that is not applied changed nothing.
    stands = repair.after if repair.applied else repair.before
    typed = engine.kind is RepairKind.MANUAL
    first = Choice(
        engine.after,
        ChoiceWord.TYPED if typed else ChoiceWord.PROPOSED,
        How.TYPED if typed else How.ACCEPT,
        None if typed else engine.confidence,
        chosen=stands == engine.after,
    )
    found = [first]
    for other in engine.alternatives:
        if other.text == engine.after:
            continue
        is_original = other.text == repair.before
        word = ChoiceWord.LEAVE_GAP if _GAP in other.text else ChoiceWord.ALSO_FITS
        word = ChoiceWord.ORIGINAL if is_original else word
        how = How.KEEP if is_original else How.ALTERNATIVE
        share = None if typed else other.probability
        found.append(Choice(other.text, word, how, share, chosen=other.text == stands))
    found = found[: MOST_CHOICES - 1]
    if not any(one.chosen for one in found):
        is_original = stands == repair.before
        word = ChoiceWord.ORIGINAL if is_original else ChoiceWord.TYPED
        how = How.KEEP if is_original else How.TYPED
        found.append(Choice(stands, word, how, None, chosen=True))
    return tuple(found)


def _list_choices_of_lost(repair: Repair) -> tuple[Choice, ...]:
    """Return what was typed where bytes are gone, and what is left of the original."""
    kept = repair.after == repair.before
    original = Choice(repair.before, ChoiceWord.ORIGINAL, How.KEEP, None, chosen=kept)
    if kept:
        return (original,)
    return Choice(repair.after, ChoiceWord.TYPED, How.TYPED, None, chosen=True), original
