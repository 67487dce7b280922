import pytest

from reader.pinyin.pronounce import find_readings
from reader.pinyin.resolve import SURNAME

NAMES = [
    ("责任编辑：|解|秉文", "xiè"),
    ("本报讯（通讯员|盖|鸣远）昨日夜间", "gě"),
    ("被害人|区|某当场报案。", "ōu"),
    ("司机|单|某系酒后驾车。", "shàn"),
    ("他的儿子叫|任|会春。", "rén"),
    ("出席的有李强、|任|喜军、王刚。", "rén"),
    ("外交部发言人|华|明远主持记者会。", "huà"),
    ("经审查，被告人|都|某构成诈骗罪。", "dū"),
    ("老人姓|查|，今年八十岁。", "zhā"),
    ("市民|曾|女士向本报反映。", "zēng"),
]
WORDS = [
    ("记者了解到，|华|为公司已经回应。", "huá"),
    ("与|华|为签署合作协议。", "huá"),
    ("未经|华|声在线许可不得转载。", "huá"),
    ("吊运路线上，|华|峰特钢有限公司负责。", "huá"),
    ("平江县、|华|容县均有降雨。", "huá"),
    ("张家港市|乐|余镇的农户。", "lè"),
    ("|乐|视年报再度亏损。", "lè"),
    ("老百姓|都|在等这条路修好。", "dōu"),
    ("三十岁|都|还没到。", "dōu"),
    ("抚宁区|区|某某镇", "qū"),
    ("清江浦|区|某小区一户居民家起火。", "qū"),
    ("一名张姓|员|工说。", "yuán"),
    ("他出任|过|三家公司的总经理。", "guò"),
    ("有人拿|过|某知名品牌的代言。", "guò"),
    ("因要|盖|房子，他上门求助。", "gài"),
    ("家庭套票，|任|你选。", "rèn"),
    ("他从2012年起|任|教于师范大学。", "rèn"),
    ("案发|单|元楼已被封锁。", "dān"),
    ("新建|单|双杠训练器材。", "dān"),
    ("王储|查|尔斯到访。", "chá"),
    ("受骂最多的|那|群人", "nà"),
    ("路上的|那|可真是热闹。", "nà"),
    ("解民忧、|解|民难", "jiě"),
    ("今天气温三十|华|氏度", "huá"),
    ("他持双重国籍，|曾|代表国家参赛。", "céng"),
]


def read(case):
    before, char, after = case.split("|")
    found = find_readings(before + char + after)
    return next(one for one in found if one.start == len(before))


@pytest.mark.parametrize(("case", "reading"), NAMES)
def test_a_surname_is_read_as_one(case, reading):
    one = read(case)
    assert one.pinyin == reading
    assert one.reason == SURNAME


@pytest.mark.parametrize(("case", "reading"), WORDS)
def test_firms_places_and_words_are_no_surnames(case, reading):
    one = read(case)
    assert one.pinyin == reading
    assert one.reason != SURNAME
