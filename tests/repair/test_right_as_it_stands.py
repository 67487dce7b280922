"""Texts that look damaged and are right: what an editor would be angry to find changed."""

import pytest

from reader import RepairKind, restore

QUOTING = [
    "文章引用《史记》：“項羽已死，天下已定。”作者认为这一记载可信。",
    "繁体字“龍”简化为“龙”，“龜”简化为“龟”。",
    "“發”和“髮”在简体中都写作“发”，“乾”“幹”都写作“干”，但“乾坤”的“乾”不简化。",
    "甲骨文中的“龜”字是象形字，金文“馬”字也是，小篆“鳥”字仍可看出原形。",
    "“遊”今作“游”，“週”今作“周”，“鬱”今作“郁”。",
    "《說文解字》是东汉许慎所著的字书。",
    "台湾作家白先勇的《臺北人》是一部短篇小说集。",
    "碑文曰：「維大清光緒二十年歲次甲午」，字迹已漫漶难辨。",
    "卢武铉（盧武鉉）曾任韩国总统。",
    "繁体版标题为《臺灣通史》，连横著，成书于1918年。",
]


@pytest.mark.parametrize("text", QUOTING)
def test_a_traditional_quotation_stays_and_is_proposed(text):
    document = restore(text)
    assert document.text == text
    assert document.repairs
    assert all(one.confidence < 0.5 and not one.applied for one in document.repairs)
    words = " ".join(str(reason) for one in document.repairs for reason in one.evidence)
    assert "quotation" in words


def test_a_spun_quotation_is_restored():
    """Replaced here and there, in the quotation as around it, or by forms nobody quotes."""
    assert (
        restore("坚持“綠色发展”的理念，为人民服务。").text == "坚持“绿色发展”的理念，为人民服务。"
    )
    spun = "全麵落實“綠色”發展，推動（弍）期工程。"
    assert restore(spun).text == "全面落实“绿色”发展，推动（二）期工程。"
    assert restore("推进（弍）期工程建设，发展经济。").text == "推进（二）期工程建设，发展经济。"


CODE = [
    "print('你好,世界')\nprint('再见,世界')\nx = input('请输入:')\nif x == '是':\n"
    "    print('好的,继续')\nelse:\n    print('退出,再见')\n",
    'int main(){\n  printf("中文,测试");\n  printf("第二,测试");\n  // 注释:这里\n  return 0;}\n',
    "INSERT INTO t VALUES ('张三','北京','男');\nINSERT INTO t VALUES ('李四','上海','女');\n",
    '{\n  "姓名": "张三",\n  "职务": "经理",\n  "部门": "销售部",\n  "城市": "上海"\n}',
]
TABLES = [
    "姓名,年龄,城市\n张三,23,北京\n李四,35,上海\n王五,41,广州\n赵六,29,深圳\n",
    "姓名:张三\n性别:男\n年龄:23\n籍贯:河北\n学历:本科\n专业:计算机\n",
]
CHATS = [
    "刚到家,累死了!\n明天还要上班,唉\n你呢?最近忙吗?\n有空出来吃饭,我请客!\n地点你定,别太远就行\n",
    "A:请问,去火车站怎么走?\nB:往前走,第二个路口左转.\nA:谢谢!\nB:不客气,慢走!\nA:对了,坐几路车?\n",
]


@pytest.mark.parametrize("text", [*CODE, *TABLES, *CHATS])
def test_half_width_marks_that_nobody_folded_stay(text):
    """Crawlers fold ，：；？ and leave 。、“” alone; who writes all marks half-width means it."""
    assert restore(text).text == text


def test_code_in_a_folded_document_keeps_its_marks():
    text = "首先,安裝軟體,打開終端機。\n然後,輸入下面的程式:\nprint('你好,世界')\n最後,按下按鈕。"
    clean = (
        "首先，安装软体，打开终端机。\n然后，输入下面的程式：\nprint('你好,世界')\n最后，按下按钮。"
    )
    assert restore(text).text == clean


GLOSSED = [
    "拼音教材\n\n妈(mā) 麻(má) 马(mǎ) 骂(mà)\n八(bā) 拔(bá) 把(bǎ) 爸(bà)\n",
    "本书收录生僻字：甪(lù)直、亳(bó)州、歙(shè)县、黟(yī)县、盱(xū)眙(yí)、浒(xǔ)墅关、"
    "筻(gàng)口、珲(hún)春、牤(māng)牛河。",
    "冼(xiǎn)星海、贲(bēn)友林、郤(xì)至、逄(páng)先知、亓(qí)官、乜(niè)子、仝(tóng)小林。",
    "马(Ma)、李(Li)、王(Wang)、张(Zhang)、陈(Chen)五位作者对本文有同等贡献。",
]
GLOSSED.append(
    "课后生字：饕(tāo)餮(tiè)、魑(chī)魅(mèi)、貔(pí)貅(xiū)、睚(yá)眦(zì)、狻(suān)猊(ní)、赑(bì)屃(xì)、"
    "螭(chī)吻(wěn)、蒲(pú)牢、狴(bì)犴(àn)、椒(jiāo)图、嘲(cháo)风、囚(qiú)牛、负(fù)屃都是传说中的神兽。"
)


@pytest.mark.parametrize("text", GLOSSED)
def test_readings_with_tones_in_a_clean_text_are_meant(text):
    assert restore(text).text == text


EMOJI = [
    "今晚吃火锅吧🍲👨\u200d👩\u200d👧",
    "👩🏽\u200d💻程序员👨\u200d🍳厨师❤️\u200d🔥",
    "他写下\u200fعربي\u200f三个词。",
]


@pytest.mark.parametrize("text", EMOJI)
def test_joiners_that_join_something_stay(text):
    assert restore(text).text == text


WORDS = [
    "乾元、乾纲独断、徵羽、变徵之声、於潜县、康乾盛世、颠覆罪、著书立说",
    "凌濛初著《拍案惊奇》，慕容儁即位，赵孟頫善书。",
    "二噁英、1,4-二噁烷、噁唑、苯噁唑、丙炔噁草酮、恶心",
    "电影《人在囧途》上映，网友说自己很囧。",
]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_that_is_written_so_stays(text):
    assert restore(text).text == text
    spun = "全麵推動社會髮展，"
    assert restore(spun + text).text == "全面推动社会发展，" + text


SPELLED = ["这家家俱店凭藉口碑，彷佛一夜之间就红了。"]


@pytest.mark.parametrize("text", SPELLED)
def test_another_spelling_in_a_clean_text_is_only_proposed(text):
    document = restore(text)
    assert document.text == text
    assert document.repairs
    assert not any(one.applied for one in document.repairs)


def test_another_spelling_in_a_spun_text_is_replaced():
    damaged = "我們彷彿在夢裡，他憑藉實力買了傢俱。"
    assert restore(damaged).text == "我们仿佛在梦里，他凭借实力买了家具。"


def test_a_form_of_a_form_is_read_to_the_end():
    damaged = "推動勞動關係咊諧發展，纳嵠区、苍嵠县、慈嵠市釆取措施，釆購物資，辨別真偽。"
    clean = "推动劳动关系和谐发展，纳溪区、苍溪县、慈溪市采取措施，采购物资，辨别真伪。"
    assert restore(damaged).text == clean


def test_a_gloss_in_a_text_with_forms_still_goes():
    document = restore("推動(dòng)勞動(dòng)關係")
    assert document.text == "推动劳动关系"
    assert {one.kind for one in document.repairs} >= {RepairKind.GLOSS, RepairKind.SCRIPT}


NAMED = [
    (
        "會議由張昇主持，李堃同志作報告，王犇、陶喆參加會議。",
        "会议由张昇主持，李堃同志作报告，王犇、陶喆参加会议。",
    ),
    (
        "徐勣、李勣、洪昇、文徵明、拓跋珪都見於史書記載。",
        "徐勣、李勣、洪昇、文徵明、拓跋珪都见于史书记载。",
    ),
    (
        "水位上昇、旭日東昇，張昇感到職位高昇的喜悅。",
        "水位上升、旭日东升，张昇感到职位高升的喜悦。",
    ),
    ("工程郃格，資金郃理，配郃、聯郃。", "工程合格，资金合理，配合、联合。"),
]


@pytest.mark.parametrize(("damaged", "clean"), NAMED)
def test_a_name_in_a_spun_text_keeps_its_character(damaged, clean):
    assert restore(damaged).text == clean
