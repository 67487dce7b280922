"""The words of a document as a list for a terminal, and as a table for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple

from reader.study.cards.card import Card
from reader.study.status import WordStatus
from reader.study.vocabulary import CountedWord
from reader.text.spreadsheet import MARK, disarm
from reader.text.streams import harmless

COLUMNS = (
    "word", "traditional", "pinyin", "meaning", "level", "frequency", "count", "status",
    "sentence", "source",
)  # fmt: skip


class Listed(NamedTuple):
    """A word of a document: counted, explained, and how well it is known."""

    counted: CountedWord
    card: Card
    status: WordStatus


def to_list(words: Iterable[Listed]) -> str:
    """Return one line a word with tabs between: word, pinyin, level, count and meaning."""
    return "".join(
        "\t".join(
            harmless(cell)
            for cell in (
                one.card.word,
                one.card.pinyin,
                one.card.level_name or "-",
                str(one.counted.sure),
                one.card.meaning_text,
            )
        )
        + "\n"
        for one in words
    )


def to_table(words: Iterable[Listed]) -> str:
    """Return a table with a head, for a file in UTF-8 with a byte order mark.

    `frequency` is on the Zipf scale. A cell that a spreadsheet would take for a formula begins
    with an apostrophe.
    """
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for counted, card, status in words:
        texts = (
            card.word, card.traditional, card.pinyin, card.meaning_text,
            "".join(piece.text for piece in card.sentence), card.source,
        )  # fmt: skip
        word, traditional, pinyin, meaning, sentence, source = map(disarm, texts)
        frequency = "" if counted.frequency is None else f"{counted.frequency:.2f}"
        table.writerow(
            (
                word, traditional, pinyin, meaning, "" if card.level is None else card.level,
                frequency, counted.sure, status.value, sentence, source,
            )
        )  # fmt: skip
    return written.getvalue()
