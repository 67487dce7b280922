"""Rules for measure words, adverbs and nouns: 只 相 将 分 上."""

from __future__ import annotations

from reader.language.readings.particles import END, NUMBER
from reader.language.readings.rules import CLEAR, Rule, Rules

# Words in which 儿 is no syllable of its own.
_RETROFLEX = (
    "这|那|哪|一会|这会|那会|点|事|花|玩|好玩|味|劲|聊天|活|小孩|男孩|女孩|老头|门|份|块|明|今|昨|小曲|歌"
    "|模特|墨水|冰棍|面条|胡同|样|画|鸟|刺|馅|法|字|空|词|片|伴|座|边|根|头|个|娘们|哥们|爷们|串|圈|针|皮"
)

RULES: Rules = {
    "儿": (
        Rule(
            "r",
            "儿 that colours the syllable before",
            ("他一会|儿|就到", "在这|儿|签字"),
            before=_RETROFLEX,
            after="[^童女子孙歌科媳]|$",
        ),
        Rule("ér", "a child", ("|儿|童医院",), sure=CLEAR),
    ),
    "只": (
        Rule(
            "zhī",
            "so many animals, boats, one of a pair",
            ("养了三百|只|鸭", "那|只|鸟飞走了", "每|只|基金单独核算"),
            before=f"{NUMBER}|[几数多每半某哪这那该余来支头各整]|[0-9]",
            after="[^是能要有需在会应可准许限]|$",
        ),
        Rule("zhī", "alone", after="身|言片语|字未|影"),
        Rule("zhī", "boats, dogs, sheep as a whole", before="[船舰犬羊牲]"),
        Rule("zhǐ", "only", ("本证|只|限本人使用", "他|只|带了一本书"), sure=CLEAR),
    ),
    "相": (
        Rule(
            "xiàng",
            "a picture",
            ("给全家照一张|相|",),
            before="[张照拍摄幅]|照了?.{0,4}",
            after=f"{END}|[了的]",
        ),
        Rule(
            "xiàng",
            "looks, a minister, a phase",
            ("英国首|相|来访", "站没站|相|"),
            before="[首丞宰真长吃面扮亮洋品色月三单变福站坐睡卖破外国将骨手]",
            after=f"{END}|[的了和与及、为是不在]|[^互对关同近比]",
        ),
        Rule("xiàng", "looks, phase: as a part of a word", after="[貌片机册声位框面术国马变]"),
        Rule(
            "xiāng",
            "each other",
            ("两者|相|统一", "与规划|相|衔接"),
            following="vadnpi",
            sure=CLEAR,
        ),
    ),
    "将": (
        Rule(
            "jiàng",
            "a general",
            before="[上中少大名老主副虎猛战良干健武闯麻]",
            after=f"{END}|[的和与及、]",
        ),
        Rule("jiàng", "a general, as a part of a word", after="[领士官帅才校]"),
        Rule("jiāng", "will; takes", ("会议|将|于明天召开", "|将|材料报送备案"), sure=CLEAR),
    ),
    "与": (Rule("yǔ", "and, with", ("不得|与|规划相抵触",), before="[^参预干]|^", sure=CLEAR),),
    "率": (
        Rule("shuài", "leads", ("省长|率|团出访",), after="[领先队团部众军兵]|代表|工作组|考察"),
        Rule("shuài", "plain, rash", before="[统表轻直坦草粗真]"),
        Rule(
            "lǜ", "a rate", ("适用扣除|率|计算", "转化|率|达到八成"), previous="nvabmq", sure=CLEAR
        ),
    ),
    "分": (
        Rule(
            "fèn",
            "a part, what is due",
            before="[成部充水盐养处本过名身缘情辈职福天糖]",
            after=f"{END}|[的和与及、]",
        ),
        Rule("fēn", "divides; a point", ("考核|分|三个阶段", "得了九十|分|"), sure=CLEAR),
    ),
}
