"""The file of the library: one SQLite database that several windows write to.

It is made when it is first opened. Readers never wait for a writer (WAL), a writer waits for
another one. A file that cannot be read is put beside itself under another name, and what can still
be read of it goes into a new one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from reader.study.errors import LibraryDamaged, LibraryNewer, NoLibrary
from reader.study.migrations import (
    MIGRATIONS,
    TABLES,
    Migration,
    NotOurs,
    TooNew,
    migrate,
    version_of,
)
from reader.text.causes import Cause
from reader.text.errors import (
    CannotRead,
    CannotWrite,
    DiskFull,
    FileBusy,
    FileMissing,
    NoPermission,
    ReaderError,
    reading_failed,
    writing_failed,
)
from reader.text.files import locked, write_bytes

PATIENCE = 5.0  # seconds to wait for another window; it writes for milliseconds
_BESIDE = ("", "-wal", "-shm")  # what belongs to a database
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PRIMARY = 0xFF  # the bits of an error's code that say what kind it is


class LibraryFile:
    """An open library. May be used from several threads, and by several processes at once."""

    def __init__(
        self,
        path: Path,
        migrations: Sequence[Migration] = MIGRATIONS,
        *,
        patience: float = PATIENCE,
    ) -> None:
        """Open the file at `path`, make it if it is not there, and bring it up to date.

        Another window that writes is waited for, `patience` seconds. Raises LibraryNewer if a newer
        version of Jingdu wrote the file (it is not changed), FileBusy if another program keeps it
        locked, and other ReaderErrors where the system refuses.
        """
        self.path = path
        self.problem: LibraryDamaged | None = None
        """What to tell the user: the file was damaged and was put aside."""
        self._migrations = migrations
        self._patience = patience
        self._lock = RLock()
        with _in_words(path):
            self._connection = self._open()

    def close(self) -> None:
        """Close the file; what was written stays."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to read from. Raises ReaderError for what fails meanwhile."""
        with self._lock, _in_words(self.path):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to write to: all of it is written, or, if anything fails, nothing."""
        with self._lock, _in_words(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def backup(self, target: Path) -> None:
        """Write a copy of the library to a file, whole at any moment. Raises ReaderError."""
        if self._is_own(target):  # it would take the file away from all windows
            raise CannotWrite(target, Cause("in_use"))
        with self.reading() as connection, closing(sqlite3.connect(":memory:")) as copy:
            connection.backup(copy)
            data = copy.serialize()
        write_bytes(target, _without_wal(data))

    def restore(self, source: Path) -> None:
        """Replace all of the library by what a backup holds; other windows see it at once.

        What the library held is kept beside it under another name. Raises NoLibrary, LibraryNewer
        or another ReaderError, and then nothing is changed.
        """
        if self._is_own(source):  # what was written last is in a file beside it
            raise CannotRead(source, Cause("in_use"))
        try:
            data = source.read_bytes()
        except OSError as error:
            raise reading_failed(source, error) from error
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as given:
            try:
                given.deserialize(_without_wal(data))
                if not version_of(given) or not _is_whole(given):
                    raise NoLibrary(source)
                migrate(given, self._migrations)
            except TooNew:
                raise LibraryNewer(source) from None
            except (NotOurs, sqlite3.Error):
                raise NoLibrary(source) from None
            self.backup(_free_name(self.path, "before-restore"))
            with self.writing() as connection:
                for table in TABLES:
                    connection.execute(f"DELETE FROM {table}")
                _copy_rows(given, connection)

    def _is_own(self, path: Path) -> bool:
        try:
            return path.samefile(self.path)
        except OSError:
            return False

    # -- opening

    def _open(self) -> sqlite3.Connection:
        if self.path.exists():
            with suppress(_NotReady):
                return self._connect(is_alone=False)
        with locked(self.path):  # of two windows, one makes the file, or puts a damaged one aside
            try:
                return self._connect(is_alone=True)
            except _NotReady:
                return self._begin_anew()

    def _connect(self, *, is_alone: bool) -> sqlite3.Connection:
        """Return a connection to a sound and present file.

        Raises _NotReady for a damaged one, and, unless this process `is_alone`, for one that is to
        be made or brought up to date.
        """
        connection = sqlite3.connect(
            self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
        )
        try:
            version = version_of(connection)
            # Before anything is written: a newer file is left alone.
            if version > len(self._migrations):
                raise LibraryNewer(self.path)
            if not _is_whole(connection) or not (is_alone or version == len(self._migrations)):
                raise _NotReady
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            # A power cut takes nothing that was said to be saved.
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection, self._migrations)
        except BaseException as error:
            connection.close()
            if isinstance(error, NotOurs) or _is_damage(error):
                raise _NotReady from error
            raise
        return connection

    def _begin_anew(self) -> sqlite3.Connection:
        """Put a damaged file aside and save what can be read of it in a new one."""
        copy = _free_name(self.path, "damaged")
        try:
            for ending in reversed(_BESIDE):
                with suppress(FileNotFoundError):
                    os.replace(f"{self.path}{ending}", f"{copy}{ending}")
        except OSError as error:
            raise writing_failed(copy, error) from error
        connection = self._connect(is_alone=True)
        saved = 0
        # Read-only, so that the file that was put aside stays as it is.
        address = f"{copy.resolve().as_uri()}?mode=ro"
        connection.execute("BEGIN IMMEDIATE")
        with (
            suppress(sqlite3.DatabaseError, NotOurs),
            closing(sqlite3.connect(address, uri=True)) as found,
        ):
            version_of(found)  # of another program's, nothing is taken
            saved = _copy_rows(found, connection)
        connection.execute("COMMIT")
        self.problem = LibraryDamaged(self.path, copy, saved=saved)
        return connection


class _NotReady(Exception):  # noqa: N818
    """The file is damaged, or is still to be made."""


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection) -> int:
    """Copy what can be read of each table; return how many rows that were."""
    # SQLite lets anything stand in any column, and text need not be UTF-8.
    source.text_factory = lambda data: data.decode("utf-8", "replace")
    number = 0
    for table, known in TABLES.items():
        columns = _columns_there(source, table, known)
        if not columns:
            continue
        marks = ",".join("?" * len(columns))
        write = f"INSERT OR IGNORE INTO {table} ({','.join(columns)}) VALUES ({marks})"
        for row in _readable_rows(source, table, columns):
            number += target.execute(write, row).rowcount
    return number


def _columns_there(
    source: sqlite3.Connection, table: str, known: Mapping[str, str]
) -> dict[str, str]:
    """Return which columns a file has: one of an older version, damaged, was not brought up."""
    there: set[str] = set()
    with suppress(sqlite3.DatabaseError):
        there = {str(row[1]) for row in source.execute(f"PRAGMA table_info({table})")}
    return {name: kind for name, kind in known.items() if name in there}


def _readable_rows(
    source: sqlite3.Connection, table: str, columns: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    cells = (f"CAST({name} AS {kind})" for name, kind in columns.items())
    # A damaged page ends the table; the others may be sound.
    with suppress(sqlite3.DatabaseError):
        yield from source.execute(f"SELECT {','.join(cells)} FROM {table}")


def _without_wal(data: bytes) -> bytes:
    """Return a database that does not ask for a second file beside it.

    A copy of one in WAL mode does, and could then not be opened in memory, or in a folder that may
    not be written to. Bytes 18 and 19 are the versions of the format that it asks for.
    """
    return data[:18] + b"\x01\x01" + data[20:]


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tell if nothing of a file is damaged (10 ms for 50,000 words)."""
    return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]


def _is_damage(error: BaseException) -> bool:
    """Tell if an error means that the content is bad, not that the system refuses."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DAMAGE


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Raise what goes wrong in SQLite as a ReaderError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _to_reader_error(path, error) from error


def _to_reader_error(path: Path, error: sqlite3.DatabaseError) -> ReaderError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in _DAMAGE:
        return LibraryDamaged(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileBusy(path)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return NoPermission(path, writing=True)
    if code == sqlite3.SQLITE_CANTOPEN:
        if path.is_dir():
            return CannotWrite(path, Cause("is_folder"))
        if not path.parent.exists():
            return FileMissing(path.parent)
        return NoPermission(path, writing=True)
    if code == sqlite3.SQLITE_IOERR:
        return CannotWrite(path, Cause("disk_error"))
    return CannotWrite(path, Cause("system", words=str(error)))


def _free_name(path: Path, what: str) -> Path:
    """Return a name beside a file that is not taken: library.sqlite.damaged-2."""
    number = 1
    while os.path.lexists(found := path.with_name(f"{path.name}.{what}-{number}")):
        number += 1
    return found
