"""The journal format: what the user did to a document, line by line, and the text it was done to.

A journal is a file of JSON Lines in UTF-8: each line is one object and ends in a line feed. The
first is the header; every other line was appended when something happened, and is never changed.

header      {"jingdu": 1, "name": "page.txt", "sha256": …, "length": …, "source": …,
             "engine": …, "data": …, "when": …}
            `sha256` is that of the source text in UTF-8, `length` its code points, `source` the
            text itself (deflated, base64). `engine` and `data` say what restored it: the version
            of the program with a hash of its code, and a hash of its tables.
decide      {"n": 1, "act": "decide", "how": "accept", "places": [[120, 127, "動(dòng)", "动"]],
             "when": "2026-11-29T08:00:00Z", "by": "anna"}
            source[120:127] (code points) is 動(dòng) and becomes 动. `how` is accept, keep,
            alternative or typed. A decision on many places at once is one line.
read        {"n": 2, "act": "read", "places": [[120, "动", "dòng"]], …}
            The reading of the hanzi that came from source[120]; null removes what was set.
note        {"n": 3, "act": "note", "places": [[120, 127, "動(dòng)", "as printed"]], …}
            A note about source[120:127], which is 動(dòng); an empty one removes what was noted.
bookmark    {"n": 4, "act": "bookmark", "places": [[120, 127, "動(dòng)", "name"]], …}
            A bookmark on source[120:127] and its name, which may be empty; null removes it.
undo, redo  {"act": "undo", "n": 2, …} undoes the act with that number; redo does it again.
freeze      {"act": "freeze", "engine": …, "data": …, "repairs": …}
            The repairs of the engine (deflated, base64; see `frozen`). They hold until the user
            wants those of a newer version, which are then appended as another such line.
dropped     {"act": "dropped", "acts": ["0f3a…", …]}
            Fingerprints of acts that were undone for good and whose lines were tidied away.
continues   {"act": "continues", "sha256": …}
            Everything in the journal with this hash, which is elsewhere, is in this one, too.
stranded    {"act": "stranded", "what": "decide", "place": [120, 127, "動(dòng)", "动"],
             "before": …, "after": …, "how": …, "when": …, "by": …}
            A decision, a reading or a note (`what` is decide, read or note) whose place is gone
            since the source changed, with the text that was around it. It takes effect again if
            its place comes back.
adrift      {"act": "adrift", "what": "bookmark", "place": [120, 127, "動(dòng)", "name"], …}
            The same for a bookmark, which versions before it do not know as stranded.

Lines of other kinds are kept as they are: a newer version may have written them. An incomplete last
line was being written when the program ended, and is ignored. A line that cannot be parsed is
skipped. Without the header, acts hold if the text at their place is still the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.review.decisions import Decision
from reader.review.history import (
    Act,
    Bookmark,
    BookmarkAct,
    History,
    How,
    Note,
    NoteAct,
    PinnedReading,
    ReadingAct,
)
from reader.review.packed import fingerprint, pack, unpack

FORMAT = 1
_SURROGATE = re.compile("[\ud800-\udfff]")
DECIDE, READ, NOTE, UNDO, REDO = "decide", "read", "note", "undo", "redo"
BOOKMARK, ADRIFT = "bookmark", "adrift"
FREEZE, STRANDED, CONTINUES, DROPPED = "freeze", "stranded", "continues", "dropped"
LONGEST = 2**27  # code points of a source


class Engine(NamedTuple):
    """What restored a document: the version of the program, and a hash of its tables."""

    version: str
    data: str


@dataclass(frozen=True, slots=True)
class Stranded:
    """A decision, a reading, a note or a bookmark whose place is gone, and the text around it.

    `was` is the text at the place in the old source, between `before` and `after`.
    """

    place: Decision | PinnedReading | Note | Bookmark
    was: str
    before: str
    after: str
    how: How = How.TYPED
    when: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """The contents of a journal.

    `header` is its line, `packed` the source that it is about, `frozen` the packed repairs of
    `engine`; each is empty if that line is missing or broken. `others` are lines of unknown kinds,
    `broken` is how many could not be parsed, `whole` the number of bytes up to the end of the last
    whole line. `tidy` is false if fewer lines would do. `was` is filled if the source is broken: it
    maps each place to its text, to be checked by. `continues` are the SHA-256 of journals elsewhere
    that were merged into this one, `last` is the highest number in it.
    """

    header: str = ""
    sha256: str = ""
    length: int = 0
    packed: str = ""
    engine: Engine = field(default_factory=lambda: Engine("", ""))
    frozen: str = ""
    history: History = field(default_factory=History)
    stranded: tuple[Stranded, ...] = ()
    others: tuple[str, ...] = ()
    broken: int = 0
    whole: int = 0
    tidy: bool = True
    was: Mapping[tuple[int, int], str] = field(default_factory=dict)
    continues: frozenset[str] = frozenset()
    last: int = 0

    def is_about(self, source: str) -> bool:
        """Tell if the journal was written about this text."""
        return self.length == len(source) and self.sha256 == fingerprint(source)

    def source(self) -> str:
        """Return the text the journal was written about. Raises ValueError if it is damaged."""
        source = unpack(self.packed, 4 * min(self.length, LONGEST))
        if fingerprint(source) != self.sha256:
            raise ValueError("it is not the text that it says")
        return source


class NoJournal(Exception):  # noqa: N818 - named by what it is not
    """The bytes are not a journal, or, if `newer`, one of a newer version."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__("made by a newer version" if newer else "no journal")
        self.newer = newer


def header_line(source: str, name: str, engine: Engine, when: str) -> str:
    """Return the first line of the journal of a source text."""
    return _dump_line(
        {
            "jingdu": FORMAT,
            "name": name,
            "sha256": fingerprint(source),
            "length": len(source),
            "source": pack(source),
            "engine": engine.version,
            "data": engine.data,
            "when": when,
        }
    )


def act_line(act: Act, source: str) -> str:
    """Return the line of an act on a source text."""
    what: dict[str, object]
    if isinstance(act, ReadingAct):
        what = {"act": READ}
        places: list[object] = [list(pin) for pin in act.places]
    elif isinstance(act, BookmarkAct):
        what = {"act": BOOKMARK}
        places = [_bookmark_place(one, source[one.start : one.end]) for one in act.places]
    elif isinstance(act, NoteAct):
        what = {"act": NOTE}
        places = [[start, end, source[start:end], text] for start, end, text in act.places]
    else:
        what = {"act": DECIDE, "how": act.how.value}
        places = [[start, end, source[start:end], text] for start, end, text in act.places]
    return _dump_line({"n": act.number, **what, "places": places, **_sign(act.when, act.by)})


def undo_line(number: int, when: str = "", by: str = "") -> str:
    """Return the line that undoes the act with that number."""
    return _dump_line({"act": UNDO, "n": number, **_sign(when, by)})


def redo_line(number: int, when: str = "", by: str = "") -> str:
    """Return the line that redoes the act with that number."""
    return _dump_line({"act": REDO, "n": number, **_sign(when, by)})


def freeze_line(frozen: str, engine: Engine) -> str:
    """Return the line with the packed repairs of an engine."""
    return _dump_line(
        {"act": FREEZE, "engine": engine.version, "data": engine.data, "repairs": frozen}
    )


def continues_line(digest: str) -> str:
    """Return the line that says that this journal includes another one."""
    return _dump_line({"act": CONTINUES, "sha256": digest})


def stranded_line(one: Stranded) -> str:
    """Return the line of a decision, a reading, a note or a bookmark whose place is gone."""
    act = STRANDED
    if isinstance(one.place, Bookmark):
        act = ADRIFT
        content: dict[str, object] = {
            "what": BOOKMARK,
            "place": _bookmark_place(one.place, one.was),
        }
    elif isinstance(one.place, Decision | Note):
        start, end, text = one.place
        what = DECIDE if isinstance(one.place, Decision) else NOTE
        content = {"what": what, "place": [start, end, one.was, text]}
        if what == DECIDE:
            content["how"] = one.how.value
    else:
        content = {"what": READ, "place": [*one.place], "was": one.was}
    around = {"before": one.before, "after": one.after}
    return _dump_line({"act": act, **content, **around, **_sign(one.when, one.by)})


def _bookmark_place(one: Bookmark, was: str) -> list[object]:
    return [one.start, one.end, was, one.text if one.is_set else None]


def whole_journal(
    header: str,
    source: str,
    history: History,
    *,
    frozen: str = "",
    stranded: Iterable[Stranded] = (),
    others: Iterable[str] = (),
) -> list[str]:
    """Return all lines of a journal with these contents; `frozen` is a line or empty.

    Undone acts are written and then undone, so that they can be redone.
    """
    again = history.undone[::-1]
    lines = [header, *([frozen] if frozen else ()), *others]
    if history.dropped:
        lines.append(_dump_line({"act": DROPPED, "acts": sorted(history.dropped)}))
    lines += map(stranded_line, stranded)
    lines += (act_line(act, source) for act in (*history.done, *again))
    lines += (undo_line(act.number) for act in history.undone)
    return lines


def _sign(when: str, by: str) -> dict[str, str]:
    return {key: value for key, value in (("when", when), ("by", by)) if value}


def _dump_line(content: dict[str, object]) -> str:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # UTF-8 cannot encode a lone surrogate, JSON can escape it.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"
