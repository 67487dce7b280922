"""Readings in context: a phrase of the dictionaries wins, else a character's single reading.

pypinyin's own segmenter is quadratic on long strings and its words cut phrases, so only its
dictionaries are used here: one pass over each hanzi run, linear on any text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from reader.core.resources import resource_path
from reader.language.segment import HANZI_RUN, segment

_SYLLABLE = re.compile("[a-zêü]{1,6}")
_TONES = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))  # the four tone marks, decomposed
_LONGEST_PHRASE = 10
# A span is pronounced within its sentence, but never within more than this many characters
# on either side: a page without punctuation must not make hovering slow.
_REACH = 100

_loading = Lock()


@dataclass(frozen=True, slots=True)
class _Readings:
    """The dictionaries, ready to match.

    `phrases` maps a phrase to one reading a character; `lengths` maps the first two characters of
    phrases to the phrase lengths there are, longest first; `single` maps a character to its usual
    reading alone.
    """

    phrases: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]
    single: dict[str, str]


def pronounce(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, pinyin) for each hanzi with a known reading, in order.

    Offsets are half-open code points, one character each; readings carry tone marks. Tone changes
    in speech are not written: 一 is always yī and 不 always bù. Never raises on any str.
    """
    words = segment(text)
    syllables: list[tuple[int, int, str]] = []
    first = 0
    for run in HANZI_RUN.finditer(text):
        last = first
        while last < len(words) and words[last][0] < run.end():
            last += 1
        _append(syllables, text, words[first:last])
        first = last
    return syllables


def pronounce_span(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the syllables of text[start:end], read within the words around the span.

    Looks only at the hanzi runs that the span touches, so it is quick in a text of any length.
    """
    start, end = max(start, 0), min(end, len(text))
    if start >= end:
        return []
    low, high = start, end
    while low > 0 and start - low < _REACH and HANZI_RUN.match(text[low - 1]):
        low -= 1
    while high < len(text) and high - end < _REACH and HANZI_RUN.match(text[high]):
        high += 1
    return [
        (low + first, low + last, reading)
        for first, last, reading in pronounce(text[low:high])
        if start <= low + first < end
    ]


def warm_up() -> None:
    """Load segmenter and dictionaries (about half a second); safe in any thread, any time."""
    pronounce("重要调解机制")


def _append(syllables: list[tuple[int, int, str]], text: str, words: list[tuple[int, int]]) -> None:
    """Append the readings of one hanzi run, which `words` cover without a gap."""
    if not words:
        return
    table = _readings()
    end = words[-1][1]
    index = 0
    at = words[0][0]
    while at < end:
        while words[index][1] <= at:
            index += 1
        for length in table.lengths.get(text[at : at + 2], ()):
            stop = at + length
            phrase = table.phrases.get(text[at:stop])
            if phrase is not None and _fits(table, text, words, index, at, stop):
                syllables.extend((at + i, at + i + 1, reading) for i, reading in enumerate(phrase))
                at = stop
                break
        else:
            reading = table.single.get(text[at])
            if reading is not None:
                syllables.append((at, at + 1, reading))
            at += 1


def _fits(
    table: _Readings, text: str, words: list[tuple[int, int]], index: int, start: int, stop: int
) -> bool:
    """Tell whether the phrase text[start:stop], which starts in words[index], may be read.

    A phrase may join words, even half of one (重|建设 holds 重建), but not begin inside a word and
    leave it (市场|长期 holds no 场长), and not split a word that is a phrase itself (该|处罚 holds
    no 该处).
    """
    if stop > words[-1][1]:
        return False
    if stop <= words[index][1]:
        return True
    if start != words[index][0]:
        return False
    while words[index][1] < stop:
        index += 1
    last_start, last_end = words[index]
    return stop == last_end or text[last_start:last_end] not in table.phrases


def _readings() -> _Readings:
    with _loading:  # two threads must not both spend the time
        return _load()


@lru_cache(maxsize=1)
def _load() -> _Readings:
    """Read pypinyin's dictionaries and our own list, which corrects them."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    single: dict[str, str] = {}
    for code, readings in PINYIN_DICT.items():
        reading = _clean(chr(code), readings.partition(",")[0])
        if reading:
            single[chr(code)] = reading
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase, parts in PHRASES_DICT.items():
        if 1 < len(phrase) == len(parts) <= _LONGEST_PHRASE:
            phrases[phrase] = tuple(
                _clean(character, part[0]) or single.get(character, "")
                for character, part in zip(phrase, parts, strict=True)
            )
    for line in resource_path("data", "phrases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        phrase, _, spelled = line.partition("\t")
        readings_ = tuple(spelled.split())
        if len(phrase) == 1:
            single[phrase] = readings_[0]
        else:
            phrases[phrase] = readings_
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[:2], set()).add(len(phrase))
    ordered = {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}
    return _Readings(phrases, ordered, single)


def _clean(character: str, reading: str) -> str:
    """Return one syllable in NFC without sandhi, or an empty string if it is none."""
    plain = unicodedata.normalize("NFD", reading).translate(_TONES)
    plain = unicodedata.normalize("NFC", plain)
    if not _SYLLABLE.fullmatch(plain):
        return ""
    # The dictionary writes some entries as spoken (一般 yì bān, 不会 bú huì), others not (一切 yī).
    if character == "一" and plain == "yi":
        return "yī"
    if character == "不" and plain == "bu":
        return "bù"
    return unicodedata.normalize("NFC", reading)
