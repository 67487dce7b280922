"""How a word was written is told by its own repairs, and not by those of its neighbours."""

import pytest

from reader import restore
from reader.study.occurrences import find_occurrences, find_spelling

DOCUMENT = restore("在人(ren)社部(bu)咊(he)上海(hai)市勞動(dòng)(dong)關(guān)係會議上")


def spelling(word):
    start = DOCUMENT.text.index(word)
    return find_spelling(DOCUMENT, start, start + len(word))


@pytest.mark.parametrize(
    ("word", "original", "changed"),
    [
        ("人社部", "人(ren)社部(bu)", ["(ren)", "(bu)"]),
        ("和", "咊(he)", ["咊", "(he)"]),
        ("上海", "上海(hai)", ["(hai)"]),
        ("劳动", "勞動(dòng)(dong)", ["勞", "動", "(dòng)", "(dong)"]),
    ],
)
def test_a_word_is_told_from_its_neighbours(word, original, changed):
    found = spelling(word)
    assert found.original == original
    assert "".join(one.before for one in found.repairs) == "".join(changed)


def test_a_word_that_stood_there_has_no_spelling_of_its_own():
    assert spelling("在") is None


def sentences(text, word, here=0):
    found = find_occurrences(text, word, here=here)
    return [text[one.sentence_start : one.sentence_end] for one in found.places]


def test_each_sentence_is_told_once_and_at_the_place_that_is_looked_at():
    text = "劳动创造劳动。没有。劳动光荣。"
    assert sentences(text, "劳动") == ["劳动创造劳动。", "劳动光荣。"]
    second = text.index("劳动", 1)
    found = find_occurrences(text, "劳动", here=second)
    assert (found.number, [one.start for one in found.places]) == (3, [second, 10])


def test_the_place_that_is_looked_at_is_among_many():
    text = "劳动。" * 40
    found = find_occurrences(text, "劳动", here=90)
    assert [one.start for one in found.places] == [0, 3, 6, 9, 90]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("劳动。", (False, False)),
        ("甲" * 100 + "劳动" + "乙" * 100, (True, True)),
        ("好。" + "甲" * 60 + "劳动" + "乙" * 60 + "。", (False, False)),
        ("甲" * 60 + "劳动" + "乙" * 60, (False, False)),
        ("劳动" + "乙" * 61, (False, True)),
    ],
)
def test_a_long_sentence_says_where_it_is_cut(text, cut):
    (one,) = find_occurrences(text, "劳动", here=text.index("劳动")).places
    assert (one.is_cut_before, one.is_cut_behind) == cut
