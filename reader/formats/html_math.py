"""Formulas and raised signs of a page as text: m<sup>2</sup> is m², and not m2."""

from __future__ import annotations

import re

from reader.formats.element import Element

_RAISED = str.maketrans("0123456789+-−–=ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−–=aeijnx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌ₐₑᵢⱼₙₓ")
# Marks of notes, [1] and (1), are none of these, nor what Unicode has no sign for: 1,2 and th.
_CAN_RISE = re.compile("[+\\-−–]?[0-9]{1,9}[+\\-−–]?|[+\\-−–]|[ni]", re.A)
_CAN_SINK = re.compile("[+\\-−–]?[0-9]{1,9}|[aeijnx]", re.A)
_ONE_PART = re.compile(r"\w*(?:\.\w+)?")
_TOKENS = ("mi", "mn", "mo", "mtext", "ms")
_ROWS = ("math", "mrow", "mstyle", "mpadded")
_NOTHING = ("mspace", "annotation", "annotation-xml")
_INVISIBLE = re.compile("[\u2061-\u2064\\s]")  # the sign of "times" that is not written


def raise_text(text: str) -> str | None:
    """Return 2 as ², -3 as ⁻³; None if Unicode does not have all of it."""
    found = text.strip()
    return found.translate(_RAISED) if _CAN_RISE.fullmatch(found) else None


def lower_text(text: str) -> str | None:
    """Return 2 as ₂; None if Unicode does not have all of it."""
    found = text.strip()
    return found.translate(_LOWERED) if _CAN_SINK.fullmatch(found) else None


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
            return f"{base}{raise_text(raised) or f'^{_one_part(raised)}'}"
        case "msub", [base, lowered]:
            return f"{base}{lower_text(lowered) or f'_{_one_part(lowered)}'}"
        case "msubsup", [base, lowered, raised]:
            below = lower_text(lowered) or f"_{_one_part(lowered)}"
            return f"{base}{below}{raise_text(raised) or f'^{_one_part(raised)}'}"
        case "mfrac", [above, below]:
            return f"{_one_part(above)}/{_one_part(below)}"
    return None


def _one_part(text: str) -> str:
    """Return a text in parentheses if it is more than one number or name: (a+b)/2."""
    return text if _ONE_PART.fullmatch(text) else f"({text})"
