"""What an entry means that only names another one: 云州 is "see 云州区", 词典 "also written 辞典".

The senses of the word that is named are put before the reference, which stays: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reader.study.dictionary.entry import Entry

# The whole sense is the reference: "abbr. for 天主教 Tiānzhǔjiào, Catholicism" says what it means.
_REFERENCE = re.compile(
    r"(?:(?P<spelling>(?:[A-Za-z]+ )*variant of)|see|same as|also written|equivalent to"
    r"|abbr\. (?:for|of)) (?P<word>[^\s()]*[^\x00-\u33ff][^\s()]*)(?: (?P<said>\S+))?"
)
_STEPS = 2  # a reference may name a word that is one, too

Known = Mapping[str, tuple[Entry, ...]]


def resolve_references(
    entries: tuple[Entry, ...], find: Callable[[Iterable[str]], Known]
) -> tuple[Entry, ...]:
    """Return the entries with the senses of the words that they name and say nothing beside.

    A variant spelling (了 for 瞭) gets them only where no other entry of the word means anything:
    else a rare spelling would bring its senses among the common ones.
    """
    return resolve_many({"": entries}, find)[""]


def resolve_many(
    words: Known, find: Callable[[Iterable[str]], Known], steps: int = _STEPS
) -> dict[str, tuple[Entry, ...]]:
    """Do so for many words with one question to the dictionary a step."""
    named = {
        word: {entry: _targets(entry, entries) for entry in entries}
        for word, entries in words.items()
    }
    asked = {
        match["word"]
        for of_entries in named.values()
        for targets in of_entries.values()
        for match in targets.values()
    }
    if not asked:
        return dict(words)
    known = find(asked)
    if steps > 1:
        known = resolve_many(known, find, steps - 1)
    return {
        word: tuple(_resolve(entry, named[word][entry], known) for entry in entries)
        for word, entries in words.items()
    }


def _targets(entry: Entry, entries: tuple[Entry, ...]) -> dict[str, re.Match[str]]:
    """Return the senses of an entry that are resolved, with what they name.

    Those are the references of an entry that has nothing else; of a proper name each "see":
    大同 is 大同市, 大同乡 and 大同区 beside the great harmony of Confucius.
    """
    found = {sense: match for sense in entry.senses if (match := _REFERENCE.fullmatch(sense))}
    if len(found) < len(entry.senses):
        sees = {sense: one for sense, one in found.items() if sense.startswith("see ")}
        return sees if entry.is_name else {}
    if any(match["spelling"] for match in found.values()):
        others = (sense for one in entries for sense in one.senses)
        if not all(map(_REFERENCE.fullmatch, others)):
            return {}
    return found


def _resolve(entry: Entry, targets: dict[str, re.Match[str]], known: Known) -> Entry:
    if not targets:
        return entry
    senses: list[str] = []
    for sense in entry.senses:
        match = targets.get(sense)
        senses += _senses(match, entry, known) if match else [sense]
    return replace(entry, senses=tuple(dict.fromkeys((*senses, *targets))))


def _senses(match: re.Match[str], entry: Entry, known: Known) -> list[str]:
    """Return what the named word means, in the reading that is given with it."""
    found = known.get(match["word"], ())
    if match["said"]:
        said = _joined(match["said"])
        found = tuple(one for one in found if _joined(one.pinyin) == said) or found
    same = [one for one in found if one.is_name == entry.is_name] or found
    return [sense for one in same for sense in one.senses]


def _joined(pinyin: str) -> str:
    return pinyin.replace(" ", "").lower()
