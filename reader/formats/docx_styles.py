"""What the styles of a Word document say: headings, lists, raised and hidden characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.formats.scripts import LEVEL, LOWERED, RAISED
from reader.formats.xml_events import local

_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.I)
_PROPERTIES = (["w:style", "w:pPr"], ["w:style", "w:rPr"])
_LEVELS = {"superscript": RAISED, "subscript": LOWERED, "baseline": LEVEL}


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits; None is what no style in the line says."""

    heading: int = 0
    number: str | None = None
    list_level: int = 0
    script: int | None = None
    hidden: bool | None = None


@dataclass(slots=True)
class _Entry:
    based_on: str = ""
    own: Style = Style()


class StylesReader:
    """Takes the events of word/styles.xml; `styles` are what it says, by style id."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._entry = _Entry()
        self._outer: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        parent = self._outer[-1] if self._outer else ""
        self._outer.append(name)
        if name == "w:style":
            self._entry = _Entry()
            self._entries[local(attributes).get("styleId", "")] = self._entry
        elif parent == "w:style" and name in ("w:basedOn", "w:name"):
            value = local(attributes).get("val", "")
            if name == "w:basedOn":
                self._entry.based_on = value
            else:
                self._add(heading=heading_of(value, None) or self._entry.own.heading)
        elif self._outer[1:3] in _PROPERTIES and (
            len(self._outer) == 4 or (len(self._outer) == 5 and parent == "w:numPr")
        ):
            self._property(name, local(attributes).get("val", ""))

    def _add(self, **what: int | str | bool | None) -> None:
        self._entry.own = replace(self._entry.own, **what)  # type: ignore[arg-type]

    def _property(self, name: str, value: str) -> None:
        if name == "w:outlineLvl" and not self._entry.own.heading:
            self._add(heading=heading_of("", value))
        elif name == "w:numId":
            self._add(number=value)
        elif name == "w:ilvl":
            self._add(list_level=whole(value))
        elif name == "w:vertAlign":
            self._add(script=_LEVELS.get(value, LEVEL))
        elif name == "w:vanish":
            self._add(hidden=is_on(value))

    def end(self, name: str) -> None:
        """End an element."""
        self._outer.pop()

    def text(self, text: str) -> None:
        """Pass over text: styles have none."""

    def styles(self) -> dict[str, Style]:
        """Return each style with what it inherits, each looked at once."""
        done: dict[str, Style] = {}
        for name in self._entries:
            line: list[str] = []
            at = name
            while at in self._entries and at not in done:
                done[at] = Style()  # styles that inherit in a ring inherit nothing
                line.append(at)
                at = self._entries[at].based_on
            inherited = done.get(at, Style())
            for one in reversed(line):
                inherited = done[one] = _join(self._entries[one].own, inherited)
        return done


def _join(own: Style, inherited: Style) -> Style:
    has_number = own.number is not None
    return Style(
        own.heading or inherited.heading,
        own.number if has_number else inherited.number,
        own.list_level if has_number or own.list_level else inherited.list_level,
        inherited.script if own.script is None else own.script,
        inherited.hidden if own.hidden is None else own.hidden,
    )


def heading_of(title: str, outline: str | None) -> int:
    """Return the level (1 to 6) of a heading by its style's name or its outline; 0 is none."""
    named = _HEADING_NAME.match(title)
    if named:
        return min(int(named[1]), 6)
    if title.lower() == "title" or title == "标题":
        return 1
    level = whole(outline, 9)
    return min(level + 1, 6) if level < 9 else 0


def script_of(vertical: str | None, position: str | None) -> int | None:
    """Return how a run stands: RAISED, LOWERED, LEVEL, or None where it does not say."""
    if vertical is not None:
        return _LEVELS.get(vertical, LEVEL)
    if position is not None and re.fullmatch("-?[0-9]{1,3}", position):
        points = int(position)
        # Half points: a little up or down only lines up characters of two fonts.
        return RAISED if points >= 6 else LOWERED if points <= -6 else None
    return None


def is_on(value: str | None) -> bool:
    """Tell what a switch says; one without a value is on."""
    return value not in ("0", "false", "off")


def whole(value: str | None, otherwise: int = 0) -> int:
    """Return a small whole number, or `otherwise` for anything else."""
    return int(value) if value is not None and re.fullmatch(r"[0-9]{1,4}", value) else otherwise
