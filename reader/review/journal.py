"""The journal of a document: what the user did to it, line by line, and what it was done to.

A journal is a file of JSON Lines in UTF-8: each line is one object, and ends in a line feed. The
first is the header; every line after it was appended when something happened, and is never changed.

header      {"jingdu": 1, "name": "page.txt", "sha256": …, "length": …, "source": …,
             "engine": …, "data": …, "when": …}
            `sha256` is that of the source text in UTF-8, `length` its code points, `source` the
            text itself (deflated, base64). `engine` and `data` say what restored it: the version
            of the program with a hash of its code, and a hash of its tables.
decide      {"n": 1, "act": "decide", "how": "accept", "places": [[120, 127, "動(dòng)", "动"]],
             "when": "2026-11-29T08:00:00Z", "by": "anna"}
            source[120:127] (code points) read 動(dòng) and shall read 动. `how` is accept, keep,
            alternative or typed. A decision on many places at once is one line.
read        {"n": 2, "act": "read", "places": [[120, "动", "dòng"]], …}
            The hanzi that came from source[120] is read so; null takes away what was set.
undo, redo  {"act": "undo", "n": 2, …} takes back the act of that number; redo does it again.
freeze      {"act": "freeze", "engine": …, "data": …, "repairs": …}
            The repairs of the engine (deflated, base64; see `frozen`). They hold until the user
            wants those of a newer version, which are then written as another such line.
continues   {"act": "continues", "sha256": …}
            All that the journal with this hash says, which lies elsewhere, is in this one, too.
stranded    {"act": "stranded", "what": "decide", "place": [120, 127, "動(dòng)", "动"],
             "before": …, "after": …, "how": …, "when": …, "by": …}
            A decision or a reading whose place is gone since the source changed, with the text
            that stood around it. It is kept, and comes back with its place.

Lines of other kinds are kept as they are: a newer version may have written them. A last line that
is cut off was being written when the program ended, and does not count. A line that cannot be
understood is passed over. Without the header the acts hold where the text of their place stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from reader.core.collecting import uncollected
from reader.language.user_readings import parsed
from reader.review.decisions import Decision
from reader.review.frozen import fingerprint
from reader.review.history import Act, Decided, History, How, Pin, Pinned
from reader.review.packed import pack, unpack

FORMAT = 1
_LONGEST = 2**27  # code points of a source; a journal is not to fill the memory
_SURROGATE = re.compile("[\ud800-\udfff]")
_DECIDE, _READ, _UNDO, _REDO = "decide", "read", "undo", "redo"
_FREEZE, _STRANDED, _CONTINUES = "freeze", "stranded", "continues"
_HOWS = {how.value: how for how in How}


class Engine(NamedTuple):
    """What restored a document: the version of the program, and the hash of its tables."""

    version: str
    data: str


@dataclass(frozen=True, slots=True)
class Stranded:
    """A decision or a reading whose place is gone, and the text that stood around it.

    `was` is the text of the place in the source of then; `before` and `after` stood beside it.
    """

    place: Decision | Pin
    was: str
    before: str
    after: str
    how: How = How.TYPED
    when: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """All that a journal says.

    `header` is its line, `packed` the source it was written about, `frozen` the packed repairs of
    `engine`; each is empty where that line is missing or broken. `others` are lines of unknown
    kinds, `broken` is how many could not be understood, `whole` the number of bytes up to where
    the last whole line ends. `tidy` is false where the same could be said in fewer lines. `was` is
    filled where the source is broken: its text at each place, by which that can be checked.
    `continues` are the SHA-256 of journals elsewhere that it has taken in, `last` is the highest
    number in it.
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
        source = unpack(self.packed, 4 * min(self.length, _LONGEST))
        if fingerprint(source) != self.sha256:
            raise ValueError("it is not the text that it says")
        return source


class NoJournal(Exception):  # noqa: N818 - named by what it is not
    """The bytes are no journal; `newer` if they are one of a version to come."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__("made by a newer version" if newer else "no journal")
        self.newer = newer


# -- writing


def header_line(source: str, name: str, engine: Engine, when: str) -> str:
    """Return the first line of the journal of a source text."""
    return _line(
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
    if isinstance(act, Decided):
        places: list[object] = [
            [start, end, source[start:end], text] for start, end, text in act.places
        ]
        return _line(
            {
                "n": act.number,
                "act": _DECIDE,
                "how": act.how.value,
                "places": places,
                **_signed(act.when, act.by),
            }
        )
    pins = [list(pin) for pin in act.places]
    return _line({"n": act.number, "act": _READ, "places": pins, **_signed(act.when, act.by)})


def undo_line(number: int, when: str = "", by: str = "") -> str:
    """Return the line that takes the act of that number back."""
    return _line({"act": _UNDO, "n": number, **_signed(when, by)})


def redo_line(number: int, when: str = "", by: str = "") -> str:
    """Return the line that does the act of that number again."""
    return _line({"act": _REDO, "n": number, **_signed(when, by)})


def freeze_line(frozen: str, engine: Engine) -> str:
    """Return the line of the repairs of an engine; `frozen` is packed."""
    return _line({"act": _FREEZE, "engine": engine.version, "data": engine.data, "repairs": frozen})


def continues_line(digest: str) -> str:
    """Return the line that says that all of another journal is in this one."""
    return _line({"act": _CONTINUES, "sha256": digest})


def stranded_line(one: Stranded) -> str:
    """Return the line of a decision or a reading whose place is gone."""
    if isinstance(one.place, Decision):
        start, end, text = one.place
        content: dict[str, object] = {"what": _DECIDE, "place": [start, end, one.was, text]}
        content["how"] = one.how.value
    else:
        content = {"what": _READ, "place": [*one.place], "was": one.was}
    around = {"before": one.before, "after": one.after}
    return _line({"act": _STRANDED, **content, **around, **_signed(one.when, one.by)})


def whole_journal(
    header: str,
    source: str,
    history: History,
    *,
    frozen: str = "",
    stranded: Iterable[Stranded] = (),
    others: Iterable[str] = (),
) -> list[str]:
    """Return all lines of a journal that says what these say; `frozen` is a line or empty.

    What was undone is done and then undone, so that it can be redone.
    """
    again = history.undone[::-1]
    lines = [header, *([frozen] if frozen else ()), *others]
    lines += map(stranded_line, stranded)
    lines += (act_line(act, source) for act in (*history.done, *again))
    lines += (undo_line(act.number) for act in history.undone)
    return lines


def _signed(when: str, by: str) -> dict[str, str]:
    return {key: value for key, value in (("when", when), ("by", by)) if value}


def _line(content: dict[str, object]) -> str:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # UTF-8 cannot hold half a pair, JSON can name it.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"


# -- reading


def read_journal(data: bytes) -> Journal:
    """Return what the bytes of a journal say. Raises NoJournal."""
    with uncollected():
        return _read_journal(data)


def _read_journal(data: bytes) -> Journal:
    whole = data.rfind(b"\n") + 1
    lines = data[:whole].split(b"\n")[:-1]
    if isinstance(_row(data[whole:]), dict):  # only its line feed is missing
        lines.append(data[whole:])
        whole = len(data)
    rows = _rows(lines)
    header = rows[0] if rows and isinstance(rows[0], dict) and "jingdu" in rows[0] else {}
    if not header and not any(isinstance(row, dict) and "act" in row for row in rows):
        # Where the header is broken, the acts still tell a journal from any other file.
        raise NoJournal
    if header and header["jingdu"] != FORMAT:
        raise NoJournal(newer=True)
    sha256, length, packed = header.get("sha256"), header.get("length"), header.get("source")
    sound = type(sha256) is str and type(length) is int and 0 <= length <= _LONGEST
    fold = _Fold(length if sound else None)
    first = 1 if header else 0
    for row, line in zip(rows[first:], lines[first:], strict=True):
        try:
            fold.take(row, line)
        except (KeyError, TypeError, ValueError, IndexError):
            fold.broken += 1
    fold.broken = max(fold.broken, not sound)
    engine = Engine(str(header.get("engine")), str(header.get("data")))
    journal = Journal(
        header=lines[0].decode("utf-8") + "\n" if sound else "",
        sha256=str(sha256) if sound else "",
        length=int(length or 0) if sound else 0,
        packed=packed if sound and type(packed) is str else "",
        engine=fold.engine or engine,
        frozen=fold.frozen,
        history=History(fold.done.acts(), fold.undone.acts()),
        stranded=tuple(fold.stranded),
        others=tuple(fold.others),
        broken=fold.broken,
        whole=whole,
        tidy=fold.tidy,
        continues=frozenset(fold.continues),
        last=fold.last,
    )
    try:
        journal.source()
    except ValueError:
        return replace(journal, was=dict(_texts(rows)))
    return journal


class _Fold:
    """Follows the lines of a journal one after the other.

    A place that ends behind `length`, that of the source, is no place; None if it is not known.
    """

    def __init__(self, length: int | None) -> None:
        self._length = length
        self.done = _Pile()
        self.undone = _Pile()
        self.stranded: list[Stranded] = []
        self.others: list[str] = []
        self.continues: list[str] = []
        self.last = 0
        self.engine: Engine | None = None
        self.frozen = ""
        self.broken = 0
        self.tidy = True

    def take(self, row: Any, line: bytes) -> None:  # noqa: ANN401 - whatever JSON gives
        kind = row["act"]
        if type(row.get("n")) is int:
            self.last = max(self.last, row["n"])
        if kind == _DECIDE:
            places = tuple(map(_decision, row["places"]))
            self._check(places[0].end if len(places) == 1 else max(one.end for one in places))
            self._do(Decided(places, _HOWS[row["how"]], *_names(row)))
        elif kind == _READ:
            pins = tuple(map(_pin, row["places"]))
            self._check(1 + max(pin.offset for pin in pins))
            self._do(Pinned(pins, *_names(row)))
        elif kind == _UNDO:
            self._move(_number(row["n"]), self.done, self.undone, line)
        elif kind == _REDO:
            self._move(_number(row["n"]), self.undone, self.done, line)
        elif kind == _CONTINUES:
            self.continues.append(_text(row["sha256"]))
        elif kind == _FREEZE:
            self.tidy &= not self.frozen
            self.engine = Engine(_text(row["engine"]), _text(row["data"]))
            self.frozen = _text(row["repairs"])
        elif kind == _STRANDED:
            self.stranded.append(_stranded(row))
        else:
            self.others.append(line.decode("utf-8") + "\n")

    def _check(self, end: int) -> None:
        if self._length is not None and end > self._length:
            raise ValueError(f"{end} is behind the end of the source")

    def _do(self, act: Act) -> None:
        if self.undone:
            self.tidy = False
            self.undone = _Pile()
        self.done.put(act)

    def _move(self, number: int, here: _Pile, there: _Pile, line: bytes) -> None:
        act = here.take(number)
        if act is not None:
            there.put(act)
            self.tidy = False
        elif not there.has(number):
            # Of an act of a kind to come, or of a line that is broken.
            self.others.append(line.decode("utf-8") + "\n")


class _Pile:
    """Acts in order, of which any can be taken by its number: one further up may be broken."""

    def __init__(self) -> None:
        self._acts: dict[int, Act] = {}
        self._places: dict[int, list[int]] = {}  # of each number, in order
        self._next = 0

    def __len__(self) -> int:
        return len(self._acts)

    def acts(self) -> tuple[Act, ...]:
        return tuple(self._acts.values())

    def put(self, act: Act) -> None:
        self._acts[self._next] = act
        self._places.setdefault(act.number, []).append(self._next)
        self._next += 1

    def has(self, number: int) -> bool:
        return bool(self._places.get(number))

    def take(self, number: int) -> Act | None:
        places = self._places.get(number)
        return self._acts.pop(places.pop()) if places else None


def _rows(lines: Sequence[bytes]) -> list[Any]:
    """Return the object of each line, None for one that is no JSON."""
    try:
        # All at once takes a third of the time: an editor's 200,000 decisions are 20 MB.
        rows = json.loads((b"[" + b",".join(lines) + b"]").decode("utf-8"))
        if len(rows) == len(lines):
            return list(rows)
    except (ValueError, RecursionError):
        pass
    return list(map(_row, lines))


def _row(line: bytes) -> Any:  # noqa: ANN401 - whatever JSON gives
    try:
        # Not the bytes themselves: of those it would take UTF-16, too, and half a pair.
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _texts(rows: Iterable[Any]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the span and the source text of every place in rows that may be broken."""
    for row in rows:
        if isinstance(row, dict) and row.get("act") == _DECIDE:
            try:
                for start, end, was, _ in row["places"]:
                    yield (_number(start), _number(end)), _text(was)
            except (KeyError, TypeError, ValueError):
                continue


def _names(row: dict[str, Any]) -> tuple[str, str, int]:
    when, by, number = row.get("when", ""), row.get("by", ""), row["n"]
    if type(when) is not str or type(by) is not str or type(number) is not int or number < 0:
        raise ValueError(row)
    return when, by, number


def _decision(place: list[Any]) -> Decision:
    start, end, was, text = place
    # Written out: an editor's journal has 200,000 of them.
    if (
        type(start) is not int
        or type(end) is not int
        or type(was) is not str
        or type(text) is not str
        or start < 0
        or end - start != len(was)
    ):
        raise ValueError(place)
    return Decision(start, end, text)


def _pin(place: list[Any]) -> Pin:
    offset, hanzi, reading = place
    if len(_text(hanzi)) != 1:
        raise ValueError(place)
    if reading is not None:
        said = parsed(hanzi, _text(reading))
        if said is None:
            raise ValueError(place)
        (reading,) = said
    return Pin(_number(offset), hanzi, reading)


def _stranded(row: dict[str, Any]) -> Stranded:
    around = _text(row["before"]), _text(row["after"])
    signed = _text(row.get("when", "")), _text(row.get("by", ""))
    if row["what"] == _DECIDE:
        place, was = _decision(row["place"]), row["place"][2]
        return Stranded(place, was, *around, _HOWS[row["how"]], *signed)
    return Stranded(_pin(row["place"]), _text(row["was"]), *around, How.TYPED, *signed)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
