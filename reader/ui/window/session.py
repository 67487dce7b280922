"""Which of several windows remembers what is open, and opens it again at the next start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

_NAME = "session.lock"


class Session:
    """Belongs to one window at a time, to the next one once that is closed or has crashed."""

    def __init__(self, folder: Path) -> None:
        """Take the session that is kept in a folder, if no other window has it."""
        with suppress(OSError):  # where nothing can be written, nothing is remembered either
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / _NAME))
        self._lock.setStaleLockTime(0)  # a window may be open for days
        self._lock.tryLock(0)

    @property
    def is_ours(self) -> bool:
        """Whether no other window has the session."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def leave(self) -> None:
        """Let another window have it."""
        self._lock.unlock()
