"""HTML entities and invisible characters that a scraper left in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.core.align import Edit, Evidence
from reader.core.kinds import RepairKind

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_JOINERS = "\u200c\u200d\u200e\u200f"  # the marks of direction belong to Arabic and Hebrew
_ASCII_RUN = re.compile(r"[!-~]*$")
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\ufeff": "byte order mark",
    "\u2060": "word joiner",
}
SUSPECT = re.compile("[&\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def find_debris(text: str, shift: int) -> Iterator[Edit]:
    """Yield the edits that decode entities and delete invisible characters.

    Entities inside code and addresses (a?x=1&lt;2) and joiners inside other scripts and emoji stay.
    """
    if not SUSPECT.search(text):
        return
    found: list[Edit] = [*_entities(text, shift), *_invisible(text, shift)]
    yield from sorted(found, key=lambda edit: edit.start)


def _entities(text: str, shift: int) -> Iterator[Edit]:
    for entity in _ENTITY.finditer(text):
        char = html.unescape(entity[0])
        if char == entity[0] or len(char) != 1 or not (char.isprintable() or char == "\xa0"):
            continue
        if char == "\ufffd":  # &#0; names no character
            continue
        run = _ASCII_RUN.search(text, 0, entity.start())
        if run and any(mark in run[0] for mark in "/?=<\"'") and not char.isspace():
            continue
        after = " " if char in "\xa0\u2002\u2003" else char
        yield Edit(
            entity.start() + shift,
            entity.end() + shift,
            after,
            RepairKind.DEBRIS,
            "debris.entity",
            0.95,
            (Evidence("entity", (entity[0], "space" if after == " " else char)),),
        )


def _invisible(text: str, shift: int) -> Iterator[Edit]:
    for found in _INVISIBLE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if any(char in _JOINERS for char in found[0]) and not (_plain(before) and _plain(after)):
            continue
        names = ", ".join(
            dict.fromkeys(_NAMES.get(char, f"U+{ord(char):04X}") for char in found[0])
        )
        yield Edit(
            found.start() + shift,
            found.end() + shift,
            "",
            RepairKind.DEBRIS,
            "debris.invisible",
            0.98,
            (Evidence("invisible", (names,)),),
        )


def _plain(char: str) -> bool:
    """Tell if a joiner has no business beside this character: hanzi, Latin, marks, line ends.

    It has some in emoji, which it makes one picture of: 👨 + joiner + 👩 is a family.
    """
    code = ord(char) if char else 0
    return (
        code < 0x0590
        or 0x2E80 <= code < 0xA000
        or 0xFF00 <= code < 0xFFF0
        or 0x20000 <= code < 0x32000
    )
