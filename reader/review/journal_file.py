"""A journal on disk: where it lies, who may write it, and how a line gets there for good.

It lies beside the document, under its whole name (page.txt.jingdu, page.html.jingdu). Where that
folder can't be written, and for a text without a file, it lies in the user's data folder, named by
the hash of the source. It is made by the first act and never by looking.

A line is appended and synced to the disk; only making the file and tidying it up write it anew,
by way of a temporary file that takes its name. One window writes: it locks `lock_path`. And before
each line the file is compared with what was left there, so that nobody's lines are overwritten,
from whichever machine they came.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from reader.core.errors import ReaderError, reading_failed, writing_failed
from reader.core.files import write_bytes
from reader.review.frozen import fingerprint
from reader.review.journal import Journal, NoJournal, read_journal

_CLOSED = (
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,  # 84 hanzi and an ending fill the 255 bytes of a name
)
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
ENDING = ".jingdu"
LARGEST = 2**30  # bytes; ten times what 200,000 decisions on a long book take


class JournalForeign(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """The file in the journal's place is none, or of a version to come. Values: path."""

    code = "journal_foreign"

    def __init__(self, path: Path, *, newer: bool = False) -> None:
        super().__init__(
            f"{path} was written by a newer version of Jingdu."
            if newer
            else f"{path} is not a Jingdu file.",
            "Update Jingdu to see the decisions in it and to go on deciding."
            if newer
            else "Rename it, or your decisions on this document cannot be saved beside it.",
            path=path,
        )
        self.newer = newer
        if newer:
            self.code = "journal_newer"


class JournalGiven(ReaderError):  # noqa: N818
    """A journal stands where its document should. Values: path, document."""

    code = "journal_given"

    def __init__(self, path: Path, document: Path) -> None:
        super().__init__(
            f"{path} holds the decisions on {document.name}.",
            f"Name {document.name} itself; they hold then.",
            path=path,
            document=document,
        )


class JournalChanged(ReaderError):  # noqa: N818
    """Somebody else wrote into the journal since it was read. Values: path, kept."""

    code = "journal_changed"

    def __init__(self, path: Path, kept: Path | None = None) -> None:
        super().__init__(
            f"{path} was changed by another program or on another computer.",
            f"It is left as it is; what you decide here is saved in {kept}.",
            path=path,
            kept=kept,
        )

    def kept_in(self, path: Path) -> JournalChanged:
        """Return the same with where the decisions made here are saved instead."""
        return JournalChanged(Path(str(self.values["path"])), path)


class JournalElsewhere(ReaderError):  # noqa: N818
    """The folder of a document can't be written. Values: path (of the folder), kept."""

    code = "journal_elsewhere"

    def __init__(self, path: Path, kept: Path) -> None:
        super().__init__(
            f"Nothing can be saved in {path}.",
            f"Your decisions are saved in {kept} and will be there when you open this text again.",
            path=path,
            kept=kept,
        )


def data_folder() -> Path:
    """Return the user's data folder: ~/.local/share/jingdu on Linux."""
    from platformdirs import user_data_path  # who only reads needs none

    return user_data_path("jingdu", appauthor=False)


def document_of(path: Path) -> Path | None:
    """Return the document that a path is the journal of by its name, None if there is none."""
    document = path.with_name(path.name.removesuffix(ENDING))
    return document if path.name.endswith(ENDING) and document.is_file() else None


class JournalFile:
    """The journal of one document. All methods may block on the disk."""

    def __init__(self, document: Path | None, source: str, folder: Path) -> None:
        """Find the journal of a document, None for a text without a file; `folder` is the user's.

        Nothing is made. The one written last is taken where there is one in both places.
        """
        spare = folder / "journals" / f"{fingerprint(source)}{ENDING}"
        self.path = spare
        self._spare = spare
        self._locks = folder / "locks"
        self._left: tuple[int, int] | None = None  # inode and size, as this process left the file
        self._cut = False  # a last line without its end follows what was left
        if document is not None:
            with suppress(OSError, RuntimeError):  # a link that leads to itself
                document = document.resolve()
            beside = document.with_name(document.name + ENDING)
            if _modified(beside) >= _modified(spare):
                self.path = beside

    def load(self) -> Journal | None:
        """Return what the journal says, None if there is none. Raises ReaderError."""
        try:
            with self.path.open("rb") as file:
                data = file.read(LARGEST + 1)
                status = os.fstat(file.fileno())
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise reading_failed(self.path, error) from error
        try:
            journal = read_journal(data)
        except NoJournal as error:
            raise JournalForeign(self.path, newer=error.newer) from None
        self._left = status.st_ino, journal.whole
        self._cut = journal.whole < len(data)
        return journal

    def avoid(self) -> None:
        """Use the user's data folder: what lies beside the document is no journal."""
        self.path, self._left, self._cut = self._spare, None, False

    def divert(self) -> None:
        """Go on in the user's data folder; another's journal lies where this one did.

        Raises ReaderError.
        """
        if self.path != self._spare or self._left is not None:
            self.path, self._left, self._cut = self._spare, None, False
            if self.path.exists():
                self.keep_copy()
                self._left = _status(self.path)

    @property
    def lock_path(self) -> Path:
        """The file that a window locks while it may write this journal; in the user's folder."""
        name = sha256(os.fsencode(os.path.normcase(self.path))).hexdigest()
        return self._locks / f"{name[:32]}.lock"

    # -- writing

    @property
    def is_made(self) -> bool:
        """Whether the file was there when it was read, or has been made since."""
        return self._left is not None

    def append(self, lines: Sequence[str], whole: Callable[[], Sequence[str]]) -> None:
        """Write lines at the end and sync them to the disk.

        `whole` returns all that the journal shall hold, these lines among it: for a file that is
        to be made, and for one whose folder can't be written any more. Raises ReaderError.
        """
        if self._left is None:
            self.rewrite(whole())
            return
        try:
            self._append("".join(lines).encode("utf-8"))
        except FileNotFoundError:  # somebody deleted it; what was decided is still known here
            self._left = None
            self.rewrite(whole())
        except OSError as error:
            if not _is_closed(error) or self.path == self._spare:
                raise writing_failed(self.path, error) from error
            self._write(self._spare, whole())

    def rewrite(self, lines: Sequence[str]) -> None:
        """Write the whole journal anew; the old one is there until that moment.

        Raises ReaderError.
        """
        there = _status(self.path)
        if there is not None and there != self._left and not self._cut:
            raise JournalChanged(self.path)
        try:
            self._write(self.path, lines)
        except ReaderError as error:
            if not _is_closed(error.__cause__) or self.path == self._spare:
                raise
            self._write(self._spare, lines)

    def keep_copy(self) -> Path:
        """Copy a journal that holds more than is known of it, before it is written anew.

        Returns where the copy is. Raises ReaderError.
        """
        number = 1
        while (copy := self.path.with_name(f"{self.path.name}.kept-{number}")).exists():
            number += 1
        try:
            shutil.copy2(self.path, copy)
        except OSError as error:
            raise writing_failed(copy, error) from error
        return copy

    def _append(self, data: bytes) -> None:
        inode, size = self._left or (0, 0)
        with self.path.open("r+b") as file:
            status = os.fstat(file.fileno())
            if status.st_ino != inode or (status.st_size != size and not self._cut):
                raise JournalChanged(self.path)
            # Should it fail, a part of a line may be there: that part is cut off the next time.
            self._cut = True
            file.truncate(size)
            file.seek(size)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._left = inode, size + len(data)
        self._cut = False

    def _write(self, path: Path, lines: Sequence[str]) -> None:
        data = "".join(lines).encode("utf-8")
        if path == self._spare:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise writing_failed(path, error) from error
        write_bytes(path, data)
        self.path, self._left, self._cut = path, _status(path), False


def _is_closed(error: object) -> bool:
    """Tell if a folder can't be written at all, so that the journal has to lie elsewhere."""
    return isinstance(error, OSError) and error.errno in _CLOSED


def _modified(path: Path) -> int:
    """Return when a file was last written (nanoseconds), -1 if there is none."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):  # a NUL in the name
        return -1


def _status(path: Path) -> tuple[int, int] | None:
    """Return inode and size (bytes) of a file, None if there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_size
