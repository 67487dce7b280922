"""Surnames: those with a reading of their own, and the common ones."""

from __future__ import annotations

SURNAMES = {
    "单": "shàn", "仇": "qiú", "区": "ōu", "解": "xiè", "查": "zhā", "任": "rén", "曾": "zēng",
    "朴": "piáo", "尉": "wèi", "华": "huà", "盖": "gě", "燕": "yān", "缪": "miào", "翟": "zhái",
    "乐": "yuè", "葛": "gě", "那": "nā", "员": "yùn", "应": "yīng", "秘": "bì",
    "折": "shé", "繁": "pó", "洗": "xiǎn", "句": "gōu", "柏": "bǎi", "卜": "bǔ", "费": "fèi",
    "过": "guō", "种": "chóng", "贾": "jiǎ", "相": "xiàng", "阚": "kàn", "都": "dū", "曲": "qū",
    "盛": "shèng", "隗": "wěi", "召": "shào", "覃": "qín", "逄": "páng",
    "谌": "chén", "訾": "zī", "幺": "yāo", "佴": "nài", "冼": "xiǎn", "薄": "bó",
    "车": "chē", "宿": "sù", "褚": "chǔ", "殷": "yīn", "令": "líng", "祭": "zhài", "牟": "móu",
}  # fmt: skip
"""How these are read as surnames."""

COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡丁魏薛叶阎余潘杜戴夏"
    "钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
).union(SURNAMES)
