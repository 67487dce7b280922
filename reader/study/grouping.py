"""Words as a dictionary has them: 劳动|关系 of the segmenter is the one word 劳动关系.

What the segmenter parts is put together again where a dictionary holds the whole; a word of the
segmenter is parted for a term of a glossary only, so that 方便|面对 stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.study.dictionary.lookup import Dictionary

Span = tuple[int, int]
_MOST = 4  # words of the segmenter in one
_LONGEST = 10  # code points


def group_words(text: str, words: Sequence[Span], dictionary: Dictionary) -> list[Span]:
    """Return the spans of `words` (code points, in order), some of them put together.

    Single characters side by side are left alone but where a glossary has them: 不|是 and 有|的
    stand in CC-CEDICT, and are two words of a sentence as often as one.
    """
    words = _mend(text, words, dictionary)
    wanted = {
        text[words[first][0] : words[last][1]]
        for first in range(len(words))
        for last in _reach(words, first)
    }
    known = dictionary.known(wanted)
    grouped: list[Span] = []
    first = 0
    while first < len(words):
        last = first
        for reach in _reach(words, first):
            whole = text[words[first][0] : words[reach][1]]
            single = all(end - start == 1 for start, end in words[first : reach + 1])
            if whole in known and (not single or dictionary.in_glossary(whole)):
                last = reach
        grouped.append((words[first][0], words[last][1]))
        first = last + 1
    return grouped


def _mend(text: str, words: Sequence[Span], dictionary: Dictionary) -> list[Span]:
    """Move the border between two words where a term of a glossary lies across it.

    The segmenter cuts 上海市人|社局; 人社局 is a term, and 上海市 a word.
    """
    mended = list(words)
    for number in range(len(mended) - 1):
        (start, border), (after, end) = mended[number], mended[number + 1]
        if border != after or border - start < 2:
            continue
        for at in range(border - 1, start, -1):
            if dictionary.in_glossary(text[at:end]) and dictionary.find(text[start:at]):
                mended[number], mended[number + 1] = (start, at), (at, end)
                break
    return mended


def _reach(words: Sequence[Span], first: int) -> range:
    """Return the numbers of the words that one beginning at `first` could end with."""
    last = first
    start = words[first][0]
    while (
        last + 1 < len(words)
        and last + 1 - first < _MOST
        and words[last + 1][0] == words[last][1]
        and words[last + 1][1] - start <= _LONGEST
    ):
        last += 1
    return range(first + 1, last + 1)
