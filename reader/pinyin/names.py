"""Surnames with a reading of their own: 单志强, 仇某, 朴女士."""

from __future__ import annotations

import re

from reader.pinyin.persons import TITLE, may_be_person
from reader.pinyin.rules import Occurrence
from reader.pinyin.surnames import COMMON_SURNAMES, SURNAMES

# What begins with these and looks like a name is more often a word: 任主任, 区主任, 曾部长.
_OFTEN_WORDS = frozenset("任区应员那过种相都令占车折祭应查解盖单曾费洗")
# These begin far more companies, places and plain words than names: 华峰特钢, 乐余镇, 那群人.
# It is not enough that the segmenter takes such a word for a name.
_ASK_FOR_MORE = frozenset("华乐那都员盖解查应过种区相令折祭句召洗车秘燕繁宿盛殷柏")
_ROLES = (
    f"{TITLE}|记者|通讯员|被告人?|原告人?|嫌疑人|上诉人|申请人|当事人|被害人|受害人|证人|队员|运动员"
    "|发言人|负责人|书记员|编辑|责编|校对|作者|摄影|主编|主角|主演|导演|演员|编剧|歌手|选手|教练|球员"
)
_NAMES_FIRMS = _ASK_FOR_MORE | {"任", "单"}
# Roles that precede a name after a colon or bracket: 责编：解秉文, 记者（盖鸣远.
_BEFORE = re.compile(rf"(?:{_ROLES})[：:（(/|｜ ]?$")
_AFTER = re.compile(rf"(?:{TITLE})")
_OPENING = re.compile("(?:^|[，。；：、！？（(“《\n\u3000 和与由对请向为被经])$")
# 姓单 and 姓仇的, but not 百姓都来了; in 张姓员工 the surname comes first.
_CALLED = re.compile(f"(?<![百同异双复冠{''.join(sorted(COMMON_SURNAMES))}])姓$")
# 曾姓村民 and 单姓男子, but not 曾姓王.
_OF_NAME = re.compile(
    "姓(?:[男女]|村民|居民|家族|人家|宗亲|宗祠|祠堂|始祖|后人|子弟|先民|青年|老|小|司机|员工|业主|店|网友|患者|同学"
    "|学生|顾客|市民|旅客|乘客|游客|商|负责人|工作人员|工人|嫌疑|被告|原告|当事|夫妇|妇|兄弟|姐妹|官员|干部|名人)"
)
# 我叫区中青: a name, up to the end of the clause.
_INTRODUCED = re.compile("(?:[我他她]叫|名叫|名字叫|名字是|原名|本名|笔名|化名|艺名|姓名[：:])$")
_GIVEN = re.compile(r"[^\W\d_]{1,2}(?:$|[，。；！？、,;!?\n”》）)])")
# 曾姓 by itself, at the end of a clause.
_SURNAME_ITSELF = re.compile("姓(?:$|[，。；、）)])")
_SURNAMES_ALONE = frozenset("曾任仇解查葛翟缪朴")  # 单姓 and 种姓 mean something else
# 曾乐乐: a doubled given name up to the end of the clause, where no adverb stands (曾偷偷去过).
_DOUBLED_GIVEN = re.compile(r"([^\W\d_])\1(?:$|[，。；：！？、\n”》）)])")
# 单某, 单某某, but 过某种程度, 区某小区, 任某财产保险.
_SOMEBODY = re.compile("某(?![些种个时次项类处])")
_FIRM = re.compile(
    r"[^，。；：！？\s系是在向为从到对给和与将把让由经被]{0,2}?(?:公司|集团|股份|有限|保险|花园|小区|超市|酒店|大厦|商场|科技|软件|实业|影视"
    "|传媒|律师事务所|律所|煤业|矿业|石化|特钢|环保|在线)"
)
_BEFORE_OFFICE = re.compile("[曾现历兼出连转升调留担起年月日来时后先新]$")  # 曾任教于
# Before these the segmenter takes words for names: 任你选, 单双杠, 曾任兰州, 费用高.
_WORD_GOES_ON = {
    "任": "你我他她它谁人教职命免满课选由凭意务何重性其台",
    "单": "纯克元位双方独项日身人车边打一亲间",
    "曾": "任经有是在被因获用为以与",
    "费": "用时力尽心",
}


def surname_at(place: Occurrence) -> str:
    """Return the reading of the surname at this place, "" if there is none."""
    char = place.text[place.at]
    reading = SURNAMES.get(char, "")
    if not reading:
        return ""
    start, end = place.words[place.index]
    if _INTRODUCED.search(place.before) and _GIVEN.match(place.after):
        return reading if may_be_person(place.text, place.at) else ""
    if start != place.at:  # the segmenter joins 姓查 and the like
        alone = place.text[start : place.at] == "姓" and end == place.at + 1
        return reading if alone and _CALLED.search(place.before) else ""
    after, before = place.after, place.before
    if _is_marked_surname(place, char):
        return reading
    if char == "区":  # 区人民法院, 区主任: mostly a district
        return ""
    single = end - start == 1
    if _AFTER.match(after) and single and char not in _OFTEN_WORDS and _OPENING.search(before):
        return reading
    common = char not in _OFTEN_WORDS and char not in _ASK_FOR_MORE and char != "仇"
    if single and place.next_class().startswith("nr") and common:
        return reading
    named = place.own_class() == "nr" and 1 < end - start < 4
    if char in _NAMES_FIRMS and _FIRM.match(place.text, end):
        return ""
    if _BEFORE.search(before) and (named or (single and may_be_person(place.text, place.at))):
        return reading
    if not named or char in _ASK_FOR_MORE or (char in _OFTEN_WORDS and not _is_full_name(place)):
        return ""
    # Inside a sentence it is a name only where a name may begin or end.
    beside = place.text[end : end + 2]
    if beside.startswith(("区", "县", "市", "镇", "乡", "村", "路", "街")):
        return ""
    return (
        reading
        if _OPENING.search(before)
        or _AFTER.match(place.text[end : end + 3])
        or (end - start == 3 and not beside.startswith(("地", "的")))
        else ""
    )


def _is_marked_surname(place: Occurrence, char: str) -> bool:
    """Tell if 某, 氏, 姓 or 先生 mark the hanzi as a surname."""
    after, before = place.after, place.before
    start, end = place.words[place.index]
    if _CALLED.search(before):
        return end - start == 1 or place.own_class() == "nr"
    opens = bool(_OPENING.search(before) or _BEFORE.search(before))
    if _SOMEBODY.match(after) and not _FIRM.match(after, 1):
        return opens or char not in _ASK_FOR_MORE or char == "都"
    if _OF_NAME.match(after):
        return True
    if char in _SURNAMES_ALONE and _SURNAME_ITSELF.match(after):
        return opens
    if after.startswith("氏"):
        return not after.startswith(("氏度", "氏温"))
    if char == "曾" and opens and _DOUBLED_GIVEN.match(after):
        return True
    return after.startswith(("女士", "先生")) and opens


def _is_full_name(place: Occurrence) -> bool:
    """Tell if three hanzi are a surname and a given name, not a longer word: 单元楼."""
    start, end = place.words[place.index]
    char, following = place.text[start], place.text[start + 1 : start + 2]
    if end - start < 3 or following in _WORD_GOES_ON.get(char, ""):
        return False
    return char != "任" or not _BEFORE_OFFICE.search(place.before)
