import pytest

from reader.pinyin.pronounce import find_readings
from reader.pinyin.resolve import SURNAME

PERSONS = [
    ("经理|单|独秀说，订单排到了明年。", "shàn"),
    ("|单|调先生是这里的常客。", "shàn"),
    ("被告人|仇|人杰不服判决。", "qiú"),
    ("|区|间平董事长出席签约仪式。", "ōu"),
    ("法官|解|除冰主持调解。", "xiè"),
    ("|解|答先生，您的包裹到了。", "xiè"),
    ("队长|查|找平带队出发。", "zhā"),
    ("|查|处长表示，方案将在月底前公布。", "zhā"),
    ("校长|任|职远表示感谢。", "rén"),
    ("|任|意先生拨打了热线。", "rén"),
    ("|曾|经理说，公司不会裁员。", "zēng"),
    ("球员|朴|实贤加盟球队。", "piáo"),
    ("|朴|素英教授来华讲学。", "piáo"),
    ("战士|尉|官福荣立三等功。", "wèi"),
    ("|华|人杰先生捐赠了藏书。", "huà"),
    ("支书|盖|房平说，路修通了。", "gě"),
]
WORDS = [
    ("记者|查|阅资料发现，该公司已经注销。", "chá"),
    ("|查|处局长三名、处长五名。", "chá"),
    ("|查|处长期违法经营的企业。", "chá"),
    ("记者|曾|采访过他。", "céng"),
    ("记者|曾|就此事采访专家。", "céng"),
    ("教授|曾|任该校校长。", "céng"),
    ("|曾|任局长的他如今务农。", "céng"),
    ("|曾|经理解不了他的做法。", "céng"),
    ("周荣鑫先生|曾|相约再来。", "céng"),
    ("局长|任|命书已经下发。", "rèn"),
    ("|任|何同志都不得违反纪律。", "rèn"),
    ("|任|主任委员的同志要带头。", "rèn"),
    ("|区|长代表区人民政府作报告。", "qū"),
    ("|区|委书记主持会议。", "qū"),
    ("|区|公安局长到现场指挥。", "qū"),
    ("专家|解|释道，这是正常现象。", "jiě"),
    ("|解|放军医生救治了伤员。", "jiě"),
    ("教师|单|位出具证明。", "dān"),
    ("选手|单|人划艇夺冠。", "dān"),
    ("|应|聘教授须提交论文。", "yìng"),
    ("|那|位先生请留步。", "nà"),
    ("队员|都|来参加训练。", "dōu"),
    ("村民|种|植果树增收。", "zhòng"),
]


def read(case):
    before, char, after = case.split("|")
    found = find_readings(before + char + after)
    return next(one for one in found if one.start == len(before))


@pytest.mark.parametrize(("case", "reading"), PERSONS)
def test_a_surname_that_begins_a_word_is_read_as_one(case, reading):
    one = read(case)
    assert one.pinyin == reading
    assert one.reason == SURNAME


@pytest.mark.parametrize(("case", "reading"), WORDS)
def test_a_word_that_begins_with_a_surname_stays_a_word(case, reading):
    assert read(case).pinyin == reading


@pytest.mark.parametrize(
    "text", ["单", "记者单", "记者单一", "单先生", "记者单一凡", "主任任任任任", "任\ud800主任"]
)
def test_the_end_of_the_text_is_no_trap(text):
    assert len(find_readings(text)) == sum(char != "\ud800" for char in text)
