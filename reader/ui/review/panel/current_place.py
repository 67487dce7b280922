"""The current repair: what it is, how it stands, why, and what can be done about it."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.review.history import How
from reader.text.document import Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import can_decide
from reader.ui.kinds import kind_title
from reader.ui.panes.card_labels import visible
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.parts.buttons import KeyButton
from reader.ui.parts.drawing import colour, scaled
from reader.ui.parts.fields import KeyField
from reader.ui.parts.labels import QuietLabel, plain_label, plain_tip
from reader.ui.review.panel.alternatives import Alternatives
from reader.ui.review.panel.byte_diagram import ByteDiagram
from reader.ui.review.panel.byte_rows import byte_rows
from reader.ui.review.panel.choices import Choice
from reader.ui.review.panel.labels import removed_word
from reader.ui.review.panel.marks import KindLine, StateBadge
from reader.ui.wording import evidence_text, rule_title, sentences

_LARGE = 2.3  # times the interface's font
_REASONS = 3
_LONGEST = 2000  # characters of a note


class Place(NamedTuple):
    """What is shown of the current repair.

    It is the `number` of `total` places that need a decision, or, if it `is_certain`, of all
    repairs.
    """

    repair: Repair
    kind: RepairKind  # what the engine took it for
    state: RepairState
    number: int
    total: int
    choices: tuple[Choice, ...]
    note: str
    is_certain: bool = False
    how: How | None = None  # it was decided on


class PairLine(QWidget):
    """What stood there and what stands there, large; long ones are cut in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = self._after = ""
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_pair(self, before: str, after: str, *, is_lost: bool) -> None:
        """Show another pair; at a lost place there is only what stands there."""
        self._before, self._after = before, before if is_lost else after
        whole = f"{visible(before)} → {visible(after)}"
        self.setToolTip(plain_tip(f"{before} → {after}"))
        self.setAccessibleName(whole)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Set it smaller, where there is little height."""
        self._compact = compact
        self.updateGeometry()

    def _font(self) -> QFont:
        font = scaled(self.font(), 1.5 if self._compact else _LARGE)
        # Of the families of the interface the Latin one comes first: its … is not full-width.
        font.setFamilies([*self.font().families(), *CHINESE_FAMILIES])
        return font

    def sizeHint(self) -> QSize:
        return QSize(240, ceil(QFontMetricsF(self._font()).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._font()
        metrics = QFontMetricsF(font)
        arrow = "→"
        small = scaled(font, 0.7)
        between = QFontMetricsF(small).horizontalAdvance(arrow) + 24
        texts = [visible(self._before), visible(self._after)]
        if self._before == self._after:
            texts.pop()
            between = 0.0
        widths = [metrics.horizontalAdvance(text) for text in texts]
        room = self.width() - between
        if sum(widths) > room:
            half = room / len(texts)
            spare = max(0.0, half - min(widths))
            widths = [min(width, half + spare) for width in widths]
        x = 0.0
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
            box = QRectF(x, 0, width + 1, self.height())
            painter.setPen(colour(self, "ink" if number == len(texts) - 1 else "muted"))
            painter.setFont(font)
            if not text and number:
                italic = scaled(self.font(), 1.2)
                italic.setItalic(True)
                painter.setFont(italic)
                painter.setPen(colour(self, "muted"))
                box.setRight(self.width())
                text = removed_word()
            else:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width + 1)
            painter.drawText(box, middle, text)
            x += width
            if number < len(texts) - 1:
                painter.setFont(small)
                painter.setPen(colour(self, "muted"))
                painter.drawText(QRectF(x, 0, between, self.height()),
                                 Qt.AlignmentFlag.AlignCenter, arrow)  # fmt: skip
                x += between


class CurrentPlace(QWidget):
    """The upper part of the panel; says what the user wants, and decides nothing."""

    choice_wanted = Signal(int)
    """The number of a choice, from 1."""
    accept_wanted = Signal()
    keep_wanted = Signal()
    typing_wanted = Signal()
    group_wanted = Signal()
    note_written = Signal(str)
    """The note as it shall be."""
    field_left = Signal()
    """Enter or Esc was pressed in the note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._may_decide = True
        self._is_note_folded = False
        self._kind_line = KindLine(self)
        self._kind = plain_label(self)
        self._badge = StateBadge(self)
        self._count = QuietLabel(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind_line)
        head.addWidget(self._kind)
        head.addWidget(self._badge)
        head.addStretch()
        head.addWidget(self._count)
        self._pair = PairLine(self)
        self._bytes = ByteDiagram(self)
        self._why = plain_label(self, wrap=True)
        self.alternatives = Alternatives(self)
        self.alternatives.chosen.connect(self.choice_wanted)
        self.note = KeyField("M", self)
        self.note.setMaxLength(_LONGEST)
        self.note.setObjectName("placeNote")
        self.note.editingFinished.connect(self._write_note)
        self.note.entered.connect(self._leave_note)
        self.note.left.connect(self._drop_note)
        self.accept = KeyButton("A", self, primary=True)
        self.keep = KeyButton("R", self)
        self.type = KeyButton("E", self)
        self.group = KeyButton("G", self)
        self.button_row = QWidget(self)
        """The buttons, which are to be seen also where the rest has to scroll."""
        buttons = QHBoxLayout(self.button_row)
        buttons.setSpacing(8)
        wanted = (self.accept_wanted, self.keep_wanted, self.typing_wanted, self.group_wanted)
        for button, signal in zip(self.buttons, wanted, strict=True):
            button.clicked.connect(signal)
            buttons.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 0)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        for widget in (self._pair, self._bytes, self._why, self.alternatives, self.note):
            self._column.addWidget(widget)
        self._say()

    @property
    def buttons(self) -> Sequence[KeyButton]:
        """Accept, keep, type, group."""
        return self.accept, self.keep, self.type, self.group

    @property
    def place(self) -> Place | None:
        """What is shown."""
        return self._place

    def show_place(self, place: Place) -> None:
        """Show another repair; a note that is being written is written down first."""
        if self.note.hasFocus():
            self._write_note()
        self._place = place
        repair = place.repair
        self._kind_line.set_kind(place.kind)
        self._kind.setText(kind_title(place.kind))
        self._kind.setToolTip(plain_tip(f"{rule_title(repair.rule)}\n{repair.rule}"))
        self._badge.set_state(place.state, place.how)
        self._pair.set_pair(repair.before, repair.after, is_lost=not can_decide(repair))
        self._bytes.set_rows(byte_rows(repair))
        self._why.setText(_explain(repair))
        self.alternatives.set_choices(place.choices)
        self.note.setText(place.note)
        self._fold()
        self._say()
        self._enable()

    def set_may_decide(self, may: bool) -> None:
        """Offer decisions only while they can be made."""
        self._may_decide = may
        self._enable()

    def set_compact(self, compact: bool, *, fold_note: bool) -> None:
        """Leave out what can be done without, and the note until it is wanted."""
        self._is_note_folded = fold_note
        edge, gap = (4, 4) if compact else (8, 6) if fold_note else (10, 8)
        self._column.setContentsMargins(14, edge, 14, 0)
        layout = self.button_row.layout()
        if layout is not None:
            layout.setContentsMargins(14, gap, 14, edge)
        self._column.setSpacing(gap)
        self._pair.set_compact(compact)
        self._fold()

    def open_note(self) -> None:
        """Show the note and put the caret into it."""
        self.note.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if self._place is not None:
                self.show_place(self._place)
            self._say()

    def _fold(self) -> None:
        folded = self._is_note_folded and not self.note.text() and not self.note.hasFocus()
        self.note.setVisible(not folded)

    def _enable(self) -> None:
        place = self._place
        may = self._may_decide and place is not None
        can = place is not None and can_decide(place.repair)
        self.accept.setEnabled(may and can)
        self.keep.setEnabled(may and place is not None and can_keep(place.repair))
        self.type.setEnabled(may)
        self.group.setEnabled(may and can)
        self.alternatives.setEnabled(may)
        self.note.setEnabled(may)
        lost = self.tr("The bytes are gone; type what belongs here.")
        for button in (self.accept, self.group):
            button.setToolTip(lost if may and not can else "")

    def _say(self) -> None:
        self.accept.setText(self.tr("Accept"))
        self.keep.setText(self.tr("Keep"))
        self.type.setText(self.tr("Type"))
        self.group.setText(self.tr("Group"))
        self.keep.setToolTip(self.tr("Keep the original"))
        self.note.setPlaceholderText(self.tr("Note for this place"))
        self.note.setAccessibleName(self.tr("Note for this place"))
        if self._place is not None:
            text = self.tr("Place {number} of {total}")
            if self._place.is_certain:
                text = self.tr("Repair {number} of {total}")
            number, total = map(self.locale().toString, (self._place.number, self._place.total))
            self._count.setText(text.format(number=number, total=total))

    def _write_note(self) -> None:
        if self._place is not None and self.note.text().strip() != self._place.note:
            self._place = self._place._replace(note=self.note.text().strip())
            self.note_written.emit(self._place.note)

    def _leave_note(self) -> None:
        self._write_note()
        self.field_left.emit()
        self._fold()

    def _drop_note(self) -> None:
        if self._place is not None:
            self.note.setText(self._place.note)
        self.field_left.emit()
        self._fold()


def can_keep(repair: Repair) -> bool:
    """Tell if the original could be put back, or a lost place be left as it is."""
    return not can_decide(repair) or repair.before != repair.after


def _explain(repair: Repair) -> str:
    """Return why a repair was made, in a few sentences."""
    reasons = [evidence_text(one) for one in repair.evidence[:_REASONS]]
    text = ""
    for reason in reasons:
        text = sentences(text, reason) if text else reason
    return text
