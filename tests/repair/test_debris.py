import pytest

from reader import RepairKind, restore
from reader.text.sentences import evidence_words

INVISIBLE = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\u202a\u202c"]


@pytest.mark.parametrize("mark", INVISIBLE)
def test_an_invisible_character_between_hanzi_goes(mark):
    document = restore(f"劳{mark}动")
    assert document.text == "劳动"
    (repair,) = document.repairs
    assert (repair.kind, repair.rule) == (RepairKind.DEBRIS, "debris.invisible")
    assert restore(f"{mark}劳动{mark}").text == "劳动"


def test_debris_is_sure_but_never_quite():
    document = restore("甲&amp;乙\u200b丙")
    assert [repair.rule for repair in document.repairs] == ["debris.entity", "debris.invisible"]
    entity, invisible = (repair.confidence for repair in document.repairs)
    assert 0.9 < entity < invisible < 1
    assert [evidence_words(repair.evidence[0]) for repair in document.repairs] == [
        "&amp; is the HTML code for &.",
        "It is an invisible character (zero-width space).",
    ]
