"""The table of repairs as it is drawn and clicked."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from reader.text.kinds import RepairState
from reader.ui.kinds import is_dark
from reader.ui.panes.card_labels import visible
from reader.ui.parts.command_table import CommandTable, RowDelegate
from reader.ui.parts.drawing import colour, draw_share, scaled
from reader.ui.review.panel.labels import removed_word
from reader.ui.review.panel.marks import draw_kind_line, sure_colour
from reader.ui.review.panel.table_model import (
    Cell,
    GroupRow,
    PlaceRow,
    RepairListModel,
    TableRow,
    decision_text,
)
from reader.ui.wording import rule_title

_ROW = 26
_ARROW = 26  # pixels left of a group's pair, where a click opens it
_INDENT = 30
_WIDTHS = {Cell.KIND: 30, Cell.RULE: 190, Cell.SURE: 62, Cell.NOTE: 110, Cell.DECISION: 82}
_WIDE = 640  # pixels from which on rule and note have columns
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

KeyHandler = Callable[[QKeyEvent], bool]


class _RepairDelegate(RowDelegate):
    """Draws rows as plain text, bars and lines."""

    def __init__(self, view: RepairView) -> None:
        super().__init__(view)
        self._view = view

    def draw_cell(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        view = self._view
        row, cell = view.list_model.row_at(index.row()), Cell(index.column())
        if cell is Cell.PAIR:
            self._draw_first(painter, box, row)
        elif cell is Cell.KIND:
            line = QRectF(box.left() + 6, box.top(), box.width() - 8, box.height())
            if not (isinstance(row, PlaceRow) and row.in_group):
                draw_kind_line(painter, line, row.kind, dark=is_dark(view.palette()))
        elif cell is Cell.SURE:
            bar = box.adjusted(6, 0, -10, 0)
            draw_share(painter, bar, row.sure, sure_colour(view, row.state), colour(view, "mid"))
        elif cell is Cell.DECISION:
            self._draw_decision(painter, box.adjusted(4, 0, -4, 0), row)
        else:
            is_rule = cell is Cell.RULE
            text = rule_title(row.rule) if is_rule else visible(getattr(row, "note", ""))
            self.draw_text(painter, box.adjusted(4, 0, -4, 0), text, "muted")

    def _draw_first(self, painter: QPainter, box: QRectF, row: TableRow) -> None:
        if isinstance(row, GroupRow):
            self._draw_arrow(painter, box, opened=row.is_open)
            self._draw_pair(painter, box.adjusted(_ARROW + 4, 0, -4, 0), row)
        elif row.in_group:
            self._draw_context(painter, box.adjusted(_INDENT + 4, 0, -4, 0), row)
        else:
            taken = self._draw_pair(painter, box.adjusted(12, 0, -4, 0), row)
            self._draw_context(painter, box.adjusted(24 + taken, 0, -4, 0), row)

    def _draw_arrow(self, painter: QPainter, box: QRectF, *, opened: bool) -> None:
        x, y = box.left() + 16, box.center().y()
        points = [(-4, -2), (4, -2), (0, 3)] if opened else [(-2, -4), (3, 0), (-2, 4)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._view, "muted"))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))

    def _draw_pair(self, painter: QPainter, box: QRectF, row: TableRow) -> float:
        """Draw a pair, the source quiet; return how wide it is."""
        font = scaled(self._view.font(), 1.06)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        before, after = visible(row.pair.before), visible(row.pair.after)
        parts = [(before, "muted")]
        if row.pair.before == row.pair.after:
            parts = [(before, "ink")]
        else:
            parts += [(" → ", "muted"), (after or removed_word(), "ink" if after else
                                         "muted")]  # fmt: skip
        if isinstance(row, GroupRow):
            parts.append((f" · {self._view.locale().toString(row.times)}", "muted"))
        widths = [metrics.horizontalAdvance(text) for text, _ in parts]
        over = sum(widths) - box.width()
        if over > 0:
            # The longer text gives way, down to what the other one takes.
            longest = max((0, min(2, len(parts) - 1)), key=widths.__getitem__)
            longest = longest if after else 0
            widths[longest] = max(metrics.horizontalAdvance("汉…字"), widths[longest] - over)
        x = box.left()
        for (text, name), width in zip(parts, widths, strict=True):
            painter.setPen(colour(self._view, name))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width + 0.5)
            room = QRectF(x, box.top(), min(width + 1, box.right() - x + 1), box.height())
            painter.drawText(room, _MIDDLE, shown)
            x += width
        return x - box.left()

    def _draw_context(self, painter: QPainter, box: QRectF, row: PlaceRow) -> None:
        """Draw the line around a place, the place itself bold and never cut off."""
        plain, heavy = self._view.font(), scaled(self._view.font(), 1.0, bold=True)
        metrics, bold = QFontMetricsF(plain), QFontMetricsF(heavy)
        before, place, after = map(visible, row.context)
        place = place or "‸"
        wide = min(bold.horizontalAdvance(place), box.width())
        room = max(0.0, box.width() - wide)
        head = min(
            metrics.horizontalAdvance(before),
            max(room * 0.5, room - metrics.horizontalAdvance(after)),
        )
        ink = "ink" if row.in_group else "muted"
        shown = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, head + 0.5)
        x = box.left()
        painter.setFont(plain)
        painter.setPen(colour(self._view, ink))
        painter.drawText(QRectF(x, box.top(), head + 1, box.height()), _MIDDLE, shown)
        x += metrics.horizontalAdvance(shown)
        painter.setFont(heavy)
        painter.setPen(colour(self._view, "ink"))
        shown = bold.elidedText(place, Qt.TextElideMode.ElideMiddle, wide + 0.5)
        painter.drawText(QRectF(x, box.top(), wide + 1, box.height()), _MIDDLE, shown)
        x += wide
        painter.setFont(plain)
        painter.setPen(colour(self._view, ink))
        tail = QRectF(x, box.top(), max(0.0, box.right() - x), box.height())
        shown = metrics.elidedText(after, Qt.TextElideMode.ElideRight, tail.width())
        painter.drawText(tail, _MIDDLE, shown)

    def _draw_decision(self, painter: QPainter, box: QRectF, row: TableRow) -> None:
        text = decision_text(row)
        done = isinstance(row, GroupRow) and row.by_hand > 0 and not row.left
        if done or row.state is RepairState.BY_HAND:
            painter.setPen(colour(self._view, "ok"))
            painter.drawText(box, _MIDDLE, "✓")
            box = box.adjusted(QFontMetricsF(painter.font()).horizontalAdvance("✓") + 3, 0, 0, 0)
        if isinstance(row, PlaceRow) and row.note and self._view.isColumnHidden(Cell.NOTE):
            text = f"{text} ✎"
        self.draw_text(painter, box, text, "muted")


class RepairView(CommandTable):
    """The table; keys go to the panel first, and no input method stands between."""

    place_chosen = Signal(int)
    """The number of a repair that the user chose here."""
    sort_wanted = Signal(object)
    """Cell: its head was clicked."""
    menu_wanted = Signal(object)
    """QPoint, global: the menu of the orders was asked for."""

    def __init__(self, model: RepairListModel, handle_key: KeyHandler, parent: QWidget) -> None:
        super().__init__(model, _ROW, parent)
        self.list_model = model
        self._handle_key = handle_key
        self._is_quiet = False
        self.setItemDelegate(_RepairDelegate(self))
        self.setObjectName("repairTable")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(Cell.PAIR, QHeaderView.ResizeMode.Stretch)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._on_head_menu)
        heads.sectionClicked.connect(self._on_head)
        for cell, width in _WIDTHS.items():
            self.setColumnWidth(cell, width)
        self._fit()

    def show_number(self, number: int | None) -> None:
        """Select a repair without telling of it; None selects nothing.

        The head of a group that stands for it stays selected.
        """
        if number is not None and number == self.number:
            return
        self._is_quiet = True
        try:
            row = None if number is None else self.list_model.find(number, opening=True)
            if row is None:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                return
            index = self.list_model.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        finally:
            self._is_quiet = False

    @property
    def number(self) -> int | None:
        """The repair that the selected row stands for."""
        row = self.currentIndex().row()
        return self.list_model.number_at(row) if row >= 0 else None

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_quiet:
            self.place_chosen.emit(self.list_model.number_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self._fold(row, event.key())
        elif not self._handle_key(event):
            super().keyPressEvent(event)

    def _fold(self, row: int, key: int) -> None:
        """Open and close groups as a tree does."""
        model = self.list_model
        if not model.is_group(row):
            if key == Qt.Key.Key_Left and model.head_of(row) != row:
                self._select_quietly(model.head_of(row))
            return
        head = model.row_at(row)
        opened = isinstance(head, GroupRow) and head.is_open
        if key == Qt.Key.Key_Space or opened == (key == Qt.Key.Key_Left):
            model.toggle(row)

    def _select_quietly(self, row: int) -> None:
        self._is_quiet = True
        self.setCurrentIndex(self.list_model.index(row, 0))
        self._is_quiet = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and index.column() == Cell.PAIR
            and self.list_model.is_group(index.row())
            and event.position().x() < self.columnViewportPosition(Cell.PAIR) + _ARROW
        ):
            self.list_model.toggle(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.list_model.is_group(index.row()):
            self.list_model.toggle(index.row())
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.viewport().width() >= _WIDE
        for cell in (Cell.RULE, Cell.NOTE):
            self.setColumnHidden(cell, not wide)

    def _on_head(self, section: int) -> None:
        self.sort_wanted.emit(Cell(section))

    def _on_head_menu(self, at: object) -> None:
        self.menu_wanted.emit(self.horizontalHeader().mapToGlobal(at))  # type: ignore[call-overload]
