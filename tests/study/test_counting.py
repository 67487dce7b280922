"""Numbers and what they count have a meaning that is regular; what only looks so has none."""

import pytest

from reader.study import Dictionary
from reader.study.dictionary.composed import count_word

WORDS = Dictionary()


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("一九五八年", "year 1958"),
        ("两千年", "2,000 years"),
        ("一批", "1 batch"),
        ("一国", "1 country"),
        ("十一批", "11 batches"),
        ("五年来", "over the past 5 years"),
        ("几十年间", "within tens of years"),
        ("十天后", "10 days later"),
        ("五日内", "within 5 days"),
        ("三个月前", "3 months ago"),
        ("十余年", "over 10 years"),
        ("三百多人", "over 300 people"),
        ("一千余", "over 1,000"),
        ("一亿一千四百多万吨", "over 114,000,000 tons"),
        ("一亿二千万", "120,000,000"),
        ("一万亿", "1,000,000,000,000"),
        ("三十二亿五千万元", "3,250,000,000 yuan"),
        ("数百人", "hundreds of people"),
        ("几十万", "hundreds of thousands"),
        ("多项", "many items"),
        ("多名", "many (people)"),
        ("三分之二", "2/3"),
        ("百分之七点五", "7.5%"),
        ("千分之五", "5‰"),
        ("二三十", "20–30"),
        ("三四百人", "300–400 people"),
        ("十四届", "14th session"),
        ("二十一世纪", "21st century"),
        ("第一卷", "Volume 1"),
        ("一是", "1st:"),
    ],
)
def test_a_number_says_what_it_counts(word, meaning):
    assert count_word(word, WORDS.find) == meaning


@pytest.mark.parametrize(
    "word",
    [
        "",
        "多大",
        "多么",
        "数据",
        "几乎",
        "两用品",
        "百货",
        "余年",
        "年来",
        "后来",
        "第一",
        "a",
        "万分",
    ],
)
def test_another_word_is_not_counted(word):
    assert count_word(word, WORDS.find) in ("", "1st")


def test_numbers_that_say_nothing_together():
    assert count_word("二三十一二", WORDS.find) == ""
    assert count_word("三分之", WORDS.find) == ""
    assert count_word("十点", WORDS.find).startswith("10 points")
