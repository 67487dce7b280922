"""Numbers written in hanzi: 三百二十, 二〇二四, 第三, 百分之五."""

from __future__ import annotations

_DIGITS = {char: at for at, char in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2} | {char: at for at, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def read_number(text: str) -> str | None:
    """Return a number in digits, None if the text is none.

    >>> read_number("三百二十"), read_number("第三"), read_number("百分之五")
    ('320', '3rd', '5%')
    """
    if text.startswith("第"):
        value = _value(text[1:])
        return None if value is None else _ordinal(value)
    if text.startswith("百分之"):
        value = _value(text[3:])
        return None if value is None else f"{value}%"
    value = _value(text)
    if value is None:
        return None
    return str(value) if len(text) == 4 and all(char in _DIGITS for char in text) else f"{value:,}"


def _ordinal(value: int) -> str:
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
            total = (total + part) * _LARGE[char]
            part, digit = 0, None
        else:
            return None
    return total + part + (digit or 0)
