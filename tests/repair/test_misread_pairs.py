"""Text written in one encoding and decoded in any other comes back, or is named and stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader import restore
from tests.damage.encodings import PAIRS, misread_by, where_valid
from tests.damage.everyday import TEXTS
from tests.repair.making import make_readable

UNHURRIED = settings(deadline=None, max_examples=60)
LINES = TEXTS[3:9]


def write(text: str, written: str) -> str:
    """Return a text with characters that the encoding has."""
    return OpenCC("s2tw").convert(text).replace("爲", "為") if written == "big5" else text


@pytest.mark.parametrize(("written", "read"), PAIRS)
def test_what_lost_no_byte_comes_back(written, read):
    for line in LINES:
        text = write(line, written)
        shown, lost = misread_by(text, written, read)
        document = restore(shown)
        assert document.rebuild_source() == shown
        if not lost:
            assert document.text == restore(text).text


@pytest.mark.parametrize(("written", "read"), PAIRS)
@pytest.mark.parametrize("mark", ["\ufffd", "?"])
def test_what_lost_bytes_says_nothing_wrong_for_certain(written, read, mark):
    simplify = OpenCC("t2s").convert
    for line in LINES[:3]:
        shown, lost = misread_by(write(line, written), written, read, mark)
        if not lost:
            continue
        for repair in restore(shown).repairs:
            if repair.applied and repair.confidence >= 0.95:
                pieces = simplify(repair.after).split("\ufffd")
                assert all(piece in simplify(write(line, written)) for piece in pieces), repair


@pytest.mark.parametrize("text", ["公告如下：{}", "文件《{}》已经下发。"])
@pytest.mark.parametrize(
    ("written", "read"),
    [("gbk", "koi8-r"), ("gbk", "mac-roman"), ("utf-8", "cp437"), ("utf-8", "cp1251")],
)
def test_a_run_inside_a_line_comes_back_and_the_rest_stays(text, written, read):
    shown, _ = misread_by("各单位要认真组织报名", written, read)
    assert make_readable(text.format(shown)) == text.format("各单位要认真组织报名")


@pytest.mark.parametrize("line", LINES)
def test_decoded_as_utf8_where_valid(line):
    shown = where_valid(line)
    document = restore(shown)
    assert document.rebuild_source() == shown
    assert restore(document.text).text == document.text


@UNHURRIED
@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(PAIRS), st.integers(0, 12)),
        min_size=1,
        max_size=3,
    )
)
def test_any_mixture_is_restored_without_losing_the_source(lines):
    shown = ""
    for text, (written, read), cut in lines:
        shown += misread_by(write(text[:20], written), written, read)[0][cut:] + "，"
    document = restore(shown)
    assert document.rebuild_source() == shown
