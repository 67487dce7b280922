"""How many words of policy texts have a meaning, on paragraphs that nobody looked at.

A word is what rjieba cuts; digits, Latin letters and marks are none and need no meaning. Names of
persons and foreign places count like all others. A word has a meaning where a dictionary holds it
as a whole (CC-CEDICT, the glossary), where it is a number with what it counts, which is regular,
or where a page shows it as two words that dictionaries hold (认真学习). What is put together of
other parts, and single characters, do not count.

Blocks of a hundred lines of laws and of reports go by turns into three sets: `FIT`, whose words
the glossary was written from, `CHECK`, and `REPORT`, which nothing looked at.
"""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterator
from random import Random

from reader.language.segment import segment
from reader.study.dictionary.composed import count_word
from reader.study.dictionary.lookup import Dictionary
from reader.study.grouping import group_words
from tests.bench import genres, needs
from tests.bench.figure import Figure

NEEDS = (needs.LAWS, needs.REPORTS)
FIT, CHECK, REPORT = range(3)
_MEANT = ("held", "counted", "two words")
_EACH = 100  # paragraphs of laws, and of reports
_BLOCK = 100  # lines


def run() -> list[Figure]:
    """Count the words that have a meaning: as rjieba cuts them, and as a page shows them."""
    words = Dictionary()
    return [
        *_count(words, paragraphs(REPORT), "200 policy paragraphs", goal=0.97),
        *_count(words, paragraphs(CHECK), "200 others, to check", goal=0),
    ]


def paragraphs(part: int, each: int = _EACH) -> list[str]:
    """Return paragraphs of laws and of reports, as many of each."""
    found: list[str] = []
    for genre in ("laws", "reports"):
        usable = sorted(set(_usable(genre, part)))
        found += Random(f"meanings {genre} {part}").sample(usable, min(each, len(usable)))
    return found


def _usable(genre: str, part: int) -> Iterator[str]:
    with lzma.open(genres.path(genre), "rt", encoding="utf-8", newline="\n") as lines:
        for index, line in enumerate(lines):
            text = line.strip()
            if index // _BLOCK % 3 == part and 40 <= len(text) <= 500:
                yield text


def _count(words: Dictionary, texts: list[str], what: str, *, goal: float) -> list[Figure]:
    kinds = Counter(_kind(words, text[slice(*at)]) for text in texts for at in segment(text))
    shown = Counter(
        _kind(words, text[slice(*at)])
        for text in texts
        for at in group_words(text, segment(text), words)
    )
    return [
        Figure(
            f"words of {what} that have a meaning",
            f"{_share(kinds, *_MEANT):.1%} of {kinds.total():,} "
            f"({_share(kinds, 'held'):.1%} as a whole, {_share(kinds, 'counted'):.1%} numbers, "
            f"{_share(kinds, 'two words'):.1%} two words; a further "
            f"{_share(kinds, 'composed'):.1%} are composed of parts)",
            f">= {goal:.0%}" if goal else "for comparison",
            _share(kinds, *_MEANT) >= goal,
        ),
        Figure(
            "the same, as a page shows its words",
            f"{_share(shown, *_MEANT):.1%} of {shown.total():,}",
            "for comparison",
            True,
        ),
    ]


def _kind(words: Dictionary, word: str) -> str:
    if words.find(word):
        return "held"
    if count_word(word, words.find):
        return "counted"
    if len(group_words(word, [(0, len(word))], words)) > 1:
        return "two words"
    return "composed" if words.lookup(word) else "none"


def _share(kinds: Counter[str], *names: str) -> float:
    return sum(kinds[name] for name in names) / kinds.total()
