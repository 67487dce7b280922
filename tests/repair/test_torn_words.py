"""Signs inside words go where a page has several of them."""

from random import Random

import pytest

from reader import restore
from reader.text.sentences import evidence_words
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.damage.signs import split_words

PAGE = "\n".join(SENTENCES)


def repairs_of(text):
    return [one for one in restore(text).repairs if one.rule == "debris.inside_word"]


@pytest.mark.parametrize("sign", ["?", ".", "·", " . "])
def test_of_the_signs_on_a_treated_page_only_those_inside_words_go(sign):
    page = split_words(PAGE, Random(3), sign=sign)
    document = restore(page.text)
    added = {place.start for place in page.places}
    gone = [one for one in repairs_of(page.text) if one.applied]
    assert len(gone) > len(added) / 4
    assert {one.source_start for one in gone} <= added
    assert document.rebuild_source() == page.text


@pytest.mark.parametrize("mark", ["。", "，"])
def test_a_page_with_marks_inside_words_keeps_its_own(mark):
    page = split_words(PAGE, Random(5), sign=mark, share=0.04)
    added = {place.start for place in page.places}
    gone = [one.source_start for one in repairs_of(page.text) if one.applied]
    assert len(gone) > 5
    assert added.issuperset(gone)


@pytest.mark.parametrize("text", [PAGE, "\n".join(TEXTS), PAGE.replace("？", "?")])
def test_clean_pages_have_no_sign_inside_a_word(text):
    assert not repairs_of(text)


def test_one_place_is_pointed_out_and_says_why():
    (repair,) = repairs_of("他自?己也说不清楚。")
    assert not repair.applied
    assert evidence_words(repair.evidence[0]) == (
        "? splits the word 自己, but no other word of this document is split."
    )


def test_several_places_say_how_many():
    first, _ = repairs_of("他自?己也说不清，眼?泪就流下来了。")
    assert first.applied
    assert evidence_words(first.evidence[0]) == (
        "? splits the word 自己; 2 words of this document are split like this."
    )


def test_real_questions_speak_against_it():
    """Among many questions, one word may well end where another sentence begins."""
    questions = "去哪里?我不知道。谁来了?没有人。什么时候?还早。真的?当然。\n" * 4
    document = restore(questions + "他走?路上小心。你吃?饭好了。")
    assert not [one for one in document.repairs if one.rule.startswith("debris") and one.applied]


def test_the_same_word_again_and_again_is_one_habit():
    """小说 在线·阅读 is how one site writes its name."""
    assert not [one for one in repairs_of("情·报站\n" * 20) if one.applied]


def test_a_rule_that_is_switched_off_leaves_them():
    from reader import MECHANISMS

    rest = [one for one in MECHANISMS if one.name != "torn_words"]
    text = "他自?己也说不清，眼?泪就流下来了。"
    assert restore(text, mechanisms=rest).text == text
