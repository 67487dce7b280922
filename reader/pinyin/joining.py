"""Joins syllables into words, by the rules of GB/T 16159: rénmín, Xī'ān, Běijīng Shì, huār."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.language.segment import is_listed, segment, tag_words
from reader.pinyin.spelling import Style
from reader.pinyin.surnames import COMMON_SURNAMES
from reader.text.resources import resource_path

_APOSTROPHE_BEFORE = tuple("aoeāáǎàōóǒòēéěèê")
_GENERIC = frozenset("省市县区镇乡村州盟旗路街河江湖山海岛")
NAMES = ("nr", "nrt", "nrfg", "ns", "nt")
_LONG = ("n", "nt", "l", "j", "vn")
_NICKS = frozenset("小老阿")  # 小王, 老李
_TWO_SURNAMES = ("欧阳", "司马", "诸葛", "上官", "尉迟", "长孙", "令狐", "万俟", "皇甫", "公孙")


class WrittenWord(NamedTuple):
    """A word as pinyin writes it: text[start:end], code points."""

    start: int
    end: int
    capital: bool = False
    idiom: bool = False


def split_words(
    text: str, words: Sequence[tuple[int, int]], classes: Sequence[str]
) -> Iterator[WrittenWord]:
    """Yield the words as pinyin writes them, given the segmenter's words and their classes.

    A surname is written apart from the given name, and 市, 县, 区 apart from the name of the place.
    人民政府 is split in two, 国务院办公厅 and 人民代表大会 into their words.
    """
    for (start, end), given in zip(words, classes, strict=True):
        length = end - start
        name = "n" if given in NAMES and _is_common(text[start:end], given) else given
        if name == "nr" and (cut := _given_name_at(text[start:end])):
            yield WrittenWord(start, start + cut, capital=True)
            yield WrittenWord(start + cut, end, capital=True)
        elif name == "ns" and length > 2 and text[end - 1] in _GENERIC:
            yield WrittenWord(start, end - 1, capital=True)
            yield WrittenWord(end - 1, end, capital=True)
        elif length == 4 and name[:1] in tuple("nvjl") and _is_two_words(text[start:end]):
            for low, high in ((start, start + 2), (start + 2, end)):
                yield WrittenWord(
                    low, high, name == "nt" or (name in NAMES and _is_name(text[low:high]))
                )
        elif length > 4 and name in _LONG:
            for low, high in _split_long(text, start, end):
                yield WrittenWord(low, high, name == "nt")
        else:
            yield WrittenWord(start, end, name in NAMES, name == "i" and length == 4)


def _given_name_at(name: str) -> int:
    """Return where the given name begins, behind 小 and 老 the surname; 0 where there is none."""
    if len(name) == 2 and name[0] in _NICKS and name[1] in COMMON_SURNAMES:
        return 1
    if not 1 < len(name) < 5 or name[0] not in COMMON_SURNAMES:
        return 0
    return 2 if len(name) > 2 and name[:2] in _TWO_SURNAMES else 1


def _is_name(word: str) -> bool:
    """Tell whether half of a name is one itself: 中国|海军, but not 广泛|开展, which none is."""
    name = tag_words(word)[-1]
    return name in (*NAMES, "nz") and not _is_common(word, name)


def _is_common(word: str, name: str) -> bool:
    """Tell whether the segmenter takes a word for a name that is none: 文明, 黑名单, 劳企.

    It guesses that two hanzi that it does not know are a person, whatever the first is.
    """
    if word in _common_words():
        return True
    if word[0] in _NICKS and word[1:] in COMMON_SURNAMES:
        return False
    return (
        name == "nr" and len(word) == 2 and word[0] not in COMMON_SURNAMES and not is_listed(word)
    )


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(resource_path("data", "common_words.txt").read_text("utf-8").split())


def _split_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words inside of a long one: 国务院|办公厅, 人民|代表|大会; it alone if unknown."""
    for cut in range(end - 2, start + 1, -1):
        if is_listed(text[start:cut]) and is_listed(text[cut:end]):
            yield from _split_long(text, start, cut)
            yield from _split_long(text, cut, end)
            return
    yield start, end


def _is_two_words(word: str) -> bool:
    """Tell whether a word of four characters is two words: 人民政府, but not 研究生院, 副总经理."""
    if is_listed(word[1:]) or is_listed(word[:3]):
        return False
    return len(segment(word[:2])) == len(segment(word[2:])) == 1


def join_syllables(
    syllables: Sequence[str], style: Style, *, capital: bool = False, idiom: bool = False
) -> str:
    """Return one word of its syllables, which are in `style` already.

    Inside a word an apostrophe goes before a, o and e, and a hyphen in the middle of an idiom of
    four syllables. The r of 儿 needs neither.
    """
    return "".join(join_pieces(syllables, style, capital=capital, idiom=idiom))


def join_pieces(
    syllables: Sequence[str], style: Style, *, capital: bool = False, idiom: bool = False
) -> list[str]:
    """Return what `join_syllables` writes for each syllable, its apostrophe with it: Xī, 'ān."""
    if style is Style.ZHUYIN:
        return list(syllables)
    pieces: list[str] = []
    for number, syllable in enumerate(syllables):
        before = ""
        if idiom and number == 2:
            before = "-"
        elif number and syllable.startswith(_APOSTROPHE_BEFORE):
            before = "'"
        pieces.append(before + syllable)
    if capital and pieces:
        pieces[0] = pieces[0][:1].upper() + pieces[0][1:]
    return pieces
