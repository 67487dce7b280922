"""The bytes that the card shows."""

import pytest

from reader import restore
from reader.text.evidence import Bytes, Evidence
from reader.text.sentences import evidence_words, read_evidence
from reader.ui.panes.byte_chain import byte_chain
from reader.ui.wording import evidence_text


def chains(text):
    return [byte_chain(repair) for repair in restore(text).repairs]


def chars(chain):
    return "".join(cell.char for cell in chain)


def test_the_lost_byte_of_a_slip_is_marked():
    first, *_ = [one for one in chains("我们要推动上?！V州、深圳等地的工作。\n") if one]
    assert (first[0].data, first[0].char, first[0].lost) == (("BA", "A3"), "海", True)
    assert not any(cell.lost for cell in first[1:])


def test_misread_bytes_are_shown_with_what_they_mean():
    found = [chars(one) for one in chains("µÚÒ»Ìõ ÎªÁË±£»¤ÀÍ¶¯ÕßµÄºÏ·¨È¨Òæ£¬ÖÆ¶¨±¾·¨¡£\n") if one]
    assert found[0] == "第一条"
    assert found[1].startswith("为了保护")


def test_utf8_has_three_bytes_a_character():
    repairs = restore("涓轰簡淇濇姢鍔冲姩鑰呯殑鍚堟硶鏉冪泭锛屽埗瀹氭湰娉曘€?\n").repairs
    chain = byte_chain(repairs[0])
    assert chars(chain).startswith("为了保护")
    assert {len(cell.data) for cell in chain[:4]} == {3}


def test_a_byte_that_nobody_knows_stands_for_itself():
    gap = Bytes.of((0xE6, 0x9D, -1), "UTF-8")
    repair = (
        restore("第(dì)一")
        .repairs[0]
        ._replace(evidence=(Evidence("misread", (gap, "UTF-8", "GBK")),))
    )
    (cell,) = byte_chain(repair)
    assert (cell.data, cell.char) == (("E6", "9D", "??"), "\ufffd")


def test_a_cut_character_is_one_cell_with_the_byte_it_lacks():
    left = Bytes.of((0xE5, -1, 0x95), "UTF-8")
    repair = (
        restore("第(dì)一")
        .repairs[0]
        ._replace(evidence=(Evidence("cut_bytes", (left, "UTF-8", "動")),))
    )
    assert byte_chain(repair) == ((("E5", "??", "95"), "動", False),)


def test_other_repairs_have_no_bytes():
    assert set(chains("推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)\n")) == {()}
    for encoding in ("", "No such"):
        data = Bytes(b"\xba\xa3", encoding)
        assert byte_chain(saying(Evidence("misread", (data, encoding, "GBK")))) == ()


def test_the_code_page_of_a_slip_is_that_in_which_it_was_read():
    """BA A3 is 海 in GBK and 漆 in Big5; nobody asks which is likelier."""
    for encoding, char in (("GBK", "海"), ("Big5", "漆")):
        chain = Bytes(b"\xba\xa3", encoding)
        (cell, *_) = byte_chain(saying(Evidence("slip_phase", (chain,))))
        assert cell.char == char


def test_many_bytes_are_cut_in_a_sentence():
    reason = read_evidence("misread", ("CE AA C1 CB B1 A3 BB A4", "GBK", "Windows-1252"))
    assert "CE … A4 " in evidence_text(reason)
    assert "CE AA C1 CB B1 A3 BB A4 " in evidence_words(reason)
    assert "8F56" in evidence_text(read_evidence("slip_phase", ("8F56",)))


def saying(reason):
    (repair, *_) = restore("勞動關係").repairs
    return repair._replace(evidence=(reason,))


@pytest.mark.parametrize("digits", ["zz", "-1", "0x", "A", "B A3 x", "１２", "b'"])
def test_what_a_journal_says_may_be_no_bytes(digits):
    assert byte_chain(saying(read_evidence("slip_phase", (digits,)))) == ()


@pytest.mark.parametrize("codec", ["hex", "zlib", "undefined", "idna", "rot13", "no codec", "../x"])
def test_what_a_journal_says_may_be_no_encoding(codec):
    assert byte_chain(saying(read_evidence("misread", ("B0 A1", codec, "latin-1")))) == ()
