"""How a text is cut into what is spoken and translated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.sentences import LONGEST, sentence_around, split_sentences


def cut(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("你好。再见！", ["你好。", "再见！"]),
        ("他说：“好！”然后走了。", ["他说：“好！”", "然后走了。"]),
        ("真的吗？！不会吧……", ["真的吗？！", "不会吧……"]),
        ("第一章\n  正文开始。\n\n完", ["第一章", "正文开始。", "完"]),
        ("GDP为3.5万亿。", ["GDP为3.5万亿。"]),
        ("——！？\n。。。\n", []),
        ("", []),
        ("一；二;三", ["一；", "二;", "三"]),
        ("（见附件。）下一句", ["（见附件。）", "下一句"]),
    ],
)
def test_sentences(text, sentences):
    assert cut(text) == sentences


def test_a_long_sentence_is_cut_at_its_commas():
    clause = "这是一个很长的分句，"
    pieces = cut(clause * 50)
    assert all(len(piece) <= LONGEST and piece.endswith("，") for piece in pieces)
    assert "".join(pieces) == clause * 50


def test_a_long_sentence_without_commas_is_cut_all_the_same():
    assert [len(piece) for piece in cut("长" * 450)] == [LONGEST, LONGEST, 50]


@given(st.text(alphabet="中文a1 。！，\n”“😀\u3000", max_size=700))
def test_nothing_that_can_be_read_is_lost(text):
    spans = list(split_sentences(text))
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    between = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not any(char.isalnum() for char in between)
    assert all(0 < end - start <= LONGEST for start, end in spans)
    assert all("\n" not in text[start:end] for start, end in spans)


def test_the_sentence_around_a_place():
    text = "一句。二句！\n\n三句"
    assert sentence_around(text, 4) == (3, 6)
    assert sentence_around(text, 0) == (0, 3)
    assert sentence_around(text, len(text) - 1) == (8, 10)
    assert sentence_around(text, 7) is None
    assert sentence_around(text, len(text)) is None
