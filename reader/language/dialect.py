"""Recognises written Cantonese: 佢哋話呢啲嘢好貴 is right, though elsewhere 哋 is a form of 地."""

from __future__ import annotations

# Characters that only Cantonese sentences use; then others that look like forms of a character.
_TELLING = frozenset("佢哋嘅啲嘢咗喺嗰嚟唔冇咁乜噉嘥瞓揾俾畀睇諗谂嗌攞啱嬲")
CANTONESE = _TELLING | frozenset(
    "嘞喎㗎咪咩啩嘈嘣嗮晒搣掟埋嘟啫喇噃咋嘛啦囉啰嘩哗呃氹冧咭梘枧孭蝕蚀"
)
_LEAST = 3  # different telling characters: a spinner who writes 嘅 for 慨 uses no others


def is_cantonese(text: str) -> bool:
    """Tell if a text is at least partly in written Cantonese."""
    return len(_TELLING.intersection(text)) >= _LEAST
