"""What restoring a text gives: source, clean text, every repair, and the way between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import add, sub
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from reader.text.align import Alignment, Alternative, Change, back, through
from reader.text.cut import Cut
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.structure import Structure


class Repair(NamedTuple):
    """One place where the source was changed, or where a change is proposed.

    Offsets are half-open code point offsets into `Document.source` and `Document.text`.
    `before` is the source text of the place, `after` what stands (or, for a proposal, would
    stand) there. A proposal (`applied` false, confidence below 0.5) changed nothing.
    """

    id: int
    kind: RepairKind
    source_start: int
    source_end: int
    clean_start: int
    clean_end: int
    before: str
    after: str
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    applied: bool = True


def make_repairs(source: str, placed: Iterable[tuple[int, int, Change]]) -> tuple[Repair, ...]:
    """Return one repair for each change of source[start:end], sorted, with where it stands then."""
    columns = list(zip(*placed, strict=True))
    if not columns:
        return ()
    # Column by column and not repair by repair: a damaged page has one for every fourth character.
    starts, ends, changes = columns
    afters, kinds, rules, confidences, evidence, alternatives, applied = zip(*changes, strict=True)
    before = list(map(source.__getitem__, map(slice, starts, ends)))
    widths = list(map(len, before))
    lengths = [
        len(after) if done else width
        for after, done, width in zip(afters, applied, widths, strict=True)
    ]
    # By how much the clean text has grown against the source at the end of each.
    moved = accumulate(map(sub, lengths, widths))
    clean_ends = list(map(add, ends, moved))
    fields = zip(
        range(len(starts)),
        kinds,
        starts,
        ends,
        map(sub, clean_ends, lengths),
        clean_ends,
        before,
        afters,
        rules,
        confidences,
        evidence,
        alternatives,
        applied,
        strict=True,
    )
    return tuple(map(tuple.__new__, repeat(Repair), fields))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's text came from and how its bytes were read.

    `encoding` is empty where the format has none of its own (.docx, .pdf). `structure` says what
    the lines of the source are; it is empty for plain text. `cuts` are the bytes behind U+FFFD.
    """

    path: Path | None = None
    encoding: str = "utf-8"
    how: str = "given"  # "bom", "declared", "detected", "chosen", "given"
    lost: int = 0  # number of undecodable byte sequences shown as U+FFFD
    format: str = "text"  # "text", "html", "docx", "pdf", "epub", "rtf"
    address: str = ""  # where the bytes were fetched from
    whole_page: bool = False  # all text of a page, not its main text alone
    structure: Structure = ()
    cuts: tuple[Cut, ...] = ()


class RepairMaker(Protocol):
    """Makes the repairs of a document when they are first asked for."""

    def __call__(self) -> tuple[Repair, ...]:
        """Return the repairs, ordered by source position."""
        ...


class LazyRepairs:
    """The attribute `Document.repairs`, made when first asked for.

    A damaged megabyte has half a million; who only wants the clean text waits for none of them.
    """

    def __get__(self, document: Document | None, owner: object = None) -> tuple[Repair, ...]:
        """Return the repairs of a document, made now if they never were."""
        if document is None:
            return ()  # what the dataclass takes for the default
        held = document.__dict__["_repairs"]
        if callable(held):
            held = document.__dict__["_repairs"] = held()
        return cast("tuple[Repair, ...]", held)

    def __set__(self, document: Document, repairs: tuple[Repair, ...] | RepairMaker) -> None:
        document.__dict__["_repairs"] = repairs


@dataclass(frozen=True)
class Document:
    """A restored document. Immutable and picklable.

    `repairs` is given as a tuple or as what makes it; it always reads as a tuple.
    """

    source: str
    text: str
    repairs: LazyRepairs = LazyRepairs()  # a descriptor, meant to be shared
    steps: tuple[Alignment, ...] = ()
    origin: Origin = field(default_factory=Origin)

    @property
    def structure(self) -> Structure:
        """What the lines of the source are (code points); empty for plain text."""
        return self.origin.structure

    def clean_structure(self) -> Structure:
        """Return the structure with offsets into the clean text."""
        placed = []
        for block in self.origin.structure:
            start, end = self.clean_span(block.start, block.end)
            placed.append(block._replace(start=start, end=end))
        return tuple(placed)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that became text[start:end] (code points)."""
        return back(self.steps, start, end)

    def clean_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the clean text that source[start:end] became (code points)."""
        return through(self.steps, start, end)

    def repairs_in_source(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch source[start:end] (code points)."""
        first = bisect_left(self.repairs, start, key=lambda repair: repair.source_end)
        last = bisect_left(self.repairs, end, key=lambda repair: repair.source_start)
        return self.repairs[first : max(first, last)]

    def repairs_in_clean(self, start: int, end: int) -> tuple[Repair, ...]:
        """Return the repairs that touch text[start:end], removed glosses at its edges included."""
        first = bisect_left(self.repairs, start, key=lambda repair: repair.clean_end)
        last = bisect_left(self.repairs, end + 1, key=lambda repair: repair.clean_start)
        return self.repairs[first : max(first, last)]

    def rebuild_source(self) -> str:
        """Return the source, put together from the clean text and the repairs alone."""
        pieces: list[str] = []
        at = 0
        for repair in self.repairs:
            if repair.applied:
                pieces.append(self.text[at : repair.clean_start])
                pieces.append(repair.before)
                at = repair.clean_end
        pieces.append(self.text[at:])
        return "".join(pieces)
