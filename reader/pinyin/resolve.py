"""Decides every hanzi of a text: phrase, surname, rule, model, else the usual reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from reader.language.segment import tagged
from reader.pinyin.names import SURNAMES, surname_at
from reader.pinyin.persons import is_person
from reader.pinyin.phrases import Tables, Words, tables
from reader.pinyin.reading import Chance, ReadingSource
from reader.pinyin.rule_table import all_rules
from reader.pinyin.rules import Occurrence, Rules

SURNAME = "surname"


class Model(Protocol):
    """What tells a heteronym's readings apart by the text around it."""

    def knows(self, char: str) -> bool:
        """Tell whether the model chooses between readings of the character."""
        ...

    def chances(self, text: str, places: list[int]) -> list[tuple[Chance, ...]]:
        """Return the readings of each text[place], most likely first."""
        ...


class Found(NamedTuple):
    """What was decided about text[at]; `chances` are the model's, most likely first."""

    at: int
    reading: str
    source: ReadingSource
    reason: str = ""
    chances: tuple[Chance, ...] = ()
    sure: float = 0.0  # of a rule


def resolve(text: str, runs: Iterable[tuple[int, int, Words]], model: Model | None) -> list[Found]:
    """Return one entry for each hanzi with a known reading in the runs, in order.

    A run is a span of hanzi with the words that cover it without a gap.
    """
    found: list[Found] = []
    open_: list[int] = []  # indices into `found` that the model is to decide
    known = tables()
    rules = all_rules()
    for start, end, words in runs:
        _run(found, open_, text, start, end, words, known, rules, model)
    if model is not None and open_:
        answers = model.chances(text, [found[index].at for index in open_])
        for index, chances in zip(open_, answers, strict=True):
            at = found[index].at
            found[index] = Found(at, chances[0].reading, ReadingSource.MODEL, "", chances)
    return found


def _run(
    found: list[Found],
    open_: list[int],
    text: str,
    start: int,
    end: int,
    words: Words,
    known: Tables,
    rules: Rules,
    model: Model | None,
) -> None:
    """Append what one run of hanzi gives."""
    index = 0
    at = start
    phrases, lengths, single, chances = (known.phrases, known.lengths, known.single, known.chances)
    phrase_source, default = ReadingSource.PHRASE, ReadingSource.DEFAULT
    tags = _later(text, start, end, len(words))
    while at < end:
        while words[index][1] <= at:
            index += 1
        if text[at] in SURNAMES and words[index][0] == at and is_person(text, at):
            found.append(_surname(at, SURNAMES[text[at]]))
            at += 1
            continue
        two = text[at : at + 2]
        begins = two in phrases or two in lengths
        stop = known.longest(text, words, index, at) if begins else 0
        if stop:
            phrase = text[at:stop]
            for syllable in known.phrases[phrase].split(" "):
                found.append(Found(at, syllable, phrase_source, phrase))
                at += 1
            continue
        char = text[at]
        reading = single[char]
        if reading:
            decided = None
            if char in rules or char in SURNAMES:
                place = Occurrence(text, at, words, index, tags)
                decided = _by_rule(place, rules)
            if decided is None:
                decided = Found(at, reading, default)
                if char in chances and model is not None and model.knows(char):
                    open_.append(len(found))
            found.append(decided)
        at += 1


def _by_rule(place: Occurrence, rules: Rules) -> Found | None:
    surname = surname_at(place)
    if surname:
        return _surname(place.at, surname)
    for rule in rules.get(place.text[place.at], ()):
        if rule.fits(place):
            return Found(place.at, rule.reading, ReadingSource.RULE, rule.why, (), rule.sure)
    return None


def _surname(at: int, reading: str) -> Found:
    return Found(at, reading, ReadingSource.RULE, SURNAME, (), 0.94)


def _later(text: str, start: int, end: int, count: int) -> Callable[[], list[str]]:
    """Return what gives the word classes of a run, made when first asked for."""
    made: list[str] = []

    def tags() -> list[str]:
        if not made:
            made.extend(tagged(text[start:end]))
            made.extend([""] * (count - len(made)))
        return made

    return tags
