"""Words as a dictionary has them: 劳动|关系 of the segmenter is the one word 劳动关系.

What the segmenter parts is put together again where a dictionary holds the whole; a word of the
segmenter is parted for a term of a glossary only, so that 方便|面对 stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import is_listed, segment
from reader.study.dictionary.lookup import Dictionary

Span = tuple[int, int]
_MOST = 4  # words of the segmenter in one
_LONGEST = 10  # code points


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
    words = _mend(text, words, dictionary)
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


def _mend(text: str, words: Sequence[Span], dictionary: Dictionary) -> list[Span]:
    """Move the border between two words where a term of a glossary lies across it.

    The segmenter may cut 上海市人|社局; 人社局 is a term, and 上海市 a word. What is a word already
    keeps its border: 上海市|人社局, though 市人社局 is one, too.
    """
    mended = list(words)
    for number in range(len(mended) - 1):
        (start, border), (after, end) = mended[number], mended[number + 1]
        if border != after or border - start < 2 or dictionary.find(text[after:end]):
            continue
        for at in range(border - 1, start, -1):
            if dictionary.in_glossary(text[at:end]) and dictionary.find(text[start:at]):
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
