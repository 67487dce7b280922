"""Written Cantonese: 佢哋話呢啲嘢好貴 is right as it stands, though 哋 may be a form of 地."""

from __future__ import annotations

# What its sentences are made of, and more that is written with forms of other characters.
_TELLING = frozenset("佢哋嘅啲嘢咗喺嗰嚟唔冇咁乜噉嘥瞓揾俾畀睇諗谂嗌攞啱嬲")
CANTONESE = _TELLING | frozenset(
    "嘞喎㗎咪咩啩嘈嘣嗮晒搣掟埋嘟啫喇噃咋嘛啦囉啰嘩哗呃氹冧咭梘枧孭蝕蚀"
)
_LEAST = 3  # of the telling ones, all different: a spinner's 嘅 for 慨 stands alone


def is_cantonese(text: str) -> bool:
    """Tell if a text is written Cantonese, at least in part."""
    return len(_TELLING.intersection(text)) >= _LEAST
