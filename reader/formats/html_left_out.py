"""What of a page is no text, and whether a reader would miss it.

A script, a spacer and an icon are nothing; pictures, films and pages inside the page are. They are
counted by the keys of `reader.text.messages.LEFT_OUT`.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.formats.element import Element
from reader.formats.html_names import may_be_hidden

_ICON = 24  # pixels; a picture that is not larger either way is an icon or a spacer
_PASSAGE = 40  # code points; what is hidden against copying, x7g, is shorter
_FILMS = ("video", "audio", "embed", "object", "applet", "canvas")
_NO_FIELDS = ("hidden", "submit", "button", "image", "reset")
_NUMBER = re.compile(r"\s*([0-9]{1,6})(?:\.[0-9]+)?\s*(?:px)?\s*", re.A)
_MATH_SCRIPT = "math/tex"


def count_left_out(element: Element, counts: Counter[str]) -> None:
    """Count an element that is passed over with all that is in it."""
    tag = element.tag
    if tag == "rt":
        counts["readings"] += bool("".join(element.itertext()).strip())
    elif tag == "script":
        counts["formulas"] += (element.get("type") or "").startswith(_MATH_SCRIPT)
    elif tag == "style" or tag == "head":
        return
    elif may_be_hidden(element.attrib):
        counts["hidden"] += _is_passage(element)
    elif tag in ("iframe", "frame"):
        counts["frames"] += _is_seen(element)
    elif tag in _FILMS:
        counts["objects"] += 1
    elif tag == "math":
        counts["formulas"] += 1
    elif tag == "svg":
        counts["pictures"] += _is_drawing(element)
    elif tag in ("textarea", "select", "datalist") or (
        tag == "input" and (element.get("type") or "text").lower() not in _NO_FIELDS
    ):
        counts["fields"] += tag != "datalist"
    elif tag != "title":
        counts["hidden"] += _is_passage(element)


def is_picture(element: Element) -> bool:
    """Tell whether an <img> is a picture that a reader would miss, and no icon or spacer."""
    if element.get("role") == "presentation" or may_be_hidden(element.attrib):
        return False
    has_source = element.get("src") or element.get("data-src")
    return bool(has_source or element.get("alt")) and _is_seen(element)


def has_text_instead(element: Element) -> bool:
    """Tell whether an <object> holds a text for readers who do not see it, and no mere excuse."""
    return element.tag == "object" and not may_be_hidden(element.attrib) and _is_passage(element)


def _is_seen(element: Element) -> bool:
    sizes = [_pixels(element.get("width")), _pixels(element.get("height"))]
    return all(size is None or size > _ICON for size in sizes)


def _pixels(size: str | None) -> int | None:
    found = _NUMBER.fullmatch(size) if size else None
    return int(found[1]) if found else None


def _is_passage(element: Element) -> bool:
    """Tell whether there is so much text in an element that it is no noise and no "loading"."""
    length = 0
    for part in element.iter():
        if part.tag not in ("script", "style"):
            length += len((part.text or "").strip())
        if part is not element:
            length += len((part.tail or "").strip())
        if length >= _PASSAGE:
            return True
    return False


def _is_drawing(svg: Element) -> bool:
    """Tell a drawing from an icon: it has words in it, a photograph, or a size."""
    if any((part.text or "").strip() for part in svg.iter("text")):
        return True
    if next(svg.iter("image"), None) is not None:
        return True
    size = _pixels(svg.get("width"))
    return size is not None and size > 2 * _ICON
