"""Reads sentences aloud, one at a time: one speaker for all tabs of a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reader.text.errors import ReaderError
from reader.ui.wording import as_reader_error, error_text
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.study.speech import Voice

Span = tuple[int, int]
Sentences = Iterable[tuple[Span, str]]


class Speaker(QObject):
    """Looks once for a voice and lends it to whoever asks last."""

    changed = Signal()
    """There is a voice, or none after all; or it begins or ends to speak."""
    reached = Signal(object)
    """(start, end) of the sentence that is spoken from now on."""
    failed = Signal(object)
    """ReaderError: nothing could be heard."""

    def __init__(self, rate: Callable[[], float], parent: QObject) -> None:
        """`rate` gives the speed, 1 for the usual one."""
        super().__init__(parent)
        self._rate = rate
        self._has_looked = False
        self._voice: Voice | None = None
        self._problem: ReaderError | None = None
        self._owner: QObject | None = None
        self._search = Runner(self)
        self._search.finished.connect(self._on_voice)
        self._search.failed.connect(self._on_no_voice)
        self._runner = Runner(self)
        self._runner.shown.connect(self._on_sentence)
        self._runner.finished.connect(self.stop)
        self._runner.failed.connect(self._on_failed)

    @property
    def can_speak(self) -> bool:
        """Whether a voice was found."""
        return self._voice is not None

    @property
    def reason(self) -> str:
        """Why nothing can be read aloud, and what to do; empty if it can."""
        if self._voice is not None:
            return ""
        if self._problem is None:
            return QCoreApplication.translate("Speaker", "Looking for a Chinese voice…")
        return " ".join(error_text(self._problem))

    def look_for_voice(self) -> None:
        """Look for a voice in the background; only the first call does."""
        if self._has_looked:
            return
        self._has_looked = True
        from reader.study.speech import find_programs, find_voice  # not needed to start

        programs = find_programs()
        self._search.start(lambda task: find_voice(programs, task.check))

    def is_reading_for(self, owner: QObject) -> bool:
        """Tell whether it reads aloud what this one asked for."""
        return self._owner is owner

    def read(self, sentences: Sentences, owner: QObject) -> None:
        """Read sentences aloud; what is being read is stopped."""
        if self._voice is None:
            return
        voice, rate = self._voice, self._rate()
        self._owner = owner
        self._runner.start(lambda task: _read(sentences, voice, rate, task))
        self.changed.emit()

    def stop(self) -> None:
        """Be silent."""
        self._runner.cancel()
        if self._owner is not None:
            self._owner = None
            self.changed.emit()

    def stop_for(self, owner: QObject) -> None:
        """Be silent if this one asked for what is read."""
        if self._owner is owner:
            self.stop()

    def close(self) -> None:
        """Be silent; no program and no thread is left."""
        self.stop()
        self._search.close()
        self._runner.close()

    def _on_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.changed.emit()

    def _on_no_voice(self, error: Exception) -> None:
        self._problem = as_reader_error(error, None)
        self.changed.emit()

    def _on_sentence(self, span: Span) -> None:
        self.reached.emit(span)
        self._runner.go_on()

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(as_reader_error(error, None))


def _read(sentences: Sentences, voice: Voice, rate: float, task: Task) -> None:
    """Read sentences aloud, in a thread."""
    from reader.study.speech import speak

    for span, text in sentences:
        task.show(span)
        speak(voice, text, rate=rate, check=task.check)
