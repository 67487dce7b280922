"""Work in threads: a document is put into the library, and its words are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
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
    dictionary: Callable[[], Dictionary],
    own: OwnSegments,
    counted: Counted | None = None,
) -> Counted:
    """Put a document into the library, None for not to remember it, and count its words.

    `own` is how the user cuts them;
    `counted` is what they were when they were cut otherwise.

    Raises ReaderError if the library cannot be written.
    """
    from reader.review.packed import fingerprint
    from reader.study.history import ReadDocument
    from reader.study.recount import recount_words
    from reader.study.settled import Settled
    from reader.study.vocabulary import count_words
    from reader.study.word_counts import WordCounts

    name = fingerprint(document.source)
    before = None
    if library is not None:
        before = library.history.document(name)
        library.history.record(
            ReadDocument(
                name, source.title, source.path, source.address, characters=len(document.text)
            )
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
    if library is not None:
        known = Settled.of(library.statuses()).share_of(counts)
        library.history.set_words(name, counts, found.level_profile(), *known)
    return Counted(name, counts, found, document, own)
