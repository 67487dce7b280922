"""Surnames that are read unlike the word they look like: 单志强, 仇某, 朴女士."""

from __future__ import annotations

import re

from reader.language.readings.persons import TITLE, may_be_person
from reader.language.readings.rules import Place

SURNAMES = {
    "单": "shàn", "仇": "qiú", "区": "ōu", "解": "xiè", "查": "zhā", "任": "rén", "曾": "zēng",
    "朴": "piáo", "尉": "wèi", "华": "huà", "盖": "gě", "燕": "yān", "缪": "miào", "翟": "zhái",
    "乐": "yuè", "葛": "gě", "那": "nā", "员": "yùn", "应": "yīng", "秘": "bì",
    "折": "shé", "繁": "pó", "洗": "xiǎn", "句": "gōu", "柏": "bǎi", "卜": "bǔ", "费": "fèi",
    "过": "guō", "种": "chóng", "贾": "jiǎ", "相": "xiàng", "阚": "kàn", "都": "dū", "曲": "qū",
    "盛": "shèng", "晟": "chéng", "隗": "wěi", "召": "shào", "覃": "qín", "逄": "páng",
    "谌": "chén", "訾": "zī", "幺": "yāo", "佴": "nài", "冼": "xiǎn", "薄": "bó",
    "车": "chē", "宿": "sù", "褚": "chǔ", "殷": "yīn", "令": "líng", "祭": "zhài", "牟": "móu",
}  # fmt: skip

# Where these begin what looks like a name, it is more often a word: 任主任, 区主任, 曾部长.
_OFTEN_WORDS = frozenset("任区应员那过种相都令占车折祭应查解盖单曾费洗")
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡丁魏薛叶阎余潘杜戴夏"
    "钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
).union(SURNAMES)
_BEFORE = re.compile(rf"(?:{TITLE}|记者|被告人?|原告人?|嫌疑人|上诉人|申请人|当事人|队员|运动员)$")
_AFTER = re.compile(rf"(?:{TITLE})")
_OPENING = re.compile("(?:^|[，。；：、！？（(“《\n\u3000 和与由对请向为被经])$")


def surname_at(place: Place) -> str:
    """Return the reading of the surname that stands at the place, or an empty string."""
    char = place.text[place.at]
    reading = SURNAMES.get(char, "")
    if not reading:
        return ""
    start, end = place.words[place.index]
    if start != place.at:
        return ""
    after, before = place.after, place.before
    if (after.startswith(("某", "氏")) and not after.startswith("某些")) or before.endswith("姓"):
        return reading
    if after.startswith(("女士", "先生", "某")) and _OPENING.search(before):
        return reading
    if char == "区":  # 区人民法院, 区主任: too often a district
        return ""
    single = end - start == 1
    if _AFTER.match(after) and single and char not in _OFTEN_WORDS and _OPENING.search(before):
        return reading
    if single and place.next_class().startswith("nr") and char not in _OFTEN_WORDS:
        return reading
    named = place.own_class() == "nr" and 1 < end - start < 4
    if _BEFORE.search(before) and (named or (single and may_be_person(place.text, place.at))):
        return reading
    if not named or (char in _OFTEN_WORDS and end - start < 3):
        return ""
    # What looks like a name inside a sentence is one only where a name may begin or end.
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
