"""Restores one paragraph: every mechanism looks at the same text and proposes, edits come out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from reader.language import form_words as words
from reader.language.forms import FormTable
from reader.language.glosses import Glosses, split_glosses
from reader.language.hanzi import KANA
from reader.language.quotations import quotations
from reader.repair import punctuation, slips, variants
from reader.repair.drafts import drafted
from reader.repair.evidence import DocumentEvidence
from reader.repair.tools import Tools
from reader.repair.variants import FormFinding
from reader.text.align import Edit, Evidence
from reader.text.kinds import RepairKind

_JAPANESE = 3  # kana in a paragraph from which on it is taken for Japanese


class Restored(NamedTuple):
    """What becomes of a paragraph; all offsets are those of the whole text.

    In `draft` the forms are replaced that can mean only one thing. That moves no character, and
    every third one is such a form: they become edits when somebody asks for the repairs.
    """

    draft: str
    glosses: Glosses
    edits: list[Edit]


class Base(NamedTuple):
    """A paragraph without its glosses, its slips repaired: what the other mechanisms read.

    `starts` are offsets in `text` where a stretch begins that stands at `origins` in the whole
    text; `repaired` are the spans of `text` that repaired slips put there.
    """

    raw: str  # before its forms were replaced
    text: str
    starts: list[int]
    origins: list[int]
    repaired: list[tuple[int, int]]

    def origin(self, at: int) -> int:
        """Return the offset in the whole text of text[at] (code points)."""
        index = bisect_right(self.starts, at) - 1
        return self.origins[index] + at - self.starts[index]


def restore_paragraph(text: str, evidence: DocumentEvidence, tools: Tools, shift: int) -> Restored:
    """Return what becomes of a paragraph; `shift` is its offset in the whole text."""
    slipped = slips.find_slips(text, tools, evidence, shift)
    if len(KANA.findall(text)) >= _JAPANESE and not slipped:
        return Restored(text, Glosses.none(), [])
    found = split_glosses(text, shift)
    if slipped:
        return _restore_slipped(text, found, slipped, evidence, tools, shift)
    table = tools.table
    formed = table.pattern.search(text) is not None
    edits: list[Edit] = []
    draft = drafted(text, table, evidence) if formed and evidence.spun else text
    if evidence.quoted:
        edits += variants.certain_edits(text, draft, table, shift)
        draft = text
    if formed or evidence.half_marks or evidence.folded or evidence.spun:
        edits += _read(_base(found, table, evidence, shift), found, evidence, tools)
    if evidence.quoted:
        edits = _quotations_kept(edits, text, shift)
    edits.sort(key=itemgetter(0))
    return Restored(draft, found, edits)


def _restore_slipped(
    text: str,
    found: Glosses,
    slipped: list[Edit],
    evidence: DocumentEvidence,
    tools: Tools,
    shift: int,
) -> Restored:
    """Restore a paragraph with slips: what stands inside of them is spoken for."""

    def free(edit: Edit) -> bool:
        return not any(slip.start <= edit.start < slip.end for slip in slipped)

    table = tools.table
    draft = drafted(text, table, evidence) if evidence.spun else text
    edits = list(filter(free, variants.certain_edits(text, draft, table, shift)))
    changes = tools.glosses.changes(found.readings)
    glosses = [
        edit
        for edit in map(Edit, found.starts, found.ends, *zip(*changes, strict=True))
        if free(edit)
    ]
    edits += slipped
    edits += glosses
    base = _base_of_slipped(text, slipped, glosses, table, evidence, shift)
    edits += _read(base, found, evidence, tools)
    if evidence.quoted:
        edits = _quotations_kept(edits, text, shift)
    edits.sort(key=itemgetter(0))
    return Restored(text, Glosses.none(), _without_overlaps(edits))


def _read(base: Base, found: Glosses, evidence: DocumentEvidence, tools: Tools) -> list[Edit]:
    """Return the edits of all mechanisms that read the base text."""
    edits: list[Edit] = []
    unsure = variants.unsure_forms(base.raw, base.text if evidence.spun else base.raw, tools.table)
    for low, high in base.repaired:
        unsure = [(at, plan) for at, plan in unsure if not low <= at < high]
    if unsure:
        said: dict[int, str] = {}
        if evidence.glossed:
            said = {at: one.raw for at, one in zip(found.ats, found.readings, strict=True)}
        places = [(base.origin(at), at, plan) for at, plan in unsure]
        findings = [
            FormFinding(at, base_at, plan, said.get(at, "")) for at, base_at, plan in places
        ]
        edits += variants.unsure_edits(
            base.text, base.raw, findings, evidence, tools.decoder, tools.votes
        )
    for at, char, word in words.word_edits(base.raw, tools.table.guess):
        place = base.origin(at)
        if all(edit.start != place for edit in edits):
            edits.append(variants.word_edit(place, char, word))
    for at, mark in punctuation.fold_back(base.text, evidence):
        edits.append(punctuation.mark_edit(base.origin(at), mark, evidence))
    for at, word in punctuation.stray_spaces(base.text, evidence, tools.model):
        edits.append(punctuation.space_edit(base.origin(at), word))
    return edits


def _quotations_kept(edits: list[Edit], text: str, shift: int) -> list[Edit]:
    """Only propose what would change a form inside a quotation: “發”和“髮”都写作“发”."""
    spans = quotations(text)
    reason = (Evidence("quoted_form"),)
    return [
        edit._replace(confidence=0.4, evidence=edit.evidence + reason, applied=False)
        if edit.kind in (RepairKind.SCRIPT, RepairKind.VARIANT)
        and any(low <= edit.start - shift < high for low, high in spans)
        else edit
        for edit in edits
    ]


def _base(found: Glosses, table: FormTable, evidence: DocumentEvidence, shift: int) -> Base:
    """Build the base text of a paragraph without slips."""
    raw = "".join(found.kept)
    starts = [0, *accumulate(map(len, found.kept[:-1]))]
    return Base(raw, drafted(raw, table, evidence), starts, [shift, *found.ends], [])


def _base_of_slipped(
    text: str,
    slipped: Sequence[Edit],
    glosses: Sequence[Edit],
    table: FormTable,
    evidence: DocumentEvidence,
    shift: int,
) -> Base:
    """Build the base text where slips are repaired."""
    pieces: list[str] = []
    starts, origins = [0], [shift]
    repaired: list[tuple[int, int]] = []
    length, at = 0, shift
    for edit in sorted([*slipped, *glosses], key=itemgetter(0, 1)):
        pieces.append(text[at - shift : edit.start - shift])
        length += edit.start - at
        if edit.kind is RepairKind.SLIP:
            pieces.append(edit.after)
            repaired.append((length, length + len(edit.after)))
            length += len(edit.after)
        at = edit.end
        starts.append(length)
        origins.append(at)
    pieces.append(text[at - shift :])
    raw = "".join(pieces)
    return Base(raw, drafted(raw, table, evidence), starts, origins, repaired)


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    """Drop what reaches into the edit before it: a slip has spoken for the whole of its run."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
