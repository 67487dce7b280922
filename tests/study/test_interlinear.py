"""Glosses of the words of a paragraph, and how words are put together for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.segment import HANZI, segment
from reader.pinyin.pronounce import find_readings
from reader.study import Dictionary
from reader.study.grouping import group_words
from reader.study.interlinear import LONGEST, gloss_words

WORDS = Dictionary()


def glosses(text):
    found = gloss_words(text, find_readings(text), WORDS)
    return {text[one.start : one.end]: one.text for one in found}


def grouped(text):
    return [text[start:end] for start, end in group_words(text, segment(text), WORDS)]


def test_a_paragraph_can_be_followed_by_its_glosses():
    found = glosses("上海市人社局建立劳动关系协调机制，做到应急处置。")
    assert found["上海市"].startswith("Shanghai")
    assert found["人社局"] == "human resources bureau"
    assert found["劳动关系"] == "labour relations"
    assert found["建立"] == "establish"


def test_particles_and_counted_units_have_no_gloss():
    found = glosses("2024年5月的16个部门已经完成了工作。")
    assert found["的"] == found["了"] == ""
    assert found["年"] == found["月"] == found["个"] == ""
    assert found["部门"] == "department"


def test_words_of_the_news_have_the_sense_they_have_there():
    found = glosses("我们一起向未来。没有中国共产党就没有新中国。比利时科考站。火星探测。")
    assert found["一起"] == "together"
    assert found["就"] == "then"
    assert found["科考"] == "scientific expedition"
    assert found["火星"] == "Mars"
    assert glosses("就有关问题发表意见。")["就"] == "on"
    assert glosses("市、区两级应对。")["两级"] == "2 levels"
    assert glosses("二级医院。")["二级"] != "2 levels"


def test_points_of_a_list_are_numbered():
    assert glosses("一是建立机制。")["一是"] == "1st:"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("劳动关系", ["劳动关系"]),
        ("上海市人社局", ["上海市", "人社局"]),
        ("方便面对面", ["方便", "面对面"]),
        ("有的是不是", None),  # as the segmenter has it
        ("认真学习", ["认真", "学习"]),  # the segmenter has it as one word
        ("北京人民大会堂", ["北京", "人民大会堂"]),
        ("第一百四十八条", ["第一百四十八条"]),
        ("第四十六条第二款", ["第四十六条", "第二款"]),
        ("由市人民政府", ["由", "市人民政府"]),
        ("报省人民政府", ["报", "省人民政府"]),
        ("由头", ["由头"]),
        ("五年来", ["五年来"]),
        ("一千四百多万吨", ["一千四百多万吨"]),
        ("一千五百万", ["一千五百万"]),
        ("一九五八年", ["一九五八年"]),
        ("百分之二十", ["百分之二十"]),
        ("马克西姆", None),
    ],
)
def test_words_stand_together_as_a_dictionary_has_them(text, words):
    expected = words or [text[start:end] for start, end in segment(text)]
    assert grouped(text) == expected


@given(st.text(alphabet="的劳动关系上海市人社局一二三万年。，“A1 \n", max_size=40))
def test_every_hanzi_is_in_one_word_and_nothing_else_is(text):
    found = gloss_words(text, find_readings(text), WORDS)
    places = [at for one in found for at in range(one.start, one.end)]
    assert places == sorted(set(places))
    assert [text[at] for at in places] == HANZI.findall(text)
    assert all(len(one.text) <= LONGEST + 1 for one in found)


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("应当保护环境。", "保护", "protect"),
        ("加强保护，", "保护", "protection"),
        ("房屋的处理意见", "处理", "handling"),
        ("依法管理国家事务", "管理", "manage"),
        ("加强管理。", "管理", "management"),
        ("发展了经济", "发展", "develop"),
        ("会议将讨论预算", "将", "will"),
        ("将资金用于教育", "将", "take"),
        ("把工作做好", "把", "take"),
        ("为企业服务", "为", "for"),
        ("他们一直在努力。", "在", "in progress"),
        ("在努力下", "在", "at"),
        ("为提高质量，", "为", "in order to"),
        ("以质量取胜", "以", "with"),
        ("一般的规定", "一般", "general"),
        ("质量很高", "质量", "quality"),
        ("五年来，我国经济增长", "五年来", "over the past 5 years"),
        ("在云州办理", "云州", "Yunzhou"),
        ("实行改革开放", "改革开放", "reform and opening up"),
    ],
)
def test_a_word_is_glossed_as_it_is_used(text, word, gloss):
    assert glosses(text)[word] == gloss
