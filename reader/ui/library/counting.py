"""Work in threads: a document is put into the library, and its words are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from reader.text.document import Document
from reader.ui.workers import Task, collector_at_rest

if TYPE_CHECKING:
    from reader.language.own_segments import OwnSegments
    from reader.study.dictionary.lookup import Dictionary
    from reader.study.library import Library
    from reader.study.vocabulary import Vocabulary
    from reader.study.word_counts import WordCounts


@dataclass(frozen=True, slots=True)
class Source:
    """What a document was opened from, and what it is called."""

    title: str
    path: Path | None = None
    address: str = ""


class Permit:
    """Whether a document may be written into the library.

    The window takes it back where the user has the document forgotten. A thread that counts just
    then writes before that, and is forgotten with the rest, or not at all.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_given = True

    def withdraw(self) -> None:
        """Let nothing more be written; waits for what is being written."""
        with self._lock:
            self._is_given = False

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Give whether it may be written now; nobody takes the permit back meanwhile."""
        with self._lock:
            yield self._is_given


class Recorded(NamedTuple):
    """A document is in the library; `position` is where one stopped the last time, 0 if never."""

    fingerprint: str
    position: int


class Counted(NamedTuple):
    """The words of a document; `counts` has only what can be taught and is sure."""

    fingerprint: str
    counts: WordCounts
    vocabulary: Vocabulary
    document: Document
    own: OwnSegments


def count_document(
    task: Task,
    *,
    document: Document,
    source: Source,
    library: Library | None,
    permit: Permit,
    dictionary: Callable[[], Dictionary],
    own: OwnSegments,
    counted: Counted | None = None,
) -> Counted:
    """Put a document into the library, None for not to remember it, and count its words.

    `own` is how the user cuts them; `counted` is what they were when they were cut otherwise.
    Raises ReaderError if the library cannot be written.
    """
    from reader.review.packed import fingerprint
    from reader.study.history import ReadDocument
    from reader.study.recount import recount_words
    from reader.study.settled import Settled
    from reader.study.vocabulary import count_words
    from reader.study.word_counts import WordCounts
    from reader.text.memory import give_back

    name = fingerprint(document.source)
    before = None
    with permit.writing() as may_write:
        if library is not None and may_write:
            before = library.history.document(name)
            size = len(document.text)
            library.history.record(
                ReadDocument(name, source.title, source.path, source.address, characters=size)
            )
    task.show(Recorded(name, before.position if before is not None else 0))
    with collector_at_rest():
        if counted is None:
            found = count_words(document, dictionary(), own=own, check=task.check)
        else:
            found = recount_words(
                counted.vocabulary, document, dictionary(), counted.own, own, check=task.check
            )
        counts = WordCounts.of({one.word: one.sure for one in found if one.can_be_taught})
    dictionary().forget()  # the page asks about a few words, in a tenth of a millisecond each
    give_back()  # the last long work on a document that was opened
    if library is not None:
        known = Settled.of(library.statuses()).share_of(counts)
        profile = found.level_profile()
        with permit.writing() as may_write:
            if may_write:
                library.history.set_words(name, counts, profile, *known)
    return Counted(name, counts, found, document, own)
