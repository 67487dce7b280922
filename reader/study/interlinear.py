"""Short glosses for the words of a paragraph, to stand under them line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.language.segment import HANZI_RUN, segment, tag_words
from reader.pinyin.reading import Reading
from reader.study.dictionary.entry import EntrySource
from reader.study.dictionary.lookup import Dictionary
from reader.study.dictionary.senses import rank_senses, shorten
from reader.study.grouping import group_words
from reader.study.usage import Neighbour, word_class_in_use

LONGEST = 26  # characters under a word; more pulls the words of a line apart
_COUNTED = frozenset("年月日个")  # behind a number their gloss says nothing: 16个


class WordGloss(NamedTuple):
    """What stands under text[start:end] (code points); "" where nothing does.

    `is_composed` says that no dictionary holds the word and that its parts were put together.
    """

    start: int
    end: int
    text: str
    is_composed: bool = False


def gloss_words(
    text: str, readings: Sequence[Reading], dictionary: Dictionary
) -> tuple[WordGloss, ...]:
    """Return a gloss for each word of a text, in order; `readings` are its own, one a hanzi.

    Every hanzi is in one of them; what is no hanzi is in none.
    """
    spoken = {one.start: one.pinyin for one in readings}
    spans = group_words(text, segment(text), dictionary)
    classes = _classes_of(text, spans)
    glosses: dict[tuple[str, str, str], tuple[str, bool]] = {}  # a long text says words again
    found = []
    for number, (start, end) in enumerate(spans):
        word = text[start:end]
        if word in _COUNTED and start and text[start - 1].isdigit():
            found.append(WordGloss(start, end, ""))
            continue
        syllables = [spoken.get(at, "") for at in range(start, end)]
        reading = " ".join(syllables) if all(syllables) else ""
        before = _neighbour(text, spans, classes, number - 1, border=start)
        after = _neighbour(text, spans, classes, number + 1, border=end)
        key = word, reading, word_class_in_use(word, classes[number], before, after)
        if key not in glosses:
            glosses[key] = _gloss(*key, dictionary)
        found.append(WordGloss(start, end, *glosses[key]))
    return tuple(found)


def _classes_of(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return jieba's class of each word of a page.

    A word that was put together is of the class of its last part (劳动|关系 is a noun), and one
    that was parted of the class that it has by itself: 认真 of 认真学习.
    """
    known = _classes(text)
    last = {end: name for (_, end), name in known.items()}
    found = []
    for start, end in spans:
        name = known.get((start, end))
        if name is None:
            alone = tag_words(text[start:end])
            name = alone[0] if len(alone) == 1 else last.get(end, "")
        found.append(name)
    return found


def _neighbour(
    text: str,
    spans: Sequence[tuple[int, int]],
    classes: Sequence[str],
    number: int,
    border: int,
) -> Neighbour:
    """Return the word that stands next to a border, nothing where a mark or a digit does."""
    if not 0 <= number < len(spans) or border not in spans[number]:
        return Neighbour("", "")
    return Neighbour(text[slice(*spans[number])], classes[number])


def _gloss(word: str, reading: str, word_class: str, dictionary: Dictionary) -> tuple[str, bool]:
    """Return the gloss of a word, and whether it was put together of the word's parts."""
    entries = dictionary.lookup(word)
    senses = rank_senses(entries, reading=reading, word_class=word_class)
    if not senses or _is_silent(entries, reading):
        return "", False
    best = senses[0]
    return _cut(shorten(best.text)), best.entry.source is EntrySource.COMPOSED


def _is_silent(entries: Sequence[object], reading: str) -> bool:
    """Tell whether the word is a particle, whose line in the list has no sense: 的, 了."""
    first = entries[0] if entries else None
    return first is not None and not getattr(first, "senses", ())


def _cut(gloss: str) -> str:
    """Return a gloss that is not too long, cut between words."""
    gloss = gloss.removeprefix("to ")
    if len(gloss) <= LONGEST:
        return gloss
    return gloss[:LONGEST].rpartition(" ")[0] + "…"


def _classes(text: str) -> dict[tuple[int, int], str]:
    """Return span -> jieba's class of the words of a text."""
    found = {}
    for run in HANZI_RUN.finditer(text):
        spans = segment(run[0])
        names = tag_words(run[0])
        if len(names) == len(spans):
            for (start, end), name in zip(spans, names, strict=True):
                found[run.start() + start, run.start() + end] = name
    return found
