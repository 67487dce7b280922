from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reader.text.matching import Match, match_texts
from tests.damage.sentences import SENTENCES

SHORT = st.text(alphabet="天地人。!", max_size=40)


@given(SHORT, SHORT)
def test_matches_are_the_same_in_both_texts_and_in_order(one, other):
    found = match_texts(one, other)
    for start, other_start, length in found:
        assert length > 0
        assert one[start : start + length] == other[other_start : other_start + length]
    for first, second in pairwise(found):
        assert first.start + first.length <= second.start
        assert first.other_start + first.length <= second.other_start


def test_a_text_is_itself():
    text = "".join(SENTENCES)
    assert match_texts(text, text) == [Match(0, 0, len(text))]


def test_one_character_more_or_less_is_all_that_differs():
    text = "".join(SENTENCES)
    at = len(text) // 2
    assert match_texts(text, text[:at] + text[at + 1 :]) == [
        Match(0, 0, at),
        Match(at + 1, at, len(text) - at - 1),
    ]


def test_what_differs_at_random_leaves_all_else_aligned():
    random = Random(3)
    text = "".join(SENTENCES) * 4
    changed = set(random.sample(range(len(text)), 60))
    other = "".join("X" if at in changed else char for at, char in enumerate(text))
    shared = sum(match.length for match in match_texts(text, other))
    assert shared >= len(text) - 62


def test_a_lonely_character_between_two_unlike_passages_is_chance():
    assert match_texts("天天天天的地地地地", "人人人人的口口口口") == []
