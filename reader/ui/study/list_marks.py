"""The groups that the words of the list are told apart by: their names and their marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.study.status import WordStatus
from reader.study.word_table import WordGroup
from reader.ui.parts.drawing import colour
from reader.ui.study.status_strip import status_name

MARK_WIDTH = 16
_HEIGHT = 14.0


def group_title(group: WordGroup) -> str:
    """Return what a group is called."""
    translate = QCoreApplication.translate
    return {
        WordGroup.NEW: translate("WordGroup", "New"),
        WordGroup.LEARNING: translate("WordGroup", "Learning"),
        WordGroup.KNOWN: translate("WordGroup", "Known"),
        WordGroup.IGNORED: translate("WordGroup", "Ignored"),
        WordGroup.NAME: translate("WordGroup", "Names"),
        WordGroup.DOUBTFUL: translate("WordGroup", "Unsure"),
    }[group]


def group_explanation(group: WordGroup) -> str:
    """Return which words a group has."""
    translate = QCoreApplication.translate
    return {
        WordGroup.NEW: translate("WordGroup", "Words that you have said nothing of."),
        WordGroup.LEARNING: translate("WordGroup", "Words that you are learning, in four steps."),
        WordGroup.KNOWN: translate("WordGroup", "Words that you know."),
        WordGroup.IGNORED: translate("WordGroup", "Words that you do not want to learn."),
        WordGroup.NAME: translate(
            "WordGroup", "Names of persons and places: nobody learns them as words."
        ),
        WordGroup.DOUBTFUL: translate(
            "WordGroup", "Words that rest on unsure repairs: they are not counted."
        ),
    }[group]


def standing_name(group: WordGroup, status: WordStatus) -> str:
    """Return how well a word is known, or why nobody asks."""
    translate = QCoreApplication.translate
    if group is WordGroup.NAME:
        return translate("WordGroup", "name")
    if group is WordGroup.DOUBTFUL:
        return translate("WordGroup", "unsure")
    return status_name(status)


def draw_mark(
    painter: QPainter,
    box: QRectF,
    group: WordGroup,
    widget: QWidget,
    *,
    step: int = 0,
    selected: bool = False,
) -> None:
    """Draw the mark of a group in the middle of a box: its own shape for each, as in the text.

    New words are filled, those being learned have a dotted line and their step, 0 for none.
    """
    room = QRectF(0, 0, MARK_WIDTH, _HEIGHT)
    room.moveCenter(box.center())
    cur, muted = colour(widget, "cur"), colour(widget, "muted")
    painter.save()
    bottom = QLineF(room.left() + 1, room.bottom(), room.right() - 1, room.bottom())
    if group is WordGroup.NEW:
        painter.fillRect(room, colour(widget, "page" if selected else "cur_fill"))
        painter.setPen(QPen(cur, 1.6))
        painter.drawLine(bottom)
    elif group is WordGroup.LEARNING:
        pen = QPen(cur, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawLine(bottom)
        painter.setPen(cur)
        if step:
            above = room.translated(0, -2)  # clear of the dots
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(step))
    elif group is WordGroup.KNOWN:
        painter.setPen(QPen(colour(widget, "ok"), 1.8))
        x, y = room.center().x(), room.center().y()
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3.5), QPointF(x + 5, y - 4)])
    elif group is WordGroup.IGNORED:
        painter.setPen(QPen(muted, 1.6))
        y = room.center().y()
        painter.drawLine(QLineF(room.left() + 3, y, room.right() - 3, y))
    elif group is WordGroup.NAME:
        painter.setPen(QPen(muted, 1.2))
        painter.drawEllipse(room.center(), 3.5, 3.5)
    else:
        painter.setPen(colour(widget, "uns"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()
