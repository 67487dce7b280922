"""How much of each paragraph was damaged, and by what: whether, where and how a page was spun.

The columns of the repairs are read as they are kept; no `Repair` is made. A document of a million
characters with 200,000 repairs takes a fifth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind, RepairState
from reader.text.marked import marked
from reader.text.messages import (
    AND,
    KINDS,
    LIST,
    PROFILE_ALL,
    PROFILE_CLEAN,
    PROFILE_EVERYWHERE,
    PROFILE_MANY_SPARED,
    PROFILE_ONLY,
    PROFILE_SCATTERED,
    PROFILE_SPARED,
    RANGE,
)
from reader.text.repair import state_of
from reader.text.sentences import Translate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_THROUGHOUT = 0.75  # of the paragraphs: a kind that touched so many was put in by a program
_MOST_RANGES = 8  # that a sentence names
_LINE = re.compile(r"[^\r\n\u2028\u2029]*[^\s][^\r\n\u2028\u2029]*")
_STATES = tuple(RepairState)
_NUMBERS = {state: number for number, state in enumerate(_STATES)}
_OPEN = (RepairState.LOST, RepairState.UNSURE, RepairState.UNDECIDED)

_after = itemgetter(Change._fields.index("after"))
_applied = itemgetter(Change._fields.index("applied"))


class ParagraphProfile(NamedTuple):
    """What was damaged in one paragraph of the text: a line that is not blank.

    Spans are half-open code point offsets, without the line end. `touched` says how many code
    points of the source were replaced or removed by each kind (by `RepairKind.number`), `states`
    how many repairs stand in each state (in the order of `RepairState`). A repair that reaches
    into the next paragraph counts where it begins.
    """

    source_start: int
    source_end: int
    clean_start: int
    clean_end: int
    touched: tuple[int, ...]
    states: tuple[int, ...]

    def share(self, kind: RepairKind) -> float:
        """Return the share of the paragraph's characters that this kind touched, 0 to 1."""
        length = max(self.source_end - self.source_start, sum(self.touched), 1)
        return self.touched[kind.number] / length

    @property
    def damage(self) -> float:
        """The share of the paragraph's characters that were touched at all, 0 to 1."""
        return sum(map(self.share, RepairKind))

    def count(self, state: RepairState) -> int:
        """Return how many repairs stand so."""
        return self.states[_NUMBERS[state]]

    @property
    def open_places(self) -> int:
        """How many places still need a person: unsure, undecided and lost."""
        return sum(map(self.count, _OPEN))


def profile(document: Document) -> Sequence[ParagraphProfile]:
    """Return the profile of each paragraph of a document, in order."""
    import numpy as np  # takes 100 ms, and most commands never need it

    lines = [found.span() for found in _LINE.finditer(document.source)]
    if not lines:
        return ()
    begins = np.fromiter(map(itemgetter(0), lines), np.int64, len(lines))
    finishes = np.fromiter(map(itemgetter(1), lines), np.int64, len(lines))
    starts, ends, changes = _columns(document)
    count = len(changes)
    # A change is shared by many places, so each is looked at once.
    different = {id(change): change for change in changes}
    of_change = {
        name: change.kind.number * len(_STATES) + _NUMBERS[state_of(change)]
        for name, change in different.items()
    }
    codes = np.fromiter(map(of_change.__getitem__, map(id, changes)), np.int64, count)
    applied = np.fromiter(map(_applied, changes), np.bool_, count)
    grown = np.fromiter(map(len, map(_after, changes)), np.int64, count) - (ends - starts)

    def clean(offsets: Numbers) -> Numbers:
        return _map_to_clean(offsets, starts[applied], ends[applied], grown[applied])

    # What stands between two paragraphs counts for the one before it.
    owner = np.maximum(np.searchsorted(begins, starts, "right") - 1, 0)
    kinds, states = np.divmod(codes, len(_STATES))
    width = np.where(applied, np.maximum(ends - starts, 1), 0)
    touched = _sum_by(owner, kinds, width, len(lines), len(RepairKind))
    standing = _sum_by(owner, states, np.ones(count, np.int64), len(lines), len(_STATES))
    return tuple(
        ParagraphProfile(start, end, clean_start, clean_end, tuple(by_kind), tuple(by_state))
        for (start, end), clean_start, clean_end, by_kind, by_state in zip(
            lines,
            clean(begins).tolist(),
            clean(finishes).tolist(),
            touched.tolist(),
            standing.tolist(),
            strict=True,
        )
    )


def merge(profiles: Sequence[ParagraphProfile], columns: int) -> Sequence[ParagraphProfile]:
    """Return at most so many profiles: those of neighbours added up, where there are more."""
    if len(profiles) <= columns:
        return profiles
    edges = [number * len(profiles) // columns for number in range(columns + 1)]
    return tuple(_add(profiles[low:high]) for low, high in pairwise(edges))


def describe(profiles: Sequence[ParagraphProfile], translate: Translate = marked) -> str:
    """Return one sentence: which kinds of damage are where.

    Paragraphs are numbered from 1.
    """

    def say(words: str, kinds: Sequence[RepairKind], numbers: Sequence[int] = ()) -> str:
        text = translate("Profile", words).format(
            kinds=_join([translate("Kinds", KINDS[kind].plural) for kind in kinds], translate),
            numbers=_join(_ranges(numbers, translate), translate),
            count=len(numbers),
            total=len(profiles),
        )
        return text[:1].upper() + text[1:]

    repaired = [number for number, one in enumerate(profiles, 1) if any(one.touched)]
    if not repaired:
        return say(PROFILE_CLEAN, ())
    touched = _total(one.touched for one in profiles)
    by_size = sorted(
        filter(lambda kind: touched[kind.number], RepairKind),
        key=lambda kind: -touched[kind.number],
    )
    spread = {kind: sum(1 for one in profiles if one.touched[kind.number]) for kind in by_size}
    throughout = [kind for kind in by_size if spread[kind] >= _THROUGHOUT * len(profiles)]
    if throughout:
        spared = [
            number
            for number, one in enumerate(profiles, 1)
            if not any(one.touched[kind.number] for kind in throughout)
        ]
        if not spared:
            return say(PROFILE_ALL, throughout)
        few = len(_ranges(spared, translate)) <= _MOST_RANGES
        return say(PROFILE_SPARED if few else PROFILE_MANY_SPARED, throughout, spared)
    if len(repaired) == len(profiles):
        return say(PROFILE_EVERYWHERE, by_size[:2])
    few = len(_ranges(repaired, translate)) <= _MOST_RANGES
    return say(PROFILE_ONLY if few else PROFILE_SCATTERED, by_size[:2], repaired)


def _ranges(numbers: Sequence[int], translate: Translate) -> list[str]:
    """Return numbers in order as few words: 13, 14, 15 and 23 are 13–15 and 23."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    words = translate("Profile", RANGE)
    return [words.format(*pair) if pair[0] < pair[1] else str(pair[0]) for pair in found]


def _join(words: Sequence[str], translate: Translate) -> str:
    if len(words) < 2:
        return "".join(words)
    between = translate("Evidence", LIST).format("", "")
    return translate("Profile", AND).format(between.join(words[:-1]), words[-1])


def _add(some: Sequence[ParagraphProfile]) -> ParagraphProfile:
    first, last = some[0], some[-1]
    return ParagraphProfile(
        first.source_start,
        last.source_end,
        first.clean_start,
        last.clean_end,
        _total(one.touched for one in some),
        _total(one.states for one in some),
    )


def _total(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def _columns(document: Document) -> tuple[Numbers, Numbers, list[Change]]:
    """Return the starts and ends of all repairs in the source, and what is done at each."""
    import numpy as np

    columns = list(map(attrgetter("columns"), document.paragraphs))
    counts = list(map(len, columns))
    bases = np.repeat(np.frombuffer(document.starts[0], np.int64)[:-1], counts)
    total = len(bases)
    starts = np.fromiter(chain.from_iterable(one.starts for one in columns), np.int64, total)
    ends = np.fromiter(chain.from_iterable(one.ends for one in columns), np.int64, total)
    changes = list(chain.from_iterable(one.changes for one in columns))
    return starts + bases, ends + bases, changes


def _map_to_clean(offsets: Numbers, starts: Numbers, ends: Numbers, grown: Numbers) -> Numbers:
    """Return where offsets in the source stand in the clean text.

    The repairs given are the applied ones. What is inserted at an offset stands behind it; one
    inside a repair stands at the end of what it became.
    """
    import numpy as np

    before = np.searchsorted(starts, offsets, "left")
    shift = np.concatenate(([0], np.cumsum(grown)))[before]
    reached = np.concatenate(([0], ends))[before]
    return np.asarray(np.maximum(offsets, reached) + shift)


def _sum_by(
    rows: Numbers, columns: Numbers, values: Numbers, height: int, width: int
) -> Numbers:  # fmt: skip
    """Return a table of sums: of the values in each row and column."""
    import numpy as np

    sums = np.bincount(rows * width + columns, values, height * width)
    return sums.astype(np.int64).reshape(height, width)
