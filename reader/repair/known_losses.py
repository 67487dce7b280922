"""Finds loss marks (U+FFFD, ??) after which nothing is out of step, so that no search is needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.repair.lines import line_start
from reader.repair.lost import continues_behind
from reader.text.align import Alignment, Edit
from reader.text.document import Origin
from reader.text.kinds import RepairKind

_MOST = 100_000  # proposals; if there are more, the text is noise
_MARK = re.compile("[?\ufffd]")
_MISREAD = frozenset(("misread", "unread_as"))


def find_known_losses(
    text: str, edits: Sequence[Edit], first: Alignment, origin: Origin
) -> tuple[int, ...]:
    """Return the offsets of such loss marks in `text`, the result of the READ layer, sorted.

    They are undecodable bytes of a UTF-8 file, which is never out of step; losses for which a
    character is proposed; those where the text continues as if nothing was lost; and those of lines
    that were misread, since what is behind them was decoded again.
    """
    places = set(_find_undecodable(text, first, origin))
    places.update(_find_misread(text, edits, first))
    proposed = [edit for edit in edits if not edit.applied]
    if len(proposed) <= _MOST:
        for edit in proposed:
            start, end = first.to_output(edit.start, edit.end)
            if start in places:
                continue
            if edit.kind is RepairKind.SLIP or continues_behind(text, start, end):
                places.update(range(start, end))
    return tuple(sorted(places))


def find_known_way(edits: Sequence[Edit]) -> tuple[str, str] | None:
    """Return how most of what was decoded again was written and read: ("Big5", "GBK")."""
    found: Counter[tuple[str, str]] = Counter()
    for edit in edits:
        for reason in edit.evidence if edit.applied else ():
            if reason.code == "misread":
                _, written, read = map(str, reason.args)
                found[written, read] += len(edit.after)
    return found.most_common(1)[0][0] if found else None


def _find_misread(text: str, edits: Sequence[Edit], first: Alignment) -> Iterator[int]:
    """Yield the loss marks of the lines in which something was decoded again."""
    done = -1
    for edit in edits if _MARK.search(text) else ():
        if edit.applied and any(reason.code == "misread" for reason in edit.evidence):
            start, end = first.to_output(edit.start, edit.end)
            if end <= done:
                continue
            low = max(done, line_start(text, start))
            done = text.find("\n", end)
            done = len(text) if done < 0 else done
            yield from (found.start() for found in _MARK.finditer(text, low, done))


def _find_undecodable(text: str, first: Alignment, origin: Origin) -> Iterator[int]:
    if origin.encoding != "utf-8" or not origin.lost:
        return
    if not origin.cuts:  # there were too many to keep
        yield from (at for at, char in enumerate(text) if char == "\ufffd")
    for cut in origin.cuts:
        start, end = first.to_output(cut.start, cut.end)
        yield from (at for at in range(start, end) if text[at : at + 1] == "\ufffd")


def find_unread(edits: Sequence[Edit], first: Alignment) -> tuple[tuple[int, int], ...]:
    """Return the spans of misread text that was not read back, in the text that `first` made.

    They are sorted. `edits` are those of the READ layer: of some it only says what the bytes mean.
    """
    return tuple(
        first.to_output(edit.start, edit.end)
        for edit in edits
        if not edit.applied and any(reason.code in _MISREAD for reason in edit.evidence)
    )
