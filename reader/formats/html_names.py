"""Names of HTML's elements by what they do; the tree is built, and read, by these."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset header hgroup hr html legend li listing main menu nav
    noframes ol optgroup p plaintext pre section summary table tbody td tfoot th thead tr ul xmp
"""
BLOCKS = frozenset(_BLOCK_NAMES.split()) | frozenset(HEADINGS)
# Readings above characters (rt, rp) are no part of the running text: 漢字 and not 漢かん字じ.
_SILENT_NAMES = """
    applet area audio base button canvas col colgroup datalist embed frame head iframe input link
    map math meta noembed noscript object option param rp rt script select source style svg
    template textarea title track video
"""
SILENT = frozenset(_SILENT_NAMES.split())
_VOID_NAMES = """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr
"""
VOID = frozenset(_VOID_NAMES.split())
OUTSIDE = ("html", "head", "body")
IN_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "template", "title"])
LISTS = ("ol", "ul", "menu", "dir")
CELLS = ("td", "th")
# What stands outside of these is not closed by an end tag inside.
SCOPES = frozenset(
    ("td", "th", "applet", "button", "caption", "marquee", "object", "table", "template")
)
_XML_NAME = re.compile("[a-z][a-z0-9_-]*+", re.A)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display:none|visibility:hidden|font-size:0(?:px|pt|em)?(?:;|$))"
)
_SPACE = re.compile(r"\s")


def tree_name(name: str) -> str:
    """Return the name by which the tree has an element: <o:p>, of Word, is a <span>."""
    return name if _XML_NAME.fullmatch(name) else "span"


def may_be_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether a browser would not show an element with these attributes."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN.search(_SPACE.sub("", style or "").lower()) is not None
