r"""Fields of Word that draw by their code: EQ \f(1,2) is ½ on paper, and nothing in the text.

Chinese documents have them for 带圈字符 (EQ \o\ac(○,1) is ①) and for 拼音指南, where the words
themselves stand only in the code: EQ \* jc2 \o\ad(\s\up 9(pīn),拼).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.formats.scripts import LEVEL, LOWERED, RAISED, in_formula

_TOKEN = re.compile(
    r'\\\*\s*(?:"[^"]*"|\S+)(?:\s+\w+)?|\\([A-Za-z]{1,2})\s*-?[0-9]*\s*|\\(.)|([(),;])|([^\\(),;]+)',
    re.S,
)
_LONGEST = 2000  # characters of a code
_CIRCLES = "○〇◯"
_ABC = "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"
_ENCLOSED = (
    {str(number): chr(0x245F + number) for number in range(1, 21)}
    | dict(zip("abcdefghijklmnopqrstuvwxyz", _ABC, strict=True))
    | {numeral: chr(0x3280 + at) for at, numeral in enumerate("一二三四五六七八九十")}
)


@dataclass(slots=True)
class _Call:
    """One function of the code, such as f of 1 and 2, while its arguments come."""

    names: list[str]
    arguments: list[str] = field(default_factory=lambda: [""])


def is_eq(code: str) -> bool:
    """Tell whether the code of a field draws something."""
    return code.lstrip()[:3].upper() in ("EQ", "EQ ", "EQ\\")


def read_eq(code: str) -> str:
    """Return what the code of a field draws, on one line; empty for a code nobody can read."""
    if len(code) > _LONGEST:
        return ""
    calls = [_Call([])]
    names: list[str] = []  # \\o\\ac before the bracket
    for name, escaped, sign, text in _TOKEN.findall(code.lstrip()[2:]):
        now = calls[-1]
        if name:
            names.append(name.lower())
        elif sign == "(" and names:
            calls.append(_Call(names))
            names = []
        elif sign == ")" and len(calls) > 1:
            calls.pop()
            calls[-1].arguments[-1] += _draw(now)
        elif sign in (",", ";") and sign and len(calls) > 1:
            now.arguments.append("")
        elif escaped or sign or text.strip():
            now.arguments[-1] += escaped or sign or text.strip()
    while len(calls) > 1:
        inner = calls.pop()
        calls[-1].arguments[-1] += _draw(inner)
    return calls[0].arguments[0].strip()


def _draw(call: _Call) -> str:
    own, values = call.names[0], call.arguments
    if own == "f" and len(values) == 2:
        return "/".join(map(_whole, values))
    if own == "r":
        degree = in_formula(values[0], RAISED) if len(values) > 1 and values[0] else ""
        return f"{degree}√{_whole(values[-1])}"
    if own == "s":
        level = RAISED if "up" in call.names else LOWERED if "do" in call.names else LEVEL
        # The reading above a character is raised, too: `o` takes what it stands above.
        return "".join(values) if level == LEVEL else in_formula("".join(values), level)
    if own == "o":
        return _overstrike(values)
    if own == "b":
        return f"({''.join(values)})"
    if own == "a":
        return ", ".join(values)
    if own == "i":
        low, high, rest = [*values, "", "", ""][:3]
        limits = ((low, LOWERED), (high, RAISED))
        return f"∫{''.join(in_formula(one, level) for one, level in limits if one)}{rest}"
    return "".join(values)


def _whole(value: str) -> str:
    return value if len(value) < 2 or value.isdigit() else f"({value})"


def _overstrike(values: list[str]) -> str:
    """Return characters drawn over each other: a circle around one, or a reading above one."""
    if len(values) == 2 and values[0].strip() in _CIRCLES and values[0].strip():
        inner = values[1].strip()
        return _ENCLOSED.get(inner) or (f"({inner})" if inner else values[0])
    return values[-1]
