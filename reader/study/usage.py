"""Which class a word is of where it stands: 管理 is a deed in 加强管理, and done in 管理国家.

The segmenter has one class for a word, whatever stands around it: 建设 is always "vn", 保护 always
"v". What stands before and behind it tells more.
"""

from __future__ import annotations

from typing import NamedTuple

# Verbs whose object is a deed: 进行调查, 加强管理, 接受监督.
_HAVE_DEEDS = frozenset(
    (
        "加强",
        "进行",
        "开展",
        "实行",
        "接受",
        "给予",
        "予以",
        "加以",
        "强化",
        "推进",
        "促进",
        "深化",
        "实施",
        "完善",
        "改善",
        "扩大",
        "健全",
        "落实",
        "做好",
        "搞好",
        "提供",
        "加快",
        "受到",
        "得到",
        "获得",
        "取得",
        "纳入",
        "停止",
        "开始",
        "参与",
        "参加",
        "作出",
        "从事",
        "用于",
        "抓好",
        "坚持",
    )
)
# What stands before a verb that is done: 应当保护, 依法管理, 不断发展.
_BEFORE_VERBS = frozenset(
    (
        "应当",
        "应",
        "必须",
        "可以",
        "不得",
        "要",
        "须",
        "能",
        "能够",
        "可",
        "会",
        "将",
        "需要",
        "拟",
        "愿意",
        "敢于",
        "善于",
        "有权",
        "负责",
        "依法",
        "共同",
        "并",
        "并且",
        "以",
        "来",
        "去",
        "全面",
        "继续",
        "努力",
        "大力",
        "积极",
        "进一步",
        "切实",
        "着力",
        "不断",
        "不",
    )
)
_GO_ON = frozenset(("正", "一直", "仍", "仍然", "还", "也", "都", "始终", "不断", "总", "依然"))
_MODALS = frozenset(("应当", "应", "必须", "可以", "不得"))
_VERBS = frozenset(("v", "vn", "vd", "vi"))
_THINGS = frozenset(("n", "nr", "ns", "nt", "nz", "j", "r", "s", "l", "an"))
_BEFORE_DEEDS = _THINGS | frozenset(("a", "b", "vn"))


class Neighbour(NamedTuple):
    """The word that stands next to another, and jieba's class of it; both empty at a mark."""

    word: str
    word_class: str


def word_class_in_use(word: str, word_class: str, before: Neighbour, after: Neighbour) -> str:
    """Return the class of a word by jieba and by its neighbours: "n" for a deed, "v" for a verb.

    >>> nothing, roads = Neighbour("", ""), Neighbour("公路", "n")
    >>> word_class_in_use("管理", "v", Neighbour("加强", "v"), nothing)
    'n'
    >>> word_class_in_use("建设", "vn", Neighbour("应当", "v"), roads)
    'v'
    """
    if word == "就":  # 就有关问题, but 就没有
        return "p" if _is_thing(after) or after.word in ("有关", "相关", "此") else "d"
    if word == "将":
        return "p" if _is_thing(after) else "d"
    if word == "在":  # 一直在努力, but 在努力下
        goes_on = before.word in _GO_ON and after.word_class[:1] in ("v", "a", "d")
        return "d" if goes_on else "p"
    if word in ("为", "以"):  # 为企业服务, but 为提高质量
        return "c" if after.word_class in _VERBS or after.word_class == "d" else "p"
    if word_class not in _VERBS:
        return word_class
    if after.word in _MODALS:  # 有关单位和组织应当
        return "n"
    if after.word in ("了", "着", "过") or before.word in _BEFORE_VERBS or before.word_class == "d":
        return "v"
    if before.word in ("的", "之"):
        return "n"  # 群众的处理意见, too
    if _is_thing(after):
        return "v" if not before.word or before.word in ("和", "与") else word_class
    if before.word in _HAVE_DEEDS:
        return "n"
    return "n" if before.word_class in _BEFORE_DEEDS and not after.word else word_class


def _is_thing(one: Neighbour) -> bool:
    return one.word_class in _THINGS
