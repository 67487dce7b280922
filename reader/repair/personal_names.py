"""Tells a character of a person's name from one that a spinner put there: 李堃, 张昇, 洪昇.

The third level of the standard table holds characters for names, which spinners use for 坤 and 升.
A name is recognised by what does not fit together: the surname forms no word with the text before
it, and what the form may stand for forms none with the surname or the text after. In 工程郃格 all
of that fits, so it is 工程合格.
"""

from __future__ import annotations

from reader.language.hanzi import is_hanzi
from reader.language.ngram import UNKNOWN, CharacterModel

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁"
    "沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺毛郝顾龚邵万覃武钱严"
    "莫孔汤洪毕柳尚施俞欧闫牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俄左柏祝包宁符阮"
)
# All in nats: the most by which two characters may be likelier together than by chance.
_REPELLED = -2.0  # the surname and what the form may stand for
_NO_WORD = -3.5  # the text before and the surname
_NO_START = -2.5  # what the form may stand for and the text after


def ends_name(base: str, at: int, instead: str, model: CharacterModel) -> bool:
    """Tell if base[at] ends a name of two characters, rather than standing for `instead`."""
    if not at or base[at - 1] not in _SURNAMES:
        return False

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
