"""Opens documents in the background: reads, restores the part to be shown first, then the rest."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.text.document import Origin
from reader.text.errors import ReaderError
from reader.ui.document.opened import Opened, Request
from reader.ui.document.storage import Storage
from reader.ui.wording import as_reader_error
from reader.ui.workers import Runner, Task, collector_at_rest

if TYPE_CHECKING:
    from reader.review.history import PinnedReadings

# Shorter text is mostly restored as fast as a first part of it would be. Where its repairs
# are read from a journal that is so up to the second figure.
PREVIEW_FROM, _FROZEN_FROM = 20_000, 200_000  # code points
# Short text of which so much is not restored after so long is full of slips: a part is shown.
_SOON, _MUCH = 0.4, 0.5  # seconds of processor time; share of the text


class Opener(QObject):
    """Opens one document at a time; a new request takes the place of the one before."""

    started = Signal()
    progressed = Signal(int, int)
    """(code points restored, of how many)"""
    shown = Signal(object)
    """Opened: a first part of the document, or all of it."""
    failed = Signal(object, object)
    """(Request, ReaderError): it could not be opened."""
    ended = Signal()
    """Nothing is being opened any more."""

    def __init__(self, storage: Storage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._request: Request | None = None
        self._runner = Runner(self)
        self._runner.progressed.connect(self.progressed)
        self._runner.shown.connect(self.shown)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)

    @property
    def request(self) -> Request | None:
        """What is being opened now, or None."""
        return self._request

    def open(self, request: Request) -> None:
        """Read and restore in the background; `shown` comes once or twice, then `ended`."""
        self._request = request
        storage = self._storage
        self._runner.start(lambda task: _open(task, request, storage))
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

    def _on_finished(self, opened: Opened) -> None:
        self.shown.emit(opened)
        self._end()

    def _on_failed(self, error: Exception) -> None:
        request = self._request
        self._end()
        self.failed.emit(request, as_reader_error(error, request.path if request else None))


def _open(task: Task, request: Request, storage: Storage) -> Opened:
    # The collector works meanwhile: an address may take minutes, and what reading a file leaves in
    # cycles would be left out for good below.
    text, origin = _read(request, task)
    task.check()
    with collector_at_rest():
        opened = _restore(task, request, storage, text, origin)
        gc.freeze()  # what is there now is left out for good: it goes with the process
    from reader.review.engine import this_engine
    from reader.text.memory import give_back

    give_back()
    this_engine()  # is hashed here: the first decision is not to wait for it
    return opened


def _restore(task: Task, request: Request, storage: Storage, text: str, origin: Origin) -> Opened:
    # Here and not above: the engine takes longer to import than the window to appear.
    from reader.repair.ahead import usual_workers
    from reader.repair.caches import forget
    from reader.repair.pipeline import preview, restore
    from reader.repair.rules.apply import apply_rules
    from reader.review.finding import find_journals
    from reader.review.review import Review
    from reader.review.rules.levels import RuleFiles
    from reader.text.user_folders import data_folder

    path = None if request.path == storage.sample else request.path
    data = storage.data or data_folder()
    rules = RuleFiles(data, storage.configuration).find(path, text)
    mechanisms = apply_rules(rules.rules)
    found = find_journals(path, text, data)
    own, problem = _own_pins(storage.configuration, text)
    found = replace(found, problem=found.problem or problem)
    long = _FROZEN_FROM if found.is_frozen(text) else PREVIEW_FROM
    previewed = len(text) >= long
    began = thread_time()

    def show_part() -> None:
        near = min(max(request.near, 0), len(text))
        part = preview(text, near=near, origin=origin, mechanisms=mechanisms)
        task.show(Opened.of(found.decide_near(part, near), request, complete=False))

    def report(done: int, total: int) -> None:
        nonlocal previewed
        task.report(done, total)
        if not previewed and thread_time() - began > _SOON and done < _MUCH * total:
            previewed = True
            show_part()

    if previewed:
        show_part()
    frozen = found.thaw(text, origin)
    whole = frozen or restore(
        text,
        origin=origin,
        progress=report,
        mechanisms=mechanisms,
        workers=usual_workers(),
    )
    review = Review(
        whole,
        found,
        thawed=frozen is not None,
        name=path.name if path is not None else "",
        own=own,
        signer=storage.signer,
        rules=rules.rules,
    )
    forget()  # before the table is made, which then takes the place of what is let go of
    if previewed:
        opened = Opened.of(review.document, request)
    else:
        opened = Opened.of(review.document, request, complete=False)
        task.show(opened)  # it can be read while its table is made
        opened = opened.completed()
    return replace(opened, review=review, rules=rules)


def _own_pins(folder: Path, text: str) -> tuple[PinnedReadings, ReaderError | None]:
    """Return the readings of places that an earlier version kept, and what hinders reading them."""
    from reader.review import place_readings
    from reader.text.user_folders import PLACES

    try:
        return place_readings.load_place_readings(folder / PLACES).of(text), None
    except ReaderError as error:
        return {}, error


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
        return read_text(
            request.path,
            encoding=request.encoding,
            whole_page=request.whole_page,
            check=task.check,
        )
    if request.page is not None:
        from reader.batch.archive.opening import read_page

        return read_page(request.page, task.check)
    if request.html:
        text, origin = text_of_fragment(request.html)
        if _are_about_as_long(text, request.text):
            return text, origin
    return request.text, request.origin or Origin()


def _are_about_as_long(one: str, other: str) -> bool:
    """Tell whether two texts are about as long, blanks and list signs left out.

    What a program puts on the clipboard as HTML may be another thing than its plain text.
    """
    lengths = [sum(1 for sign in text if sign.isalnum()) for text in (one, other)]
    return max(lengths) - min(lengths) <= max(lengths) // 20
