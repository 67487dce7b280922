"""Rules for particles and prepositions: 为 得 地 着 还 都 更 没."""

from __future__ import annotations

import re

from reader.language.readings.rules import CLEAR, Place, Rule, Rules

NUMBER = "[0-9０-９〇零一二三四五六七八九十百千万亿两]"
END = "(?:$|[，。；：！？、,;:!?\n“”》）)])"

# Verbs that make 为 "become, be": 结为, 变为, 评选为. What they take is a name, not a helped one.
_BECOME = (
    "[成作变改转化分列定设评选称视立升降折译合结沦沿扩增减缩提调达任聘命约算换写读判划"
    "归认更易拟占居均多皆即便系乃则亦尤极最颇甚较更大广稍略]|任命|评定|认定|规定|命名|确定|[合兼]并|[改转]制"
)
_HEADS = (
    "期限?|时间|日期|标准|任务|目标|目的|对象|范围|内容|方式|方法|原则|单位|机关|人|(?<!或)者|地点?|总?额"
    "|总?量|率|值|价格?|金额|面积|主题|重点|名称|职责|数|长度?|度|比例|结果|性质|类型|区域|层次|年"
    "|号|级|型|形式|基数|项目|要求|代表|部门|机构"
)
_HELP = (
    "提供|服务|创造|保驾|奠定|打下|办|做|争|修|送|解|谋|注入|带来|贡献|开展|搭建|指明|发|发愁|操心"
    "|担心|喝彩|鼓|祝|举行|举办|庆|减轻|设立|设置|建立?|购买|缴纳|安排|配备|准备|开|出|而|献|写|量"
)

_SERVICE = re.compile(_HELP)


def _helps(place: Place) -> bool:
    """Tell if a verb follows whom 为 names: 为居民修建图书馆, not 为居民小组."""
    seen_noun = False
    words = place.classes_after()
    for number, (word, tag) in enumerate(words):
        if word in ("的", "之") and number and words[number - 1][1].startswith("v"):
            return False  # 为发布之日, 为批准的单位: the verb only describes
        if seen_noun and tag in ("v", "vd") and word not in ("是", "有"):
            if _SERVICE.match(word):
                return True
            rest = words[number + 1 :]
            return not (rest and rest[0][0] in ("的", "之", "者"))
        seen_noun = seen_noun or tag[:1] in "nrjtslbia" or tag == "vn"
    return False


def _copula_head(place: Place) -> bool:
    """Tell if what stands before is a quality that has a value: 期限为, 法定代表人为."""
    return not _helps(place)


def _describes(place: Place) -> bool:
    """Tell if 地 joins a description to a verb: 稳定地恢复, 一步一步地走."""
    word, tag = place.previous_word(), place.previous_class()
    following = place.next_class()
    if len(word) < 2 and tag[:1] != "d":
        return False
    if following[:1] not in "vdpazi" and place.after[:1] not in "把将向对为从在给往朝":
        return False
    moves = word.endswith(("于", "在", "到", "向", "从"))  # 不低于地震动 is no description
    if tag[:1] == following[:1] == "v" and not moves and place.after[:1] not in "位在是为有":
        return True
    return tag[:1] in "adzilb" or word.endswith(("性", "然", "般", "似", "样")) or _doubled(place)


def _doubled(place: Place) -> bool:
    tail = place.before[-4:]
    return len(tail) >= 2 and (tail[-1] == tail[-2] or (len(tail) == 4 and tail[:2] == tail[2:]))


RULES: Rules = {
    "为": (
        Rule("wèi", "为 before 此, 何, 了: for", after="[此何了着谁啥]|什么"),
        Rule(
            "wéi",
            "a verb of becoming, or 以 … 为",
            ("两校合并|为|一所大学", "面积最|为|广阔"),
            before=_BECOME,
            test=lambda place: not (place.before[-1:] in "多均皆即大更并定订" and _helps(place)),
        ),
        Rule(
            "wéi",
            "以 … 为",
            ("会议以节约能源|为|主要议题",),
            before="(?<![可予加得足难所])以(?![上下及内外来前后])[^，。；为]{1,11}",
        ),
        Rule(
            "wéi",
            "为 … 所: passive",
            ("方案|为|各方所接受",),
            after="[^，。；]{1,6}所(?![有在长属谓得])",
            following="nrsjtlb",
        ),
        Rule(
            "wéi", "由, 从, 将 … 变: becomes", before="(?:变|改|转|分|升|降|化|折合|更名)(?:更|换)?"
        ),
        Rule(
            "wéi",
            "a number, a date or a quotation is a value",
            ("保质期|为|十二个月", "收费标准|为|每人50元"),
            after=f"{NUMBER}|每|第|[A-Za-z“《「:：]|正|负|[甲乙丙丁]|不(?:少|多|低|超)|零",
            test=lambda place: not _helps(place),
        ),
        Rule(
            "wéi", "value after a number word", after=f"{NUMBER}+[年月日天元个倍人吨米公小分%％.]"
        ),
        Rule(
            "wéi",
            "what has a value, and no verb of helping follows",
            ("验收主体|为|行业主管部门", "联系人|为|王强"),
            before=_HEADS,
            test=_copula_head,
        ),
        Rule(
            "wèi",
            "for: whom, then what is done",
            ("社区|为|独居老人送餐", "这些措施|为|项目落地提供了保障"),
            test=lambda place: _helps(place),
        ),
        Rule(
            "wèi",
            "for: whom, then a verb of service",
            after=f"[^，。；的]{{1,12}}(?:{_HELP})",
            before="[^最以]|",
            test=lambda place: place.next_class()[:1] in "nrsjtl",
        ),
        Rule(
            "wèi",
            "in order to, at the start of a clause",
            ("|为|落实会议精神，制定本方案",),
            before="^|[，。；：！？、\n\u3000 ]",
            following="vad",
            test=lambda place: len(place.classes_after()) > 1 and place.next_word() != "共同",
        ),
        Rule(
            "wèi", "one heart for", ("一心|为|民",), before="一心|专门|特|专|特地|只|全力|甘|愿|是"
        ),
        Rule(
            "wèi",
            "for several, whom a list names",
            ("部门应当|为|投诉人、举报人保密",),
            after="[^，。；]{1,8}(?:人|者|员|企业|单位|群众)、",
            previous="vdc",
        ),
        Rule(
            "wèi",
            "for, behind what tells how it is done",
            ("律师依法|为|没有辩护人的被告辩护",),
            before="依法|免费|直接|主动|及时|共同|无偿|分别|积极|优先",
        ),
        Rule(
            "wèi",
            "in order to, before a verb",
            ("企业|为|收购电能支付的费用",),
            following="v",
            test=lambda place: sum(tag == "v" for _, tag in place.classes_after()) > 1,
        ),
        Rule("wéi", "noun before, noun behind: is", previous="nvm", following="nmrtlijbsav"),
    ),
    "得": (
        Rule(
            "dé",
            "获得, 取得, 不得, 所得 in parts",
            ("投标人不|得|相互串通",),
            before="不|所|获|取|征|募|换|赚|挣|购|拍|应|可|各|均|已|始|方|连|共|独|勇|喜|夺|难",
            test=lambda place: (
                not place.before.endswith(
                    ("舍不", "恨不", "顾不", "怪不", "巴不", "由不", "算不", "怨不", "见不", "吃不")
                )
                and not (place.before.endswith(("可", "应")) and place.previous_class() == "a")
            ),
        ),
        Rule(
            "dé", "得 before what is won", ("比赛中他|得|了冠军",), after="[了过到]|满分|票|奖|金牌"
        ),
        Rule(
            "dé",
            "so many points, votes or medals",
            ("甲队|得|五分",),
            after=f"(?!十分){NUMBER}+[分票枚元块次个名]",
            previous="nrvdmtjs$",
        ),
        Rule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("你们|得|提前预约", "办事总|得|讲规矩", "下午我还|得|开会"),
            before="就|还|也|都|又|只|总|必|非|先|仍|便|你|我|他|她|它|们|咱|谁|大家|至少|起码|那|可"
            "|反正|一定|肯定|恐怕|怕是|否则|今后|明天|今天|以后",
            following="vpdarn",
            test=lambda place: place.next_word() not in ("很", "非常", "十分", "太", "多", "特别"),
        ),
        Rule(
            "de",
            "how, in what the segmenter takes for one word with the verb",
            ("活儿干|得|漂亮",),
            after="[^了过到]",
            test=lambda place: place.words[place.index][0] < place.at,
        ),
        Rule(
            "de",
            "how, after a verb or an adjective",
            ("条例规定|得|十分明确", "雪下|得|很大"),
            previous="vaizbl",
            following="adzirnvlmbpco",
        ),
        Rule("de", "before how", after="很|非常|十分|太|更|比较|如此|不(?!到|了)"),
        Rule("de", "how, after a longer word", ("老师讲|得|清楚",), previous="vaizbl"),
        Rule("dé", "gets, behind a noun or a person", previous="nrtsm"),
    ),
    "地": (
        Rule(
            "dì",
            "land, place",
            before="[该此两各当本外内异某每整土耕用林草属产块片亩寸的荒旱陆营基场]",
        ),
        Rule(
            "dì",
            "the place where something is done",
            ("事故发生|地|依照职责处理",),
            before="发生|所在|安置|申领|户籍|出生|注册|来源|目的|犯罪|签订|履行|行为|登记|停靠|降落|排放|存放|居住",
        ),
        Rule(
            "dì",
            "the place where something is done, before what is said of it",
            ("原料产|地|多在山区", "会议举办|地|位于城东"),
            before="建设|举办|发源|施工|居住|户籍|注册|登记|经营|出生|生产|发生|管辖|行为|使用|种植",
            after=f"{END}|[位点的为是在内外和与及或]|所在|公安|人民|政府|法院",
        ),
        Rule(
            "de",
            "how, before a verb",
            ("队伍整齐|地|走过广场", "要毫不犹豫|地|执行"),
            test=_describes,
        ),
        Rule(
            "de",
            "how, behind an adjective",
            ("孩子欢快|地|唱歌",),
            previous="azd",
            following="nvtfpslrm",
            test=lambda place: len(place.previous_word()) > 1,
        ),
        Rule(
            "de",
            "how: the segmenter's own word",
            test=lambda place: (
                place.previous_class()[:1] in "dz"
                and len(place.previous_word()) >= 2
                and place.words[place.index][0] < place.at
            ),
        ),
        Rule("de", "性, 然 and doubled words describe", before="性|[^自当突公]然|般|似"),
        Rule("de", "a doubled word describes", ("一件一件|地|办好",), test=_doubled),
        Rule(
            "de",
            "how, before a verb: 全 … 地",
            ("要全方位|地|治理污染",),
            before="[全多高深分][^，。；、]{1,4}",
            following="v",
        ),
        Rule(
            "dì",
            "land, place",
            previous="nmrqtfspu$",
        ),
        Rule(
            "dì", "land, place: before its own endings", after=f"{END}|[里上下的都处方区位点块面]"
        ),
    ),
    "着": (
        Rule("zháo", "reached: 睡着, 找得着, 用不着", ("钥匙怎么也找不|着|",), before="[得不没]"),
        Rule(
            "zháo",
            "reached: 睡着了, 找着了",
            ("孩子已经睡|着|了", "丢的羊找|着|了"),
            before="[找睡猜逮抓摸见碰买犯捉遇]",
            after=f"了|{END}",
        ),
        Rule(
            "zháo",
            "burns, at the end",
            ("干柴一点就|着|",),
            before="[就才也已都]|点",
            after=f"了?{END}",
        ),
        Rule("zháo", "burns, is anxious, catches", after="[急火凉慌迷魔]"),
        Rule(
            "zhuó",
            "wears",
            ("代表们身|着|盛装", "执勤人员|着|反光背心"),
            before="身|^|员|兵|警|生|应当?|须|统一|规范|一律|未|人",
            after=".{0,6}[装服衣裙裤帽鞋靴甲袍背]",
        ),
        Rule("zhuó", "lands, sets to", after="[陆落手力眼重墨色笔意想装实]", previous="ndrmtc$"),
        Rule("zhe", "goes on", before="[^\\W\\d_]", sure=CLEAR),
    ),
    "还": (
        Rule(
            "huán",
            "gives back: what is owed",
            ("农户|还|了贷款", "他已经|还|清债务"),
            after="[款钱债清贷账本息礼愿原俗乡]|书(?:$|[，。到给])|[了过](?!不)",
        ),
        Rule(
            "huán",
            "gives back, at the end of a clause",
            ("有借有|还|，再借不难", "欠的钱至今没|还|"),
            before="[^\\W\\d_]",
            after=f"{END}|[却者的](?!是)|完|足",
            test=lambda place: not place.before.endswith(("而且", "并且")),
        ),
        Rule(
            "huán",
            "把 … 还 to somebody",
            ("把时间|还|给学生", "将证件|还|到窗口"),
            before="[把将向].{1,12}|借.{1,11}|归|退|返|偿|交|奉|送|追|讨|索",
            after="[给到回于]|(?:了|清)",
        ),
        Rule("huán", "返, 归, 偿 还", before="[归退返偿交奉索讨追拒]|能力|应当偿"),
        Rule("hái", "still, also", ("他|还|没有回来", "审计|还|发现其他问题"), sure=CLEAR),
    ),
    "都": (
        Rule(
            "dū",
            "capital: 之都, 古都",
            before="[首古建迁定京旧故国帝钢煤瓷之陪魔花]",
            after=f"{END}|[的市城]",
        ),
        Rule("dū", "names and titles", after="[市城督]|江堰"),
        Rule(
            "dōu",
            "all, even",
            ("大家|都|很满意", "连老人|都|会用"),
            following="vdapcrzilmt",
            sure=CLEAR,
        ),
    ),
    "更": (
        Rule(
            "gēng", "the watches of the night", before="[三五半四二打]", after=f"{END}|[半天时夜]"
        ),
        Rule("gēng", "changes", after="[新改换正名衣替迭]", previous="nvmd$"),
        Rule("gèng", "more", ("让生活|更|有保障",), sure=CLEAR),
    ),
    "没": (
        Rule("mò", "sinks, takes away", before="[淹沉埋吞湮隐覆出抄罚浸泯]", after=f"{END}|[于了]"),
        Rule("mò", "up to above", after="[收入顶膝落]|过(?:头顶|膝|腰)"),
        Rule("méi", "not", ("问题还|没|解决",), sure=CLEAR),
    ),
}
