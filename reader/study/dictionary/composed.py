"""What a word means that no dictionary holds, made of its parts: 三百二十人, 云州市, 副局长.

Such a meaning is marked as composed wherever it is shown: it is a help and no entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reader.language.segment import HANZI_RUN
from reader.pinyin.spelling import split_tone
from reader.study.dictionary.entry import Entry, EntrySource
from reader.study.dictionary.numbers import read_number
from reader.study.dictionary.senses import short_sense
from reader.text.resources import resource_path

Find = Callable[[str], tuple[Entry, ...]]

_NAME = "{Name}"
_REPEATED = re.compile(r"(.)\1|(.)\2(.)\3|(..)\4|(.)一\5")  # 看看, 高高兴兴, 研究研究, 看一看


class _Affix(NamedTuple):
    text: str
    before: bool
    template: str


def compose(word: str, find: Find) -> Entry | None:
    """Return an entry made of the parts of a word, None where they say nothing.

    `find` gives the entries of a word that stands in a dictionary.
    """
    if not HANZI_RUN.fullmatch(word):
        return None
    for make in (_number, _repetition, _affixed, _parts):
        meaning = make(word, find)
        if meaning:
            return Entry(word, word, _spell(word), (meaning,), EntrySource.COMPOSED)
    return None


def _number(word: str, find: Find) -> str:
    """三百二十人: 320 people."""
    for end in range(len(word), 0, -1):
        number = read_number(word[:end])
        if number is None:
            continue
        if end == len(word):
            return number
        if word[end:] == "是":  # 一是 ... 二是 ... are the points of a list
            return f"{read_number('第' + word[:end])}:" if word[0] != "第" else ""
        unit = find(word[end:])
        return f"{number} {_unit(unit)}" if unit else ""
    return ""


def _unit(entries: tuple[Entry, ...]) -> str:
    """Return the meaning of what is counted; a measure word that means nothing itself is marked."""
    for entry in entries:
        for sense in entry.senses:
            if "classifier" in sense:
                return "(measure word)"
    return _meaning(entries)


def _repetition(word: str, find: Find) -> str:
    """看看, 看一看, 研究研究: to look (a little)."""
    if not _REPEATED.fullmatch(word):
        return ""
    base = (
        word[0] + word[2] if len(word) == 4 and word[0] == word[1] else word[: (len(word) + 1) // 2]
    )
    base = word[0] if len(word) == 3 else base
    entries = find(base)
    if not entries:
        return ""
    meaning = _meaning(entries)
    if meaning.startswith("classifier") or "(classifier" in meaning:
        return "every one"
    return f"{meaning} (a little)" if meaning.startswith("to ") else f"{meaning} (repeated)"


def _affixed(word: str, find: Find) -> str:
    """副局长: deputy + 局长, as the affix has it; 云州市: Yunzhou City."""
    for affix in _affixes():
        if len(word) <= len(affix.text):
            continue
        if affix.before and word.startswith(affix.text):
            rest = word[len(affix.text) :]
        elif not affix.before and word.endswith(affix.text):
            rest = word[: -len(affix.text)]
        else:
            continue
        if _NAME in affix.template:
            name = _place(rest, find)
            if name:
                return affix.template.replace(_NAME, name)
            continue
        known = find(rest)
        if len(rest) == 1 and len(word) > 2:
            continue
        meaning = _meaning(known) if known else _parts(rest, find)
        if meaning:
            return _fill(affix.template, meaning)
    return ""


def _fill(template: str, meaning: str) -> str:
    """Put a meaning into a template; a verb loses its "to" unless it stands first: who works."""
    if not template.startswith("{}") and meaning.startswith("to "):
        meaning = meaning.removeprefix("to ")
    return template.replace("{}", meaning).replace("- ", "-")


def _place(rest: str, find: Find) -> str:
    """Return the name of a place in pinyin, as on a map; nothing where the rest is a plain word."""
    entries = find(rest)
    if entries and not any(entry.is_name for entry in entries):
        return ""
    if len(rest) > 4 or (len(rest) == 1 and not entries):
        return ""
    return write_plain(_spell(rest)).capitalize()


def _parts(word: str, find: Find) -> str:
    """劳动监察: labour + supervision, of the fewest parts; nothing where one of them is unknown."""
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())]
    for end in range(1, len(word) + 1):
        choices = []
        for start in range(end):
            before = best[start]
            if before is None or (start == 0 and end == len(word)):
                continue
            meaning = _meaning(find(word[start:end]))
            if meaning:
                choices.append((before[0] + 1, (*before[1], meaning)))
        best.append(min(choices, key=lambda one: one[0], default=None))
    found = best[-1]
    return " + ".join(found[1]) if found is not None else ""


def _meaning(entries: tuple[Entry, ...]) -> str:
    return short_sense(entries) if entries else ""


def write_plain(pinyin: str) -> str:
    """Return pinyin as English texts write names, without tones or blanks: Yunzhou, Lüliang."""
    return "".join(split_tone(syllable)[0] for syllable in pinyin.split())


def _spell(word: str) -> str:
    from reader.pinyin.pronounce import pronounce  # loads the readings; few words come here

    return " ".join(pinyin for _, _, pinyin in pronounce(word))


@lru_cache(maxsize=1)
def _affixes() -> tuple[_Affix, ...]:
    """Return the affixes, the longest first."""
    lines = resource_path("data", "affixes.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    found = [_Affix(text, where == "before", template) for text, where, template in rows]
    return tuple(sorted(found, key=lambda one: -len(one.text)))
