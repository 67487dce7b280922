"""Reads the tables of cases; README.md beside this file explains their columns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
HEADER = ("damaged", "restored", "kind", "mechanism", "why")
KINDS = ("wild", "negative", "synthetic", "known failure")  # the order in a file
SAME = "="  # in the second column: restored is what stands in the first

_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))", re.DOTALL)
# Controls, invisible signs, separators other than the plain space, private, lone halves of pairs.
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cs", "Cn"})


class Case(NamedTuple):
    """A row: what comes in, what must come out, and why."""

    subject: str  # the file's name without its ending
    line: int
    damaged: str
    restored: str
    kind: str
    mechanism: str
    why: str

    @property
    def name(self) -> str:
        return f"{self.subject}:{self.line}"

    @property
    def stays(self) -> bool:
        return self.damaged == self.restored


def escape(text: str) -> str:
    """Return a text as a cell: what nobody can see is written out, \\n, \\u200b, \\U000e0001.

    So are a space at either end and the replacement character, and an `=` that is all there is.
    """
    shown = [_NAMED.get(char) or (_code(char) if _is_hidden(char) else char) for char in text]
    for end in (0, -1):
        if shown and (shown[end] == " " or text == SAME):
            shown[end] = _code(text[end])
    return "".join(shown)


def unescape(cell: str) -> str:
    """Return the text that a cell stands for; raises ValueError for an unknown escape."""

    def read(found: re.Match[str]) -> str:
        short, long, name = found.groups()
        if name is None:
            return chr(int(short or long, 16))
        for char, written in _NAMED.items():
            if written == found[0]:
                return char
        raise ValueError(f"unknown escape {found[0]} in {cell!r}")

    return _ESCAPE.sub(read, cell)


def write_row(case: Case) -> str:
    """Return a case as the line of its table."""
    restored = SAME if case.stays else escape(case.restored)
    return "\t".join((escape(case.damaged), restored, case.kind, case.mechanism, case.why))


@cache
def table(subject: str) -> tuple[Case, ...]:
    """Return the cases of one file."""
    lines = (FOLDER / f"{subject}.tsv").read_text("utf-8").split("\n")
    if tuple(lines[0].split("\t")) != HEADER:
        raise ValueError(f"{subject}.tsv begins with {lines[0]!r}, not with {HEADER}")
    return tuple(_read(subject, number, line) for number, line in enumerate(lines[1:-1], 2))


@cache
def cases(*kinds: str) -> tuple[Case, ...]:
    """Return the cases of some kinds, of all without any, file by file."""
    return tuple(
        case
        for path in sorted(FOLDER.glob("*.tsv"))
        for case in table(path.stem)
        if not kinds or case.kind in kinds
    )


def right_texts(*subjects: str) -> tuple[str, ...]:
    """Return the texts that are right as they stand, of some subjects or of all."""
    return tuple(
        case.damaged for case in cases("negative") if not subjects or case.subject in subjects
    )


def _read(subject: str, number: int, line: str) -> Case:
    cells = line.split("\t")
    if len(cells) != len(HEADER):
        raise ValueError(f"{subject}.tsv, line {number}: {len(cells)} cells, not {len(HEADER)}")
    damaged = unescape(cells[0])
    restored = damaged if cells[1] == SAME else unescape(cells[1])
    return Case(subject, number, damaged, restored, *cells[2:])


def _is_hidden(char: str) -> bool:
    if char == "\ufffd" or "\ufe00" <= char <= "\ufe0f":  # lost; chooses how an emoji looks
        return True
    return char != " " and unicodedata.category(char) in _HIDDEN


def _code(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
