"""The numbers Word shows before paragraphs (第一条, 3.1); the file only says how to count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.formats.element import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of a document as Word does."""

    levels: dict[str, list[_Level]] = field(default_factory=dict)  # by numId
    lists: dict[str, str] = field(default_factory=dict)  # numId -> the list it continues
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, number: str, level: int) -> tuple[str, bool]:
        """Count a paragraph; return what stands before it and whether that is a number.

        ("第三条", True), or ("", False) for a bullet, or for a list nobody defined.
        """
        levels = self.levels.get(number)
        if levels is None or not 0 <= level < len(levels):
            return "", False
        counts = self._counts.setdefault(
            self.lists.get(number, number), [entry.start - 1 for entry in levels]
        )
        counts[level] += 1
        for below in range(level + 1, len(counts)):
            counts[below] = levels[below].start - 1
        own = levels[level]
        if own.format in ("bullet", "none"):
            return "", False

        def show(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            if which >= len(counts):
                return ""
            count = max(counts[which], levels[which].start)
            return numeral(count, levels[which].format if which <= level else "decimal")

        return _PLACE.sub(show, own.text), True


def read_numbering(root: Element | None) -> Numbering:
    """Return the lists that word/numbering.xml defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {
        entry.get(f"{_W}abstractNumId"): _levels(entry)
        for entry in root.iterfind(f"{_W}abstractNum")
    }
    for entry in root.iterfind(f"{_W}num"):
        number, base = entry.get(f"{_W}numId"), entry.find(f"{_W}abstractNumId")
        name = None if base is None else base.get(f"{_W}val")
        if number is None or name not in abstract:
            continue
        starts = {
            _whole(override.get(f"{_W}ilvl")): _whole(start.get(f"{_W}val"), 1)
            for override in entry.iterfind(f"{_W}lvlOverride")
            if (start := override.find(f"{_W}startOverride")) is not None
        }
        numbering.levels[number] = [
            _Level(starts.get(at, level.start), level.format, level.text)
            for at, level in enumerate(abstract[name])
        ]
        # Lists of one definition count on together unless one is told to begin anew.
        numbering.lists[number] = number if starts else f"abstract {name}"
    return numbering


def _levels(entry: Element) -> list[_Level]:
    levels = [_Level() for _ in range(9)]
    for level in entry.iterfind(f"{_W}lvl"):
        at = _whole(level.get(f"{_W}ilvl"))
        if 0 <= at < 9:
            levels[at] = _Level(
                _whole(_value(level, "start"), 1),
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
            )
    return levels


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    value = None if child is None else child.get(f"{_W}val")
    return None if value is None else str(value)


def numeral(count: int, style: str) -> str:
    """Return a number as Word writes it in a style: 12, "chineseCounting" is 十二."""
    if style in (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
    ):
        return chinese(count, _DIGITS, "十百千", "万")
    if style in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return chinese(count, _FORMAL, "拾佰仟", "万")
    if style == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(count))
    if style == "ideographTraditional":
        return _HEAVENLY[(count - 1) % 10]
    if style in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if style == "upperLetter" else letter.lower()
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and count <= 20:
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
