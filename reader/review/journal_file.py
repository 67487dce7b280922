"""A journal on disk: where it is, and how lines are written to it safely.

It is beside the document, under its full name (page.txt.jingdu, page.html.jingdu). If that folder
can't be written, and for a text without a file, it is in the user's data folder, named by the hash
of the source and of the document's path, if any: the same text elsewhere is another document. A
note named by the path says which one, in case the source changes. The file is created by the first
act, never by opening a document, and is moved beside its document as soon as possible.

Lines are appended and synced to disk. Only creating and tidying write the whole file, through a
temporary file that is renamed. Nothing unknown is overwritten: if the file is not as this process
last read or wrote it, `JournalChanged` is raised, and the caller merges it first. A journal that is
continued at another place stays where it is; the new one says that it continues it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.review.errors import JournalChanged, JournalForeign
from reader.review.journal import Journal, NoJournal, continues_line
from reader.review.journal_name import ENDING, FOLDER, journal_beside, resolve
from reader.review.packed import fingerprint
from reader.text.causes import Cause
from reader.text.errors import CannotRead, CannotWrite, ReaderError, reading_failed, writing_failed
from reader.text.files import write_bytes

_CLOSED = (
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,  # 84 hanzi and a suffix fill the 255 bytes of a name
)
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
LARGEST = 2**27  # bytes; five times the size of 200,000 decisions on a long book
_NAME = re.compile(r"[0-9a-f]{64}(?:-[0-9a-f]{16})?(?:-2)*\.jingdu")


class _Known(NamedTuple):
    """A file as this process last read or wrote it; sizes are bytes.

    The last whole line ends at `size`. After it comes `tail`, or a part of it: a line that a crash
    or an error cut off. `between` is the line feed to write before the next line if only that is
    missing. `digest` is the SHA-256 of the first `size` bytes, which can be updated.
    """

    inode: int
    written: int  # nanoseconds
    size: int
    digest: _Hash
    tail: bytes = b""
    between: bytes = b""

    def is_seen_in(self, status: os.stat_result) -> bool:
        """Tell by its status alone if a file seems unchanged."""
        return (status.st_ino, status.st_mtime_ns, status.st_size) == (
            self.inode,
            self.written,
            self.size + len(self.tail),
        )

    def holds(self, data: bytes) -> bool:
        """Tell if these bytes are those of the file."""
        start = sha256(data[: self.size]).digest()
        return start == self.digest.digest() and self.tail.startswith(data[self.size :])

    def whole_digest(self) -> str:
        """Return the SHA-256 of the whole file, in hexadecimal."""
        digest = self.digest.copy()
        digest.update(self.tail)
        return digest.hexdigest()


class _Hash(Protocol):
    """What `sha256` returns."""

    def update(self, data: bytes, /) -> None: ...

    def digest(self) -> bytes: ...

    def hexdigest(self) -> str: ...

    def copy(self) -> _Hash: ...


class JournalFile:
    """The journal of one document. All methods may block on the disk."""

    def __init__(self, document: Path | None, source: str, folder: Path) -> None:
        """Set the paths for a document, None for a text without a file; creates nothing.

        `folder` is the user's data folder.
        """
        # The present text is hardly a version of a longer one than this.
        self._longest = 2**21 + 16 * len(source)
        name = about = fingerprint(source)
        journals = folder / FOLDER
        self._beside: Path | None = None
        self._note: Path | None = None
        self._spare = journals / f"{name}{ENDING}"
        if document is not None:
            document = resolve(document)
            self._beside = journal_beside(document)
            name = sha256(os.fsencode(os.path.normcase(document))).hexdigest()
            self._spare = journals / f"{about}-{name[:16]}{ENDING}"
            self._note = journals / f"{name}.at"
        self.lock_path = folder / "locks" / f"{name[:32]}.lock"
        """The file that a window locks while this document is open for decisions."""
        self.path = self._beside or self._spare
        """Where the journal is, or will be."""
        self._known: dict[Path, _Known] = {}
        self._is_closed = False  # the folder of the document can't be written

    # -- reading

    def places(self) -> Iterator[Path]:
        """Yield where a journal of this document may be, the best place first."""
        if self._beside is not None:
            yield self._beside
        yield self._spare
        if self._note is not None:
            try:
                _, data = _read_file(self._note, 200)
            except (OSError, JournalForeign):
                return
            name = data.decode("ascii", "replace")
            if _NAME.fullmatch(name) and name != self._spare.name:
                yield self._spare.with_name(name)

    def read(self, path: Path) -> Journal | None:
        """Return the journal at a path, None if there is none. Raises ReaderError."""
        try:
            status, data = _read_file(path, LARGEST + 1)
        except OSError as error:
            if error.errno in _NOT_THERE:
                # Writing would create a file wherever a stranger's link points.
                if os.path.islink(path):
                    raise JournalForeign(path) from None
                return None
            raise reading_failed(path, error) from error
        if len(data) > LARGEST:
            raise CannotRead(path, Cause("too_long", megabytes=LARGEST // 2**20))
        from reader.review.parse import parse_journal  # few documents have a journal

        try:
            journal = parse_journal(data, self._longest)
        except NoJournal as error:
            raise JournalForeign(path, newer=error.newer) from None
        size = journal.whole
        self._known[path] = _Known(
            status.st_ino,
            status.st_mtime_ns,
            size,
            sha256(data[:size]),
            data[size:],
            b"" if data[:size].endswith(b"\n") else b"\n",
        )
        return journal

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of what was read at a path, "" if nothing was."""
        return self._known[path].whole_digest() if path in self._known else ""

    @property
    def lies_beside(self) -> bool:
        """Whether the journal is beside its document."""
        return self.path == self._beside

    @property
    def is_made(self) -> bool:
        """Whether the file existed when it was read, or was created since."""
        return bool(self._known)

    # -- writing

    def avoid(self, path: Path) -> None:
        """Never write to this path: the file there is not a journal."""
        self._known.pop(path, None)
        if path == self._beside:
            self._beside = None
        elif path == self._spare:
            self._spare = path.with_name(f"{path.stem}-2{ENDING}")
        self.path = self._beside or self._spare

    def append(self, lines: Sequence[str], whole: Callable[[], Sequence[str]]) -> None:
        """Append lines and sync them to disk. Raises ReaderError and JournalChanged.

        `whole` returns all lines of the journal, including these, in case the file must be created
        or moved.
        """
        best = self._spare if self._is_closed else self._beside or self._spare
        if self.path != best or best not in self._known:
            self.rewrite(whole())
            return
        try:
            self._append(best, "".join(lines).encode("utf-8"))
        except FileNotFoundError:  # somebody deleted it, but the decisions are known here
            del self._known[best]
            self.rewrite(whole())
        except OSError as error:
            if not _is_closed(error) or best == self._spare:
                raise writing_failed(best, error) from error
            self._is_closed = True
            self._make(self._spare, whole())

    def rewrite(self, lines: Sequence[str]) -> None:
        """Rewrite the whole journal. Raises ReaderError and JournalChanged.

        It goes beside its document if possible, else into the user's data folder.
        """
        if self._beside is not None and not self._is_closed:
            try:
                self._make(self._beside, lines)
            except ReaderError as error:
                if not _is_closed(error.__cause__):
                    raise
                self._is_closed = True
            else:
                return
        self._make(self._spare, lines)

    def keep_copy(self) -> None:
        """Copy the file as it was read to another name, before it is rewritten. Raises ReaderError.

        This is for a journal with lines that could not be parsed.
        """
        for path in list(self._known):
            try:
                data = path.read_bytes()
            except OSError:
                continue
            self._keep(path, data)

    def _keep(self, path: Path, data: bytes) -> Path:
        """Write a copy beside a file or in the data folder; return its path. Raises ReaderError."""
        failed: ReaderError | None = None
        for base in (path, self._spare):
            number = 1
            while os.path.lexists(copy := base.with_name(f"{base.name}.kept-{number}")):
                number += 1
            try:
                _make_folder(copy)
                write_bytes(copy, data)
            except ReaderError as error:
                failed = error
            else:
                return copy
        raise failed or CannotWrite(path, Cause("no_copy"))

    def _append(self, path: Path, data: bytes) -> None:
        handle = os.open(path, os.O_RDWR | _BINARY)
        with os.fdopen(handle, "r+b") as file:
            known = self._check(path, handle)
            data = known.between + data
            # If this fails, a part may be written: it is remembered and cut off the next time.
            self._known[path] = known._replace(tail=data, written=0)
            file.truncate(known.size)
            file.seek(known.size)
            file.write(data)
            file.flush()
            os.fsync(handle)
            status = os.fstat(handle)
        if _inode(path) != status.st_ino:  # somebody has just replaced the file
            raise JournalChanged(path)
        digest = known.digest.copy()
        digest.update(data)
        size = known.size + len(data)
        self._known[path] = _Known(status.st_ino, status.st_mtime_ns, size, digest)
        self.path = path

    def _check(self, path: Path, handle: int) -> _Known:
        """Return what is known of an open file. Raises JournalChanged if it has changed."""
        known = self._known.get(path)
        status = os.fstat(handle)
        if known is None:
            raise JournalChanged(path)
        if not known.is_seen_in(status):
            # Compare the contents: on some disks a file has another inode each time.
            os.lseek(handle, 0, os.SEEK_SET)
            most = known.size + len(known.tail) + 1
            if status.st_size >= most or not known.holds(_read_all(handle, most)):
                raise JournalChanged(path)
            known = known._replace(inode=status.st_ino, written=status.st_mtime_ns)
            self._known[path] = known
        return known

    def _make(self, path: Path, lines: Sequence[str]) -> None:
        """Write a whole journal where there is no unknown file."""
        if path == self._spare:
            _make_folder(path)
        # These lines include what was read elsewhere: finding that again adds nothing.
        others = {known.whole_digest() for place, known in self._known.items() if place != path}
        continued = map(continues_line, sorted(others))
        data = "".join([lines[0], *continued, *lines[1:]]).encode("utf-8")
        try:
            handle = os.open(path, os.O_RDONLY | _BINARY)
        except OSError as error:
            if error.errno not in _NOT_THERE:
                raise writing_failed(path, error) from error
            write_bytes(path, data)
        else:
            if os.name == "nt":
                # There, an open file cannot be replaced, so a change right now goes unnoticed.
                try:
                    self._check(path, handle)
                finally:
                    os.close(handle)
                write_bytes(path, data)
            else:
                self._replace(path, data, handle)
        status = path.stat()
        self._known[path] = _Known(status.st_ino, status.st_mtime_ns, len(data), sha256(data))
        self.path = path
        if path == self._spare and self._note is not None:
            with suppress(ReaderError):  # only needed to find the journal of a changed source
                write_bytes(self._note, path.name.encode("ascii"))

    def _replace(self, path: Path, data: bytes, handle: int) -> None:
        """Replace an open file, without losing what others append in the meantime."""
        try:
            self._check(path, handle)
            before = os.fstat(handle)
            write_bytes(path, data)
            after = os.fstat(handle)
            if (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns):
                return
            os.lseek(handle, 0, os.SEEK_SET)
            old = _read_all(handle, LARGEST)
        finally:
            os.close(handle)
        del self._known[path]
        raise JournalChanged(self._keep(path, old))


_BINARY = getattr(os, "O_BINARY", 0)


def _read_file(path: Path, most: int) -> tuple[os.stat_result, bytes]:
    """Return the first bytes of a regular file. Raises OSError; JournalForeign if it is not one.

    Reading from a pipe would block for ever, and a device may never end.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise JournalForeign(path)
        return status, _read_all(handle, most)
    finally:
        os.close(handle)


def _read_all(handle: int, most: int) -> bytes:
    pieces = []
    while most > 0 and (piece := os.read(handle, min(most, 2**20))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(path, error) from error


def _is_closed(error: object) -> bool:
    """Tell if an error means that the folder can't be written, so the journal must be elsewhere."""
    return isinstance(error, OSError) and error.errno in _CLOSED
