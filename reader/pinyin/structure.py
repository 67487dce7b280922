"""Rules for 得 and 地: particles of manner, "must", "get", and "place"."""

from __future__ import annotations

import re

from reader.language.segment import HANZI, tag_words
from reader.pinyin.particles import END, NUMBER
from reader.pinyin.rules import Occurrence, ReadingRule, Rules

# What follows 地 "land" in a word, 户籍|地区, 保护|地块, and verbs that a place may have.
_LAND = (
    "区点方块带理质势面域下上里头位步道级址产税铁震图板砖球毯皮基形貌洞窖库瓜雷狱府"
    "主坛镇摊段幅层壳心轴力热暖温勘矿灾界盘垄契租价籍志缘锁州信"
)
_IS = re.compile("[是在有为位等的及和与或可应不也都已还又约就才均多]")
# Words that form the name of a place with 地: 户籍地, 取景地.
_PLACE = re.compile(
    "(?:户籍|住所|生源|注册|保护|发生|事故|事发|案发|所在|目的|举办|承办|主办|取景|拍摄|供应|聚集|聚居|车籍|申请|原产|出生|居住|发源"
    "|来源|归属|管辖|备案|登记|行为|犯罪|履行|签订|收货|发货|集散|集结|停靠|停放|始发|到达|建设|施工|种植|养殖|生产|加工|销售|使用|旅游"
    "|度假|殖民|根据|策源|诞生|安葬|埋葬|试点|试验|示范|先行|实验|体验|打卡|采风|避风|避难|安置|栖息|繁殖|繁育|越冬|发祥|交易|隔离|输出"
    "|输入|流入|流出|接收|就业|工作|参保|缴费|经营|纳税|投资|承包|流转|征收|储备|闲置|出让|建筑|工业|商业|住宅|盐碱|丘陵|湿草|发现|失踪"
    "|坠落|爆炸|起火|遇难|埋藏|产出|主产|举行|演出|比赛|训练|实习|支教|出发|降落|着陆|登陆|宿营|驻扎|观赏|观察|监测|承包|小菜|上岸|测绘|所有|以后)$"
)


def _describes(place: Occurrence) -> bool:
    """Tell if 地 joins a description to a verb: 稳定地恢复, 一步一步地走."""
    word, tag = place.previous_word(), _class_before(place)
    following = place.next_class()
    if len(word) < 2 and tag[:1] != "d":
        return False
    if following[:1] not in "vdpazi" and place.after[:1] not in "把将向对为从在给往朝":
        return False
    if place.after[:1] in "级坛块铁暖" or _PLACE.search(place.before):
        return False
    moves = word.endswith(("于", "在", "到", "向", "从"))  # 不低于地震动 is no description
    if tag[:1] == following[:1] == "v" and not moves and place.after[:1] not in "位在是为有":
        return True
    return (
        tag[:1] in "adzilb" or word.endswith(("性", "然", "般", "似", "样")) or _is_doubled(place)
    )


def _is_doubled(place: Occurrence) -> bool:
    tail = place.before[-4:]
    return len(tail) >= 2 and (tail[-1] == tail[-2] or (len(tail) == 4 and tail[:2] == tail[2:]))


def _class_before(place: Occurrence) -> str:
    """Return the class of the word before, even if the segmenter joined 地 to it."""
    start, _ = place.words[place.index]
    if start == place.at:
        return place.previous_class()
    return (tag_words(place.text[start : place.at]) or [""])[-1]


def _tells_how(place: Occurrence) -> bool:
    """Tell if 地 follows a word that forms no place name with it, and a verb follows 地."""
    if len(place.previous_word()) < 2 or _PLACE.search(place.before):
        return False
    return _precedes_action(place)


def _precedes_action(place: Occurrence) -> bool:
    """Tell if an action follows, not a word that begins with 地 or is about the place."""
    if not HANZI.match(place.after) or place.after[:1] in _LAND or _IS.match(place.after):
        return False
    _, end = place.words[place.index]
    joined = end > place.at + 1  # 地说, 地想 segmented as one word
    return joined or place.next_class()[:1] in tuple("vdpazi")


RULES: Rules = {
    "得": (
        ReadingRule(
            "dé",
            "获得, 取得, 不得, 所得 in parts",
            ("投标人不|得|相互串通",),
            before="不|所|而|由此|因此|获|取|征|募|换|赚|挣|购|拍|应|可|各|均|已|始|方|连|共|独|勇|喜|夺|难|竞|兼|盗|窃|骗|深",
            test=lambda place: (
                not place.before.endswith(
                    ("舍不", "恨不", "顾不", "怪不", "巴不", "由不", "算不", "怨不", "见不", "吃不")
                )
                and not (place.before.endswith(("可", "应")) and place.previous_class() == "a")
            ),
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("买车前你|得|先摇号", "能不能用，|得|看天气"),
            before="(?:^|[，。；：]|[你我他她咱们])",
            after="先|看|靠|去|找|要|等|有|把|让|想|多|花|自己|经过|好好|赶紧",
            test=lambda place: not place.before.endswith(("对我", "被我")),
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("必须|得|和家里商量",),
            before="[，。；：]|必须",
            after="[^了到出来以知益分票名救证奖胜病之其此民人]",
            following="vpc",
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("报名|得|趁早", "升职|得|靠业绩说话"),
            after="靠|趁|赶紧|赶快|抓紧|尽快|花(?:不少|多少|钱|时间)",
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("这事|得|立即去办", "问题|得|马上解决", "企业|得|按时缴费"),
            after="立即|立刻|马上|重新|按时|按期|按规定|按照|亲自|及早|趁早|尽早",
            previous="nrt",
            test=lambda place: (
                place.next_class()[:1] in ("d", "v", "p")
                and place.previous_word()[-1:] not in "来做办跑走说干"
            ),
        ),
        ReadingRule(
            "de",
            "how, after a verb or an adjective",
            ("他被炸|得|满脸是血", "戏演|得|好，歌唱|得|也不错")[:1],
            before="被[^，。；]{1,4}",
            after="[^了到过知]",
        ),
        ReadingRule(
            "de",
            "how, after a verb or an adjective",
            ("这出戏演|得|好", "往事心酸|得|让人落泪"),
            after="[好快慢高低早晚远近美满棒](?!好|处)|让人|令人|不行|厉害|要命",
            previous="navi",
            test=lambda place: not place.before.endswith(("不", "人", "者")),
        ),
        ReadingRule(
            "dé",
            "得 before what is won",
            ("比赛中他|得|了冠军",),
            after="[了过到救证]|名(?!额)|满分|票|奖|金牌|民心|实惠",
        ),
        ReadingRule(
            "dé",
            "得 before what is won",
            ("生气容易|得|病",),
            before="[^你我他她们]|^",
            after="[^，。；]{0,2}[病癌炎]",
        ),
        ReadingRule(
            "dé",
            "so many points, votes or medals",
            ("甲队|得|五分",),
            after=f"(?!十分){NUMBER}+[分票枚元块次个名]",
            previous="nrvdmtjs$",
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("你们|得|提前预约", "办事总|得|讲规矩", "下午我还|得|开会"),
            before="就|还|也|都|又|只|总|必|非|先|仍|便|你|我|他|她|它|们|咱|谁|大家|至少|起码|那|可"
            "|反正|一定|肯定|恐怕|怕是|否则|今后|明天|今天|以后|必须|还是|当然|自然|迟早|真的?|仍然?",
            following="vpdarnmzijblt",
            test=lambda place: place.next_word() not in ("很", "非常", "十分", "太", "多", "特别"),
        ),
        ReadingRule(
            "de",
            "how, in what the segmenter takes for one word with the verb",
            ("活儿干|得|漂亮",),
            after="[^了过到]",
            test=lambda place: place.words[place.index][0] < place.at,
        ),
        ReadingRule(
            "de",
            "how, after a verb or an adjective",
            ("条例规定|得|十分明确", "雪下|得|很大"),
            previous="vaizbl",
            following="adzirnvlmbpco",
        ),
        ReadingRule(
            "de",
            "before how",
            ("环境布置|得|中规中矩", "漫长|得|如同一个世纪"),
            after="很|非常|十分|太|更|比较|如此|不(?!到|了)|极|那么|这么|越|挺|特别|相当|格外|如同|像|跟|好像"
            "|整个|妙|想要|也比|多么|有点|有些|中规",
        ),
        ReadingRule(
            "děi",
            "must: after an adverb or a person, before a verb",
            ("修理费|得|你们出", "这事|得|从头说起", "想见面|得|先付钱"),
            after="先|从|由|[你我他她咱]们?[^，。；]{0,2}[出付管去来]|[大小高低]于|提醒",
            previous="nvr",
        ),
        ReadingRule("de", "how, after a longer word", ("老师讲|得|清楚",), previous="vaizbl"),
        ReadingRule("dé", "gets, behind a noun or a person", previous="nrtsm"),
    ),
    "地": (
        ReadingRule(
            "dì",
            "land, place",
            before="[该此两各内某每土耕用林草属产块片亩寸的荒旱陆营基场]|(?<![诧怪惊])异|(?<![基根])本|(?<![格意额另])外|(?<![完平规工齐])整|(?<![更较很])多|(?<!而)三|(?<!了)当",
        ),
        ReadingRule(
            "dì",
            "the place where something is done",
            ("事故发生|地|依照职责处理",),
            before="发生|所在|安置|申领|户籍|出生|注册|来源|目的|犯罪|签订|履行|行为|登记|停靠|降落|排放|存放|居住",
        ),
        ReadingRule(
            "dì",
            "the place where something is done, before what is said of it",
            ("原料产|地|多在山区", "会议举办|地|位于城东"),
            before="建设|举办|发源|施工|居住|户籍|注册|登记|经营|出生|生产|发生|管辖|行为|使用|种植",
            after=f"{END}|[位点的为是在内外和与及或]|所在|公安|人民|政府|法院",
        ),
        ReadingRule(
            "de",
            "how, before a verb",
            ("队伍整齐|地|走过广场", "要毫不犹豫|地|执行"),
            test=_describes,
        ),
        ReadingRule(
            "de",
            "how, behind an adjective",
            ("孩子欢快|地|唱歌",),
            previous="azdi",
            after="[^级坛块铁暖]",
            following="nvtfpslrmua",
            test=lambda place: len(place.previous_word()) > 1,
        ),
        ReadingRule(
            "de",
            "how, in what the segmenter cuts otherwise",
            (
                "她安静|地|坐在窗边",
                "措施较好|地|落实了",
                "资源有机|地|结合",
                "他很有办法|地|弄到了票",
            ),
            before="[安平宁寂冷镇]静|[较更很]好|直观|有机|办法|耐心|拼命|全身心|幸福|幸运|真诚|残忍|坦然|温柔|不停|有效|[^，。]劲",
            after="[^区点方质理带块址势域面段球]",
        ),
        ReadingRule(
            "de",
            "how, in what the segmenter cuts otherwise",
            (
                "邻居诧异|地|说没看见",
                "警官敏锐|地|发现线索",
                "任务又好又快|地|完成",
                "他一味|地|追求速度",
            ),
            test=_tells_how,
        ),
        ReadingRule(
            "de",
            "how, in what the segmenter cuts otherwise",
            ("店员“热情”|地|向她介绍", "他很急|地|打来电话", "她头也不回|地|走了"),
            before="[”’]|很[^，。的]|[^，。]也不[^，。]|又[^，。]又[^，。]|不[^，。]不[^，。]",
            test=_precedes_action,
        ),
        ReadingRule(
            "de",
            "how, behind an idiom",
            ("他出其不意|地|冲了出来", "商家直截了当|地|说没货"),
            test=lambda place: (
                place.words[place.index][0] == place.at
                and place.index > 0
                and place.words[place.index - 1][1] - place.words[place.index - 1][0] == 4
                and place.previous_class()[:1] == "i"
            ),
        ),
        ReadingRule(
            "de",
            "how: the segmenter's own word",
            test=lambda place: (
                place.previous_class()[:1] in "dz"
                and len(place.previous_word()) >= 2
                and place.words[place.index][0] < place.at
            ),
        ),
        ReadingRule("de", "性, 然 and doubled words describe", before="性|[^自当突公]然|般|似"),
        ReadingRule("de", "a doubled word describes", ("一件一件|地|办好",), test=_is_doubled),
        ReadingRule(
            "de",
            "how, before a verb: 全 … 地",
            ("要全方位|地|治理污染",),
            before="[全多高深分][^，。；、]{1,4}",
            following="v",
        ),
        ReadingRule(
            "dì",
            "land, place",
            previous="nmrqtfspu$",
        ),
        ReadingRule(
            "dì", "land, place: before its own endings", after=f"{END}|[里上下的都处方区位点块面]"
        ),
    ),
}
