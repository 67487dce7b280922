"""A few words of a page: what stood in the original around a repair, and what stands there now.

A row holds the clean text and the repairs, not the original: that is put together again around the
place, from the clean text and what each repair replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.batch.archive.report_tally import class_of
from reader.batch.archive.row import Damage, Detail, PageRow
from reader.export.marks import MarkedPlace, mark_tag

_BEFORE, _BEHIND = 24, 60  # code points of the clean text around the place
_BEGINNING = 110  # code points of a text without repairs
_LONGEST = 120  # code points of what one repair replaced
# Which repairs tell what a page of a class suffered from.
_TELLING: dict[Damage, tuple[str, ...]] = {
    Damage.SPUN: ("gloss", "variant", "script"),
    Damage.SLIPPED: ("slip",),
    Damage.MISREAD: ("encoding",),
}


class Excerpt(NamedTuple):
    """Words of the clean text and of the original, each with its marks; `before` may be empty."""

    after: str = ""
    after_places: tuple[MarkedPlace, ...] = ()
    before: str = ""
    before_places: tuple[MarkedPlace, ...] = ()


class _Edit(NamedTuple):
    """A repair, and where what stands there now is in the clean text (code points)."""

    start: int
    end: int
    before: str
    after: str  # what stands there: for a mere proposal the original
    classes: str


def cut_excerpt(row: PageRow) -> Excerpt:
    """Return words around the repair that tells most of a page; its beginning if there is none."""
    text = row.clean or ""
    found = _find_edits(text, row.details or ())
    if not found:
        return Excerpt(_shorten(text[:_BEGINNING], text))
    chosen = _choose(row, found)
    at = found[chosen]
    low, high = max(0, at.start - _BEFORE), min(len(text), at.end + _BEHIND)
    low = text.rfind("\n", low, at.start) + 1 or low
    line_end = text.find("\n", at.end, high)
    high = line_end if line_end >= 0 else high
    inside = [one for one in found if low <= one.start and one.end <= high]
    return _write(text, low, high, inside)


def _find_edits(text: str, details: Sequence[Detail]) -> list[_Edit]:
    """Return the repairs where they stand in the clean text, as far as the two fit together."""
    return list(_place(text, sorted(details, key=lambda one: (one["start"], one["end"]))))


def _place(text: str, details: Sequence[Detail]) -> Iterator[_Edit]:
    shift = finished = 0
    for one in details:
        if one["start"] < finished:  # a proposal inside a repair that was applied
            continue
        start = one["start"] + shift
        stands = _standing(text, start, one)
        if stands is None:
            return
        state = one["state"].replace(" ", "-")
        classes = one["kind"] if state == "certain" else f"{one['kind']} {state}"
        yield _Edit(start, start + len(stands), one["before"], stands, classes)
        finished = one["end"]
        shift += len(stands) - (one["end"] - one["start"])


def _standing(text: str, start: int, detail: Detail) -> str | None:
    """Return what stands in the clean text at a repair: what it proposes, or what stood there."""
    before, after = detail["before"], detail["after"]
    # Nothing was written where bytes are lost, nor always where a place is undecided.
    is_open = detail["state"] in ("lost", "undecided")
    first, second = (
        (before, after) if is_open and text.startswith(before, start) else (after, before)
    )
    for standing in (first, second):
        if text.startswith(standing, start):
            return standing
    return None


def _choose(row: PageRow, found: Sequence[_Edit]) -> int:
    """Return which repair to show: one of the kind that a page of its class has, or the first."""
    damage = class_of(row)
    kinds = _TELLING.get(damage, ())
    for at, one in enumerate(found):
        classes = one.classes.split()
        if classes[0] in kinds or (damage is Damage.LOST and "lost" in classes):
            return at
    return 0


def _write(text: str, low: int, high: int, inside: Sequence[_Edit]) -> Excerpt:
    """Return text[low:high], and what stood there before these repairs."""
    before: list[str] = []
    places: list[MarkedPlace] = []
    was: list[MarkedPlace] = []
    at, length = low, 0
    for one in inside:
        before.append(text[at : one.start])
        length += one.start - at
        stood = one.before if len(one.before) <= _LONGEST else f"{one.before[:_LONGEST]}…"
        before.append(stood)
        tag = mark_tag(one.classes)
        was.append((length, length + len(stood), tag))
        places.append((one.start - low, one.end - low, tag))
        length += len(stood)
        at = one.end
    before.append(text[at:high])
    return Excerpt(text[low:high], tuple(places), "".join(before), tuple(was))


def _shorten(shown: str, whole: str) -> str:
    words = " ".join(shown.split())
    return f"{words}…" if len(shown) < len(whole) else words
