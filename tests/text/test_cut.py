from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.decode import decode
from reader.text.cut import Cut, decode_with_cuts, with_marks, without_marks

ENCODINGS = ("utf-8", "gb18030", "cp950", "big5hkscs")
TEXT = "推动劳动关系和谐发展，促进就业。"
PIECES = st.sampled_from(
    [*(char.encode() for char in TEXT), b"\xe5", b"\xe5\x8a", b"\x8a\xa8", b"\xa8", b"?", b"\xff",
     b"\n", b"a", "\ufffd".encode(), "動".encode("gbk"), b"\xb0\n", b"\xf0\x9f\x98",
     b"\xed\xa0\x80"]
)  # fmt: skip
ANY_BYTES = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=30).map(b"".join))


@given(ANY_BYTES, st.sampled_from(ENCODINGS))
@settings(deadline=None)
def test_cuts_are_what_could_not_be_decoded(data, encoding):
    text, cuts = decode_with_cuts(data, encoding)
    assert text == data.decode(encoding, "replace")
    at = 0
    for cut in cuts:
        assert at <= cut.start < cut.end
        assert text[cut.start : cut.end] == "\ufffd" * (cut.end - cut.start)
        at = cut.end
    if encoding == "utf-8":  # put together again they are the file
        pieces, at = [], 0
        for cut in cuts:
            pieces += text[at : cut.start].encode(), cut.data
            at = cut.end
        assert b"".join([*pieces, text[at:].encode()]) == data


def test_the_bytes_of_a_cut_character_are_kept():
    data = TEXT.encode()
    text, origin = decode(data[:8] + data[9:20], encoding="utf-8")
    assert text == "推动\ufffd动关系\ufffd"
    assert origin.cuts == (Cut(2, 3, b"\xe5\x8a"), Cut(6, 7, b"\xe5\x92"))


def test_whole_text_and_what_is_no_text_have_no_cuts():
    assert decode(TEXT.encode())[1].cuts == ()
    assert decode("第一\ufffd条".encode())[1].cuts == ()
    assert decode(Random(1).randbytes(200_000), encoding="utf-8")[1].cuts == ()


def test_several_bytes_may_be_several_marks():
    assert decode_with_cuts("推".encode() + b"\x8a\xa8", "utf-8") == (
        "推\ufffd\ufffd",
        (Cut(1, 3, b"\x8a\xa8"),),
    )


@given(ANY_BYTES, st.sampled_from(ENCODINGS))
@settings(deadline=None)
def test_marks_keep_the_cuts_through_what_takes_the_text_apart(data, encoding):
    text, cuts = decode_with_cuts(data, encoding)
    marked, known = with_marks(text, cuts)
    assert len(marked) == len(text)
    if known:
        assert without_marks("ab" + marked, known, encoding) == (
            "ab" + text,
            tuple(cut._replace(start=cut.start + 2, end=cut.end + 2) for cut in cuts),
        )
    else:
        assert marked == text


def test_private_characters_of_the_text_itself_are_left_alone():
    text = "一\ufffd\U000f0000"
    assert with_marks(text, (Cut(1, 2, b"\xe5"),)) == (text, ())


@pytest.mark.parametrize("name", ["utf-16-le", "shift_jis", "cp1252"])
def test_of_other_encodings_no_bytes_are_kept(name):
    assert decode_with_cuts(b"\x81\xff\xfe\xd8", name)[1] == ()
