"""Which part of a page is its text, and which is navigation, lists of links and the foot.

readability-lxml weighs the parts of a page and names the one that reads like an article. Only its
choice is used, never its text: its rules for what else to throw away count English commas and drop
every short <div> of a Chinese page, such as 一、工作目标.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator

from lxml import etree

from reader.formats.element import Element
from reader.formats.html_names import BLOCKS
from reader.formats.tree import is_silent

_MARK = "data-jingdu"
_FOUND = re.compile(rf'{_MARK}="([0-9]+)"')
_KEPT = ("class", "id", "href", "type", "role", _MARK)
# Weighing a larger page takes longer than reading it.
_LARGEST = 1_000_000  # code points
_MOST = 50_000  # elements
_LEAST = 20  # code points; less is no article
_LINKED = 0.5  # a part of which more is links is navigation
# What stands around the text of a page whose paragraphs lie in its body itself.
_FRAME = re.compile(r"foot|copyright|nav|header|menu|side|share|related|breadcrumb|position", re.I)
_BLANK = re.compile(r"\s+")
_TITLE_END = re.compile(r"\s*[_|｜－–—]\s*|\s+-\s+|-(?=[^-]{2,12}$)")


def main_parts(root: Element) -> tuple[list[Element], set[Element]] | None:
    """Return the parts that hold the text of a page, and what to leave out inside them.

    None if no part stands out: then all of the page is its text.
    """
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    size = sum(len(element.text or "") + len(element.tail or "") for element in elements)
    if size > _LARGEST or len(elements) > _MOST:
        return None
    for number, element in enumerate(elements):
        element.set(_MARK, str(number))
    kept = _weigh(root)
    for element in elements:
        del element.attrib[_MARK]
    chosen = {elements[number] for number in kept if number < len(elements)}
    parts = [element for element in elements if element in chosen and not _inside(element, chosen)]
    parts = [_body(part) for part in parts]
    lengths = _measure(root)
    if sum(lengths[part][0] for part in parts) < _LEAST:
        return None
    holding = _holders(chosen)
    dropped = {element for part in parts for element in _navigation(part, holding, lengths)}
    return parts, dropped


def page_title(root: Element) -> str:
    """Return the title of the page's text, "" if it has none.

    By <meta name="ArticleTitle">, which pages of Chinese authorities have, by the only <h1>, or
    by <title> without the name of the site: 关于…的通知_某市人民政府 is 关于…的通知.
    """
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "articletitle" and meta.get("content"):
            return _one_line(meta.get("content"))
    headings = [text for h1 in root.iter("h1") if (text := _one_line("".join(h1.itertext())))]
    if len(headings) == 1:
        return headings[0]
    title = next(root.iter("title"), None)
    whole = _one_line("" if title is None else "".join(title.itertext()))
    first = _TITLE_END.split(whole)[0]
    return first if len(first) >= 5 else ""


def _weigh(root: Element) -> set[int]:
    """Return the numbers of the elements that readability keeps."""
    from readability import Document  # takes a tenth of a second to load
    from readability.readability import Unparseable

    twin = copy.deepcopy(root)
    for element in list(twin.iter()):
        if element is not twin and is_silent(element) and element.tag not in ("head", "title"):
            _drop(element)
            continue
        for name in list(element.attrib):
            if name not in _KEPT:
                del element.attrib[name]
    logging.getLogger("readability").setLevel(logging.CRITICAL)  # it logs what it raises
    try:
        article = Document(twin).summary(html_partial=True)
    except Unparseable:
        return set()
    return {int(number) for number in _FOUND.findall(article)}


def _drop(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        elif parent is not None:
            parent.text = (parent.text or "") + element.tail
    if parent is not None:
        parent.remove(element)


def _inside(element: Element, chosen: set[Element]) -> bool:
    return any(above in chosen for above in element.iterancestors())


def _navigation(
    part: Element, holding: set[Element], lengths: dict[Element, tuple[int, int]]
) -> Iterator[Element]:
    """Yield the blocks inside a part that were weighed out and are mostly links, or its frame."""
    for element in part.iterdescendants():
        if element.tag in BLOCKS and element not in holding:
            total, linked = lengths[element]
            name = f"{element.tag} {element.get('class', '')} {element.get('id', '')}"
            if linked > total * _LINKED or (part.tag == "body" and _FRAME.search(name)):
                yield element


def _holders(chosen: set[Element]) -> set[Element]:
    """Return the elements that were chosen, and those around them."""
    found: set[Element] = set()
    for element in chosen:
        at: Element | None = element
        while at is not None and at not in found:
            found.add(at)
            at = at.getparent()
    return found


def _measure(root: Element) -> dict[Element, tuple[int, int]]:
    """Return how many code points of text each element has, and how many are links."""
    lengths: dict[Element, tuple[int, int]] = {}
    total = linked = links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if is_start:
            links += element.tag == "a"
            lengths[element] = total, linked
        else:
            links -= element.tag == "a"
            before = lengths[element]
            lengths[element] = total - before[0], linked - before[1]
        length = len(_BLANK.sub("", (element.text if is_start else element.tail) or ""))
        total += length
        linked += length if links else 0
    return lengths


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def _body(part: Element) -> Element:
    body = part.find("body") if part.tag == "html" else None
    return part if body is None else body
