"""Everything that the word panel shows of one word; a value, made once for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.language.own_segments import Parts
    from reader.study.dictionary.word import WordMeaning
    from reader.study.occurrences import Occurrences, Spelling
    from reader.ui.panes.word_readings import WordReadings


class WordFacts(NamedTuple):
    """A word where it stands; `text` is the clean text that its sentences are cut from."""

    readings: WordReadings
    meaning: WordMeaning | None
    spelling: Spelling | None
    occurrences: Occurrences
    text: str
    own_cut: tuple[str, Parts] | None = None
    """What the user joined or split here: the whole of it, and its parts."""
