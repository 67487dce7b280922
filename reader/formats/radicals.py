"""Radicals that stand for characters: ⾏ (U+2F8F) is 行, ⻚ (U+2EDA) is 页.

A font that draws a radical and a character with one glyph makes a PDF's table of characters name
either. Nobody writes radicals in running text, so they are read as the characters they look like.
"""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement: what Unicode's EquivalentUnifiedIdeograph names; NFKC maps only two.
_SUPPLEMENT = {
    "⺁": "厂", "⺂": "乛", "⺃": "乚", "⺄": "乙", "⺅": "亻", "⺆": "冂",
    "⺇": "𠘨", "⺈": "刀", "⺉": "刂", "⺊": "卜", "⺋": "㔾", "⺌": "小",
    "⺍": "小", "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺑": "𡯂", "⺒": "巳",
    "⺓": "幺", "⺔": "彑", "⺕": "彐", "⺖": "忄", "⺗": "心", "⺘": "扌",
    "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月", "⺞": "歺", "⺟": "母",
    "⺠": "民", "⺡": "氵", "⺢": "氺", "⺣": "灬", "⺤": "爫", "⺥": "爫",
    "⺦": "丬", "⺧": "牛", "⺨": "犭", "⺩": "王", "⺪": "𤴔", "⺫": "目",
    "⺬": "示", "⺭": "礻", "⺮": "𥫗", "⺯": "糹", "⺰": "纟", "⺱": "罓",
    "⺲": "罒", "⺳": "㓁", "⺴": "冗", "⺵": "𦉫", "⺶": "羊", "⺷": "𦍌",
    "⺸": "𦍋", "⺹": "耂", "⺺": "肀", "⺻": "聿", "⺼": "肉", "⺽": "𦥑",
    "⺾": "艹", "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀",
    "⻄": "西", "⻅": "见", "⻆": "角", "⻇": "𧢲", "⻈": "讠", "⻉": "贝",
    "⻊": "𧾷", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "邑",
    "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长", "⻔": "门", "⻕": "𨸏",
    "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风",
    "⻜": "飞", "⻝": "食", "⻞": "𩙿", "⻟": "飠", "⻠": "饣", "⻡": "𩠐",
    "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤",
    "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐", "⻭": "歯",
    "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
# NFKC names the traditional form, but Chinese fonts draw these for 户 and 青.
_SIMPLIFIED = {"\u2f3e": "户", "\u2fad": "青"}


def without_radicals(text: str) -> str:
    """Return `text` with every radical made the character it looks like."""
    if not any("\u2e80" <= character <= "\u2fd5" for character in text):
        return text
    return "".join(map(_character, text))


def _character(character: str) -> str:
    if "\u2f00" <= character <= "\u2fd5" and character not in _SIMPLIFIED:
        return unicodedata.normalize("NFKC", character)
    return _SIMPLIFIED.get(character) or _SUPPLEMENT.get(character, character)
