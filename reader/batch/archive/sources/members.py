"""Documents packed into one archive: .zip, .tar, .tar.gz."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO, cast

from reader.batch.archive.sources.documents import is_page, read_bytes
from reader.batch.archive.sources.names import Twins, decode_zip_name
from reader.batch.archive.sources.slices import (
    LARGEST_PAGE,
    Found,
    Measure,
    Member,
    Reading,
    Slice,
    broken,
)
from reader.batch.archive.sources.streams import Bytes, Streams
from reader.batch.archive.storage import Entry, open_to_read
from reader.text.document import Origin
from reader.text.errors import BrokenFile, EncryptedFile, FileTooBig, ReaderError

_FEW = 64  # documents in one slice: a .pdf takes as long as a hundred texts
_ENCRYPTED = 0x1
_UTF8 = 0x800


def gather(members: Iterator[Member], measure: Measure, *, share: float = 1.0) -> Iterator[Slice]:
    """Yield slices of members; a byte of a member stands for `share` bytes of the file."""
    some: list[Member] = []
    size = 0
    for one in members:
        some.append(one)
        size += one.size
        if size >= measure.size or len(some) >= min(_FEW, measure.pages):
            yield Slice(0, 0, len(some), int(size * share), tuple(some))
            some, size = [], 0
    if some:
        yield Slice(0, 0, len(some), int(size * share), tuple(some))


# -- zip


def plan_zip(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a .zip; its members come in the order in which it lists them."""
    with _open_zip(entry.address) as archive:
        listed = archive.infolist()
        total = sum(one.file_size for one in listed)
        twins = Twins()
        members = (
            Member(number, one.file_size, name, twins.count(name))
            for number, one in enumerate(listed)
            if not one.is_dir() and is_page(name := _name(one)) and "__MACOSX" not in name
        )
        yield from gather(members, measure, share=min(1.0, entry.size / max(1, total)))


def read_zip(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield the documents of a .zip that a slice names."""
    archive = streams.other(address, partial(_open_zip, address))
    for number, one in enumerate(part.members):
        info = archive.infolist()[one.place]
        read = partial(_read_zip, archive, info, one.name, reading)
        yield Found(number, one.name, read, path=one.name, twin=one.twin)


def _open_zip(address: str) -> zipfile.ZipFile:
    file = open_to_read(address)
    try:
        return _Owner(file)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        file.close()
        raise BrokenFile(address, "ZIP") from error


class _Owner(zipfile.ZipFile):
    """An archive that closes its file with itself."""

    def __init__(self, file: IO[bytes]) -> None:
        self._own = file
        super().__init__(file)

    def close(self) -> None:
        super().close()
        self._own.close()


def _read_zip(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, reading: Reading
) -> tuple[str, Origin]:
    if info.flag_bits & _ENCRYPTED:
        raise EncryptedFile(name)
    if info.file_size > LARGEST_PAGE:
        raise FileTooBig(name, info.file_size, LARGEST_PAGE)
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST_PAGE + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise BrokenFile(name, "ZIP") from error
    if len(data) > LARGEST_PAGE:  # more than it says: made to fill the memory
        raise FileTooBig(name, len(data), LARGEST_PAGE)
    return read_bytes(data, name, reading)


def _name(info: zipfile.ZipInfo) -> str:
    return decode_zip_name(info.orig_filename, is_utf8=bool(info.flag_bits & _UTF8))


# -- tar


def plan_tar(entry: Entry, reading: Reading, measure: Measure) -> Iterator[Slice]:
    """Divide a .tar or .tar.gz, which is read once from its beginning to its end.

    What stands before a damaged place is cleaned; a slice for the error follows.
    """
    file = Bytes(entry.address)
    reached = 0
    twins = Twins()

    def members(archive: tarfile.TarFile) -> Iterator[Member]:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # else it keeps each it has seen
            name = info.name.removeprefix("./")
            if info.isfile() and is_page(name):
                yield Member(info.offset_data, info.size, name, twins.count(name))

    begun = False
    try:
        # "|" reads forward and never seeks, as a packed archive must be read.
        feed = cast("IO[bytes]", _Forward(file))
        with tarfile.open(fileobj=feed, mode="r|", encoding="utf-8") as archive:
            for part in gather(members(archive), measure):
                begun = True
                raw = file.tell_raw()
                yield Slice(0, 0, part.count, max(0, raw - reached), part.members)
                reached = raw
    except (tarfile.TarError, ReaderError, EOFError) as error:
        damaged = BrokenFile(entry.address, "tar")
        if not begun and not isinstance(error, ReaderError):
            raise damaged from error
        yield broken(0, str(error if isinstance(error, ReaderError) else damaged))
    finally:
        file.close()


class _Forward:
    """What tarfile reads from."""

    def __init__(self, file: Bytes) -> None:
        self.read = file.read


def read_tar(address: str, part: Slice, reading: Reading, streams: Streams) -> Iterator[Found]:
    """Yield the documents of a .tar or .tar.gz that a slice names."""
    for number, one in enumerate(part.members):
        read = partial(_read_tar, address, one, reading, streams)
        yield Found(number, one.name, read, path=one.name, twin=one.twin)


def _read_tar(address: str, one: Member, reading: Reading, streams: Streams) -> tuple[str, Origin]:
    if one.size > LARGEST_PAGE:
        raise FileTooBig(one.name, one.size, LARGEST_PAGE)
    data = streams.at(address, one.place).read(one.size)
    if len(data) < one.size:
        raise BrokenFile(one.name, "tar")
    return read_bytes(data, one.name, reading)
