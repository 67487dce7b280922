"""Files as bytes that can be read from any place on, also where they are compressed.

Compressed bytes have no places: whoever wants what stands in the middle has to unpack all before
it. A worker is given slices in rising order, so one stream a file is kept and read on: all its
slices together cost one unpacking.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, cast

from reader.batch.archive.extras import need
from reader.batch.archive.storage import open_to_read
from reader.text.causes import cause_of
from reader.text.errors import BrokenFile, CannotRead, ReaderError

_PIECE = 2**20
_KEPT = 4  # streams of a worker; a chunk reads one file after the other


def _gzip(raw: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=raw, mode="rb"))


def _zstd(raw: IO[bytes]) -> IO[bytes]:
    reader = (
        need("zstandard")
        .ZstdDecompressor(max_window_size=2**31)
        .stream_reader(raw, read_across_frames=True)
    )
    return io.BufferedReader(_Raw(reader), _PIECE)


class _Raw(io.RawIOBase):
    """A stream of zstandard as io takes it; one that ends inside a frame is damaged."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - zstandard's own
        self._reader = reader

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401
        return int(self._reader.readinto(buffer))


_PACKED: dict[str, tuple[str, Callable[[IO[bytes]], IO[bytes]]]] = {
    ".gz": ("gzip", _gzip),
    ".tgz": ("gzip", _gzip),
    ".zst": ("Zstandard", _zstd),
}
"""By the ending of a file: what packed it, and what unpacks it."""


def packing_of(address: str) -> str:
    """Return the ending of a file that says how it is packed, empty for one that is not."""
    name = address.lower()
    return next((ending for ending in _PACKED if name.endswith(ending)), "")


class Bytes:
    """The unpacked bytes of one file, read forward. Raises ReaderError where they end too early."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._raw = open_to_read(address)
        packing = packing_of(address)
        self._kind, unpack = _PACKED.get(packing, ("", None))
        try:
            self._file = self._raw if unpack is None else unpack(self._raw)
        except BaseException:
            self._raw.close()
            raise
        self.is_packed = unpack is not None
        # `read` of a damaged file would take what it had with it; `read1` gives that first.
        self._read: Callable[[int], bytes] = getattr(self._file, "read1", self._file.read)
        self._failed: ReaderError | None = None
        self.at = 0

    def close(self) -> None:
        """Close the file."""
        for one in (self._file, self._raw):
            with suppress(OSError, ReaderError):
                one.close()

    def tell_raw(self) -> int:
        """Return how many bytes of the file itself were read so far."""
        return self._raw.tell()

    def go(self, place: int) -> None:
        """Go to a place, in unpacked bytes; it must not lie behind. Raises ReaderError."""
        if not self.is_packed:
            if place != self.at:
                self._file.seek(place)
                self.at = place
            return
        if place < self.at:
            raise ValueError("bytes that were unpacked are gone")
        while place > self.at:
            if not self.read(min(_PIECE, place - self.at)):
                raise self._broken()

    def read(self, size: int) -> bytes:
        """Return so many bytes, fewer only at the end. Raises ReaderError."""
        pieces: list[bytes] = []
        if self._failed is not None:
            raise self._failed
        while size > 0:
            try:
                piece = self._guard(self._read, size)
            except ReaderError as error:
                if not pieces:
                    raise
                self._failed = error
                break
            if not piece:
                break
            pieces.append(piece)
            size -= len(piece)
            self.at += len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def read_line(self, limit: int) -> bytes:
        """Return the bytes up to a line end, or so many of them. Raises ReaderError."""
        line = self._guard(self._file.readline, limit)
        self.at += len(line)
        return line

    def _guard(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            return read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise self._broken() from error
        except OSError as error:
            raise CannotRead(self.address, cause_of(error)) from error
        except Exception as error:  # zstandard has an error of its own, of no common kind
            if type(error).__name__ == "ZstdError":
                raise self._broken() from error
            raise

    def _broken(self) -> ReaderError:
        return BrokenFile(self.address, self._kind or "text")


class Streams:
    """The files that a worker has open, so that it reads on where it stopped."""

    def __init__(self) -> None:
        self._open: dict[str, Bytes] = {}
        self._others: dict[str, Any] = {}

    def at(self, address: str, place: int) -> Bytes:
        """Return the bytes of a file from a place on. Raises ReaderError."""
        found = self._open.pop(address, None)
        if found is not None and found.is_packed and place < found.at:
            found.close()
            found = None
        if found is None:
            while len(self._open) >= _KEPT:
                self._open.pop(next(iter(self._open))).close()
            found = Bytes(address)
        try:
            found.go(place)
        except BaseException:
            found.close()
            raise
        self._open[address] = found
        return found

    def other(self, address: str, open_it: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return an archive that stays open, of a library that has its own way to read."""
        if address not in self._others:
            self._drop_others()
            self._others[address] = open_it()
        return self._others[address]

    def close(self) -> None:
        """Close all."""
        for one in self._open.values():
            one.close()
        self._open.clear()
        self._drop_others()

    def _drop_others(self) -> None:
        for one in self._others.values():
            with suppress(OSError):
                one.close()
        self._others.clear()
