"""Rules for measure words, adverbs and nouns: 只 相 将 分 量 重 数 都 更 没 还 调."""

from __future__ import annotations

from reader.pinyin.particles import END, NUMBER
from reader.pinyin.rules import CLEAR, ReadingRule, Rules

# Words in which 儿 is not a syllable by itself.
_RETROFLEX = (
    "这|那|哪|一会|这会|那会|点|事|花|玩|好玩|味|劲|聊天|活|小孩|男孩|女孩|老头|门|份|块|明|今|昨|小曲|歌"
    "|模特|墨水|冰棍|面条|胡同|样|画|鸟|刺|馅|法|字|空|词|片|伴|座|边|根|头|个|娘们|哥们|爷们|串|圈|针|皮"
)

RULES: Rules = {
    "儿": (
        ReadingRule(
            "r",
            "儿 that colours the syllable before",
            ("他一会|儿|就到", "在这|儿|签字"),
            before=_RETROFLEX,
            after="[^童女子孙歌科媳]|$",
        ),
        ReadingRule("ér", "a child", ("|儿|童医院",), sure=CLEAR),
    ),
    "只": (
        ReadingRule(
            "zhī",
            "so many animals, boats, one of a pair",
            ("养了三百|只|鸭", "那|只|鸟飞走了", "每|只|基金单独核算"),
            before=f"{NUMBER}|[几数多每半某哪这那该余支头各整/]|[0-9]|{NUMBER}来",
            after="[^是能要有需在会应可准许限]|$",
        ),
        ReadingRule("zhī", "alone", after="身|言片语|字未|影"),
        ReadingRule("zhī", "boats, dogs, sheep as a whole", before="[船舰犬羊牲]"),
        ReadingRule("zhǐ", "only", ("本证|只|限本人使用", "他|只|带了一本书"), sure=CLEAR),
    ),
    "相": (
        ReadingRule(
            "xiàng",
            "a picture",
            ("给全家照一张|相|",),
            before="[张照拍摄幅]|照了?.{0,4}",
            after=f"{END}|[了的]",
        ),
        ReadingRule(
            "xiàng",
            "looks, a minister, a phase",
            ("英国首|相|来访", "站没站|相|"),
            before="[首丞宰真长吃面扮亮洋品色月三单变福站坐睡卖破外国将骨手妙圣佛胜]",
            after=f"{END}|[的了和与及、为是不在]|[^互对关同近比]",
        ),
        ReadingRule(
            "xiàng",
            "looks, phase: as a part of a word",
            after="[貌片机册声位框面术国马变]|电[压流]",
        ),
        ReadingRule(
            "xiāng",
            "each other",
            ("两者|相|统一", "与规划|相|衔接"),
            following="vadnpi",
            sure=CLEAR,
        ),
    ),
    "将": (
        ReadingRule(
            "jiàng",
            "a general",
            before="[上中少大名老主副虎猛战良干健武闯麻参]",
            after=f"{END}|[的和与及、]",
        ),
        ReadingRule(
            "jiàng",
            "a general, as a part of a word",
            after="领(?![先导衔取跑到着走])|[士官帅才]|校(?!园|区|内|外|长|车|服|门|企|舍)",
        ),
        ReadingRule("jiāng", "will; takes", ("会议|将|于明天召开", "|将|材料报送备案"), sure=CLEAR),
    ),
    "与": (
        ReadingRule("yǔ", "and, with", ("不得|与|规划相抵触",), before="[^参预干]|^", sure=CLEAR),
    ),
    "率": (
        ReadingRule(
            "lǜ",
            "a rate",
            ("人员到位|率|达九成五", "随访及时|率|明显上升"),
            before="及时|到位|覆盖|合格|[通中执履出发重复]+",
            after=f"[0-9]|{NUMBER}|都|达|为|均|明显|高|低|超|接近|不足|仅|上升|下降|提高|{END}",
        ),
        ReadingRule(
            "shuài",
            "leads",
            ("省长|率|团出访",),
            after="[领先队团部众军兵师机舰]|新四军|八路军|红军|大军|代表|工作组|考察",
        ),
        ReadingRule("shuài", "plain, rash", before="[统表轻直坦草粗真]"),
        ReadingRule(
            "lǜ", "a rate", ("适用扣除|率|计算", "转化|率|达到八成"), previous="nvabmq", sure=CLEAR
        ),
    ),
    "分": (
        ReadingRule(
            "fèn",
            "a part, what is due",
            before="[成部充水盐养处本过名身缘情辈职福天糖]",
            after=f"{END}|[的和与及、]",
        ),
        ReadingRule("fēn", "divides; a point", ("考核|分|三个阶段", "得了九十|分|"), sure=CLEAR),
    ),
    "量": (
        ReadingRule(
            "liáng",
            "measures",
            ("护士给他|量|了体温",),
            after="[了过着]?(?:一)?[下]?好?(?:婴儿床|房|体温|血压|身高|尺寸|体重|长度|面积|地)|了|一量|好",
        ),
        ReadingRule("liàng", "amount", previous="nvab", sure=CLEAR),
    ),
    "重": (
        ReadingRule(
            "zhòng",
            "heavy",
            ("|重|装旅开赴前线", "英雄|重|装上阵"),
            after="装(?:上阵|出击|登场|亮相|部队|旅|师|步兵|甲|机甲|骑|备|战|合成|空降|直升)",
        ),
        ReadingRule(
            "zhòng",
            "heavy: what it weighs or does",
            ("鱼|重|约三斤", "发布|重|污染天气预警", "应依法从|重|处罚", "祭出|重|锤"),
            after="[0-9约达近则]|污染|油污|锤|性|负荷|情重|义|实效|质量|特大|[一二两三四五六七八九十百千]+(?:多|余)?(?:吨|斤|公斤|千克|克)|金属|剂|奖|罚|判|型|税|量级|处罚|仓|口味",
            before="[^双多几两三四五六七八九十]|^",
        ),
        ReadingRule(
            "chóng",
            "so many layers",
            ("设置三|重|防线",),
            before=f"{NUMBER}|[双几多数]",
            after="[^大要点视心量于伤病任]",
        ),
        ReadingRule(
            "chóng",
            "again",
            ("|重|走长征路", "要求|重|写报告"),
            before="[^从]|^",
            after="[走写做说返提归获逢启演播印译读修整铸塑构编排组申审选设来述现温振访刷拍制装开回拾聚蹈建新]",
            test=lambda place: place.previous_class()[:1] != "m" or not place.before.endswith("吨"),
        ),
        ReadingRule(
            "zhòng",
            "heavy",
            before="[很较太更最过之比体毛净自载吨斤克偏侧着注看尊敬繁沉严加减轻任]|[这那多]么|湿气|口味|心事|任务|负担|污染|分量|处罚|压力|病情",
        ),
    ),
    "数": (
        ReadingRule(
            "shǔ",
            "counts once more",
            ("请再|数|一遍",),
            before="[再你我他她们来去会请慢]|仔细|开始",
            after="[^百千万十据字额量值目亿次年天月日人名家个倍度小]|$",
        ),
        ReadingRule(
            "shǔ",
            "counts",
            ("票已经|数|了两遍",),
            after="[了着过]|不(?:清|胜|过)|一数|得(?:上|清|着|出来|过来)|的(?:出来|过来)|到(?:一|十|百)",
        ),
        ReadingRule("shǔ", "counts: 屈指可数, 细数", before="可|胜|细|历|(?<!主)要|首|就|还"),
        ReadingRule("shù", "number, some", sure=CLEAR),
    ),
    "都": (
        ReadingRule(
            "dū",
            "capital: 之都, 古都",
            before="[首古建迁定京旧故国帝钢煤瓷之陪魔花]",
            after=f"{END}|[的市城]",
        ),
        ReadingRule("dū", "names and titles", after="[市城督]|江堰"),
        ReadingRule(
            "dū",
            "capital: 之都, 古都",
            ("中|都|是金朝的首都", "上|都|的宫殿"),
            before="(?:^|[，。；：！？“])[中上]",
            after="[是的为在有遗留]",
        ),
        ReadingRule(
            "dū",
            "capital: 之都, 古都",
            ("军队攻陷大|都|", "忽必烈于大|都|去世"),
            before="(?:[于在陷至到从离往入克取攻回元]|(?<!所)为|首都|汉地)大",
        ),
        ReadingRule(
            "dōu",
            "all, even",
            ("大家|都|很满意", "连老人|都|会用"),
            following="vdapcrzilmt",
            sure=CLEAR,
        ),
        ReadingRule(
            "dōu",
            "all, even",
            ("眼睛|都|睁不开", "百姓|都|在抱怨", "普及率|都|非常低"),
            before="[^之首古建京旧国帝陪三丰成于]|^",
            after="[^市城督府察会护会统心圈尉]",
            sure=CLEAR,
        ),
    ),
    "更": (
        ReadingRule(
            "gēng", "the watches of the night", before="[三五半四二打]", after=f"{END}|[半天时夜]"
        ),
        ReadingRule(
            "gēng",
            "the watches of the night",
            ("风一|更|，雪一更", "已是一|更|天"),
            before="(?:[风雪山水鼓]|^|[，。是到])一",
            after=f"{END}|[山水风雪天时鼓]",
        ),
        ReadingRule(
            "gēng", "changes", after="[新改换名衣替迭]|正(?![当确常式规面义能])", previous="nvmd$"
        ),
        ReadingRule("gèng", "more", ("让生活|更|有保障",), sure=CLEAR),
    ),
    "没": (
        ReadingRule(
            "mò", "sinks, takes away", before="[淹沉埋吞湮隐覆出抄罚浸泯]", after=f"{END}|[于了]"
        ),
        ReadingRule(
            "mò", "up to above", after="收(?![到取拾集回好过])|[入顶膝落]|过(?:头顶|膝|腰)"
        ),
        ReadingRule("méi", "not", ("问题还|没|解决",), sure=CLEAR),
    ),
    "还": (
        ReadingRule(
            "huán",
            "gives back: what is owed",
            ("农户|还|了贷款", "他已经|还|清债务"),
            after="[款钱债清贷账本息礼原俗乡旧]|愿(?!意)|书(?:$|[，。到给])|[了过](?!不|解)",
        ),
        ReadingRule(
            "huán",
            "gives back, at the end of a clause",
            ("有借有|还|，再借不难", "欠的钱至今没|还|"),
            before="[^\\W\\d_]",
            after="(?:$|[，。；：！？、,;:!?\n”）)])|[却者的](?!是)|完(?![成善全])|足(?!够)",
            test=lambda place: (
                not place.before.endswith(("而且", "并且", "竟", "却", "甚至", "也", "仍", "都"))
            ),
        ),
        ReadingRule(
            "huán",
            "把 … 还 to somebody",
            ("把时间|还|给学生", "将证件|还|到窗口"),
            before="[把将向].{1,12}|借.{1,11}|归|退|返|偿|交|奉|送|追|讨|索",
            after="[给到回于]|(?:了|清)",
        ),
        ReadingRule("huán", "返, 归, 偿 还", before="[归退返偿交奉索讨追拒]|应当偿"),
        ReadingRule("hái", "still, also", ("他|还|没有回来", "审计|还|发现其他问题"), sure=CLEAR),
    ),
    "调": (
        ReadingRule(
            "tiáo",
            "adjusts",
            ("空调不要|调|太低", "基金|调|仓换股", "把闹钟|调|成六点"),
            after="[成太仓难大小慢亮暗好准酒料味侃]|心态|快(?!处)",
        ),
        ReadingRule("diào", "a tone", ("客厅以灰色|调|为主",), before="[黑白灰红蓝绿黄棕冷暖]色"),
        ReadingRule(
            "diào",
            "moves, sends, looks into",
            ("从邻县|调|来救援队", "他被|调|到省里工作"),
            after="[查研动度任入出往离回派拨集取阅走换防兵运档来到用]",
        ),
        ReadingRule(
            "tiáo",
            "adjusts",
            ("把价格|调|低一些",),
            after="[判整解节控剂试理和停处高低价优薪休峰味料色频适匀减增升降为至补压速]",
        ),
        ReadingRule("tiáo", "adjusts: 上调, 微调", before="[上下微回协空预]"),
        ReadingRule("diào", "moves, transfers", before="[抽外内选借征商被]"),
    ),
}
