r"""What the head of a Rich Text file says: its code page, its fonts, its styles."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_HEAD = 4096  # bytes in which the code page stands
_FONT_TABLE = 500_000
_STYLES = 500_000
_CHARSETS = {
    77: "mac_roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "cp950",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    936: "gb18030", 54936: "gb18030", 20936: "gb18030", 65001: "utf-8", 0: "cp1252",
    10000: "mac_roman", 10001: "cp932", 10002: "cp950", 10003: "cp949", 10008: "gb18030",
}  # fmt: skip
_OLD = (
    (rb"\\mac(?![a-z])", "mac_roman"),
    (rb"\\pca(?![a-z])", "cp850"),
    (rb"\\pc(?![a-z])", "cp437"),
)
DOUBLE = frozenset(("cp932", "cp949", "gb18030", "cp950"))
"""Encodings that take two bytes for a character."""
_SYMBOLS = 2  # the character set of fonts whose characters have no codes
_FONT = re.compile(
    rb"\\f([0-9]{1,6})(?![0-9])([^;]{0,400}?\\fcharset([0-9]{1,3})[^;]{0,400}|[^;]{0,400}?\\cpg([0-9]{1,5}))"
)
_LAST_WORDS = re.compile(rb"(?:^|[ }])([^{}\\;]+)\Z")
_STYLE = re.compile(rb"\{\\s([0-9]{1,4})(?![0-9])((?:[^{}]|\{[^{}]*\})*)\}")


class Font(NamedTuple):
    """The encoding of a font, or its name if it is one of symbols."""

    encoding: str | None
    symbols: str = ""


def code_page(data: bytes) -> str:
    r"""Return the encoding of \'xx outside any font: \ansicpg936 is GBK."""
    head = data[:_HEAD]
    found = re.search(rb"\\ansicpg([0-9]{1,5})", head)
    if found is None:
        return next((name for mark, name in _OLD if re.search(mark, head)), "cp1252")
    return _page(int(found[1]))


def _page(number: int) -> str:
    try:
        return codecs.lookup(_PAGES.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"


def fonts(data: bytes) -> dict[int, Font]:
    """Return the encodings that the table of fonts gives."""
    start = data.find(b"\\fonttbl")
    if start < 0:
        return {}
    table = data[start : start + _FONT_TABLE]
    stop = re.search(rb"\\(?:colortbl|stylesheet)|\\pard", table)
    table = table[: stop.start()] if stop else table
    found: dict[int, Font] = {}
    for number, words, charset, page in _FONT.findall(table):
        if charset and int(charset) == _SYMBOLS:
            name = _LAST_WORDS.search(words)
            found[int(number)] = Font(None, name[1].decode("latin-1").strip() if name else "")
        else:
            encoding = _CHARSETS.get(int(charset)) if charset else _page(int(page))
            found[int(number)] = Font(encoding)
    return found


def default_font(data: bytes) -> int | None:
    """Return the font of what names none."""
    found = re.search(rb"\\deff([0-9]{1,6})", data[:_HEAD])
    return int(found[1]) if found else None


def headings(data: bytes) -> dict[int | None, int]:
    """Return the outline level (0 is the highest) of the styles that are headings."""
    start = data.find(b"\\stylesheet")
    if start < 0:
        return {}
    levels: dict[int | None, int] = {}
    for number, words in _STYLE.findall(
        data[start : start + _STYLES].partition(b"\\pard\\plain ")[0]
    ):
        outline = re.search(rb"\\outlinelevel([0-8])", words)
        if outline:
            levels[int(number)] = int(outline[1])
        elif named := re.search(rb"[ }][Hh]eading ([1-9]);", words):
            levels[int(number)] = int(named[1]) - 1
        elif re.search(rb"[ }][Tt]itle;", words):
            levels[int(number)] = 0
    return levels
