"""Restores one paragraph: every mechanism proposes changes, then `decide` chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.codepages.unread import find_misreading
from reader.language import glosses as parsed
from reader.repair.decide import Ballot, decide, decide_alone
from reader.repair.forms import Forms
from reader.repair.glosses import Glosses
from reader.repair.mechanism import Context, Mechanism, Stretch
from reader.repair.proposal import Proposal, Weighing
from reader.repair.script import Script
from reader.repair.unread import Unread
from reader.text.align import Edit, apply_edits


class Restored(NamedTuple):
    """What becomes of a paragraph; offsets are code points in it.

    Changes that are certain and frequent are not stored one by one: forms that can mean only one
    thing are replaced in `draft`, which has the same length, and `glosses` are columns. All others
    are `edits`, sorted and not overlapping.
    """

    draft: str
    glosses: parsed.GlossColumns
    edits: list[Edit]
    ballots: list[Ballot]


def restore_paragraph(
    stretch: Stretch, context: Context, mechanisms: Sequence[Mechanism]
) -> Restored:
    """Return what becomes of a paragraph by these mechanisms, which are those of its layer.

    Pure, but for the count in `stretch.spent`.
    """
    stretch.identify(context)
    if stretch.kind.foreign:
        return Restored(stretch.text, parsed.GlossColumns.none(), [], [])
    unread = [one for one in mechanisms if isinstance(one, Unread)]
    marks = [proposal for one in unread for proposal in one.propose(stretch, context)]
    if any(mark.after != stretch.text[mark.start : mark.end] for mark in marks):
        # Another encoding explains the line.
        return _keep_marked(stretch.text, marks)
    others = [one for one in mechanisms if one not in unread]
    proposals = [proposal for one in others for proposal in one.propose(stretch, context)]
    runs = [one for one in proposals if one.weighing is Weighing.AS_WRITTEN]
    edits, ballots = decide(stretch, proposals)
    if marks:
        done = [edit for edit in edits if edit.applied]
        if find_misreading(apply_edits(stretch.text, done)[0], context.model) is not None:
            return _keep_marked(stretch.text, marks)  # still nonsense
    draft, glosses = _replace_plainly(stretch, context, mechanisms)
    if runs:
        draft, glosses = _restore_runs(stretch.text, draft, glosses, edits)
    return Restored(draft, glosses, edits, ballots)


def _keep_marked(text: str, marks: Sequence[Proposal]) -> Restored:
    return Restored(text, parsed.GlossColumns.none(), decide_alone(marks), [])


def _replace_plainly(
    stretch: Stretch, context: Context, mechanisms: Sequence[Mechanism]
) -> tuple[str, parsed.GlossColumns]:
    """Return the draft and the glosses of a stretch: certain changes need no proposals."""
    draft, glosses = stretch.text, parsed.GlossColumns.none()
    for one in mechanisms:
        if isinstance(one, (Forms, Script)):
            draft = one.draft(stretch) if one.applies(stretch) else draft
        elif isinstance(one, Glosses):
            glosses = stretch.glosses
    return draft, glosses


def _restore_runs(
    text: str, draft: str, glosses: parsed.GlossColumns, edits: Sequence[Edit]
) -> tuple[str, parsed.GlossColumns]:
    """Undo the draft and drop the glosses inside edits, where the bytes say something else."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += draft[at : edit.start], text[edit.start : edit.end]
        at = edit.end
    inside = [any(e.start <= start < e.end for e in edits) for start in glosses.starts]
    if any(inside):
        kept = [at for at, gone in enumerate(inside) if not gone]
        glosses = parsed.GlossColumns(
            [glosses.starts[at] for at in kept],
            [glosses.ends[at] for at in kept],
            [glosses.ats[at] for at in kept],
            [glosses.readings[at] for at in kept],
            [],
        )
    return "".join(pieces) + draft[at:], glosses
