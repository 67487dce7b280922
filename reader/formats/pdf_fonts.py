"""Fonts of a PDF that do not say which characters they show.

A letter of a PDF is the number of a drawing, and a table in the font tells the character. Where
there is none, PDFium gives the number as if it were a character: that may be right, as in fonts
that number by Unicode or ASCII, or noise (㔷ᔚଥ≝∞, or 9ROXPHV for Volumes). Only such letters are
doubted. What a table names never is, however odd it reads: damaged text is what Jingdu is for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.formats.pdf_page import LineRead, Run

_LOOKED_AT = 2_000  # characters of a font
_WORST = 11.5  # nats a character: damaged Chinese is below 10, hanzi at random above 12
_LEAST = 0.5  # the share of a font's characters that must be in words or numbers
_KANA = 0.15  # a share of the wide characters that no noise has
_HANGUL = 0.7
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WORD = re.compile(r"[(\[“‘\"'«]*([^\W\d_]+(?:['’\-\xad./][^\W\d_]+)*)[)\]”’\"'».,;:!?]*")
_NUMBER = re.compile(r"[-+(~<>=≈≤≥#№$€£¥]*\d+(?:[.,:;/'\-–]\d+)*[)%.,;:°‰]*(?:[A-Za-z]{1,3})?")
_MARK = re.compile(r"[-–—•·.,;:!?()/=+*%&|…'\"“”‘’«»‹›]{1,3}")
_VOWELS = frozenset("aeiouy")
_LONGEST_WITHOUT_VOWEL = 3
_LATIN_END = "\u024f"
_SPACING = re.compile(r"[ \xa0\u3000]+")


class Noise(NamedTuple):
    """The fonts whose letters are all noise, and those of which only the letters without a name."""

    whole: frozenset[str]
    unnamed: frozenset[str]

    def take_out(self, text: str, runs: Sequence[Run]) -> str:
        """Return the text of a line without the noise."""
        kept = []
        at = 0
        for font, length, is_unnamed in runs:
            if not (font in self.whole or (is_unnamed and font in self.unnamed)):
                kept.append(text[at : at + length])
            at += length
        return "".join(kept)


def find_noise(lines: Iterable[LineRead]) -> Noise:
    """Return the fonts of a document whose letters say nothing."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    named: Counter[str] = Counter()
    for line in lines:
        at = 0
        for font, length, is_unnamed in line["runs"]:
            if is_unnamed:
                texts[font].append(line["text"][at : at + length])
            else:
                named[font] += length
            at += length
    noise = {font: sum(map(len, parts)) for font, parts in texts.items() if not _reads(parts)}
    whole = {font for font, number in noise.items() if number >= named[font]}
    return Noise(frozenset(whole), frozenset(noise.keys() - whole))


def _reads(parts: Iterable[str]) -> bool:
    """Tell whether the letters of a font make words, numbers or Chinese."""
    text = " ".join(parts)[:_LOOKED_AT]
    wide = "".join(_WIDE.findall(text))
    good = len(wide) * _reads_wide(wide)
    total = len(wide)
    for token in _SPACING.split(text):
        pieces = [piece for piece in _WIDE.split(token) if piece]
        total += sum(map(len, pieces))
        # Chinese has letters and digits in it (PM2.5浓度), but no Ethiopic.
        if pieces == [token] or not any(map(_is_foreign, pieces)):
            good += sum(len(piece) for piece in pieces if _is_word(piece))
    return good >= _LEAST * total


def _reads_wide(text: str) -> bool:
    """Tell whether hanzi, kana or hangul read as a language."""
    if not text:
        return False
    kana = sum("\u3041" <= char <= "\u30fe" for char in text)
    hangul = sum("\uac00" <= char < "\ud000" for char in text)  # above stand the rare ones
    if kana >= _KANA * len(text) or hangul >= _HANGUL * len(text):
        return True
    from reader.codepages.interpretation import chinese_costs  # not needed for most files
    from reader.language.ngram import character_model

    costs = chinese_costs(text, character_model())
    return sum(costs) <= _WORST * len(costs)


def _is_foreign(piece: str) -> bool:
    return any(char > _LATIN_END and char.isalpha() for char in piece)


def _is_word(token: str) -> bool:
    """Tell whether a piece between spaces is a word, a number or a mark."""
    if _NUMBER.fullmatch(token) or _MARK.fullmatch(token):
        return True
    found = _WORD.fullmatch(token)
    if found is None:
        return False
    word = re.sub(r"\W", "", found[1])
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in word}
    if len(scripts) > 1:
        return False
    if scripts != {"LATIN"}:
        return True
    plain = unicodedata.normalize("NFD", word)
    if not (word.islower() or word.isupper() or word[1:].islower()) or any(
        "\u0180" <= char <= "\u02ff" for char in plain
    ):
        return False
    return len(word) <= _LONGEST_WITHOUT_VOWEL or not _VOWELS.isdisjoint(plain.lower())
