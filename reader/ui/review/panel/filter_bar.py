"""What of the repairs the table shows: kinds, what was decided, how sure, and a text."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.review.repair_columns import Pair
from reader.review.repair_order import RepairFilter, Showing
from reader.text.kinds import RepairKind
from reader.ui.flow import FlowLayout
from reader.ui.panes.card_labels import visible
from reader.ui.parts.buttons import KeyButton
from reader.ui.parts.fields import KeyField, ThinSlider
from reader.ui.parts.labels import QuietLabel
from reader.ui.review.panel.buttons import FilterChip, filter_title
from reader.ui.wording import percent, rule_title

_CHIPS = (
    RepairKind.SLIP, RepairKind.VARIANT, RepairKind.GLOSS, RepairKind.SCRIPT,
    RepairKind.PUNCTUATION, RepairKind.ENCODING, RepairKind.DEBRIS, RepairKind.MANUAL,
)  # fmt: skip
"""In this order: what is least sure comes first."""
_FULL = 100
_PAUSE = 120  # ms after the last key before the text is looked for


class FilterBar(QWidget):
    """The chips, the slider and the fields above the table."""

    changed = Signal()
    """`chosen` is another filter."""
    left = Signal()
    """Enter or Esc was pressed in the search field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair: Pair | None = None
        self._rule = ""
        self._counts: Mapping[Showing, int] = {}
        self.chips = {kind: FilterChip(kind, self) for kind in _CHIPS}
        flow = FlowLayout(gap=6)
        for chip in self.chips.values():
            chip.setVisible(False)
            chip.toggled.connect(self._on_changed)
            flow.addWidget(chip)
        self.showing = QComboBox(self)
        self.showing.setObjectName("showing")
        for _ in Showing:
            self.showing.addItem("")
        self.showing.currentIndexChanged.connect(self._on_changed)
        self._sure_title = QuietLabel(self)
        self.sure = ThinSlider(self)
        self.sure.setRange(0, _FULL)
        self.sure.setValue(_FULL)
        self.sure.valueChanged.connect(self._on_sure)
        self._sure_value = QLabel(self)
        self._sure_value.setTextFormat(Qt.TextFormat.PlainText)
        self._sure_value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.search = KeyField("/", self, at_right=True)
        self.search.setObjectName("repairSearch")
        self.search.setMinimumWidth(70)
        self.search.entered.connect(self.left)
        self.search.left.connect(self.left)
        # The rule, or the one pair, that alone is shown; a click shows all again.
        self._only = KeyButton("", self)
        self._only.setVisible(False)
        self._only.clicked.connect(self.show_all_pairs)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_text)
        self._first = QHBoxLayout()
        self._second = QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(6)
        column.addLayout(flow)
        column.addWidget(self._only, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._first)
        column.addLayout(self._second)
        self._is_wide: bool | None = None
        self.set_wide(False)
        self._say()

    def set_wide(self, wide: bool) -> None:
        """Put all fields in one row, or in two."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        for row in (self._first, self._second):
            while row.takeAt(0) is not None:
                pass
        self._first.addWidget(self.showing, 3)
        (self._first if wide else self._second).addWidget(self._sure_title)
        target = self._first if wide else self._second
        target.addWidget(self.sure, 3)
        target.addWidget(self._sure_value)
        self._first.addWidget(self.search, 2)

    @property
    def chosen(self) -> RepairFilter:
        """What is shown."""
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        showing = list(Showing)[max(0, self.showing.currentIndex())]
        sure = self.sure.value() / _FULL
        return RepairFilter(kinds, showing, sure, self._rule, self.search.text(), self._pair)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but what was decided is left out."""
        chosen = self.chosen
        return chosen != RepairFilter(showing=chosen.showing)

    def set_counts(self, kinds: Mapping[RepairKind, int], decisions: Mapping[Showing, int]) -> None:
        """Say how many repairs there are of each kind, and how many are decided on."""
        for kind, chip in self.chips.items():
            chip.set_count(kinds.get(kind, 0))
        self._counts = decisions
        self._say_showing()
        self.updateGeometry()

    def show_only(self, showing: Showing) -> None:
        """Show what is to decide, what is decided, or all."""
        self.showing.setCurrentIndex(list(Showing).index(showing))

    def show_pair(self, pair: Pair) -> None:
        """Show the repairs of one pair alone."""
        self._pair, self._rule = pair, ""
        self._show_only_changed()

    def show_rule(self, rule: str) -> None:
        """Show the repairs of one rule alone."""
        self._pair, self._rule = None, rule
        self._show_only_changed()

    def show_all_pairs(self) -> None:
        """Show all pairs and all rules again."""
        self._pair, self._rule = None, ""
        self._show_only_changed()

    def clear(self) -> None:
        """Leave nothing out but by what was decided."""
        self.blockSignals(True)
        for chip in self.chips.values():
            chip.setChecked(True)
        self.sure.setValue(_FULL)
        self.search.clear()
        self.show_all_pairs()
        self.blockSignals(False)
        self._timer.stop()
        self.changed.emit()

    def describe(self) -> str:
        """Return what is chosen, in words; empty where nothing is left out."""
        chosen = self.chosen
        words = []
        present = [kind for kind, chip in self.chips.items() if not chip.isHidden()]
        on = [kind for kind in present if kind in chosen.kinds]
        if len(on) < len(present):
            words.append(" ".join(map(filter_title, on)) or self.tr("no kind"))
        if chosen.showing is not Showing.ALL:
            words.append(self._showing_words()[chosen.showing])
        if chosen.sure_up_to < 1:
            words.append(self.tr("sure up to {percent}").format(percent=percent(chosen.sure_up_to)))
        if self._pair is not None:
            words.append(f"{visible(self._pair.before)} → {visible(self._pair.after)}")
        if self._rule:
            words.append(rule_title(self._rule))
        if chosen.text:
            words.append(self.tr("“{text}”").format(text=visible(chosen.text)))
        return self.tr(", ").join(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._say_showing()
        self.showing.setAccessibleName(self.tr("Decision"))
        self._sure_title.setText(self.tr("sure up to"))
        self.sure.setAccessibleName(self.tr("sure up to"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search repairs"))
        self._say_sure()

    def _showing_words(self) -> dict[Showing, str]:
        return {
            Showing.TO_DECIDE: self.tr("To decide"),
            Showing.DECIDED: self.tr("Decided"),
            Showing.ALL: self.tr("All repairs"),
        }

    def _say_showing(self) -> None:
        words = self._showing_words()
        for number, showing in enumerate(Showing):
            count = self.locale().toString(self._counts.get(showing, 0))
            self.showing.setItemText(number, f"{words[showing]} · {count}")

    def _say_sure(self) -> None:
        self._sure_value.setText(percent(self.sure.value() / _FULL))
        whole = self._sure_value.fontMetrics().horizontalAdvance(percent(1.0))
        self._sure_value.setMinimumWidth(whole + 2)

    def _show_only_changed(self) -> None:
        text = rule_title(self._rule)
        if self._pair is not None:
            text = f"{visible(self._pair.before)} → {visible(self._pair.after)}"
        self._only.setText(f"{text}  ×" if text else "")
        self._only.setVisible(bool(text))
        self._on_changed()

    def _on_sure(self) -> None:
        self._say_sure()
        self._timer.start()

    def _on_text(self) -> None:
        self._timer.start()

    def _on_changed(self) -> None:
        self._timer.stop()
        self.changed.emit()
