"""What misread text looks like: patterns made of the tables of the encodings.

Clean text costs one search for each of them. What they find may still be anything.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain, product

from reader.codepages.views import LOST, TYPOGRAPHY, WIDE, View, char_class, narrow_views, view_of
from reader.language.forms import simplify_characters
from reader.language.glosses import without_glosses
from reader.language.ngram import character_model
from reader.language.script import script_table
from reader.text.lazy_pattern import ClosePattern, GuardedPattern, Searcher, lazy_pattern

_LEADS = (*range(0xE2, 0xEA), 0xEF)
_FOLLOWING = range(0x80, 0xC0)
_LEADS_AGAIN = (0xC2, 0xC3)  # of what Latin-1 and Windows-1252 show of a byte
# Kana and hangul side by side; ，、。 and ： of GBK in Big5; Big5 in a browser's GBK. One class of
# all that these begin with is several times as fast as a pattern for each.
_SIGNS = lazy_pattern(
    "[\uff61-\uff9f\uac00-\ud7a3\u311b\ufe5c\ufe5d\u3129\ue000-\ue864](?:"
    "(?<=[\uff61-\uff9f\uac00-\ud7a3])(?=[\uff61-\uff9f\uac00-\ud7a3\u4e00-\u9fff])"
    "|(?<=[\u4e00-\u9fff][\u311b\ufe5c\ufe5d\u3129])(?=.{1,40}[\u311b\ufe5c\ufe5d\u3129])"
    "|(?<=[\ue000-\ue864])(?=.{0,4}[\ue000-\ue864])"
    ")"
)
EVERYDAY_HANGUL = frozenset("이다는을에의가하고한지로기은사도를대아리자일시어인서나")
"""The syllables that every fourth one of Korean is; 捞促绰阑 look like these in EUC-KR."""
_KOREAN = 0.2  # their share among hangul from which on a text is Korean
# Nats per character from which on a run of rare hanzi says nothing. In 400,000 characters of spun
# text all but some 10 of 59 cost less; of 1,049 misread stretches the cheapest cost 10.3.
_NONSENSE = 9.0
_BEFORE, _BEHIND = 24, 4  # code points around it that it is read with
# All characters that a view of one byte has, and others: two of them close together, the first of
# which is none that Chinese uses itself.
_SHOWN = "\x80-\u05ff\u2010-\u2122\u2202-\u2321\u2500-\u25ff\uf8ff\ufb01\ufb02"
_NARROW = lazy_pattern(rf"(?![{TYPOGRAPHY}])[{_SHOWN}][@-~]?[{_SHOWN}]")


@cache
def narrow_trigger(view: View | None = None) -> GuardedPattern:
    """Return a pattern for four bytes above 7F with hardly a letter between them.

    No Western language has that; Russian and Greek have. Two of them Chinese may use itself, as
    ± and × in ±¸×¢. None: in any view of one byte.
    """
    return GuardedPattern(
        lambda text: _NARROW.search(text) is not None, lambda: _make_narrow_trigger(view)
    )


def _make_narrow_trigger(view: View | None) -> str:
    views = narrow_views() if view is None else (view,)
    strong = char_class(char for one in views for char in one.strong)
    letters = char_class(char for one in views for char in one.alphabet)
    one, other = f"[{strong}]", f"[{letters}]"
    return (
        rf"{one}(?:(?=[@-~]?{one}[@-~]?{other}[@-~]?{other})"
        rf"|(?={other}{one}{other})|(?<={other}.)(?={one}{other}|{other}{one}))"
    )


@cache
def weak_trigger(view: View, written: str = "") -> re.Pattern[str]:
    """Return a pattern for one character of text that is known to be misread in this way.

    `written` names the encoding it was written in, if that is known.
    """
    if not view.is_wide:
        return re.compile(f"[{char_class(view.strong)}]")
    if view.name == "GBK" and written == "UTF-8":
        return re.compile(f"[{char_class(_decode_pairs(_LEADS, _FOLLOWING))}]")
    return re.compile(r"[^\x00-\x7f]")


@cache
def any_letter(view: View) -> re.Pattern[str]:
    """Return a pattern for any character above 7F that a view may show: °] is （7 in MacRoman."""
    return re.compile(f"[{char_class(view.alphabet)}]")


@cache
def stretch_pattern(view: View) -> re.Pattern[str]:
    """Return a pattern for text that is in this narrow view throughout."""
    letters = char_class(view.alphabet)
    return re.compile(rf"[{letters}][{letters}\x20-\x7e\t\ufffd]*")


def _decode_pairs(firsts: Iterable[int], seconds: Iterable[int]) -> str:
    """Return the GBK characters with these lead and trail bytes, browser extensions included."""
    # A line end after each, so that of a pair that means nothing no byte is taken with the next.
    pairs = map(bytes, product(firsts, seconds))
    return b"\n".join(pairs).decode("gb18030", "ignore").replace("\n", "")


@cache
def utf8_as_gbk() -> GuardedPattern:
    """Return a pattern for six bytes that form two UTF-8 characters, read as GBK: 鍔冲姩.

    Chinese text has such a run once in a million.
    """
    opens = _decode_pairs(_LEADS, _FOLLOWING)  # 鍔: E5 8A, the beginning of a character
    known = frozenset(opens)
    return GuardedPattern(lambda text: not known.isdisjoint(text), lambda: _make_utf8_as_gbk(opens))


def _make_utf8_as_gbk(opens: str) -> str:
    goes_on = _decode_pairs(_FOLLOWING, (*_LEADS, *range(0xC3, 0xC6)))  # 冲: B3 E5
    closes = _decode_pairs(_FOLLOWING, _FOLLOWING)  # 姩: 8A A8
    return (
        rf"[{char_class(opens)}][{char_class(goes_on)}][{char_class(closes)}€?\ufffd\ue000-\uf8ff]"
    )


@cache
def odd_in_gbk() -> re.Pattern[str]:
    """Return a pattern for what UTF-8 looks like in GBK, wherever its characters begin."""
    lists = (
        _decode_pairs(_LEADS, _FOLLOWING),
        _decode_pairs(_FOLLOWING, (*_LEADS, *range(0xC3, 0xC6))),
        _decode_pairs(_FOLLOWING, _FOLLOWING),
    )
    return re.compile(f"[{char_class(''.join(lists))}\ufffd]")


@cache
def twice_as_gbk() -> re.Pattern[str]:
    """Return a pattern for Latin-1 letters in UTF-8 that were read as GBK: 碌脷脪禄 is µÚÒ»."""
    in_step = _decode_pairs(_LEADS_AGAIN, _FOLLOWING)
    pairs = char_class(in_step + _decode_pairs(_FOLLOWING, _LEADS_AGAIN))
    return re.compile(f"[{pairs}]" * 3)  # not {3}: a class at the beginning is searched for faster


def looks_like_utf8(text: str) -> bool:
    """Tell whether a text has a sign of UTF-8 that was read as GBK, once or twice."""
    return utf8_as_gbk().search(text) is not None or twice_as_gbk().search(text) is not None


@cache
def rare_run() -> Searcher:
    """Return what finds three hanzi close together that are not everyday ones, simplified.

    Everyday are the 3,755 of the first level of GB 2312. What reads well once obscure forms and
    glosses are gone is passed over: in a spun text 筦査騐 is 管查验, and 鼠侗欸 is nothing.
    """
    return _NonsenseRun(_make_rare_run())


class _NonsenseRun:
    """The matches of a pattern that do not read as Chinese where they stand."""

    def __init__(self, pattern: Searcher) -> None:
        self._pattern = pattern

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize, /) -> re.Match[str] | None:
        found = self._pattern.search(text, pos, endpos)
        while found is not None and not _is_nonsense(text, found):
            found = self._pattern.search(text, found.end(), endpos)
        return found


def _is_nonsense(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    before = text[max(start - _BEFORE, text.rfind("\n", 0, start) + 1) : start]
    behind, _, _ = text[end : end + _BEHIND].partition("\n")
    plain = simplify_characters(without_glosses(found[0] + behind))
    ahead = simplify_characters(without_glosses(before))
    return character_model().text_cost(plain, ahead) > _NONSENSE * len(plain)


def _make_rare_run() -> ClosePattern:
    pairs = product(range(0xB0, 0xD8), range(0xA1, 0xFF))
    everyday = bytes(chain.from_iterable(pairs)).decode("gb2312", "ignore")
    known = frozenset(everyday)
    simplified = {char: targets[0] for char, targets in script_table().characters.items()}
    common = known - simplified.keys()
    common |= {char for char, plain in simplified.items() if plain in known}
    return ClosePattern("\u4e00", "\u9fa5", common, gap=3)


def wide_triggers() -> tuple[Searcher, ...]:
    """Return the patterns for text that may have been decoded in an encoding of two bytes."""
    return utf8_as_gbk(), twice_as_gbk(), _SIGNS, rare_run()


def find_views(text: str, kept: float, *, wide_only: bool = False) -> list[View]:
    """Return the views that have at least this share of the characters above 7F."""
    high = {
        char: times for char, times in Counter(text).items() if char >= "\x80" and char != "\ufffd"
    }
    total = sum(high.values())
    most = (1 - kept) * total
    hangul = sum(times for char, times in high.items() if "\uac00" <= char <= "\ud7a3")
    everyday = sum(high.get(char, 0) for char in EVERYDAY_HANGUL)
    views = (*(() if wide_only else narrow_views()), *map(view_of, WIDE))
    return [
        view
        for view in views
        if view.count_lacking(high) <= most
        and (view.name != "EUC-KR" or everyday <= _KOREAN * hangul)
    ]


def share_of_losses(values: list[int]) -> float:
    """Return the share of loss marks among the bytes above 7F."""
    high = sum(value >= 0x80 for value in values)
    return sum(value == LOST for value in values) / max(1, high)
