"""Finds characters that the text is about, in lists and rows: 㐅、厵、猋、鱻 or 喆堃犇垚.

Spinners replace single characters among ordinary ones. Where four rare ones stand together, the
text is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reader.language.forms import form_table, level_of, simplify_characters
from reader.language.hanzi import HANZI, is_hanzi
from reader.text.lazy_pattern import lazy_pattern

_LIST = lazy_pattern(rf"(?<![{HANZI}])[{HANZI}](?:[、，,；;/ \u3000][{HANZI}](?![{HANZI}])){{3,}}")
_SINGLE = lazy_pattern(r"[、，,；;/ \u3000](?=.[、，,；;/ \u3000])")
_WORD = lazy_pattern(rf"(?<![{HANZI}])[{HANZI}]{{1,4}}(?![{HANZI}])")
_MARK = lazy_pattern(rf"[、（(〔\[/／=＝→—–\-－~～](?<=[{HANZI}].)(?=[—－-]?[{HANZI}])")
_LISTED = 2  # code points
_ROW = 4
_BETWEEN = lazy_pattern(r"[）)〕\]]?[（(〔\[、/／=＝→—–\-－~～]{1,2}")


def find_listed(text: str) -> frozenset[int]:
    """Return the offsets of characters that are listed one by one."""
    # The pattern for a whole list is slow.
    if not any(is_hanzi(text[one.end()]) for one in _SINGLE.finditer(text)):
        return frozenset()
    return frozenset(at for one in _LIST.finditer(text) for at in range(*one.span()))


def find_compared(text: str) -> frozenset[int]:
    """Return the offsets of words next to their own simplified form: 峯（峰）, 裏、裡、里.

    Whoever writes both means the difference. 台灣/臺灣 in a traditional text is no such pair.
    """
    if not any(_is_pair(text, mark.start(), mark.end()) for mark in _MARK.finditer(text)):
        return frozenset()
    words = list(_WORD.finditer(text))
    found: set[int] = set()
    group: list[re.Match[str]] = []
    for word in words:
        if group and not (
            len(word[0]) == len(group[-1][0])
            and _BETWEEN.fullmatch(text, group[-1].end(), word.start())
            and all(map(_are_related, word[0], group[-1][0]))
        ):
            found.update(_find_apart(group))
            group = []
        group.append(word)
    found.update(_find_apart(group))
    return frozenset(found)


def _is_pair(text: str, low: int, high: int) -> bool:
    """Tell quickly if the words before `low` and from `high` on may be two forms of the same."""
    listed = text[low] == "、"  # in a row of words, only short ones are taken for forms of another
    if text[high] in "—－-":
        if listed:
            return False
        high += 1
    word = _WORD.match(text, high)
    if word is None or (listed and len(word[0]) > _LISTED):
        return False
    before = text[max(0, low - len(word[0])) : low]
    return (
        before != word[0]
        and len(before) == len(word[0])
        and all(map(_are_related, before, word[0]))
    )


@lru_cache(20_000)
def _are_related(one: str, other: str) -> bool:
    """Tell whether one character stands for the other, or both for a third."""
    plain, second = simplify_characters(one), simplify_characters(other)
    return plain == second or second in _list_targets(one) or plain in _list_targets(other)


@cache
def _list_targets(char: str) -> frozenset[str]:
    options = form_table().plans[char].options
    return frozenset(option.text for option in options if option.tier != "evidence")


def _find_apart(group: list[re.Match[str]]) -> Iterator[int]:
    written = {one[0] for one in group}
    if len(written) > 1 and any(map(_is_plain, written)):
        for one in group:
            yield from range(*one.span())


def _is_plain(word: str) -> bool:
    return simplify_characters(word) == word and all(level_of(char) in (1, 2) for char in word)


def find_mentions(base: str) -> frozenset[int]:
    """Return the offsets of characters that are listed or compared."""
    return find_listed(base) | find_compared(base)


def is_in_row(base: str, at: int) -> bool:
    """Tell whether base[at] is one of four or more rare characters in a row."""
    low, high = at, at
    while low > 0 and _is_rare(base[low - 1]):
        low -= 1
    while high < len(base) and _is_rare(base[high]):
        high += 1
    return high - low >= _ROW


def _is_rare(char: str) -> bool:
    return is_hanzi(char) and level_of(char) not in (1, 2)
