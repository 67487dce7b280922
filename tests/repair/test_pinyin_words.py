"""Pinyin in place of a character is proposed with its rivals, and never written."""

from random import Random

import pytest

from reader import restore
from tests.damage.sentences import SENTENCES
from tests.damage.signs import write_pinyin


def proposals_in(text):
    return [one for one in restore(text).repairs if one.rule == "debris.pinyin"]


def test_a_syllable_is_shown_with_its_character_and_others():
    text = "各级政fu要wei护市场秩序。"
    document = restore(text)
    assert document.text == text
    first, second = document.repairs
    assert (first.before, first.after, second.before, second.after) == ("fu", "府", "wei", "维")
    assert not first.applied
    assert {one.text for one in second.alternatives} >= {"为"}
    assert all(one.probability <= second.confidence for one in second.alternatives)


def test_a_tone_narrows_the_characters():
    (repair,) = proposals_in("zuì近天气转凉，早晚温差很大。")
    assert repair.after == "最"


def test_nearly_all_proposals_are_right():
    page = write_pinyin("\n".join(SENTENCES), Random(2))
    truth = {place.start: page.truth[place.truth_start] for place in page.places}
    found = proposals_in(page.text)
    right = [one for one in found if truth.get(one.source_start) == one.after]
    assert len(found) > len(truth) / 4
    assert len(right) >= 0.95 * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "这事OK了，wifi也连上了。",
        "先ping一下，再把他ban掉。",
        "ta们都很高兴。",
        "“重”在这里读zhong，重量的重。",
        "网址是 https://zui.example.cn/fu近 和 a_fu近。",
        "浓度为5mg，功率为3wan。",
    ],
)
def test_latin_words_stay(text):
    assert not proposals_in(text)


def test_a_word_that_is_english_too_counts_beside_others():
    assert not proposals_in("双方he作共赢。")
    assert [one.after for one in proposals_in("双方he作共赢，zui近很忙。")] == ["合", "最"]
