"""How a word was written is told by its own repairs, and not by those of its neighbours."""

import pytest

from reader import restore
from reader.study.occurrences import find_spelling

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
