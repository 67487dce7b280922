"""The row of statuses of a word: new, four steps of learning, known, ignored, each with its key."""

# Methods that Qt calls keep Qt's names and need no words of their own.

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.study.status import WordStatus
from reader.ui.panes.card_labels import label, smaller

KEYS = {
    WordStatus.NEW: "0",
    WordStatus.LEARNING_1: "1",
    WordStatus.LEARNING_2: "2",
    WordStatus.LEARNING_3: "3",
    WordStatus.LEARNING_4: "4",
    WordStatus.KNOWN: "K",
    WordStatus.IGNORED: "I",
}


def status_of_key(text: str) -> WordStatus | None:
    """Return the status that a key sets, None for other keys."""
    return next((status for status, key in KEYS.items() if key == text.upper()), None)


def status_name(status: WordStatus) -> str:
    """Return what a status is called."""
    translate = QCoreApplication.translate
    if status.is_learning:
        return translate("Status", "learning {step}").format(step=status.step)
    return {
        WordStatus.NEW: translate("Status", "new"),
        WordStatus.KNOWN: translate("Status", "known"),
        WordStatus.IGNORED: translate("Status", "ignored"),
    }[status]


class StatusStrip(QWidget):
    """Buttons of which the one of the word's status is pressed."""

    chosen = Signal(object)
    """WordStatus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        name = QCoreApplication.translate("StatusStrip", "How well you know this word")
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(3)
        self._title = label("", self, quiet=True)
        self._title.setFont(smaller(self._title.font()))
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[WordStatus, QPushButton] = {}
        words = {
            WordStatus.NEW: self.tr("New"),
            WordStatus.KNOWN: self.tr("Known"),
            WordStatus.IGNORED: self.tr("Ignore"),
        }
        for status, key in KEYS.items():
            button = QPushButton(f"{key} {words[status]}" if status in words else key, self)
            button.setCheckable(True)
            button.setAccessibleName(status_name(status))
            button.setProperty("first", status is WordStatus.NEW)
            button.setProperty("last", status is WordStatus.IGNORED)
            button.clicked.connect(lambda _=False, status=status: self.chosen.emit(status))
            self._group.addButton(button)
            self._buttons[status] = button
            row.addWidget(button, 0 if status.is_learning else 1)
        column.addLayout(row)

    def show_status(self, status: WordStatus) -> None:
        """Press the button of a status."""
        self._buttons[status].setChecked(True)
        if status.is_learning:
            text = self.tr("You are learning it: step {step} of 4").format(step=status.step)
        else:
            text = {
                WordStatus.NEW: self.tr("New to you"),
                WordStatus.KNOWN: self.tr("You know it"),
                WordStatus.IGNORED: self.tr("Not to be learned"),
            }[status]
        self._title.setText(text)
