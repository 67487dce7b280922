"""Rules for nouns, parts of names and endings: 卷 角 模 弹 载 传 假 斗 劲 乐 发 散 吧 了."""

from __future__ import annotations

import re

from reader.pinyin.particles import END, NUMBER
from reader.pinyin.rules import CLEAR, ReadingRule, Rules

_ABLE = "躲下入管受做办改忍活走去吃喝住用进拿负怪逃输帮卖买停挡瞒"

# What is passed on to people outside, so that 外传 is no story beside the story: 秘方外传.
_LEAKS = re.compile("(?:消息|技术|资料|信息|秘方|家丑|机密|秘密|情报|内容|视频|照片|数据|文件)外$")

RULES: Rules = {
    "坊": (
        ReadingRule(
            "fáng",
            "a workshop",
            ("榨油|坊|里热火朝天", "制衣加工|坊|"),
            before="[工食油酒磨染粉豆茶糖饼饭面碾纸]",
        ),
    ),
    "卷": (
        ReadingRule(
            "juǎn",
            "rolls",
            ("女孩被|卷|进车底", "店铺装上|卷|闸门"),
            after="[进入走起闸帘叶褶席缩铺曲款裹成]|尺|发(?!题)|烟",
        ),
        ReadingRule(
            "juǎn", "rolls", ("她头发微|卷|",), before="[微翻席春蛋花手烫内胶瑞菜鸡肠饼盘脆风]"
        ),
        ReadingRule("juàn", "papers, a volume", ("高考全国|卷|", "证据在|卷|证实"), sure=CLEAR),
    ),
    "角": (
        ReadingRule(
            "jué",
            "an actor's part",
            ("这部剧的选|角|引发争议", "女主|角|由新人扮演"),
            before="[主配女男旦丑名捧选饰]",
            after="[^落度门]|$",
        ),
        ReadingRule("jué", "an actor's part", after="[色逐力斗]"),
        ReadingRule("jiǎo", "a corner, a horn", ("点击右下|角|菜单", "用橡胶包|角|"), sure=CLEAR),
    ),
    "模": (
        ReadingRule(
            "mú",
            "a mould",
            ("工地改用铝|模|施工", "混凝土拆|模|"),
            before="[铝钢拔倒注脱砂拆支铸压木冲制胶带]",
            after="[^式型仿拟范特块糊]|$",
        ),
        ReadingRule("mú", "a mould", ("车间用|模|铸工艺",), after="[铸腔架样座仁]"),
    ),
    "弹": (
        ReadingRule(
            "tán",
            "springs, flicks",
            ("车门突然|弹|开", "不要随意|弹|烟灰", "气囊没有|弹|出"),
            after="[开起出到回跳射力琴奏唱劾性压簧指烟钢吉走]",
        ),
        ReadingRule("tán", "springs, flicks", ("面条很q|弹|",), before="[qQ反回]"),
        ReadingRule(
            "tán",
            "springs, flicks",
            ("两人四手联|弹|", "钢琴联|弹|曲"),
            before="(?<![枪弹炮])联|手连",
        ),
        ReadingRule(
            "dàn",
            "a bullet, a bomb",
            ("打气枪发射塑料|弹|",),
            before="[子炸导飞枪炮流手核催信铅钢珠料bB]",
        ),
        ReadingRule(
            "dàn",
            "a bullet, a bomb",
            ("取出了身上的|弹|片", "墙上留下|弹|孔"),
            after="[片孔痕壳药头夹丸坑匣膛]",
        ),
    ),
    "载": (
        ReadingRule(
            "zǎi",
            "years; in print",
            ("坚守边疆三十|载|", "从军十余|载|，他从未后悔"),
            before=f"(?:{NUMBER}|[数几])余?多?",
            after=f"{END}|[^\\W\\d_]",
            test=lambda place: not place.after.startswith(("人", "吨", "客", "货", "重")),
        ),
        ReadingRule(
            "zǎi",
            "years; in print",
            ("标签所|载|内容与实物不符", "原|载|晚报第二版"),
            before="[所原刊]",
            after="内容|文字|信息|条款|事项|成分|[于自：《]|[^\\W\\d_]*报",
        ),
    ),
    "传": (
        ReadingRule(
            "zhuàn",
            "a biography",
            ("他读完了《诸葛亮|传|》",),
            after="》",
            before="[^宣流谣遗嫡相单秘误]",
        ),
        ReadingRule(
            "zhuàn",
            "a biography",
            ("此人的外|传|", "随后发行的外|传|动画"),
            before="(?<![不可要勿自往向对得准许])外",
            test=lambda place: not _LEAKS.search(place.before),
        ),
        ReadingRule(
            "zhuàn",
            "a biography",
            ("他为先贤作|传|",),
            before="[作立写树]",
            after=f"{END}|[的和里中]",
        ),
        ReadingRule("chuán", "hands on", ("把照片上|传|到网络", "消息|传|得很快"), sure=CLEAR),
    ),
    "假": (
        ReadingRule(
            "jià",
            "a holiday",
            ("他请了一天|假|去办证", "员工可休五天|假|"),
            before="[请休放销][^，。]{0,5}",
            after=f"{END}|[去来回在的陪照后了期条]",
        ),
        ReadingRule("jiǎ", "false", ("警惕|假|二维码", "警方查获|假|烟"), sure=CLEAR),
    ),
    "斗": (
        ReadingRule(
            "dǒu",
            "a dipper",
            ("借了三|斗|米", "挖掘机铲|斗|"),
            before=f"{NUMBER}|[铲漏烟熨车墨料挖翻]",
            after=f"{END}|[米酒里内笠吧]",
        ),
        ReadingRule("dǒu", "a dipper", after="[笠篷拱]"),
    ),
    "劲": (
        ReadingRule(
            "jìn",
            "strength",
            ("大家心往一处想，|劲|往一处使", "他一下来了|劲|"),
            before="[使来加起有没带费用干鼓冲卖较铆攒](?:了|不起|什么)?",
            after="[^敌爆舞旅松风歌]|$",
        ),
        ReadingRule("jìn", "strength", after="[往头儿]"),
    ),
    "乐": (
        ReadingRule(
            "yuè",
            "music",
            ("远处传来|乐|声", "民|乐|演奏会", "他喜欢听电子|乐|"),
            before="[声礼器音奏弦管爵摇民配弄哀军雅古国西电钢交]|电子|打击|室内|流行|摇滚|爵士|乡村|民族|民间|吹打|宫廷|舞曲",
            after="[^意在于高园业]|$",
        ),
        ReadingRule("yuè", "music", after="[声器曲谱章团队手坛坊池迷评理府律句音师正羊清嘉陵亭]"),
        ReadingRule(
            "lè",
            "glad, in names of firms",
            ("|乐|视发布年报", "记者来到怡|乐|幼儿园", "老人整天偷着|乐|"),
        ),
    ),
    "发": (
        ReadingRule(
            "fà",
            "hair",
            ("很多年轻人受掉|发|困扰",),
            before="[掉脱秀染烫植护]",
            after="[^生现出放动展]|$",
        ),
    ),
    "散": (
        ReadingRule(
            "sǎn",
            "loose",
            ("治理脏乱|散|、污的小厂", "查处违规烧|散|煤"),
            before="[懒陵慵牛]、?|小而|乱、?|烧",
            after=f"{END}|[煤户装乱秘]",
        ),
        ReadingRule("sǎn", "loose", ("卵|散|产于叶面",), after="、?[乱污]|煤|产于|户|装|养|客|文"),
    ),
    "蒙": (
        ReadingRule(
            "mēng",
            "dazed",
            ("一家人都|蒙|了",),
            before="[都人直就我他她搞弄打看听整]",
            after="了?(?:[，。！？]|$|圈|逼)",
        ),
        ReadingRule("méng", "covers", ("歹徒|蒙|着面", "用布|蒙|上眼睛"), after="[上住着受骗面眼]"),
    ),
    "厦": (
        ReadingRule(
            "xià",
            "Xiamen for short",
            ("北上深|厦|房价回落", "|厦|蓉高速通车"),
            before="[长深漳福闽杭昌京泉龙]",
        ),
        ReadingRule("xià", "Xiamen for short", after="[华蓉深漳航工大成门]"),
    ),
    "吧": (
        ReadingRule(
            "ba",
            "a suggestion or a guess at the end",
            ("有事就跟我说|吧|，别客气", "这是缘分|吧|"),
            before="[^酒网贴氧迪水餐陶书茶咖泥吊清]",
            after=f"{END}|[~…」』？]",
            sure=CLEAR,
        ),
    ),
    "了": (
        ReadingRule(
            "liǎo",
            "is able to",
            ("没有人管得|了|他", "躲得|了|今天，躲不过明天"),
            before=f"[{_ABLE}]得",
            after="[^一几两三]",
        ),
    ),
}
