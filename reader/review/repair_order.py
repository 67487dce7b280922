"""Which rows of a repair table are shown, in which order, and in which groups. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.review.repair_columns import KINDS, Mask, Numbers, Pair
from reader.review.repair_table import RepairTable
from reader.text.kinds import RepairKind

AROUND = 12
"""Code points of the clean text on either side of a place that are its context."""

Span = tuple[int, int]
"""Of the source, in code points."""
Notes = Mapping[Span, str]
Rows = NDArray[np.int64]
"""Row numbers, in some order."""


class Showing(Enum):
    """Which rows are shown by what was decided; the value is a stable id."""

    TO_DECIDE = "to_decide"
    DECIDED = "decided"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RepairFilter:
    """What a row must be to be shown. `text` is looked for in its texts and in the note.

    It may also be longer, as long as it stands in the clean text or in the source around the place.

    Without `pair` all pairs are shown, with an empty `rule` all rules.
    """

    kinds: frozenset[RepairKind] = frozenset(RepairKind)
    showing: Showing = Showing.ALL
    sure_up_to: float = 1.0  # 0..1
    rule: str = ""
    text: str = ""
    pair: Pair | None = None


class Column(Enum):
    """What rows are ordered by; the value is a stable id."""

    PLACE = "place"
    SURE = "sure"
    BEFORE = "before"
    AFTER = "after"
    TIMES = "times"
    KIND = "kind"
    RULE = "rule"
    CONTEXT = "context"
    DECISION = "decision"
    NOTE = "note"


class Groups(NamedTuple):
    """Rows in groups of one pair each; `rows[firsts[n]:firsts[n + 1]]` are those of group n."""

    rows: Rows
    firsts: Rows

    def __len__(self) -> int:
        return len(self.firsts) - 1

    def rows_of(self, number: int) -> Rows:
        """Return the rows of a group."""
        return self.rows[self.firsts[number] : self.firsts[number + 1]]


def select(table: RepairTable, chosen: RepairFilter, notes: Notes | None = None) -> Mask:
    """Return which rows pass a filter."""
    columns = table.columns
    mask = np.ones(len(table), np.bool_)
    if chosen.showing is Showing.TO_DECIDE:
        mask &= table.is_open
    elif chosen.showing is Showing.DECIDED:
        mask &= table.is_decided
    if len(chosen.kinds) < len(KINDS):
        allowed = np.array([kind in chosen.kinds for kind in KINDS])
        mask &= allowed[columns.kinds]
    if chosen.sure_up_to < 1.0:
        mask &= columns.sure <= chosen.sure_up_to
    if chosen.rule:
        rules, numbers = table.rules
        mask &= numbers == (rules.index(chosen.rule) if chosen.rule in rules else -1)
    if chosen.pair is not None:
        mask &= columns.pairs == table.vocabulary.number_of(chosen.pair)
    if chosen.text:
        mask &= _contain(table, chosen.text, notes or {})
    return mask


def order(
    table: RepairTable,
    mask: Mask,
    column: Column,
    *,
    descending: bool = False,
    notes: Notes | None = None,
) -> Rows:
    """Return the rows that pass, ordered by a column; what is equal there by place."""
    rows = np.flatnonzero(mask)
    if column is Column.PLACE:
        return rows[::-1] if descending else rows
    keys = _sort_keys(table, column, rows, notes or {})
    if column is Column.SURE:
        # As `next_row` goes: what is as sure stays with its pair.
        keys = -keys if descending else keys
        return rows[np.lexsort((rows, table.pair_firsts[table.columns.pairs[rows]], keys))]
    return rows[np.argsort(-keys if descending else keys, kind="stable")]


def group(table: RepairTable, rows: Rows) -> Groups:
    """Return rows grouped by pair: the groups, and the rows in each, in the order given."""
    if not len(rows):
        return Groups(rows, np.zeros(1, np.int64))
    pairs = table.columns.pairs[rows]
    # The first row of each pair tells where its group stands.
    first = np.full(len(table.pairs), -1, np.int64)
    first[pairs[::-1]] = np.arange(len(rows) - 1, -1, -1)
    places = first[pairs]
    by_group = np.argsort(places, kind="stable")
    starts = np.flatnonzero(np.diff(places[by_group], prepend=-1))
    return Groups(rows[by_group], np.append(starts, len(rows)))


def next_row(
    table: RepairTable,
    mask: Mask,
    current: int | None,
    column: Column,
    *,
    backwards: bool = False,
) -> int | None:
    """Return the row that passes and comes next after `current` by place or by sureness.

    By sureness all equally sure places of one pair come together, as in the table. Behind the last
    one the first follows; `current` itself is not returned. None if there is no other.
    """
    rows = np.flatnonzero(mask)
    rows = rows[rows != current]
    if not len(rows):
        return None
    if column is Column.SURE:
        known = rows if current is None else np.append(rows, current)
        ordered = known[np.lexsort((known, table.pair_firsts[table.columns.pairs[known]],
                                    table.columns.sure[known]))]  # fmt: skip
    else:
        ordered = rows if current is None else np.sort(np.append(rows, current))
    if current is None:
        return int(ordered[-1 if backwards else 0])
    at = int(np.flatnonzero(ordered == current)[0])
    return int(ordered[(at + (-1 if backwards else 1)) % len(ordered)])


def position(table: RepairTable, number: int) -> Span:
    """Return which of the places that need or had a decision a row is, from 1, and of how many.

    A certain repair is at the number of the next such place.
    """
    counted = table.is_open | table.is_decided
    total = int(np.count_nonzero(counted))
    return min(total, int(np.count_nonzero(counted[:number])) + 1), total


class Context(NamedTuple):
    """A place in its line of the clean text."""

    before: str
    place: str
    after: str


def context_of(table: RepairTable, number: int, around: int = AROUND) -> Context:
    """Return what stands around a row in its line of the clean text."""
    text = table.document.text
    repair = table.repair(number)
    start, end = repair.clean_start, repair.clean_end
    before = _LINE_END.split(text[max(0, start - around) : start])[-1]
    after = _LINE_END.split(text[end : end + around], maxsplit=1)[0]
    return Context(before, text[start:end], after)


_LINE_END = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")


def _sort_keys(table: RepairTable, column: Column, rows: Rows, notes: Notes) -> NDArray[np.number]:
    columns = table.columns
    if column is Column.SURE:
        return columns.sure[rows]
    if column is Column.TIMES:
        return table.pair_counts[columns.pairs[rows]]
    if column is Column.KIND:
        return columns.kinds[rows].astype(np.int64)
    if column is Column.DECISION:
        return _DECISION_RANKS[columns.states[rows]]
    if column is Column.RULE:
        rules, numbers = table.rules
        return _rank(rules)[numbers[rows]]
    if column is Column.NOTE:
        # Noted places last, as they are few: descending brings them up.
        return np.isin(rows, _find_noted(table, list(notes))).astype(np.int64)
    if column is Column.CONTEXT:
        return _rank_contexts(table, rows)
    side = 0 if column is Column.BEFORE else 1
    return _rank([pair[side] for pair in table.pairs])[columns.pairs[rows]]


_DECISION_RANKS = np.array([2, 4, 1, 0, 3])
"""By the numbers of STATES: undecided, unsure, lost, by hand, certain."""


def _rank(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return the rank of each text among all; equal texts have one rank."""
    ranks = {text: rank for rank, text in enumerate(sorted(set(texts)))}
    return np.fromiter(map(ranks.__getitem__, texts), np.int64, len(texts))


def _rank_contexts(table: RepairTable, rows: Rows) -> NDArray[np.int64]:
    """Return ranks by the text that follows in the clean text, itself included."""
    text = table.document.text
    starts = table.clean_starts[rows].tolist()
    return _rank([text[start : start + AROUND] for start in starts])


def _contain(table: RepairTable, text: str, notes: Notes) -> Mask:
    """Return which rows have a text in their texts or note, or are part of where it stands."""
    columns = table.columns
    found = np.array([text in before or text in after for before, after in table.pairs], np.bool_)
    mask = found[columns.pairs] if len(found) else np.zeros(len(table), np.bool_)
    ends = table.clean_starts + columns.ends - columns.starts + columns.grown
    mask |= _overlap(table.document.text, text, table.clean_starts, ends)
    mask |= _overlap(table.document.source, text, columns.starts, columns.ends)
    noted = [span for span, note in notes.items() if text in note]
    mask[_find_noted(table, noted)] = True
    return mask


def _overlap(text: str, wanted: str, starts: Numbers, ends: Numbers) -> Mask:
    """Return which spans of a text share a code point with an occurrence of what is wanted.

    An empty span does if it stands inside one.
    """
    hits = np.fromiter(_find_all(text, wanted), np.int64)
    if not len(hits):
        return np.zeros(len(starts), np.bool_)
    # Of the hits that begin before the span ends, the last reaches farthest.
    last = np.searchsorted(hits, ends, side="left") - 1
    return (last >= 0) & (hits[np.maximum(last, 0)] + len(wanted) > starts)


def _find_all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _find_noted(table: RepairTable, spans: list[Span]) -> Rows:
    """Return the rows of these spans."""
    found = []
    for start, end in spans:
        number = table.row_at(start, end)
        if number is not None:
            found.append(number)
    return np.array(found, np.int64)
