"""How a user cuts words: what is one word wherever it stands, and what never is.

新质|生产力 becomes one word, 方便面 becomes 方便|面. The segmenter comes first, and what a
dictionary puts together; what the user says is laid over that. It never parts a word that is known
as one: who made 上班 a word finds 晚上|班主任 as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from reader.language.segment import HANZI_RUN, is_listed

Span = tuple[int, int]
Parts = tuple[str, ...]
"""What a word is cut into; one part alone says that it is one word."""
LONGEST = 20  # code points; proverbs in two halves
_FEW = 48  # entries that are looked for one by one, which is faster than at each place
_MOST_CHOICES = 9  # ways to cut a word that are offered


class Change(NamedTuple):
    """What to say of a word: its parts, or None to say nothing of it any more."""

    word: str
    parts: Parts | None


@dataclass(frozen=True)
class OwnSegments:
    """Words and the parts that the user cuts them into. Immutable.

    The longest entry that fits wins, whatever the segmenter found there.
    """

    parts: Mapping[str, Parts] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def is_joined(self, word: str) -> bool:
        """Tell if the user made a word of this."""
        return len(self.parts.get(word, ())) == 1

    def changed(self, changes: Iterable[Change]) -> OwnSegments:
        """Return a copy in which words are cut otherwise."""
        parts = dict(self.parts)
        for word, said in changes:
            if said is None:
                parts.pop(word, None)
            else:
                parts[word] = said
        return OwnSegments(parts)

    def cut(
        self, text: str, words: Sequence[Span], known: Callable[[str], bool] = is_listed
    ) -> list[Span]:
        """Return the words of a text, cut as the user wants them.

        `words` are spans in order (code points), none of them empty. `known` tells if a string is a
        word, which is parted by no entry that only overlaps it.
        """
        matches = self.matches(text, words, known)
        if not matches:
            return list(words)
        found: list[Span] = []
        number, written = 0, -1  # the match that comes next, and the last whose parts stand there
        for start, end in words:
            at = start
            while number < len(matches) and matches[number][0] < end:
                low, high = matches[number]
                if at < low:
                    found.append((at, low))
                if written < number:
                    found.extend(_spans_of(self.parts[text[low:high]], low))
                    written = number
                at = max(at, high)
                if high > end:
                    break  # it goes on in the next word
                number += 1
            if at < end:
                found.append((at, end))  # 很 is left of 明很 in 王小|明很
        return found

    def matches(
        self, text: str, words: Sequence[Span], known: Callable[[str], bool] = is_listed
    ) -> list[Span]:
        """Return where entries hold, in order; none overlaps another."""
        candidates = list(self._candidates(text))
        if not candidates:
            return []
        over = _WordsOver(text, words)
        taken: list[Span] = []
        covered = bytearray(len(text))
        for low, high in sorted(candidates, key=lambda one: (one[0] - one[1], one[0])):
            if covered.find(1, low, high) >= 0:
                continue
            parted = (over.word(low), over.word(high))
            if not any(word and known(word) for word in parted):
                covered[low:high] = b"\1" * (high - low)
                taken.append((low, high))
        return sorted(taken)

    def _candidates(self, text: str) -> Iterator[Span]:
        """Yield every place of every entry in a text."""
        if len(self.parts) <= _FEW:
            for word in self.parts:
                at = text.find(word)
                while at >= 0:
                    yield at, at + len(word)
                    at = text.find(word, at + 1)
            return
        for at in range(len(text) - 1):
            for length in self._lengths.get(text[at : at + 2], ()):
                if text[at : at + length] in self.parts:
                    yield at, at + length

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the entries that begin with two characters."""
        found: dict[str, set[int]] = {}
        for word in self.parts:
            found.setdefault(word[:2], set()).add(len(word))
        return {start: tuple(lengths) for start, lengths in found.items()}


NO_SEGMENTS = OwnSegments()


def is_sound(word: str, parts: Sequence[str]) -> bool:
    """Tell if an entry can be kept: hanzi alone, two to twenty of them, and parts of just that."""
    whole = 1 < len(word) <= LONGEST and HANZI_RUN.fullmatch(word) is not None
    return whole and all(parts) and "".join(parts) == word


def recut(
    text: str,
    words: Sequence[Span],
    own: OwnSegments,
    span: Span,
    parts: Parts,
    known: Callable[[str], bool] = is_listed,
) -> Change:
    """Return what to say so that text[span] is cut into `parts` at this place.

    `words` are the words without what the user said. Where another entry overlaps the span, the
    new one covers both, so that it is the longer one and wins: who joined 甲乙, and then 乙 and 丙,
    gets 甲|乙丙. So it is for a known word that the span parts. Where the outcome stands there
    without any entry, nothing is said any more. Raises ValueError if it would be too long.
    """
    now = own.cut(text, words, known)
    low, high = span
    parted = (one for one in words if one[0] < low < one[1] or one[0] < high < one[1])
    overlapping = [one for one in parted if known(text[slice(*one)])]
    for start, end in (*own.matches(text, words, known), *overlapping):
        if start < span[1] and span[0] < end:
            low, high = min(low, start), max(high, end)
    borders = {at for one in now for at in one if low <= at <= span[0] or span[1] <= at <= high}
    borders |= {low, high, *(at for one in _spans_of(parts, span[0]) for at in one)}
    spans = list(pairwise(sorted(borders)))
    word = text[low:high]
    cut = tuple(text[start:end] for start, end in spans)
    if not is_sound(word, cut):
        raise ValueError(word)
    without = own.changed([Change(word, None)]).cut(text, words, known)
    is_natural = word in own.parts and [one for one in without if low <= one[0] < high] == spans
    return Change(word, None if is_natural else cut)


def ways_to_cut(word: str, known: Callable[[str], bool] = is_listed) -> list[Parts]:
    """Return how a word can be cut in two and more, the likeliest first.

    Likelier is what leaves more of the word in known words of two and more characters, then what
    has fewer parts: 生产|力, 生|产力, 生|产|力.
    """
    size = len(word)
    most = 3 if size > 4 else size - 1  # borders; a long word has hundreds of ways
    ways = [
        tuple(word[start:end] for start, end in pairwise((0, *borders, size)))
        for count in range(1, most + 1)
        for borders in combinations(range(1, size), count)
    ]

    def strangeness(parts: Parts) -> tuple[int, int]:
        strange = sum(len(part) for part in parts if len(part) > 1 and not known(part))
        single = sum(len(part) == 1 for part in parts)
        return 2 * strange + single, len(parts)

    return sorted(ways, key=strangeness)[:_MOST_CHOICES]


def _spans_of(parts: Iterable[str], at: int) -> Iterator[Span]:
    """Yield the spans of parts that follow each other from an offset on."""
    for part in parts:
        yield at, at + len(part)
        at += len(part)


class _WordsOver:
    """Finds the word that a border would part."""

    def __init__(self, text: str, words: Sequence[Span]) -> None:
        self._text, self._words = text, words
        self._starts = [start for start, _ in words]

    def word(self, at: int) -> str:
        """Return the word around a border, "" where it lies between two."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return ""
        start, end = self._words[number]
        return self._text[start:end] if start < at < end else ""
