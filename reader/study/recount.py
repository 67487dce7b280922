"""Counts the words of a document again after the user cut some otherwise, where that changes any.

Words never reach beyond a run of hanzi, so that only the runs that hold such a word are looked at:
in a book that is some milliseconds, where counting all of it takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from reader.language.own_segments import OwnSegments
from reader.language.segment import run_around
from reader.study.dictionary.lookup import Dictionary
from reader.study.grouping import Span, find_words
from reader.study.vocabulary import Check, CountedWord, Vocabulary, describe_words
from reader.text.document import Document
from reader.text.doubts import doubtful_spans

Places = dict[str, list[tuple[int, bool]]]
"""Word -> where it begins (code points of the clean text), and whether it is sure there."""


def recount_words(
    counted: Vocabulary,
    document: Document,
    dictionary: Dictionary,
    before: OwnSegments,
    after: OwnSegments,
    *,
    check: Check = lambda: None,
) -> Vocabulary:
    """Return the words of a document that were `counted` when the user cut them as `before`.

    The outcome is that of `count_words` with `after`. What `check` raises ends it.
    """
    said = before.parts.keys() | after.parts.keys()
    changed = {word for word in said if before.parts.get(word) != after.parts.get(word)}
    runs = _runs_with(document.text, changed, check)
    if not runs:
        return counted
    find = _Finder(document, dictionary, after)
    gone = _places(runs, _Finder(document, dictionary, before), check)
    come = _places(runs, find, check)
    words = {one.word: one for one in counted}
    touched = [word for word in {**gone, **come} if gone.get(word) != come.get(word)]
    unknown = [word for word in touched if word not in words]
    described = {one.word: one for one in describe_words(unknown, dictionary, after)}
    for word in touched:
        check()
        one = words.get(word) or described[word]
        new = _update(one, gone.get(word, []), come.get(word, []), find)
        if new is None:
            words.pop(word, None)
        else:
            words[word] = new
    for word in changed & words.keys():
        known = bool(dictionary.find(word)) or after.is_joined(word)
        words[word] = replace(words[word], is_in_dictionary=known)
    running = counted.running + sum(map(len, come.values())) - sum(map(len, gone.values()))
    return Vocabulary(
        tuple(sorted(words.values(), key=lambda one: one.first)), counted.characters, running
    )


class _Finder:
    """Finds the words of runs of hanzi; keeps them, as several words ask for the same run."""

    def __init__(self, document: Document, dictionary: Dictionary, own: OwnSegments) -> None:
        self._document = document
        self._find = cache(lambda run: find_words(run, dictionary, own))

    def words(self, run: Span) -> Iterator[tuple[str, int, bool]]:
        """Yield the words of a run, where they begin, and whether they are sure there."""
        start, end = run
        text = self._document.text[start:end]
        doubts = doubtful_spans(self._document, start, end)
        for low, high in self._find(text):
            doubtful = any(first < high and last > low for first, last in doubts)
            yield text[low:high], start + low, not doubtful

    def places(self, word: str) -> Iterator[tuple[int, bool]]:
        """Yield where a word stands, in order, and whether it is sure there."""
        text, at = self._document.text, self._document.text.find(word)
        while at >= 0:
            run = run_around(text, at, at)
            for found, start, sure in self.words(run):
                if found == word:
                    yield start, sure
            at = text.find(word, run[1])


def _places(runs: Iterable[Span], finder: _Finder, check: Check) -> Places:
    found: Places = {}
    for run in runs:
        check()
        for word, at, sure in finder.words(run):
            found.setdefault(word, []).append((at, sure))
    return found


def _update(
    one: CountedWord,
    gone: list[tuple[int, bool]],
    come: list[tuple[int, bool]],
    finder: _Finder,
) -> CountedWord | None:
    """Return a word without some places and with some others, None if it has none left."""
    count = one.count + len(come) - len(gone)
    sure = one.sure + sum(is_sure for _, is_sure in come) - sum(is_sure for _, is_sure in gone)
    if count <= 0:
        return None
    places: Iterable[tuple[int, bool]] = come
    if one.count and one.first not in {at for at, _ in gone}:
        places = sorted([(one.first, bool(one.sure)), *come])
    elif one.count:
        places = finder.places(one.word)
    return replace(one, count=count, sure=max(0, sure), first=_first(places))


def _first(places: Iterable[tuple[int, bool]]) -> int:
    """Return the first sure place of those that come in order, else the first."""
    first = -1
    for at, sure in places:
        if sure:
            return at
        first = at if first < 0 else first
    return first


def _runs_with(text: str, words: Iterable[str], check: Check) -> list[Span]:
    """Return the runs of hanzi that hold one of some words, in order."""
    runs: set[Span] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            check()
            run = run_around(text, at, at)
            runs.add(run)
            at = text.find(word, run[1])
    return sorted(runs)
