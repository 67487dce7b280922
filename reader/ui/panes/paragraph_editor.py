"""The editor over one paragraph of the clean text: typing happens here and nowhere else.

It tells what was changed, not what it holds: Qt changes line ends and spaces, and can't hold every
character. What was not typed stays as the document has it.
"""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.review.typing import Replacement, find_changes
from reader.ui.panes.block_layout import drawable
from reader.ui.panes.text_style import TextStyle
from reader.ui.textpos import Utf16Map

_LINE_END = "\u2029"  # how Qt keeps one
_PAD, _EDGE = 6, 2


class ParagraphEditor(QTextEdit):
    """Lies over the paragraph that is typed in, in the same type."""

    left = Signal(object)
    """tuple[Replacement, ...]: what was typed, when typing ended; empty if nothing was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paragraphEditor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_PAD, 0, _PAD, 0)
        self._start = 0
        self._shown = ""
        self._room = QRect()
        self._is_open = False
        self.textChanged.connect(self._fit)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is being typed in."""
        return self._is_open

    @property
    def span(self) -> tuple[int, int]:
        """The paragraph in the clean text, as it was when typing began (code points)."""
        return self._start, self._start + len(self._shown)

    def open_on(
        self, start: int, text: str, style: TextStyle, room: QRect, selected: tuple[int, int]
    ) -> None:
        """Edit `text`, which begins at `start` in the clean text; `selected` counts from there.

        `room` is where the paragraph stands in the parent.
        """
        self._start, self._shown, self._room = start, drawable(text), room
        self._is_open = True
        self.setFont(style.font)
        self.setPlainText(self._shown)
        pitch = QTextBlockFormat()
        pitch.setLineHeight(style.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(pitch)
        units = Utf16Map(self._shown)
        low, high = (units.to_units(max(0, min(at, len(self._shown)))) for at in selected)
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()
        self.ensureCursorVisible()

    def move_to(self, room: QRect) -> None:
        """Follow the paragraph to where it stands now."""
        self._room = room
        self._fit()

    def changes(self) -> tuple[Replacement, ...]:
        """Return what was typed so far, in the clean text as it was when typing began."""
        found = find_changes(self._shown, self._raw())
        return tuple(
            Replacement(self._start + low, self._start + high, text) for low, high, text in found
        )

    def leave(self) -> None:
        """End typing and tell what was typed."""
        if self._is_open:
            self._is_open = False
            changes = self.changes()
            self.hide()
            self.left.emit(changes)

    def _raw(self) -> str:
        return self.document().toRawText().replace(_LINE_END, "\n")

    def _fit(self) -> None:
        """Be as high as the text, as far as the pane has room."""
        pane, room = self.parentWidget(), self._room
        if not self._is_open or pane is None:
            return
        self.setLineWrapColumnOrWidth(room.width())  # lines break where they do on the page
        edge = 2 * _EDGE
        wanted = max(room.height(), ceil(self.document().size().height())) + edge
        top = max(0, room.top() - _EDGE)
        side = _PAD + _EDGE
        height = min(wanted, pane.height() - top)
        self.setGeometry(room.left() - side, top, room.width() + 2 * side, height)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and ctrl):
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or an input method takes the keys for a moment; another widget ends typing.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.leave()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
