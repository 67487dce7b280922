"""What a page left in its text: entities, tags, invisible and private characters, noise, menus."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.repair.lines import lines_with
from reader.repair.lost import MARKS, find_lost
from reader.repair.navigation import find_navigation
from reader.repair.noise import find_noise
from reader.repair.spaces import TRIGGER as DOUBLED
from reader.repair.spaces import find_spaces
from reader.repair.tags import find_tags, is_page, speaks_of_markup
from reader.text.align import Edit, Evidence
from reader.text.kinds import RepairKind

_ENTITY = re.compile(r"&(?:amp;)*(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_INVISIBLE = re.compile(f"[{_HIDDEN}]+")
_JOINERS = "\u200c\u200d\u200e\u200f"  # the marks of direction belong to Arabic and Hebrew
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\ufeff": "byte order mark",
    "\u2060": "word joiner",
}
SUSPECT = re.compile(
    f"[&<{MARKS}{_HIDDEN}\ue000-\uf8ff\xa0\"#$'*+=?@^_`{{|}}~!]"  # noise is made of such signs
)
_LOSSES = 1_000  # marks of loss; where there are more, nothing is guessed
# What stands beside an entity that a text speaks of: 空格写作&nbsp;, &lt;表示小于号.
_ENTITY_BEFORE = re.compile(
    r"(?:写[作成]|直接写|[要须]写|显示[为成]|转义[为成]|替换[为成]|编码[为成]|实体)\s?[“‘\"'「]?$"
)
_ENTITY_AFTER = re.compile(
    r"[”’\"'」]?\s?(?:表示|代表|显示|即可|是(?:空格|[单双]?引号|[大小]于|破折))"
)

_PAIRS = tuple(one + two for one in " \u3000\xa0" for two in " \u3000\xa0")


def find_debris(text: str, low: int = 0, high: int | None = None) -> list[Edit]:
    """Return the edits for the debris in the lines that reach into text[low:high], sorted.

    What is certain is removed; private characters, menus and lost bytes are pointed out only.
    """
    high = len(text) if high is None else high
    found: list[Edit] = []
    patterns: tuple[re.Pattern[str], ...] = (SUSPECT,)
    if any(text.find(pair, low, high) >= 0 for pair in _PAIRS):
        patterns = (SUSPECT, DOUBLED)
    lines = lines_with(text, low, high, patterns)
    tagged = "<" in text and not is_page(text)
    guessing = text.count("\ufffd", low, high) + text.count("??", low, high) <= _LOSSES
    for start, line_text in lines:
        found += _in_line(line_text, start, guessing)
        if tagged and "<" in line_text:
            found += find_tags(line_text, start)
    found += find_noise(lines)
    found += find_navigation(text, low, high)
    return _apart(found)


def _in_line(line: str, shift: int, guessing: bool) -> Iterator[Edit]:
    if "&" in line:
        yield from _entities(line, shift)
    yield from _invisible(line, shift)
    yield from _private(line, shift)
    yield from find_lost(line, shift, guessing=guessing)
    yield from find_spaces(line, shift)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return the edits sorted; of those that overlap the applied one, then the longer one."""
    edits.sort(key=lambda edit: (edit.start, edit.end))
    kept: list[Edit] = []
    for edit in edits:
        while kept and edit.start < kept[-1].end:
            last = kept[-1]
            if (last.applied, last.end - last.start) >= (edit.applied, edit.end - edit.start):
                break
            kept.pop()
        else:
            kept.append(edit)
    return kept


def _entities(text: str, shift: int) -> Iterator[Edit]:
    spoken = speaks_of_markup(text) or any(
        _ENTITY_BEFORE.search(text[max(0, one.start() - 8) : one.start()])
        or _ENTITY_AFTER.match(text, one.end())
        for one in _ENTITY.finditer(text)
    )
    for entity in _ENTITY.finditer(text):
        char = entity[0]
        for _ in range(1 + entity[0].count("&amp;") + entity[0].count("amp;")):
            char = html.unescape(char)  # escaped more than once: &amp;nbsp;
        if char == entity[0] or len(char) != 1 or not (char.isprintable() or char == "\xa0"):
            continue
        if char == "\ufffd":  # &#0; names no character
            continue
        if not char.isspace() and _in_code(text, entity.start()):
            continue
        after = " " if char in "\xa0\u2002\u2003" else char
        yield Edit(
            entity.start() + shift,
            entity.end() + shift,
            after,
            RepairKind.DEBRIS,
            "debris.entity",
            0.4 if spoken else 0.95,
            (Evidence("entity", (entity[0], "space" if after == " " else char)),),
            (),
            not spoken,
        )


def _in_code(text: str, at: int) -> bool:
    """Tell whether code or an address ends at `at`: a?x=1&lt;2."""
    start = at
    while start and at - start < 200 and "!" <= text[start - 1] <= "~":
        start -= 1
    return any(mark in text[start:at] for mark in "/?=<\"'")


def _invisible(text: str, shift: int) -> Iterator[Edit]:
    other_way = None
    for found in _INVISIBLE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if any(char in _JOINERS for char in found[0]) and not (_plain(before) and _plain(after)):
            continue
        if _BIDI.search(found[0]):
            if other_way is None:
                other_way = _RIGHT_TO_LEFT.search(text) is not None
            if other_way:  # Arabic and Hebrew need them
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


def _private(text: str, shift: int) -> Iterator[Edit]:
    """Point out private-use characters: an icon, or a rare hanzi of somebody's own font."""
    for found in _PRIVATE.finditer(text):
        codes = " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in found[0][:8]))
        yield Edit(
            found.start() + shift,
            found.end() + shift,
            "",
            RepairKind.DEBRIS,
            "debris.private_use",
            0.3,
            (Evidence("private_use", (codes,)),),
            (),
            False,
        )
