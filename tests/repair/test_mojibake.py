import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader import restore
from tests.damage import clean_cases
from tests.damage.encodings import kun_jin_kao, misread, misread_with_loss
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.repair.making import read_edits, recovered, rules

UNHURRIED = settings(deadline=None, max_examples=40)
WESTERN = [("gbk", "latin-1"), ("gbk", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp1252")]
SHORT = [
    ("µÚÒ»·¶ÎÄ", "第一范文"),
    ("²Ä¤C³¹", "第七章"),
    ("鍔冲姩", "劳动"),
    ("鍔冲姩鑰?", "劳动者"),
    ("åŠ³åŠ¨", "劳动"),
    ("这是“µÚÒ»”。", "这是“第一”。"),
    ("标题：鍔冲姩鍏崇郴", "标题：劳动关系"),
]
# Right as they stand, and not far from what misread Chinese looks like.
RIGHT = (
    "Le café est très agréable, déjà vu à l'été dernier: «préférée» — où ça?",
    "L’hétérogénéité légère, naïve et ambiguë; «Œuvres complètes»…",
    "Größe, Füße, Äpfel und Öl: „schöne Grüße“ aus Österreich",
    "El niño comió piñas en el jardín. ¿Qué? ¡Olé! ¿¡Cómo!?",
    "ação, coração, São João, avó e avô não são irmãos",
    "Tiếng Việt có dấu: được, những, người, ở đâu, Đà Nẵng, Huế, Hà Nội, ôi chà, õ ã",
    "Þetta er íslenska: æðislegt, öðru, þéttbýli",
    "Smørrebrød på ærø, blåbærgrød og rødgrød med fløde",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Ελληνικά κείμενα, όχι κινέζικα", "Это русский текст", "İstanbul’da çöğüş ışığı",
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ", "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿",
    "lǜ nǚ lüè zhōngguó (lüèduó) dòng",
    "女(nǚ)略(lüè)绿(lǜ)", "汉语拼音：āáǎà ōóǒò ēéěè üǖǘǚǜ",
    "25℃ ±2°，×3 ÷4，½ ¾ ¼，§5，10²+5³，µm，¥100，£20，©2024 ®，«引»",
    "Zoë、Beyoncé、Ångström、Müller、Dvořák、Čapek、Sørensen",
    "Ðóññêèé òåêñò, êîòîðûé íóæíî ïðî÷èòàòü",  # Russian misread, no Chinese
    "Ã©tÃ© dÃ©jÃ  vu trÃ¨s agrÃ©able",  # French misread, no Chinese
    "涓涓细流，涔涔汗水，潺潺溪流",
    "溷浊、滠水、潆洄、媳妇、嬷嬷、孱弱", "鍔、涓、绗、閮、鐨、鏄是罕用字",
    "鏉、鐜、锛、銆", "人名：鑫淼焱垚、喆、堃、犇、骉、赟、翀、昉、祎",
    "环滁皆山也。其西南诸峰，林壑尤美，望之蔚然而深秀者，琅琊也。",
    "環滁皆山也。其西南諸峰，林壑尤美，望之蔚然而深秀者，瑯琊也。",
    "帝高阳之苗裔兮，朕皇考曰伯庸。摄提贞于孟陬兮，惟庚寅吾以降。",
    "青青子衿，悠悠我心。纵我不往，子宁不嗣音？",
    "氘、氚、铀、镎、钚、镅、锔、锫、锎、锿、镄、钔、锘、铹", "噼里啪啦、叽叽喳喳、嘀嘀咕咕",
    "烫伤了手", "屯屯有人家", "邮屯拷贝", "斤斤计较",
    "€100、€ 25，价格是€3？", "a?b?c? 真的？？？什么?!",
)  # fmt: skip


@pytest.mark.parametrize(("shown", "meant"), SHORT)
def test_short_runs(shown, meant):
    assert recovered(shown) == meant


@pytest.mark.parametrize(("written", "read"), WESTERN)
@pytest.mark.parametrize("text", ["\n".join(TEXTS[:20]), "\n".join(SENTENCES)])
def test_whole_files(text, written, read):
    assert recovered(misread(text, written, read)) == text
    if written == "utf-8" and read == "cp1252":
        assert recovered(misread(misread(text, written, read), "utf-8", "cp1252")) == text


@pytest.mark.parametrize("text", TEXTS[:10])
def test_big5_comes_back_and_is_simplified(text):
    traditional = OpenCC("s2t").convert(text)
    traditional = traditional.encode("big5", "ignore").decode("big5")
    document = restore(misread(traditional, "big5", "latin-1"))
    assert document.text == restore(traditional).text
    assert {repair.kind.value for repair in document.repairs} == {"encoding"}


@UNHURRIED
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3), st.sampled_from(WESTERN))
def test_any_text_comes_back_with_spans_that_agree(texts, way):
    text = "\n".join(texts)
    shown = misread(text, *way)
    document = restore(shown)
    assert document.text == text
    assert document.rebuild_source() == shown
    # Character by character: each hanzi knows its own two or three bytes.
    for at, char in enumerate(text):
        start, end = document.source_span(at, at + 1)
        assert misread(char, *way) == shown[start:end]
        assert document.clean_span(start, end) == (at, at + 1)


@UNHURRIED
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2), st.integers(0, 3))
def test_utf8_as_gbk_comes_back_for_the_most_part(texts, way):
    text = "\n".join(texts)
    shown = misread_with_loss(text)
    shown = shown.replace("\ufffd", ("\ufffd", "?", "", "\ufffd")[way])
    document = restore(shown)
    assert document.rebuild_source() == shown
    assert restore(document.text).text == document.text
    if len(document.text) == len(text):
        wrong = sum(one != two for one, two in zip(text, document.text, strict=True))
        assert wrong <= 0.1 * len(text)


@UNHURRIED
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.sampled_from(WESTERN))
def test_a_line_or_a_clause_alone(clean, damaged, way):
    shown = misread(damaged, *way)
    assert recovered(f"{clean}\n{shown}\n{clean}") == f"{clean}\n{damaged}\n{clean}"
    assert recovered(f"标题《{shown}》{clean}") == f"标题《{damaged}》{clean}"


@pytest.mark.parametrize("text", [*RIGHT, *clean_cases.ALL, *TEXTS])
def test_right_text_is_not_even_suspected(text):
    assert recovered(text) == text
    assert not [edit for edit in read_edits(text) if edit.rule != "encoding.lost"]


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_stays_beside_misread_text(text):
    """A document known to be misread is looked at more closely, and yet not more rashly."""
    shown = "\n".join(misread(line, "gbk", "cp1252") for line in TEXTS[:5])
    assert recovered(f"{shown}\n{text}\n").split("\n")[-2] == text


def test_dropped_controls_leave_enough():
    text = TEXTS[5]
    assert recovered(misread(text, "utf-8", "cp1252", drop_controls=True)) == text
    assert recovered(misread(text, "gbk", "latin-1", drop_controls=True)) == text


def test_a_no_break_space_may_have_become_plain():
    """加 is E5 8A A0 in UTF-8."""
    shown = misread("增加收入，加快发展", "utf-8", "cp1252").replace("\xa0", " ")
    assert recovered(shown) == "增加收入，加快发展"


def test_a_number_between_follows_once_the_document_is_known():
    text = "\n".join([*TEXTS[:3], "12个", "共3次"])
    assert recovered(misread(text, "gbk", "latin-1")) == text


def test_what_the_bytes_leave_open_has_alternatives_and_less_confidence():
    shown = "".join(misread_with_loss("他在电脑前坐了很久，12点才睡，以2比1"))
    open_ones = [edit for edit in read_edits(shown) if edit.alternatives]
    assert open_ones
    assert all(edit.confidence < 0.99 for edit in open_ones)
    assert all(edit.applied == (edit.confidence >= 0.5) for edit in read_edits(shown))


@pytest.mark.parametrize(
    "text", ["锟斤拷", "内容锟斤拷锟斤拷丢失", "烫烫烫烫", "屯屯屯屯", "丢\ufffd\ufffd了"]
)
def test_bytes_that_are_gone_are_pointed_out_and_nothing_is_invented(text):
    assert recovered(text) == text
    assert rules(text) == (set(), {"encoding.lost"})


def test_kun_jin_kao_stays():
    text = kun_jin_kao("劳动关系和谐稳定")
    assert "锟斤拷" in text
    assert restore(text).text == text


def test_one_repair_a_clause_with_its_bytes():
    document = restore(misread("劳动关系，和谐稳定。", "gbk", "latin-1"))
    assert [repair.after for repair in document.repairs] == ["劳动关系，", "和谐稳定。"]
    reason = document.repairs[0].evidence[0]
    assert reason.code == "misread"
    assert reason.args[0].startswith("C0 CD B6 AF")
    assert "GBK" in str(reason)


@pytest.mark.parametrize("errors", ["replace", "ignore"])
@pytest.mark.parametrize(
    "text",
    [
        "　　为了保障公民的合法权益，制定本办法。",
        "第二条　为了保障公民的权益，制定本办法。",
        "　　各级人民政府应当加强劳动保护工作。\n　　第三条　本办法自发布之日起施行。",
    ],
)
def test_an_indent_is_read_again_though_its_bytes_are_no_pair(text, errors):
    assert restore(text.encode().decode("gbk", errors)).text == text
