"""The tables of phrases and of usual readings, and the longest phrase at a place.

The tables are known_phrases.tsv (from dictionaries), phrases.tsv (ours, which corrects them) and
usual.tsv (single characters); resources/data/README.md gives their sources.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from reader.language.segment import segment
from reader.pinyin.reading import Chance
from reader.text.resources import resource_path

Words = list[tuple[int, int]]
_loading = Lock()


class UsualReadings:
    """The most common reading of every character, in 40,000 small integers: a dict takes 7 MB."""

    def __init__(self, readings: dict[str, str]) -> None:
        self.spelled = ["", *sorted(set(readings.values()))]
        """All readings; the first is that of a character that has none."""
        number = {reading: index for index, reading in enumerate(self.spelled)}
        self.numbers = array("H", bytes(2 * (1 + max(map(ord, readings)))))
        """The number of the reading of each code point; those that follow have none."""
        for char, reading in readings.items():
            self.numbers[ord(char)] = number[reading]

    def __getitem__(self, char: str) -> str:
        """Return the most common reading of a character, "" if it has none."""
        code = ord(char)
        return self.spelled[self.numbers[code]] if code < len(self.numbers) else ""


@dataclass(frozen=True, slots=True)
class PhraseTables:
    """The tables, ready to match.

    `phrases` maps a phrase to its readings, separated by spaces. `lengths` maps the first two
    characters of phrases of three or more to their lengths, longest first. `single` maps a
    character to its most common reading, `chances` to its counted readings if there are several.
    `own` holds the phrases of our own list, `alone` those that are in only one dictionary.
    """

    phrases: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    single: UsualReadings
    chances: dict[str, tuple[Chance, ...]]
    own: frozenset[str]
    alone: frozenset[str]

    def fits(self, text: str, words: Words, index: int, start: int, stop: int) -> bool:
        """Tell whether the phrase text[start:stop] fits the words; it starts in words[index].

        A phrase may join words, but not begin inside a word and leave it (市场|长期 has no 场长),
        nor split a word (教|学生 has no 教学), nor one inside of a long word (工商行政管理局 has no
        商行). Only a longer phrase of our own list may end inside
        a word, if that word is not a phrase itself.
        """
        if stop > words[-1][1]:
            return False
        inside = (start - words[index][0], stop - words[index][0])
        if stop <= words[index][1]:
            return start == words[index][0] or not _overlaps(text[slice(*words[index])], *inside)
        if start != words[index][0]:
            return False
        while words[index][1] < stop:
            index += 1
        last_start, last_end = words[index]
        if stop == last_end:
            return True
        if stop - start < 3 or text[start:stop] not in self.own:
            return False
        return text[last_start:last_end] not in self.phrases


@lru_cache(4096)
def _overlaps(word: str, start: int, stop: int) -> bool:
    """Tell if word[start:stop] cuts the words inside of a long word, on both sides of its start.

    招待会 is 招待 and 会: its 待 belongs to what precedes, and behind 招 there is no word 待会.
    """
    first, end = segment(word[: start + 1])[-1]
    if end - first < 2:
        return False
    behind = segment(word[start:])
    return bool(behind) and behind[0][1] < stop - start


def phrase_tables() -> PhraseTables:
    """Return the tables, read on first use (about 0.1 s); safe in any thread."""
    with _loading:  # two threads must not both read them
        return _load_tables()


@lru_cache(maxsize=1)
def _load_tables() -> PhraseTables:
    single: dict[str, str] = {}
    chances: dict[str, tuple[Chance, ...]] = {}
    for characters, listed in _read_rows("usual.tsv"):
        if ":" in listed:
            pairs = (part.partition(":") for part in listed.split(" "))
            chances[characters] = tuple(Chance(one, float(share)) for one, _, share in pairs)
            single[characters] = chances[characters][0].reading
        else:
            single.update(dict.fromkeys(characters, listed))
    phrases: dict[str, str] = {}
    alone: set[str] = set()
    for word, listed in _read_rows("known_phrases.tsv"):
        phrases[word], _, mark = listed.partition("\t")
        if mark:
            alone.add(word)
    own = dict(_read_rows("phrases.tsv"))
    for word, listed in own.items():
        if len(word) == 1:
            single[word] = listed
        else:
            phrases[word] = listed
    masks: dict[str, int] = {}  # one bit per length: sets would take megabytes while loading
    for phrase in phrases:
        if len(phrase) > 2:
            masks[phrase[:2]] = masks.get(phrase[:2], 0) | 1 << len(phrase)
    lengths_of = {
        mask: tuple(length for length in range(mask.bit_length(), 2, -1) if mask >> length & 1)
        for mask in set(masks.values())
    }
    lengths = {start: lengths_of[mask] for start, mask in masks.items()}
    return PhraseTables(
        phrases, lengths, UsualReadings(single), chances, frozenset(own), frozenset(alone)
    )


def _read_rows(name: str) -> Iterator[tuple[str, str]]:
    # Line by line: thousands of lines held at once leave gaps between what is kept, 4 MB of them.
    with resource_path("data", name).open(encoding="utf-8") as lines:
        for line in lines:
            if line != "\n" and not line.startswith("#"):
                word, _, listed = line.rstrip("\n").partition("\t")
                yield word, listed
