"""Character classes for patterns: what counts as a hanzi, and kana."""

from __future__ import annotations

from reader.text.lazy_pattern import lazy_pattern

HANZI = "\u2e80-\u2fd5\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""The inside of a character class. It includes radicals: some extractors write ⾏ for 行."""

IS_HANZI = lazy_pattern(f"[{HANZI}]")
KANA = lazy_pattern("[\u3041-\u3096\u30a1-\u30fa]")


def is_hanzi(char: str) -> bool:
    """Tell if `char` begins with a hanzi; the empty string does not."""
    return bool(char) and IS_HANZI.match(char) is not None
