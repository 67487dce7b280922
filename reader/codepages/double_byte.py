"""GBK and Big5 as tables of byte pairs, and which bytes can be missing from text out of step.

Text decoded one byte off pairs the second byte of each character with the first byte of the next.
Pairs that are no character are lost. Those in the user-defined areas of GBK (AAA1-AFFE, F8A1-FEFE,
A140-A7A0) leave no trace. The others, such as A6B9, become '?' or vanish as well: GB18030 has a
private-use character for them, and pages drop those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, product
from sys import intern
from typing import Literal, NamedTuple

from reader.language.forms import form_table, level_of
from reader.language.hanzi import is_hanzi
from reader.language.ngram import CharacterModel, character_model
from reader.language.ngram_context import RankedCharacters
from reader.language.ngram_file import BOUNDARY
from reader.text.lazy_pattern import ClosePattern, GuardedPattern, Searcher

CodePage = Literal["gbk", "cp950"]

FULL_WIDTH = dict(zip(",:;?()!", "，：；？（）！", strict=True))
"""The marks that spinners fold to half-width ones; in text out of step they are two bytes."""

_INDENT = "\u3000"  # begins a paragraph; where no line ends are left, it alone parts them
_MARKS = frozenset(
    _INDENT + "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％○〇▲△■□●★☆◆◇※→←↑↓①②③④⑤⑥"
)
_DROPPED = 2.0  # nats against an unassigned pair that vanished: many pages show a '?' for it
_USUAL = 150
_FIRST, _LAST = "\u4e00", "\u9fa5"  # hanzi
_CUT_AT = frozenset("！；：!;:")
_LEADS = range(0x81, 0xFF)
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


CharacterPair = tuple[str, int]
"""A character and its id in the language model, that of its simplified form.

Of tens of thousands: plain tuples of text and numbers are nothing to the garbage collector.
"""


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
    """One code page. A pair is keyed by lead << 8 | trail.

    `plain` are those of which ordinary text consists: common hanzi and marks; `places` has them by
    the id of their character. `vanishing` maps a lead byte to the trail bytes that form a pair with
    it which vanishes, with what that costs in nats; `undefined` to those of a pair that is decoded
    as '?'. `between` are the ids of the characters of which both bytes can have vanished, `usual`
    the most frequent of them.
    """

    name: CodePage
    pairs: dict[int, CharacterPair]
    plain: frozenset[int]
    places: dict[int, list[tuple[int, int, str]]]  # id -> (lead, trail, char)
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
            known = self.known_vanishing[lead] = Options.of(
                (trail, *self.pairs[code])
                for trail in self.vanishing
                if (code := lead << 8 | trail) in self.plain
            )
        return known

    def behind(self, lead: int) -> Options:
        """Return the ordinary characters with this first byte; a row begins with the second."""
        known = self.known_behind.get(lead)
        if known is None:
            known = self.known_behind[lead] = Options.of(
                (trail, *self.pairs[code])
                for trail in _TRAILS
                if (code := lead << 8 | trail) in self.plain
            )
        return known

    def before(self, trail: int, leads: frozenset[int] | None) -> Options:
        """Return the ordinary characters with this second byte; a row begins with the first.

        That is one of `leads`; None: any.
        """
        known = self.known_before.get((trail, leads))
        if known is None:
            known = self.known_before[trail, leads] = Options.of(
                (lead, *self.pairs[code])
                for lead in (_LEADS if leads is None else sorted(leads))
                if (code := lead << 8 | trail) in self.plain
            )
        return known

    def between_vanished(self, number: int) -> Sequence[tuple[int, int, str]]:
        """Return the places of a character of which both bytes can have vanished."""
        known = self.known_rows.get(number)
        if known is None:
            begins = self.undefined if number == BOUNDARY else self.vanishing
            rows = [row for row in self.places.get(number, ()) if row[1] in begins]
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
    """Return the table of a code page, built when it is first asked for (some 0.1 s).

    With `simplified`, only simplified characters count as ordinary text, and traditional ones whose
    second byte is ASCII.
    """
    model = character_model()
    pairs: dict[int, CharacterPair] = {}
    vanishing: dict[int, set[int]] = defaultdict(set)
    undefined: dict[int, set[int]] = defaultdict(set)
    for lead in _LEADS:
        # A line end after each: of a pair that means nothing no byte is taken with the next.
        row = b"\n".join(bytes((lead, trail)) for trail in _TRAILS).decode(name, "replace")
        for trail, char in zip(_TRAILS, row.split("\n"), strict=True):
            if len(char) != 1 or char == "\ufffd":
                (vanishing if _is_user_defined(name, lead, trail) else undefined)[lead].add(trail)
            elif "\ue000" <= char <= "\uf8ff":
                vanishing[lead].add(trail)
            else:
                pairs[lead << 8 | trail] = intern(char), 0  # the same in all tables
    _number_pairs(pairs, model, simplified)
    plain = _find_plain(pairs, simplified)
    if simplified:
        # In simplified text no second byte is below 0x80: a run that ends at one contains a
        # traditional character (上海、廣州: 上?！V州).
        ascii_trails = {code: pair for code, pair in pairs.items() if code & 0xFF < 0x80}
        plain |= _find_plain(ascii_trails, simplified=False)
    places: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for code in sorted(plain):
        char, number = pairs[code]
        places[number].append((code >> 8, code & 0xFF, char))
    vanishes: dict[int, list[tuple[float, frozenset[int]]]] = defaultdict(list)
    for cost, table in ((0.0, vanishing), (_DROPPED, undefined)):
        if name == "gbk":
            for lead, trails in table.items():
                vanishes[lead].append((cost, frozenset(trails)))
    between = [
        number
        for number, rows in places.items()
        if any(trail in (undefined if number == BOUNDARY else vanishes) for _, trail, _ in rows)
    ]
    usual = sorted(between, key=lambda number: model.rarity(model.character(number)))[:_USUAL]
    return DoubleByteTable(
        name,
        pairs,
        plain,
        places,
        {lead: tuple(options) for lead, options in vanishes.items()},
        {first: frozenset(seconds) for first, seconds in undefined.items()},
        frozenset(between),
        usual,
        {},
        {},
        {},
        {},
        {},
        {},
    )


def _is_user_defined(name: CodePage, lead: int, trail: int) -> bool:
    if name != "gbk":
        return False
    if trail >= 0xA1:
        return 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE
    return 0xA1 <= lead <= 0xA7


def _number_pairs(pairs: dict[int, CharacterPair], model: CharacterModel, simplified: bool) -> None:
    codes = list(pairs)
    text = "".join(pairs[code][0] for code in codes)
    plain = text.translate(form_table().traditional)
    if simplified:
        plain = "".join(
            char if code & 0xFF >= 0x80 else now
            for code, char, now in zip(codes, text, plain, strict=True)
        )
    for code, char, number in zip(codes, text, model.ids(plain), strict=True):
        pairs[code] = char, BOUNDARY if char == _INDENT else number


def _find_plain(pairs: Mapping[int, CharacterPair], simplified: bool) -> frozenset[int]:
    """Return the codes of what ordinary text consists of."""
    text = "".join(char for char, _ in pairs.values())
    plain = text if simplified else text.translate(form_table().traditional)
    common = {
        char
        for char, now in zip(text, plain, strict=True)
        if (level_of(now) in (1, 2) if is_hanzi(char) else char in _MARKS)
    }
    return frozenset(code for code, (char, _) in pairs.items() if char in common)


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
