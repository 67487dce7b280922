"""Recognises lines of code and data, whose half-width marks are meant."""

from __future__ import annotations

import re

_SIGN = re.compile(
    r"[A-Za-z_] ?\([\"']"  # print('你好,世界')
    r"|[\"'] ?: ?[\"'\[{\d]"  # {"名称":"张三"}
    r"|[\"']\)*;[ \t]*$|[{}][ \t]*$"
    r"|^[ \t]*(?://|/\*|[{}])"
    r"|[A-Za-z_\d]\]? [=!]= |[A-Za-z_]\w* ?= ?[\"'\[{(]|[A-Za-z_]\w* = \w",
    re.MULTILINE,
)
_SYNTAX = "\"'={}/"  # every line of code contains at least one of these


def is_code(line: str) -> bool:
    """Tell if a line is code or data, not a sentence."""
    return any(mark in line for mark in _SYNTAX) and _SIGN.search(line) is not None


def without_code(text: str) -> str:
    """Return the text without its lines of code."""
    if not is_code(text):
        return text
    return "\n".join("" if is_code(line) else line for line in text.split("\n"))
