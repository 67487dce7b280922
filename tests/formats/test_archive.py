import io
import random
import struct
import zipfile
import zlib

import pytest

from reader.formats.archive import LARGEST_LIST, LARGEST_MEMBER, Archive
from reader.text.errors import BrokenFile, TooMuchInside

PACKED = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def packed(members, how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("how", PACKED)
@pytest.mark.parametrize("data", [b"", b"x", "正文。".encode() * 50_000])
def test_a_member_is_read_however_it_is_packed(how, data):
    with Archive(packed([("a", b"before"), ("b", data)], how), None, "ZIP") as archive:
        assert archive.read("b") == data
        assert archive.optional("c") is None


@pytest.mark.parametrize("how", PACKED[1:])
def test_a_member_that_unpacks_to_too_much_is_refused(how):
    data = packed([("a", bytes(LARGEST_MEMBER + 1))], how)
    assert len(data) < 300_000
    with Archive(data, None, "ZIP") as archive, pytest.raises(TooMuchInside):
        archive.read("a")


def test_all_members_together_are_limited():
    members = [(str(n), bytes(LARGEST_MEMBER)) for n in range(5)]
    picture = ("picture", random.Random(1).randbytes(2**20))
    data = packed([*members, picture], zipfile.ZIP_DEFLATED)
    with Archive(data, None, "ZIP") as archive:
        read = [len(archive.read(str(number))) for number in range(4)]
        assert sum(read) == 4 * LARGEST_MEMBER
        with pytest.raises(TooMuchInside):
            archive.read("4")


@pytest.mark.parametrize("how", PACKED[1:])
def test_what_unpacks_to_far_more_than_anybody_wrote_is_refused(how):
    bomb = packed([("a", b"a" * 60_000_000)], how)
    with Archive(bomb, None, "ZIP") as archive, pytest.raises(TooMuchInside):
        archive.read("a")


def test_what_repeats_itself_is_read():
    row = b"<w:tr><w:tc><w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc></w:tr>"
    data = packed([("a", row * 200_000)], zipfile.ZIP_DEFLATED)
    with Archive(data, None, "ZIP") as archive:
        assert len(archive.read("a")) == 200_000 * len(row)


def test_a_list_of_too_many_members_is_refused_before_it_is_read():
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0, 0, LARGEST_LIST + 1, 0, 0)
    with pytest.raises(TooMuchInside):
        Archive(bytes(LARGEST_LIST + 1) + end, None, "ZIP")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_later_is_read():
    with Archive(packed([("a", b"1"), ("a", b"2")], zipfile.ZIP_STORED), None, "ZIP") as archive:
        assert archive.read("a") == b"2"


@pytest.mark.parametrize("how", PACKED)
def test_a_damaged_member_is_refused(how):
    data = bytearray(packed([("a", bytes(range(256)) * 40)], how))
    data[60] ^= 0x55
    with Archive(bytes(data), None, "ZIP") as archive, pytest.raises(BrokenFile):
        archive.read("a")


def test_a_member_whose_size_is_a_lie_is_refused():
    data = bytearray(packed([("a", b"x" * 100)], zipfile.ZIP_STORED))
    entry = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 20, 10**9)
    with Archive(bytes(data), None, "ZIP") as archive, pytest.raises(BrokenFile):
        archive.read("a")


def test_a_way_of_packing_that_nobody_knows_is_refused():
    data = bytearray(packed([("a", zlib.compress(b"x"))], zipfile.ZIP_STORED))
    struct.pack_into("<H", data, data.rfind(b"PK\x01\x02") + 10, 93)
    with Archive(bytes(data), None, "ZIP") as archive, pytest.raises(BrokenFile):
        archive.read("a")
