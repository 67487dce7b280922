"""Finds the code page of bytes out of step in a journal."""

import pytest

from reader import RepairKind
from reader.review.frozen import freeze, thaw
from reader.review.slip_bytes import with_code_page
from reader.text.align import Edit
from reader.text.evidence import Bytes, Evidence
from reader.text.sentences import read_evidence
from tests.ui.panes.making import make_document


@pytest.mark.parametrize(
    ("written", "codec", "name", "after"),
    [
        ("海、廣州", "gbk", "GBK", "海、广州"),
        ("勞動關係", "cp950", "Big5", "劳动关系"),
        ("關", "cp950", "Big5", "关"),
        ("著", "gbk", "GBK", "着"),
        ("和谐", "gbk", "GBK", "前面的字和谐后面的字"),
    ],
)
def test_it_is_that_in_which_the_bytes_say_what_became_of_them(written, codec, name, after):
    data = written.encode(codec)
    texts = [data[:1].hex().upper(), data.hex(" ", 2).upper()]
    found = with_code_page(read_evidence("slip_lost", texts), after)
    assert found.args == (Bytes(data[:1], name), Bytes(data, name))


def test_it_stays_open_where_nothing_tells():
    for reason in (
        read_evidence("slip_phase", ["BAA3"]),
        read_evidence("slip_phase", ["no bytes"]),
        read_evidence("slip_phase", []),
        Evidence("word", ("龘",)),
    ):
        assert with_code_page(reason, "龘") is reason
        assert with_code_page(reason, "") is reason


def test_a_journal_gives_back_the_same_document():
    for written, codec, name in (("勞動關係", "cp950", "Big5"), ("勞動關係", "gbk", "GBK")):
        reason = Evidence("slip_phase", (Bytes(written.encode(codec), name),))
        edit = Edit(1, 4, "劳动关系", RepairKind.SLIP, "slip.byte", 0.9, (reason,))
        document = make_document("？甲乙丙。", [edit])
        thawed = thaw(freeze(document), document.source, document.origin)
        assert thawed.repairs == document.repairs
