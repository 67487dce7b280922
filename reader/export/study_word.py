"""A word as exports for a learner show it: what is above and below it, and its row of the list."""

from __future__ import annotations

from typing import NamedTuple


class Syllable(NamedTuple):
    """Some text and the pinyin above it; "" where it has none.

    `in_doubt` says that the text rests on an unsure repair; then its pinyin is not sure, either.
    """

    text: str
    pinyin: str = ""
    is_sure: bool = True
    in_doubt: bool = False


class StudyWord(NamedTuple):
    """A word with what stands above it, and what under it; or what stands between two words.

    `gloss` is "" where nothing stands under it. What stands between words has no pinyin.
    """

    syllables: tuple[Syllable, ...]
    gloss: str = ""

    @property
    def text(self) -> str:
        """The text of the word."""
        return "".join(one.text for one in self.syllables)

    @property
    def has_pinyin(self) -> bool:
        """Whether anything of it is read out."""
        return any(one.pinyin for one in self.syllables)


class ListedWord(NamedTuple):
    """A row of the list of words; `level` is of HSK 2025, "7–9" for its last band."""

    word: str
    pinyin: str
    meaning: str
    level: str
    times: int
