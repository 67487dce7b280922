"""Lines are broken between words, and no mark is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.study_word import StudyWord, Syllable
from reader.ui.typesetting.flow import Sizes, break_lines, measure

SIZES = Sizes(
    lambda text: 10.0 * len(text), lambda text: 4.0 * len(text), lambda text: 4.0 * len(text), 2.0
)


def word(text, *pinyin, gloss=""):
    return StudyWord(tuple(map(Syllable, text, pinyin)), gloss)


def plain(text):
    return StudyWord((Syllable(text),))


LABOUR = word("劳动", "láo", "dòng")
WIDE = word("装", "zhuāng")  # 26 below pinyin, 10 of text
GLOSSED = word("和", "hé", gloss="together with")


def lines_of(words, width, **options):
    lines = break_lines(measure(words, SIZES, width), width, **options)
    return ["".join(one.box.text for one in line) for line in lines]


def test_a_word_is_not_parted():
    assert lines_of([LABOUR, LABOUR, LABOUR], 70) == ["劳动劳动", "劳动"]


@pytest.mark.parametrize("mark", ["，", "。", "”", "》", "）", "……"])
def test_no_line_begins_with_a_closing_mark(mark):
    assert lines_of([LABOUR, LABOUR, plain(mark)], 70) == ["劳动", f"劳动{mark}"]


@pytest.mark.parametrize("mark", ["“", "《", "（"])
def test_no_line_ends_with_an_opening_mark(mark):
    assert lines_of([LABOUR, plain(mark), LABOUR], 60) == ["劳动", f"{mark}劳动"]


def test_latin_words_and_numbers_stay_whole_where_there_is_room():
    assert lines_of([plain("在 GDP 2013年")], 50) == ["在 GDP", "2013年"]


def test_what_is_longer_than_a_line_is_parted():
    assert "".join(lines_of([plain("a" * 100)], 50)) == "a" * 100


def test_marks_lie_close_to_a_word_that_is_narrower_than_its_pinyin():
    (line,) = break_lines(measure([plain("“"), WIDE, plain("”")], SIZES, 300), 300)
    opening, inner, closing = line
    text = inner.left + inner.box.inset
    assert opening.left + opening.box.width == pytest.approx(text)
    assert closing.left == pytest.approx(text + 10)


def test_an_opening_mark_moves_to_a_word_with_a_long_meaning():
    (line,) = break_lines(measure([plain("“"), GLOSSED], SIZES, 300), 300)
    mark, inner = line
    assert mark.left + mark.box.width == pytest.approx(inner.left + inner.box.inset)


def test_pinyin_and_meanings_of_neighbours_do_not_touch():
    (line,) = break_lines(measure([WIDE, GLOSSED, WIDE], SIZES, 300), 300)
    for one, two in pairwise(line):
        assert two.left >= one.left + one.box.width


def test_full_lines_reach_the_right_edge():
    lines = break_lines(measure([LABOUR] * 5, SIZES, 90), 90)
    ends = [line[-1].left + line[-1].box.width for line in lines]
    assert ends[:-1] == [pytest.approx(90)] * (len(ends) - 1)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([LABOUR, WIDE, GLOSSED]),
            st.text("，。“”《》 a1字\u3000", min_size=1, max_size=4).map(plain),
        )
    ),
    st.integers(40, 300),
)
def test_all_but_spaces_is_set_within_the_line(words, width):
    lines = break_lines(measure(words, SIZES, width), width)
    text = "".join(one.text for one in words)
    placed = "".join(one.box.text for line in lines for one in line)
    assert "".join(placed.split()) == "".join(text.split())
    for line in lines:
        texts = [(one.left + one.box.inset, one.box.width - 2 * one.box.inset) for one in line]
        assert all(left >= 0 for left, _ in texts)
        assert all(one + wide <= two + 1e-6 for (one, wide), (two, _) in pairwise(texts))
