"""Text of a document for a page, with a mark around each repair, as in the view Proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.export.page import KEPT, attribute, page_text
from reader.export.reasons import change_line, reason_lines
from reader.review.outcomes import NO_OUTCOMES, Outcomes, outcome_of
from reader.text.document import Repair
from reader.text.kinds import RepairState
from reader.text.marked import marked
from reader.text.repair import count_gone, state_of
from reader.text.sentences import Translate
from reader.text.structure import Block, BlockKind, Structure


class MarkedPlace(NamedTuple):
    """Where a mark stands in one of the texts (code points), and what it is."""

    start: int
    end: int
    classes: str
    title: str  # text, not markup
    gone: int = 0  # how many bytes are gone there, if that is known


FRAMES = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}
"""What stands around blocks of a kind that follow each other."""


def clean_places(
    repairs: Iterable[Repair],
    outcomes: Outcomes = NO_OUTCOMES,
    translate: Translate = marked,
    *,
    brief: bool = False,
) -> list[MarkedPlace]:
    """Return the marks of the clean text; `brief` leaves out the reasons for what is certain."""
    return [
        MarkedPlace(
            one.clean_start,
            one.clean_end,
            classes_of(one),
            _title(one, outcomes, translate, brief),
            count_gone(one),
        )
        for one in repairs
    ]


def source_places(
    repairs: Iterable[Repair],
    outcomes: Outcomes = NO_OUTCOMES,
    translate: Translate = marked,
    *,
    brief: bool = False,
) -> list[MarkedPlace]:
    """Return the marks of the source."""
    return [
        MarkedPlace(
            one.source_start,
            one.source_end,
            classes_of(one),
            _title(one, outcomes, translate, brief),
        )
        for one in repairs
    ]


def classes_of(repair: Repair) -> str:
    """Return the classes of a repair's mark: its kind, its state if it is not certain, and KEPT."""
    kind: str = repair.kind.value
    state = state_of(repair)
    if state is RepairState.CERTAIN:
        return kind
    kept = state is RepairState.BY_HAND and repair.after == repair.before
    return f"{kind} {state.value.replace(' ', '-')}{f' {KEPT}' if kept else ''}"


def _title(repair: Repair, outcomes: Outcomes, translate: Translate, brief: bool) -> str:
    if brief and state_of(repair) is RepairState.CERTAIN:
        return change_line(repair, translate)
    return "\n".join(reason_lines(repair, translate, outcome_of(repair, outcomes)))


def mark_text(
    text: str, places: Sequence[MarkedPlace], begin: int = 0, finish: int | None = None
) -> str:
    """Return text[begin:finish] escaped, with a mark around each place.

    Places are sorted by start (code points); of one that reaches outside, the part inside is
    marked.
    """
    finish = len(text) if finish is None else finish
    pieces: list[str] = []
    at = begin
    for place in places:
        start, end = min(max(place.start, begin), finish), min(max(place.end, begin), finish)
        if start < at:  # a proposal inside a repair that was applied
            continue
        pieces.append(page_text(text[at:start]))
        pieces.append(
            f'<mark class="{place.classes}"{_gone(place.gone)} title="{attribute(place.title)}">'
            f"{page_text(text[start:end])}</mark>"
        )
        at = end
    pieces.append(page_text(text[at:finish]))
    return "".join(pieces)


def _gone(count: int) -> str:
    """Return the attribute by which a page shows how many bytes are gone; empty for none."""
    return f' data-gone="{count}"' if count else ""


def mark_structure(text: str, places: Sequence[MarkedPlace], structure: Structure) -> str:
    """Return the text with marks: as it is, or as the headings, lists and tables it has."""
    if not structure:
        return mark_text(text, places)
    pieces: list[str] = []
    frame = ""
    at = 0
    for number, block in enumerate(structure):
        wanted = FRAMES.get(block.kind, "")
        if wanted != frame:
            pieces.append((f"</{frame}>" if frame else "") + (f"<{wanted}>" if wanted else ""))
            frame = wanted
        # The line end belongs to its line: a repair may have taken it away.
        last = number + 1 == len(structure)
        until = len(text) if last else max(block.end, structure[number + 1].start)
        first = at
        while at < len(places) and (places[at].start < until or last):
            at += 1
        pieces.append(mark_block(text, block, places[first:at]))
    if frame:
        pieces.append(f"</{frame}>")
    return "".join(pieces)


def mark_block(text: str, block: Block, places: Sequence[MarkedPlace] = ()) -> str:
    """Return one line as the element it is."""
    words = mark_text(text, places, block.start, block.end)
    # No repair of the engine spans a tab, or a mark would open in one cell and end in the next.
    cells = words.split("\t") if _is_balanced(words) else [words.replace("\t", " ")]
    return write_block(block, cells if block.kind is BlockKind.ROW else [words])


def write_block(block: Block, cells: Sequence[str], identity: str = "") -> str:
    """Return one line as the element it is, with an id if it is to have one.

    `cells` are markup: those of a row, one for any other line.
    """
    named = f' id="{identity}"' if identity else ""
    if block.kind is BlockKind.ROW:
        cell = "th" if block.level else "td"
        return f"<tr{named}>{''.join(f'<{cell}>{part}</{cell}>' for part in cells)}</tr>"
    words = "".join(cells)
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), 6)
        return f"<h{level}{named}>{words}</h{level}>"
    if block.kind is BlockKind.ITEM:
        kind = ' class="ordered"' if block.ordered else ""
        return f'<li{named}{kind} style="margin-left: {max(block.level, 1) - 1}em">{words}</li>'
    return f"<p{named}>{words}</p>"


def _is_balanced(words: str) -> bool:
    return all(part.count("<mark") == part.count("</mark>") for part in words.split("\t"))
