"""The paragraphs of a document from what both layers did to them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import add, itemgetter
from typing import NamedTuple

from reader.language.glosses import GlossContent
from reader.repair.forms import list_certain_changes
from reader.repair.glosses import list_gloss_changes
from reader.repair.paragraph import Restored
from reader.repair.profile import DocumentProfile
from reader.text.align import Alignment, Change, Edit, Evidence, aligned, replaced
from reader.text.kinds import RepairKind
from reader.text.layers import Placed, place
from reader.text.paragraph import NOTHING, Steps
from reader.text.repair import Parts, RepairColumns

_CLAUSE_END = "，。；：？！、,;\n"
_LONGEST = 60  # parts of a repaired clause


class KeptParagraph(NamedTuple):
    """What is kept of a paragraph that was restored: text[start:end] of what the first layer left.

    All other offsets count from its beginning. Glosses are columns, as there is one for every
    third character of a damaged page.
    """

    start: int
    end: int
    draft: str
    gloss_starts: array[int]
    gloss_ends: array[int]
    readings: list[GlossContent]
    edits: list[Edit]


def keep_paragraph(start: int, end: int, restored: Restored) -> KeptParagraph:
    """Return what is kept of a restored paragraph, without what was only needed to restore it."""
    glosses = restored.glosses
    starts, ends = array("i", glosses.starts), array("i", glosses.ends)
    return KeptParagraph(start, end, restored.draft, starts, ends, glosses.readings, restored.edits)


def keep_untouched(start: int, text: str) -> KeptParagraph:
    """Return what is kept of a text that stays as it is."""
    return KeptParagraph(start, start + len(text), text, array("i"), array("i"), [], [])


class RestoredParagraph:
    """A paragraph that the engine restored; its repairs are made when they are asked for."""

    __slots__ = (
        "_columns",
        "_draft",
        "_edits",
        "_first",
        "_first_at",
        "_gloss_ends",
        "_gloss_starts",
        "_profile",
        "_read",
        "_readings",
        "lengths",
        "text",
    )  # fmt: skip

    def __init__(
        self,
        read: str,
        at: int,
        kept: Sequence[KeptParagraph],
        profile: DocumentProfile,
        width: int,
        first: Sequence[Edit],
        first_at: int,
    ) -> None:
        """Make the clean text.

        `read` is what the first layer left, `at` where that stands in the whole; it begins with
        the paragraphs that were `kept`. The paragraph takes up `width` code points of the source
        from `first_at` on, `first` are the edits of the first layer there.
        """
        self._read = read
        self._profile = profile
        self._first = first
        self._first_at = first_at
        self._columns: RepairColumns | None = None
        self._join(kept, at)
        self.text = self._make_text()
        self.lengths = width, len(read), len(self.text)

    def _join(self, kept: Sequence[KeptParagraph], at: int) -> None:
        """Take what was done to one paragraph, or to several that stand together from `at` on."""
        if len(kept) == 1 and kept[0].start == at:
            _, end, draft, starts, ends, readings, edits = kept[0]
            behind = self._read[end - at :]
            self._draft = draft + behind if behind else draft
            self._gloss_starts, self._gloss_ends = starts, ends
            self._readings, self._edits = readings, edits
            return
        self._gloss_starts, self._gloss_ends = array("i"), array("i")
        self._readings, self._edits = [], []
        drafts: list[str] = []
        done = 0
        for start, end, draft, starts, ends, readings, edits in kept:
            by = start - at
            drafts += self._read[done:by], draft
            done = end - at
            self._gloss_starts.extend(map(by.__add__, starts))
            self._gloss_ends.extend(map(by.__add__, ends))
            self._readings += readings
            self._edits += [Edit(edit[0] + by, edit[1] + by, *edit[2:]) for edit in edits]
        self._draft = "".join((*drafts, self._read[done:]))

    def _make_text(self) -> str:
        """Return the clean text; what the draft has replaced already moves nothing."""
        return (
            replaced(self._draft, *self._moving_edits())
            if self._edits or self._readings
            else self._draft
        )

    def _moving_edits(self) -> tuple[Sequence[int], Sequence[int], Sequence[str]]:
        """Return the edits of the second layer, but those that the draft has made: 勞 is 劳."""
        done = [edit[:3] for edit in self._edits if edit.applied]
        if self._profile.glossed and self._readings:
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
        """Its alignments, made when asked for."""
        starts, ends, afters = self._moving_edits()
        second = aligned(starts, ends, list(map(len, afters))) if starts else NOTHING
        return self._first_step(), second

    def _first_step(self) -> Alignment:
        done = [edit for edit in self._first if edit.applied]
        if not done:
            return NOTHING
        at = self._first_at
        starts, ends = [edit.start - at for edit in done], [edit.end - at for edit in done]
        return aligned(starts, ends, [len(edit.after) for edit in done])

    @property
    def columns(self) -> RepairColumns:
        """Its repairs; one for what both layers did at a place."""
        if self._columns is None:
            self._columns = self._make_columns()
        return self._columns

    def _make_columns(self) -> RepairColumns:
        second = self._second_layer()
        if not self._first:
            return RepairColumns.of(second)
        at = self._first_at
        first = [Edit(edit[0] - at, edit[1] - at, *edit[2:]) for edit in self._first]
        placed = place(first, self._first_step(), self._read, second)
        if any(edit.kind is RepairKind.ENCODING for edit in first):
            clauses = list(_join_clauses(placed))
            parts = {number: parts for number, (_, parts) in enumerate(clauses) if parts}
            return RepairColumns.of([row for row, _ in clauses], parts)
        return RepairColumns.of(placed)

    def _second_layer(self) -> list[Placed]:
        """Return all that the second layer does, in order."""
        placed = _place_certain(
            self._read,
            self._draft,
            self._gloss_starts,
            self._gloss_ends,
            list_gloss_changes(self._readings, self._profile) if self._readings else (),
        )
        placed += [(edit[0], edit[1], Change(*edit[2:])) for edit in self._edits]
        placed.sort(key=itemgetter(0))
        return placed


def _place_certain(
    read: str, draft: str, starts: Iterable[int], ends: Iterable[int], removed: Iterable[Change]
) -> list[Placed]:
    """Return what is done to glosses and forms that can be read in one way only.

    The one way around proposals and edits: nothing is there to be chosen or weighed, and a damaged
    page has such a place for every other character.
    """
    placed = list(zip(starts, ends, removed, strict=True))
    places, changes = list_certain_changes(read, draft)
    placed += zip(places, map(add, places, repeat(1)), changes, strict=False)
    return placed


def assemble(
    read: str,
    kept: Sequence[KeptParagraph],
    profile: DocumentProfile,
    source_length: int,
    first: Sequence[Edit],
    alignment: Alignment,
) -> tuple[RestoredParagraph, ...]:
    """Return the paragraphs of a document, which make up the whole of its source.

    `first` are the edits of the first layer, which made `read` of the source, with this
    `alignment`; `kept` is what became of the paragraphs of `read`, in order. What no paragraph was
    restored of stays as it is. Where an edit of the first layer stands across two paragraphs, they
    are one.
    """
    made: list[RestoredParagraph] = []
    frontiers = _Frontiers(first, alignment)
    waiting: list[KeptParagraph] = []
    begun, source_begun, edits_done = 0, 0, 0
    ends = [one.start for one in kept[1:]] + [len(read)]
    for one, end in zip(kept, ends, strict=True):
        waiting.append(one)
        if end < len(read):
            frontier = frontiers.at(end)
            if frontier is None:
                continue
            source_end, edits_end = frontier
        else:
            source_end, edits_end = source_length, len(first)
        made.append(
            RestoredParagraph(
                read[begun:end],
                begun,
                waiting,
                profile,
                source_end - source_begun,
                first[edits_done:edits_end],
                source_begun,
            )
        )
        begun, source_begun, edits_done, waiting = end, source_end, edits_end, []
    return tuple(made)


class _Frontiers:
    """Finds where in the source, and before which edit of the first layer, a paragraph begins."""

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
        """Return the two for an offset in what the layer made, None where an edit is across it."""
        if not self._first:
            return offset, 0
        step = self._alignment
        # What was deleted right there belongs to what follows.
        before = bisect_left(step.out_start, offset) - 1
        if before >= 0 and step.out_end[before] > offset:
            return None
        at = step.in_end[before] + offset - step.out_end[before] if before >= 0 else offset
        number = bisect_left(self._starts, at)
        if number and (self._reach[number - 1] > at or self._is_one_clause(number, at)):
            return None
        return at, number

    def _is_one_clause(self, number: int, at: int) -> bool:
        """Tell if a clause that was misread goes on here: a long line is cut anywhere."""
        before, after = self._first[number - 1], self._first[number : number + 1]
        return (
            before.kind is RepairKind.ENCODING
            and before.applied
            and before.end == at
            and before.after[-1:] not in _CLAUSE_END
            and any(edit.start == at and edit.rule == before.rule for edit in after)
        )


def _join_clauses(placed: Iterable[Placed]) -> Iterator[tuple[Placed, Parts]]:
    """Yield one change for neighbours that were misread in the same way, up to a clause's end.

    With it come its parts: the alignment knows every character, but nobody wants to go through
    them one by one.
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
    shown: dict[tuple[str, ...], list[str]] = {}
    others: dict[Evidence, None] = {}
    for _, _, change in items:
        for reason in change.evidence:
            if reason.code == "misread":
                shown.setdefault(reason.args[1:], []).append(reason.args[0])
            else:
                others[reason] = None
    reasons = [Evidence("misread", (" ".join(data), *way)) for way, data in shown.items()]
    change = items[0][2]._replace(
        after="".join(item[2].after for item in items),
        confidence=min(item[2].confidence for item in items),
        evidence=(*reasons, *others),
    )
    parts = tuple((end - start, len(one.after)) for start, end, one in items)
    return (items[0][0], items[-1][1], change), parts
