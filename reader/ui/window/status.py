"""The line at the bottom: what the document is, how far it is decided, and what keys mean now."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QWidget,
)

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.review.save_state import SaveState
from reader.ui.wording import percent

if TYPE_CHECKING:
    from reader.review.repair_table import Progress
    from reader.ui.document.opened import Opened

_STEPS = 1000
_BAR = 108  # pixels


class Hint(NamedTuple):
    """A key and what it does."""

    key: str
    does: str


class StatusLine(QStatusBar):
    """Summary or keys at the left, progress in the middle, what is left at the right."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._opened: Opened | None = None
        self._working = False
        self._repair_position: tuple[int, int] | None = None
        self._zoom = 1.0
        self._decided: Progress | None = None
        self._saved = SaveState.NOTHING
        self._reviewing: bool | None = None  # None: no panel is in front
        self._by_place = False
        self._typing = False
        self._read_words = ""
        self._rules = ("", True)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.keys = KeyHints(self)
        self.decided = DecidedBar(self)
        self.decision = QLabel(self)
        self.decision.setTextFormat(Qt.TextFormat.PlainText)
        self.left = QLabel(self)
        self.repair_position = QLabel(self)
        self.zoom = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.cancel_wanted)
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.keys)
        row.addWidget(self.summary)
        row.addStretch(1)
        for widget in (self.progress, self.cancel, self.decided, self.decision):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.repair_position, self.left, self.zoom):
            row.addWidget(widget)
        self.addWidget(whole, 1)
        self.stop_progress()
        self._say()

    def set_opened(self, opened: Opened | None) -> None:
        """Sum up a document."""
        self._opened = opened
        self._say()

    def set_decided(self, progress: Progress | None, saved: SaveState) -> None:
        """Show how far the document is decided, and whether that is saved."""
        if (progress, saved) != (self._decided, self._saved):
            self._decided, self._saved = progress, saved
            self._say()

    def set_rules(self, name: str, *, trusted: bool) -> None:
        """Name the file of rules that the folder of the document has; "" for none."""
        if (name, trusted) != self._rules:
            self._rules = name, trusted
            self._say()

    def set_mode(self, reviewing: bool | None, *, by_place: bool, typing: bool = False) -> None:
        """Say what single keys do: decide, or read; None where no panel is in front."""
        mode = reviewing, by_place, typing
        if mode != (self._reviewing, self._by_place, self._typing):
            self._reviewing, self._by_place, self._typing = mode
            self._say()

    def set_read_words(self, words: str) -> None:
        """Say how far one has read, in words; they stand there while one reads, "" for none."""
        if words != self._read_words:
            self._read_words = words
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
        if position != self._repair_position:
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
        self.cancel.setText(self.tr("Stop"))
        if self._opened is not None:
            reads = self._reviewing is False and self._read_words
            self.summary.setText(
                self._read_words if reads else "   ".join(self._parts(self._opened))
            )
        else:
            self.summary.setText(self.tr("Opening…") if self._working else "")
        self._say_mode()
        self._say_decided()
        if self._repair_position is None:
            self.repair_position.setText("")
        else:
            current, total = self._repair_position
            text = self.tr("Repair {current} of {total}")
            self.repair_position.setText(text.format(current=number(current), total=number(total)))
        self.repair_position.setVisible(
            self._repair_position is not None and self._reviewing is not True
        )
        zoom = round(self._zoom, 2)
        self.zoom.setText("" if zoom == 1 else percent(zoom))
        self.zoom.setAccessibleName(self.tr("Zoom"))

    def _say_mode(self) -> None:
        reviewing = self._reviewing is True and self._opened is not None
        learning = self._reviewing is False and self._opened is not None
        told = bool(self._read_words) if learning else not reviewing
        self.summary.setVisible(told and not self._typing)
        if self._typing:
            words = self.tr("Typing in the clean text")
            self.keys.show_hints(words, [Hint("Esc", self.tr("done"))])
        elif reviewing:
            words = (
                self.tr("Review: in text order")
                if self._by_place
                else self.tr("Review: least sure first")
            )
            hints = [
                Hint("J", self.tr("next")),
                Hint("Z", self.tr("undo")),
                Hint("F1", self.tr("all keys")),
            ]
            self.keys.show_hints(words, hints)
        elif learning:
            hints = [
                Hint("P", self.tr("pinyin")),
                Hint("T", self.tr("tones")),
                Hint("D", self.tr("glosses")),
                Hint("F1", self.tr("all keys")),
            ]
            self.keys.show_hints(self.tr("Reading"), hints)
        self.keys.setVisible(reviewing or learning or self._typing)

    def _say_decided(self) -> None:
        number = self.locale().toString
        progress = self._decided
        shown = progress is not None and progress.total > 0 and not self._working
        self.decided.setVisible(shown)
        self.decision.setVisible(shown)
        self.left.setVisible(progress is not None and not self._working)
        if progress is None:
            return
        self.decided.set_share(progress.decided / max(1, progress.total))
        words = self.tr("{decided} of {total} decided").format(
            decided=number(progress.decided), total=number(progress.total)
        )
        if not progress.left:
            words = self.tr("All {total} decided").format(total=number(progress.total))
        elif progress.decided and progress.least > 0.9:
            least = percent(progress.least)
            words = self.tr("{words}; the rest are at {least} or more").format(
                words=words, least=least
            )
        states = {
            SaveState.ALL: self.tr("all saved"),
            SaveState.SAVING: self.tr("saving…"),
            SaveState.FAILED: self.tr("not saved"),
            SaveState.READ_ONLY: self.tr("read-only"),
        }
        if self._saved in states:
            words = self.tr("{words}, {state}").format(words=words, state=states[self._saved])
        self.decision.setText(words)
        left = [
            (progress.unsure, self.tr("%Ln unsure", "", progress.unsure)),
            (progress.undecided, self.tr("%Ln undecided", "", progress.undecided)),
            (progress.lost, self.tr("%Ln lost", "", progress.lost)),
        ]
        self.left.setText("   ".join(text for count, text in left if count))

    def _parts(self, opened: Opened) -> list[str]:
        from reader.ui.document.encoding_names import encoding_words  # not needed to start

        document = opened.document
        parts = []
        if document.origin.path is not None or document.origin.format != "text":
            parts.append(encoding_words(document.origin))
        parts.append(self.tr("%Ln character(s)", "", len(document.source)))
        if opened.complete:
            applied = sum(count.applied for count in opened.tally.values())
            parts.append(self.tr("%Ln repair(s)", "", applied))
        elif self._working:
            parts.append(self.tr("restoring the rest…"))
        else:
            parts.append(self.tr("only partly restored"))
        name, trusted = self._rules
        if name:
            words = self.tr("Rules: {name}") if trusted else self.tr("Rules: {name} (off)")
            parts.append(words.format(name=name))
        if document.origin.lost:
            parts.append(self.tr("%Ln place(s) lost in decoding", "", document.origin.lost))
        return parts


class DecidedBar(QWidget):
    """How much is decided, as a thin bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """Show a share (0..1)."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        track = self.rect().adjusted(0, 3, 0, -3)
        painter.setBrush(theme_colour("press", dark=dark))
        painter.drawRoundedRect(track, 3, 3)
        done = self._share >= 1
        painter.setBrush(theme_colour("ok" if done else "cur", dark=dark))
        track.setWidth(round(track.width() * self._share))
        painter.drawRoundedRect(track, 3, 3)
        painter.end()


class KeyHints(QWidget):
    """A few words, and keys with what they do, as many of them as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._hints: Sequence[Hint] = ()

    def show_hints(self, words: str, hints: Sequence[Hint]) -> None:
        """Show other words and keys."""
        self._words, self._hints = words, hints
        self.setAccessibleName(". ".join([words, *(f"{hint.key}: {hint.does}" for hint in hints)]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self._hints), self.fontMetrics().height() + 6)

    def _width_of(self, hints: Sequence[Hint]) -> int:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words)
        for hint in hints:
            width += metrics.horizontalAdvance(hint.key + hint.does) + 12 + 6 + 14
        return width + 4

    def _fitting(self) -> Sequence[Hint]:
        """Return the hints there is room for; the last one, F1, tells the others and goes last."""
        hints = list(self._hints)
        while hints and self._width_of(hints) > self.width():
            del hints[-2 if len(hints) > 1 else -1]
        return hints

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self.palette())
        muted = theme_colour("muted", dark=dark)
        metrics = self.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        box = self.rect()
        painter.setPen(muted)
        painter.drawText(box, middle, self._words)
        x = metrics.horizontalAdvance(self._words) + 14
        for hint in self._fitting():
            width = metrics.horizontalAdvance(hint.key) + 12
            cap = box.adjusted(0, 2, 0, -2)
            cap.setLeft(x)
            cap.setWidth(width)
            painter.setPen(theme_colour("mid", dark=dark))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(muted)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, hint.key)
            words = box.adjusted(x + width + 6, 0, 0, 0)
            painter.drawText(words, middle, hint.does)
            x += width + 6 + metrics.horizontalAdvance(hint.does) + 14
        painter.end()
