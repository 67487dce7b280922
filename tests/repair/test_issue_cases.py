"""What a reader would type in first: one case a rule, with what must stay as it is."""

import pytest

from reader import RepairKind, restore

RESTORED = [
    ("勞動(dòng)(dong)關(guān)係咊(he)諧", "劳动关系和谐"),
    ("各地(di)要抓好(hao)落实", "各地要抓好落实"),
    ("社會(huì )保(bao)障", "社会保障"),
    ("傚率(lu)、女(nu)性、旅(lu)遊", "效率、女性、旅游"),
    ("绿(lǜ)色和女(nv)人(ren)的旅(lu:3)途", "绿色和女人的旅途"),
    ("動（dòng）作（zuo4）很快（KUAI）", "动作很快"),
    ("分筦(guan)副(fu)區(qu)長(cháng)", "分管副区长"),
    ("筴略和政筴有傚", "策略和政策有效"),
    ("鬭爭、擧辦、手鎗", "斗争、举办、手枪"),
    ("乾隆皇帝的著作覆蓋瞭望塔", "乾隆皇帝的著作覆盖瞭望塔"),
    ("甚麼時候瞭解籍貫", "什么时候了解籍贯"),
    ("後來皇后在麵前喝麵條", "后来皇后在面前喝面条"),
    ("上海(hai)市人社跼(ju)搨展監詧郃(he)作(zuo)機製", "上海市人社局拓展监察合作机制"),
    ("勞動(dòng)人事?tīng)幾h調解(jie)", "劳动人事争议调解"),
    ("人事?(tīng)幾h調解", "人事争议调解"),
    ("人事\ufffdtīng)幾h調解", "人事争议调解"),
    ("人事tīng)幾h調解", "人事争议调解"),
    ("強化使命擔噹(dang),堅(jian)持底(di)線;全年(nian)1.45萬(wan)件,10:30開始", None),
    ("甲&nbsp;方&ldquo;云&#x7F51;&rdquo;", "甲 方“云网”"),
    ("劳\u200b动\u00ad关系\ufeff", "劳动关系"),
]


@pytest.mark.parametrize(("damaged", "clean"), RESTORED)
def test_damage_is_undone(damaged, clean):
    expected = clean or "强化使命担当，坚持底线；全年1.45万件，10:30开始"
    assert restore(damaged).text == expected


HONEST = [
    "生产总值(GDP)增长",
    "第(a)项",
    "他(he)来了",
    "男人(men)",
    "李(Li Na)夺冠",
    "(mg)",
    "浓度(pH)",
]


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_parenthesis_stays(text):
    assert restore(text).text == text
    spun = "勞動(dòng)(dong)關(guān)係(xi)咊(he)諧," + text
    assert restore(spun).text == "劳动关系和谐，" + text


def test_a_textbooks_gloss_stays_and_is_proposed():
    document = restore("重(chóng)庆是直辖市，位于长江上游。")
    assert document.text == document.source
    (repair,) = document.repairs
    assert (repair.kind, repair.applied) == (RepairKind.GLOSS, False)
    assert repair.confidence < 0.5


RIGHT = [
    "郃阳县的跼促与碑搨",
    "张昇、陶喆、李堃、王犇参加会议",
    "显著的著作，反覆覆盖，慰藉与馀生",
    "乾坤未定，瞭望远方",
    "赵孟頫的书法，慕容皝的事迹",
    "Hello, world: (a) b? c;",
    "请看 https://example.org/a?b=1&c=2;d 谢谢",
    "日本語のテキスト、東京都の発表",
]


@pytest.mark.parametrize("text", RIGHT)
def test_text_that_was_right_is_not_touched(text):
    assert restore(text).text == text


def test_a_variant_is_explained():
    document = restore("全力推動(dòng)有傚(xiao)措施(shi)")
    (repair,) = [one for one in document.repairs if one.before == "傚"]
    assert repair.after == "效"
    assert repair.kind is RepairKind.VARIANT
    assert repair.confidence > 0.9
    words = " ".join(str(reason) for reason in repair.evidence)
    assert "传" not in words
    assert "CC-CEDICT" in words


def test_a_slip_shows_its_bytes():
    document = restore("勞動(dòng)人事?tīng)幾h調解")
    (slip,) = [one for one in document.repairs if one.kind is RepairKind.SLIP]
    assert (slip.before, slip.after) == ("?tīng)幾h", "争议")
    words = " ".join(str(reason) for reason in slip.evidence)
    assert "CA C2 A0 8E D7 68" in words
    assert "聽" in words


def test_a_form_is_read_alike_throughout():
    text = "前耑設備、終耑機器和手機耑都已接入。"
    assert restore(text).text == "前端设备、终端机器和手机端都已接入。"


TRADITIONAL = [
    ("這部手機的螢幕是6.7吋，行駛十哩。", "这部手机的萤幕是6.7吋，行驶十哩。"),
    (
        "她穿著一件藍色的旗袍，看著窗外，著急地等著。",
        "她穿着一件蓝色的旗袍，看着窗外，着急地等着。",
    ),
    ("雲南省的雲彩，人云亦云。", "云南省的云彩，人云亦云。"),
    ("彷彿春天的陽光照著傢俱。", "仿佛春天的阳光照着家具。"),
    ("關於此事", "关于此事"),
    ("盡力", "尽力"),
    ("終於", "终于"),
    ("主要著眼於發展經濟，配合著政策", "主要着眼于发展经济，配合着政策"),
]


@pytest.mark.parametrize(("damaged", "clean"), TRADITIONAL)
def test_a_traditional_sentence_is_simplified(damaged, clean):
    assert restore(damaged).text == clean


def test_a_rare_form_does_not_become_a_common_character():
    assert restore("勅令").text in ("敕令", "勅令")


FOLDED = [
    ("詳見附件(jiàn)1:《關(guān)于通(tong)知(zhi)》", "详见附件1：《关于通知》"),
    (
        "北京時(shí)間(jiān)上午10:00,閱兵式正式(shi)開(kāi)始。",
        "北京时间上午10:00，阅兵式正式开始。",
    ),
    ('他説:"我(wo)們(men)一定要辦好!"', '他说："我们一定要办好！"'),
    ('落實(shí)"一崗雙責",層層壓實(shí)責任。', '落实"一岗双责"，层层压实责任。'),
]


@pytest.mark.parametrize(("damaged", "clean"), FOLDED)
def test_a_mark_beside_a_number_or_a_straight_quote_is_widened(damaged, clean):
    assert restore(damaged).text == clean
