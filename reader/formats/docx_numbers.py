"""The numbers Word shows before paragraphs (第一条, 3.1); the file only says how to count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from reader.formats.xml_events import local

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_EARTHLY = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_DEPTH = 9  # levels of a list
_LONGEST = 255  # characters around the numbers of a level, as in Word
_LAST_LETTER = 780  # 30 letters Z; what counts on is no list of letters


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int = _DEPTH  # the lowest level above that begins it anew; 0 for none
    is_legal: bool = False  # 1.2 and never 一.2, whatever the levels above have


_NO_LEVEL = _Level()


@dataclass(slots=True)
class _Definition:
    levels: dict[int, _Level] = field(default_factory=dict)
    link: str | None = None  # the style that has the levels


@dataclass(slots=True)
class _List:
    definition: str = ""
    levels: dict[int, _Level] = field(default_factory=dict)  # other than the definition's
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Takes the events of word/numbering.xml; then counts numbered paragraphs as Word does."""

    def __init__(self) -> None:
        self._definitions: dict[str, _Definition] = {}
        self._by_style: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, list[_Level]] = {}  # of the lists that were asked for
        self._counts: dict[str, list[int]] = {}
        self._outer: list[str] = []
        self._definition = ("", _Definition())
        self._list = _List()
        self._at = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._outer.append(name)
        own = local(attributes)
        value = own.get("val", "")
        in_list = "w:num" in self._outer[:2]
        if name == "w:abstractNum":
            self._definition = own.get("abstractNumId", ""), _Definition()
            self._definitions[self._definition[0]] = self._definition[1]
        elif name == "w:num":
            self._list = self._lists[own.get("numId", "")] = _List()
        elif name in ("w:lvl", "w:lvlOverride"):
            self._at = _whole(own.get("ilvl"), self._at)
            if name == "w:lvl":
                self._change(in_list)
        elif name == "w:numStyleLink":
            self._definition[1].link = value
        elif name == "w:styleLink":
            self._by_style[value] = self._definition[0]
        elif name == "w:abstractNumId" and in_list:
            self._list.definition = value
        elif name == "w:startOverride":
            self._list.starts[self._at] = _whole(value, 1)
        elif len(self._outer) > 1 and self._outer[-2] == "w:lvl":
            if name == "w:start":
                self._change(in_list, start=_whole(value, 1))
            elif name == "w:numFmt":
                self._change(in_list, format=value)
            elif name == "w:lvlText":
                self._change(
                    in_list, text=value if len(value) <= _LONGEST else value[: _LONGEST - 1]
                )
            elif name == "w:lvlRestart":
                self._change(in_list, restart=_whole(value, _DEPTH))
            elif name == "w:isLgl":
                self._change(in_list, is_legal=value not in ("0", "false", "off"))

    def _change(self, in_list: bool, **what: int | str | bool) -> None:
        levels = self._list.levels if in_list else self._definition[1].levels
        if not 0 <= self._at < _DEPTH:
            return
        if not what:
            levels.setdefault(self._at, _NO_LEVEL)
        else:
            levels[self._at] = replace(levels.get(self._at, _NO_LEVEL), **what)  # type: ignore[arg-type]

    def end(self, name: str) -> None:
        """End an element."""
        self._outer.pop()

    def text(self, text: str) -> None:
        """Pass over text: the lists have none."""

    def label(self, number: str, level: int) -> tuple[str, bool]:
        """Count a paragraph; return what stands before it and whether that is a number.

        ("第三条", True), or ("", False) for a bullet, or for a list nobody defined.
        """
        levels = self._levels.get(number)
        if levels is None:
            levels = self._levels[number] = self._find(number)
        if not 0 <= level < len(levels):
            return "", False
        counts = self._counts_of(number, levels)
        counts[level] += 1
        for above in range(level):
            counts[above] = max(counts[above], levels[above].start)  # 1.1 in a list without a 1
        for below in range(level + 1, len(counts)):
            if level < levels[below].restart:
                counts[below] = levels[below].start - 1
        own = levels[level]
        if own.format in ("bullet", "none"):
            return "", False
        left = _DEPTH

        def show(match: re.Match[str]) -> str:
            nonlocal left
            which = int(match[1]) - 1
            left -= 1
            if left < 0:
                return ""  # no list has more places than levels
            if levels[which].format in ("bullet", "none"):
                return ""
            count = max(counts[which], levels[which].start)
            is_plain = which > level or (own.is_legal and which < level)
            return numeral(count, "decimal" if is_plain else levels[which].format)

        return _PLACE.sub(show, own.text), True

    def _find(self, number: str) -> list[_Level]:
        entry = self._lists.get(number)
        definition = entry and self._definitions.get(self._resolve(entry.definition))
        if entry is None or definition is None:
            return []
        levels = [
            entry.levels.get(at) or definition.levels.get(at, _NO_LEVEL) for at in range(_DEPTH)
        ]
        for at, start in entry.starts.items():
            if at < _DEPTH:
                levels[at] = replace(levels[at], start=start)
        return levels

    def _resolve(self, name: str) -> str:
        """Return the definition that has the levels; some only name a style that has them."""
        definition = self._definitions.get(name)
        if definition is not None and definition.link is not None and not definition.levels:
            return self._by_style.get(definition.link, name)
        return name

    def _counts_of(self, number: str, levels: list[_Level]) -> list[int]:
        entry = self._lists[number]
        # Lists of one definition count on together unless one is told to begin anew.
        name = f"list {number}" if entry.starts else self._resolve(entry.definition)
        if name not in self._counts:
            self._counts[name] = [level.start - 1 for level in levels]
        return self._counts[name]


@lru_cache(4096)
def numeral(count: int, style: str) -> str:
    """Return a number as Word writes it in a style: 12, "chineseCounting" is 十二."""
    if style in (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",  # what LibreOffice makes of 一 in a .doc
    ):
        return chinese(count, _DIGITS, "十百千", "万")
    if style in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return chinese(count, _FORMAL, "拾佰仟", "万")
    if style == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(count))
    if style == "ideographTraditional":
        return _HEAVENLY[(count - 1) % 10]
    if style == "ideographZodiac":
        return _EARTHLY[(count - 1) % 12]
    if style in ("upperLetter", "lowerLetter") and 0 < count <= _LAST_LETTER:
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if style == "upperLetter" else letter.lower()
    if style in ("upperRoman", "lowerRoman") and count < 4000:
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < count <= 20:
        return chr(0x2460 + count - 1)
    if style == "decimalZero":
        return f"{count:02d}"
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(digit)) for digit in str(count))
    return str(count)


def chinese(count: int, digits: str, units: str, myriad: str) -> str:
    """Return a number below 100 million in Chinese: 110 is 一百一十, 12 is 十二."""
    if not 0 < count < 10**8:
        return str(count)
    if count >= 10**4:
        high, low = divmod(count, 10**4)
        rest = chinese(low, digits, units, myriad) if low else ""
        gap = digits[0].replace("〇", "零") if low and low < 1000 else ""
        return f"{chinese(high, digits, units, myriad)}{myriad}{gap}{rest}"
    written, zero = "", False
    for power in (3, 2, 1, 0):
        digit = count // 10**power % 10
        if not digit:
            zero = bool(written)
            continue
        if zero:
            written += "零"
            zero = False
        unit = units[power - 1] if power else ""
        # 十二 and not 一十二; but 一百一十二.
        written += unit if power == 1 and digit == 1 and not written else digits[digit] + unit
    return written


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while count >= value and len(written) < 40:
            written += letters
            count -= value
    return written


def _whole(value: str | None, otherwise: int = 0) -> int:
    return int(value) if value is not None and re.fullmatch(r"[0-9]{1,6}", value) else otherwise
