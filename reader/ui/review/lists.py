"""Lists in windows of their own: decisions without a place, repairs that would differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.export.explain import visible
from reader.review.differences import Difference
from reader.review.history import PinnedReading
from reader.review.journal import Stranded
from reader.ui.panes.text_style import CHINESE_FAMILIES

translate = QCoreApplication.translate
_SIZE = QSize(760, 460)
_BESIDE = 12  # characters
_LONGEST = 200  # characters of a cell
_SHORT = 20  # characters; a column with longer texts shares the width
_MOST = 5_000  # rows; who has more reads the report


class ReviewList(QDialog):
    """A sentence, a table of plain text, and at most one thing to do about it."""

    taken = Signal()
    """The user wants what the button offers."""
    row_chosen = Signal(int)
    """The user wants to see the place of a row."""

    def __init__(
        self,
        title: str,
        says: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QWidget,
        *,
        button: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        label = QLabel(says, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        shown = rows[:_MOST]
        self.table = QTableWidget(len(shown), len(heads), self)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)  # what is longer stands in the tool tip
        self.table.verticalHeader().hide()
        font = QFont(list(CHINESE_FAMILIES))
        font.setPointSizeF(self.font().pointSizeF() * 1.15)
        self.table.setFont(font)
        for number, row in enumerate(shown):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(f"<p>{_escape(text)}</p>")
                self.table.setItem(number, column, item)
        header = self.table.horizontalHeader()
        for column in range(len(heads)):
            short = column and all(len(row[column]) <= _SHORT for row in shown)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.ResizeToContents if short else mode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        if button:
            take = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
            take.setObjectName("take")
            take.setAutoDefault(False)
        self.table.cellActivated.connect(lambda row, _column: self.row_chosen.emit(row))
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.accept)
        self.accepted.connect(self.taken)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(18, 16, 18, 16)
        column_of.setSpacing(14)
        column_of.addWidget(label)
        column_of.addWidget(self.table, 1)
        column_of.addWidget(buttons)
        self.resize(_SIZE)


def stranded_list(stranded: Sequence[Stranded], parent: QWidget) -> ReviewList:
    """Return the list of what was decided and has no place any more."""
    return ReviewList(
        translate("ReviewLists", "Decisions that no longer apply"),
        translate(
            "ReviewLists",
            "The text here was changed or deleted. Your decisions are kept and will apply again if "
            "it comes back.",
        ),
        (
            translate("ReviewLists", "Original"),
            translate("ReviewLists", "Your decision"),
            translate("ReviewLists", "When"),
        ),
        [_stranded_row(one) for one in stranded],
        parent,
    )


def differences_list(
    source: str, differences: Sequence[Difference], parent: QWidget, *, by_rules: bool = False
) -> ReviewList:
    """Return the list of what this version of Jingdu would restore otherwise in a source.

    `by_rules` says that the rules of the user differ, and not the version.
    """
    if by_rules:
        title = translate("ReviewLists", "Comparison with your rules")
        says = translate(
            "ReviewLists",
            "Places that your rules would change: {count}. Your decisions stay either way.",
        )
        head = translate("ReviewLists", "By your rules")
        button = translate("ReviewLists", "Apply the rules")
    else:
        title = translate("ReviewLists", "Comparison with this version")
        says = translate(
            "ReviewLists",
            "Places that this version of Jingdu would repair differently: {count}. Your decisions "
            "stay either way.",
        )
        head = translate("ReviewLists", "This version")
        button = translate("ReviewLists", "Use this version")
    return ReviewList(
        title,
        says.format(count=len(differences)),
        (translate("ReviewLists", "Original"), translate("ReviewLists", "Saved"), head),
        [
            [
                _in_brackets(
                    source[max(0, one.start - _BESIDE) : one.start],
                    one.before,
                    source[one.end : one.end + _BESIDE],
                ),
                _shorten(one.old),
                _shorten(one.new),
            ]
            for one in differences[:_MOST]
        ],
        parent,
        button=button,
    )


def _stranded_row(one: Stranded) -> list[str]:
    if isinstance(one.place, PinnedReading):
        decided = f"{one.place.hanzi} {one.place.reading or ''}"
    else:
        decided = _shorten(one.place.text)
    around = _in_brackets(one.before, one.was, one.after)
    when = QDateTime.fromString(one.when, Qt.DateFormat.ISODate).toLocalTime()
    return [around, decided, when.toString("yyyy-MM-dd HH:mm")]


def _in_brackets(before: str, text: str, after: str) -> str:
    """Return a text in brackets between what stands beside it."""
    before, after = _on_one_line(before[-_BESIDE:]), _on_one_line(after[:_BESIDE])
    return f"{before}【{_shorten(text) if text else ''}】{after}"


def _shorten(text: str) -> str:
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return _on_one_line(short) if text else translate("ReviewLists", "removed")


def _on_one_line(text: str) -> str:
    return visible(text.replace("\r\n", "\n").replace("\n", "⏎"))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
