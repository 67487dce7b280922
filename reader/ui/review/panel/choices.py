"""What can be chosen at a place, in the order of its number keys. Pure functions, no Qt."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reader.review.history import How
from reader.text.align import Change
from reader.text.document import Repair
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
    text that was typed, or the original where it was put back, comes last.
    """
    if not can_decide(repair):
        return ()
    # A proposal that changed nothing is shown as what it would be.
    stands = repair.after
    is_proposed = stands == engine.after
    first = Choice(
        engine.after, ChoiceWord.PROPOSED, How.ACCEPT, engine.confidence, chosen=is_proposed
    )
    found = [first]
    for other in engine.alternatives:
        if other.text != engine.after:
            word = ChoiceWord.LEAVE_GAP if _GAP in other.text else ChoiceWord.ALSO_FITS
            chosen = other.text == stands
            found.append(Choice(other.text, word, How.ALTERNATIVE, other.probability, chosen))
    found = found[: MOST_CHOICES - 1]
    if not any(one.chosen for one in found):
        kept = repair.after == repair.before
        word = ChoiceWord.ORIGINAL if kept else ChoiceWord.TYPED
        found.append(Choice(repair.after, word, How.KEEP if kept else How.TYPED, None, True))
    return tuple(found)
