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
