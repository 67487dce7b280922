"""Restores one paragraph: every mechanism looks at it and proposes, one decider decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.language import glosses as parsed
from reader.language.hanzi import KANA
from reader.repair.decide import Ballot, decide
from reader.repair.forms import Forms
from reader.repair.glosses import Glosses
from reader.repair.mechanism import Context, Layer, Mechanism, Stretch
from reader.repair.proposal import Weighing
from reader.text.align import Edit

_JAPANESE = 3  # kana in a paragraph from which on it is taken for Japanese


class Restored(NamedTuple):
    """What becomes of a paragraph; offsets are its own (code points).

    What has one meaning and comes again and again takes a way of its own, without an edit for
    each: in `draft` the forms are replaced that can mean only one thing, which moves no character,
    and `glosses` are columns. All else is `edits`, sorted and apart.
    """

    draft: str
    glosses: parsed.Glosses
    edits: list[Edit]
    ballots: list[Ballot]


def restore_paragraph(
    stretch: Stretch, context: Context, mechanisms: Sequence[Mechanism]
) -> Restored:
    """Return what becomes of a paragraph. Pure, but for what `stretch` counts."""
    asked = [one for one in mechanisms if one.layer is Layer.PARAGRAPH]
    proposals = [proposal for one in asked for proposal in one.propose(stretch, context)]
    runs = any(one.weighing is Weighing.AS_WRITTEN for one in proposals)
    if not runs and len(KANA.findall(stretch.text)) >= _JAPANESE:
        # Japanese writes 関係 and 会議 as they are; only bytes out of step are read anew.
        return Restored(stretch.text, parsed.Glosses.none(), [], [])
    edits, ballots = decide(stretch, proposals, context.profile)
    draft, glosses = _replace_plainly(stretch, context, asked)
    if runs:
        draft, glosses = _outside_of_runs(stretch.text, draft, glosses, edits)
    return Restored(draft, glosses, edits, ballots)


def _replace_plainly(
    stretch: Stretch, context: Context, mechanisms: Sequence[Mechanism]
) -> tuple[str, parsed.Glosses]:
    """Return the draft and the glosses of a stretch: the way around proposals."""
    draft, glosses = stretch.text, parsed.Glosses.none()
    for one in mechanisms:
        if isinstance(one, Forms):
            draft = one.draft(stretch, context)
        elif isinstance(one, Glosses):
            glosses = stretch.glosses
    return draft, glosses


def _outside_of_runs(
    text: str, draft: str, glosses: parsed.Glosses, edits: Sequence[Edit]
) -> tuple[str, parsed.Glosses]:
    """Take back what stands inside of an edit: the bytes there say something else."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += draft[at : edit.start], text[edit.start : edit.end]
        at = edit.end
    inside = [any(e.start <= start < e.end for e in edits) for start in glosses.starts]
    if any(inside):
        kept = [at for at, gone in enumerate(inside) if not gone]
        glosses = parsed.Glosses(
            [glosses.starts[at] for at in kept],
            [glosses.ends[at] for at in kept],
            [glosses.ats[at] for at in kept],
            [glosses.readings[at] for at in kept],
            [],
        )
    return "".join(pieces) + draft[at:], glosses
