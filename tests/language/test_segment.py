from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.segment import HANZI, segment

MIXED = st.text(
    st.one_of(st.sampled_from("中国人民政府加强劳动关系、。，A1 \r\n\t𠮷〇�"), st.characters())
)


def words(text):
    return [text[start:end] for start, end in segment(text)]


def test_words_of_a_sentence():
    assert words("推动劳动关系，重视GDP增长。") == ["推动", "劳动", "关系", "重视", "增长"]


def test_what_is_not_hanzi_is_no_word():
    assert segment("GDP 2026, ok?\r\n") == []
    assert segment("") == []


def test_offsets_are_code_points_beyond_the_basic_plane():
    text = "😀𠮷和劳动😀"
    assert words(text)[-1] == "劳动"
    assert segment(text)[-1] == (3, 5)


@given(MIXED)
@settings(deadline=None)  # the first call loads dictionaries
def test_every_hanzi_stands_in_exactly_one_word_and_nothing_else_does(text):
    covered = [offset for start, end in segment(text) for offset in range(start, end)]
    assert covered == [offset for offset, character in enumerate(text) if HANZI.match(character)]


def test_a_run_without_any_mark_is_covered_to_its_end():
    text = "劳动关系" * 5000
    spans = segment(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(left[1] == right[0] for left, right in pairwise(spans))
