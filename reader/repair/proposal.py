"""What a mechanism proposes: what could stand at a place, and how much better that would be."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reader.text.align import Alternative
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind


class Weighing(Enum):
    """What is still to be weighed before a proposal is decided on."""

    DONE = "done"
    IN_CONTEXT = "in context"
    """The ratio is a prior; all proposals for one character compete under the character model."""
    SHOWN = "shown"
    """Likewise, but what stands there may be meant: the best is shown and nothing is changed."""
    AS_WRITTEN = "as written"
    """The text is what bytes say, traditional forms and all; these are still to be decided on."""


class Proposal(NamedTuple):
    """Let text[start:end] of a stretch become `after`; offsets count code points.

    `ratio` is the log-likelihood ratio against leaving what stands there, in nats. `rule` is a
    stable id such as "spacing.between_hanzi"; the table of messages translates it. `alternatives`
    are what the same bytes may say instead, where a search over bytes has weighed them.
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
