"""The tables of GBK and Big5 come from a file that a script makes of the codecs and the model."""

import runpy
from pathlib import Path

import pytest

from reader.codepages.double_byte import double_byte_table
from reader.codepages.double_byte_file import HEADER, map_pair_tables
from reader.language.ngram import character_model
from reader.language.ngram_file import BOUNDARY
from reader.text.resources import resource_path

BUILD = Path(__file__).resolve().parents[2] / "resources" / "build"
CELLS = range(0xFF00)


def stored():
    return resource_path("data", "double_byte.bin").read_bytes()


def test_the_file_is_as_its_script_makes_it():
    """If this fails: python resources/build/double_byte.py."""
    assert runpy.run_path(str(BUILD / "double_byte.py"))["make_bytes"]() == stored()


@pytest.mark.parametrize("name", ["gbk", "cp950"])
@pytest.mark.parametrize("simplified", [True, False])
def test_each_cell_has_the_character_that_its_bytes_mean(name, simplified):
    pairs = double_byte_table(name, simplified=simplified).pairs
    for cell in CELLS:
        lead, trail = divmod(cell, 0x100)
        shown = bytes((lead, trail)).decode(name, "replace")
        meant = lead > 0x80 and len(shown) == 1 and not "\ue000" <= shown <= "\uf8ff"
        expected = shown if meant and shown != "\ufffd" else None
        assert (pairs[cell] and pairs[cell][0]) == expected, hex(cell)


@pytest.mark.parametrize("name", ["gbk", "cp950"])
@pytest.mark.parametrize("simplified", [True, False])
def test_places_hold_all_that_is_plain_by_its_id(name, simplified):
    table = double_byte_table(name, simplified=simplified)
    plain = {cell: pair for cell in CELLS if table.plain[cell] and (pair := table.pairs[cell])}
    assert len(plain) == sum(table.plain)
    found = {
        lead << 8 | trail: (char, number)
        for number in range(character_model().size)
        for lead, trail, char in table.places[number]
    }
    assert found == plain


def test_traditional_forms_have_the_id_of_the_simplified_one():
    (labour,) = character_model().ids("劳")
    cell = int.from_bytes("勞".encode("gbk"), "big")
    assert double_byte_table("gbk", simplified=False).pairs[cell] == ("勞", labour)
    assert double_byte_table("gbk", simplified=True).plain[cell] == 0
    indent = int.from_bytes("\u3000".encode("gbk"), "big")
    assert double_byte_table("gbk", simplified=True).pairs[indent] == ("\u3000", BOUNDARY)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: HEADER.size],
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: b"X" + data[1:],
        lambda data: data[:8] + bytes(4) + data[12:],  # ids of another model
    ],
)
def test_a_file_that_does_not_fit_is_not_read(tmp_path, damage):
    path = tmp_path / "double_byte.bin"
    path.write_bytes(damage(stored()))
    with pytest.raises(ValueError, match="reinstall"):
        map_pair_tables(path, character_model())
