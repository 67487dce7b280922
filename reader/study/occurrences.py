"""Where a word stands in a document, in its sentences, and how it was written there."""

from __future__ import annotations

from typing import NamedTuple

from reader.study.sentences import SENTENCE_ENDS
from reader.text.document import Document, Repair

_LONGEST = 60  # code points of a sentence to either side of a word
SHOWN = 5  # sentences


class Occurrence(NamedTuple):
    """A place of a word and the sentence around it; code points.

    A long sentence is cut, at its start, its end, or both.
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    is_cut_before: bool = False
    is_cut_behind: bool = False


class Occurrences(NamedTuple):
    """How often a word stands in a text, and the first places, in order."""

    number: int
    places: tuple[Occurrence, ...]


def find_occurrences(text: str, word: str, *, here: int, limit: int = SHOWN) -> Occurrences:
    """Return where a word stands; `here` is the place that is looked at and is among them.

    Of a sentence that has the word twice only one place is told, if it can be `here`.
    """
    if not word:
        return Occurrences(0, ())
    number = text.count(word)
    current = sentence_at(text, here, here + len(word)) if text.startswith(word, here) else None
    places: list[Occurrence] = []
    at = text.find(word)
    while at >= 0 and len(places) < limit:
        one = sentence_at(text, at, at + len(word))
        if (
            current is not None
            and one.start < current.sentence_end
            and (current.sentence_start < one.end)
        ):
            one = current
        if not places or one.sentence_start >= places[-1].sentence_end:
            places.append(one)
        at = text.find(word, max(at + len(word), one.end))
    if current is not None and current not in places:
        places = [*places[: limit - 1], current]
    return Occurrences(number, tuple(places))


def sentence_at(text: str, start: int, end: int) -> Occurrence:
    """Return the sentence that holds text[start:end]."""
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    before = [found.end() for found in SENTENCE_ENDS.finditer(text, low, start)]
    behind = SENTENCE_ENDS.search(text, end, high)
    first = before[-1] if before else low
    last = high if behind is None else behind.start() + (behind[0] != "\n")
    is_cut = not before and low > 0 and not SENTENCE_ENDS.match(text, low - 1)
    goes_on = behind is None and high < len(text) and not SENTENCE_ENDS.match(text, high)
    while first < start and text[first].isspace():
        first += 1
    return Occurrence(start, end, first, last, is_cut, goes_on)


class Spelling(NamedTuple):
    """How a word of the clean text was written, and the repairs that changed it."""

    original: str
    repairs: tuple[Repair, ...]


def find_spelling(document: Document, start: int, end: int) -> Spelling | None:
    """Return how text[start:end] was written, None where nothing was changed."""
    low, high = document.source_span(start, end)
    repairs = tuple(
        one
        for one in document.repairs_in_clean(start, end)
        # What was taken out in front of the word is of the word before: 解(jie)劳动. What was
        # written behind it is of the word that follows: 部(bu)咊.
        if one.applied
        and one.clean_end > start
        and (one.clean_start < end or one.clean_start == one.clean_end)
    )
    if not repairs:
        return None
    low = min(low, *(one.source_start for one in repairs))
    high = max(high, *(one.source_end for one in repairs))
    return Spelling(document.source[low:high], repairs)
