"""Everything that the word panel shows of one word; a value, made once for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.language.own_segments import Parts
    from reader.study.dictionary.word import WordMeaning
    from reader.study.occurrences import Occurrences, Spelling
    from reader.study.vocabulary import CountedWord
    from reader.ui.panes.word_readings import WordReadings


class WordFacts(NamedTuple):
    """A word where it stands, or one of a list; sentences are cut from `text`, the clean one."""

    readings: WordReadings
    meaning: WordMeaning | None
    spelling: Spelling | None
    occurrences: Occurrences
    text: str
    own_cut: tuple[str, Parts] | None = None
    """What the user joined or split here: the whole of it, and its parts."""
    same: tuple[CountedWord, ...] = ()
    """Other words of the document with one of its characters, the most frequent first."""

    @property
    def is_placed(self) -> bool:
        """Whether the word stands in the document; else only its entry is known."""
        return self.readings.start >= 0
