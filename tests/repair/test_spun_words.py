"""A page whose words were replaced by synonyms is marked once, and stays as it is."""

import pytest

from reader import restore
from reader.review.decisions import can_decide
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from reader.text.sentences import evidence_words

SPUN = "这位讼师从好意思国回来，莫得人知说念他的名字。街上的东说念主都在看。"


def test_the_first_place_says_what_happened():
    document = restore("今天天气很好。\n" + SPUN + "\n" + SPUN)
    assert document.text == document.source
    (mark,) = document.repairs
    assert (mark.rule, mark.before, mark.after) == ("variant.synonyms", "讼师", "讼师")
    assert not mark.applied
    assert not can_decide(mark)
    assert state_of(mark) is RepairState.LOST
    assert evidence_words(mark.evidence[0]) == (
        "Words on this page were replaced by synonyms (讼师 → 律师, 好意思国 → 美国, 莫得 → 没有), "
        "which changed its meaning; the original can't be restored."
    )


@pytest.mark.parametrize(
    "text",
    [
        "清代的讼师替人写状纸，名声不好。",
        "他不好意思国外的朋友破费，莫得办法。",
        "讼师敷陈案情，莫得证据，临了只好罢休。",
        "好意思国" * 50,
        SPUN[:11] + "今天天气很好。" * 200 + SPUN[11:17],
    ],
)
def test_single_words_say_nothing(text):
    assert not restore(text).repairs
