"""The table of encodings that text is decoded in: characters become the bytes they stood for."""

import runpy
from pathlib import Path

import pytest

from reader.codepages.views import LOST, WIDE, WIDE_CODECS, items_of, narrow_views, view_of
from reader.text.evidence import CODECS
from reader.text.resources import resource_path
from tests.damage.encodings import misread_by

PAIRS = runpy.run_path(str(Path(__file__).parents[2] / "resources" / "build" / "pairs.py"))
VIEWS = (*narrow_views(), *map(view_of, WIDE))
CHARACTERS = [chr(code) for code in (*range(0x80, 0xD800), *range(0xE000, 0x30000))]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_each_character_stands_for_bytes_that_decode_to_it(view):
    codec = "gb18030" if view.name == "GBK" else CODECS[view.name]
    found = {char: data for char in CHARACTERS if (data := view.find_bytes(char)) is not None}
    wrong = {
        char: data for char, data in found.items() if data.decode(codec, "ignore") not in (char, "")
    }
    # Latin-1 shows 80 to 9F as controls, a browser the byte 80 as €; Big5 has those of HKSCS, too.
    if view.name == "Big5":
        wrong = {
            char: data for char, data in wrong.items() if data.decode("big5hkscs", "ignore") != char
        }
    if view.name != "Windows-1252":
        assert not {char for char, data in wrong.items() if data != b"\x80"}


@pytest.mark.parametrize("name", WIDE)
def test_what_is_not_listed_is_as_if_all_pairs_were_decoded(name):
    view, codecs = view_of(name), WIDE_CODECS[name]
    listed = PAIRS["list_pairs"](codecs)
    for char in CHARACTERS:
        known = listed.get(char, [None])
        data = view.find_bytes(char)
        if data is None or len(data) == 2:
            assert (data, *view.others.get(char, ())) == tuple(known), char
        else:
            assert data.decode(codecs[0], "ignore") == char or (char, data) == ("€", b"\x80")
    defined = {data for char, data in PAIRS["list_characters"](codecs[:1]) if not is_private(char)}
    every = {bytes((lead, trail)) for lead in range(0x100) for trail in range(0x100)}
    assert {pair for pair in every if pair in view.pairs} == defined


def is_private(char):
    return "\ue000" <= char <= "\uf8ff"


def test_characters_of_several_pairs_are_as_their_script_lists_them():
    """If this fails: python resources/build/pairs.py."""
    assert PAIRS["make_text"]() == resource_path("data", "pairs.tsv").read_text("utf-8")


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
