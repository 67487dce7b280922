"""Finds the journals on disk that belong to a source text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.review.decisions import apply_decisions
from reader.review.errors import JournalForeign
from reader.review.frozen import thaw
from reader.review.journal import Journal
from reader.review.journal_file import JournalFile
from reader.review.packed import unpack
from reader.text.document import Document, Origin
from reader.text.errors import ReaderError

_AROUND = 4_000  # code points; about what is restored for a first screen


@dataclass(frozen=True, slots=True)
class FoundJournals:
    """The journals of a source text; `problem` says what could not be read.

    `more` are journals that diverged from `journal` and are to be merged into it. `can_write` is
    false if the journal must not be touched.
    """

    file: JournalFile
    journal: Journal | None = None
    more: tuple[Journal, ...] = ()
    problem: ReaderError | None = None
    can_write: bool = True

    def is_frozen(self, source: str) -> bool:
        """Tell if the journal holds the repairs of this text, too."""
        journal = self.journal
        return journal is not None and bool(journal.frozen) and journal.is_about(source)

    def thaw(self, source: str, origin: Origin) -> Document | None:
        """Return the document with its frozen repairs, None if the engine must restore it."""
        journal = self.journal
        if journal is None or not self.is_frozen(source):
            return None
        try:
            # Ten times what the most damaged text takes; a bomb would fill the memory.
            return thaw(unpack(journal.frozen, 2**20 + 256 * len(source)), source, origin)
        except (ValueError, MemoryError):
            return None

    def decide_near(self, part: Document, near: int) -> Document:
        """Return a preview with the decisions around the source offset `near` applied."""
        journal = self.journal
        if journal is None or not journal.is_about(part.source):
            return part
        low, high = near - _AROUND, near + _AROUND
        return apply_decisions(
            part,
            [one for one in journal.history.decisions() if low <= one.start <= one.end <= high],
        )


def find_journals(document: Path | None, source: str, folder: Path) -> FoundJournals:
    """Look for the journals of a source text; `document` is the file that it is from, if any.

    `folder` is the user's data folder. Never raises: the result says what could not be read.
    """
    file = JournalFile(document, source, folder)
    found: dict[Path, Journal] = {}
    problem: ReaderError | None = None
    can_write = True
    seen: set[Path] = set()
    # Avoiding a place makes another one possible.
    while path := next((one for one in file.places() if one not in seen), None):
        seen.add(path)
        try:
            journal = file.read(path)
        except JournalForeign as error:
            problem = problem or error
            if error.newer:
                can_write = False
            else:
                file.avoid(path)
        except ReaderError as error:
            problem, can_write = problem or error, False
        else:
            if journal is not None:
                found[path] = journal
    # A journal that another one continues has nothing new.
    old = {digest for journal in found.values() for digest in journal.continues}
    found = {path: one for path, one in found.items() if file.digest(path) not in old} or found
    if not found:
        return FoundJournals(file, problem=problem, can_write=can_write)
    # The journal of exactly this text comes first, else the one in the best place.
    first = next((path for path, one in found.items() if one.is_about(source)), next(iter(found)))
    file.path = first
    more = tuple(one for path, one in found.items() if path != first)
    return FoundJournals(file, found[first], more, problem, can_write)
