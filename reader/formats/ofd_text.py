"""What is drawn on a page of an OFD file: which characters stand where.

An object of text names a box, a size and the place of each character as steps from the one before:
DeltaX="g 4 3.175 g 2 1.5" stands for six steps. Places are millimetres from the top left corner.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from statistics import median

from reader.formats.budget import Budget
from reader.formats.element import Element
from reader.text.errors import Place, TooMuchInside

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f, as OFD and PDF write it: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FULLEST = 200_000  # characters on a page; the smallest print fills A4 with 20,000
_DEEPEST = 16  # drawings inside drawings
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_STEP = re.compile(rf"g\s+([0-9]+)\s+({_NUMBER.pattern})|({_NUMBER.pattern})|\S+?(?=\s|$)")
_LINE_ENDS = re.compile("[\r\n]+")
_NARROW = frozenset("iIjlftr.,:;!'|()[]{} `")
_WIDE = frozenset("mwMW@%&")
DESCENT = 0.12  # below the line, in sizes, in most Chinese fonts
_DRAWN = ("Layer", "PageBlock", "Content")  # what holds the objects of a page


@dataclass(frozen=True, slots=True)
class Run:
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
        self._characters = 0

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
            self._budget.spend()
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

    def _text(self, element: Element, matrix: Matrix) -> Iterator[Run]:
        """Yield what one object of text draws."""
        size = _number(element.get("Size"), 3.175)
        scale = _number(element.get("HScale"), 1.0)
        inner = _multiply(matrix, _placed(element))
        x = y = 0.0
        for code in element:
            if _name(code) != "TextCode":
                continue
            text = _LINE_ENDS.sub("", code.text or "")
            self._characters += len(text)
            self._budget.spend(1 + len(text))
            if self._characters > _FULLEST:
                raise TooMuchInside(self._where)
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            if text.strip():
                steps_x = list(islice(_steps(code.get("DeltaX")), len(text) - 1))
                steps_y = list(islice(_steps(code.get("DeltaY")), len(text) - 1))
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
    found = _NUMBER.match(value.strip()) if value else None
    number = float(found[0]) if found else otherwise
    return number if abs(number) < 1e6 else otherwise


def read_box(value: str | None) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height of a box as OFD writes it; None if it is no box."""
    found = _NUMBER.findall((value or "")[:200])
    if len(found) < 4:
        return None
    left, top, width, height = (_number(one, 0.0) for one in found[:4])
    return left, top, width, height


def _placed(element: Element) -> Matrix:
    """Return what brings the coordinates of an object to those of what it stands in."""
    box = read_box(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    at: Matrix = (1.0, 0.0, 0.0, 1.0, box[0], box[1])
    own = element.get("CTM")
    if not own:
        return at
    values = [_number(one, 0.0) for one in _NUMBER.findall(own[:400])]
    if len(values) < 6 or not values[0] * values[3] - values[1] * values[2]:
        return at
    return _multiply(at, (values[0], values[1], values[2], values[3], values[4], values[5]))


def _multiply(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, _, _ = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, *_apply(outer, t, u)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(value: str | None) -> Iterator[float]:
    """Yield steps as far as somebody takes them: g 1000000000 1 is short to write."""
    for found in _STEP.finditer(value or ""):
        if found[3]:
            yield _number(found[3], 0.0)
        elif found[1]:
            step = _number(found[2], 0.0)
            for _ in range(min(int(found[1][:9]), _FULLEST)):
                yield step


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
    size = size if size > 0 else 3.175
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
