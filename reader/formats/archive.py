"""Members of a ZIP archive, read with limits: an archive is made by whoever sent it."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType

from reader.text.errors import BrokenFile, EncryptedFile, Place, TooMuchInside

LARGEST_MEMBER = 64 * 2**20  # bytes unpacked; the text of the longest novels takes 20 MB
LARGEST_TOTAL = 256 * 2**20  # bytes unpacked of all that is read
_ENCRYPTED = 0x1


class Archive:
    """A ZIP archive whose members are read whole. Raises ReaderError, naming `where`."""

    def __init__(self, data: bytes, where: Place, kind: str) -> None:
        self._where = where
        self._kind = kind
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise BrokenFile(where, kind) from error
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """Return the bytes of a member.

        Raises BrokenFile if it is missing or damaged, EncryptedFile if it has a password,
        TooMuchInside above the limits, whatever size the archive claims it has.
        """
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise EncryptedFile(self._where)
            left = min(LARGEST_MEMBER, LARGEST_TOTAL - self._read)
            with self._zip.open(info) as member:
                data = member.read(left + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,  # a way of packing that Python does not know
        ) as error:
            raise BrokenFile(self._where, self._kind) from error
        if len(data) > left:
            raise TooMuchInside(self._where)
        self._read += len(data)
        return data

    def optional(self, name: str) -> bytes | None:
        """Return the bytes of a member, None if there is none of that name."""
        return self.read(name) if name in self.names else None
