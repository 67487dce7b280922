"""Members of a ZIP archive, read with limits: an archive is made by whoever sent it."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import zipfile
import zlib
from types import TracebackType

from reader.text.errors import BrokenFile, EncryptedFile, Place, TooMuchInside

LARGEST_MEMBER = 64 * 2**20  # bytes unpacked; the text of the longest novels takes 20 MB
LARGEST_TOTAL = 256 * 2**20  # bytes unpacked of all that is read
LARGEST_LIST = 8 * 2**20  # bytes of the list of members; 50 to 100 a member
_ALWAYS = 16 * 2**20  # bytes unpacked, however small the archive is
_RATIO = 300  # unpacked for each byte of an archive above that; what somebody wrote has 3 to 30
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30  # bytes before the name, which is followed by more fields and the packed bytes
_END = b"PK\x05\x06"
_END_SIZE = 22
_END_REACH = _END_SIZE + 0xFFFF  # a comment may follow the end
_LZMA_HEADER = 4  # bytes: version, and how long the properties are
_LZMA_PROPERTIES = 5
_BROKEN = (
    KeyError,
    IndexError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a way of packing that Python does not know
    RuntimeError,
)


class Archive:
    """A ZIP archive whose members are read whole. Raises ReaderError, naming `where`."""

    def __init__(self, data: bytes, where: Place, kind: str) -> None:
        self._data = data
        self._where = where
        self._kind = kind
        self._read = 0
        self._most = min(LARGEST_TOTAL, max(_ALWAYS, _RATIO * len(data)))
        if _list_size(data) > LARGEST_LIST:
            raise TooMuchInside(where)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
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
        """Return the bytes of a member; of two that have this name, the later one.

        Raises BrokenFile if it is missing or damaged, EncryptedFile if it has a password,
        TooMuchInside above the limits, whatever size the archive claims it has.
        """
        left = min(LARGEST_MEMBER, self._most - self._read)
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise EncryptedFile(self._where)
            data = _unpack(self._packed(info), info.compress_type, left + 1)
        except _BROKEN as error:
            raise BrokenFile(self._where, self._kind) from error
        if len(data) > left:
            raise TooMuchInside(self._where)
        if zlib.crc32(data) != info.CRC:
            raise BrokenFile(self._where, self._kind)
        self._read += len(data)
        return data

    def optional(self, name: str) -> bytes | None:
        """Return the bytes of a member, None if there is none of that name."""
        return self.read(name) if name in self.names else None

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        """Return the bytes of a member as they stand in the archive.

        Not by ZipFile.open: what is packed by bzip2 or LZMA it unpacks in one step, and 1.6 kB
        become 1 GB before anybody can count them.
        """
        at = info.header_offset
        if self._data[at : at + 4] != b"PK\x03\x04":
            raise zipfile.BadZipFile
        name, extra = struct.unpack_from("<HH", self._data, at + 26)
        start = at + _LOCAL_HEADER + name + extra
        if start + info.compress_size > len(self._data):
            raise EOFError
        return memoryview(self._data)[start : start + info.compress_size]


def _list_size(data: bytes) -> int:
    """Return how many bytes the list of members has, as the end of the archive says."""
    tail = data[-_END_REACH:]
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        return 0
    size: int = struct.unpack_from("<I", tail, at + 12)[0]
    if size < 0xFFFFFFFF:
        return size
    long_end = tail.rfind(b"PK\x06\x06", 0, at)  # ZIP64 counts in eight bytes
    if long_end < 0 or long_end + 48 > len(tail):
        return 0
    return int(struct.unpack_from("<Q", tail, long_end + 40)[0])


def _unpack(packed: memoryview, how: int, most: int) -> bytes:
    """Return what is packed, or its first `most` bytes where there are more."""
    if how == zipfile.ZIP_STORED:
        return bytes(packed[:most])
    if how == zipfile.ZIP_DEFLATED:
        deflate = zlib.decompressobj(-zlib.MAX_WBITS)
        data = deflate.decompress(packed, most)
        if len(data) < most and not deflate.eof:
            raise EOFError
        return data
    if how == zipfile.ZIP_BZIP2:
        return _unpack_by(bz2.BZ2Decompressor(), packed, most)
    if how == zipfile.ZIP_LZMA:
        (size,) = struct.unpack_from("<H", packed, 2)
        if size != _LZMA_PROPERTIES:
            raise zipfile.BadZipFile
        head = bytes(packed[_LZMA_HEADER : _LZMA_HEADER + size])
        # A file of its own begins with the properties, and with a size, here an unknown one.
        whole = head + b"\xff" * 8 + bytes(packed[_LZMA_HEADER + size :])
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=LARGEST_TOTAL)
        return _unpack_by(unpacker, whole, most)
    raise NotImplementedError


def _unpack_by(
    unpacker: bz2.BZ2Decompressor | lzma.LZMADecompressor, packed: bytes | memoryview, most: int
) -> bytes:
    data = bytearray()
    step = unpacker.decompress(packed, most)
    while step:
        data += step
        if unpacker.eof or len(data) >= most:
            break
        step = unpacker.decompress(b"", most - len(data))
    return bytes(data)
