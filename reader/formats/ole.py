"""The directory of a file of Office 97: which streams it has at its root, and where they begin."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from itertools import islice

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Name and its length, kind; left, right, child; first sector.
_ENTRY = struct.Struct("<64sHBxIII36xI")
_STORAGE, _STREAM = 1, 2
_ENTRY_SIZE = 128
_MOST = 100_000  # entries and sectors looked at; a document has some twenty streams
_LISTED = 109  # sectors of the table of sectors that the header names itself
_FARTHEST = 1_000  # sectors that go on with that list, each for 8 MB


def root_streams(data: bytes) -> Mapping[str, int]:
    """Return the names at the root in capitals, each with the offset where a stream of it begins.

    Capitals and small letters are the same there: one may be called ENCRYPTEDPACKAGE.

    A spreadsheet in a document has a directory of its own, below. Empty if the directory cannot be
    read. What is shorter than 4 kB does not begin at its offset.
    """
    try:
        return dict(_root_streams(data))
    except (struct.error, IndexError):
        return {}


def _root_streams(data: bytes) -> Iterator[tuple[str, int]]:
    if not data.startswith(MAGIC):
        return
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return
    size = 1 << shift
    table = _table(data, size)
    (sector,) = struct.unpack_from("<I", data, 48)
    entries = []
    for at in islice(_chain(data, size, table, sector), _MOST * _ENTRY_SIZE // size):
        part = data[(at + 1) * size : (at + 2) * size]
        entries += [part[start : start + _ENTRY_SIZE] for start in range(0, size, _ENTRY_SIZE)]
    waiting, seen = [_ENTRY.unpack_from(entries[0])[5]], set()
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        name, length, kind, left, right, _, start = _ENTRY.unpack_from(entries[number])
        if kind in (_STORAGE, _STREAM):
            written = name[: max(0, length - 2)].decode("utf-16-le", "replace")
            yield written.upper(), (start + 1) * size
        waiting += left, right


def _table(data: bytes, size: int) -> list[int]:
    """Return the sectors of the table that says which sector follows which."""
    table = list(struct.unpack_from(f"<{_LISTED}I", data, 76))
    (sector,) = struct.unpack_from("<I", data, 68)
    for _ in range(_FARTHEST):
        if (sector + 2) * size > len(data):
            break
        *more, sector = struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
        table += more
    return table


def _chain(data: bytes, size: int, table: list[int], sector: int) -> Iterator[int]:
    """Yield the sectors of a stream, from the first; none twice."""
    seen = set()
    per_sector = size // 4
    while sector not in seen and (sector + 1) * size < len(data):
        seen.add(sector)
        yield sector
        at = (table[sector // per_sector] + 1) * size + sector % per_sector * 4
        (sector,) = struct.unpack_from("<I", data, at)
