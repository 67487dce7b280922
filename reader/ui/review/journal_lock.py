"""Who may decide on a document: one window at a time, of all that this user has open."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

_LOST: list[QLockFile] = []
"""Locks that another window took away. Let go, they would take that window's lock with them."""


class JournalLock:
    """Holds the lock of one journal. It is free again when the process ends, however it ends."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None
        self._path = Path()
        self._inode = 0

    def take(self, path: Path) -> bool:
        """Lock a file in place of what was locked before; return whether that was possible.

        Where no lock can be made every window may decide; before it writes, each of them looks at
        what is there all the same.
        """
        self.release()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)  # only the end of its process frees it, however long that takes
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock, self._path, self._inode = lock, path, _inode(path)
        return True

    @property
    def is_lost(self) -> bool:
        """Whether another window took it away."""
        return self._lock is not None and _inode(self._path) != self._inode

    def release(self) -> None:
        """Let another window take it."""
        if self._lock is None:
            return
        if self.is_lost:
            _LOST.append(self._lock)
        else:
            self._lock.unlock()
        self._lock = None

    @staticmethod
    def take_away(path: Path) -> None:
        """Take the lock away from the window that has it: a computer may hold it for ever."""
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0
