"""What an OpenDocument text says beside its words: lists and how they count, hidden text, heads.

It stands in styles.xml and at the beginning of content.xml, in the same elements.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.formats.docx_numbers import numeral
from reader.formats.xml_events import local

DEPTH = 10  # levels of a list
OUTLINE = " outline"  # the list that headings count by; no list of a document is called so
_STYLES_DEEP = 20  # styles that say of themselves only what another does not
_LONGEST = 40  # characters around the numbers of all levels
_PLACE = re.compile("%([0-9]{1,2})%")
# As OpenDocument names a way to count by how it begins, and as Word does.
_WAYS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle", "１": "decimalFullWidth", "〇": "ideographDigital",
    "01": "decimalZero",
}  # fmt: skip
_LISTS = ("text:list-style", "text:outline-style")
_LEVELS = (
    "text:list-level-style-number", "text:list-level-style-bullet", "text:list-level-style-image",
    "text:outline-level-style",
)  # fmt: skip
_FRAMES = {
    "style:header": "headers", "style:header-left": "headers", "style:header-first": "headers",
    "style:footer": "footers", "style:footer-left": "footers", "style:footer-first": "footers",
}  # fmt: skip
_TITLE = ("title", "标题", "標題")


@dataclass(frozen=True, slots=True)
class _Level:
    way: str = ""  # in which it counts; "" for a bullet
    before: str = ""
    after: str = ""
    pattern: str = ""  # 第%1%条
    shown: int = 1  # levels whose numbers it shows: 2 for 1.2
    start: int = 1


@dataclass(slots=True)
class _Style:
    parent: str = ""
    is_hidden: bool | None = None
    is_title: bool = False


@dataclass(slots=True)
class Styles:
    """Takes the events of the styles of a document; then answers about them."""

    counts: Counter[str] = field(default_factory=Counter)
    _styles: dict[str, _Style] = field(default_factory=dict)
    _lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _style: _Style = field(default_factory=_Style)
    _list: dict[int, _Level] = field(default_factory=dict)
    _frame: str = ""
    _frame_has_words: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        own = local(attributes)
        if name == "style:style":
            title = (own.get("display-name") or own.get("name", "")).lower()
            self._style = _Style(own.get("parent-style-name", ""), is_title=title in _TITLE)
            self._styles[f"{own.get('family', '')} {own.get('name', '')}"] = self._style
        elif name == "style:text-properties" and "display" in own:
            self._style.is_hidden = own["display"] == "none"
        elif name in _LISTS:
            is_outline = name == "text:outline-style"
            self._list = self._lists[OUTLINE if is_outline else own.get("name", "")] = {}
        elif name in _LEVELS:
            self._list[_whole(own.get("level"), 1)] = _level(name, own)
        elif name in _FRAMES:
            self._frame, self._frame_has_words = _FRAMES[name], False

    def end(self, name: str) -> None:
        """End an element."""
        if name in _FRAMES:
            self.counts[self._frame] += self._frame_has_words
            self._frame = ""

    def text(self, text: str) -> None:
        """Take some text, which only a head or a foot of pages has."""
        self._frame_has_words = self._frame_has_words or bool(self._frame and text.strip())

    def is_hidden(self, family: str, name: str) -> bool:
        """Tell whether text in a style is not shown."""
        for _ in range(_STYLES_DEEP):
            style = self._styles.get(f"{family} {name}")
            if style is None:
                break
            if style.is_hidden is not None:
                return style.is_hidden
            name = style.parent
        return False

    def is_title(self, name: str) -> bool:
        """Tell whether a style of paragraphs is that of the title of a document."""
        for _ in range(_STYLES_DEEP):
            style = self._styles.get(f"paragraph {name}")
            if style is None:
                break
            if style.is_title:
                return True
            name = style.parent
        return False

    def level(self, name: str, level: int) -> _Level | None:
        """Return how a list counts on a level, from 1."""
        return self._lists.get(name, {}).get(level)


class Counting:
    """Counts the items of the lists of a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}

    def begin(self, name: str) -> None:
        """Begin a list anew."""
        self._counts[name] = [None] * (DEPTH + 1)

    def label(self, name: str, level: int, start: int | None = None) -> tuple[str, bool]:
        """Count an item; return what stands before it and whether that is a number.

        ("第三条", True), or ("", False) for a bullet. `start` is the number it is said to have.
        """
        own = self._styles.level(name, level)
        if own is None or not 0 < level <= DEPTH:
            return "", False
        counts = self._counts.setdefault(name, [None] * (DEPTH + 1))
        last = counts[level]
        counts[level] = start if start is not None else own.start if last is None else last + 1
        counts[level + 1 :] = [None] * (DEPTH - level)
        if not own.way:
            return "", False
        if own.pattern:
            return _PLACE.sub(lambda place: self._number(name, int(place[1])), own.pattern), True
        first = max(1, level - own.shown + 1)
        numbers = [self._number(name, at) for at in range(first, level + 1)]
        return f"{own.before}{'.'.join(filter(None, numbers))}{own.after}", True

    def _number(self, name: str, level: int) -> str:
        own = self._styles.level(name, level)
        if own is None or not own.way or not 0 < level <= DEPTH:
            return ""
        count = self._counts[name][level]
        return numeral(own.start if count is None else count, own.way)


def _level(name: str, own: Mapping[str, str]) -> _Level:
    way = own.get("num-format", "").split(",")[0].strip()
    if name.endswith(("bullet", "image")) or not way:
        return _Level()
    return _Level(
        _WAYS.get(way, "decimal"),
        own.get("num-prefix", "")[:_LONGEST],
        own.get("num-suffix", "")[:_LONGEST],
        own.get("num-list-format", "")[:_LONGEST],
        min(_whole(own.get("display-levels"), 1), DEPTH),
        _whole(own.get("start-value"), 1),
    )


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and re.fullmatch("[0-9]{1,6}", value) else otherwise
