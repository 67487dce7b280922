"""The hardest words of the library as a card: keys say how well one knows them."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from reader.study.statistics import HardWord
from reader.study.status import WordStatus
from reader.ui.library import wording
from reader.ui.library.card import CardFrame, dress_table, fill_table
from reader.ui.library.chart import Table
from reader.ui.parts.drawing import scaled
from reader.ui.parts.labels import plain_label, plain_tip
from reader.ui.study.status_strip import status_of_key

_ROW = 30
_WORD, _PINYIN, _MEANING, _LEVEL, _TIMES = range(5)
_WIDTHS = {_WORD: 96, _PINYIN: 132, _LEVEL: 72, _TIMES: 64}
_WIDEST = {_WORD: 160, _PINYIN: 132}  # that a column grows to for what it shows
_WIDEST_ROOMY = {_WORD: 200, _PINYIN: 220}
_ROOMY = 500  # pixels from which there is room for the level, too


class Hardest(Enum):
    """Which words these are."""

    FREQUENT = "frequent"
    RARE = "rare"


class _Words(QTableWidget):
    """Keys give the word of the current row a status."""

    status_wanted = Signal(int, object)
    """(row, WordStatus)"""
    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = status_of_key(event.text())
        if status is not None and self.currentRow() >= 0:
            self.status_wanted.emit(self.currentRow(), status)
        elif event.text().lower() == "z" or event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


class WordsCard(CardFrame):
    """A short list of words that are still to be learned."""

    status_wanted = Signal(str, object)
    """(word, WordStatus)"""
    undo_wanted = Signal()

    def __init__(self, kind: Hardest, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words: Sequence[HardWord] = ()
        self._is_ready = False  # until the first words are there
        self.table = _Words(self)
        self.table.setObjectName("hardWords")
        dress_table(self.table)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.hint = plain_label(self, wrap=True)
        self.hint.setProperty("quiet", True)
        self.column.addWidget(self.table)
        self.column.addWidget(self.hint)
        self.table.status_wanted.connect(self._on_status)
        self.table.undo_wanted.connect(self.undo_wanted)
        self._say()

    def set_words(self, words: Sequence[HardWord]) -> None:
        """Show these words; the row that was the current one stays it."""
        row = max(0, self.table.currentRow())
        had_focus = self.table.hasFocus()
        self._words, self._is_ready = words, True
        self._fill()
        if words and had_focus:
            self.table.selectRow(min(row, len(words) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_LEVEL, self.width() < _ROOMY)
        self._size_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._fill()

    def _on_status(self, row: int, status: WordStatus) -> None:
        self.status_wanted.emit(self._words[row].word, status)

    def _fill(self) -> None:
        number = self.locale().toString
        heads = (
            self.tr("Word"),
            self.tr("Pinyin"),
            self.tr("Meaning"),
            self.tr("Level"),
            self.tr("Times"),
        )
        rows = tuple(
            (
                one.word,
                one.pinyin,
                one.gloss,
                wording.level_name(one.level) if one.level else "–",
                number(one.times),
            )
            for one in self._words
        )
        fill_table(self.table, Table(heads, rows))
        font = scaled(self.font(), 1.15)
        header = self.table.horizontalHeader()
        for column in _WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for row, one in enumerate(self._words):
            word = self.table.item(row, _WORD)
            if word is not None:
                word.setFont(font)
            for column, whole in ((_WORD, one.word), (_PINYIN, one.pinyin), (_MEANING, one.gloss)):
                item = self.table.item(row, column)
                if item is not None:
                    item.setToolTip(plain_tip(whole))
        self._size_columns()
        height = header.sizeHint().height() + _ROW * len(self._words) + 2
        self.table.setFixedHeight(height)
        self.table.setVisible(bool(self._words))
        self._say_hint()

    def _size_columns(self) -> None:
        """Give words the room they need: 国际共产主义运动 is no word to learn when cut short."""
        widest = _WIDEST_ROOMY if self.width() >= _ROOMY else _WIDEST
        for column, width in _WIDTHS.items():
            needed = self.table.sizeHintForColumn(column) if column in widest else 0
            most = widest.get(column, width)
            self.table.setColumnWidth(column, min(most, max(width, needed)))

    def _say(self) -> None:
        titles = {
            Hardest.FREQUENT: self.tr("Most frequent unknown words"),
            Hardest.RARE: self.tr("Rarest unknown words"),
        }
        self.heading.setText(titles[self._kind])
        self.table.setAccessibleName(titles[self._kind])
        self._say_hint()

    def _say_hint(self) -> None:
        if self._words:
            self.hint.setText(self.tr("K known, 1–4 learning, I ignored, Z undo"))
        else:
            self.hint.setText(self.tr("Nothing yet.") if self._is_ready else "…")
