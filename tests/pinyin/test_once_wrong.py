"""Readings that pypinyin, CC-CEDICT or earlier versions of the tables had wrong."""

from pathlib import Path

import pytest

from reader import pronounce
from reader.pinyin.spelling import Style, write_syllable

TABLE = Path(__file__).with_name("once_wrong.tsv")
ROWS = [
    line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")
]


def test_the_table_is_large_and_names_each_word_once():
    assert len(ROWS) >= 100
    assert len({sentence for sentence, _, _ in ROWS}) == len(ROWS)
    assert all(sentence.count(word) == 1 for sentence, word, _ in ROWS)


@pytest.mark.parametrize(("sentence", "word", "reading"), ROWS)
def test_a_reading_once_wrong_is_right(sentence, word, reading):
    start = sentence.index(word)
    said = [
        write_syllable(syllable, Style.NUMBERS).replace("ü", "v")
        for at, _, syllable in pronounce(sentence)
        if start <= at < start + len(word)
    ]
    assert " ".join(said) == reading
