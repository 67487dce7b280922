"""Places of a text are found by how they are read there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.text_by_pinyin import TextByPinyin

TEXT = "构建和谐劳动关系，\n重新重视区长的意见。\n西安先进，一个人不是一样。呵呵呵。女儿绿了。"


def find(typed, text=TEXT):
    return [text[slice(*span)] for span in TextByPinyin(text).find(typed)]


@pytest.mark.parametrize(
    "typed",
    ["laodong", "lao2dong4", "láodòng", "láo dòng", "LaoDong", "lao dong", "laod", "lao'dong"],
)
def test_words_are_found_however_their_pinyin_is_typed(typed):
    assert find(typed) == ["劳动"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("laodongguanxi", ["劳动关系"]),
        ("dongguan", ["动关"]),
        ("ldgx", ["劳动关系"]),
        ("gjhx", ["构建和谐"]),
        ("quzhang", ["区长"]),
        ("quchang", []),
        ("ou", []),
        ("chongxin", ["重新"]),
        ("zhongshi", ["重视"]),
        ("chongshi", []),
        ("zhong4", ["重"]),
        ("chong2", ["重"]),
        ("xian", ["西安", "先"]),
        ("xi'an", ["西安"]),
        ("xian1", ["西安", "先"]),
        ("hehe", ["呵呵"]),
        ("nver", ["女儿"]),
        ("nü'er", ["女儿"]),
        ("nuer", ["女儿"]),
        ("luse", []),
        ("lv", ["绿"]),
        ("yi1ge4", ["一个"]),
        ("yi2ge4", ["一个"]),
        ("yi3ge4", []),
        ("bu2shi4", ["不是"]),
        ("bu4shi4", ["不是"]),
        ("lao3dong", []),
        ("xichangjian", []),
        ("l", []),
        ("", []),
        ("劳动", []),
        ("zsqz", ["重视区长"]),
        ("zhsqzh", ["重视区长"]),
        ("csqz", []),
    ],
)
def test_what_is_read_so_in_context_is_found_and_nothing_else(typed, found):
    assert find(typed) == found


def test_initials_are_not_looked_for_where_something_is_spelled_so():
    assert find("fa", "法与附案") == ["法"]
    assert find("fa", "附案") == ["附案"]


def test_nothing_is_found_across_what_stands_between():
    assert find("laodong", "劳，动") == find("laodong", "劳\n动") == []


@given(
    st.lists(st.sampled_from(["重", "行", "和", "劳动", "西安", "一", "\n", "，", "A", "的"])).map(
        "".join
    )
)
def test_places_are_in_order_and_apart(text):
    for typed in ("xian", "hang2", "de", "he", "ld", "zh"):
        spans = TextByPinyin(text).find(typed)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
