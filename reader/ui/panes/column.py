"""A pane with the small header that says which text it is."""

# Methods that Qt calls keep Qt's names.
# ruff: noqa: N802

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.panes.side import Side
from reader.ui.panes.text_style import with_alpha
from reader.ui.panes.text_view import TextView


class PaneColumn(QWidget):
    """One pane under its header, both on the colour of the page."""

    def __init__(self, view: TextView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._label = _Header(view, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(view)
        self.setMinimumWidth(160)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names again in the language that is set now."""
        clean = self._view.side is Side.CLEAN
        name = self.tr("Clean text") if clean else self.tr("Original")
        self._label.setText(name)
        self._view.setAccessibleName(name)
        clean_words = self.tr("The repaired text. F6 goes to the panel, F1 lists the keys.")
        source_words = self.tr("The text as it was before the repair.")
        self._view.setAccessibleDescription(clean_words if clean else source_words)


class _Header(QLabel):
    """A quiet name above a hairline."""

    def __init__(self, view: TextView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        view.focus_changed.connect(self.update)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        self.setFont(font)
        self.setContentsMargins(24, 7, 24, 6)
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        wanted = with_alpha(self.palette().color(QPalette.ColorRole.Text), 165)
        if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        # The hairline of the pane that keys go to has the colour of the selection.
        edge = with_alpha(self.palette().color(QPalette.ColorRole.Text), 28)
        if self._view.hasFocus():
            edge = with_alpha(self.palette().color(QPalette.ColorRole.Highlight), 170)
        painter.fillRect(0, self.height() - 1, self.width(), 1, edge)
        painter.end()
        super().paintEvent(event)
