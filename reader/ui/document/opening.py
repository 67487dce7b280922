"""From a file or a pasted text to a document on the screen: read, preview, restore, in a worker."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reader.review.decisions import can_decide
from reader.text.document import Document, Origin
from reader.text.errors import ReaderError, reading_failed
from reader.text.kinds import RepairKind
from reader.ui.panes.highlights import Side
from reader.ui.panes.numbering import Numbering
from reader.ui.panes.text_blocks import BothBlocks
from reader.ui.workers import JobRunner, Task

if TYPE_CHECKING:
    from reader.review.history import Pins
    from reader.review.review import Review, Signer

# Below this a text is restored as fast as a first part of it would be.
PREVIEW_FROM = 20_000  # code points
# The same for a text whose repairs a journal holds: they are read ten times as fast.
_LONG_FROZEN = 200_000


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be opened: a file (in an encoding, or detected), an address, or a text as it is.

    `html` is a text as a browser put it on the clipboard beside the plain one. `whole_page` takes
    all text of a page and not its main text alone.
    """

    path: Path | None = None
    encoding: str | None = None
    text: str = ""
    near: int = 0  # source offset to show first
    address: str = ""
    html: str = ""
    whole_page: bool = False
    origin: Origin | None = None  # of a text that was decoded already


class Count(NamedTuple):
    """How many repairs of a kind there are, how many only proposed, how many places lost."""

    applied: int = 0
    undecided: int = 0
    lost: int = 0


Tally = dict[RepairKind, Count]
"""The numbers of each kind that occurs."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document and what it was opened from; not `complete` while only a part is restored.

    With it comes what takes long to find out about a long text, so that the window needn't.
    """

    document: Document
    request: Request
    tally: Tally
    numbering: Numbering
    blocks: BothBlocks
    complete: bool = True
    review: Review | None = None  # of a whole document

    @classmethod
    def of(cls, document: Document, request: Request, *, complete: bool = True) -> Opened:
        """Find out what goes with a document; a second for a million repairs."""
        blocks = (Side.CLEAN.blocks(document), Side.SOURCE.blocks(document))
        return cls(document, request, tally(document), Numbering(document), blocks, complete)

    def with_document(self, document: Document) -> Opened:
        """Return what goes with another clean text of the same source."""
        blocks = (Side.CLEAN.blocks(document), self.blocks[1])
        return replace(
            self,
            document=document,
            tally=tally(document),
            numbering=Numbering(document),
            blocks=blocks,
        )


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where what the user does to documents is kept, and the name it is signed with."""

    data: Path | None  # folder of the journals that can't lie beside their document, or default
    own: Path  # folder of the file in which earlier versions kept readings of places
    signer: Signer
    unkept: Path | None = None  # a file beside which nothing is to be written: the bundled sample


class Opener(QObject):
    """Opens one document at a time; a new request takes the place of the one before."""

    started = Signal()
    progressed = Signal(int, int)
    shown = Signal(object)
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._request: Request | None = None
        self._runner = JobRunner(self)
        self._runner.progressed.connect(self._on_progress)
        self._runner.shown.connect(self._on_shown)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)

    @property
    def request(self) -> Request | None:
        """What is being opened now, or None."""
        return self._request

    def open(self, request: Request) -> None:
        """Read and restore in the background; `shown` comes once or twice, then `ended`."""
        self._request = request
        self._runner.start(lambda task: _work(task, request, self._keeping))
        self.started.emit()

    def cancel(self) -> None:
        """Stop what is being opened; what is shown stays."""
        self._runner.cancel()
        self._end()

    def go_on(self) -> None:
        """Let the rest be restored; called when the first screen was painted."""
        self._runner.go_on()

    def close(self) -> None:
        """Stop and wait until no thread is left."""
        self._request = None
        self._runner.close()

    def _end(self) -> None:
        if self._request is not None:
            self._request = None
            self.ended.emit()

    def _on_progress(self, job: int, done: int, total: int) -> None:
        if job == self._runner.latest:
            self.progressed.emit(done, total)

    def _on_shown(self, job: int, opened: Opened) -> None:
        if job == self._runner.latest:
            self.shown.emit(opened)

    def _on_finished(self, job: int, opened: Opened) -> None:
        if job == self._runner.latest:
            self.shown.emit(opened)
            self._end()

    def _on_failed(self, job: int, error: Exception) -> None:
        if job == self._runner.latest:
            request = self._request
            self._end()
            self.failed.emit(request, as_reader_error(error, request.path if request else None))


def _work(task: Task, request: Request, keeping: Keeping) -> Opened:
    # Here and not above: the engine takes longer to import than the window to appear.
    from reader.repair.pipeline import preview, restore
    from reader.review.finding import find
    from reader.review.review import Review
    from reader.text.user_folders import data_folder

    text, origin = _read(request, task)
    task.check()
    path = None if request.path == keeping.unkept else request.path
    found = find(path, text, keeping.data or data_folder())
    own, problem = _own_pins(keeping.own, text)
    found = replace(found, problem=found.problem or problem)
    if len(text) >= (_LONG_FROZEN if found.is_frozen(text) else PREVIEW_FROM):
        near = min(max(request.near, 0), len(text))
        part = found.decided_near(preview(text, near=near, origin=origin), near)
        task.show(Opened.of(part, request, complete=False))
    with _collector_at_rest():
        thawed = found.frozen(text, origin)
        whole = thawed or restore(text, origin=origin, progress=task.report)
        review = Review(
            whole,
            found,
            thawed=thawed is not None,
            name=path.name if path is not None else "",
            own=own,
            signer=keeping.signer,
        )
        opened = Opened.of(review.document, request)
    _ = review.is_outdated  # found out here, as all of the engine has to be hashed for it
    return replace(opened, review=review)


def _own_pins(folder: Path, text: str) -> tuple[Pins, ReaderError | None]:
    """Return the readings of places that an earlier version kept, and what hinders reading them."""
    from reader.review import place_readings
    from reader.text.user_folders import PLACES

    try:
        return place_readings.load(folder / PLACES).of(text), None
    except ReaderError as error:
        return {}, error


def tally(document: Document) -> Tally:
    """Count the repairs of a document."""
    counts: Counter[tuple[RepairKind, bool]] = Counter()
    counts.update((repair.kind, repair.applied) for repair in document.repairs)
    lost: Counter[RepairKind] = Counter()
    if any(not applied for _, applied in counts):
        lost.update(one.kind for one in document.repairs if not can_decide(one))
    kinds = {kind for kind, _ in counts}
    return {
        kind: Count(counts[kind, True], counts[kind, False] - lost[kind], lost[kind])
        for kind in kinds
    }


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking over a growing document again and again.

    A million characters have 300,000 repairs: each walk stopped the window for half a second, and
    finds nothing, as a document has no cycles. What is there at the end is left out for good.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _read(request: Request, task: Task) -> tuple[str, Origin]:
    """Return the text and how it was read. Raises ReaderError."""
    from reader.formats.open import fetch_text, read_text, text_of_fragment

    if request.address:
        return fetch_text(
            request.address,
            encoding=request.encoding,
            whole_page=request.whole_page,
            check=task.check,
        )
    if request.path is not None:
        return read_text(request.path, encoding=request.encoding, whole_page=request.whole_page)
    if request.html:
        text, origin = text_of_fragment(request.html)
        if same_words(text, request.text):
            return text, origin
    return request.text, request.origin or Origin()


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts have about the same length but for blanks and list signs.

    What a program puts on the clipboard as HTML may be another thing than its plain text.
    """
    lengths = [sum(1 for sign in text if sign.isalnum()) for text in (one, other)]
    return max(lengths) - min(lengths) <= max(lengths) // 20


def as_reader_error(error: Exception, path: Path | None) -> ReaderError:
    """Return any failure as one that says what to do; a ReaderError stays as it is."""
    if isinstance(error, ReaderError):
        return error
    name = path.name if path is not None else ""
    if isinstance(error, OSError) and path is not None:
        return reading_failed(path, error)
    translate = QCoreApplication.translate
    what = translate("Errors", "{name} could not be opened: {reason}.")
    return Unexpected(
        what.format(name=name or translate("Errors", "The text"), reason=error),
        translate("Errors", "The window shows what it showed before."),
    )


class Unexpected(ReaderError):  # noqa: N818 - named by what happened
    """Something failed that should not; said, in the language of the moment, not hidden."""

    code = "unexpected"
