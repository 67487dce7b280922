"""Characters that a text is about stay, in lists and in rows."""

from __future__ import annotations

import pytest

from reader import restore

ABOUT = [
    "異體字：㐅、厵、猋、鱻、喆、堃、犇、垚。",
    "喆堃犇垚淼焱鑫這些字常用於人名。",
    "生僻字有龘 靐 齉 爩 鱻，很難寫。",
]


@pytest.mark.parametrize("text", ABOUT)
def test_rare_characters_that_are_listed_stay(text):
    clean = restore(text).text
    for char in "㐅厵猋鱻喆堃犇垚淼焱鑫龘靐齉爩":
        assert clean.count(char) == text.count(char)


def test_traditional_characters_in_a_list_are_simplified():
    assert restore("東、南、車、馬、門、風各有其義，這裏說的是簡體。").text.startswith(
        "东、南、车、马"
    )


def test_forms_among_ordinary_characters_are_replaced():
    text = "以人民爲中心，構建咊諧勞動關係，昰灋治的要求。"
    assert restore(text).text == "以人民为中心，构建和谐劳动关系，是法治的要求。"


COMPARED = [
    "异体字表：峯（峰）、羣（群）、畧（略）、邨（村）、勅（敕）、牀（床）、脣（唇）、菴（庵）",
    "略、畧；峰、峯；裏、裡、里",
    "异体字：（1）泪—淚（2）岳—嶽（3）烟—煙",
    "游戏、遊戏",
    "游戏/遊戲",
    "烟——煙，岳——嶽",
    "发（發）、发（髮）、后（後）",
]


@pytest.mark.parametrize("text", COMPARED)
def test_a_form_beside_its_simplified_one_stays(text):
    assert restore(text).text == text
    spun = "推動勞動關係咊諧發展。\n"
    assert restore(spun + text).text == "推动劳动关系和谐发展。\n" + text


def test_forms_of_a_traditional_text_are_simplified_side_by_side():
    text = "本會設於台灣/臺灣，會員來自裏面、裡面。"
    assert restore(text).text == "本会设于台湾/台湾，会员来自里面、里面。"
