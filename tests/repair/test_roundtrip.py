"""The engine as a whole: damage is undone, clean text stays, spans agree."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Document, restore
from tests.damage import gloss_slip, glosses, styles
from tests.damage.sentences import SENTENCES

UNHURRIED = settings(deadline=None, max_examples=60)
# The styles whose damage leaves enough behind to restore a whole document without an error.
EXACT = ["glosses", "marks", "page", "seed", "traditional", "variants"]
# Anything at all, and what the mechanisms look for.
PIECES = st.sampled_from(
    [
        *"動会會(（)）?？,，;:： \u3000\u00a0\u200b\ufffd&<>\n\r\t咊昰郃乾著🙂𠀀\ud800\x00a1",
        "(dòng)", "(dong)", "(huì )", "(lve4)", "（nǚ）", "?tīng)幾h", "&nbsp;",
        "&#x4e00;", "<br/>", "1.45万", "劳动关系", "勞動關係", "。", "、", "“", "”",
    ]
)  # fmt: skip
# Bytes out of step or misread. What is repaired beside such a piece may show it the next time.
BYTES = st.sampled_from(
    [
        "圖??梢曰?.5~2小時", "當?shù)卣", "？！笆奈濉币巹", "\ufffd\ufffd\ufffd", "茖W", "\udc00",
        "鍔冲姩", "µÚÒ»·¶", "µÚһ", "åŠ³åŠ¨", "撠極?瑞", "鼠侗欸羲", "锟斤拷", "碌脷脪禄", "신窩굵",
    ]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=30),
)


def damage(style, text, number=0):
    return styles.STYLES[style](text, Random(f"{style} {number}"))


def check_consistent(document: Document, source: str) -> None:
    assert document.source == source
    assert document.rebuild_source() == source
    at = 0
    for number, repair in enumerate(document.repairs):
        assert repair.id == number
        assert at <= repair.source_start <= repair.source_end <= len(source)
        assert 0 <= repair.clean_start <= repair.clean_end <= len(document.text)
        assert source[repair.source_start : repair.source_end] == repair.before
        assert 0 <= repair.confidence <= 1
        if repair.applied:
            assert document.text[repair.clean_start : repair.clean_end] == repair.after
        at = repair.source_start
    for start in range(len(source)):
        low, high = document.clean_span(start, start + 1)
        assert 0 <= low <= high <= len(document.text)
    for start in range(len(document.text)):
        low, high = document.source_span(start, start + 1)
        assert 0 <= low <= high <= len(source)


@UNHURRIED
@given(ANY_TEXT)
def test_any_text_can_be_restored_and_rebuilt(text):
    check_consistent(restore(text), text)


@UNHURRIED
@given(st.lists(st.one_of(PIECES, BYTES), max_size=14).map("".join))
def test_damaged_bytes_in_any_order_can_be_rebuilt(text):
    check_consistent(restore(text), text)


@UNHURRIED
@given(ANY_TEXT)
def test_restoring_twice_is_restoring_once(text):
    once = restore(text).text
    assert restore(once).text == once


@UNHURRIED
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    st.sampled_from(sorted(styles.STYLES)),
    st.integers(0, 10_000),
)
def test_damaged_text_can_be_restored_and_rebuilt(sentences, style, number):
    case = damage(style, "\n".join(sentences), number)
    document = restore(case.text)
    check_consistent(document, case.text)
    assert restore(document.text).text == document.text


@pytest.mark.parametrize("text", ["", *SENTENCES])
def test_clean_text_stays_as_it_is(text):
    document = restore(text)
    assert document.text == text
    assert not [repair for repair in document.repairs if repair.applied]


def test_a_whole_clean_document_stays_as_it_is():
    text = "\n".join(SENTENCES)
    assert restore(text).text == text


@pytest.mark.parametrize(
    ("style", "share"),
    [
        ("seed", 0.97),
        ("variants", 0.95),
        ("glosses", 0.99),
        ("traditional", 0.97),
    ],
)
def test_most_damaged_paragraphs_come_back_exactly(style, share):
    """Three sentences a paragraph, 100 paragraphs, each damaged in its own way."""
    random = Random("paragraphs")
    wrong = []
    for number in range(100):
        case = damage(style, "".join(random.sample(SENTENCES, 3)), number)
        got = restore(case.text).text
        if got != case.truth:
            wrong.append((case.truth, got))
    assert len(wrong) <= 100 * (1 - share) + 0.5, wrong[:3]


def test_marks_are_folded_back_where_a_whole_document_says_so():
    case = damage("marks", "\n".join(SENTENCES), 1)
    assert restore(case.text).text == case.truth


def test_a_few_half_width_marks_in_one_paragraph_are_only_pointed_out():
    """Some official texts are set so; nothing tells that it is damage."""
    text = "新修订的规划把湿地保护范围扩大,企业应当建立责任制;周末我们打算去爬山。"
    document = restore(text)
    assert document.text == text
    assert [(repair.before, repair.after) for repair in document.repairs] == [
        (",", "，"),
        (";", "；"),
    ]
    assert all(not repair.applied and repair.confidence < 0.5 for repair in document.repairs)


@pytest.mark.parametrize("style", EXACT)
def test_a_damaged_document_comes_back_exactly(style):
    case = damage(style, "\n".join(SENTENCES), 1)
    for truth, got in zip(case.truth.split("\n"), restore(case.text).text.split("\n"), strict=True):
        assert got == truth


GLOSS_STYLES = [
    glosses.GlossStyle(umlaut="v"),
    glosses.GlossStyle(umlaut="ü"),
    glosses.GlossStyle(umlaut="u:"),
    glosses.GlossStyle(numbers=True),
    glosses.GlossStyle(full_width=True),
    glosses.GlossStyle(capitals=0.5),
    glosses.GlossStyle(wrong=1),
]


@pytest.mark.parametrize("style", GLOSS_STYLES, ids=str)
def test_glosses_go_however_they_are_spelled(style):
    text = "女子绿化旅行略有收获，法律侣伴虑及吕梁。" + "".join(SENTENCES[:20])
    case = glosses.untoned_glosses(text, Random(7), style)
    assert restore(case.text).text == text


@pytest.mark.parametrize("converter", ["eats", "keeps", "replacement", "drops"])
def test_a_slipped_gloss_is_taken_back(converter):
    """人事争议 whatever the converter left in place of the lost byte."""
    traditional = "我們召開會議，研究勞動人事爭議調解工作，聽取各方意見，推動勞動關係和諧發展。"
    keys = {"聽": "(tīng)", "動": "(dòng)", "會": "(huì )", "開": "(kāi)"}
    case = gloss_slip.byte_glosses(traditional, keys, converter=converter)
    wanted = "我们召开会议，研究劳动人事争议调解工作，听取各方意见，推动劳动关系和谐发展。"
    assert restore(case.text).text == wanted


@pytest.mark.parametrize("name", ["policy", "news"])
def test_the_bundled_samples_come_back_exactly(name, request):
    root = request.config.rootpath
    sample = (root / "resources" / "samples" / f"{name}_damaged.txt").read_text("utf-8")
    clean = (root / "tests" / "damage" / f"{name}.txt").read_text("utf-8")
    for truth, got in zip(clean.split("\n"), restore(sample).text.split("\n"), strict=True):
        assert got == truth


@pytest.mark.parametrize(
    "text",
    [
        "峯(feng)、峰",
        "裏(li)、裡、里",
        "略(lve)、畧；裏(li)、裡、里。",
        "峰(feng)、峯",
        "用峯(feng)/峰，不用峯(feng)。",
        "㐅(wu)、厵(yuan)、猋(biao)、鱻(xian)",
        "勞(lao)動(dong)、峯(feng)（峰）",
    ],
)
def test_a_form_with_a_gloss_beside_its_own_simplified_form_is_replaced_once(text):
    document = restore(text)
    assert document.rebuild_source() == text
    spans = [(one.source_start, one.source_end) for one in document.repairs]
    assert len(set(spans)) == len(spans)
