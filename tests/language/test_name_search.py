"""Names found by what is typed for them."""

import pytest

from reader.language.name_search import matches

NAME = "云州根治欠薪.txt"


@pytest.mark.parametrize(
    "query",
    ["", " ", "根治", "yunzhou", "yzgzqx", "YunZhou", "gen zhi", "yunz", "txt", "ｔｘｔ",
     "qian xin", "yúnzhōu", "薪 yun"],
)  # fmt: skip
def test_a_name_is_found(query):
    assert matches(query, NAME)


@pytest.mark.parametrize("query", ["甲", "yungen", "zhouyun", "yx", "<b>"])
def test_another_name_is_not(query):
    assert not matches(query, NAME)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("chongqing", "重庆"),
        ("zhongyao", "重要"),
        ("lvse", "绿色"),
        ("lüse", "绿色"),
        ("2023nian", "2023年通报"),
        ("tongbao", "通——报"),
        ("report", "Report 1.docx"),
    ],
)
def test_every_reading_of_a_character_counts(query, name):
    assert matches(query, name)
