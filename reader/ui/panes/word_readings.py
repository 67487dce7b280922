"""What is known of the readings of one word, for its card and menu. Knows no widget."""

from __future__ import annotations

from typing import NamedTuple

from reader.pinyin.joining import join_pieces
from reader.pinyin.pronounce import Reading, ReadingSource, Style
from reader.pinyin.spelling import split_tone, write_syllable
from reader.text.doubts import doubtful_spans
from reader.ui.panes.block_readings import BlockReadings
from reader.ui.panes.ruby_words import UNSURE
from reader.ui.panes.spoken import Spoken
from reader.ui.panes.text_blocks import TextBlocks


class Syllable(NamedTuple):
    """One hanzi of the word, offsets in the clean text.

    `gloss` is a gloss of the document that does not agree.
    """

    hanzi: str
    reading: Reading
    gloss: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is something to say besides the reading."""
        one = self.reading
        told = one.source in (ReadingSource.USER, ReadingSource.RULE)
        return bool(one.others) or told or self.gloss is not None


class WordReadings(NamedTuple):
    """The word text[start:end] of the clean text (code points), read hanzi by hanzi."""

    text: str
    start: int
    end: int
    syllables: tuple[Syllable, ...]
    style: Style = Style.MARKS
    kept: bool = False  # the user has set the reading of this word for always
    pinned: tuple[int, ...] = ()  # offsets of those that the user has set at this place
    in_doubt: bool = False  # the text rests on a repair that is unsure or undecided

    @property
    def is_doubtful(self) -> bool:
        """Whether its readings are worth a word where nobody asked."""
        return self.kept or any(
            one.gloss is not None
            or one.reading.source is ReadingSource.USER
            or one.reading.confidence < UNSURE
            for one in self.syllables
        )

    @property
    def spoken(self) -> Spoken:
        """Its pinyin as one word, in the style that the user likes."""
        shown = [self.spell(one) for one in self.readings]
        tones = [split_tone(one)[1] for one in self.readings]
        pieces = zip(join_pieces(shown, self.style), tones, strict=True)
        unsure = any(
            one.reading.confidence < UNSURE and one.reading.source is not ReadingSource.USER
            for one in self.syllables
        )
        return Spoken(tuple(pieces), is_soft=self.in_doubt or unsure)

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings with tone marks, one a hanzi."""
        return tuple(one.reading.pinyin for one in self.syllables)

    @property
    def is_whole(self) -> bool:
        """Whether every character of it has a reading."""
        return len(self.syllables) == len(self.text)

    def name_syllable(self, syllable: Syllable) -> str:
        """Return the hanzi, shown in the word where that holds it twice: 银[行]行长."""
        if self.text.count(syllable.hanzi) == 1:
            return syllable.hanzi
        at = syllable.reading.start - self.start
        return f"{self.text[:at]}[{syllable.hanzi}]{self.text[at + 1 :]}"

    def spell(self, reading: str) -> str:
        """Return a reading as the user likes to read it."""
        return write_syllable(reading, self.style)


def word_readings(
    readings: BlockReadings, blocks: TextBlocks, word: tuple[int, int]
) -> WordReadings | None:
    """Return the readings of a word of the clean text, None where there are none (yet)."""
    block = blocks.at(word[0])
    start = blocks.starts[block]
    text = blocks.text[word[0] : word[1]]
    found = readings.of_word(block, (word[0] - start, word[1] - start), plain=True)
    if not found:
        return None
    from reader.pinyin.engine import agrees  # loaded by now, not at the start

    syllables = []
    for one in found:
        gloss = readings.gloss(block, one.start)
        if gloss is not None and agrees(gloss, one.pinyin):
            gloss = None
        placed = one._replace(start=start + one.start, end=start + one.end)
        syllables.append(Syllable(blocks.text[placed.start], placed, gloss))
    kept = readings.user is not None and text in readings.user.words
    pinned = tuple(sorted(place for place in readings.pinned if word[0] <= place < word[1]))
    document = readings.document
    in_doubt = document is not None and bool(doubtful_spans(document, *word))
    style = readings.options.style
    return WordReadings(text, *word, tuple(syllables), style, kept, pinned, in_doubt)
