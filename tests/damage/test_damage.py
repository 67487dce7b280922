"""The generator itself: it reproduces the damage that was read off real pages."""

import re
from random import Random

import pytest

from tests.damage import (
    debris,
    encodings,
    gloss_slip,
    glosses,
    mark_slip,
    marks,
    styles,
    traditional,
    variants,
)
from tests.damage.damaged import Damaged, cells_of
from tests.damage.sentences import SENTENCES


def consistent(result: Damaged) -> None:
    for place in result.places:
        assert 0 <= place.start <= place.end <= len(result.text)
        assert 0 <= place.truth_start <= place.truth_end <= len(result.truth)
    text, truth = list(result.text), result.truth
    for place in reversed(result.places):
        text[place.start : place.end] = truth[place.truth_start : place.truth_end]
    assert "".join(text) == truth


def test_table_of_rare_forms():
    pairs = variants.pairs()
    forms = [form for form, _ in pairs]
    assert len(forms) == len(set(forms)) > 250
    bases = {base for _, base in pairs}
    for form, base in pairs:
        form.encode("gbk")
        base.encode("gb2312")
        assert form not in bases
    missing = {form for form, base in pairs if _in_gb2312(form)}
    assert not missing
    for base, form in variants.seen_forms().items():
        assert (form, base) in pairs


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def test_gloss_slip_as_seen():
    result = gloss_slip.byte_glosses("人事爭議調解", {"聽": "(tīng)"})
    assert result.text == "人事?tīng)幾h調解"
    assert result.truth == "人事爭議調解"
    assert [place.kinds for place in result.places] == [("gloss_slip",)]
    consistent(result)


@pytest.mark.parametrize(
    ("converter", "text"),
    [
        ("keeps", "人事?(tīng)幾h調解"),
        ("replacement", "人事\ufffd(tīng)幾h調解"),
        ("drops", "人事(tīng)幾h調解"),
    ],
)
def test_gloss_slip_of_other_converters(converter, text):
    keys = {"聽": "(tīng)"}
    result = gloss_slip.byte_glosses("人事爭議調解", keys, converter=converter)
    assert result.text == text


def test_aligned_keys_get_their_gloss():
    result = gloss_slip.byte_glosses("勞動關係會議", {"動": "(dòng)", "會": "(huì )"})
    assert result.text == "勞動(dòng)關係會(huì )議"
    consistent(result)


@pytest.mark.parametrize(
    ("truth", "text"),
    [
        ("確保“十四五”規劃目標任務如期完成。", "確?！笆奈濉币巹澞繕巳蝿杖缙谕瓿伞?"),
        ("穩步擴大。基於前期經驗，各縣應當建立", "穩步擴大?；肚捌诮涷灒骺h應當建立"),
        ("穩步回升。總的來看，行業運行", "穩步回升?？偟膩砜矗袠I運行"),
        ("自發布之日起施行。“綠色通道”服務", "自發布之日起施行?！熬G色通道”服務"),
        ("推動上海、廣州、深圳", "推動上?！V州、深圳"),
    ],
)
def test_mark_slip_as_seen(truth, text):
    result = mark_slip.mark_slip(truth)
    assert result.text == text
    assert result.truth == truth
    consistent(result)


def test_mark_slip_leaves_marks_that_stand_whole():
    assert mark_slip.mark_slip("好！真的？是；的：").text == "好！真的？是；的："


def test_mark_slip_in_simplified_text_and_half_width():
    result = mark_slip.mark_slip("稳步扩大。基于前期经验", written={"；": ";"})
    assert "?;" in result.text
    consistent(result)


def test_the_mark_behind_a_lost_byte_can_be_kept():
    text = "体验。基于此,夜间停工"
    assert "?夜" in mark_slip.mark_slip(text).text
    kept = mark_slip.mark_slip(text, eats=False)
    assert "?,夜" in kept.text
    consistent(kept)


def test_a_tag_can_be_eaten():
    # The run is one byte off when it meets the tag: its last byte takes the '<' along.
    result = mark_slip.mark_slip("完成“任务”。</strong>", marks="！")
    assert result.truth == "完成“任务”。</strong>"
    consistent(result)


@pytest.mark.parametrize("name", styles.STYLES)
def test_styles_are_seeded_and_consistent(name):
    text = "稳步扩大。基于“经验”，各地要抓好落实，推动人事争议调解：受理案件1.45万件（含仲裁）。"
    make = styles.STYLES[name]
    first, again = make(text, Random(5)), make(text, Random(5))
    assert first == again
    assert first.truth == text
    assert any(make(text * 5, Random(number)).places for number in range(5))
    consistent(first)


@pytest.mark.parametrize("name", styles.STYLES)
def test_styles_always_know_the_truth(name):
    for number, text in enumerate(SENTENCES):
        result = styles.STYLES[name](text, Random(number))
        assert result.truth == text
        consistent(result)


def test_slips_in_text_that_is_damaged_already_know_the_truth():
    for number, text in enumerate(SENTENCES):
        spun = styles.seed("“" + text + "”", Random(number))
        consistent(mark_slip.mark_slip(spun))


def test_seed_style_looks_like_the_one_seen():
    result = styles.seed("推动劳动关系和谐发展，召开会议。" * 20, Random(1))
    assert "動(dòng)" in result.text
    assert "會(huì )" in result.text
    assert "," in result.text
    assert re.search(r"動\(dòng\)\(dong\)", result.text)
    share = len(re.findall(r"\([a-z]+\)", result.text)) / (14 * 20)
    assert 0.2 < share < 0.45


def test_glosses_keep_the_reading_of_the_form():
    style = glosses.GlossStyle(share=1, wrong=0)
    result = glosses.untoned_glosses("筦傚咊", Random(0), style)
    assert result.text == "筦(guan)傚(xiao)咊(he)"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (glosses.GlossStyle(share=1, wrong=0, umlaut="v"), "女(nv)略(lve)"),
        (glosses.GlossStyle(share=1, wrong=0, umlaut="u:"), "女(nu:)略(lu:e)"),
        (glosses.GlossStyle(share=1, wrong=0, umlaut="ü"), "女(nü)略(lüe)"),
        (glosses.GlossStyle(share=1, wrong=0, numbers=True), "女(nv3)略(lve4)"),
        (glosses.GlossStyle(share=1, wrong=0, full_width=True), "女（nv）略（lve）"),
        (glosses.GlossStyle(share=1, wrong=0, capitals=1), "女(Nv)略(Lve)"),
    ],
)
def test_gloss_spellings(style, text):
    assert glosses.untoned_glosses("女略", Random(0), style).text == text


def test_traditional_forms_ignore_the_word():
    result = traditional.traditional("头发，发展；师范，干部", Random(0), seen=1)
    assert result.text == "頭髮，髮展；師范，干部"


def test_marks_fold_between_hanzi_only():
    result = marks.fold_marks("好，我：10：30，1.45万（a）吗？")
    assert result.text == "好,我:10：30，1.45万(a)吗?"
    consistent(result)


def test_clean_cells():
    assert "".join(cell.truth for cell in cells_of("好")) == "好"


@pytest.mark.parametrize(
    ("text", "written", "read", "shown"),
    [
        ("第一范文", "gbk", "cp1252", "µÚÒ»·¶ÎÄ"),
        ("第七章", "big5", "cp1252", "²Ä¤C³¹"),
        ("劳动", "utf-8", "gbk", "鍔冲姩"),
        ("劳动", "utf-8", "cp1252", "åŠ³åŠ¨"),
    ],
)
def test_wrong_encodings_as_seen(text, written, read, shown):
    assert encodings.misread(text, written, read) == shown


@pytest.mark.parametrize(
    ("text", "written", "read", "loses"),
    [
        ("公司", "gbk", "koi8-r", False),
        ("公司", "gbk", "cp932", False),
        ("第一", "gbk", "cp1250", False),
        ("公司", "utf-8", "cp950", True),
    ],
)
def test_any_pair_of_encodings(text, written, read, loses):
    shown, lost = encodings.misread_by(text, written, read, "?")
    assert (lost > 0) == loses == ("?" in shown)
    assert loses or shown.encode(read) == text.encode(written)


def test_utf8_where_it_is_valid():
    assert encodings.where_valid("第一") == "µÚһ"


def test_wrong_encoding_can_be_in_some_lines_and_twice():
    text = "劳动关系\n人事争议\n和谐发展\n政策措施"
    misreading = ("utf-8", "cp1252")
    partly = encodings.wrong_encoding(text, Random(3), misreading=misreading, lines=0.5)
    assert partly.truth == text
    assert 1 <= len(partly.places) <= 3
    consistent(partly)
    twice = encodings.wrong_encoding("劳动", Random(0), misreading=misreading, twice=True)
    assert twice.text.encode("cp1252").decode() == "åŠ³åŠ¨"


def test_controls_can_be_dropped_and_bytes_lost():
    assert encodings.misread("了", "utf-8", "latin-1", drop_controls=True) == "äº"
    assert "\ufffd" in encodings.misread_with_loss("劳动者")
    assert "锟斤拷" in encodings.kun_jin_kao("劳动关系")


@pytest.mark.parametrize("encoding", encodings.FILES)
def test_files_hold_what_was_written(encoding):
    text = "勞動關係，和諧發展。"
    assert encodings.as_file(text, encoding).decode(encoding) == text


@pytest.mark.parametrize(
    "make",
    [
        debris.entities,
        debris.invisible,
        debris.private_use,
        debris.doubled_spaces,
        debris.tags,
        debris.anti_copy,
        debris.navigation,
        debris.page,
    ],
)
def test_debris_is_seeded_and_consistent(make):
    text = "各地要抓好“落实”；推动劳动关系和谐发展。" * 20
    result = make(text, Random(2))
    assert result == make(text, Random(2))
    assert result.truth == text
    assert result.places
    consistent(result)
