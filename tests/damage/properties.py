"""What must hold of any damaged document, whether or not it comes out right.

Each function returns what breaks the property, in words; nothing where it holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader import Document, Repair, restore

CERTAIN = 0.95
# Bytes are torn in these: how many of them are read is limited, and that limit goes by the order.
TORN = ("seed", "mark_slip")
_AROUND = 8


def changed_again(document: Document) -> list[str]:
    """Restore the clean text: whatever the first time left certain must stay.

    Certain is what no repair touches and what a repair of 0.95 and more wrote. Places that were
    unsure, undecided or lost may be read otherwise without the damage around them.
    """
    open_places = [
        (repair.clean_start, repair.clean_end)
        for repair in document.repairs
        if repair.confidence < CERTAIN
    ]
    return [
        f"{_shown(document.text, one.source_start, one.source_end)} became {one.after!r}"
        for one in restore(document.text).repairs
        if one.applied
        and not any(
            start <= one.source_end and one.source_start <= end for start, end in open_places
        )
    ]


def unlike_in_order(
    paragraphs: Sequence[str], order: Sequence[int], *, torn: bool = False
) -> list[str]:
    """Restore a document and the same in another order: no paragraph may come out otherwise.

    What the document tells of itself is counted over all of it, so it is the same in any order.
    With `torn` bytes a paragraph may stay unread in one of the two, because not every run can be
    tried; but what both are certain of must be the same.
    """
    one = restore("\n".join(paragraphs))
    other = restore("\n".join(paragraphs[at] for at in order))
    here, there = _by_paragraph(one), _by_paragraph(other)
    broken = []
    for place, at in enumerate(order):
        (text, repairs), (again, repairs_again) = here[at], there[place]
        if torn:
            pairs = _contradictions(repairs, repairs_again)
            broken += [f"{before!r} was {after!r}, then {then!r}" for before, after, then in pairs]
        elif text != again:
            broken.append(f"{text!r} was {again!r} in another order")
    return broken


def not_rebuilt(document: Document, source: str) -> list[str]:
    """Say where source, repairs and clean text do not agree."""
    broken = []
    if document.source != source:
        broken.append("the document has another source")
    if document.rebuild_source() != source:
        broken.append("the source cannot be rebuilt")
    built, at = [], 0
    for repair in document.repairs:
        if source[repair.source_start : repair.source_end] != repair.before:
            broken.append(f"{repair.before!r} does not stand where repair {repair.id} says")
        if not repair.applied:
            continue
        if document.text[repair.clean_start : repair.clean_end] != repair.after:
            broken.append(f"{repair.after!r} does not stand where repair {repair.id} says")
        built += [source[at : repair.source_start], repair.after]
        at = repair.source_end
    if "".join([*built, source[at:]]) != document.text:
        broken.append("the repairs do not make the clean text")
    return broken


def _by_paragraph(document: Document) -> list[tuple[str, list[Repair]]]:
    """Return each paragraph's clean text, and its repairs as offsets into its source."""
    found: list[tuple[str, list[Repair]]] = []
    begins = 0
    for source, text in zip(document.source.split("\n"), document.text.split("\n"), strict=True):
        ends = begins + len(source)
        inside = [
            one._replace(source_start=one.source_start - begins, source_end=one.source_end - begins)
            for one in document.repairs_in_source(begins, ends)
        ]
        found.append((text, inside))
        begins = ends + 1
    return found


def _contradictions(one: list[Repair], other: list[Repair]) -> list[tuple[str, str, str]]:
    """Return (before, after, after) where both are certain of the same span and disagree."""
    said = {
        (repair.source_start, repair.source_end): repair
        for repair in one
        if repair.applied and repair.confidence >= CERTAIN
    }
    return [
        (repair.before, said[span].after, repair.after)
        for repair in other
        if repair.applied
        and repair.confidence >= CERTAIN
        and (span := (repair.source_start, repair.source_end)) in said
        and said[span].after != repair.after
    ]


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}[{text[start:end]}]{after}"
