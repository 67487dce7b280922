"""The glossaries of the user, for all tabs of a window: which ones, in which order, which hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.text.errors import ReaderError
from reader.ui import settings
from reader.ui.settings import Settings
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.study.dictionary.glossary import Glossary
    from reader.study.dictionary.lookup import Dictionary

_ON, _OFF = "+", "-"  # before a path in the settings


class ChosenGlossary(NamedTuple):
    """A file that the user added, and whether it is asked."""

    path: Path
    is_on: bool = True


class ReadGlossary(NamedTuple):
    """What a file holds; `problem` says why it could not be read."""

    glossary: Glossary | None
    problem: ReaderError | None = None


class Glossaries(QObject):
    """Keeps the list in the settings, and the dictionary that asks the files in their order."""

    changed = Signal()
    """Another dictionary holds, or a file could not be read."""

    def __init__(self, store: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.chosen = _read_setting(store.get(settings.GLOSSARIES))
        """The files, that which is asked first at the top."""
        self._read: dict[Path, ReadGlossary] = {}
        self._dictionary: Dictionary | None = None
        self._lock = Lock()  # the first word may be asked for in a thread
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_read)
        self._runner.failed.connect(self._on_failed)

    def dictionary(self) -> Dictionary:
        """Return what is asked about words; the first call reads the files. For any thread."""
        with self._lock:
            if self._dictionary is None:
                self._read = _read_all(self.chosen, {})
                self._dictionary = _make(self.chosen, self._read)
            return self._dictionary

    def glossaries(self) -> tuple[Glossary, ...]:
        """Return those that are asked, in order."""
        self.dictionary()
        return tuple(_loaded(self.chosen, self._read))

    def read(self, path: Path) -> ReadGlossary | None:
        """Return what a file holds, None if it was not read yet."""
        return self._read.get(path)

    @property
    def is_reading(self) -> bool:
        """Whether files are being read."""
        return self._runner.is_busy

    def choose(self, chosen: Iterable[ChosenGlossary]) -> None:
        """Ask these files from now on, in this order; `changed` tells when they were read."""
        self.chosen = tuple(dict.fromkeys(chosen))
        self._store.set(
            settings.GLOSSARIES,
            [f"{_ON if one.is_on else _OFF}{one.path}" for one in self.chosen],
        )
        wanted, known = self.chosen, dict(self._read)
        self._runner.start(lambda task: _read_all(wanted, known, task))

    def reload(self) -> None:
        """Read all files again: the user may have edited one."""
        self._read = {}
        self.choose(self.chosen)

    def close(self) -> None:
        """End what is done in a thread."""
        self._runner.close()

    def _on_read(self, read: dict[Path, ReadGlossary]) -> None:
        with self._lock:
            self._read = read
            self._dictionary = _make(self.chosen, read)
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error  # what a file can do wrong is a ReaderError, and is kept with it


def _read_all(
    chosen: Iterable[ChosenGlossary],
    known: dict[Path, ReadGlossary],
    task: Task | None = None,
) -> dict[Path, ReadGlossary]:
    """Read the files that are on, but for those that are known."""
    from reader.study.dictionary.glossary import read_glossary

    found: dict[Path, ReadGlossary] = {}
    for one in chosen:
        if task is not None:
            task.check()
        if one.path in known and known[one.path].problem is None:
            found[one.path] = known[one.path]
        elif one.is_on:
            try:
                found[one.path] = ReadGlossary(read_glossary(one.path))
            except ReaderError as error:
                found[one.path] = ReadGlossary(None, error)
    return found


def _loaded(chosen: Iterable[ChosenGlossary], read: dict[Path, ReadGlossary]) -> Iterable[Glossary]:
    for one in chosen:
        found = read.get(one.path)
        if one.is_on and found is not None and found.glossary is not None:
            yield found.glossary


def _make(chosen: Iterable[ChosenGlossary], read: dict[Path, ReadGlossary]) -> Dictionary:
    from reader.study.dictionary.lookup import Dictionary

    return Dictionary(tuple(_loaded(chosen, read)))


def _read_setting(entries: Iterable[str]) -> tuple[ChosenGlossary, ...]:
    return tuple(
        ChosenGlossary(Path(entry[1:]), entry[0] == _ON)
        for entry in entries
        if len(entry) > 1 and entry[0] in (_ON, _OFF)
    )
