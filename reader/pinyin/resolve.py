"""Decides the reading of every hanzi: by phrase, surname, rule, model, or the most common one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Protocol

from reader.language.segment import tag_spans
from reader.pinyin.names import surname_at
from reader.pinyin.persons import is_person
from reader.pinyin.phrases import PhraseTables, Words, phrase_tables
from reader.pinyin.reading import Chance, ReadingSource
from reader.pinyin.rule_table import all_rules
from reader.pinyin.rules import Occurrence, Rules
from reader.pinyin.surnames import SURNAMES

SURNAME = "surname"


class ReadingModel(Protocol):
    """Anything that chooses between the readings of a heteronym by the text around it."""

    def knows(self, char: str) -> bool:
        """Tell whether the model chooses between readings of the character."""
        ...

    def chances(self, text: str, places: list[int]) -> list[tuple[Chance, ...]]:
        """Return the readings of each text[place], most likely first."""
        ...


Row = tuple[int, str, str, str, tuple[Chance, ...], float]
"""(at, reading, source, reason, chances, sure): the reading of text[at] and what decided it.

`source` is the value of a `ReadingSource`, `chances` are the model's, likeliest first; `sure` is
how often the rule is right, if one decided. No named tuple: to make one for each hanzi takes as
long as all the rest. And nothing but text and numbers, of which the garbage collector lets go at
first sight: of a long text it would look through a million rows, again and again.
"""
_PHRASE, _RULE = ReadingSource.PHRASE.value, ReadingSource.RULE.value
_MODEL, _DEFAULT = ReadingSource.MODEL.value, ReadingSource.DEFAULT.value


def resolve(
    text: str,
    runs: Iterable[tuple[int, int, Words]],
    model: ReadingModel | None,
    rules: Rules | None = None,
) -> list[Row]:
    """Return one row for each hanzi in the runs that has a known reading, in order.

    A run is (start, end, words): a span of hanzi and the words that cover it without a gap.
    `rules` are all of the table unless others are given, as the bench does to leave one out.
    """
    found: list[Row] = []
    open_: list[int] = []  # indices into `found` that the model is to decide
    known = phrase_tables()
    rules = all_rules() if rules is None else rules
    _resolve_runs(found, open_, text, runs, known, rules, model)
    if model is not None and open_:
        answers = model.chances(text, [found[index][0] for index in open_])
        for index, chances in zip(open_, answers, strict=True):
            at = found[index][0]
            found[index] = (at, chances[0].reading, _MODEL, "", chances, 0.0)
    return found


def _resolve_runs(
    found: list[Row],
    open_: list[int],
    text: str,
    runs: Iterable[tuple[int, int, Words]],
    known: PhraseTables,
    rules: Rules,
    model: ReadingModel | None,
) -> None:
    """Append the readings of all runs of hanzi.

    They are short, ten hanzi between two marks: what each of them needed anew would be a third of
    the time.
    """
    phrases, lengths, chances = known.phrases, known.lengths, known.chances
    fits = known.fits
    spelled, numbers = known.single.spelled, known.single.numbers
    most = len(numbers)
    phrase_source, default = _PHRASE, _DEFAULT
    add = found.append
    for start, end, words in runs:
        index = 0
        at = start
        tags: Callable[[], list[str]] | None = None
        first, last = words[0]
        while at < end:
            while last <= at:
                index += 1
                first, last = words[index]
            char = text[at]
            if char in SURNAMES and first == at and is_person(text, at):
                add(_resolve_surname(at, SURNAMES[char]))
                at += 1
                continue
            two = text[at : at + 2]
            stop = 0
            for length in lengths.get(two, ()):
                longer = at + length
                if text[at:longer] in phrases and fits(text, words, index, at, longer):
                    stop = longer
                    break
            else:
                # Most phrases of two are a word.
                if two in phrases and (
                    (first == at and last == at + 2) or fits(text, words, index, at, at + 2)
                ):
                    stop = at + 2
            if stop:
                phrase = two if stop == at + 2 else text[at:stop]
                for syllable in _split(phrases[phrase]):
                    add((at, syllable, phrase_source, phrase, (), 0.0))
                    at += 1
                continue
            code = ord(char)
            reading = spelled[numbers[code]] if code < most else ""
            if reading:
                decided: Row | None = None
                if char in rules or char in SURNAMES:
                    if tags is None:
                        tags = _lazy_tags(text, start, end, words)
                    decided = _apply_rules(Occurrence(text, at, words, index, tags), rules)
                if decided is None:
                    decided = (at, reading, default, "", (), 0.0)
                    if char in chances and model is not None and model.knows(char):
                        open_.append(len(found))
                add(decided)
            at += 1


@lru_cache(4096)
def _split(syllables: str) -> tuple[str, ...]:
    return tuple(syllables.split(" "))


def _apply_rules(place: Occurrence, rules: Rules) -> Row | None:
    surname = surname_at(place)
    if surname:
        return _resolve_surname(place.at, surname)
    for rule in rules.get(place.text[place.at], ()):
        if rule.fits(place):
            return (place.at, rule.reading, _RULE, rule.why, (), rule.sure)
    return None


def _resolve_surname(at: int, reading: str) -> Row:
    return (at, reading, _RULE, SURNAME, (), 0.94)


def _lazy_tags(text: str, start: int, end: int, words: Words) -> Callable[[], list[str]]:
    """Return a function that gives the word classes of a run, computed on its first call."""
    made: list[str] = []

    def tags() -> list[str]:
        if not made:
            made.extend(tag_spans(text, start, end, words))
        return made

    return tags
