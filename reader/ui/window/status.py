"""The line at the bottom: what the document is, how far restoring is, where the reader is."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from reader.ui.document.encoding_names import encoding_words
from reader.ui.document.opened import Opened
from reader.ui.wording import percent

_STEPS = 1000


class StatusLine(QStatusBar):
    """Summary, progress with a cancel button, repair position and zoom."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._opened: Opened | None = None
        self._working = False
        self._repair_position: tuple[int, int] | None = None
        self._zoom = 1.0
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.repair_position = QLabel(self)
        self.zoom = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.cancel_wanted)
        self.addWidget(self.summary, 1)
        for widget in (self.progress, self.cancel, self.repair_position, self.zoom):
            self.addPermanentWidget(widget)
        self.stop_progress()
        self._say()

    def set_opened(self, opened: Opened | None) -> None:
        """Sum up a document."""
        self._opened = opened
        self._say()

    def start_progress(self) -> None:
        """Show that something is being opened; how far is not known yet."""
        self._working = True
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel.show()
        self._say()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, _STEPS)
        self.progress.setValue(done * _STEPS // max(1, total))

    def stop_progress(self) -> None:
        """Nothing is being opened any more."""
        self._working = False
        self.progress.hide()
        self.cancel.hide()
        self._say()

    def set_repair_position(self, position: tuple[int, int] | None) -> None:
        """Show that the reader is at a repair: (which, of how many), counted from 1."""
        self._repair_position = position
        self._say()

    def set_zoom(self, zoom: float) -> None:
        """Show the zoom; 1.0 is not worth a word."""
        self._zoom = zoom
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        number = self.locale().toString
        self.progress.setAccessibleName(self.tr("Restoring"))
        self.cancel.setText(self.tr("Cancel"))
        if self._opened is not None:
            self.summary.setText(" · ".join(self._parts(self._opened)))
        else:
            self.summary.setText(self.tr("Opening…") if self._working else "")
        if self._repair_position is None:
            self.repair_position.setText("")
        else:
            current, total = self._repair_position
            text = self.tr("Repair {current} of {total}")
            self.repair_position.setText(text.format(current=number(current), total=number(total)))
        zoom = round(self._zoom, 2)
        self.zoom.setText("" if zoom == 1 else percent(zoom))
        self.zoom.setAccessibleName(self.tr("Zoom"))

    def _parts(self, opened: Opened) -> list[str]:
        document = opened.document
        parts = []
        if document.origin.path is not None or document.origin.format != "text":
            parts.append(encoding_words(document.origin))
        parts.append(self.tr("%Ln character(s)", "", len(document.source)))
        if opened.complete:
            applied = sum(count.applied for count in opened.tally.values())
            parts.append(self.tr("%Ln repair(s)", "", applied))
            undecided = sum(count.undecided for count in opened.tally.values())
            if undecided:
                parts.append(self.tr("%Ln undecided", "", undecided))
        elif self._working:
            parts.append(self.tr("restoring the rest…"))
        else:
            parts.append(self.tr("only partly restored"))
        if document.origin.lost:
            parts.append(self.tr("%Ln place(s) lost in decoding", "", document.origin.lost))
        return parts
