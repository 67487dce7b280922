"""Lost characters are marked, and proposed where the text leaves no choice."""

import pytest

from reader import restore
from reader.review.decisions import can_decide


@pytest.mark.parametrize("marks", ["\ufffd", "\ufffd\ufffd", "\ufffd\ufffd\ufffd", "??", "???"])
def test_one_character_shown_as_several_marks_is_proposed(marks):
    text = f"构建劳动关{marks}和谐的企业。"
    document = restore(text)
    assert document.text == text
    (repair,) = document.repairs
    assert (repair.rule, repair.before, repair.after) == ("slip.guessed", marks, "系")
    assert not repair.applied
    assert repair.confidence < 0.5
    assert can_decide(repair)


@pytest.mark.parametrize(
    "text",
    [
        "中华人民共和\ufffd国",
        "他说\ufffd我们走吧。",
        "劳动关\ufffd\ufffd\ufffd\ufffd\ufffd和谐",
        "我很喜欢\ufffd",
        "姓名：王\ufffd，男。",
    ],
)
def test_what_the_text_does_not_tell_stays_lost(text):
    document = restore(text)
    assert document.text == text
    assert [repair.rule for repair in document.repairs] == ["encoding.lost"]
    assert not can_decide(document.repairs[0])


@pytest.mark.parametrize(
    "text",
    [
        "他去了???没有人知道。",
        "在吗??你好",
        "真的吗???",
        "为什么??因为没有人去。",
        "劳动关系???和谐社会？",
        "等提供支撑??在监管过程中",
    ],
)
def test_question_marks_that_somebody_typed_stay(text):
    document = restore(text)
    assert document.text == text
    assert not [repair for repair in document.repairs if repair.rule == "slip.guessed"]


def test_many_losses_are_not_guessed_at():
    document = restore("劳动关\ufffd和谐\n" * 1200)
    assert not [repair for repair in document.repairs if repair.rule == "slip.guessed"]


def test_where_much_is_lost_the_first_places_are_guessed_and_all_are_marked():
    lines = 400
    text = "构建劳动关\ufffd和谐的企业。\n" * lines
    rules = [repair.rule for repair in restore(text).repairs]
    assert len(rules) == lines
    guessed = rules.count("slip.guessed")
    assert rules[:guessed] == ["slip.guessed"] * guessed
    assert 30 < guessed < lines
