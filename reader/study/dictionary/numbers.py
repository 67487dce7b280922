"""Numbers written in hanzi: 三百二十, 二〇二四, 第三, 百分之五."""

from __future__ import annotations

import re

_DIGITS = {char: at for at, char in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2} | {char: at for at, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ABOUT = re.compile("([一二两三四五六七八])([二三四五六七八九])([十百千万亿])")  # 二三十
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def read_number(text: str) -> str | None:
    """Return a number in digits, None if the text is none.

    >>> read_number("三百二十"), read_number("第三"), read_number("百分之五")
    ('320', '3rd', '5%')
    >>> read_number("三分之二"), read_number("七点五"), read_number("二三十")
    ('2/3', '7.5', '20–30')
    """
    if text.startswith("第"):
        value = _value(text[1:])
        return None if value is None else ordinal(value)
    if "分之" in text:
        return _fraction(text)
    about = _ABOUT.fullmatch(text)
    if about and _DIGITS[about[2]] == _DIGITS[about[1]] + 1:
        unit = _SMALL.get(about[3]) or _LARGE[about[3]]
        return f"{_DIGITS[about[1]] * unit:,}–{_DIGITS[about[2]] * unit:,}"
    whole, point, tenths = text.partition("点")
    if point and len(tenths) and all(char in _DIGITS for char in tenths):
        value = _value(whole)
        digits = "".join(str(_DIGITS[char]) for char in tenths)
        return None if value is None else f"{value:,}.{digits}"
    value = _value(text)
    if value is None:
        return None
    return str(value) if len(text) == 4 and all(char in _DIGITS for char in text) else f"{value:,}"


def _fraction(text: str) -> str | None:
    below, _, above = text.partition("分之")
    number = read_number(above) if "分之" not in above else None
    if number is None or above.startswith("第"):
        return None
    if below in ("百", "千"):
        return f"{number}{'%' if below == '百' else '‰'}"
    parts = _value(below)
    return None if parts is None else f"{number}/{parts:,}"


def ordinal(value: int) -> str:
    """Return a number with its ending: 3rd, 11th."""
    ending = "th" if 10 <= value % 100 <= 20 else _ENDINGS.get(value % 10, "th")
    return f"{value:,}{ending}"


def _value(text: str) -> int | None:
    """Return the number that hanzi give, None if they are none."""
    if not text:
        return None
    if all(char in _DIGITS for char in text):  # one digit after the other: 二〇二四
        return int("".join(str(_DIGITS[char]) for char in text))
    total = part = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            if digit:  # two digits with no unit between them
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            part += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            part += digit or 0
            if not part and not total:
                return None
            if total > _LARGE[char]:  # 一亿二千万: its 亿 is not counted in 万
                total += part * _LARGE[char]
            else:
                total = (total + part) * _LARGE[char]
            part, digit = 0, None
        else:
            return None
    return total + part + (digit or 0)
