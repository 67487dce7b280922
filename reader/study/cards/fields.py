"""The fields of a note: a card as HTML in which nothing of the text is markup."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from html import escape

from reader.pinyin.spelling import split_tone
from reader.study.cards.card import Card, Spoken
from reader.text.spreadsheet import disarm

FIELDS = (
    "Word", "Traditional", "Pinyin", "Meaning", "Sentence", "Source", "Level", "Coloured",
)  # fmt: skip
"""The names of the fields; the first tells notes apart in Anki and is plain text."""

NOTE_TYPE = "Jingdu"
DECK = "Jingdu 净读"
TAG = "jingdu"


def note_guid(word: str) -> str:
    """Return what Anki knows the note of a word by: the same in every export, so it is updated."""
    return hashlib.sha256(f"jingdu:{word}".encode("utf-8", "replace")).hexdigest()[:20]


def make_fields(card: Card) -> tuple[str, ...]:
    """Return the fields of a note as HTML, in the order of `FIELDS`."""
    return (
        _text(card.word),
        _text(card.traditional),
        "".join(_coloured_pinyin(card.pinyin)),
        _meanings(card),
        "".join(map(_ruby, card.sentence)),
        _text(card.source),
        _text(card.level_name),
        "".join(_coloured_word(card)),
    )


def _text(text: str) -> str:
    """Return text as HTML on one line, in which Anki finds nothing to do: [sound:x], [latex].

    What no file can hold becomes a blank. A spreadsheet takes none of it for a formula.
    """
    shown = "".join(
        " " if char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" else char
        for char in text
    )
    first, rest = shown[:1], shown[1:]
    if disarm(first) != first:
        return f"&#{ord(first)};{_text(rest)}"
    return escape(shown).replace("[", "&#91;")


def _meanings(card: Card) -> str:
    meanings = card.meanings
    if card.is_composed and meanings:
        return f"<i>{_text(card.meaning_text)}</i>"
    if len(meanings) == 1:
        return _text(meanings[0])
    listed = "".join(f"<li>{_text(one)}</li>" for one in meanings)
    return f"<ol>{listed}</ol>" if listed else ""


def _tone(syllable: str) -> int:
    """Return the tone of a syllable, 5 for the neutral one."""
    return split_tone(syllable)[1] or 5


def _coloured_pinyin(pinyin: str) -> Iterator[str]:
    syllables = [f'<span class="t{_tone(one)}">{_text(one)}</span>' for one in pinyin.split()]
    yield " ".join(syllables)


def _coloured_word(card: Card) -> Iterator[str]:
    """Yield the characters of the word in the colours of their tones, where these are known."""
    syllables = card.pinyin.split()
    if len(syllables) != len(card.word):
        yield _text(card.word)
        return
    for char, syllable in zip(card.word, syllables, strict=True):
        yield f'<span class="t{_tone(syllable)}">{_text(char)}</span>'


def _ruby(piece: Spoken) -> str:
    shown = _text(piece.text)
    if piece.pinyin:
        soft = " soft" if piece.is_soft else ""
        shown = (
            f'<ruby class="t{_tone(piece.pinyin)}{soft}">{shown}'
            f"<rp>(</rp><rt>{_text(piece.pinyin)}</rt><rp>)</rp></ruby>"
        )
    return f"<b>{shown}</b>" if piece.is_word else shown
