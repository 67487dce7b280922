"""Formulas of MathML as text, where one line is enough for them."""

from __future__ import annotations

import re

from reader.formats.element import Element
from reader.formats.scripts import LOWERED, RAISED, in_formula

_ONE_PART = re.compile(r"\w*(?:\.\w+)?")
_TOKENS = ("mi", "mn", "mo", "mtext", "ms")
_ROWS = ("math", "mrow", "mstyle", "mpadded")
_NOTHING = ("mspace", "annotation", "annotation-xml")
_INVISIBLE = re.compile("[\u2061-\u2064\\s]")  # the sign of "times" that is not written


def formula_text(element: Element) -> str | None:
    """Return a simple formula of MathML as one line, None for one that takes two dimensions.

    <msup><mi>x</mi><mn>2</mn></msup> is x², <mfrac><mn>1</mn><mn>2</mn></mfrac> is 1/2.
    """
    tag = element.tag
    if tag in _TOKENS:
        return _INVISIBLE.sub("", "".join(element.itertext()))
    if tag in _NOTHING:
        return ""
    children = list(element)
    if tag == "semantics":
        return formula_text(children[0]) if children else ""
    parts = [formula_text(child) for child in children]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    if tag in _ROWS:
        return "".join(known)
    if tag == "msqrt":
        return f"√{_one_part(''.join(known))}"
    return _put_together(tag, known)


def _put_together(tag: str, parts: list[str]) -> str | None:
    match tag, parts:
        case "msup", [base, raised]:
            return base + in_formula(raised, RAISED)
        case "msub", [base, lowered]:
            return base + in_formula(lowered, LOWERED)
        case "msubsup", [base, lowered, raised]:
            return base + in_formula(lowered, LOWERED) + in_formula(raised, RAISED)
        case "mfrac", [above, below]:
            return f"{_one_part(above)}/{_one_part(below)}"
    return None


def _one_part(text: str) -> str:
    """Return a text in parentheses if it is more than one number or name: (a+b)/2."""
    return text if _ONE_PART.fullmatch(text) else f"({text})"
