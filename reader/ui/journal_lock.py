"""Who may write a journal: one window at a time, of all that this user has open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


class JournalLock:
    """Holds the lock of one journal. It is free again when the process ends, however it ends."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None

    def take(self, path: Path, *, by_force: bool = False) -> bool:
        """Lock a file in place of what was locked before; return whether that was possible.

        With `by_force` another window loses it: a computer that went down holds its lock for ever.
        Where no lock can be made every window may write; what was written is compared all the same.
        """
        self.release()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if by_force:
                path.unlink(missing_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)  # only the end of its process frees it, however long that takes
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        return True

    def release(self) -> None:
        """Let another window take it."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
