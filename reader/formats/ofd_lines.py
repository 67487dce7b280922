"""Lines out of what is drawn on a page of an OFD file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.formats.ofd_text import DESCENT, Run
from reader.formats.pdf_layout import Line
from reader.formats.radicals import without_radicals

_POINTS = 72 / 25.4  # points in a millimetre
_ASCENT = 0.88  # above the line, in sizes
_COLUMN = 5  # lines of a column; a cell of a table has fewer
_CELL = 2.0  # sizes between the cells of a table


def surrounds(template: Sequence[Run], body: Sequence[Run]) -> bool:
    """Tell whether a template stands above and below what is drawn on a page, as a head and a foot.

    A form's template names what the page fills in, 名称： and 个人, and stands between.
    """
    highest = min((run.baseline for run in body), default=0.0)
    lowest = max((max(run.baseline, run.bottom) for run in body), default=0.0)
    return not body or all(
        max(run.baseline, run.bottom) < highest or run.baseline > lowest for run in template
    )


def find_lines(body: Sequence[Run], template: Sequence[Run], height: float) -> list[Line]:
    """Return the lines of a page, from what is drawn on it and on its template.

    `height` is that of the page in millimetres. Objects stay in the order in which they are drawn,
    which keeps columns and the cells of tables together. Where a template is filled in, or the
    order is none, the places decide.
    """
    body, template = _join_upright(_once(body)), _join_upright(_once(template))
    if not surrounds(template, body) or _out_of_order(body or template):
        ordered = _by_place([*template, *body])
    else:
        highest = min((run.baseline for run in body), default=0.0)
        above = [run for run in template if run.baseline < highest]
        below = [run for run in template if run.baseline >= highest]
        ordered = [*_by_place(above), *_by_column(body), *(_by_place(below) if body else below)]
    rows = list(_rows(ordered))
    lines = [_line(row, height) for row in rows]
    # Nor goes a row on from one page to the next: the first is placed as an indented line is, the
    # last ends as one short of the margin.
    if lines and _is_of_table(rows[0]):
        lines[0] = replace(lines[0], left=lines[0].right)
    if lines and _is_of_table(rows[-1]):
        lines[-1] = replace(lines[-1], right=lines[-1].left)
    return lines


def is_garbled(runs: Iterable[Run]) -> bool:
    """Tell whether many of the characters are none: codes of one font, which it alone can show."""
    text = "".join(run.text for run in runs)
    unknown = sum(1 for char in text if "\ue000" <= char <= "\uf8ff" or char in "\ufffd\0")
    return unknown * 10 > len(text)


def _once(runs: Sequence[Run]) -> list[Run]:
    """Return the runs without those drawn again at the same place, which makes them look bold."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        if (
            last is None
            or run.text != last.text
            or abs(run.left - last.left) > 0.2 * run.size
            or abs(run.baseline - last.baseline) > 0.2 * run.size
        ):
            kept.append(run)
    return kept


def _join_upright(runs: Iterable[Run]) -> list[Run]:
    """Return the runs, single characters one below the other as one: 购 买 方 beside a table."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and len(run.text.strip()) == 1 and _is_below(last, run):
            joined[-1] = last._replace(
                text=last.text + run.text, upright=True, bottom=run.baseline + DESCENT * run.size
            )
        else:
            joined.append(run)
    return joined


def _is_below(last: Run, run: Run) -> bool:
    if not last.upright and len(last.text.strip()) != 1:
        return False
    down = run.baseline - (last.bottom if last.upright else last.baseline)
    return (
        abs(last.left - run.left) < 0.3 * run.size
        and abs(last.size - run.size) < 0.1 * run.size
        and 0.7 * run.size < down < 1.7 * run.size
        and run.text.strip() >= "\u2e80"
    )


def _out_of_order(runs: Sequence[Run]) -> bool:
    """Tell whether objects come in no order of reading: as often further up as further down."""
    up = down = 0
    for one, other in pairwise(runs):
        step = other.baseline - one.baseline
        up += step < -0.5 * one.size
        down += step > 0.5 * one.size
    return up > 0.6 * down and up > 2


def _by_place(runs: Iterable[Run]) -> list[Run]:
    """Return the runs row by row from the top, each row from the left."""
    ordered: list[Run] = []
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if row and run.baseline - row[0].baseline > 0.4 * max(row[0].size, run.size):
            ordered += sorted(row, key=lambda run: run.left)
            row = []
        row.append(run)
    return [*ordered, *sorted(row, key=lambda run: run.left)]


def _by_column(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with columns that stand side by side from the left to the right.

    Each goes down in one go as it is drawn; a program that lays out a magazine draws them in the
    order in which they were made.
    """
    columns: list[list[Run]] = []
    for run in runs:
        if not columns or run.baseline < columns[-1][-1].baseline - run.size:
            columns.append([])
        columns[-1].append(run)
    ordered: list[Run] = []
    beside: list[list[Run]] = []
    for column in columns:
        if beside and not _are_side_by_side(beside[-1], column):
            ordered += _join(beside)
            beside = []
        beside.append(column)
    return ordered + _join(beside)


def _join(columns: list[list[Run]]) -> list[Run]:
    return [run for column in sorted(columns, key=_left) for run in column]


def _left(column: Sequence[Run]) -> float:
    return min(run.left for run in column)


def _are_side_by_side(one: Sequence[Run], other: Sequence[Run]) -> bool:
    """Tell whether two stretches are columns: long, beside each other, at the same height."""
    if min(_height(one), _height(other)) < _COLUMN:
        return False
    apart = max(_left(one), _left(other)) - min(
        max(r.right for r in one), max(r.right for r in other)
    )
    top = max(one[0].baseline, other[0].baseline)
    common = min(one[-1].baseline, other[-1].baseline) - top
    shorter = min(each[-1].baseline - each[0].baseline for each in (one, other))
    return apart > 0 and common > 0.5 * shorter


def _height(column: Sequence[Run]) -> int:
    """Return how many lines a stretch has."""
    return 1 + sum(
        below.baseline - above.baseline > 0.5 * above.size for above, below in pairwise(column)
    )


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield runs that stand on one line, each to the right of the one before."""
    row: list[Run] = []
    for run in runs:
        if row and not _is_beside(row[-1], run):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _is_beside(last: Run, run: Run) -> bool:
    size = max(last.size, run.size)
    return (
        not last.upright
        and not run.upright
        and abs(last.baseline - run.baseline) < 0.4 * size
        and run.left > last.right - 0.6 * size
        and run.left > last.left
    )


def _is_of_table(row: Sequence[Run]) -> bool:
    """Tell whether what stands on one line are the cells of a table."""
    return any(run.left - last.right > _CELL * run.size for last, run in pairwise(row))


def _line(row: Sequence[Run], height: float) -> Line:
    main = max(row, key=lambda run: len(run.text))
    words = [row[0].text]
    for last, run in pairwise(row):
        words += _between(last, run), run.text
    top = height - main.baseline + _ASCENT * main.size
    bottom = height - (main.bottom if main.upright else main.baseline + DESCENT * main.size)
    if _is_of_table(row):
        # A row of a table goes on with no line above it, nor any below with it: it ends at the top
        # of the page, so that it has the distance of a line from none, and is no foot of the page.
        bottom = height
    return Line(
        without_radicals("".join(words)),
        left=row[0].left * _POINTS,
        right=max(run.right for run in row) * _POINTS,
        bottom=bottom * _POINTS,
        top=top * _POINTS,
        size=max(1.0, main.size * _POINTS),
    )


def _between(last: Run, run: Run) -> str:
    """Return the space that two runs on one line leave; between hanzi it takes more of it."""
    if last.text[-1].isspace() or run.text[0].isspace():
        return ""
    hanzi = last.text[-1] >= "\u2e80" or run.text[0] >= "\u2e80"
    return " " if run.left - last.right > (0.7 if hanzi else 0.2) * run.size else ""
