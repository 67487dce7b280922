"""A list of words is searched by hanzi, pinyin and meaning."""

import time

import pytest

from reader.study.word_search import Searched, WordSearch

WORDS = [
    Searched("劳动关系", "láo dòng guān xì", "labour relations"),
    Searched("劳动", "láo dòng", "to work; labour"),
    Searched("关系", "guān xì", "relation; to concern"),
    Searched("仲裁", "zhòng cái", "arbitration"),
    Searched("老董", "lǎo dǒng", "collaboration (in jest)"),
    Searched("女儿", "nǚ ér", "daughter"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("劳动", ["劳动", "劳动关系"]),
        ("勞動", ["劳动", "劳动关系"]),
        ("关", ["关系", "劳动关系"]),
        ("laodong", ["劳动", "老董", "劳动关系"]),
        ("lao2dong4", ["劳动", "劳动关系"]),
        ("láodòng", ["劳动", "劳动关系"]),
        ("lao dong", ["劳动", "老董", "劳动关系"]),
        ("ldgx", ["劳动关系"]),
        ("guanxi", ["关系", "劳动关系"]),
        ("nv", ["女儿"]),
        ("labour", ["劳动关系", "劳动"]),
        ("labo", ["劳动关系", "劳动", "老董"]),
        ("Arbitration", ["仲裁"]),
        ("(in", ["老董"]),
        ("nothing", []),
        ("无", []),
        ("[", []),
    ],
)
def test_the_best_comes_first(typed, found):
    assert [WORDS[number].word for number in WordSearch(WORDS).find(typed)] == found


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_leaves_the_list_as_it_is(typed):
    assert WordSearch(WORDS).find(typed) == list(range(len(WORDS)))


def test_words_without_pinyin_or_meaning():
    search = WordSearch([Searched("劳动")])
    assert search.find("劳") == [0]
    assert search.find("lao") == []


def test_fifty_thousand_words_are_searched_in_a_moment():
    search = WordSearch([*WORDS] * 8_400)
    for typed in ("laodong", "labour", "关系", "ldgx", "zzz"):
        start = time.process_time()
        search.find(typed)
        assert time.process_time() - start < 1  # 0.1 s, on a machine that does nothing else
