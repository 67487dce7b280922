"""Text on its way into a file."""

import pytest

from reader.text import files
from reader.text.files import encode_pieces, encode_text

PIECES = ["净", "", "读\ud83d", "\ude00", "\ud800", "a\udc00", "\ud83d", "", "\ude00\n"]


@pytest.mark.parametrize("at_once", [1, 2, 5, 1000])
def test_pieces_are_encoded_as_the_whole(monkeypatch, at_once):
    """Half of a pair may end a piece, and nobody sees that of the file."""
    monkeypatch.setattr(files, "_AT_ONCE", at_once)
    assert encode_pieces(iter(PIECES)) == encode_text("".join(PIECES))
    assert encode_pieces(()) == b""
