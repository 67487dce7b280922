"""What is made in a thread for the list: the words counted, then what they are found by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.study.recount import recount_words
from reader.study.status import WordStatus
from reader.study.vocabulary import Vocabulary, count_words
from reader.study.word_index import WordIndex
from reader.study.word_table import WordTable
from reader.text.document import Document
from reader.text.errors import ReaderError
from reader.ui.study.own_words import OwnWords
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.library import Word

GetDictionary = Callable[[], "Dictionary"]


class Source(Enum):
    """Whose words are listed; the value is a stable id."""

    DOCUMENT = "document"
    MINE = "mine"


@dataclass(frozen=True)
class Listed:
    """Words to list; `vocabulary` is that of the document, None without one."""

    table: WordTable
    vocabulary: Vocabulary | None = None
    index: WordIndex | None = None
    """None while it is still being made."""
    own: OwnSegments = NO_SEGMENTS
    """How words were cut when they were counted."""


class WordLists(QObject):
    """Makes the lists of a document and of one's own words, and keeps them while they hold."""

    made = Signal(object)
    """Source: its list is another one, or can be searched from now on."""
    failed = Signal()
    """`error` says why there is no list."""

    def __init__(self, words: OwnWords, dictionary: GetDictionary, parent: QObject) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.error: ReaderError | None = None
        self._words = words
        self._dictionary = dictionary
        self._lists: dict[Source, Listed] = {}
        self._stale = set(Source)
        self._vocabulary: Vocabulary | None = None  # of the document as it is
        self._own = NO_SEGMENTS  # with which it was counted
        self._making: tuple[Source, Document | None] | None = None
        self._runner = Runner(self)
        self._runner.shown.connect(self._on_made)
        self._runner.finished.connect(self._on_made)
        self._runner.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether words are being counted, or made ready to be searched."""
        return self._runner.is_busy

    def get(self, source: Source) -> Listed | None:
        """Return a list, None if it was not made yet; of a changed document it may be the old."""
        return self._lists.get(source)

    def set_document(self, document: Document | None) -> bool:
        """Take another document, or what a decision made of it; tell if it is another text."""
        before, self.document = self.document, document
        self._vocabulary = None
        self._stale = set(Source)
        if document is not None and before is not None and document.source == before.source:
            return False
        self._lists.clear()
        self._runner.cancel()
        self._making = None
        return True

    def forget(self) -> None:
        """Count everything anew."""
        self._vocabulary = None
        self.recut()

    def recut(self) -> None:
        """Take note that words are cut otherwise: what was counted is put right, in a thread."""
        self._stale = set(Source)
        self._runner.cancel()
        self._making = None

    def update_words(self, statuses: Mapping[str, WordStatus] | None) -> None:
        """Take note that words have other statuses; None: nobody looked which."""
        mine = self._lists.get(Source.MINE)
        if statuses is None or mine is None or not mine.table.holds(statuses):
            self._stale.add(Source.MINE)
            if self._making is not None and self._making[0] is Source.MINE:
                self._runner.cancel()  # it may have read the words already
                self._making = None

    def need(self, source: Source) -> None:
        """Make a list in a thread, if it does not hold any more."""
        wanted = source, self.document
        if source not in self._stale or self._making == wanted:
            return
        if source is Source.MINE:
            library = self._words.library
            words = library.words if library is not None else list
            work = partial(_list_words, words=words, document=self.document)
        elif self.document is not None:
            work = partial(_list_document, document=self.document)
        else:
            return
        self.error = None
        self._making = wanted
        recount = _Recount(self._vocabulary, self._own, self._words.segments)
        self._runner.start(partial(work, dictionary=self._dictionary, recount=recount))

    def close(self) -> None:
        """End what is done in a thread."""
        self._runner.close()

    def _on_made(self, listed: Listed) -> None:
        assert self._making is not None  # or nothing would have been made
        source, document = self._making
        if document is self.document:
            self._vocabulary, self._own = listed.vocabulary, listed.own
        self._lists[source] = listed
        if listed.index is not None:
            self._making = None
            self._stale.discard(source)
        self.made.emit(source)
        self._runner.go_on()

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        self.error = as_reader_error(error, None)
        self.failed.emit()


class _Recount(NamedTuple):
    """What was counted already, how words were cut then, and how they are cut now."""

    counted: Vocabulary | None
    before: OwnSegments
    own: OwnSegments

    def make(self, task: Task, document: Document, dictionary: Dictionary) -> Vocabulary:
        if self.counted is None:
            return count_words(document, dictionary, own=self.own, check=task.check)
        return recount_words(
            self.counted, document, dictionary, self.before, self.own, check=task.check
        )


def _list_document(
    task: Task, *, document: Document, dictionary: GetDictionary, recount: _Recount
) -> Listed:
    """List the words of a document; they are shown before they can be searched."""
    found = recount.make(task, document, dictionary())
    listed = Listed(WordTable.of_document(found), found, own=recount.own)
    return _with_index(task, listed, dictionary())


def _list_words(
    task: Task,
    *,
    words: Callable[[], Iterable[Word]],
    document: Document | None,
    dictionary: GetDictionary,
    recount: _Recount,
) -> Listed:
    """List words of one's own, with their counts in the document."""
    counted = recount.make(task, document, dictionary()) if document is not None else None
    table = WordTable.of_words((one.word for one in words()), dictionary(), counted)
    return _with_index(task, Listed(table, counted, own=recount.own), dictionary())


def _with_index(task: Task, listed: Listed, dictionary: Dictionary) -> Listed:
    task.show(listed)
    spelled = [one.word for one in listed.table.words]
    return replace(listed, index=WordIndex.of(spelled, dictionary, task.check))
