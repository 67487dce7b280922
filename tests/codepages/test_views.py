"""The table of encodings that text is decoded in: characters become the bytes they stood for."""

import pytest

from reader.codepages.views import LOST, WIDE, items_of, narrow_views, view_of
from reader.text.evidence import CODECS
from tests.damage.encodings import misread_by

VIEWS = (*narrow_views(), *map(view_of, WIDE))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_each_character_stands_for_bytes_that_decode_to_it(view):
    codec = "gb18030" if view.name == "GBK" else CODECS[view.name]
    wrong = {
        char: data
        for char, data in view.bytes_of.items()
        if data.decode(codec, "ignore") not in (char, "")
    }
    # Latin-1 shows 80 to 9F as controls, a browser the byte 80 as €; Big5 has those of HKSCS, too.
    if view.name == "Big5":
        wrong = {
            char: data for char, data in wrong.items() if data.decode("big5hkscs", "ignore") != char
        }
    if view.name != "Windows-1252":
        assert not {char for char, data in wrong.items() if data != b"\x80"}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_names_are_those_that_evidence_shows(view):
    assert view.name in CODECS


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("Windows-1252", "µÚÒ»", "B5DAD2BB"),
        ("Windows-1252", "\x8a³", "8AB3"),
        ("Windows-1251", "еЉі", "E58AB3"),
        ("KOI8-R", "╧╚к╬", "B9ABCBBE"),
        ("CP437", "σè│", "E58AB3"),
        ("GBK", "鍔冲姩", "E58AB3E58AA8"),
        ("GBK", "\ue000", "AAA1"),
        ("Big5", "鼠侗", "B9ABCB BE".replace(" ", "")),
        ("EUC-KR", "무鱇", "B9ABCBBE"),
        ("Shift_JIS", "ｹｫﾋｾ", "B9ABCBBE"),
    ],
)
def test_text_becomes_bytes(name, text, data):
    pieces = view_of(name).list_bytes(text)
    assert b"".join(piece or b"?" for piece in pieces) == bytes.fromhex(data)


def test_what_means_nothing_is_a_loss():
    items = items_of(view_of("GBK").list_bytes("劳\ufffd?a"))
    assert items.values == [0xC0, 0xCD, LOST, LOST, 0x61]
    assert items.owner == [0, 0, 1, 2, 3]
    assert items.first == [0, 2, 3, 4, 5]


def test_a_character_with_several_pairs_of_bytes_keeps_them_all():
    pairs = {bytes.fromhex(one) for one in ("81e6", "879a", "fa5b")}
    assert {data for data in pairs if data.decode("cp932") == "∵"} == pairs
    variants = view_of("Shift_JIS").list_variants("a∵b")
    assert {at: set(found) for at, found in variants.items()} == {1: pairs}


def test_a_character_with_two_pairs_of_bytes_keeps_both():
    """机关 and 国 have FA in them, which Shift_JIS shows as one that is also at ED."""
    view = view_of("Shift_JIS")
    shown = misread_by("机关", "gbk", "cp932")[0]
    assert any(char in view.others for char in shown)


def test_the_euro_sign_has_the_bytes_of_its_encoding():
    """In EUC-KR it is A2 E6 alone; only in GBK it is the byte 80 as well."""
    assert view_of("EUC-KR").list_bytes("€") == [b"\xa2\xe6"]
    assert view_of("GBK").list_bytes("€") == [b"\x80"]
