"""The bytes of GBK and Big5 as a table: what each pair is, what may stand at a lost byte.

Text that is read one byte off pairs the second byte of each character with the first of the next.
Pairs that belong to no character there are lost on the way: those of the user-defined areas
(GBK AAA1-AFFE, F8A1-FEFE, A140-A7A0) without a trace, the others as '?'.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from reader.language.characters import known_forms
from reader.language.forms import level_of, table
from reader.language.hanzi import is_hanzi
from reader.language.ngram import CharacterModel, character_model
from reader.language.ngram_context import Ranked

CodePage = Literal["gbk", "cp950"]

_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％○〇")
_USUAL = 150
_LEADS = range(0x81, 0xFF)
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


class Pair(NamedTuple):
    """A character and its number in the language model, as its simplified form."""

    char: str
    number: int


class DoubleByteTable(NamedTuple):
    """One code page. A pair is keyed by lead << 8 | trail.

    `by_trail` and `by_lead` hold only what ordinary text is made of: common hanzi and marks.
    `vanishing` and `undefined` give for a byte those that make with it a pair that vanishes, or one
    that is read as '?'.
    """

    name: CodePage
    pairs: dict[int, Pair]
    plain: frozenset[int]
    by_trail: dict[int, list[tuple[int, Pair]]]
    by_lead: dict[int, list[tuple[int, Pair]]]
    vanishing: dict[int, frozenset[int]]
    undefined: dict[int, frozenset[int]]
    between: dict[int, list[tuple[int, int, str]]]  # by number: (lead, trail, char), trail vanishes
    usual: list[int]  # the numbers of `between` that are most frequent anywhere
    places: dict[int, list[tuple[int, int, str]]]  # by number: (lead, trail, char)
    known_common: dict[int, list[tuple[int, int, str, int]]]  # like the next two
    known_between: dict[int, Ranked]  # filled on the way, by number before
    known_behind: dict[int, list[tuple[int, str, int]]]

    def vanishing_behind(self, lead: int) -> list[tuple[int, str, int]]:
        """Return (trail, character, id) for the trails after `lead` that may have vanished."""
        known = self.known_behind.get(lead)
        if known is None:
            known = self.known_behind[lead] = [
                (trail, *self.pairs[code])
                for trail in self.vanishing
                if (code := lead << 8 | trail) in self.plain
            ]
        return known

    def bytes_of(self, char: str) -> bytes | None:
        """Return the two bytes of a character, None for one that this code page lacks.

        A private-use character is what GB18030 makes of a user-defined pair.
        """
        codec = "gb18030" if self.name == "gbk" and "\ue000" <= char <= "\uf8ff" else self.name
        try:
            data = char.encode(codec)
        except UnicodeEncodeError:
            return None
        return data if len(data) == 2 else None


@cache
def double_byte_table(name: CodePage, *, simplified: bool) -> DoubleByteTable:
    """Return the table of a code page, built once a process (some 50 ms).

    With `simplified`, only simplified characters count as ordinary text, but for those whose second
    byte is an ASCII one.
    """
    model = character_model()
    pairs: dict[int, Pair] = {}
    vanishing: dict[int, set[int]] = defaultdict(set)
    undefined: dict[int, set[int]] = defaultdict(set)
    for lead in _LEADS:
        for trail in _TRAILS:
            try:
                char = bytes((lead, trail)).decode(name)
            except UnicodeDecodeError:
                (vanishing if _user_defined(name, lead, trail) else undefined)[lead].add(trail)
                continue
            if len(char) != 1 or "\ue000" <= char <= "\uf8ff":
                vanishing[lead].add(trail)
                continue
            pairs[lead << 8 | trail] = Pair(char, 0)
    _number(pairs, model, simplified)
    plain = frozenset(code for code, pair in pairs.items() if _is_plain(pair.char, simplified))
    if simplified:
        # Simplified text has no second bytes below 0x80: a run that ends at one holds a traditional
        # character (上海、廣州: 上?！V州).
        ascii_trails = {code for code in pairs if code & 0xFF < 0x80}
        plain |= {code for code in ascii_trails if _is_plain(pairs[code].char, simplified=False)}
    by_trail: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    by_lead: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    between: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    usual: list[int]  # the numbers of `between` that are most frequent anywhere
    places: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for code in sorted(plain):
        lead, trail, pair = code >> 8, code & 0xFF, pairs[code]
        by_trail[trail].append((lead, pair))
        by_lead[lead].append((trail, pair))
        places[pair.number].append((lead, trail, pair.char))
        if trail in vanishing:
            between[pair.number].append((lead, trail, pair.char))
    usual = sorted(between, key=lambda number: model.rarity(model.character(number)))[:_USUAL]
    return DoubleByteTable(
        name,
        pairs,
        plain,
        by_trail,
        by_lead,
        {first: frozenset(seconds) for first, seconds in vanishing.items()},
        {first: frozenset(seconds) for first, seconds in undefined.items()},
        between,
        usual,
        places,
        {},
        {},
        {},
    )


def _user_defined(name: CodePage, lead: int, trail: int) -> bool:
    if name != "gbk":
        return False
    if trail >= 0xA1:
        return 0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE
    return 0xA1 <= lead <= 0xA7


def _number(pairs: dict[int, Pair], model: CharacterModel, simplified: bool) -> None:
    codes = list(pairs)
    text = "".join(pairs[code].char for code in codes)
    plain = "".join(
        char if simplified and code & 0xFF >= 0x80 else _simple(char)
        for code, char in zip(codes, text, strict=True)
    )
    for code, char, number in zip(codes, text, model.ids(plain), strict=True):
        pairs[code] = Pair(char, number)


@cache
def _simple(char: str) -> str:
    """Return the simplified form; in a traditional text 於 is 于, though a surname keeps it."""
    forms = table()
    if char in known_forms():
        options = forms.plans[char].options
        if options and options[0].tier == "script":
            return options[0].text
    return char.translate(forms.guess)


def _is_plain(char: str, simplified: bool) -> bool:
    if not is_hanzi(char):
        return char in _MARKS
    return level_of(char if simplified else _simple(char)) in (1, 2)
