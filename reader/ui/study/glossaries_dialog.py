"""The dialog in which glossaries are added, ordered, switched off and removed, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panes.card_labels import label
from reader.ui.questions import Questions
from reader.ui.study.glossaries import ChosenGlossary, Glossaries
from reader.ui.wording import error_text

_SIZE = QSize(620, 460)
_MOST_TOLD = 4  # lines that are not used


class GlossariesDialog(QDialog):
    """Shows the files in the order in which they are asked, and what is wrong with one."""

    def __init__(self, glossaries: Glossaries, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("glossaries")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Glossaries"))
        self._glossaries = glossaries
        self._questions = questions
        about = label(
            self.tr(
                "Words are looked up in your glossaries first, in this order, then in the "
                "dictionaries of Jingdu. Each line of a glossary is a word, a tab and its meaning, "
                "or an entry in the CC-CEDICT format."
            ),
            self,
            quiet=True,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setStyleSheet("QListWidget::item { padding: 4px 6px; }")
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemChanged.connect(self._on_checked)
        self.says = label("", self)
        self.add = self._button(self.tr("&Add…"), self._on_add)
        self.remove = self._button(self.tr("&Remove"), self._on_remove)
        self.up = self._button(self.tr("Move &up"), lambda: self._move(-1))
        self.down = self._button(self.tr("Move &down"), lambda: self._move(1))
        self.again = self._button(self.tr("Re&load"), glossaries.reload)
        side = QVBoxLayout()
        for button in (self.add, self.remove, self.up, self.down, self.again):
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(row, 1)
        layout.addWidget(self.says)
        layout.addWidget(buttons)
        self.resize(_SIZE)
        glossaries.changed.connect(self._on_changed)
        glossaries.dictionary()  # reads what is chosen, if nobody asked yet
        self._fill(0)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    # -- what the user does

    def _on_add(self) -> None:
        paths = self._questions.glossaries_to_add(self)
        chosen = self._glossaries.chosen
        known = {one.path for one in chosen}
        new = [ChosenGlossary(path) for path in paths if path not in known]
        if new:
            self._choose((*new, *chosen), 0)  # what was added last is wanted most

    def _on_remove(self) -> None:
        row = self.list.currentRow()
        chosen = list(self._glossaries.chosen)
        if 0 <= row < len(chosen):
            del chosen[row]
            self._choose(chosen, min(row, len(chosen) - 1))

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        chosen = list(self._glossaries.chosen)
        if 0 <= row < len(chosen) and 0 <= row + step < len(chosen):
            chosen.insert(row + step, chosen.pop(row))
            self._choose(chosen, row + step)

    def _on_checked(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        chosen = list(self._glossaries.chosen)
        is_on = item.checkState() is Qt.CheckState.Checked
        if 0 <= row < len(chosen) and chosen[row].is_on is not is_on:
            chosen[row] = chosen[row]._replace(is_on=is_on)
            self._choose(chosen, row)

    def _choose(self, chosen: Iterable[ChosenGlossary], row: int) -> None:
        self._glossaries.choose(chosen)
        self._fill(row)

    # -- what is shown

    def _on_changed(self) -> None:
        self._fill(self.list.currentRow())

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._glossaries.chosen:
            item = QListWidgetItem(self._name(one.path), self.list)
            item.setToolTip(str(one.path))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.is_on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._on_row()

    def _name(self, path: Path) -> str:
        read = self._glossaries.read(path)
        if read is None:
            return path.name
        if read.problem is not None:
            return self.tr("{name}: cannot be read").format(name=path.name)
        count = len(read.glossary.terms) if read.glossary is not None else 0
        words = self.tr("%Ln word(s)", "", count)
        return self.tr("{name}: {words}").format(name=path.name, words=words)

    def _on_row(self) -> None:
        chosen, row = self._glossaries.chosen, self.list.currentRow()
        there = 0 <= row < len(chosen)
        self.remove.setEnabled(there)
        self.up.setEnabled(there and row > 0)
        self.down.setEnabled(there and row < len(chosen) - 1)
        self.again.setEnabled(bool(chosen))
        self.says.setText(self._problems(chosen[row].path) if there else "")
        if not chosen:
            self.says.setText(self.tr("No glossaries yet."))

    def _problems(self, path: Path) -> str:
        """Return what is wrong with a file: all of it, or some lines."""
        read = self._glossaries.read(path)
        if read is None or (read.problem is None and read.glossary is None):
            return ""
        if read.problem is not None:
            return " ".join(error_text(read.problem))
        unread = read.glossary.unread if read.glossary is not None else ()
        told = [error_text(one.error(Path(path.name)))[0] for one in unread[:_MOST_TOLD]]
        more = [self.tr("More lines were skipped.")] if len(unread) > _MOST_TOLD else []
        return "\n".join(told + more)
