"""Restores one paragraph: every mechanism proposes changes, then `decide` chooses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from reader.codepages.unread import find_misreading, is_decoded_as_utf8
from reader.language import glosses as parsed
from reader.repair.decide import Ballot, decide, decide_alone
from reader.repair.forms import Forms, list_certain_changes
from reader.repair.glosses import Glosses, rule_of_gloss
from reader.repair.mechanism import Context, Mechanism, Stretch
from reader.repair.proposal import KEPT, Proposal, Weighing
from reader.repair.rules.user_rules import Claim, find_user_rules, object_to, settle_claims
from reader.repair.script import Script
from reader.repair.unread import Unread
from reader.text.align import Edit, apply_edits
from reader.text.kinds import RepairKind

_ROUNDS = 3
_NOTHING = 0.0  # nats


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
    shields = list(_shield(stretch.unread))
    rules = find_user_rules(mechanisms)
    if rules is None:
        return _restore(stretch, context, _ask(stretch, context, mechanisms), shields)
    asked = _ask(stretch, context, [one for one in mechanisms if one is not rules])
    asked = _leave_out(asked, rules.switched_off, stretch.text, context)
    claims, suspects = rules.find_places(stretch)
    restored = _restore(stretch, context, asked, _pin(claims, shields))
    # What is kept may change how its neighbours read, and bring another forbidden pair about.
    for _ in range(_ROUNDS):
        objections = object_to(
            suspects,
            stretch,
            restored.edits,
            restored.draft,
            restored.glosses,
            unglossed=context.profile.glossed,
        )
        new = [one for one in objections if one not in claims]
        if not new:
            break
        claims += new
        restored = _restore(stretch, context, asked, _pin(claims, shields))
    return restored


def _shield(unread: Iterable[tuple[int, int]]) -> Iterator[Proposal]:
    """Yield what keeps misread text as it is: inside 㤎嶇 nobody wrote 嶇 for 岖."""
    for start, end in unread:
        yield Proposal(
            start, end, "", RepairKind.ENCODING, KEPT, _NOTHING, weighing=Weighing.PINNED
        )


def _pin(claims: Iterable[Claim], shields: Sequence[Proposal]) -> list[Proposal]:
    """Return what is pinned in a paragraph: the rules of the user stand before all else."""
    pins = settle_claims(claims)
    spans = [(pin.start, pin.end) for pin in pins]
    return pins + [
        one
        for one in shields
        if not any(start < one.end and one.start < end for start, end in spans)
    ]


class _Answers(NamedTuple):
    """What the mechanisms say about a paragraph; `marks` are those of misread lines."""

    marks: list[Proposal]
    proposals: list[Proposal]
    draft: str
    glosses: parsed.GlossColumns


def _ask(stretch: Stretch, context: Context, mechanisms: Sequence[Mechanism]) -> _Answers:
    """Ask the mechanisms; nobody but `Unread` where another encoding explains the line."""
    if stretch.kind.foreign:
        return _Answers([], [], stretch.text, parsed.GlossColumns.none())
    unread = [one for one in mechanisms if isinstance(one, Unread)]
    marks = [proposal for one in unread for proposal in one.propose(stretch, context)]
    if _is_settled(stretch.text, marks):
        return _Answers(marks, [], stretch.text, parsed.GlossColumns.none())
    others = [one for one in mechanisms if one not in unread]
    proposals = [proposal for one in others for proposal in one.propose(stretch, context)]
    return _Answers(marks, proposals, *_replace_plainly(stretch, context, mechanisms))


def _is_settled(text: str, marks: Sequence[Proposal]) -> bool:
    """Tell if another encoding explains a misread line, or nothing is left of it to be repaired."""
    explained = any(mark.after != text[mark.start : mark.end] for mark in marks)
    return explained or (bool(marks) and is_decoded_as_utf8(text))


def _restore(
    stretch: Stretch, context: Context, answers: _Answers, pins: Sequence[Proposal] = ()
) -> Restored:
    """Decide on what the mechanisms say, and on what rules of the user pin."""
    marks, proposals, draft, glosses = answers
    text = stretch.text
    if _is_settled(text, marks):
        return _keep_marked(text, marks, pins)
    edits, ballots, pinned = decide(stretch, [*proposals, *pins] if pins else proposals)
    if marks:
        done = [edit for edit in edits if edit.applied]
        if find_misreading(apply_edits(text, done)[0], context.model, context.misread_as):
            return _keep_marked(text, marks, pins)  # still nonsense
    if any(one.weighing is Weighing.AS_WRITTEN for one in proposals):
        fixed = sorted({*edits, *pinned}, key=attrgetter("start", "end")) if pinned else edits
        draft, glosses = _restore_runs(text, draft, glosses, fixed)
    elif pinned:
        draft, glosses = _restore_runs(text, draft, glosses, pinned)
    return Restored(draft, glosses, edits, ballots)


def _keep_marked(text: str, marks: Sequence[Proposal], pins: Sequence[Proposal]) -> Restored:
    pairs = [pin for pin in pins if pin.rule != KEPT]
    edits = decide_alone([*marks, *pairs])
    return Restored(text, parsed.GlossColumns.none(), edits, [])


def _leave_out(answers: _Answers, off: Set[str], text: str, context: Context) -> _Answers:
    """Return the answers without those of rules that are switched off."""
    if not off:
        return answers
    places, changes = list_certain_changes(text, answers.draft)
    draft = list(answers.draft)
    for at, change in zip(places, changes, strict=True):
        if change.rule in off:
            draft[at] = text[at]
    marks, proposals = ([one for one in listed if one.rule not in off] for listed in answers[:2])
    profile = context.profile
    gone = [rule_of_gloss(reading, profile) in off for reading in answers.glosses.readings]
    return _Answers(marks, proposals, "".join(draft), _drop_glosses(answers.glosses, gone))


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
    """Undo the draft and drop the glosses inside edits, where something else is said."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += draft[at : edit.start], text[edit.start : edit.end]
        at = edit.end
    starts, ends = [edit.start for edit in edits], [edit.end for edit in edits]
    inside = [
        bisect_right(ends, low) < bisect_left(starts, high)
        for low, high in zip(glosses.starts, glosses.ends, strict=True)
    ]
    return "".join(pieces) + draft[at:], _drop_glosses(glosses, inside)


def _drop_glosses(glosses: parsed.GlossColumns, gone: Sequence[bool]) -> parsed.GlossColumns:
    """Return the glosses without those that are gone, which are given by their number."""
    if not any(gone):
        return glosses
    kept = [at for at, is_gone in enumerate(gone) if not is_gone]
    return parsed.GlossColumns(
        [glosses.starts[at] for at in kept],
        [glosses.ends[at] for at in kept],
        [glosses.ats[at] for at in kept],
        [glosses.readings[at] for at in kept],
        [],
    )
