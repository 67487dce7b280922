"""What of the words the list shows: whose, how well known, up to which level, and a text."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reader.study.word_table import WordColumn, WordFilter, WordGroup
from reader.ui.flow import FlowLayout
from reader.ui.panes.card_labels import visible
from reader.ui.parts.buttons import Chip, KeyButton
from reader.ui.parts.fields import KeyField
from reader.ui.study.list_counting import Source
from reader.ui.study.list_marks import MARK_WIDTH, draw_mark, group_explanation, group_title

_PAUSE = 120  # ms after the last key before the text is looked for
_LEVELS = (None, 1, 2, 3, 4, 5, 6, 7)
_ORDERS = (
    WordColumn.PLACE, WordColumn.COUNT, WordColumn.LEVEL, WordColumn.FREQUENCY,
    WordColumn.STATUS, WordColumn.PINYIN,
)  # fmt: skip
_OFF = frozenset((WordGroup.NAME, WordGroup.DOUBTFUL))  # not shown until somebody asks


class GroupChip(Chip):
    """Switches the words of a group on and off."""

    def __init__(self, group: WordGroup, parent: QWidget) -> None:
        super().__init__(MARK_WIDTH, parent)
        self.word_group = group
        self.setChecked(group not in _OFF)
        self.say()

    def title(self) -> str:
        return group_title(self.word_group)

    def explanation(self) -> str:
        return group_explanation(self.word_group)

    def draw_sample(self, painter: QPainter, box: QRectF) -> None:
        draw_mark(painter, box, self.word_group, self)


class ListFilters(QWidget):
    """The switch, the chips and the fields above the list."""

    changed = Signal()
    """`chosen` is another filter."""
    source_changed = Signal()
    order_chosen = Signal(object)
    """WordColumn."""
    left = Signal()
    """Enter or Esc was pressed in the search field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sources = {source: KeyButton("", self) for source in Source}
        self._group = QButtonGroup(self)
        for button in self.sources.values():
            button.setCheckable(True)
            self._group.addButton(button)
        self.sources[Source.DOCUMENT].setChecked(True)
        self._group.buttonClicked.connect(lambda: self.source_changed.emit())
        self.chips = {group: GroupChip(group, self) for group in WordGroup}
        flow = FlowLayout(gap=6)
        for chip in self.chips.values():
            chip.setVisible(False)
            chip.toggled.connect(self._on_changed)
            flow.addWidget(chip)
        self.level = QComboBox(self)
        self.level.setObjectName("listLevel")
        for _ in _LEVELS:
            self.level.addItem("")
        self.level.currentIndexChanged.connect(self._on_changed)
        self.order = QComboBox(self)
        self.order.setObjectName("listOrder")
        for _ in _ORDERS:
            self.order.addItem("")
        self.order.activated.connect(lambda at: self.order_chosen.emit(_ORDERS[at]))
        self.search = KeyField("/", self, at_right=True)
        self.search.setObjectName("wordSearch")
        self.search.setMinimumWidth(120)
        self.search.entered.connect(self._on_entered)
        self.search.left.connect(self.left)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._timer.start)
        self._rows = tuple(QHBoxLayout() for _ in range(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(8)
        for row in self._rows:
            row.setSpacing(8)
        column.addLayout(self._rows[0])
        column.addLayout(flow)
        column.addLayout(self._rows[1])
        column.addLayout(self._rows[2])
        self._is_wide: bool | None = None
        self.set_wide(False)
        self._say()

    def set_wide(self, wide: bool) -> None:
        """Put all fields in one row, or in three."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        for row in self._rows:
            while row.takeAt(0) is not None:
                pass
        first, second, third = (self._rows[0],) * 3 if wide else self._rows
        for button in self.sources.values():
            first.addWidget(button, 0 if wide else 1)
        second.addWidget(self.search, 1)
        third.addWidget(self.level, 0 if wide else 1)
        third.addWidget(self.order, 0 if wide else 1)

    @property
    def source(self) -> Source:
        """Whose words are listed."""
        return next(one for one, button in self.sources.items() if button.isChecked())

    @property
    def chosen(self) -> WordFilter:
        """What is shown."""
        groups = frozenset(group for group, chip in self.chips.items() if chip.isChecked())
        level = _LEVELS[max(0, self.level.currentIndex())]
        return WordFilter(groups, level, self.search.text())

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out but what is left out at first."""
        return self.chosen != WordFilter(frozenset(WordGroup) - _OFF)

    def set_counts(self, counts: Mapping[WordGroup, int]) -> None:
        """Say how many words each group has."""
        for group, chip in self.chips.items():
            chip.set_count(counts.get(group, 0))
        self.updateGeometry()

    def show_order(self, column: WordColumn) -> None:
        """Say what the words are in order of, without telling of it."""
        self.order.setCurrentIndex(_ORDERS.index(column))

    def clear(self) -> None:
        """Show again what is shown at first."""
        self.blockSignals(True)
        for group, chip in self.chips.items():
            chip.setChecked(group not in _OFF)
        self.level.setCurrentIndex(0)
        self.search.clear()
        self.blockSignals(False)
        self._on_changed()

    def describe(self) -> str:
        """Return what is chosen, in words; empty where nothing is left out."""
        chosen = self.chosen
        words = []
        present = [group for group, chip in self.chips.items() if not chip.isHidden()]
        on = [group for group in present if group in chosen.groups]
        if len(on) < len(present):
            none = self.tr("no status")
            words.append(self.tr(" + ").join(map(group_title, on)) or none)
        if chosen.level_up_to is not None:
            words.append(self.level.currentText())
        if chosen.text.strip():
            words.append(self.tr("“{text}”").format(text=visible(chosen.text.strip())))
        return self.tr(", ").join(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.sources[Source.DOCUMENT].setText(self.tr("This document"))
        self.sources[Source.MINE].setText(self.tr("All my words"))
        for at, level in enumerate(_LEVELS):
            text = self.tr("All levels")
            if level is not None:
                shown = "7–9" if level == _LEVELS[-1] else str(level)
                text = self.tr("Up to HSK {level}").format(level=shown)
            self.level.setItemText(at, text)
        self.level.setAccessibleName(self.tr("Level"))
        names = {
            WordColumn.PLACE: self.tr("In order of the text"),
            WordColumn.COUNT: self.tr("By count here"),
            WordColumn.LEVEL: self.tr("By level"),
            WordColumn.FREQUENCY: self.tr("By frequency"),
            WordColumn.STATUS: self.tr("By status"),
            WordColumn.PINYIN: self.tr("By pinyin"),
        }
        if self.source is Source.MINE:
            names[WordColumn.PLACE] = self.tr("Last changed first")
        for at, column in enumerate(_ORDERS):
            self.order.setItemText(at, names[column])
        self.order.setAccessibleName(self.tr("Order"))
        self.search.setPlaceholderText(self.tr("Hanzi, pinyin or meaning"))
        self.search.setAccessibleName(self.tr("Search words"))

    def say_order(self) -> None:
        """Say what the first order is for the words of the moment."""
        self._say()

    def _on_entered(self) -> None:
        if self._timer.isActive():  # Enter does not wait
            self._on_changed()
        self.left.emit()

    def _on_changed(self) -> None:
        self._timer.stop()
        self.changed.emit()
