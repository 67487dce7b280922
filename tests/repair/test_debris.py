import pytest

from reader import RepairKind, restore

ENTITIES = [
    ("甲&amp;乙", "甲&乙"),
    ("&lt;通知&gt;", "<通知>"),
    ("甲&nbsp;乙", "甲 乙"),
    ("甲&#20057;&#x4e19;", "甲乙丙"),
]


@pytest.mark.parametrize(("given", "clean"), ENTITIES)
def test_an_entity_is_decoded(given, clean):
    assert restore(given).text == clean


AS_THEY_ARE = [
    "请看 https://example.org/a?b=1&lt;=2 谢谢",
    "请看 https://example.org/a/&copy;b 谢谢",
    '<a href="x&amp;y">',
    "x='&quot;'",
    "甲&nonsense;乙",
    "甲&#0;乙",
    "甲&#xD800;乙",
]


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_an_entity_in_code_or_an_address_stays(text):
    assert restore(text).text == text


def test_a_space_of_html_goes_from_an_address_all_the_same():
    assert (
        restore("见https://example.org/a?b=1&nbsp;谢谢").text == "见https://example.org/a?b=1 谢谢"
    )


INVISIBLE = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\u202a\u202c"]


@pytest.mark.parametrize("mark", INVISIBLE)
def test_an_invisible_character_between_hanzi_goes(mark):
    document = restore(f"劳{mark}动")
    assert document.text == "劳动"
    (repair,) = document.repairs
    assert (repair.kind, repair.rule) == (RepairKind.DEBRIS, "debris.invisible")
    assert restore(f"{mark}劳动{mark}").text == "劳动"


JOINED = [
    "👨\u200d👩\u200d👧",
    "می\u200cخواهم",
    "क्\u200dष",
    "他写下\u200fعربي\u200f三个词。",
]


@pytest.mark.parametrize("text", JOINED)
def test_a_joiner_that_joins_something_stays(text):
    assert restore(text).text == text
    assert restore(f"{text}\u200b劳\u200d动").text == f"{text}劳动"


def test_debris_is_sure_but_never_quite():
    document = restore("甲&amp;乙\u200b丙")
    assert [repair.rule for repair in document.repairs] == ["debris.entity", "debris.invisible"]
    entity, invisible = (repair.confidence for repair in document.repairs)
    assert 0.9 < entity < invisible < 1
    assert [str(repair.evidence[0]) for repair in document.repairs] == [
        "&amp; is the HTML code for &.",
        "It is an invisible character (zero-width space).",
    ]
