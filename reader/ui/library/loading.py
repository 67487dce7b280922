"""Reads the library in a thread: first the rows, then which files are gone, then the statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.study.history import ReadDocument
from reader.study.settled import Settled, Share
from reader.ui.library.model import Row
from reader.ui.workers import Runner, Task, collector_at_rest

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.library import Library
    from reader.study.library_words import LibraryWords
    from reader.study.statistics import Statistics


class Loaded(NamedTuple):
    """The rows as they are stored."""

    rows: tuple[Row, ...]


class Gone(NamedTuple):
    """The fingerprints of the documents whose files are gone."""

    fingerprints: frozenset[str]


class Shares(NamedTuple):
    """How much of each document is known with the words of today."""

    shares: Mapping[str, Share]


class LibraryLoader(QObject):
    """Reads what the view shows; asked again, it begins anew."""

    rows_loaded = Signal(object)
    """Tuple of rows."""
    gone_found = Signal(object)
    """Frozenset of the fingerprints whose files are gone."""
    shares_counted = Signal(object)
    """Mapping of fingerprints to shares."""
    gathered = Signal(object)
    """Statistics."""
    failed = Signal(object)
    """Exception."""

    def __init__(self, dictionary: Callable[[], Dictionary], parent: QObject) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._words: list[LibraryWords] = []  # what was read of the words of documents, at most one
        self._runner = Runner(self)
        self._runner.shown.connect(self._on_shown)
        self._runner.finished.connect(self.gathered)
        self._runner.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to come."""
        return self._runner.is_busy

    def load(self, library: Library) -> None:
        """Read all of it."""
        kept, dictionary = self._words, self._dictionary

        def work(task: Task) -> Statistics:
            with collector_at_rest():
                return _load(task, library=library, kept=kept, dictionary=dictionary)

        self._runner.start(work)

    def rest(self) -> None:
        """Let go of what takes much memory; the next look reads it again."""
        self._runner.cancel()
        self._words = []

    def close(self) -> None:
        """End what is done in a thread."""
        self._runner.close()

    def _on_shown(self, part: object) -> None:
        if isinstance(part, Loaded):
            self.rows_loaded.emit(part.rows)
        elif isinstance(part, Gone):
            self.gone_found.emit(part.fingerprints)
        elif isinstance(part, Shares):
            self.shares_counted.emit(part.shares)
        self._runner.go_on()


def _load(
    task: Task,
    *,
    library: Library,
    kept: list[LibraryWords],
    dictionary: Callable[[], Dictionary],
) -> Statistics:
    documents = library.history.documents()
    task.show(Loaded(tuple(Row(one) for one in documents)))
    task.show(Gone(_find_gone(documents, task)))
    # Here and not above: the table is on the screen before numpy and the dictionary are there.
    from reader.study.library_words import LibraryWords
    from reader.study.statistics import gather

    if not kept:
        kept.append(LibraryWords())
    words = kept[0]
    words.update(library.history, task.check)
    shares = words.shares(Settled.of(library.statuses()))
    _keep_shares(library, documents, shares)
    task.show(Shares(shares))
    return gather(library, words, dictionary(), check=task.check)


def _find_gone(documents: list[ReadDocument], task: Task) -> frozenset[str]:
    """Return whose files are not there; a share of the network may take its time to say so."""
    gone = set()
    for one in documents:
        task.check()
        if one.path is not None and not one.path.exists():
            gone.add(one.fingerprint)
    return frozenset(gone)


def _keep_shares(
    library: Library, documents: list[ReadDocument], shares: Mapping[str, Share]
) -> None:
    """Store the shares that have changed, so that the next view has them at once."""
    before = {one.fingerprint: (one.known, one.words) for one in documents}
    changed = [
        (name, share.total, share.known)
        for name, share in shares.items()
        if name in before and before[name] != tuple(share)
    ]
    if changed:
        library.history.set_known(changed)
