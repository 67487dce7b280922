"""Rules for particles and prepositions: 为 着."""

from __future__ import annotations

import re

from reader.pinyin.rules import CLEAR, Occurrence, ReadingRule, Rules

NUMBER = "[0-9０-９〇零一二三四五六七八九十百千万亿两]"
END = "(?:$|[，。；：！？、,;:!?\n“”》）)])"

# Verbs after which 为 means "as, into": 结为, 变为, 评选为. Nobody is helped there.
_BECOME = (
    "[成作变改转化分列定设评选称视立升降折译合结沦沿扩增减缩提调达任聘命约算换写读判划"
    "归认更易拟占居均多皆即便系乃则亦尤极最颇甚较更大广稍略]|任命|评定|认定|规定|命名|确定|[合兼]并|[改转]制|修订|显示|原因|死因|锁定|解释|理解|判定|登记|[比被]?喻|证实|查明|诊断|鉴定|推举|推选|选举|确诊|认作"
)
_HEADS = (
    "期限?|时间|日期|标准|任务|目标|目的|对象|范围|内容|方式|方法|原则|单位|机关|人|(?<!或)者|地点?|总?额"
    "|总?量|率|值|价格?|金额|面积|主题|重点|名称|职责|数|长度?|度|比例|结果|性质|类型|区域|层次|年"
    "|号|级|型|形式|基数|项目|要求|代表|部门|机构"
)
_HELP = (
    "提供|服务|创造|保驾|奠定|打下|办|做|争|修|送|解|谋|注入|带来|贡献|开展|搭建|指明|发|发愁|操心"
    "|担心|免费|测[血体]|治病|把脉|体检|检查|理发|喝彩|鼓|祝|举行|举办|庆|减轻|设立|设置|建立?|购买|缴纳|安排|配备|准备|开|出|而|献|写|量"
)

_SERVICE = re.compile(_HELP)
_FAMILY = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡丁魏薛叶潘杜戴夏汪田姜"
)


def _helps_somebody(place: Occurrence) -> bool:
    """Tell if somebody and then a verb follow 为: 为居民修建图书馆, not 为居民小组."""
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


def _is_copula(place: Occurrence) -> bool:
    """Tell if 为 means "is" after a quantity or role, as nobody is helped: 期限为, 代表人为."""
    return not _helps_somebody(place)


def _introduces_action(place: Occurrence) -> bool:
    """Tell if 为 introduces an action, not a description: 为纪念先烈, not 为起诉之日."""
    words = place.classes_after()
    return any(
        tag[:1] == "v"
        and word not in ("是", "有", "为", "等")
        and not (words[number + 1 : number + 2] and words[number + 1][0] in ("的", "之", "者"))
        for number, (word, tag) in enumerate(words)
    )


def _is_company(place: Occurrence) -> bool:
    """Tell if 华为 is the company and 华 does not end a name: 回应华为, not 李振华为家人."""
    return _FAMILY.isdisjoint(place.before[-3:-1]) and place.after[:1] not in "你我他她它您"


RULES: Rules = {
    "为": (
        ReadingRule(
            "wéi",
            "in the name of a firm",
            ("昨日华|为|没有回应",),
            before="(?<![中清繁精年才光豪奢])华",
            test=_is_company,
        ),
        ReadingRule(
            "wèi",
            "for, behind what tells how it is done",
            ("全体员工竭诚|为|每一位顾客服务", "他用专业的眼光|为|客户挑选产品"),
            before="竭诚|真诚|热忱|倾情|全心全意|眼光|全程",
        ),
        ReadingRule(
            "wèi",
            "为 before 此, 何, 了: for",
            before="(?<!确诊|诊断|认定)|^",
            after="[此何了着谁啥]|什么",
        ),
        ReadingRule(
            "wèi",
            "for: you, us, these",
            ("小编|为|您带来最新行情", "没有人会|为|这些后果买单"),
            after="[您你我他她它咱]|大家|这[些位个]|那些",
            before="[^成作变称视认选列定设评化沦转改分叫以之]|^",
        ),
        ReadingRule(
            "wéi",
            "what something is taken for",
            ("以科普游|为|代表的旅行线路", "重要思想|为|指导", "全年作品以青春|为|题"),
            after=f"(?:代表|主|例|首|指导|题|己任|契机|目的|宗旨|依托|抓手|载体|中心|龙头|统领|根本|基础|目标|标志|着力点|荣|傲|鉴)(?:的|{END})",
        ),
        ReadingRule(
            "wéi",
            "a verb of becoming, or 以 … 为",
            ("两校合并|为|一所大学", "面积最|为|广阔"),
            before=_BECOME,
            test=lambda place: (
                not (place.before[-1:] in "多均皆即大更并定订" and _helps_somebody(place))
            ),
        ),
        ReadingRule(
            "wéi",
            "以 … 为",
            ("会议以节约能源|为|主要议题",),
            before="(?<![可予加得足难所])以(?![上下及内外来前后])[^，。；为]{1,11}",
        ),
        ReadingRule(
            "wéi",
            "为 … 所: passive",
            ("方案|为|各方所接受",),
            after="[^，。；]{1,6}所(?![有在长属谓得])",
            following="nrsjtlb",
        ),
        ReadingRule(
            "wéi", "由, 从, 将 … 变: becomes", before="(?:变|改|转|分|升|降|化|折合|更名)(?:更|换)?"
        ),
        ReadingRule(
            "wéi",
            "a number, a date or a quotation is a value",
            ("保质期|为|十二个月", "收费标准|为|每人50元"),
            after=f"{NUMBER}|每|第|[A-Za-z“《「〈:：]|正|负|[甲乙丙丁]|不(?:少|多|低|超)|零",
            test=lambda place: not _helps_somebody(place),
        ),
        ReadingRule(
            "wéi", "value after a number word", after=f"{NUMBER}+[年月日天元个倍人吨米公小分%％.]"
        ),
        ReadingRule(
            "wéi",
            "what has a value, and no verb of helping follows",
            ("验收主体|为|行业主管部门", "联系人|为|王强"),
            before=_HEADS,
            test=_is_copula,
        ),
        ReadingRule(
            "wèi",
            "for: whom, then what is done",
            ("社区|为|独居老人送餐", "这些措施|为|项目落地提供了保障"),
            test=lambda place: _helps_somebody(place),
        ),
        ReadingRule(
            "wèi",
            "for: whom, then a verb of service",
            after=f"[^，。；的]{{1,12}}(?:{_HELP})",
            before="[^最以]|",
            test=lambda place: place.next_class()[:1] in "nrsjtl",
        ),
        ReadingRule(
            "wèi",
            "in order to, at the start of a clause",
            ("|为|落实会议精神，制定本方案",),
            before="^|[，。；：！？、\n\u3000 ]",
            following="vad",
            test=lambda place: len(place.classes_after()) > 1 and place.next_word() != "共同",
        ),
        ReadingRule(
            "wèi", "one heart for", ("一心|为|民",), before="一心|专门|特|专|特地|只|全力|甘|愿|是"
        ),
        ReadingRule(
            "wèi",
            "for several, whom a list names",
            ("部门应当|为|投诉人、举报人保密",),
            after="[^，。；]{1,8}(?:人|者|员|企业|单位|群众)、",
            previous="vdc",
        ),
        ReadingRule(
            "wèi",
            "for, behind what tells how it is done",
            ("律师依法|为|没有辩护人的被告辩护",),
            before="依法|免费|直接|主动|及时|共同|无偿|积极|优先|累计|先后|专程|[会能愿正]",
        ),
        ReadingRule(
            "wèi",
            "in order to, before a verb",
            ("企业|为|收购电能支付的费用",),
            following="v",
            test=lambda place: sum(tag == "v" for _, tag in place.classes_after()) > 1,
        ),
        ReadingRule(
            "wèi",
            "in order to, before a verb",
            ("城建部门出实招，|为|公平营商创造条件", "|为|普及急救常识，学校开设课程"),
            before="(?:^|[，。；：！？、“（）\n\u3000 ])",
            test=_introduces_action,
        ),
        ReadingRule(
            "wèi",
            "for: whom, then what is done",
            ("他就|为|图方便闯了红灯", "教练也|为|接下来的比赛总结了经验"),
            before="就|并|也|另|所以|却|不得不|经常|逐一|还|正在|又|再|纷纷|努力|继续|一直",
            test=_introduces_action,
        ),
        ReadingRule("wéi", "noun before, noun behind: is", previous="nvm", following="nmrtlijbsav"),
    ),
    "着": (
        ReadingRule(
            "zháo", "reached: 睡着, 找得着, 用不着", ("钥匙怎么也找不|着|",), before="[得不没]"
        ),
        ReadingRule(
            "zháo",
            "reached: 睡着了, 找着了",
            ("孩子已经睡|着|了", "丢的羊找|着|了"),
            before="[找睡猜逮抓摸见碰买犯捉遇]",
            after=f"了|{END}",
        ),
        ReadingRule(
            "zháo",
            "burns, at the end",
            ("干柴一点就|着|",),
            before="[就才也已都]|点",
            after=f"了?{END}",
        ),
        ReadingRule(
            "zháo",
            "burns, is anxious, catches",
            after="急(?![需救切待])|[凉慌]|火(?![苗光花种箭把源])|魔(?![力法幻术])|迷(?!彩)",
            before="[^喷伴冒握]|^",
        ),
        ReadingRule(
            "zhuó",
            "wears",
            ("代表们身|着|盛装", "执勤人员|着|反光背心"),
            before="身|^|员|兵|警|生|应当?|须|统一|规范|一律|未|人",
            after=".{0,6}[装服衣裙裤帽鞋靴甲袍背]",
        ),
        ReadingRule(
            "zhuó",
            "lands, sets to",
            after="[陆落墨笔]|手(?![机里指])|力(?![量气度])|眼(?![睛泪神镜])|重(?!要|大|量)|色(?!彩)|意(?!思|见|味)|想(?!象)|装(?!备)|实(?!际|验)",
            previous="ndrmtc$",
        ),
        ReadingRule("zhe", "goes on", before="[^\\W\\d_]", sure=CLEAR),
    ),
}
