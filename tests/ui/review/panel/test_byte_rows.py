"""The bytes of a repair: what was written above, what was read below."""

import pytest

from reader import restore
from reader.text.align import Change
from reader.text.document import Document
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.ui.review.panel.byte_rows import byte_rows, cut_rows


def repair(before, after, *evidence):
    change = Change(after, RepairKind.SLIP, "slip", 0.9, evidence)
    return Document.of(before, [(0, len(before), change)]).repairs[0]


def texts(brackets):
    return [one.text for one in brackets]


def test_a_lost_byte_is_marked_and_the_rest_was_read_out_of_step():
    chain = Bytes("海、".encode("gbk"), "GBK")
    rows = byte_rows(repair("！?", "海、", Evidence("slip_lost", (Bytes(b"\xba"), chain))))
    assert [(one.digits, one.lost) for one in rows.cells] == [
        ("BA", True), ("A3", False), ("A1", False), ("A2", False),
    ]  # fmt: skip
    assert texts(rows.written) == ["海", "、"]
    assert [(one.start, one.end, one.text) for one in rows.read] == [(1, 3, "！"), (3, 4, "")]
    assert rows.lost == 1


def test_bytes_that_are_not_known_have_no_digits():
    chain = Bytes.of((0xE7, 0xB3, -1), "UTF-8")
    rows = byte_rows(repair("\ufffd", "糖", Evidence("cut_bytes", (chain, "UTF-8", "糖"))))
    assert [one.digits for one in rows.cells] == ["E7", "B3", "··"]
    assert texts(rows.written) == ["糖"]
    assert texts(rows.read) == ["\ufffd"]


def test_misread_text_has_what_it_was_read_as():
    data = Bytes("中".encode(), "UTF-8")
    rows = byte_rows(repair("ä¸\xad", "中", Evidence("misread", (data, "UTF-8", "Windows-1252"))))
    assert texts(rows.written) == ["中"]
    assert texts(rows.read) == ["ä", "¸", "\xad"]


def test_misread_text_with_bytes_that_are_gone():
    data = Bytes.of([*"一个".encode()[:5], -1], "UTF-8")
    rows = byte_rows(repair("涓€涓�", "一个", Evidence("misread", (data, "UTF-8", "GBK"))))
    assert texts(rows.written) == ["一", ""]
    assert texts(rows.read)[0] == "涓"
    assert rows.lost == 1


def test_what_is_cut_ends_with_a_whole_character():
    text = "中国人民"
    data = Bytes(text.encode(), "UTF-8")
    before = text.encode().decode("latin-1")
    rows = byte_rows(repair(before, text, Evidence("misread", (data, "UTF-8", "Windows-1252"))))
    assert len(rows.cells) == 12
    short = cut_rows(rows, 8)
    assert (len(short.cells), texts(short.written)) == (6, ["中", "国"])
    assert len(cut_rows(rows, 2).cells) == 2


def test_what_was_put_between_two_halves_is_told():
    data = Bytes("聽".encode("gbk"), "GBK")
    rows = byte_rows(repair("?tīng)h", "听", Evidence("slip_bytes", (data, "(tīng)"))))
    assert rows.inserted == "(tīng)"
    assert texts(rows.written) == ["聽"]
    assert texts(rows.read) == ["?tīng)h"]


def test_long_runs_are_cut():
    text = "今年就业形势总体稳定，重点群体就业保障有力。"
    chain = Bytes(text.encode("gbk"), "GBK")
    rows = byte_rows(repair("x", text, Evidence("slip_phase", (chain,))))
    assert rows.is_cut
    assert len(rows.cells) == 16
    assert rows.written[-1].end == 16
    assert all(one.end <= 16 for one in (*rows.written, *rows.read))


@pytest.mark.parametrize(
    "reason",
    [
        Evidence("slip_lost"),
        Evidence("slip_lost", ("BA", "BAA3")),
        Evidence("slip_lost", (Bytes(b""), Bytes(b"", "GBK"))),
        Evidence("slip_phase", (Bytes(b"\xff\xfe\xfd", ""),)),
        Evidence("slip_phase", (Bytes(b"\xff", "GBK"),)),
        Evidence("cut_bytes", (Bytes(b"\xe7"), 7, 8)),
        Evidence("misread", (Bytes(b"\xe7", "UTF-8"), "UTF-8", "no such encoding")),
        Evidence("slip_bytes", (Bytes(b"\x81", "no such encoding"), 5)),
        Evidence("word", ("经办",)),
    ],
)
def test_a_journal_may_say_anything(reason):
    rows = byte_rows(repair("?", "听", reason))
    assert rows is None or len(rows.cells) <= 16


def test_every_repair_of_the_engine_has_rows_that_fit():
    for one in restore("我们要推动上?！V州、深圳等地的工作。").repairs:
        rows = byte_rows(one)
        if rows is not None:
            ends = [bracket.end for bracket in (*rows.written, *rows.read)]
            assert max(ends) <= len(rows.cells)
            assert rows.written
