"""Words as a dictionary has them: 劳动|关系 of the segmenter is the one word 劳动关系.

What the segmenter parts is put together again where a dictionary holds the whole, and a number with
what it counts: 第四十六|条. A word of the segmenter is parted for a term of a glossary, so that
方便|面对 stays as it is; and where no dictionary has it but both halves: 认真学习, 符合条件.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import is_listed, segment
from reader.study.dictionary.affixes import counted
from reader.study.dictionary.lookup import Dictionary
from reader.study.dictionary.numbers import read_number

Span = tuple[int, int]
_MOST = 4  # words of the segmenter in one
_LONGEST = 10  # code points
_NUMERALS = frozenset("第〇零一二三四五六七八九十百千万亿两")
# The segmenter invents words: 由|市, 报|省. These characters begin and end none of them.
_BEFORE_OFFICE = frozenset("由向经报并对与和及在从为将把被比按据")
_OFFICES = frozenset("市县区省州乡镇村")


def find_words(
    text: str,
    dictionary: Dictionary,
    own: OwnSegments = NO_SEGMENTS,
    known: Container[str] | None = None,
) -> list[Span]:
    """Return the words of a text (code points, in order) as all of Jingdu has them.

    Every hanzi is in one of them. `own` is how the user cuts words; `known` as in `group_words`.
    """
    return cut_as_said(text, group_words(text, segment(text), dictionary, known), dictionary, own)


def cut_as_said(
    text: str, words: Sequence[Span], dictionary: Dictionary, own: OwnSegments
) -> list[Span]:
    """Return words that were put together by a dictionary, cut as the user wants them."""
    return own.cut(text, words, word_test(dictionary))


def word_test(dictionary: Dictionary) -> Callable[[str], bool]:
    """Return what tells if a string is a word, for the segmenter or for a dictionary."""
    return lambda word: is_listed(word) or bool(dictionary.find(word))


def group_words(
    text: str,
    words: Sequence[Span],
    dictionary: Dictionary,
    known: Container[str] | None = None,
) -> list[Span]:
    """Return the spans of `words` (code points, in order), some of them put together.

    Single characters side by side are left alone but where a glossary has them: 不|是 and 有|的
    stand in CC-CEDICT, and are two words of a sentence as often as one. `known` are the words of
    the dictionary, where all of them were loaded (`Dictionary.vocabulary`), as for a long text.
    """
    words = _join_numbers(text, words)
    words = _mend(text, _part(text, words, dictionary, known), dictionary, known)
    if known is None:
        known = dictionary.known(
            {whole for first in range(len(words)) for _, whole in _wholes(text, words, first)}
        )
    grouped: list[Span] = []
    first, count = 0, len(words)
    while first < count:
        last = first
        start, end = words[first]
        # As `_wholes` does, without a call for each word: a long text has half a million.
        for reach in range(first + 1, min(first + _MOST, count)):
            begin, stop = words[reach]
            if begin != end or stop - start > _LONGEST:
                break
            end = stop
            whole = text[start:stop]
            if whole in known:
                single = stop - start == reach - first + 1
                if not single or dictionary.in_glossary(whole):
                    last = reach
        grouped.append((start, words[last][1]))
        first = last + 1
    return grouped


def _join_numbers(text: str, words: Sequence[Span]) -> list[Span]:
    """Join a number that the segmenter cut: 第一百|四十八条, 第四十六|条, 五年|来."""
    joined: list[Span] = []
    for start, end in words:
        if joined and joined[-1][1] == start:
            first = joined[-1][0]
            if text[first] in _NUMERALS and _is_one_number(text[first:start], text[start:end]):
                joined[-1] = (first, end)
                continue
        joined.append((start, end))
    return joined


def _is_one_number(first: str, second: str) -> bool:
    if second == "来":  # 五年来, but 第三年|来 and 一来
        return first[-1] == "年" and read_number(first[:-1]) is not None and first[0] != "第"
    if second[0] in "万亿" and first[-1] in "多余":  # 一千四百多|万吨
        return read_number(first[:-1]) is not None
    if read_number(first) is None:
        return False
    if first[0] == "第" and ("ordinal", second) in counted():
        return True
    size = next((at for at, char in enumerate(second) if char not in _NUMERALS), len(second))
    return size > 0 and second[0] != "第" and read_number(first + second[:size]) is not None


def _part(
    text: str, words: Sequence[Span], dictionary: Dictionary, known: Container[str] | None
) -> list[Span]:
    """Part words that no dictionary has at a border between two that one has, the last longest."""
    parted: list[Span] = []
    for start, end in words:
        border = 0
        if (end - start >= 4 and text[start] not in _NUMERALS) or (
            end - start == 2 and text[start] in _BEFORE_OFFICE and text[start + 1] in _OFFICES
        ):
            border = _border(text[start:end], dictionary, known)
        if border:
            parted.append((start, start + border))
        parted.append((start + border, end))
    return parted


def _border(word: str, dictionary: Dictionary, known: Container[str] | None) -> int:
    """Return where a word is two words, 0 where it is one."""

    def holds(part: str) -> bool:
        return part in known if known is not None else bool(dictionary.find(part))

    if holds(word):
        return 0
    if len(word) == 2:
        return 0 if is_listed(word) else 1
    if not is_listed(word):  # the segmenter made it up: most are names
        return 0
    return next((at for at in range(2, len(word) - 1) if holds(word[:at]) and holds(word[at:])), 0)


def _mend(
    text: str, words: Sequence[Span], dictionary: Dictionary, known: Container[str] | None
) -> list[Span]:
    """Move the border between two words where a term of a glossary lies across it.

    The segmenter may cut 上海市人|社局; 人社局 is a term, and 上海市 a word. What is a word already
    keeps its border: 上海市|人社局, though 市人社局 is one, too.
    """

    def holds(word: str) -> bool:
        # The entries of all words of a long text are 10 MB, which `find` would keep. It has more
        # words than those that are known: the traditional ones.
        return (known is not None and word in known) or bool(dictionary.find(word))

    mended = list(words)
    for number in range(len(mended) - 1):
        (start, border), (after, end) = mended[number], mended[number + 1]
        if border != after or border - start < 2:
            continue
        for at in range(border - 1, start, -1):
            # Glossaries are in memory, and hardly any border is inside a term of theirs.
            if dictionary.in_glossary(text[at:end]) and holds(text[start:at]):
                if not holds(text[after:end]):
                    mended[number], mended[number + 1] = (start, at), (at, end)
                break
    return mended


def _wholes(text: str, words: Sequence[Span], first: int) -> Iterator[tuple[int, str]]:
    """Yield what one beginning at word `first` could be: the number of its last word, and it."""
    start, end = words[first]
    for last in range(first + 1, min(first + _MOST, len(words))):
        begin, stop = words[last]
        if begin != end or stop - start > _LONGEST:
            return
        yield last, text[start:stop]
        end = stop
