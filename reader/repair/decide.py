"""Decides between the proposals of the mechanisms for one stretch of text.

What a rule of the user pins stands before all others. Runs whose bytes were decoded again come
next, since nobody wrote the characters inside them. Then come the forms: all options at each place
compete under the character model, in the text with those runs replaced and without glosses. Of
other proposals that overlap, one that is applied wins, else the longer one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from reader.language.forms import find_foreign_forms, form_table, simplify_characters
from reader.language.glosses import without_glosses
from reader.language.ngram import CharacterModel, character_model
from reader.language.text_kind import TextKind
from reader.repair import calibration
from reader.repair.certain_forms import draft
from reader.repair.decoder import CharacterSlot, Decoder, SlotChoice, Verdict
from reader.repair.form_priors import choices_at
from reader.repair.mechanism import Stretch
from reader.repair.proposal import KEPT, Proposal, Weighing
from reader.text.align import Alternative, Edit
from reader.text.evidence import Evidence

_APPLIED = 0.5  # probability from which on a change is made, not only shown
_CONTEXT = 60  # code points before a run that are looked at
_RARELY = 12.0  # nats behind the best from which on a choice is not listed as an alternative
_SHOWN = 5  # alternatives

_span = itemgetter(0, 1)


class Ballot(NamedTuple):
    """What one place says about an unsure form: by how many nats each character is worse."""

    form: str
    chosen: str
    margins: tuple[tuple[str, float], ...]


class DecidedEdits(NamedTuple):
    """The edits of a stretch, sorted and not overlapping, and the ballots of its unsure forms.

    `pinned` are the edits of rules of the user, with those that only say that the source stays.
    """

    edits: list[Edit]
    ballots: list[Ballot]
    pinned: list[Edit]


def decide_alone(proposals: Iterable[Proposal]) -> list[Edit]:
    """Decide on proposals that need no context; return the edits, sorted and not overlapping."""
    listed = list(proposals)
    pins = _edit_pinned(listed)
    if not pins:
        return _drop_rivals(map(_make_edit, listed))
    others = [one for one in listed if one.weighing is not Weighing.PINNED]
    edits = pins + _drop_rivals(map(_make_edit, _keep_outside(others, pins)))
    return sorted(_drop_kept(edits), key=_span)


def decide(stretch: Stretch, proposals: Sequence[Proposal]) -> DecidedEdits:
    """Decide on all proposals for a paragraph, given in the order of the mechanisms."""
    if not proposals:
        return DecidedEdits([], [], [])
    runs = [one for one in proposals if one.weighing is Weighing.AS_WRITTEN]
    unsure = [one for one in proposals if one.weighing is Weighing.IN_CONTEXT]
    done = [one for one in proposals if one.weighing is Weighing.DONE]
    pinned = edits = _edit_pinned(proposals)
    ballots: list[Ballot] = []
    if pinned:
        runs = _keep_outside(runs, pinned)
    if runs:
        edits = sorted([*pinned, *_edit_runs(stretch, _keep_first(runs))], key=_span)
    if edits:
        unsure, done = _keep_outside(unsure, edits), _keep_outside(done, edits)
    if unsure:
        # What is kept stands in the context as it would be read: the model knows simplified text.
        chosen, ballots = _choose_forms(stretch, unsure, _drop_kept(edits) if pinned else edits)
        if done:
            done = _keep_outside(done, chosen)
        edits = edits + chosen
    if done:
        edits = edits + _drop_rivals(map(_make_edit, done))
    if pinned:
        edits = _drop_kept(edits)
    return DecidedEdits(sorted(edits, key=_span), ballots, pinned)


def _drop_kept(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits without those that only say that the source stays."""
    return [edit for edit in edits if edit.rule != KEPT]


@lru_cache(1)
def decoder_of(model: CharacterModel) -> Decoder:
    """Return the decoder of a model; it is cached because it caches its verdicts."""
    return Decoder(model)


# -- proposals that need no decision


def _edit_pinned(proposals: Sequence[Proposal]) -> list[Edit]:
    """Return the edits of what is pinned, sorted."""
    pinned = [one for one in proposals if one.weighing is Weighing.PINNED]
    return _drop_rivals(map(_make_edit, pinned))


# -- proposals that need no context


def _make_edit(one: Proposal) -> Edit:
    confidence = calibration.probability_of(one.ratio)
    return Edit(
        one.start,
        one.end,
        one.after,
        one.kind,
        one.rule,
        confidence,
        one.evidence,
        calibration.limit_alternatives(confidence, one.alternatives),
        one.damaged or confidence >= _APPLIED,
    )


def _drop_rivals(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits sorted; of overlapping ones the applied one stays, else the longer one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=_span):
        while kept and edit.start < kept[-1].end:
            last = kept[-1]
            if (last.applied, last.end - last.start) >= (edit.applied, edit.end - edit.start):
                break
            kept.pop()
        else:
            kept.append(edit)
    return kept


def _keep_outside(proposals: Iterable[Proposal], edits: Sequence[Edit]) -> list[Proposal]:
    """Return the proposals that overlap none of the edits, which are sorted."""
    if not edits:
        return list(proposals)
    starts = [edit.start for edit in edits]

    def is_free(one: Proposal) -> bool:
        at = bisect_right(starts, one.start) - 1
        free = at < 0 or edits[at].end <= one.start
        return free and (at + 1 == len(edits) or one.end <= edits[at + 1].start)

    return list(filter(is_free, proposals))


# -- runs whose bytes were decoded again


def _keep_first(runs: Iterable[Proposal]) -> list[Proposal]:
    """Return the runs sorted; of overlapping ones, that of the first mechanism stays."""
    kept: list[Proposal] = []
    for run in runs:
        if not any(run.start < other.end and other.start < run.end for other in kept):
            kept.append(run)
    return sorted(kept, key=_span)


def _edit_runs(stretch: Stretch, runs: Sequence[Proposal]) -> list[Edit]:
    """Return the edits of runs, with their traditional forms simplified.

    Adjoining runs are simplified as one text, after the clean text before them.
    """
    edits: list[Edit] = []
    before, at = "", 0
    for group in _group_adjoining(runs):
        start, end = group[0].start, group[-1].end
        before += simplify_characters(
            without_glosses(stretch.text[max(at, start - _CONTEXT) : start])
        )
        before = before[-_CONTEXT:]
        after = simplify_characters(without_glosses(stretch.text[end : end + 12]))[:2]
        written = "".join(run.after for run in group)
        simplified = _simplify(before, written, after, _kind_of(stretch, written))
        done = 0
        for run in group:
            text = simplified[done : done + len(run.after)]
            done += len(run.after)
            edit = _make_edit(run)
            reasons = (*run.evidence, Evidence("word", (text,)))
            edits.append(edit._replace(after=text, evidence=reasons))
        before, at = before + simplified, end
    return edits


def _kind_of(stretch: Stretch, written: str) -> TextKind:
    """Return the kind of text that runs were written in.

    It may show in them alone: in 基於前期經驗, read from bytes, 於 is no name, but 于.
    """
    kind = stretch.kind
    if not kind.spun and (stretch.has_foreign_forms or find_foreign_forms(written)):
        return kind._replace(traditional=True)
    return kind


def _group_adjoining(runs: Sequence[Proposal]) -> Iterator[list[Proposal]]:
    group: list[Proposal] = []
    for run in runs:
        if group and group[-1].end != run.start:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _simplify(before: str, written: str, after: str, kind: TextKind) -> str:
    """Return `written` in its likeliest simplified form, between two clean texts."""
    forms = form_table()
    clean = list(written.translate(forms.draft))
    shift = len(before)
    slots: list[CharacterSlot] = []
    for found in forms.pattern.finditer(written):
        plan = forms.plans[found[0]]
        if plan.certain is None and plan.options:
            choices = choices_at(plan, kind, character_model())
            if choices is not None:
                slots.append(CharacterSlot(found.start() + shift, choices))
    if slots:
        text = before + "".join(clean) + after
        verdicts = decoder_of(character_model()).decide(text, slots)
        for slot, verdict in zip(slots, verdicts, strict=True):
            clean[slot.at - shift] = slot.choices[verdict.chosen].text
    return "".join(clean)


# -- forms in context


class _Base(NamedTuple):
    """A paragraph with its runs and certain forms replaced, and without glosses.

    Each of `starts` is the offset in `text` of the same of `origins` in the paragraph; up to the
    next one, the two texts run in parallel.
    """

    text: str
    starts: list[int]
    origins: list[int]

    def place(self, at: int) -> int:
        """Return the offset in the base for an offset in the paragraph."""
        index = bisect_right(self.origins, at) - 1
        return self.starts[index] + at - self.origins[index]


def _choose_forms(
    stretch: Stretch,
    unsure: Sequence[Proposal],
    runs: Sequence[Edit],
) -> tuple[list[Edit], list[Ballot]]:
    """Let the character model choose at each place; return the resulting edits and ballots."""
    base = _make_base(stretch, runs)
    places = [list(group) for _, group in groupby(unsure, key=attrgetter("start"))]
    slots = [
        CharacterSlot(
            base.place(place[0].start),
            (
                SlotChoice(stretch.text[place[0].start], 0.0),
                *[SlotChoice(one.after, -one.ratio) for one in place],
            ),
        )
        for place in places
    ]
    edits: list[Edit] = []
    ballots: list[Ballot] = []
    verdicts = decoder_of(character_model()).decide(base.text, slots)
    for place, slot, verdict in zip(places, slots, verdicts, strict=True):
        texts = [choice.text for choice in slot.choices]
        ballots.append(
            Ballot(
                texts[0],
                texts[verdict.chosen],
                tuple(zip(texts, verdict.margins, strict=True)),
            )
        )
        if verdict.chosen:
            edits.append(_edit_chosen(place[verdict.chosen - 1], texts, verdict))
    return edits, ballots


def _edit_chosen(one: Proposal, texts: Sequence[str], verdict: Verdict) -> Edit:
    shares = calibration.share_choices(verdict.margins)
    others = [
        Alternative(texts[index], round(share, 3))
        for index, share in enumerate(shares)
        if index != verdict.chosen and verdict.margins[index] < _RARELY
    ]
    others.sort(key=lambda other: -other.probability)
    confidence = round(shares[verdict.chosen], 6)
    return Edit(
        one.start,
        one.end,
        one.after,
        one.kind,
        one.rule,
        confidence,
        one.evidence,
        calibration.limit_alternatives(confidence, others[:_SHOWN]),
        confidence >= _APPLIED,
    )


def _make_base(stretch: Stretch, runs: Sequence[Edit]) -> _Base:
    glosses = stretch.glosses
    if not runs:
        return _Base(stretch.bare_draft, stretch.bare_starts, [0, *glosses.ends])
    gone = [(start, end, "") for start, end in zip(glosses.starts, glosses.ends, strict=True)]
    inside = [(run.start, run.end, run.after) for run in runs]
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = at = 0
    for start, end, text in sorted([*gone, *inside], key=itemgetter(0, 1)):
        if start < at:  # a gloss inside a run
            continue
        pieces += stretch.text[at:start], text
        length += start - at + len(text)
        at = end
        starts.append(length)
        origins.append(at)
    pieces.append(stretch.text[at:])
    return _Base(draft("".join(pieces), stretch.kind), starts, origins)
