"""GBK and Big5 as tables of byte pairs, and which bytes can be missing from text out of step.

Text decoded one byte off pairs the second byte of each character with the first byte of the next.
Pairs that are no character are lost. Those in the user-defined areas of GBK (AAA1-AFFE, F8A1-FEFE,
A140-A7A0) leave no trace. The others, such as A6B9, become '?' or vanish as well: GB18030 has a
private-use character for them, and pages drop those.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, compress, product
from typing import NamedTuple

from reader.codepages.double_byte_file import (
    FIRST_CELL,
    PLAIN,
    UNDEFINED,
    VANISHING,
    CodePage,
    PairTables,
    read_pair_tables,
)
from reader.language.ngram_context import RankedCharacters
from reader.language.ngram_file import BOUNDARY
from reader.text.lazy_pattern import ClosePattern, GuardedPattern, Searcher

__all__ = [
    "WIDE_MARKS",
    "CodePage",
    "DoubleByteTable",
    "Options",
    "double_byte_table",
    "odd_behind_mark_pattern",
    "odd_run_pattern",
]

WIDE_MARKS = dict(zip(",:;?()!", "，：；？（）！", strict=True))
"""The marks that spinners fold to half-width ones; in text out of step they are two bytes."""

_DROPPED = 2.0  # nats against an unassigned pair that vanished: many pages show a '?' for it
_USUAL = 150
_FIRST, _LAST = "\u4e00", "\u9fa5"  # hanzi
_CUT_AT = frozenset("！；：!;:")
_LEADS = range(0x81, 0xFF)
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


CharacterPair = tuple[str, int]
"""A character and its id in the language model, that of its simplified form."""


class Pairs(dict[int, CharacterPair | None]):
    """The character of each cell, None where it has none, from the file when first looked up."""

    def __init__(self, read: PairTables) -> None:
        super().__init__()
        self._characters, self._numbers = read.characters, read.numbers

    def __missing__(self, cell: int) -> CharacterPair | None:
        char = self._characters[cell]
        found = (char, self._numbers[cell - FIRST_CELL]) if char != "\0" else None
        self[cell] = found
        return found


class Places(dict[int, Sequence[tuple[int, int, str]]]):
    """Where a code page has the ordinary characters of an id: (lead, trail, character)."""

    def __init__(self, read: PairTables) -> None:
        super().__init__()
        self._characters = read.characters
        self._numbers, self._cells = read.plain_numbers, read.plain_cells

    def __missing__(self, number: int) -> Sequence[tuple[int, int, str]]:
        low = bisect_left(self._numbers, number)
        high = bisect_right(self._numbers, number, low)
        found = [(cell >> 8, cell & 0xFF, self._characters[cell]) for cell in self._cells[low:high]]
        self[number] = found
        return found


class Options(NamedTuple):
    """Characters that may stand in a place, as rows (byte, character, id), and their ids again."""

    rows: list[tuple[int, str, int]]
    numbers: list[int]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str, int]]) -> Options:
        """Return the options of some rows."""
        rows = list(rows)
        return cls(rows, [number for _, _, number in rows])


class DoubleByteTable(NamedTuple):
    """One code page. The cell of a pair is lead << 8 | trail.

    `plain` tells of each cell whether ordinary text consists of such: common hanzi and marks;
    `places` has them by the id of their character. `vanishing` maps a lead byte to the trail bytes
    that form a pair with it which vanishes, with what that costs in nats; `undefined` to those of a
    pair that is decoded as '?'. `between` are the ids of the characters of which both bytes can
    have vanished, `usual` the most frequent of them.
    """

    name: CodePage
    pairs: Pairs
    plain: bytes
    places: Places
    vanishing: dict[int, tuple[tuple[float, frozenset[int]], ...]]
    undefined: dict[int, frozenset[int]]
    between: frozenset[int]
    usual: list[int]
    # Caches that searches fill: two by the id of the character before, one by that of a character,
    # the others by bytes.
    known_common: dict[tuple[int, frozenset[int]], Options]
    known_between: dict[int, RankedCharacters]
    known_rows: dict[int, Sequence[tuple[int, int, str]]]
    known_behind: dict[int, Options]
    known_before: dict[tuple[int, frozenset[int] | None], Options]
    known_vanishing: dict[int, Options]

    def vanishing_behind(self, lead: int) -> Options:
        """Return the characters with this first byte of which the second can have vanished."""
        known = self.known_vanishing.get(lead)
        if known is None:
            cells = [(trail, lead << 8 | trail) for trail in self.vanishing]
            known = self.known_vanishing[lead] = self._list_plain(cells)
        return known

    def behind(self, lead: int) -> Options:
        """Return the ordinary characters with this first byte; a row begins with the second."""
        known = self.known_behind.get(lead)
        if known is None:
            cells = [(trail, lead << 8 | trail) for trail in _TRAILS]
            known = self.known_behind[lead] = self._list_plain(cells)
        return known

    def before(self, trail: int, leads: frozenset[int] | None) -> Options:
        """Return the ordinary characters with this second byte; a row begins with the first.

        That is one of `leads`; None: any.
        """
        known = self.known_before.get((trail, leads))
        if known is None:
            ordered = _LEADS if leads is None else sorted(leads)
            cells = [(lead, lead << 8 | trail) for lead in ordered]
            known = self.known_before[trail, leads] = self._list_plain(cells)
        return known

    def _list_plain(self, cells: Iterable[tuple[int, int]]) -> Options:
        """Return what is ordinary of (byte that its row begins with, cell)."""
        return Options.of(
            (byte, *pair)
            for byte, cell in cells
            if self.plain[cell] and (pair := self.pairs[cell]) is not None
        )

    def between_vanished(self, number: int) -> Sequence[tuple[int, int, str]]:
        """Return the places of a character of which both bytes can have vanished."""
        known = self.known_rows.get(number)
        if known is None:
            begins = self.undefined if number == BOUNDARY else self.vanishing
            rows = [row for row in self.places[number] if row[1] in begins]
            known = self.known_rows[number] = rows
        return known

    def bytes_of(self, char: str) -> bytes | None:
        """Return the two bytes of a character, None if this code page lacks it.

        GB18030 decodes a user-defined pair as a private-use character.
        """
        codec = "gb18030" if self.name == "gbk" and "\ue000" <= char <= "\uf8ff" else self.name
        try:
            data = char.encode(codec)
        except UnicodeEncodeError:
            return None
        return data if len(data) == 2 else None


@cache
def double_byte_table(name: CodePage, *, simplified: bool) -> DoubleByteTable:
    """Return the table of a code page; what it holds is made as it is asked for.

    With `simplified`, only simplified characters count as ordinary text, and traditional ones whose
    second byte is ASCII. Raises as `read_pair_tables` does.
    """
    read = read_pair_tables(name, simplified=simplified)
    vanishing = _list_trails(read.marks, VANISHING)
    undefined = _list_trails(read.marks, UNDEFINED)
    vanishes: dict[int, list[tuple[float, frozenset[int]]]] = defaultdict(list)
    for cost, table in ((0.0, vanishing), (_DROPPED, undefined)):
        if name == "gbk":
            for lead, trails in table.items():
                vanishes[lead].append((cost, trails))
    pairs = Pairs(read)
    return DoubleByteTable(
        name,
        pairs,
        _select(read.marks, PLAIN[simplified]),
        Places(read),
        {lead: tuple(options) for lead, options in vanishes.items()},
        undefined,
        frozenset(read.between),
        read.between[:_USUAL].tolist(),
        {},
        {},
        {},
        {},
        {},
        {},
    )


def _select(marks: bytes, mark: int) -> bytes:
    """Return for each cell whether it has a mark (1 or 0)."""
    return marks.translate(bytes(value & mark != 0 for value in range(0x100)))


def _list_trails(marks: bytes, mark: int) -> dict[int, frozenset[int]]:
    """Return lead -> the second bytes with which its cells have a mark, for those that have any."""
    chosen = _select(marks, mark)
    found = {}
    for lead in _LEADS:
        row = chosen[lead << 8 : (lead + 1) << 8]
        if any(row):
            found[lead] = frozenset(compress(range(0x100), row))
    return found


@cache
def odd_run_pattern() -> ClosePattern:
    """Return a pattern for what text out of step looks like: rare hanzi close together."""
    return ClosePattern(_FIRST, _LAST, _common_hanzi(), gap=2)


@cache
def odd_behind_mark_pattern() -> Searcher:
    """Return a pattern for text out of step behind the mark at which it was cut: two rare hanzi."""
    return GuardedPattern(_may_be_behind_mark, _make_behind_mark)


def _may_be_behind_mark(text: str) -> bool:
    rare = {char for char in set(text) - _common_hanzi() if _FIRST <= char <= _LAST}
    return sum(map(text.count, rare)) > 1 and not _CUT_AT.isdisjoint(text)


def _make_behind_mark() -> str:
    codes = range(ord(_FIRST), ord(_LAST) + 1)
    rare = "".join(char for char in map(chr, codes) if char not in _common_hanzi())
    return f"[{''.join(sorted(_CUT_AT))}].{{0,2}}[{rare}].{{0,4}}[{rare}]"


@cache
def _common_hanzi() -> frozenset[str]:
    """Return the first levels of GB 2312 and of Big5 (3,755 and 5,401 characters)."""
    simplified = product(range(0xB0, 0xD8), range(0xA1, 0xFF))
    traditional = product(range(0xA4, 0xC6), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    last = product((0xC6,), range(0x40, 0x7F))
    return frozenset(
        bytes(chain.from_iterable(simplified)).decode("gb2312", "ignore")
        + bytes(chain.from_iterable(chain(traditional, last))).decode("big5", "ignore")
    )
