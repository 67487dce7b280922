"""What a person decided at each place, and what the engine had proposed there: for exports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reader.review.decisions import DecidedParagraph, find_change
from reader.review.history import How, Signature, classify_text
from reader.text.align import Alternative, Change
from reader.text.document import Document, Repair
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import can_decide, is_decided, state_of

Span = tuple[int, int]
"""Start and end in the source (code points)."""

_BY_HAND = "by_hand"  # how the codes of evidence begin that tell of a decision
_UNSIGNED = Signature()


class Outcome(NamedTuple):
    """How a place was decided, and what the engine did there.

    `engine` is None where it had done nothing, and that of a lost place where bytes are gone.
    """

    how: How
    engine: Change | None = None
    by: str = ""
    when: str = ""

    @property
    def proposed(self) -> Change | None:
        """What the engine proposed, None if it proposed nothing."""
        return self.engine if self.engine is not None and can_decide(self.engine) else None

    @property
    def kind(self) -> RepairKind:
        """What the engine took the place for; MANUAL if for nothing."""
        return RepairKind.MANUAL if self.engine is None else self.engine.kind

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The engine's reasons."""
        return () if self.engine is None else self.engine.evidence

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What else the engine saw, besides its proposal."""
        return () if self.engine is None else self.engine.alternatives


Outcomes = Mapping[Span, Outcome]
"""The outcome of each place that was decided by hand."""

NO_OUTCOMES: Outcomes = MappingProxyType({})
_UNSEEN: Mapping[Span, Signature] = MappingProxyType({})


def find_outcomes(document: Document, signatures: Mapping[Span, Signature] = _UNSEEN) -> Outcomes:
    """Return the outcome of each place that was decided; `signatures` tell by whom."""
    found: dict[Span, Outcome] = {}
    for base, paragraph in zip(document.starts[0], document.paragraphs, strict=False):
        if not isinstance(paragraph, DecidedParagraph):
            continue
        for start, end, change in paragraph.columns.rows():
            if not is_decided(change):
                continue
            span = base + start, base + end
            engine = find_change(paragraph.originals, start, end)
            proposed = engine if engine is not None and can_decide(engine) else None
            how = classify_text(change.after, document.source[slice(*span)], proposed)
            found[span] = Outcome(how, engine, *signatures.get(span, _UNSIGNED))
    return found


def outcome_of(repair: Repair, outcomes: Outcomes) -> Outcome | None:
    """Return how a repair was decided by hand; None if it was not."""
    if state_of(repair) is not RepairState.BY_HAND:
        return None
    found = outcomes.get((repair.source_start, repair.source_end))
    return found or Outcome(classify_text(repair.after, repair.before, None))


def engine_reasons(repair: Repair, outcome: Outcome | None) -> tuple[Evidence, ...]:
    """Return why the engine made or proposed a repair, without what tells of a decision."""
    if outcome is not None and outcome.engine is not None:
        return outcome.evidence
    return tuple(one for one in repair.evidence if not one.code.startswith(_BY_HAND))


def engine_alternatives(repair: Repair, outcome: Outcome | None) -> tuple[Alternative, ...]:
    """Return what else the engine saw there besides its proposal and what was decided."""
    others = repair.alternatives if outcome is None else outcome.alternatives
    return tuple(one for one in others if outcome is None or one.text != repair.after)
