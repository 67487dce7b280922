"""What a screen reader is told: the text around the top of a pane, what its popup is.

A whole document can have 5,000,000 characters; no assistive tool asks for that at once.
"""

# ruff: noqa: N802  (methods that Qt calls keep Qt's names)

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from reader.ui.panes.hover_popup import HoverPopup
from reader.ui.panes.text_view import TextView
from reader.ui.textpos import Utf16Map

_NEIGHBOURS = 2  # paragraphs before and after the one at the top
_FARTHEST = 40  # paragraphs between these and what is selected


class _PaneText(QAccessibleTextInterface):
    """The text around the top of a pane; Qt counts its offsets in UTF-16 units from there."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view

    def _window(self) -> tuple[int, str]:
        """Return where the told text starts in the whole one, and that text."""
        pager = self._view.pager
        blocks = pager.blocks
        first = max(0, pager.top_block() - _NEIGHBOURS)
        last = min(len(blocks) - 1, pager.top_block() + _NEIGHBOURS)
        if self._view.selection:
            # The word that a learner is at may stand further down on the screen.
            here = blocks.at(self._view.selection.span[0])
            last = max(last, here) if here - last <= _FARTHEST else last
            first = min(first, here) if first - here <= _FARTHEST else first
        start = blocks.starts[first]
        return start, blocks.text[start : blocks.ends[last]]

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803
        """Return a piece of the text."""
        _, text = self._window()
        units = Utf16Map(text)
        return text[units.to_points(startOffset) : units.to_points(endOffset)]

    def characterCount(self) -> int:
        """Return the length of the text in UTF-16 units."""
        _, text = self._window()
        return Utf16Map(text).to_units(len(text))

    def cursorPosition(self) -> int:
        """Return where reading goes on: at what is selected, else at the top of the view."""
        start, text = self._window()
        at = int(self._view.pager.position().offset) - start
        low = self._view.selection.span[0] - start
        if self._view.selection and 0 <= low < len(text):
            at = low
        return Utf16Map(text).to_units(max(0, at))

    def setCursorPosition(self, position: int) -> None:
        """Bring a place of the text into view."""
        start, text = self._window()
        offset = start + Utf16Map(text).to_points(position)
        self._view.pager.put_at(offset, 0)
        self._view.scroll_by(0)

    def selectionCount(self) -> int:
        """Return 1 with a selection in the text, else 0."""
        return 1 if self.selection(0) != (0, 0) else 0

    def selection(self, selectionIndex: int) -> tuple[int, int]:  # noqa: N803
        """Return the selected span."""
        start, text = self._window()
        low, high = self._view.selection.span
        units = Utf16Map(text)
        low, high = max(0, low - start), min(len(text), high - start)
        return (units.to_units(low), units.to_units(high)) if low < high else (0, 0)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """Select a span."""
        start, text = self._window()
        units = Utf16Map(text)
        span = (start + units.to_points(startOffset), start + units.to_points(endOffset))
        self._view.selection.set(span)
        self._view.selected.emit()

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """Select a span; there is only one selection."""
        self.setSelection(0, startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: N803
        """Select nothing."""
        self.setSelection(0, 0, 0)

    def characterRect(self, offset: int) -> QRect:
        """Return where a character stands on the screen."""
        start, text = self._window()
        at = start + Utf16Map(text).to_points(offset)
        boxes = self._view.pager.boxes(at, at + 1)
        if not boxes:
            return QRect()
        box = boxes[0].toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the character at a point of the screen, -1 beside the text."""
        start, text = self._window()
        local = self._view.viewport().mapFromGlobal(point).toPointF()
        offset = self._view.pager.offset_on(local)
        if offset is None or not 0 <= offset - start < len(text):
            return -1
        return Utf16Map(text).to_units(offset - start)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        """Bring a span into view."""
        self.setCursorPosition(startIndex)

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """Return no attributes, for the whole text."""
        return "", 0, self.characterCount()


class _PaneInterface(QAccessibleWidget):
    """A pane as an assistive tool sees it: a document that can be read but not edited."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        # Qt holds these by their address alone: Python must keep them.
        self._text = _PaneText(view)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # noqa: ANN401
        """Return the text interface where Qt asks for it (declared as an int by the binding)."""
        if t == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(t)

    def state(self) -> QAccessible.State:
        """Return the widget's state, read-only and of many lines."""
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        return state


class _Factory:
    """Makes the interface of each pane, and keeps it as long as Qt may ask for it."""

    def __init__(self) -> None:
        self._made: dict[int, QAccessibleWidget] = {}

    def __call__(self, key: str, owner: QObject) -> QAccessibleInterface | None:
        made: QAccessibleWidget
        if isinstance(owner, TextView):
            made = _PaneInterface(owner)
        elif isinstance(owner, HoverPopup):
            made = QAccessibleWidget(owner, QAccessible.Role.ToolTip)
        else:
            return None
        self._made[id(owner)] = made
        return made


def tell_cursor(view: TextView) -> None:
    """Tell that reading goes on at another place of a pane: at the word that is selected."""
    if QAccessible.isActive():
        at = _PaneText(view).cursorPosition()
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, at))


def install() -> None:
    """Teach Qt to describe panes; once a process, later calls change nothing."""
    global _factory
    if _factory is None:
        _factory = _Factory()
        QAccessible.installFactory(_factory)


_factory: _Factory | None = None
