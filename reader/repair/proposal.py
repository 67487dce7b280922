"""What a mechanism proposes: what could stand at a place, and how much likelier that is."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.text.align import Alternative
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind


class Weighing(Enum):
    """How a proposal is to be decided on."""

    DONE = "done"
    IN_CONTEXT = "in context"
    """The ratio is a prior; all proposals for one character compete under the character model."""
    AS_WRITTEN = "as written"
    """The text is what the bytes say; its traditional forms are still to be decided on."""
    PINNED = "pinned"
    """The user's own rule: nothing else is decided at its place."""


KEPT = "user.kept"
"""The rule of a pinned proposal that the source stays; no repair comes of it."""


class Proposal(NamedTuple):
    """Let text[start:end] of a stretch become `after`; offsets count code points.

    `ratio` is the log-likelihood ratio against leaving what stands there, in nats. `rule` is a
    stable id such as "spacing.between_hanzi"; the table of messages translates it. `alternatives`
    are what the same bytes may say instead, where a search over bytes has weighed them. `damaged`
    says that what stands there cannot be right: then the likeliest text is better than none.
    """

    start: int
    end: int
    after: str
    kind: RepairKind
    rule: str
    ratio: float
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    weighing: Weighing = Weighing.DONE
    damaged: bool = False
