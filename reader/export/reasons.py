"""Why a repair was made, in a few lines: for comments, titles and tables."""

from __future__ import annotations

from reader.export.explain import visible
from reader.text.document import Repair
from reader.text.messages import ALTERNATIVES, CHANGE, CHANGE_BY_HAND, NOTHING, marked
from reader.text.repair import RepairState, state_of
from reader.text.sentences import Translate, evidence_words, kind_name, state_name


def reason_lines(repair: Repair, translate: Translate = marked) -> list[str]:
    """Return what was changed and how sure that is, each reason, and what else could stand there.

    What cannot be seen is told by its code.
    """
    state = state_of(repair)
    nothing = translate("Repairs", NOTHING)
    words = CHANGE_BY_HAND if state is RepairState.BY_HAND else CHANGE
    change = translate("Repairs", words).format(
        kind=kind_name(repair.kind, translate),
        before=visible(repair.before) or nothing,
        after=visible(repair.after) or nothing,
        state=state_name(state, translate).lower(),
        percent=round_down(repair.confidence),
    )
    lines = [change, *(visible(evidence_words(one, translate)) for one in repair.evidence)]
    if repair.alternatives:
        texts = ", ".join(
            f"{visible(one.text) or nothing} ({round_down(one.probability)}%)"
            for one in repair.alternatives
        )
        lines.append(translate("Repairs", ALTERNATIVES).format(texts=texts))
    return lines


def round_down(share: float) -> int:
    """Return a share of 0 to 1 in per cent: 99.7 is not certainty."""
    return int(share * 100 + 1e-9)
