"""Where words first stand: whole, in order, and told while it is being found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.dictionary.entry import Levels
from reader.study.first_words import FirstWords, find_first_words
from reader.study.levels import LevelLimit, LevelList


def cut(text):
    """Every two characters are a word; so is what is left over."""
    return [(at, min(len(text), at + 2)) for at in range(0, len(text), 2)]


def blocks_of(text, size):
    return [(at, min(len(text), at + size)) for at in range(0, len(text), size)]


@given(st.text("甲乙丙", max_size=60), st.integers(1, 9))
def test_each_word_stands_first_once(text, size):
    blocks = blocks_of(text, size)
    *_, found = find_first_words(text, blocks, cut)
    spans = [
        (start + low, start + high) for start, end in blocks for low, high in cut(text[start:end])
    ]
    first = {}
    for low, high in spans:
        first.setdefault(text[low:high], low)
    assert list(found.starts) == sorted(first.values())
    assert found.upto == len(text)


def test_what_is_known_grows_from_the_start_and_stays():
    text = "".join(chr(0x4E00 + number % 5000) for number in range(60_000))
    told = list(find_first_words(text, blocks_of(text, 500), cut))
    assert len(told) > 2
    assert [one.upto for one in told] == sorted(one.upto for one in told)
    whole = told[-1]
    for one in told:
        assert one.within(0, one.upto) == whole.within(0, one.upto)
        assert one.within(one.upto - 1, one.upto + 1) is None or one is whole


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 10, [0, 4]), (4, 5, [4]), (5, 10, []), (0, 11, None)]
)
def test_a_part_is_known_as_far_as_was_looked(start, end, expected):
    assert FirstWords([0, 4], 10).within(start, end) == expected


@pytest.mark.parametrize(
    ("levels", "limit", "above"),
    [
        (Levels(hsk2025=4), LevelLimit(LevelList.HSK2025, 4), False),
        (Levels(hsk2025=5), LevelLimit(LevelList.HSK2025, 4), True),
        (Levels(hsk2025=7), LevelLimit(LevelList.HSK2025, 7), False),
        (Levels(hsk2=6), LevelLimit(LevelList.HSK2025, 7), True),  # in another list only
        (Levels(hsk2=6), LevelLimit(LevelList.HSK2, 6), False),
        (None, LevelLimit(LevelList.HSK2025, 7), True),  # in none
    ],
)
def test_words_above_a_level_are_those_of_a_higher_one_and_of_none(levels, limit, above):
    assert limit.is_above(levels) is above
