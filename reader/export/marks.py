"""Text of a document for a page, with a mark around each repair, as in the view Proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.export.alike import Alike
from reader.export.page import KEPT, attribute, page_text
from reader.export.reasons import change_line, reason_lines
from reader.review.outcomes import NO_OUTCOMES, Outcome, Outcomes
from reader.text.document import Repair
from reader.text.kinds import RepairState
from reader.text.marked import marked
from reader.text.repair import count_gone, state_of
from reader.text.sentences import Translate
from reader.text.structure import Block, BlockKind, Structure

MarkedPlace = tuple[int, int, str]
"""Start and end of a mark in one of the texts (code points), and the tag that begins it.

No named tuple: a page has a million of them, and the garbage collector looks at each again.
"""


FRAMES = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}
"""What stands around blocks of a kind that follow each other."""


def find_places(
    repairs: Iterable[Repair],
    outcomes: Outcomes = NO_OUTCOMES,
    translate: Translate = marked,
    *,
    brief: bool = False,
) -> tuple[list[MarkedPlace], list[MarkedPlace]]:
    """Return the marks of the clean text, and those of the source.

    `brief` leaves out the reasons for what is certain.
    """

    def tags_of(repair: Repair, outcome: Outcome | None) -> tuple[str, str]:
        classes = classes_of(repair)
        title = _title(repair, outcome, translate, brief)
        return mark_tag(classes, title, count_gone(repair)), mark_tag(classes, title)

    tags = Alike(tags_of, outcomes)
    clean: list[MarkedPlace] = []
    source: list[MarkedPlace] = []
    for one in repairs:
        in_clean, in_source = tags.of(one)
        clean.append((one.clean_start, one.clean_end, in_clean))
        source.append((one.source_start, one.source_end, in_source))
    return clean, source


def mark_tag(classes: str, title: str = "", gone: int = 0) -> str:
    """Return the tag that begins a mark.

    `title` is text; `gone` tells how many bytes are gone there, if that is known.
    """
    count = f' data-gone="{gone}"' if gone else ""
    return f'<mark class="{classes}"{count} title="{attribute(title)}">'


def classes_of(repair: Repair) -> str:
    """Return the classes of a repair's mark: its kind, its state if it is not certain, and KEPT."""
    kind: str = repair.kind.value
    state = state_of(repair)
    if state is RepairState.CERTAIN:
        return kind
    kept = state is RepairState.BY_HAND and repair.after == repair.before
    return f"{kind} {state.value.replace(' ', '-')}{f' {KEPT}' if kept else ''}"


def _title(repair: Repair, outcome: Outcome | None, translate: Translate, brief: bool) -> str:
    if brief and state_of(repair) is RepairState.CERTAIN:
        return change_line(repair, translate)
    return "\n".join(reason_lines(repair, translate, outcome))


def mark_text(
    text: str, places: Sequence[MarkedPlace], begin: int = 0, finish: int | None = None
) -> str:
    """Return text[begin:finish] escaped, with a mark around each place.

    Places are sorted by start (code points); of one that reaches outside, the part inside is
    marked.
    """
    return "".join(_mark(text, places, begin, len(text) if finish is None else finish))


def _mark(text: str, places: Sequence[MarkedPlace], begin: int, finish: int) -> Iterator[str]:
    at = begin
    for start, end, tag in places:
        if start < begin or end > finish:
            start, end = min(max(start, begin), finish), min(max(end, begin), finish)
        if start < at:  # a proposal inside a repair that was applied
            continue
        yield page_text(text[at:start])
        yield tag
        yield page_text(text[start:end])
        yield "</mark>"
        at = end
    yield page_text(text[at:finish])


def mark_structure(text: str, places: Sequence[MarkedPlace], structure: Structure) -> Iterator[str]:
    """Yield the text with marks: as it is, or as the headings, lists and tables it has."""
    if not structure:
        yield from _mark(text, places, 0, len(text))
        return
    frame = ""
    at = 0
    for number, block in enumerate(structure):
        wanted = FRAMES.get(block.kind, "")
        if wanted != frame:
            yield (f"</{frame}>" if frame else "") + (f"<{wanted}>" if wanted else "")
            frame = wanted
        # The line end belongs to its line: a repair may have taken it away.
        last = number + 1 == len(structure)
        until = len(text) if last else max(block.end, structure[number + 1].start)
        first = at
        while at < len(places) and (places[at][0] < until or last):
            at += 1
        yield mark_block(text, block, places[first:at])
    if frame:
        yield f"</{frame}>"


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
