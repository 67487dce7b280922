"""Which of several windows remembers what is open, and opens it again at the next start."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from reader.ui import settings
from reader.ui.settings import Settings

_NAME = "session.lock"


class Session:
    """Belongs to one window at a time, to the next one once that is closed or has crashed."""

    def __init__(self, store: Settings) -> None:
        """Take the session that is kept beside the settings, if no other window has it."""
        self._store = store
        folder = store.folder
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

    def files(self) -> list[Path]:
        """Return what was open; one that is gone is no reason for a message."""
        return [Path(name) for name in self._store.get(settings.OPEN_FILES) if Path(name).is_file()]

    def keep(self, files: Iterable[Path]) -> None:
        """Remember what is open, for the next start."""
        self._store.set(settings.OPEN_FILES, [str(path.absolute()) for path in files])

    def leave(self) -> None:
        """Let another window have it."""
        self._lock.unlock()
