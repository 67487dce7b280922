"""Which sense of a word is meant, and how it is said in two or three words.

A dictionary lists senses by age or at random. What helps to choose: how the word is read here
(得 dé, de, děi), its word class in the sentence, and that a policy text hardly means a surname, an
old form, or what is said on Taiwan only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from reader.study.dictionary.entry import Entry, EntrySource

SHORT = 32  # characters of a gloss under a word

# The marks of senses that hardly any modern text means; each costs so many places.
_UNLIKELY = (
    (re.compile(r"^surname |^\(surname"), 6.0),
    (re.compile(r"^(?:old |archaic |Japanese |erhua |non-standard )?variant of |^used in "), 5.0),
    (re.compile(r"^(?:see (?:also )?|also written )[\u3400-\u9fff]|^(?:also|Taiwan) pr\. "), 5.0),
    (
        re.compile(
            r"\((?:archaic|old|dialect|slang|vulgar|Tw|Cantonese|Buddhism|literary|loanword)\b"
        ),
        3.0,
    ),
    (re.compile(r"^\((?:bound form|prefix|suffix|coll\.)"), 0.5),
    (re.compile(r"^(?:abbr\. (?:for|of)|name of|Chinese (?:character|radical))"), 1.0),
    (re.compile(r"^(?:idiom|proverb|saying)"), 0.5),
)
_NAME_COST = 4.0  # a proper name in the place of a common word
_WRONG_CLASS = 2.5
_WRONG_READING = 8.0
_CHOSEN = (EntrySource.USER, EntrySource.GLOSSARY)  # their senses were put in order by hand
_USERS = 6.0  # what speaks for the first entry of the user's
# Senses of words of function that their class in use tells apart.
_MEANT = frozenset(
    (("p", "take (object)"), ("p", "on (a matter)"), ("d", "(in progress)"), ("c", "in order to"))
)
_TRUSTED = 0.4  # of what speaks against one of those
_LATER = 0.6  # for each sense that stands before it

# What jieba calls a word, and how a sense of such a word begins.
_VERBS = frozenset(("v", "vd", "vi", "vq", "vg"))
_NOUNS = frozenset(("n", "vn", "an", "ng", "nz", "nt", "s", "t", "f"))
_PERSONS = frozenset(("nr", "nrt", "nrfg"))
_NAMES = frozenset(("nr", "nrt", "nrfg", "ns", "nt", "nz"))
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
# What stands before the meaning: abbr. for 天主教 Tiānzhǔjiào, Catholicism.
_NAMED_FIRST = re.compile(r"^abbr\. (?:for|of) [\u3400-\u9fff]+(?: [^\s,;()]+)?, (?=\w)")
_LEAD = re.compile(
    r"^\((?:bound form|coll\.|literary|fig\.|lit\.|idiom|math\.|law|computing)[^()]*\)\s*"
)


class Sense(NamedTuple):
    """One sense of one entry; `cost` tells how unlikely it is here, the least for the likeliest."""

    text: str
    entry: Entry
    cost: float


def rank_senses(
    entries: Iterable[Entry], *, reading: str = "", word_class: str = ""
) -> tuple[Sense, ...]:
    """Return all senses of a word, the likeliest first.

    `reading` is its pinyin here with tone marks (blanks don't matter), `word_class` what jieba
    calls it; both may be empty, where nobody knows. Entries come in the order of the dictionaries,
    the user's first, and that holds: a sense of the user's is behind none of another dictionary,
    unless the word is read otherwise there.
    """
    spoken = _plain(reading)
    found = []
    users = 0
    for entry in entries:
        base = 0.0 if entry.source in _CHOSEN else 1.5
        if entry.source is EntrySource.USER:
            base = -_USERS + min(users, 3)  # and one glossary of the user's stands before the next
            users += 1
        if spoken and entry.pinyin and _plain(entry.pinyin) != spoken:
            base += _WRONG_READING
        if entry.is_name and word_class not in _NAMES:
            base += _NAME_COST
        for place, text in enumerate(entry.senses):
            odds = _odds(text, word_class)
            if entry.source in _CHOSEN:
                odds *= _TRUSTED
            cost = base + min(place, 8) * _LATER + odds
            found.append(Sense(text, entry, cost))
    return tuple(sorted(found, key=lambda one: one.cost))


def _odds(sense: str, word_class: str) -> float:
    if sense.startswith("surname ") and word_class in _PERSONS:
        return -_NAME_COST
    # 将资金用于教育, not 将讨论; 一直在努力, not 在努力下; 为提高质量, not 为企业服务
    if (word_class, sense) in _MEANT:
        return -2 * _WRONG_CLASS
    cost = sum(price for mark, price in _UNLIKELY if mark.search(sense))
    is_verb = sense.startswith("to ")
    if (word_class in _VERBS and not is_verb) or (word_class in _NOUNS and is_verb):
        # A verb that stands for its deed, 监管/vn, is "supervision" where there is such a sense.
        cost += _WRONG_CLASS if word_class != "vn" else _WRONG_CLASS / 2
    return cost


def short_sense(entries: Iterable[Entry], *, reading: str = "", word_class: str = "") -> str:
    """Return the likeliest sense in a few words, to stand under its word; "" where there is none.

    Remarks in brackets go: "to supervise (work)" is "to supervise".
    """
    ranked = rank_senses(entries, reading=reading, word_class=word_class)
    return shorten(ranked[0].text) if ranked else ""


def shorten(sense: str) -> str:
    """Return a sense without its remarks, cut at a comma or semicolon where it is long."""
    text = drop_abbreviated(_LEAD.sub("", sense))
    bare = _BRACKETS.sub(" ", text).strip(" ,;")
    text = bare or sense.strip("() ")
    text = text.split("; ")[0]
    for mark in (": ", ", ", " / "):
        if len(text) > SHORT:
            text = text.split(mark)[0]
    return text.strip()


def drop_abbreviated(sense: str) -> str:
    """Return a sense without the word that it abbreviates, where it says what that means.

    >>> drop_abbreviated("abbr. for 天主教 Tiānzhǔjiào, Catholicism")
    'Catholicism'
    """
    return _NAMED_FIRST.sub("", sense)


def _plain(pinyin: str) -> str:
    """Return pinyin as it is compared: no blanks, capitals or apostrophes."""
    return unicodedata.normalize("NFC", re.sub(r"[\s'’\-·]", "", pinyin)).lower()
