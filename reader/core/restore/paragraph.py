"""Restores one paragraph: every mechanism looks at the same text and proposes, edits come out."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind
from reader.core.restore import glosses, punctuation, slips, variants, words
from reader.core.restore.evidence import DocumentEvidence
from reader.core.restore.forms import FormTable
from reader.core.restore.glosses import Gloss
from reader.core.restore.hanzi import KANA
from reader.core.restore.quoted import quotations
from reader.core.restore.tools import Tools
from reader.core.restore.variants import FormFinding

_JAPANESE = 3  # kana in a paragraph from which on it is taken for Japanese


class Base(NamedTuple):
    """A paragraph without its glosses, its slips repaired: what the other mechanisms read.

    `starts` are offsets in `text` where a stretch begins that stands at `origins` in the paragraph.
    """

    raw: str  # before its forms were replaced
    text: str
    starts: list[int]
    origins: list[int]

    def to_paragraph(self, at: int) -> int:
        """Return the paragraph's offset of text[at] (code points)."""
        index = bisect_right(self.starts, at) - 1
        return self.origins[index] + at - self.starts[index]

    def from_paragraph(self, at: int) -> int:
        """Return the offset in `text` of the paragraph's character `at`, which was not removed."""
        index = bisect_right(self.origins, at) - 1
        return self.starts[index] + at - self.origins[index]


def restore_paragraph(
    text: str, evidence: DocumentEvidence, tools: Tools, shift: int
) -> list[Edit]:
    """Return the edits of a paragraph, sorted; `shift` is its offset in the whole text."""
    if len(KANA.findall(text)) >= _JAPANESE:
        return []
    slipped = list(slips.find_slips(text, tools, evidence, shift)) if slips.suspicious(text) else []
    found = glosses.find_glosses(text) if "(" in text or "（" in text else []
    certain, unsure = variants.certain_edits(text, tools.table, evidence, shift)
    if slipped:
        spans = [(edit.start - shift, edit.end - shift) for edit in slipped]

        def free(at: int) -> bool:
            return not any(low <= at < high for low, high in spans)

        found = [gloss for gloss in found if free(gloss.start)]
        certain = [edit for edit in certain if free(edit.start - shift)]
        unsure = [(at, plan) for at, plan in unsure if free(at)]
    edits = certain
    edits += slipped
    edits += tools.glosses.propose(found, shift)
    if unsure or evidence.half_marks or evidence.folded or evidence.spun:
        base = _base(text, found, slipped, tools.table, shift)
        if unsure:
            raw = {gloss.at: gloss.raw for gloss in found} if evidence.glossed else {}
            findings = [
                FormFinding(at, base.from_paragraph(at), plan, raw.get(at, ""))
                for at, plan in unsure
            ]
            edits += variants.unsure_edits(
                base.text, base.raw, findings, evidence, tools.decoder, tools.votes, shift
            )
        for at, char, word in words.word_edits(base.raw, tools.table.guess):
            place = base.to_paragraph(at) + shift
            if all(edit.start != place for edit in edits):
                edits.append(variants.word_edit(place, char, word))
        for at, mark in punctuation.fold_back(base.text, evidence):
            edits.append(punctuation.mark_edit(base.to_paragraph(at) + shift, mark, evidence))
        for at, word in punctuation.stray_spaces(base.text, evidence, tools.model):
            edits.append(punctuation.space_edit(base.to_paragraph(at) + shift, word))
    if evidence.quoted:
        edits = _quotations_kept(edits, text, shift)
    edits.sort(key=itemgetter(0))
    if slipped:
        edits = _without_overlaps(edits)
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


def _base(text: str, found: list[Gloss], slipped: list[Edit], table: FormTable, shift: int) -> Base:
    """Build the base text; one stretch a removed gloss or repaired slip."""
    holes = [(gloss.start, gloss.end, "") for gloss in found]
    if slipped:
        holes += [(edit.start - shift, edit.end - shift, edit.after) for edit in slipped]
        holes.sort()
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = at = 0
    for start, end, after in holes:
        pieces.append(text[at:start])
        pieces.append(after)
        length += start - at + len(after)
        at = end
        starts.append(length)
        origins.append(end)
    pieces.append(text[at:])
    raw = "".join(pieces)
    return Base(raw, raw.translate(table.draft), starts, origins)


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    """Drop what reaches into the edit before it: a slip has spoken for the whole of its run."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
