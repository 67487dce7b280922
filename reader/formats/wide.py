"""Tells numbers of two bytes from letters in UTF-16, where nearly all bytes are valid.

A file of 00 01 02 FF over and over would be Ā＂Ā＂, and sound would be ﻘ＃ŉﾐ.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from reader.text.lazy_pattern import lazy_pattern

_ODD = 0.25  # share of a text out of step, as a lost byte leaves it, has half as many
_ODD_KINDS = frozenset(("Cc", "Cn", "Co", "Cs"))
_ARABIC_FORMS = lazy_pattern("[\ufb50-\ufdff\ufe70-\uffff]")  # and what follows them
_MARKS = 4  # full-width marks, and half-width kana, for each letter: （一）！
_LAYOUT = frozenset("\t\n\x0b\x0c\r")


def holds_numbers(text: str) -> bool:
    """Tell whether what was read as UTF-16 is a table of numbers and no text.

    Nobody writes more letters with accents than without, many full-width marks for each letter, or
    many characters that are none, for private use, or drawn forms of Arabic letters.
    """
    counts = Counter(text)
    lost = counts.pop("\ufffd", 0)
    ascii_letters = accents = marks = wide = odd = 0
    for char, number in counts.items():
        if char < "\x80":
            if char.isalpha():
                ascii_letters += number
            elif char < " " and char not in _LAYOUT:
                odd += number
        elif char < "\u02b0":
            accents += number
        elif "\uff00" <= char <= "\uff9f":
            if char.isalnum() and char <= "\uff60":
                wide += number
            else:
                marks += number
        elif _ARABIC_FORMS.match(char) or unicodedata.category(char) in _ODD_KINDS:
            odd += number
        elif char >= "\u2e80":
            wide += number
    odd += max(0, accents - ascii_letters) + max(0, marks - _MARKS * (wide + ascii_letters))
    return odd > _ODD * (len(text) - lost)
