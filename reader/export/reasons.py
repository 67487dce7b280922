"""Why a repair was made, in a few lines: for comments, titles and tables."""

from __future__ import annotations

from reader.export.explain import visible
from reader.review.history import How
from reader.review.outcomes import Outcome, engine_alternatives, engine_reasons
from reader.text.document import Repair
from reader.text.marked import marked
from reader.text.messages import (
    ALTERNATIVES,
    CHANGE,
    DECIDED,
    DECIDED_AS_PROPOSED,
    DECIDED_OTHERWISE,
    DECIDED_TO_KEEP,
    NOTHING,
)
from reader.text.repair import state_of
from reader.text.sentences import (
    Translate,
    decision_name,
    evidence_words,
    kind_name,
    state_name,
)


def reason_lines(
    repair: Repair, translate: Translate = marked, outcome: Outcome | None = None
) -> list[str]:
    """Return what was changed and how sure that is, each reason, and what else could stand there.

    `outcome` is how the place was decided by hand; what was accepted needs no reasons. What cannot
    be seen is told by its code.
    """
    if outcome is not None and outcome.how is How.ACCEPT:
        return [decision_line(repair, outcome, translate)]
    first = (
        change_line(repair, translate)
        if outcome is None
        else decision_line(repair, outcome, translate)
    )
    reasons = engine_reasons(repair, outcome)
    lines = [first, *(visible(evidence_words(one, translate)) for one in reasons)]
    others = engine_alternatives(repair, outcome)
    if others:
        nothing = translate("Repairs", NOTHING)
        texts = ", ".join(
            f"{visible(one.text) or nothing} ({round_down(one.probability)}%)" for one in others
        )
        lines.append(translate("Repairs", ALTERNATIVES).format(texts=texts))
    return lines


def change_line(repair: Repair, translate: Translate = marked) -> str:
    """Return what was changed and how sure that is, on one line."""
    nothing = translate("Repairs", NOTHING)
    return translate("Repairs", CHANGE).format(
        kind=kind_name(repair.kind, translate),
        before=visible(repair.before) or nothing,
        after=visible(repair.after) or nothing,
        state=state_name(state_of(repair), translate).lower(),
        percent=round_down(repair.confidence),
    )


def decision_line(repair: Repair, outcome: Outcome, translate: Translate = marked) -> str:
    """Return how a place was decided, by whom, and what had been proposed, on one line."""
    nothing = translate("Repairs", NOTHING)
    decision = decision_name(outcome.how.value, translate, by=visible(outcome.by))
    before, after = (visible(text) or nothing for text in (repair.before, repair.after))
    proposed = outcome.proposed
    if proposed is None or proposed.after == repair.before:
        if outcome.how is How.KEEP:
            return decision
        return translate("Decisions", DECIDED).format(decision=decision, before=before, after=after)
    words = {How.ACCEPT: DECIDED_AS_PROPOSED, How.KEEP: DECIDED_TO_KEEP}.get(
        outcome.how, DECIDED_OTHERWISE
    )
    return translate("Decisions", words).format(
        decision=decision,
        before=before,
        after=after,
        proposed=visible(proposed.after) or nothing,
        percent=round_down(proposed.confidence),
    )


def round_down(share: float) -> int:
    """Return a share of 0 to 1 in per cent: 99.7 is not certainty."""
    return int(share * 100 + 1e-9)
