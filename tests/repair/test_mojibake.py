from difflib import SequenceMatcher
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader import restore
from reader.text.sentences import evidence_words
from tests.cases.tables import right_texts
from tests.damage.encodings import kun_jin_kao, lose_bytes, misread, misread_with_loss
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.repair.making import list_rules, make_readable, read_edits

UNHURRIED = settings(deadline=None, max_examples=40)
WESTERN = [("gbk", "latin-1"), ("gbk", "cp1252"), ("utf-8", "latin-1"), ("utf-8", "cp1252")]
# Traditional, so the second layer may change it; the first has nothing to do with it.
PROSE = "環滁皆山也。其西南諸峰，林壑尤美，望之蔚然而深秀者，瑯琊也。"
RIGHT = (*right_texts("encodings"), PROSE)


@pytest.mark.parametrize(("written", "read"), WESTERN)
@pytest.mark.parametrize("text", ["\n".join(TEXTS[:20]), "\n".join(SENTENCES)])
def test_whole_files(text, written, read):
    assert make_readable(misread(text, written, read)) == text
    if written == "utf-8" and read == "cp1252":
        assert make_readable(misread(misread(text, written, read), "utf-8", "cp1252")) == text


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
    assert make_readable(f"{clean}\n{shown}\n{clean}") == f"{clean}\n{damaged}\n{clean}"
    assert make_readable(f"标题《{shown}》{clean}") == f"标题《{damaged}》{clean}"


@pytest.mark.parametrize("text", [*RIGHT, *right_texts("words", "foreign"), *TEXTS])
def test_right_text_is_not_even_suspected(text):
    assert make_readable(text) == text
    assert not [edit for edit in read_edits(text) if edit.rule != "encoding.lost"]


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_stays_beside_misread_text(text):
    """A document known to be misread is looked at more closely, and yet not more rashly."""
    shown = "\n".join(misread(line, "gbk", "cp1252") for line in TEXTS[:5])
    assert make_readable(f"{shown}\n{text}\n").split("\n")[-2] == text


def test_dropped_controls_leave_enough():
    text = TEXTS[5]
    assert make_readable(misread(text, "utf-8", "cp1252", drop_controls=True)) == text
    assert make_readable(misread(text, "gbk", "latin-1", drop_controls=True)) == text


def test_a_no_break_space_may_have_become_plain():
    """加 is E5 8A A0 in UTF-8."""
    shown = misread("增加收入，加快发展", "utf-8", "cp1252").replace("\xa0", " ")
    assert make_readable(shown) == "增加收入，加快发展"


def test_a_number_between_follows_once_the_document_is_known():
    text = "\n".join([*TEXTS[:3], "12个", "共3次"])
    assert make_readable(misread(text, "gbk", "latin-1")) == text


def test_what_the_bytes_leave_open_has_alternatives_and_less_confidence():
    shown = "".join(misread_with_loss("他在电脑前坐了很久，12点才睡，请看图2、表1"))
    open_ones = [edit for edit in read_edits(shown) if edit.alternatives]
    assert open_ones
    assert all(edit.confidence < 0.99 for edit in open_ones)
    assert all(edit.applied == (edit.confidence >= 0.5) for edit in read_edits(shown))


@pytest.mark.parametrize(
    "text", ["锟斤拷", "内容锟斤拷锟斤拷丢失", "烫烫烫烫", "屯屯屯屯", "丢\ufffd\ufffd了"]
)
def test_bytes_that_are_gone_are_pointed_out_and_nothing_is_invented(text):
    assert make_readable(text) == text
    assert list_rules(text) == (set(), {"encoding.lost"})


def test_kun_jin_kao_stays():
    text = kun_jin_kao("劳动关系和谐稳定")
    assert "锟斤拷" in text
    assert restore(text).text == text


def test_one_repair_a_clause_with_its_bytes():
    document = restore(misread("劳动关系，和谐稳定。", "gbk", "latin-1"))
    assert [repair.after for repair in document.repairs] == ["劳动关系，", "和谐稳定。"]
    reason = document.repairs[0].evidence[0]
    assert reason.code == "misread"
    data = reason.args[0]
    assert (data.encoding, data.data[:4], data.missing) == ("GBK", b"\xc0\xcd\xb6\xaf", ())
    assert "GBK" in evidence_words(reason)


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


def test_entities_escaped_many_times_are_read_in_good_time():
    """Unescaped once for each "amp;", 400 kB took 10 s."""
    begin = process_time()
    assert restore("&" + "amp;" * 200_000).text == "&"
    assert process_time() - begin < 5


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
@pytest.mark.parametrize(("written", "read"), WESTERN)
def test_where_losses_are_marked_any_byte_may_be_lost_and_none_besides(written, read, lost):
    """No loss of a C1 control, as copying drops them, is made up next to them."""
    text = "\n".join(TEXTS[:12])
    shown = lose_bytes(misread(text, written, read), Random(1), share=0.04, lost=lost)
    found = restore(shown).text
    blocks = SequenceMatcher(None, text, found, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.85 * len(text)
