"""A repair as one looks at it, and the columns in which all repairs are kept."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress, repeat
from operator import add, itemgetter, sub
from typing import NamedTuple

from reader.text.align import Alternative, Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind, RepairState

LOST = "encoding.lost"
"""The rule of places where bytes are gone: nothing is offered there."""
SPUN = "variant.synonyms"
"""The rule of the mark on a page whose words were replaced by synonyms."""
NOTHING_OFFERED = frozenset((LOST, SPUN))
"""The rules of marks: what stood there is gone, and nothing is proposed."""

Row = tuple[int, int, Change]
"""Start and end in the source (code points), and what is done there."""
Parts = tuple[tuple[int, int], ...]
"""Of a misread clause: (width in the source, length of what it became) of each of its parts."""


class Repair(NamedTuple):
    """One place where the source was changed, or where a change is proposed.

    Offsets are half-open code point offsets into `Document.source` and `Document.text`.
    `before` is the source text of the place, `after` what stands (or, for a proposal, would
    stand) there. A proposal (`applied` false, confidence below 0.5) changed nothing; what is
    surely damaged is replaced at less.
    """

    id: int  # its number in the document, from 0
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


def can_decide(repair: Repair | Change) -> bool:
    """Tell if there is anything to choose: not where text is gone and nothing was typed."""
    return repair.rule not in NOTHING_OFFERED or repair.kind is RepairKind.MANUAL


_GONE = {"eaten": 1}  # by the code of the evidence


def count_gone(repair: Repair | Change) -> int:
    """Return how many bytes are gone at a lost place; 0 where that is not known."""
    if can_decide(repair):
        return 0
    return max((_GONE.get(reason.code, 0) for reason in repair.evidence), default=0)


CERTAIN_FROM, UNSURE_FROM = 0.95, 0.6
"""The confidence from which on a repair that is applied is certain, and unsure."""
_DECIDED = "by_hand"  # how the codes of evidence of a user's decision begin


def is_decided(repair: Repair | Change) -> bool:
    """Tell if the user decided on this very place; a rule of the user is no decision."""
    for reason in repair.evidence:  # noqa: SIM110 - `any` takes twice as long, for a million
        if reason.code.startswith(_DECIDED):
            return True
    return False


def state_of(repair: Repair | Change) -> RepairState:
    """Return how a repair stands; nothing else derives this from its confidence."""
    if is_decided(repair):
        return RepairState.BY_HAND
    if not can_decide(repair):
        return RepairState.LOST
    if not repair.applied or repair.confidence < UNSURE_FROM:
        return RepairState.UNDECIDED
    return RepairState.CERTAIN if repair.confidence >= CERTAIN_FROM else RepairState.UNSURE


def is_in_doubt(repair: Repair | Change) -> bool:
    """Tell if a repair is unsure or undecided: another text may be the right one."""
    if repair.applied and repair.confidence >= CERTAIN_FROM:
        return False  # as nearly all are, of which there are many
    return state_of(repair) in (RepairState.UNSURE, RepairState.UNDECIDED)


_after = itemgetter(Change._fields.index("after"))
_is_applied = itemgetter(Change._fields.index("applied"))


class RepairColumns:
    """The repairs of a stretch of source, column by column, in order of their start.

    This is the one structure that repairs are kept in: in a paragraph, whoever made it, and, as
    JSON, in a journal. A damaged megabyte has half a million repairs, and most of them share their
    change with many others: a repair takes 16 bytes here, and 300 as an object.

    `starts` and `ends` are offsets in the stretch (code points, half-open), `changes` what is done
    at each. `parts` holds, by number, what is known more finely about misread clauses: which of
    their bytes became which character. Only repairs that are not applied may overlap others.
    """

    __slots__ = ("_codes", "changes", "ends", "parts", "starts")

    def __init__(
        self,
        starts: array[int],
        ends: array[int],
        changes: Sequence[Change],
        parts: Mapping[int, Parts] | None = None,
    ) -> None:
        self.starts = starts
        self.ends = ends
        self.changes = changes
        self.parts: Mapping[int, Parts] = parts or {}
        self._codes: bytes | None = None

    @classmethod
    def of(cls, rows: Iterable[Row], parts: Mapping[int, Parts] | None = None) -> RepairColumns:
        """Return the columns of some rows."""
        columns = list(zip(*rows, strict=True))
        if not columns:
            return NO_REPAIRS
        starts, ends, changes = columns
        return cls(array("i", starts), array("i", ends), changes, parts)

    def __len__(self) -> int:
        return len(self.starts)

    def rows(self) -> Iterator[Row]:
        """Yield start, end and change of each."""
        return zip(self.starts, self.ends, self.changes, strict=True)

    def number_of(self, start: int, end: int) -> int | None:
        """Return the number of the first repair of this span, None if there is none of it."""
        number = bisect_left(self.starts, start)
        while number < len(self.starts) and self.starts[number] == start:
            if self.ends[number] == end:
                return number
            number += 1
        return None

    @property
    def codes(self) -> bytes:
        """The kind and the state of each, a byte that `code_of` explains."""
        if self._codes is None:
            self._codes = bytes(map(code_of, self.changes))
        return self._codes

    def spans(self) -> tuple[Sequence[int], Sequence[int], Sequence[str]]:
        """Return what replaces what, as finely as it is known: starts, ends and texts.

        Raises ValueError if the parts of a repair do not make it up.
        """
        if not self.parts:
            starts, ends, changes = self.starts, self.ends, self.changes
            applied = list(map(_is_applied, changes))
            if not all(applied):
                starts, ends = (
                    array("i", compress(starts, applied)),
                    array("i", compress(ends, applied)),
                )
                changes = list(compress(changes, applied))
            return starts, ends, list(map(_after, changes))
        fine = list(chain.from_iterable(map(self._fine, range(len(self)))))
        return [one[0] for one in fine], [one[1] for one in fine], [one[2] for one in fine]

    def _fine(self, number: int) -> Iterator[tuple[int, int, str]]:
        start, end, change = self.starts[number], self.ends[number], self.changes[number]
        if not change.applied:
            return
        at = written = 0
        for width, length in self.parts.get(number, ()):
            yield start + at, start + at + width, change.after[written : written + length]
            at, written = at + width, written + length
        if number not in self.parts:
            yield start, end, change.after
        elif start + at != end or written != len(change.after):
            raise ValueError("the parts of a repair do not make it up")


NO_REPAIRS = RepairColumns(array("i"), array("i"), ())


STANDINGS = 3
APPLIED, _PROPOSED, STANDING_LOST = range(STANDINGS)
"""What a code says besides the kind: applied, only proposed, or lost for good."""


def code_of(change: Change) -> int:
    """Return the kind and how a repair stands as one small number: kind * STANDINGS + standing."""
    state = APPLIED if change[6] else _PROPOSED if can_decide(change) else STANDING_LOST
    return change[1].number * STANDINGS + state


class Codes(NamedTuple):
    """The codes of the repairs of one kind: applied, undecided, and lost for good."""

    applied: int
    undecided: int
    lost: int

    @classmethod
    def of(cls, kind: RepairKind) -> Codes:
        """Return the codes of a kind."""
        first = kind.number * STANDINGS
        return cls(first + APPLIED, first + _PROPOSED, first + STANDING_LOST)


def make_repairs(
    source: str, first: int, grown: int, starts: Sequence[int], ends: Sequence[int],
    changes: Sequence[Change],
) -> tuple[Repair, ...]:  # fmt: skip
    """Return one repair for each change of source[start:end], sorted, with where it stands then.

    `first` is the number of the first, `grown` by how much the clean text is longer before it.
    """
    if not starts:
        return ()
    # Column by column and not repair by repair: a damaged page has one for every fourth character.
    afters, kinds, rules, confidences, evidence, alternatives, applied = zip(*changes, strict=True)
    before = list(map(source.__getitem__, map(slice, starts, ends)))
    widths = list(map(len, before))
    lengths = [
        len(after) if done else width
        for after, done, width in zip(afters, applied, widths, strict=True)
    ]
    # By how much the clean text has grown against the source at the end of each.
    moved = accumulate(map(sub, lengths, widths), initial=grown)
    next(moved)
    clean_ends = list(map(add, ends, moved))
    fields = zip(
        range(first, first + len(starts)),
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
