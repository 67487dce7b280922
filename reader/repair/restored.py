"""Builds the paragraphs of a document from the edits of both layers."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

from reader.language.glosses import GlossContent
from reader.repair.decide import decide
from reader.repair.forms import list_certain_changes
from reader.repair.glosses import GlossChanges
from reader.repair.mechanism import Stretch
from reader.repair.paragraph import Restored
from reader.repair.proposal import Proposal
from reader.text.align import Alignment, Change, Edit, aligned, replaced
from reader.text.evidence import Argument, Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.layers import Placed, place
from reader.text.paragraph import Paragraph, Steps, StoredParagraph
from reader.text.repair import NO_REPAIRS, Parts, RepairColumns

_CLAUSE_END = "，。；：？！、,;\n"
_LONGEST = 60  # parts of one repaired clause
_NOWHERE = array("i")
_USER = "user."  # how the rules of the user begin


class KeptParagraph(NamedTuple):
    """What is kept of a restored paragraph, which is text[start:end] of the first layer's result.

    All other offsets count from its beginning (code points). Glosses are columns, since a damaged
    page has one for every third character.
    """

    start: int
    end: int
    draft: str
    gloss_starts: array[int]
    gloss_ends: array[int]
    readings: Sequence[GlossContent]
    edits: Sequence[Edit]


def keep_paragraph(start: int, end: int, restored: Restored) -> KeptParagraph:
    """Return what is kept of a restored paragraph; its ballots are dropped."""
    draft, glosses, edits, _ = restored
    if not glosses.starts:
        return KeptParagraph(start, end, draft, _NOWHERE, _NOWHERE, (), edits)
    starts, ends = array("i", glosses.starts), array("i", glosses.ends)
    return KeptParagraph(start, end, draft, starts, ends, glosses.readings, edits)


def keep_untouched(start: int, text: str) -> KeptParagraph:
    """Return what is kept of a text that stays as it is."""
    return KeptParagraph(start, start + len(text), text, _NOWHERE, _NOWHERE, (), ())


def share_readings(kept: KeptParagraph, shared: dict[GlossContent, GlossContent]) -> KeptParagraph:
    """Return the paragraph with the readings of its glosses shared with others of the document.

    What comes from another process shares nothing. Shared late, the copies of a whole book would
    have to be there at once, and leave gaps between what stays: 50 MB of them after 5,000,000
    characters.
    """
    if not kept.readings:
        return kept
    return kept._replace(readings=list(map(shared.setdefault, kept.readings, kept.readings)))


def amend_paragraph(
    kept: KeptParagraph, stretch: Stretch, proposals: Sequence[Proposal]
) -> KeptParagraph:
    """Return a restored paragraph with what the proposals say in place of what it had there.

    They are of bytes (`Weighing.AS_WRITTEN`); rules of the user stand before them.
    """
    pinned = [edit for edit in kept.edits if edit.rule.startswith(_USER)]
    free = [one for one in proposals if not _overlap(one.start, one.end, pinned)]
    new = decide(stretch, free).edits
    if not new:
        return kept
    edits = [one for one in kept.edits if not _overlap(one.start, one.end, new)]
    glosses = [
        number
        for number, span in enumerate(zip(kept.gloss_starts, kept.gloss_ends, strict=True))
        if not _overlap(*span, new)
    ]
    pieces: list[str] = []
    at = 0
    for edit in new:  # inside them, no form is replaced
        pieces += kept.draft[at : edit.start], stretch.text[edit.start : edit.end]
        at = edit.end
    return kept._replace(
        draft="".join(pieces) + kept.draft[at:],
        gloss_starts=array("i", map(kept.gloss_starts.__getitem__, glosses)),
        gloss_ends=array("i", map(kept.gloss_ends.__getitem__, glosses)),
        readings=[kept.readings[number] for number in glosses],
        edits=sorted([*edits, *new], key=itemgetter(0, 1)),
    )


def _overlap(start: int, end: int, edits: Sequence[Edit]) -> bool:
    return any(start < edit.end and edit.start < end for edit in edits)


class RestoredParagraph:
    """A paragraph that the engine restored; its repairs are made on first access."""

    __slots__ = (
        "_changes", "_columns", "_draft", "_edits", "_first", "_first_at", "_gloss_ends",
        "_gloss_starts", "_read", "_readings", "lengths", "text",
    )  # fmt: skip

    def __init__(
        self,
        read: str,
        kept: KeptParagraph,
        changes: GlossChanges,
        width: int,
        first: Sequence[Edit],
        first_at: int,
    ) -> None:
        """Make the clean text.

        `read` is this paragraph in the first layer's result, and `kept` is about the beginning of
        it. In the source it has `width` code points, from `first_at` on, and `first` are the edits
        of the first layer there.
        """
        self._read = read
        plain = read.startswith(kept.draft)  # no form was replaced
        self._draft = read if plain else kept.draft + read[len(kept.draft) :]
        self._gloss_starts, self._gloss_ends = kept.gloss_starts, kept.gloss_ends
        self._readings, self._edits = kept.readings, kept.edits
        self._changes = changes
        self._first = first
        self._first_at = first_at
        self._columns: RepairColumns | None = None
        self.text = self._draft
        if self._edits or self._readings:
            self.text = replaced(self._draft, *self._moving_edits())
        self.lengths = width, len(read), len(self.text)

    def _moving_edits(self) -> tuple[Sequence[int], Sequence[int], Sequence[str]]:
        """Return (starts, ends, texts) of the second layer's applied edits outside the draft."""
        done = [edit[:3] for edit in self._edits if edit.applied]
        if self._readings and self._changes.applied:
            if not done:
                return self._gloss_starts, self._gloss_ends, [""] * len(self._readings)
            done += zip(self._gloss_starts, self._gloss_ends, repeat(""), strict=False)
            done.sort(key=itemgetter(0))
        if not done:
            return (), (), ()
        starts, ends, afters = zip(*done, strict=True)
        return starts, ends, afters

    @property
    def steps(self) -> Steps:
        """The alignments of both layers."""
        starts, ends, afters = self._moving_edits()
        return self._first_step(), aligned(starts, ends, list(map(len, afters)))

    def _first_step(self) -> Alignment:
        done = [edit for edit in self._first if edit.applied]
        at = self._first_at
        starts, ends = [edit.start - at for edit in done], [edit.end - at for edit in done]
        return aligned(starts, ends, [len(edit.after) for edit in done])

    @property
    def columns(self) -> RepairColumns:
        """The repairs; where both layers changed a place, they are one."""
        if self._columns is None:
            second = self._second_layer()
            self._columns = self._merge_first_layer(second) if self._first else second
        return self._columns

    def _second_layer(self) -> RepairColumns:
        """Return all repairs of the second layer."""
        edits = self._edits
        if not edits and not self._readings and self._draft == self._read:
            return NO_REPAIRS
        starts, ends, changes = self._list_certain()
        starts += map(itemgetter(0), edits)
        ends += map(itemgetter(1), edits)
        changes += [Change(*edit[2:]) for edit in edits]
        order = sorted(range(len(starts)), key=starts.__getitem__)
        return RepairColumns(
            array("i", map(starts.__getitem__, order)),
            array("i", map(ends.__getitem__, order)),
            tuple(map(changes.__getitem__, order)),
        )

    def _list_certain(self) -> tuple[list[int], list[int], list[Change]]:
        """Return starts, ends and changes of glosses and of forms that can mean only one thing.

        Only these bypass proposals: there is nothing to choose, and a damaged page has one for
        every other character.
        """
        places, replaced_by = list_certain_changes(self._read, self._draft)
        removed = map(self._changes.__getitem__, self._readings)
        return (
            [*self._gloss_starts, *places],
            [*self._gloss_ends, *(at + 1 for at in places)],
            [*removed, *replaced_by],
        )

    def _merge_first_layer(self, second: RepairColumns) -> RepairColumns:
        """Return the repairs of both layers; where both changed a place, they are one."""
        at = self._first_at
        first = [Edit(edit[0] - at, edit[1] - at, *edit[2:]) for edit in self._first]
        placed = place(first, self._first_step(), self._read, list(second.rows()))
        if any(edit.kind is RepairKind.ENCODING for edit in first):
            clauses = list(_join_clauses(placed))
            parts = {number: parts for number, (_, parts) in enumerate(clauses) if parts}
            return RepairColumns.of([row for row, _ in clauses], parts)
        return RepairColumns.of(placed)


def assemble(
    read: str,
    kept: Sequence[KeptParagraph],
    changes: GlossChanges,
    width: int,
    first: Sequence[Edit],
    alignment: Alignment,
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document, which cover its whole source.

    `kept` are the restored paragraphs of `read`, from its beginning on. `first` are the edits of
    the first layer, which turned the source of `width` code points into `read` with this
    `alignment`. If one of them spans two paragraphs, they become one.
    """
    made: list[Paragraph] = []
    frontiers = _Frontiers(first, alignment)
    waiting: list[KeptParagraph] = []
    begun = source_begun = edits_done = 0
    ends = [*(one.start for one in kept[1:]), len(read)]
    for number, (one, end) in enumerate(zip(kept, ends, strict=True), 1):
        waiting.append(one)
        frontier = frontiers.at(end) if number < len(kept) else (width, len(first))
        if frontier is None:
            continue
        source_end, edits_end = frontier
        text = read[begun:end]
        own = waiting[0] if len(waiting) == 1 else _join_kept(text, waiting)
        edits = first[edits_done:edits_end] if first else first
        if not (edits or own.edits or own.readings) and text.startswith(own.draft):
            made.append(StoredParagraph(text, NO_REPAIRS))
        else:
            wide = source_end - source_begun
            made.append(RestoredParagraph(text, own, changes, wide, edits, source_begun))
        begun, source_begun, edits_done, waiting = end, source_end, edits_end, []
    return tuple(made)


def _join_kept(read: str, kept: Sequence[KeptParagraph]) -> KeptParagraph:
    """Return adjoining paragraphs as one; offsets count from the first one's beginning."""
    begun = kept[0].start
    gloss_starts, gloss_ends = array("i"), array("i")
    all_readings: list[GlossContent] = []
    all_edits: list[Edit] = []
    drafts: list[str] = []
    done = begun
    for start, end, draft, starts, ends, readings, edits in kept:
        by = start - begun
        drafts += read[done - begun : by], draft
        done = end
        gloss_starts.extend(map(by.__add__, starts))
        gloss_ends.extend(map(by.__add__, ends))
        all_readings += readings
        all_edits += [Edit(edit[0] + by, edit[1] + by, *edit[2:]) for edit in edits]
    draft = "".join(drafts)
    return KeptParagraph(begun, done, draft, gloss_starts, gloss_ends, all_readings, all_edits)


class _Frontiers:
    """Finds where a paragraph begins in the source, and before which edit of the first layer."""

    def __init__(self, first: Sequence[Edit], alignment: Alignment) -> None:
        self._first = first
        self._alignment = alignment
        self._starts = array("q", map(itemgetter(0), first))
        self._reach = array("q")
        reach = 0
        for edit in first:
            reach = max(reach, edit.end)
            self._reach.append(reach)

    def at(self, offset: int) -> tuple[int, int] | None:
        """Return (source offset, edit index) for an offset in `read`, None inside an edit."""
        if not self._first:
            return offset, 0
        step = self._alignment
        # A deletion right here belongs to what follows.
        before = bisect_left(step.out_start, offset) - 1
        if before >= 0 and step.out_end[before] > offset:
            return None
        at = step.in_end[before] + offset - step.out_end[before] if before >= 0 else offset
        number = bisect_left(self._starts, at)
        if number and (self._reach[number - 1] > at or self._is_one_clause(number, at)):
            return None
        return at, number

    def _is_one_clause(self, number: int, at: int) -> bool:
        """Tell if a misread clause continues here: a long line is divided anywhere."""
        before, after = self._first[number - 1], self._first[number : number + 1]
        return (
            before.kind is RepairKind.ENCODING
            and before.applied
            and before.end == at
            and before.after[-1:] not in _CLAUSE_END
            and any(edit.start == at and edit.rule == before.rule for edit in after)
        )


def _join_clauses(placed: Iterable[Placed]) -> Iterator[tuple[Placed, Parts]]:
    """Yield (change, parts), one for neighbours misread in the same way, up to a clause's end.

    The parts keep the alignment exact, while users decide on the clause as a whole.
    """
    held: list[Placed] = []
    for item in placed:
        start, _, change = item
        alone = change.kind is not RepairKind.ENCODING or change.alternatives or not change.applied
        if held and (
            alone
            or held[-1][1] != start
            or change.rule != held[-1][2].rule
            or len(held) >= _LONGEST
        ):
            yield _join_clause(held)
            held = []
        held.append(item)
        if alone or change.after[-1:] in _CLAUSE_END:
            yield _join_clause(held)
            held = []
    if held:
        yield _join_clause(held)


def _join_clause(items: list[Placed]) -> tuple[Placed, Parts]:
    if len(items) == 1:
        return items[0], ()
    read: dict[tuple[Argument, ...], Bytes] = {}
    others: dict[Evidence, None] = {}
    for _, _, change in items:
        for reason in change.evidence:
            if reason.code == "misread" and isinstance(data := reason.args[0], Bytes):
                way = reason.args[1:]
                read[way] = read[way] + data if way in read else data
            else:
                others[reason] = None
    reasons = [Evidence("misread", (data, *way)) for way, data in read.items()]
    change = items[0][2]._replace(
        after="".join(item[2].after for item in items),
        confidence=min(item[2].confidence for item in items),
        evidence=(*reasons, *others),
    )
    parts = tuple((end - start, len(one.after)) for start, end, one in items)
    return (items[0][0], items[-1][1], change), parts
