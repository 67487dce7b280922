"""What is chosen and not typed: which of Jingdu's rules are on, and the style of punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.repair.rules.known import MECHANISM_TITLES, RULE_TITLES, RULES_OF
from reader.repair.rules.model import QUOTES, Digits, Marks, Rules

translate = QCoreApplication.translate
_ID = Qt.ItemDataRole.UserRole
_WIDE = 320  # pixels
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SwitchTree(QWidget):
    """Jingdu's rules under what they undo; what has no tick is off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = QLabel(translate("Rules", "Rules without a check mark are not applied."), self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("quiet", True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(translate("Rules", "Built-in rules"))
        for mechanism, rules in RULES_OF.items():
            parent_item = self._add(self.tree, mechanism, MECHANISM_TITLES[mechanism])
            if len(rules) > 1:
                for rule in rules:
                    self._add(parent_item, rule, RULE_TITLES[rule])
        self.tree.itemChanged.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(note)
        column.addWidget(self.tree, 1)
        self._off_below: Set[str] = frozenset()
        self._said_off: Set[str] = frozenset()

    def _add(self, parent: QTreeWidget | QTreeWidgetItem, rule: str, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [translate("Rules", title)])
        item.setData(0, _ID, rule)
        item.setToolTip(0, rule)
        item.setCheckState(0, _ON)
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is not None:
                yield top
                yield from _children(top)

    def show_rules(self, rules: Rules, off_below: Set[str]) -> None:
        """Show what rules switch off and on; `off_below` are ids that lower levels have off."""
        self._off_below, self._said_off = off_below, frozenset(rules.switched_off)
        off = (off_below | self._said_off) - set(rules.switched_on)
        self.tree.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, _ON if off.isdisjoint(_ids_of(item)) else _OFF)
        self._grey_out()
        self.tree.blockSignals(False)

    def read_rules(self, rules: Rules) -> Rules:
        """Return rules with what is switched here."""
        off: list[str] = []
        on: list[str] = []
        for item in self._items():
            ids = _ids_of(item)
            if item.checkState(0) is _ON:
                on += (one for one in ids if one in self._off_below)
            elif self._said_off.isdisjoint(ids):
                off += ids[:1] if self._off_below.isdisjoint(ids) else ()
            else:
                off += (one for one in ids if one in self._said_off)
        return replace(rules, switched_off=tuple(off), switched_on=tuple(on))

    def find_item(self, rule: str) -> QTreeWidgetItem | None:
        """Return the item of a rule or a mechanism, None if it is not listed."""
        return next((item for item in self._items() if rule in _ids_of(item)), None)

    def _grey_out(self) -> None:
        """Grey the rules of what is off as a whole."""
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is not None:
                for child in _children(top):
                    child.setDisabled(top.checkState(0) is not _ON)

    def _on_changed(self) -> None:
        self.tree.blockSignals(True)
        self._grey_out()
        self.tree.blockSignals(False)
        self.changed.emit()


def _ids_of(item: QTreeWidgetItem) -> tuple[str, ...]:
    """Return the ids that an item switches: a mechanism with one rule stands for both."""
    found: str = item.data(0, _ID)
    rules = RULES_OF.get(found, ())
    return (found, *rules) if len(rules) == 1 else (found,)


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(item.childCount()):
        child = item.child(number)
        if child is not None:
            yield child


class StyleForm(QWidget):
    """The style of quotation marks, of full-width digits, and of half-width marks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quotes = self._choose(
            ("", translate("Rules", "No rule")),
            ("keep", translate("Rules", "Keep as they are")),
            (QUOTES[0], translate("Rules", "Curly: “ ”")),
            (QUOTES[1], translate("Rules", "Corner brackets: 「 」")),
        )
        self.digits = self._choose(
            ("", translate("Rules", "No rule")),
            (Digits.KEEP.value, translate("Rules", "Keep as they are")),
            (Digits.HALF_WIDTH.value, translate("Rules", "Half-width: 2024, ABC")),
        )
        self.marks = self._choose(
            ("", translate("Rules", "No rule")),
            (Marks.KEEP.value, translate("Rules", "Keep as they are")),
            (Marks.REPAIR.value, translate("Rules", "Full-width where marks were made half-width")),
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 12, 0, 0)
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(translate("Rules", "Quotation marks:"), self.quotes)
        form.addRow(translate("Rules", "Full-width digits and letters:"), self.digits)
        form.addRow(translate("Rules", "Half-width punctuation:"), self.marks)

    def _choose(self, *choices: tuple[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setMinimumWidth(_WIDE)
        for value, text in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def show_rules(self, rules: Rules) -> None:
        """Show the style of some rules; nothing is told of that."""
        said = (
            (self.quotes, rules.quotes),
            (self.digits, rules.digits.value if rules.digits else ""),
            (self.marks, rules.marks.value if rules.marks else ""),
        )
        for box, value in said:
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(False)

    def read_rules(self, rules: Rules) -> Rules:
        """Return rules with the style that is chosen here."""
        digits, marks = self.digits.currentData(), self.marks.currentData()
        return replace(
            rules,
            quotes=self.quotes.currentData(),
            digits=Digits(digits) if digits else None,
            marks=Marks(marks) if marks else None,
        )
