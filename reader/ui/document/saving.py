"""Saving the clean text and exporting: where to is asked once, and no file is lost by accident."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.export.material import Material
from reader.export.table import TEXT, Export
from reader.export.typeset import Typeset
from reader.text.errors import ReaderError
from reader.text.files import encode_text, write_bytes
from reader.text.messages import CONTROLS
from reader.ui import settings
from reader.ui.document.exporting import Exporter, ExportJob
from reader.ui.document.opened import Opened, Request
from reader.ui.messages import Message
from reader.ui.panes.pane_readings import PaneReadings
from reader.ui.questions import Questions
from reader.ui.settings import Settings
from reader.ui.wording import sentences

if TYPE_CHECKING:
    from reader.study.dictionary.glossary import Glossary

_REMEMBERED = 200  # documents
_STEP = 10  # percent, so that nothing else that is said goes under


class Saving(QObject):
    """Writes what is made of a document.

    The clean text goes where it went before, if the file there is still as it was written; the
    damaged original is replaced only by who says so each time.
    """

    said = Signal(object)
    """Message: something was written."""
    written = Signal(object)
    """Path: an export is there now."""
    failed = Signal(object)
    """ReaderError: something could not be written."""

    def __init__(
        self,
        store: Settings,
        questions: Questions,
        readings: PaneReadings,
        sample: Path | None,
        window: QWidget,
    ) -> None:
        """`sample` is a file beside which nothing is suggested to be saved: the sample."""
        super().__init__(window)
        self._store = store
        self._questions = questions
        self._readings = readings
        self._sample = sample
        self._window = window
        self._last: tuple[Request, Path, str] | None = None  # of a text without a file
        self._exporter = Exporter(self)
        self.glossaries: Callable[[], tuple[Glossary, ...]] = lambda: ()
        """Gives those of the user, in order."""
        self._told = 0  # percent of what is being exported
        self._exporter.progressed.connect(self._on_progressed)
        self._exporter.written.connect(self._on_written)
        self._exporter.failed.connect(self.failed)

    def close(self) -> None:
        """Finish what is being written, and no more."""
        self._exporter.close()

    def save(self, opened: Opened) -> None:
        """Save the clean text where it was saved before; ask if it never was."""
        before = self._before(opened.request)
        if before is not None and _hash_of(before[0]) == before[1]:
            self._write(opened, before[0])
        else:
            self.save_as(opened)

    def save_as(self, opened: Opened) -> None:
        """Ask for a name and save the clean text there."""
        before = self._before(opened.request)
        path = self._ask(opened, TEXT, before[0] if before else None)
        if path is not None:
            self._write(opened, path)

    def export(self, opened: Opened, export: Export) -> None:
        """Ask for a name and write there what else can be made of the document."""
        original = opened.request.path
        title = original.name if original is not None else opened.request.address
        path = self._ask(opened, export)
        if path is not None:
            of, review = self._readings.blocks, opened.review
            material = Material(
                opened.document,
                title,
                options=of.options,
                user=of.user,
                pinned=of.pinned,
                own=of.own,
                glossaries=self.glossaries(),
                notes=review.notes if review is not None else {},
                signatures=review.history.signatures() if review is not None else {},
                translate=QCoreApplication.translate,
                typeset=_typeset,
            )
            self._say_saving(path)
            self._exporter.export(ExportJob(export, material, path))

    def _write(self, opened: Opened, path: Path) -> None:
        data = encode_text(opened.document.text)
        try:
            write_bytes(path, data)
        except ReaderError as error:
            self.failed.emit(error)
            return
        self._remember(opened.request, path, sha256(data).hexdigest())
        counts = opened.tally.values()
        undecided = sum(count.undecided for count in counts)
        lost = sum(count.lost for count in counts)
        open_places = self.tr("%Ln place(s) are undecided.", "", undecided) if undecided else ""
        gaps = self.tr("%Ln place(s) are lost.", "", lost) if lost else ""
        both = sentences(open_places, gaps) if open_places and gaps else open_places or gaps
        text = self.tr("The clean text was saved as {name}.").format(name=path.name)
        self.said.emit(Message(text, both))

    # -- where to

    def _original(self, opened: Opened) -> Path | None:
        path = opened.request.path
        return None if path == self._sample else path

    def _ask(self, opened: Opened, export: Export, before: Path | None = None) -> Path | None:
        """Ask where to save; return None if the user gave up."""
        original = self._original(opened)
        suggested = before or self._suggest(export, original)
        path = self._questions.save_path(self._window, suggested, export)
        if path is None:
            return None
        if not path.suffix:
            path = path.with_suffix(suggested.suffix)
            if path.exists():
                # The dialog asked about the name as it was typed; this file was not confirmed.
                path = self._questions.save_path(self._window, path, export)
                if path is None:
                    return None
        if (
            original is not None
            and _is_same(path, original)
            and not self._questions.overwrite_original(self._window, path)
        ):
            return None
        self._store.set(settings.FOLDER, str(path.parent))
        return path

    def _suggest(self, export: Export, original: Path | None) -> Path:
        """Return a name for what is saved, beside the original where there is one."""
        if original is not None:
            return original.with_name(export.suggest_name(original.stem))
        return Path(self._store.get(settings.FOLDER)) / export.suggest_name()

    def _before(self, request: Request) -> tuple[Path, str] | None:
        """Return where the text of a request was saved, and the SHA-256 of what was written."""
        if request.path is None or request.path == self._sample:
            last = self._last
            return last[1:] if last is not None and last[0] is request else None
        digest, _, name = (
            self._store.get(settings.SAVED_AS).get(_key(request.path), "").partition(" ")
        )
        return (Path(name), digest) if name else None

    def _remember(self, request: Request, path: Path, digest: str) -> None:
        if request.path is None or request.path == self._sample:
            self._last = request, path, digest
            return
        saved = dict(self._store.get(settings.SAVED_AS))
        saved.pop(_key(request.path), None)
        if not _is_same(path, request.path):
            saved[_key(request.path)] = f"{digest} {path.absolute()}"
        self._store.set(settings.SAVED_AS, dict(list(saved.items())[-_REMEMBERED:]))

    def _on_progressed(self, path: Path, done: int, total: int) -> None:
        percent = 100 * done // total if total else 0
        if percent >= self._told + _STEP:
            self._say_saving(path, percent)

    def _say_saving(self, path: Path, percent: int = 0) -> None:
        self._told = percent
        what = self.tr("Saving {name}…").format(name=path.name)
        if percent:
            what = self.tr("Saving {name}: {percent}%").format(name=path.name, percent=percent)
        self.said.emit(Message(what, button=self.tr("Stop"), do=self._stop))

    def _stop(self) -> None:
        self._exporter.stop()
        self.said.emit(Message(self.tr("Export stopped.")))

    def _on_written(self, path: Path, unwritable: int) -> None:
        shown = QCoreApplication.translate("Exports", CONTROLS).format(count=unwritable)
        what = self.tr("{name} was saved.").format(name=path.name)
        self.said.emit(Message(what, shown if unwritable else ""))
        self.written.emit(path)


def _key(path: Path) -> str:
    return str(path.absolute())


def _hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, empty if it cannot be read: somebody may have changed it."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()


def _typeset(pages: Typeset) -> bytes:
    from reader.ui.typesetting.pdf import typeset_pdf  # not needed to start

    return typeset_pdf(pages)
