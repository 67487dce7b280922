"""The panel of a comparison: every place where another copy differs, and what to do about it."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.review.compare import Discrepancy, Verdict
from reader.review.decisions import Decision
from reader.review.history import How, classify_choice
from reader.text.document import Document, Repair
from reader.text.repair import state_of
from reader.ui.kinds import is_dark, kind_title, theme_colour
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.review.compare_model import (
    PARTS,
    Choice,
    Column,
    CompareModel,
    Index,
    on_one_line,
)
from reader.ui.wording import evidence_text, percent, state_word

_ROW = 28  # pixels
_WIDE = 640  # pixels from which list and evidence stand side by side
_PAD = 8
_BAR = 3  # of the row that is looked at
_SHOWN = 3  # repairs of a side whose reasons are shown


class ComparePanel(QFrame):
    """Lists the differences; J and Shift+J go through them, T takes theirs, R keeps this text."""

    decided = Signal(object, object)
    """(tuple[Decision, ...], How)"""
    place_wanted = Signal(int, int)
    """The user wants to see source[start:end] (code points)."""
    layout_wanted = Signal(bool)
    """Differences in mere layout are to be listed, or left out."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self._document: Document | None = None
        self._name = ""
        self._reference = False
        self._may_decide = False
        self._likelier: list[int] = []  # rows
        self.model = CompareModel()
        self.title, self.details = QLabel(self), QLabel(self)
        for label in (self.title, self.details):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setWordWrap(True)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.details.setObjectName("compareDetails")
        self.with_layout = QCheckBox(self)
        self.with_layout.toggled.connect(self.layout_wanted)
        self.close_button = QToolButton(self)
        self.close_button.clicked.connect(self.close_panel)
        self.table = self._make_table()
        self.take_button, self.keep_button, self.better_button = (
            QPushButton(self) for _ in range(3)
        )
        self.take_button.clicked.connect(self.take)
        self.keep_button.clicked.connect(self.keep)
        self.better_button.clicked.connect(self.take_likelier)
        self._arrange()
        self._say()
        self.hide()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setItemDelegate(_PlaceDelegate(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in Column:
            wide = column in (Column.OURS, Column.THEIRS)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if wide else mode.Fixed)
        font = QFont(table.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        table.setFont(font)
        # The single keys belong to the panel; the table would search its rows for them.
        table.installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.clicked.connect(self._show_place)
        return table

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.with_layout)
        head.addWidget(self.close_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.keep_button)
        side = QVBoxLayout()
        side.addWidget(self.details, 1)
        side.addLayout(buttons)
        side.addWidget(self.better_button)
        body = self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(12)
        body.addWidget(self.table, 3)
        body.addLayout(side, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(body, 1)

    def sizeHint(self) -> QSize:
        return QSize(380, 330)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the evidence beside the list where the panel is wide, else below it."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() > _WIDE
        self._body.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def set_close_icon(self, icon: QIcon) -> None:
        """Give the close button its icon in the theme's colour."""
        self.close_button.setIcon(icon)

    # -- what is shown

    def show_found(
        self, document: Document, name: str, found: Sequence[Discrepancy], *, reference: bool
    ) -> None:
        """Show where `document` and the copy called `name` differ, from the first place on."""
        self._document, self._name, self._reference = document, name, reference
        self.model.set_found(document, found, reference=reference)
        self._count_likelier()
        self._size_columns()
        self.show()
        if found:
            self.table.selectRow(0)
            self._show_place()
        self._say()
        self.table.setFocus()

    def clear(self) -> None:
        """Forget the comparison and hide."""
        self._document = None
        self.model.set_found(None, (), reference=False)
        self.hide()

    def close_panel(self) -> None:
        """Close; the focus goes back to the page."""
        self.clear()
        self.closed.emit()

    def set_decided(self, decided: Mapping[tuple[int, int], str]) -> None:
        """Show what was decided: the span in the source (code points) -> the text in force."""
        self.model.set_decided(decided)
        self._count_likelier()
        self._say()

    def set_may_decide(self, may: bool) -> None:
        """Allow decisions, or none where the document is only read."""
        self._may_decide = may
        self._say()

    @property
    def row(self) -> int:
        """The place that is looked at, -1 if there is none."""
        return self.table.currentIndex().row()

    # -- what is done

    def go(self, step: int) -> None:
        """Go to the next place, or the one before with -1."""
        row = self.row + step
        if 0 <= row < len(self.model.found):
            self.table.selectRow(row)
            self._show_place()

    def take(self) -> None:
        """Let the other's text stand here and go on."""
        if self._can_decide():
            one = self.model.found[self.row]
            self._decide(one, one.take(), one.other_text)

    def keep(self) -> None:
        """Let this text stand and go on."""
        if self._can_decide():
            one = self.model.found[self.row]
            self._decide(one, one.keep(), one.text)

    def take_likelier(self) -> None:
        """Let the other's text stand wherever it is likelier and nothing was decided yet."""
        if self._likelier and self._may_decide:
            rows = self._likelier
            taken = [decision for row in rows for decision in self.model.found[row].take()]
            self.decided.emit(tuple(taken), How.TYPED)

    def _can_decide(self) -> bool:
        return self._may_decide and self.row >= 0

    def _decide(self, one: Discrepancy, decisions: tuple[Decision, ...], text: str) -> None:
        document = self._document
        if document is None:
            return
        row = self.row
        self.decided.emit(decisions, _classify(document, one, text))
        if row == self.row:  # nobody else moved on
            self.go(1)

    def _count_likelier(self) -> None:
        """Find where the other's text is likelier and nothing was decided yet."""
        self._likelier = [
            row
            for row, one in enumerate(self.model.found)
            if one.verdict is Verdict.THEIRS and self.model.choice(row) is Choice.NONE
        ]

    def _show_place(self) -> None:
        if self.row >= 0:
            one = self.model.found[self.row]
            self.place_wanted.emit(one.source_start, one.source_end)

    # -- words

    def _say(self) -> None:
        count = len(self.model.found)
        if not count:
            words = self.tr("No differences from {name}")
        elif self._reference:
            words = self.tr("%Ln correction(s) from {name}", "", count)
        else:
            words = self.tr("%Ln difference(s) from {name}", "", count)
        self.title.setText(words.format(name=self._name))
        self.with_layout.setText(self.tr("Spaces and line breaks"))
        self.close_button.setToolTip(self.tr("Close the comparison (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the comparison"))
        take = self.tr("Correct") if self._reference else self.tr("Use other copy")
        self.take_button.setText(f"{take}  T")
        keep = self.tr("Keep this text")
        self.keep_button.setText(f"{keep}  R")
        likelier = len(self._likelier)
        better = (
            self.tr("Make all %Ln correction(s)", "", likelier)
            if self._reference
            else self.tr("Use other copy where more likely: %Ln place(s)", "", likelier)
        )
        self.better_button.setText(better)
        for button in (self.take_button, self.keep_button):
            button.setEnabled(self._can_decide())
        self.better_button.setEnabled(self._may_decide and likelier > 0)
        self.details.setText(self._explain())

    def _explain(self) -> str:
        """Return what was repaired on either side at the place that is looked at."""
        if self.row < 0:
            return ""
        one = self.model.found[self.row]
        theirs = self.tr("Reference") if self._reference else self.tr("Other copy")
        sides = (
            (self.tr("This text"), one.text, one.repairs),
            (theirs, one.other_text, one.other_repairs),
        )
        return "\n\n".join(self._explain_side(*side) for side in sides)

    def _explain_side(self, side: str, text: str, repairs: tuple[Repair, ...]) -> str:
        lines = [self.tr("{side}: {text}").format(side=side, text=on_one_line(text) or "–")]
        if not repairs:
            lines.append(self.tr("As in the original."))
        for repair in repairs[:_SHOWN]:
            change = self.tr("{kind}: {before} → {after}, {state}, {confidence}").format(
                kind=kind_title(repair.kind),
                before=on_one_line(repair.before) or "–",
                after=on_one_line(repair.after) or "–",
                state=state_word(state_of(repair)),
                confidence=percent(repair.confidence),
            )
            lines += [change, *(evidence_text(reason) for reason in repair.evidence)]
        return "\n".join(lines)

    def _size_columns(self) -> None:
        header, metrics = self.table.horizontalHeader(), self.table.fontMetrics()
        for column in (Column.VERDICT, Column.DECISION):
            words = [str(self.model.headerData(column, Qt.Orientation.Horizontal))]
            words += [self.tr("other copy"), self.tr("reference")]
            header.resizeSection(column, max(map(metrics.horizontalAdvance, words)) + 3 * _PAD)

    # -- events

    def _on_row(self, now: QModelIndex, before: QModelIndex) -> None:
        self._say()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._on_key(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything."""
        plain = Qt.KeyboardModifier.NoModifier
        keys = {
            (Qt.Key.Key_J, plain): lambda: self.go(1),
            (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier): lambda: self.go(-1),
            (Qt.Key.Key_T, plain): self.take,
            (Qt.Key.Key_R, plain): self.keep,
            (Qt.Key.Key_Escape, plain): self.close_panel,
            (Qt.Key.Key_Return, plain): self._show_place,
        }
        do = keys.get((Qt.Key(event.key()), event.modifiers()))
        if do is None:
            return False
        do()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._size_columns()


class _PlaceDelegate(QStyledItemDelegate):
    """Paints what differs in full and what stands beside it muted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        parts = index.data(PARTS)
        if parts is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget: QWidget = option.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        # That of a styled widget tells nothing: its base may be transparent.
        dark = is_dark(QGuiApplication.palette())
        ink, muted = (theme_colour(name, dark=dark) for name in ("ink", "muted"))
        if index.column() == Column.OURS and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect)
            bar.setWidth(_BAR)
            painter.fillRect(bar, theme_colour("cur", dark=dark))
        area: QRect = option.rect
        area = area.adjusted(_PAD, 0, -_PAD, 0)
        font = QFont(option.font)
        strong = QFont(font)
        strong.setBold(True)
        painter.save()
        painter.setClipRect(area)
        for text, colour, face in zip(
            parts, (muted, ink, muted), (font, strong, font), strict=True
        ):
            painter.setFont(face)
            painter.setPen(colour)
            shown = text or ("∅" if face is strong else "")
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.restore()


def _classify(document: Document, one: Discrepancy, text: str) -> How:
    """Return how a text was chosen for a place."""
    if len(one.repairs) == 1 and (one.source_start, one.source_end) == (
        one.repairs[0].source_start,
        one.repairs[0].source_end,
    ):
        return classify_choice(one.repairs[0], text)
    kept = text == document.source[one.source_start : one.source_end]
    return How.KEEP if kept else How.TYPED
