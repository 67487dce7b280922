"""Where the free side of a selection goes when Shift and an arrow are pressed. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from reader.ui.panes.pager import Pager
from reader.ui.panes.selection import Span

_FAR = 100_000.0  # right of every line


def key_target(
    pager: Pager, word_at: Callable[[int], Span], key: Qt.Key, moving: int, *, ctrl: bool
) -> int | None:
    """Return the offset to select to from `moving`; None for a key that selects nothing.

    `moving` must be on the screen, and so must the line above or below it for Up and Down.
    """
    text = pager.blocks.text
    if key == Qt.Key.Key_Right:
        step = 2 if text.startswith("\r\n", moving) else 1
        target = word_at(moving)[1] if ctrl and moving < len(text) else 0
        return min(len(text), max(target, moving + step))
    if key == Qt.Key.Key_Left:
        step = 2 if text.endswith("\r\n", 0, moving) else 1
        target = word_at(moving - 1)[0] if ctrl and moving > 0 else moving
        return max(0, min(target, moving - step))
    if key == Qt.Key.Key_Home and ctrl:
        return 0
    if key == Qt.Key.Key_End and ctrl:
        return len(text)
    return _in_line(pager, key, moving)


def _in_line(pager: Pager, key: Qt.Key, moving: int) -> int | None:
    block = pager.blocks.at(moving)
    layout, local = pager.layout(block), moving - pager.blocks.starts[block]
    # Between two lines the free side stands before the second: Down leads to the next one then.
    if layout.line_count:
        x = pager.left + layout.x(layout.line_at(local), local)
        middle = (layout.style.body_top + layout.style.body_bottom) / 2
    else:
        x, middle = float(pager.left), layout.height / 2
    y = pager.line_y(moving) + middle
    if key == Qt.Key.Key_Home:
        return pager.offset_near(QPointF(0, y))
    if key == Qt.Key.Key_End:
        return pager.offset_near(QPointF(_FAR, y))
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _line_beside(pager, QPointF(x, y), moving, 1 if key == Qt.Key.Key_Down else -1)
    return None


def _line_beside(pager: Pager, at: QPointF, moving: int, way: int) -> int:
    """Return the offset above or below; a gap between paragraphs is stepped over."""
    for part in (1.0, 1.5, 2.0):
        target = pager.offset_near(at + QPointF(0, way * part * pager.style.pitch))
        if (target - moving) * way > 0:
            return target
    return moving
