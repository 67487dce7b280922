"""Tells a character of a name from one that a spinner put there: 李堃, 张昇, 邠州.

The third level of the standard table holds characters for names, which spinners use for 坤 and 升.
A name is recognised by what does not fit together: the surname forms no word with the text before
it, and what the form may stand for forms none with the surname or the text after. In 工程郃格 all
of that fits, so it is 工程合格.
"""

from __future__ import annotations

from reader.language.hanzi import is_hanzi
from reader.language.ngram import UNKNOWN, CharacterModel

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁"
    "沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺毛郝顾龚邵万覃武钱严"
    "莫孔汤洪毕柳尚施俞欧闫牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俄左柏祝包宁符阮"
)
"""The usual surnames of one character."""

# All in nats: the most by which two characters may be likelier together than by chance.
_REPELLED = -2.0  # the surname and what the form may stand for
_NO_WORD = -3.5  # the text before and the surname
_NO_START = -2.5  # what the form may stand for and the text after


# What stands behind the name of a place, a firm, or a species, and before or behind a person's.
_TITLED = frozenset("县镇乡村山江河湖州国岛郡城寨溪港庄氏姓君公侯王地鱼鸟属科旁")
_NAMING = frozenset("号字名叫讳谥")  # and before it: 号苏斋
_TITLES = frozenset(
    (
        "先生", "女士", "小姐", "教授", "博士", "主任", "校长", "院长", "部长", "会长", "市长",
        "省长", "县长", "局长", "处长", "经理", "总统", "总理", "主席", "委员", "老师", "同志",
        "医生", "律师", "记者", "作者", "主编", "编辑", "导演", "演员", "选手", "教练", "皇帝",
        "公司", "集团", "将军", "法师", "大师", "同学", "师傅", "书记",
    )
)  # fmt: skip
_NAME = 3  # characters
_ATTRACTED = 2.0  # nats


def stands_in_name(text: str, at: int, model: CharacterModel) -> bool:
    """Tell if text[at], in simplified text, stands where names have rare characters: 李堃, 邠州."""
    behind = text[at + 1 : at + 2]
    if (behind and behind in _TITLED) or (at and text[at - 1] in _NAMING):
        return True
    near = range(1, _NAME + 1)
    if any(text[at + far : at + far + 2] in _TITLES for far in near):
        return True
    if any(text[max(0, at - far - 1) : at - far + 1] in _TITLES for far in near if far <= at):
        return True
    return any(
        text[at - far] in SURNAMES
        and begins_word(text, at - far, model)
        and (far == 1 or begins_word(text, at - 1, model))
        for far in (1, 2)
        if far <= at
    )


def begins_word(text: str, at: int, model: CharacterModel) -> bool:
    """Tell if text[at] forms no word with the character before it, as 李 does in 洋李."""
    before = text[at - 1 : at] if at else ""
    if not is_hanzi(before):
        return True
    one, two = model.ids(before + text[at])
    return model.rarity(text[at]) - model.cost(UNKNOWN, one, two) < _ATTRACTED


def ends_name(base: str, at: int, instead: str, model: CharacterModel) -> bool:
    """Tell if base[at] ends a name of two characters, rather than standing for `instead`."""
    if not at or base[at - 1] not in SURNAMES:
        return False
    if base[at + 1 : at + 3] in _TITLES:
        return True

    def gain(first: str, second: str) -> float:
        """Return how much less likely than by chance `second` is after `first`, in nats."""
        one, two = model.ids(first + second)
        return model.cost(UNKNOWN, one, two) - model.rarity(second)

    surname, before, after = base[at - 1], base[at - 2 : at - 1], base[at + 1 : at + 2]
    return (
        gain(surname, instead) >= _REPELLED
        and not (is_hanzi(before) and gain(before, surname) < _NO_WORD)
        and not (is_hanzi(after) and gain(instead, after) < _NO_START)
    )
