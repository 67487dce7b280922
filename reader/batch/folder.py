"""A folder of documents: which there are, and how much in each is left for a person to decide.

Looking costs as much as opening: a document is read, restored, and decided on as its journal says.
It is done one document at a time, and only again when the document, its journal or the rules of
the user have changed.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.export.table import EXPORTS
from reader.formats.open import read_text
from reader.formats.table import FORMATS
from reader.repair.pipeline import restore
from reader.repair.rules.apply import apply_rules
from reader.review.finding import find_journals
from reader.review.journal_file import JournalFile
from reader.review.journal_name import ENDING
from reader.review.repair_table import Progress, RepairTable
from reader.review.review import Review
from reader.review.rules.levels import RuleFiles
from reader.text.errors import ReaderError, reading_failed

LIMIT = 5_000
"""How many documents of a folder are listed."""
_DEEPEST = 32  # folders in folders
_LOOKED_AT = 200_000  # entries of all folders together; someone may choose the whole disk

Check = Callable[[], None]
"""Called often; what it raises, to cancel, goes through."""


class FolderListing(NamedTuple):
    """The documents of a folder and its sub-folders, in the order in which they are shown.

    `has_more` says that there are more than are listed; `closed` are sub-folders that may not be
    read.
    """

    folder: Path
    files: tuple[Path, ...]
    has_more: bool = False
    closed: tuple[Path, ...] = ()


def list_folder(folder: Path, check: Check | None = None, limit: int = LIMIT) -> FolderListing:
    """Return the documents of a folder: files whose name ends as that of a format.

    An export that lies beside its document under the name that was suggested is none itself.
    What is hidden is left out, and with it what other programs keep there (.git). Links are
    followed, each folder is visited once. At most `limit` documents are listed. Raises ReaderError
    if the folder itself cannot be read.
    """
    walk = _Walk(check or _go_on, limit)
    try:
        entries = _scan(folder)
    except OSError as error:
        raise reading_failed(folder, error) from error
    files = tuple(walk.visit(folder, entries, 0))
    return FolderListing(folder, files, walk.has_more, tuple(walk.closed))


class _Walk:
    """One walk through a folder: what was visited, and how much may still be listed."""

    def __init__(self, check: Check, limit: int) -> None:
        self.has_more = False
        self.closed: list[Path] = []
        self._check = check
        self._left = limit
        self._entries = _LOOKED_AT
        self._visited: set[tuple[int, int]] = set()

    def visit(
        self, folder: Path, entries: Sequence[os.DirEntry[str]], depth: int
    ) -> Iterator[Path]:
        """Yield the documents of a folder, then those of its sub-folders."""
        self._check()
        if not self._is_new(folder):
            return
        self._entries -= len(entries)
        files = [entry for entry in entries if _is_document(entry)]
        exports = _name_exports(entry.name for entry in files)
        files = [entry for entry in files if entry.name not in exports]
        for entry in files:
            if not self._left:
                self.has_more = True
                return
            self._left -= 1
            yield Path(entry.path)
        for entry in entries:
            if not _is_folder(entry):
                continue
            if depth == _DEEPEST or self._entries <= 0:
                self.has_more = True
                return
            path = Path(entry.path)
            try:
                inside = _scan(path)
            except OSError:
                self.closed.append(path)
                continue
            yield from self.visit(path, inside, depth + 1)

    def _is_new(self, folder: Path) -> bool:
        """Tell if a folder was not visited by another way; a link may lead round in a circle."""
        try:
            status = folder.stat()
        except OSError:
            return False
        identity = status.st_dev, status.st_ino
        if identity in self._visited:
            return False
        self._visited.add(identity)
        return True


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in a document: how far it is decided on, or why it cannot be read."""

    progress: Progress | None = None
    error: ReaderError | None = None

    @property
    def needs_a_human(self) -> bool:
        """Whether something is left to decide, or the document cannot be read."""
        return self.progress is None or self.progress.left > 0


class FolderExaminer:
    """Examines documents, and remembers each as long as nothing changes that was read for it."""

    def __init__(self, data: Path, configuration: Path | None = None) -> None:
        """Begin without any. `data` is the user's data folder, where journals lie, too.

        `configuration` is the folder of the user's rules, by default the user's own.
        """
        self._data = data
        self._rules = RuleFiles(data, configuration)
        self._known: dict[Path, _Known] = {}

    def known(self, path: Path) -> Examination | None:
        """Return what is known of a document, None if it has to be examined."""
        known = self._known.get(path)
        is_current = known is not None and all(
            _stamp(one) == stamp for one, stamp in known.stamps.items()
        )
        return known.found if known is not None and is_current else None

    def examine(self, path: Path, check: Check | None = None) -> Examination:
        """Return how far a document is decided on; reads it unless that is known. Blocks long."""
        found = self.known(path)
        if found is not None:
            return found
        stamps: dict[Path, _Stamp] = {}
        try:
            found = Examination(self._count(path, check or _go_on, stamps))
        except ReaderError as error:
            found = Examination(error=error)
        self._known[path] = _Known(stamps, found)
        return found

    def put(self, path: Path, progress: Progress) -> None:
        """Remember how far a document is decided on that is being decided on elsewhere."""
        known = self._known.get(path)
        read = known.stamps if known is not None else (path, path.with_name(path.name + ENDING))
        self._known[path] = _Known({one: _stamp(one) for one in read}, Examination(progress))

    def _count(self, path: Path, check: Check, stamps: dict[Path, _Stamp]) -> Progress:
        """Count what is decided on; `stamps` takes in each file that is read for that.

        Stamps are of before reading: what changes meanwhile is read again next time.
        """
        stamps[path] = _stamp(path)
        text, origin = read_text(path)
        check()
        for place in (
            *JournalFile(path, text, self._data).places(),
            *self._rules.paths(path, text),
        ):
            stamps[place] = _stamp(place)
        found = find_journals(path, text, self._data)
        thawed = found.thaw(text, origin)
        check()
        base = thawed or restore(
            text,
            origin=origin,
            progress=lambda _done, _total: check(),
            mechanisms=apply_rules(self._rules.find(path, text).rules),
        )
        document = Review(base, found, thawed=thawed is not None).document
        return RepairTable.of(document).progress()


_Stamp = tuple[int, int] | None
"""(size in bytes, changed in nanoseconds) of a file, None if there is none."""


class _Known(NamedTuple):
    """What was found in a document, and the stamps of the files that were read for that."""

    stamps: Mapping[Path, _Stamp]
    found: Examination


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


_ENDINGS = tuple(ending for known in FORMATS for ending in known.endings)


def _is_document(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name.lower().endswith(_ENDINGS) and entry.is_file()
    except OSError:  # a link to itself
        return False


def _name_exports(documents: Iterable[str]) -> frozenset[str]:
    """Return what exports of these documents are called: 报告.txt has 报告_both.html."""
    stems = {Path(name).stem for name in documents}
    return frozenset(export.suggest_name(stem) for stem in stems for export in EXPORTS)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder and not hidden, sorted as people count. Raises OSError."""
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not _is_hidden(entry)]
    return sorted(shown, key=lambda entry: natural_key(entry.name))


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    hidden = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & hidden)


_DIGITS = re.compile(r"(\d+)", re.ASCII)


def natural_key(name: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts 2.txt before 10.txt."""
    # Split at digits, every second part is a number.
    parts = _DIGITS.split(name.casefold())
    return tuple(
        (at % 2 == 0, int(part) if at % 2 else 0, part) for at, part in enumerate(parts) if part
    )


def _go_on() -> None:
    """Cancel nothing."""
