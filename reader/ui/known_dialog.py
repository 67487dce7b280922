"""The dialog that asks which words are known already: up to a level of HSK, or those of a list."""

# Methods that Qt calls keep Qt's names and need no words of their own.

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.study.levels import LevelList


class KnownWords(NamedTuple):
    """What the user knows: all words of a list up to a level; None: those of a file."""

    levels: LevelList | None
    highest: int = 0


class KnownDialog(QDialog):
    """Offers the lists of HSK with their levels, and a file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("knownWords")
        self.setWindowTitle(self.tr("Words you know"))
        self.answer: KnownWords | None = None
        """What was chosen, None if the dialog was left."""
        says = QLabel(
            self.tr(
                "Words that you know are not marked as new, and get no pinyin where only new "
                "words have it. Words that you have set yourself stay as they are."
            ),
            self,
        )
        says.setWordWrap(True)
        says.setMinimumWidth(420)
        self.list = QComboBox(self)
        for levels, name in list_names().items():
            self.list.addItem(name, levels)
        self.list.setCurrentIndex(self.list.count() - 1)
        self.level = QComboBox(self)
        self.list.currentIndexChanged.connect(self._fill_levels)
        self._fill_levels()
        form = QFormLayout()
        form.addRow(self.tr("List"), self.list)
        form.addRow(self.tr("Up to level"), self.level)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = QPushButton(self.tr("I know these"), self)
        self.take.setDefault(True)
        self.take.clicked.connect(self._on_take)
        self.from_file = QPushButton(self.tr("From a file…"), self)
        self.from_file.setToolTip(
            self.tr("A list of words, a table (.csv), or notes exported from Anki (.txt, .apkg)")
        )
        self.from_file.setAutoDefault(False)
        self.from_file.clicked.connect(self._on_file)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.from_file, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(14)
        layout.addWidget(says)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _fill_levels(self) -> None:
        levels: LevelList = self.list.currentData()
        before = self.level.currentData() or 1
        self.level.clear()
        for level in range(1, levels.highest + 1):
            self.level.addItem("7–9" if level == 7 else str(level), level)
        self.level.setCurrentIndex(min(before, levels.highest) - 1)

    def _on_take(self) -> None:
        self.answer = KnownWords(self.list.currentData(), self.level.currentData())
        self.accept()

    def _on_file(self) -> None:
        self.answer = KnownWords(None)
        self.accept()


def list_names() -> dict[LevelList, str]:
    """Return what the lists of HSK are called."""
    translate = QCoreApplication.translate
    return {
        LevelList.HSK2: translate("KnownDialog", "HSK 2.0 (2010)"),
        LevelList.HSK2021: translate("KnownDialog", "HSK 3.0 (2021)"),
        LevelList.HSK2025: translate("KnownDialog", "HSK of 2025"),
    }
