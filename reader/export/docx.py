"""The repairs of a document as tracked changes in a Word document, to accept or reject one by one.

Accepting all of them gives the clean text, rejecting all gives the source; a line end is the end of
a paragraph. What is certain has no comment: a thousand of them, and Word cannot be used.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from reader.export.material import Material
from reader.export.reasons import reason_lines
from reader.export.word import Line, count_controls, escape_attribute, pack, run, write_body
from reader.review.outcomes import outcome_of
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.messages import CONTROLS
from reader.text.repair import state_of
from reader.text.structure import Block, BlockKind, Structure, cell_spans

_LINE_END = re.compile("\r\n|\r|\n")
_AUTHOR = "Jingdu"
# Word and LibreOffice take changes that touch for one if they have one author and one time, within
# a minute: (dòng)(dong) could only be accepted together.
_APART = timedelta(minutes=2)
_EXPLAINED = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.BY_HAND)
_start = attrgetter("start")


def to_docx(material: Material) -> bytes:
    """Return a Word document with one tracked change a repair, by "Jingdu: gloss" and so on.

    A comment gives the reason where a repair is unsure or undecided, how it was decided where it
    was by hand, and the user's note.
    """
    writer = _TrackedWriter(material)
    return pack(
        write_body(writer.write()),
        title=material.page_title,
        created=_date(material.when),
        comments="".join(writer.comments),
        description=_describe_controls(material, count_unwritable(material)),
    )


def to_clean_docx(material: Material) -> bytes:
    """Return the clean text as a Word document with its headings, lists and tables."""
    text = material.document.text

    def write(line: CleanLine) -> Line:
        return line.write([[run(text[start:end])] for start, end in line.cells(text)])

    return pack_clean(material, map(write, clean_lines(material.document)))


class CleanLine(NamedTuple):
    """A line of the clean text (code points, without its end), and the block that it is."""

    start: int
    end: int
    block: Block | None
    ends: bool = True  # whether a line end follows it

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return self.block is not None and self.block.kind is BlockKind.ROW

    def cells(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of its cells, one for all but rows; `text` is the clean text."""
        if not self.is_row:
            return [(self.start, self.end)]
        return cell_spans(text, self.start, self.end)

    def write(self, cells: list[list[str]]) -> Line:
        """Return the line with the XML of its cells. A table cannot end without a line end."""
        return Line(self.block, cells, ends=self.ends or not self.is_row)


def pack_clean(material: Material, lines: Iterable[Line], behind: Iterable[str] = ()) -> bytes:
    """Return a Word document of the lines of the clean text, and of what stands behind them.

    `lines` are those of `clean_lines` in their order, `behind` is XML.
    """
    return pack(
        chain(write_body(_with_end(lines)), behind),
        title=material.page_title,
        created=_date(material.when),
        description=_describe_controls(material, count_unwritable_in_clean(material)),
    )


def clean_lines(document: Document) -> Iterator[CleanLine]:
    """Yield each line of the clean text; an empty text has one."""
    structure = document.clean_structure()
    at = 0
    for found in _LINE_END.finditer(document.text):
        yield CleanLine(at, found.start(), _block_at(structure, at))
        at = found.end()
    if at < len(document.text) or not at:
        yield CleanLine(at, len(document.text), _block_at(structure, at), ends=False)


def _with_end(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, and an empty one behind a table: Word wants a paragraph there."""
    last = None
    for last in lines:
        yield last
    if last is not None and last.is_row and last.ends:
        yield Line(ends=False)


def count_unwritable(material: Material) -> int:
    """Return how many characters of source or clean text a Word document shows by a picture."""
    document = material.document
    return max(count_controls(document.source), count_controls(document.text))


def count_unwritable_in_clean(material: Material) -> int:
    """Return how many characters of the clean text a Word document shows by a picture."""
    return count_controls(material.document.text)


def _describe_controls(material: Material, count: int) -> str:
    """Say how many characters are shown by a picture; empty if none are."""
    if not count:
        return ""
    words = material.translate("Exports", CONTROLS)
    return words.format(count=count)


class _Place(NamedTuple):
    """A repair that was applied, on a span that parts no line end of two characters."""

    start: int
    end: int
    before: str
    after: str
    repair: Repair


class _TrackedWriter:
    """Writes source and clean text into one sequence of lines."""

    def __init__(self, material: Material) -> None:
        self.comments: list[str] = []
        self._material = material
        self._outcomes = material.find_outcomes()
        self._source = material.document.source
        self._structure = material.document.structure
        self._lines: list[Line] = []
        self._line = self._begin(0)
        self._changes = 0
        dates = [_date(material.when + _APART * number) for number in range(2)]
        self._signed = {
            kind: [
                f'w:author={escape_attribute(f"{_AUTHOR}: {kind.value}")} w:date="{date}"'
                for date in dates
            ]
            for kind in RepairKind
        }
        self._date = dates[0]

    def write(self) -> Sequence[Line]:
        """Return all lines."""
        at = 0
        anchors = self._anchors()
        for place in _places(self._material.document):
            at = self._keep(at, place.start, anchors)
            self._change(place)
            at = place.end
        self._keep(at, len(self._source), anchors)
        self._place_anchors(anchors, len(self._source))
        self._line.ends = False
        return [*self._lines, self._line]

    def _begin(self, offset: int) -> Line:
        return Line(_block_at(self._structure, offset))

    def _keep(self, start: int, end: int, anchors: list[tuple[int, int, str]]) -> int:
        """Write source[start:end], which stands in both texts, with the comments on it."""
        while anchors and anchors[-1][0] < end:
            offset = max(start, anchors[-1][0])
            self._copy(start, offset)
            self._place_anchors(anchors, offset)
            start = offset
        self._copy(start, end)
        return end

    def _place_anchors(self, anchors: list[tuple[int, int, str]], offset: int) -> None:
        while anchors and anchors[-1][0] <= offset:
            self._put(anchors.pop()[2])

    def _copy(self, start: int, end: int) -> None:
        for found in _LINE_END.finditer(self._source, start, end):
            self._copy_line(start, found.start())
            self._end_line("", found.end())
            start = found.end()
        self._copy_line(start, end)

    def _copy_line(self, start: int, end: int) -> None:
        text = self._source[start:end]
        if not self._line.is_row:
            self._put(run(text))
            return
        first, *others = text.split("\t")
        self._put(run(first))
        for other in others:
            self._line.cells.append([run(other)])

    def _put(self, xml: str) -> None:
        if xml:
            self._line.cells[-1].append(xml)

    def _end_line(self, mark: str, offset: int) -> None:
        self._line.mark = mark
        self._lines.append(self._line)
        self._line = self._begin(offset)

    def _change(self, place: _Place) -> None:
        """Write a repair: what is taken out, then what is put in."""
        comment = self._explain(place.repair)
        if comment is not None:
            self._put(f'<w:commentRangeStart w:id="{comment}"/>')
        before, after = place.before, place.after
        if before == after or _LINE_END.sub("\n", before) == _LINE_END.sub("\n", after):
            self._copy(place.start, place.end)  # the user kept the original
        else:
            self._changes += 1
            signed = self._signed[place.repair.kind][self._changes % 2]
            self._track("del", before, signed, place.start)
            self._track("ins", after, signed, None if place.start < place.end else place.end)
        if comment is not None:
            self._put(_comment_end(comment))

    def _track(self, tag: str, text: str, signed: str, offset: int | None) -> None:
        """Write text that was taken out or put in, its line ends as changes of paragraph marks."""
        at = 0
        for found in _LINE_END.finditer(text):
            self._put(self._tracked(tag, text[at : found.start()], signed))
            self._end_line(
                f'<w:{tag} w:id="{self._new_id()}" {signed}/>',
                -1 if offset is None else offset + found.end(),
            )
            at = found.end()
        self._put(self._tracked(tag, text[at:], signed))

    def _tracked(self, tag: str, text: str, signed: str) -> str:
        if not text:
            return ""
        words = run(text, deleted=tag == "del")
        return f'<w:{tag} w:id="{self._new_id()}" {signed}>{words}</w:{tag}>'

    def _new_id(self) -> int:
        self._ids += 1
        return self._ids

    _ids = 0

    # -- comments

    def _anchors(self) -> list[tuple[int, int, str]]:
        """Return where comments on proposals begin and end: (offset, order, XML), last one first.

        The order keeps a comment on nothing at all from ending before it begins.
        """
        anchors: list[tuple[int, int, str]] = []
        for repair in self._material.document.repairs:
            if repair.applied:
                continue
            comment = self._explain(repair)
            if comment is not None:
                order = 2 * len(anchors)
                opening = f'<w:commentRangeStart w:id="{comment}"/>'
                start, end = (
                    offset + _parts_line_end(self._source, offset)
                    for offset in (repair.source_start, repair.source_end)
                )
                anchors.append((start, order, opening))
                anchors.append((end, order + 1, _comment_end(comment)))
        return sorted(anchors, reverse=True)

    def _explain(self, repair: Repair) -> int | None:
        """Write the comment on a repair and return its id, None where none is wanted."""
        material = self._material
        note = material.notes.get((repair.source_start, repair.source_end), "")
        if not note and state_of(repair) not in _EXPLAINED:
            return None
        number = len(self.comments)
        lines = reason_lines(repair, material.translate, outcome_of(repair, self._outcomes))
        paragraphs = "".join(f"<w:p>{run(line)}</w:p>" for line in (*lines, *note.splitlines()))
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="J" '
            f'w:date="{self._date}">{paragraphs}</w:comment>'
        )
        return number


def _comment_end(comment: int) -> str:
    return f'<w:commentRangeEnd w:id="{comment}"/><w:r><w:commentReference w:id="{comment}"/></w:r>'


def _places(document: Document) -> Iterator[_Place]:
    """Yield the repairs that were applied.

    A line end of two characters is one paragraph mark in Word: a repair that would part them, or
    put one beside the other, takes in both, and two that meet between them are one.
    """
    source = document.source
    last: _Place | None = None
    for repair in document.repairs:
        if not repair.applied:
            continue
        start, end, before, after = repair[2], repair[3], repair.before, repair.after
        if last is not None and last.end == start and _parts_line_end(source, start):
            last = last._replace(end=end, before=last.before + before, after=last.after + after)
            continue
        if last is not None:
            yield _with_line_ends(source, last, start)
        begin = start - 1
        if (
            begin >= (last.end if last else 0)
            and source[begin] == "\r"
            and "\n" in (source[start : start + 1], (after or source[end : end + 1])[:1])
        ):
            start, before, after = begin, f"\r{before}", f"\r{after}"
        last = _Place(start, end, before, after, repair)
    if last is not None:
        yield _with_line_ends(source, last, len(source))


def _with_line_ends(source: str, place: _Place, following: int) -> _Place:
    """Return the place with the second half of a line end that it would part."""
    end = place.end
    parted = _parts_line_end(source, end) or (
        source[end : end + 1] == "\n" and place.after[-1:] == "\r"
    )
    if not parted or end >= following:
        return place
    return place._replace(end=end + 1, before=f"{place.before}\n", after=f"{place.after}\n")


def _parts_line_end(source: str, offset: int) -> bool:
    return source[max(0, offset - 1) : offset + 1] == "\r\n"


def _block_at(structure: Structure, offset: int) -> Block | None:
    """Return the block that a line is which begins at this offset (code points)."""
    number = bisect_right(structure, offset, key=_start) - 1
    if number < 0:
        return None
    block = structure[number]
    return block if offset <= block.end else None


def _date(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
