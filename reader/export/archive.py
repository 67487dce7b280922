"""Zip archives that are the same bytes whenever their content is: .docx and .epub."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

_WHEN = (1980, 1, 1, 0, 0, 0)  # of every member
_AT_ONCE = 1 << 20  # code points that are encoded together


def pack_archive(parts: Iterable[tuple[str, Iterable[str]]], *, first: str = "") -> bytes:
    """Return an archive of parts, each a name and its text in pieces, stored as UTF-8.

    `first` is what a part `mimetype` in front of them says: it is not compressed, so that a file
    can be known by its first bytes. Pieces may be made while they are written: no part has to be in
    memory as a whole.
    """
    import zipfile  # with all its ways to compress; who only reads needs none

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype", _WHEN), first)
        for name, pieces in parts:
            member = zipfile.ZipInfo(name, _WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(member, "w") as target:
                for chunk in _gather(pieces):
                    target.write(chunk.encode())
    return buffer.getvalue()


def _gather(pieces: Iterable[str]) -> Iterable[str]:
    """Yield the pieces put together: they are short, and there are a million of them."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _AT_ONCE:
            yield "".join(waiting)
            waiting.clear()
            length = 0
    yield "".join(waiting)
