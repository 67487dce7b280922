"""Finds loss marks (U+FFFD, ??) after which nothing is out of step, so that no search is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.repair.lost import continues_behind
from reader.text.align import Alignment, Edit
from reader.text.document import Origin
from reader.text.kinds import RepairKind

_MOST = 100_000  # proposals; if there are more, the text is noise
_MISREAD = frozenset(("misread", "unread_as"))


def find_known_losses(
    text: str, edits: Sequence[Edit], first: Alignment, origin: Origin
) -> tuple[int, ...]:
    """Return the offsets of such loss marks in `text`, the result of the READ layer, sorted.

    They are undecodable bytes of a UTF-8 file, which is never out of step; losses for which a
    character is proposed; and those where the text continues as if nothing was lost.
    """
    places = set(_find_undecodable(text, first, origin))
    proposed = [edit for edit in edits if not edit.applied]
    if len(proposed) <= _MOST:
        for edit in proposed:
            start, end = first.to_output(edit.start, edit.end)
            if start in places:
                continue
            if edit.kind is RepairKind.SLIP or continues_behind(text, start, end):
                places.update(range(start, end))
    return tuple(sorted(places))


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
