"""What is drawn on a page of an OFD file: which characters stand where.

An object of text names a box, a size and the place of each character as steps from the one before:
DeltaX="g 4 3.175 g 2 1.5" stands for six steps. Places are millimetres from the top left corner.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice, pairwise
from statistics import median
from typing import NamedTuple

from reader.formats.budget import Budget
from reader.formats.element import Element
from reader.text.errors import Place, TooMuchInside

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f, as OFD and PDF write it: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FULLEST = 100_000  # objects and characters on a page; the smallest print fills A4 with 20,000
_SIZE = 3.175  # mm, of text that does not say it: 9 points
_SPARE = 64  # words in a list of steps beyond those it takes
_DEEPEST = 16  # drawings inside drawings
_WORD = re.compile(r"[^\s,]+")
_LINE_ENDS = re.compile("[\r\n]+")
_NARROW = frozenset("iIjlftr.,:;!'|()[]{} `")
_WIDE = frozenset("mwMW@%&")
DESCENT = 0.12  # below the line, in sizes, in most Chinese fonts
_DRAWN = ("Layer", "PageBlock", "Content")  # what holds the objects of a page


class Run(NamedTuple):
    """Characters that one object draws on one line; millimetres, downwards from the top.

    `baseline` is where the characters stand. Of an upright run, whose characters stand one below
    the other, it is that of the first; `bottom` is below the last.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    upright: bool = False
    bottom: float = 0.0


class PageReader:
    """Reads the runs of one page, its template, and the drawings they use.

    `find_drawing` returns the content of a drawing by its id. What has no text is counted in
    `left_out`. Raises TooMuchInside, naming `where`, for more than any page has on it.
    """

    def __init__(
        self,
        find_drawing: Callable[[str], Element | None],
        left_out: Counter[str],
        budget: Budget,
        where: Place,
    ) -> None:
        self._find_drawing = find_drawing
        self._left_out = left_out
        self._budget = budget
        self._where = where
        self._drawn = 0

    def runs(self, root: Element) -> list[Run]:
        """Return the runs in the order in which they are drawn."""
        # No recursion, and no way back into a drawing that is being read: one may name itself.
        found: list[Run] = []
        open_now = [(_objects(root), IDENTITY, "")]
        while open_now:
            objects, matrix, _ = open_now[-1]
            element = next(objects, None)
            if element is None:
                open_now.pop()
                continue
            self._spend(1)
            kind = _name(element)
            if (element.get("Visible") or "").strip().lower() == "false":
                self._left_out["hidden"] += kind == "TextObject"
            elif kind == "ImageObject":
                self._left_out["pictures"] += 1
            elif kind == "TextObject":
                found += self._text(element, matrix)
            else:
                identity = element.get("ResourceID") or ""
                drawing = self._find_drawing(identity)
                if drawing is None or any(identity == name for _, _, name in open_now):
                    continue
                if len(open_now) > _DEEPEST:
                    raise TooMuchInside(self._where)
                inner = _multiply(matrix, _placed(element))
                open_now.append((_objects(drawing), inner, identity))
        return found

    def _spend(self, steps: int) -> None:
        self._budget.spend(steps)
        self._drawn += steps
        if self._drawn > _FULLEST:
            raise TooMuchInside(self._where)

    def _text(self, element: Element, matrix: Matrix) -> Iterator[Run]:
        """Yield what one object of text draws."""
        size = _number(element.get("Size"), _SIZE)
        size = size if size > 0 else _SIZE
        scale = _number(element.get("HScale"), 1.0)
        inner = _multiply(matrix, _placed(element))
        x = y = 0.0
        for code in element:
            if _name(code) != "TextCode":
                continue
            text = _LINE_ENDS.sub("", code.text or "")
            self._spend(len(text))
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            if text.strip():
                steps_x = _steps(code.get("DeltaX"), len(text) - 1)
                steps_y = _steps(code.get("DeltaY"), len(text) - 1)
                yield from _runs(text, (x, y), steps_x, steps_y, size, scale, inner)


def _objects(root: Element) -> Iterator[Element]:
    """Yield what draws text, pictures or drawings; the text inside a pattern or a clip is none."""
    for element in root.iter("{*}TextObject", "{*}ImageObject", "{*}CompositeObject"):
        parent = element.getparent()
        if parent is not None and _name(parent) in _DRAWN:
            yield element


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _number(value: str | None, otherwise: float) -> float:
    if not value:
        return otherwise
    try:
        number = float(value)
    except ValueError:
        return otherwise
    return number if -1e6 < number < 1e6 else otherwise  # no NaN, either


def _numbers(value: str | None, count: int) -> list[float] | None:
    """Return the first numbers of a list; None if there are fewer."""
    found = (value or "").split(None, count)[:count]
    return [_number(one, 0.0) for one in found] if len(found) == count else None


def read_box(value: str | None) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height of a box as OFD writes it; None if it is no box."""
    found = _numbers(value, 4)
    return None if found is None else (found[0], found[1], found[2], found[3])


def _placed(element: Element) -> Matrix:
    """Return what brings the coordinates of an object to those of what it stands in."""
    left, top, _, _ = read_box(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    own = _numbers(element.get("CTM"), 6)
    if own is None or not own[0] * own[3] - own[1] * own[2]:
        return 1.0, 0.0, 0.0, 1.0, left, top
    a, b, c, d, e, f = own
    return a, b, c, d, left + e, top + f


def _multiply(outer: Matrix, inner: Matrix) -> Matrix:
    if outer is IDENTITY:
        return inner
    a, b, c, d, _, _ = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, *_apply(outer, t, u)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(value: str | None, count: int) -> list[float]:
    """Return the first steps of a list, as many as there are: g 1000000000 1 is short to write."""
    steps: list[float] = []
    words = islice(_WORD.finditer(value), 3 * count + _SPARE) if value and count else iter(())
    for word in words:
        if word[0] != "g":
            steps.append(_number(word[0], 0.0))
        else:
            times, step = next(words, None), next(words, None)
            if times is not None and step is not None and times[0].isdecimal():
                left = count - len(steps)
                steps += [_number(step[0], 0.0)] * min(left, int(times[0][:9]))
        if len(steps) >= count:
            break
    return steps


def _advance(char: str) -> float:
    """Return how wide a character is, in sizes; the fonts of a file are not read."""
    if char >= "\u2e80":
        return 1.0
    if char in _NARROW:
        return 0.3
    return 0.85 if char in _WIDE else 0.68 if "A" <= char <= "Z" else 0.53


def _runs(
    text: str,
    start: tuple[float, float],
    steps_x: list[float],
    steps_y: list[float],
    size: float,
    scale: float,
    matrix: Matrix,
) -> Iterator[Run]:
    """Yield the runs of a text whose characters stand by their steps: one, or one a line."""
    x, y = start
    if len(text) == 1:
        yield _placed_run(
            text, ((x, y), (x + _advance(text) * size * scale, y)), size, False, matrix
        )
        return
    upright = sum(1 for step in steps_y if abs(step) > 0.5 * size) * 2 > len(text) - 1 > 0
    if not steps_x and not upright:
        steps_x = [_advance(char) * size * scale for char in text[:-1]]
    steps_x += [0.0 if upright else size * scale] * (len(text) - 1 - len(steps_x))
    steps_y += [0.0] * (len(text) - 1 - len(steps_y))
    xs, ys = list(accumulate(steps_x, initial=x)), list(accumulate(steps_y, initial=y))
    cuts = [0, len(text)]
    if not upright:
        cuts[1:1] = [at for at, step in enumerate(steps_y, 1) if abs(step) > 0.3 * size]
    for begin, end in pairwise(cuts):
        piece = text[begin:end] if upright else _spaced(text, begin, end, steps_x, size * scale)
        if piece.strip():
            last = xs[end - 1] + _advance(text[end - 1]) * size * scale
            ends = (xs[begin], ys[begin]), (last, ys[end - 1])
            yield _placed_run(piece, ends, size, upright, matrix)


def _spaced(text: str, begin: int, end: int, steps: Sequence[float], size: float) -> str:
    """Return a piece of a text with spaces where it leaves room for one.

    名称 and 地址, six sizes apart in one object of a form, are two words; a title whose characters
    all stand two sizes apart is one.
    """
    own = steps[begin : end - 1]
    if not own or max(own) < 1.9 * size:
        return text[begin:end]
    room = max(1.9 * size, 1.6 * median(own))
    words = [char + " " * (step > room) for char, step in zip(text[begin:end], own, strict=False)]
    return "".join((*words, text[end - 1]))


def _placed_run(
    text: str,
    ends: tuple[tuple[float, float], tuple[float, float]],
    size: float,
    upright: bool,
    matrix: Matrix,
) -> Run:
    a, b, c, d, _, _ = matrix
    (left, top), (right, bottom) = (_apply(matrix, *end) for end in ends)
    size = max(size * math.hypot(c, d), 0.1)
    if upright or abs(b) > abs(a):
        top, bottom = min(top, bottom), max(top, bottom)
        left = min(left, right)
        return Run(text, left, left + size, top, size, upright=True, bottom=bottom + DESCENT * size)
    return Run(text, min(left, right), max(left, right), top, size)
