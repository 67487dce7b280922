"""Tells a name from a word where the surname also begins a word: 法官查明远, 任务实局长.

The segmenter knows the words 查明 and 任务 but not these persons, so their reading would be wrong.
Next to a title, two hypotheses are compared under the character model: that this is running text,
or that it is a rare surname and a given name of one or two characters, after which the text goes
on as after any name.
"""

from __future__ import annotations

import re

from reader.language.ngram import character_model
from reader.language.segment import HANZI

_POLITE = "先生|女士|小姐"
_OFFICE = (
    "局长|部长|处长|科长|主任|书记|主席|同志|老师|教授|经理|院长|校长|省长|市长|县长|镇长"
    "|乡长|区长|村长|厅长|所长|站长|队长|厂长|医生|律师|法官|检察官|警官|董事长|总经理|工程师|师傅"
    "|院士|博士|代表|委员"
)
TITLE = f"{_POLITE}|{_OFFICE}"
_ROLE = (
    f"{_OFFICE}|[局部处科省市县乡镇区厅所站院校村厂店队组班排连营团旅军会社馆园船机庭行州首]长|秘书长"
    "|运动员|(?<![人成全动满])员|[教律医程厨计影大老技]师|[作专画学术业说法乐评藏唱]家"
    "|[选歌水射猎助旗棋骑鼓]手|[法警军教挥]官|[村市居农渔牧股网]民|(?<![或前后二两三])者"
    "|(?:大学|研究|毕业|考|学)生|(?:被告|原告|嫌疑|上诉|申请|被申请|当事|证|负责|主持|发言|创始|诗|工|商|军)人"
    "|[女博院护战烈硕]士|支书|总裁|总理|总统|主编|编辑|导演|教练|司机|司令|政委|参谋|干事|会计|导游"
    "|翻译|秘书|裁判|嘉宾|同学|战友|网友|朋友|邻居|妻子|丈夫|儿子|女儿|父亲|母亲|名叫|署名|化名"
)
_BEFORE = re.compile(rf"(?:{_ROLE})$")
_BEHIND = re.compile(rf"({_POLITE})|{_OFFICE}")
_OPENING = re.compile(
    rf"(?:^|[，。；：、！？“”（()《》,;:!?\s]|[和与由对请向为被经给跟找叫]|(?:{_ROLE}))$"
)
# 曾任局长, 应聘教授, 查处局长: the office is what the verb is about.
_VERBS = frozenset("任当做兼聘命处办担选升免撤罚")

_ALONE = frozenset("曾应都过那相种盖")  # far more often a word by itself
_ADVERB = re.compile("[曾应都过](?:[任获当受]|代表)")
_BEFORE_OFFICES = _VERBS | frozenset("区都市应过相那令占员")  # 区主任, 应部长邀请
_SPEAKS = re.compile("说|表示|介绍|指出|认为|告诉|强调|坦言|透露|回应|[，。：；、！？]")

# Characters that are frequent in given names, and those that hardly ever occur there.
_GIVEN = frozenset(
    "伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光"
    "天达安岩中茂进林有坚和彪博诚先敬震振壮群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之翰朗伯宏言若鸣朋斌梁"
    "栋维启克伦翔旭鹏泽晨辰士建家致树炎德泰盛雄琛钧冠策腾楠榕航弘秀娟英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰"
    "凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷"
    "丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗韵园艺咏卿聪澜纯毓悦昭冰爽茗羽希欣柔竹晓欢霄枫菲寒伊亚宜可姬舒影荔丽阳妮宝初程鸿桦骅剑"
    "玛琪晴容睿烁堂威雯萱彦宇雨洋忠宗曼紫逸贤绿蓝小大正立远方少金银水木石景根喜田虎昆仲季"
)
_HARDLY = frozenset(
    "是了的在上下就不也都很过这那我你他她它们与或等把被对向从个为着得地其出到来去说要会能时后前内外里让给以及于还又再已"
)
_OFTEN = frozenset("任曾葛贾盛殷薄")
_MORE_WORDS = frozenset("应过都种相员那折洗令秘要宿祭车句召")

# All in nats (-ln p). A word that begins with the surname costs at most _BEGINS, however odd it is
# in its place: 村民曾是 is not a name just because 曾 is rare after 村民.
_BEGINS = 9.0
_SURNAME, _OFTEN_SURNAME, _RARE_SURNAME = 7.5, 6.5, 9.5
_COMMON, _ANY, _UNLIKELY = 5.0, 7.5, 10.0
_LEAST_BEFORE = 0.2  # margin of the name that suffices after a title
_LEAST_BEHIND = 0.0  # and before one
_LEAST_APART = -2.7  # after a title, if the segmenter sets the surname apart
_LEAST_WITHOUT = 0.85  # the same for a surname alone: 曾经理
_SPEECH = 4.0  # bonus for a verb of speech, since people with a title are quoted
_POLITENESS = 3.0  # bonus for 先生, which nearly always follows a name
_LIKE_NAMES = (("，王", "，李", "，张", "，刘"), ("，他", "，李明", "，小王", "，张某", "，王建国"))


def is_person(text: str, at: int) -> bool:
    """Tell if the surname text[at] begins a name with a title before or after it."""
    if _BEHIND.match(text, at) or _ADVERB.match(text, at):  # 区长代表, 曾任该校
        return False
    before = text[max(0, at - 6) : at]
    if _BEFORE.search(before) and _name_gain(text, at, 2) >= _LEAST_BEFORE:
        return True
    return any(_has_title(text, at, given) for given in (0, 1, 2)) and bool(_OPENING.search(before))


def _has_title(text: str, at: int, given: int) -> bool:
    """Tell if a title follows a name with `given` characters after the surname."""
    title = _BEHIND.match(text, at + 1 + given)
    if title is None or text[at + given] in _VERBS:
        return False
    gain = _name_gain(text, at, given) + (_POLITENESS if title[1] else 0.0)
    if given:
        return gain >= _LEAST_BEHIND
    if text[at] in _BEFORE_OFFICES:
        return False
    return gain + (_SPEECH if _SPEAKS.match(text, title.end()) else 0.0) >= _LEAST_WITHOUT


def may_be_person(text: str, at: int) -> bool:
    """Tell if text[at] begins a name after a title, given that the segmenter sets it apart."""
    if text[at] in _ALONE or text[at + 1 : at + 2] in _HARDLY:
        return False
    return max(_name_gain(text, at, 1), _name_gain(text, at, 2)) >= _LEAST_APART


def _name_gain(text: str, at: int, given: int) -> float:
    """Return by how many nats a name with `given` characters after the surname is likelier."""
    name, rest = text[at : at + 1 + given], text[at + 1 + given : at + 4 + given] or "\n"
    if len(name) <= given or not all(map(HANZI.match, name)):
        return float("-inf")
    model = character_model()
    before = text[max(0, at - 3) : at].rjust(3, "\n")
    begins = model.text_cost(name[0], before)
    running = model.text_cost(name, before, rest) - begins + min(begins, _BEGINS)
    goes_on = min(model.text_cost(rest, like) for like in _LIKE_NAMES[given > 0])
    return running - _surname_cost(name[0]) - sum(map(_given_name_cost, name[1:])) - goes_on


def _surname_cost(char: str) -> float:
    if char in _OFTEN:
        return _OFTEN_SURNAME
    return _RARE_SURNAME if char in _MORE_WORDS else _SURNAME


def _given_name_cost(char: str) -> float:
    return _COMMON if char in _GIVEN else _UNLIKELY if char in _HARDLY else _ANY
