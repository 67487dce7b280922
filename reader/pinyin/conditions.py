"""What a rule may ask that no pattern says: whether somebody is helped, whether a name stands here.

The table of rules names them; each takes the place of a hanzi and answers yes or no.
"""

from __future__ import annotations

import re

from reader.language.segment import HANZI, tag_words
from reader.pinyin.rules import Condition, Occurrence

_HELP = re.compile(
    "提供|服务|创造|保驾|奠定|打下|办|做|争|修|送|解|谋|注入|带来|贡献|开展|搭建|指明|发|发愁|操心"
    "|担心|免费|测[血体]|治病|把脉|体检|检查|理发|喝彩|鼓|祝|举行|举办|庆|减轻|设立|设置|建立?|购买|缴纳|安排|配备|准备|开|出|而|献|写|量"
)
_FAMILY = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡丁魏薛叶潘杜戴夏汪田姜"
)
# What follows 地 "land" in a word, 户籍|地区, 保护|地块, and verbs that a place may have.
_LAND = (
    "区点方块带理质势面域下上里头位步道级址产税铁震图板砖球毯皮基形貌洞窖库瓜雷狱府"
    "主坛镇摊段幅层壳心轴力热暖温勘矿灾界盘垄契租价籍志缘锁州信"
)
_IS = re.compile("[是在有为位等的及和与可应不也都已还又约就才均多]")
# Words that form the name of a place with 地: 户籍地, 取景地.
_PLACE = re.compile(
    "(?:户籍|住所|生源|注册|保护|发生|事故|事发|案发|所在|目的|举办|承办|主办|取景|拍摄|供应|聚集|聚居|车籍|申请|原产|出生|居住|发源"
    "|来源|归属|管辖|备案|登记|行为|犯罪|履行|签订|收货|发货|集散|集结|停靠|停放|始发|到达|建设|施工|种植|养殖|生产|加工|销售|使用|旅游"
    "|度假|殖民|根据|策源|诞生|安葬|埋葬|试点|试验|示范|先行|实验|体验|打卡|采风|避风|避难|安置|栖息|繁殖|繁育|越冬|发祥|交易|隔离|输出"
    "|输入|流入|流出|接收|就业|工作|参保|缴费|经营|纳税|投资|承包|流转|征收|储备|闲置|出让|建筑|工业|商业|住宅|盐碱|丘陵|湿草|发现|失踪"
    "|坠落|爆炸|起火|遇难|埋藏|产出|主产|举行|演出|比赛|训练|实习|支教|出发|降落|着陆|登陆|宿营|驻扎|观赏|观察|监测|承包|小菜|上岸|测绘|所有|以后|印制)$"
)


def helps_somebody(place: Occurrence) -> bool:
    """Tell if somebody and then a verb follow 为: 为居民修建图书馆, not 为居民小组."""
    seen_noun = False
    words = place.classes_after()
    for number, (word, tag) in enumerate(words):
        if word in ("的", "之") and number and words[number - 1][1].startswith("v"):
            return False  # 为发布之日, 为批准的单位: the verb only describes
        if seen_noun and tag in ("v", "vd") and word not in ("是", "有"):
            if _HELP.match(word):
                return True
            rest = words[number + 1 :]
            return not (rest and rest[0][0] in ("的", "之", "者"))
        seen_noun = seen_noun or tag[:1] in "nrjtslbia" or tag == "vn"
    return False


def introduces_action(place: Occurrence) -> bool:
    """Tell if 为 introduces an action, not a description: 为纪念先烈, not 为起诉之日."""
    words = place.classes_after()
    return any(
        tag[:1] == "v"
        and word not in ("是", "有", "为", "等")
        and not (words[number + 1 : number + 2] and words[number + 1][0] in ("的", "之", "者"))
        for number, (word, tag) in enumerate(words)
    )


def is_company(place: Occurrence) -> bool:
    """Tell if 华为 is the company and 华 does not end a name: 回应华为, not 李振华为家人."""
    return _FAMILY.isdisjoint(place.before[-3:-1]) and place.after[:1] not in "你我他她它您"


def describes(place: Occurrence) -> bool:
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
    return tag[:1] in "adzilb" or word.endswith(("性", "然", "般", "似", "样")) or is_doubled(place)


def is_doubled(place: Occurrence) -> bool:
    """Tell if a doubled character or pair stands before: 慢慢地, 一步一步地."""
    tail = place.before[-4:]
    return len(tail) >= 2 and (tail[-1] == tail[-2] or (len(tail) == 4 and tail[:2] == tail[2:]))


def _class_before(place: Occurrence) -> str:
    """Return the class of the word before, even if the segmenter joined 地 to it."""
    start, _ = place.words[place.index]
    if start == place.at:
        return place.previous_class()
    return (tag_words(place.text[start : place.at]) or [""])[-1]


def tells_how(place: Occurrence) -> bool:
    """Tell if 地 follows a word that forms no place name with it, and a verb follows 地."""
    if len(place.previous_word()) < 2 or _PLACE.search(place.before):
        return False
    return precedes_action(place)


def precedes_action(place: Occurrence) -> bool:
    """Tell if an action follows, not a word that begins with 地 or is about the place."""
    if not HANZI.match(place.after) or place.after[:1] in _LAND or _IS.match(place.after):
        return False
    _, end = place.words[place.index]
    joined = end > place.at + 1  # 地说, 地想 segmented as one word
    return joined or place.next_class()[:1] in tuple("vdpazi")


def follows_ba(place: Occurrence) -> bool:
    """Tell if 把 or 拿 stands before in the clause: 把困难当机遇."""
    return any(word in place.clause_before()[-14:] for word in "把拿")


def becomes(place: Occurrence) -> bool:
    """Tell if 为 is no help after a verb of becoming: 面积最为广阔, but not 多为群众办事."""
    return not (place.before[-1:] in "多均皆即大更并定订" and helps_somebody(place))


def more_follows(place: Occurrence) -> bool:
    """Tell if a clause of two words and more follows, and not 共同."""
    return len(place.classes_after()) > 1 and place.next_word() != "共同"


def two_verbs_follow(place: Occurrence) -> bool:
    """Tell if a verb follows with another behind it: 为收购电能支付的费用."""
    return sum(tag == "v" for _, tag in place.classes_after()) > 1


def adjective_may(place: Occurrence) -> bool:
    """Tell if 可 or 应 of an adjective stands before: 可观得."""
    return place.before.endswith(("可", "应")) and place.previous_class() == "a"


def degree_follows(place: Occurrence) -> bool:
    """Tell if 很, 非常 and the like follow as a word."""
    return place.next_word() in ("很", "非常", "十分", "太", "多", "特别")


def manner_follows(place: Occurrence) -> bool:
    """Tell if an adverb or a verb follows and none that 得 completes stands before: 来得及时."""
    follows = place.next_class()[:1] in ("d", "v", "p")
    return follows and place.previous_word()[-1:] not in "来做办跑走说干"


def inside_word(place: Occurrence) -> bool:
    """Tell if the segmenter joined the hanzi to what precedes it."""
    return place.words[place.index][0] < place.at


def long_word_before(place: Occurrence) -> bool:
    """Tell if the word before has two characters and more."""
    return len(place.previous_word()) > 1


def idiom_before(place: Occurrence) -> bool:
    """Tell if an idiom of four characters stands before: 出其不意地."""
    return (
        place.words[place.index][0] == place.at
        and place.index > 0
        and place.words[place.index - 1][1] - place.words[place.index - 1][0] == 4
        and place.previous_class()[:1] == "i"
    )


def number_before(place: Occurrence) -> bool:
    """Tell if a number is the word before."""
    return place.previous_class()[:1] == "m"


def tons_before(place: Occurrence) -> bool:
    """Tell if so many tons stand before."""
    return number_before(place) and place.before.endswith("吨")


def adjective_follows(place: Occurrence) -> bool:
    """Tell if an adjective is the word behind."""
    return place.next_class()[:1] == "a"


def word_before(place: Occurrence) -> bool:
    """Tell if a word stands before in the same run."""
    return place.index > 0


def second_in_name(place: Occurrence) -> bool:
    """Tell if the hanzi is the second of a person's name: 邱少云."""
    return place.own_class() == "nr" and place.words[place.index][0] == place.at - 1


def given_name(place: Occurrence) -> bool:
    """Tell if the hanzi stands in a person's name behind the surname: 李春燕, but not 后燕."""
    start = place.words[place.index][0]
    is_person = place.own_class().startswith("nr") and place.text[start] in _FAMILY
    return is_person and start < place.at and place.after[:1] not in "国王朝军地京山"


CONDITIONS: dict[str, Condition] = {
    one.__name__: one
    for one in (
        adjective_follows, adjective_may, becomes, degree_follows, describes,
        follows_ba, given_name, helps_somebody, idiom_before, inside_word,
        introduces_action, is_company, is_doubled, long_word_before, manner_follows, more_follows,
        number_before, precedes_action, second_in_name, tells_how, tons_before,
        two_verbs_follow, word_before,
    )
}  # fmt: skip
