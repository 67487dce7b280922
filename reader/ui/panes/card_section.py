"""One repair on the card: what changed, why, how sure, what else could stand there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.document import Repair
from reader.core.kinds import RepairKind
from reader.review.decisions import can_decide
from reader.ui.kinds import STYLES, is_dark, kind_explanation, kind_title
from reader.ui.panes.byte_chain import byte_chain, shortened
from reader.ui.panes.card_parts import (
    WIDTH,
    Bar,
    ByteChain,
    ChoiceRow,
    Swatch,
    bold,
    label,
    text_label,
)
from reader.ui.panes.deciding import can_accept, can_reject, offered
from reader.ui.wording import confidence_word, evidence_text, percent

_FEW = 2  # alternatives of the second and later repairs of a place

Choose = Callable[[Repair, str], object]


@dataclass(frozen=True, slots=True)
class Deciding:
    """How the buttons of a card decide, and the keys that do the same; None where nothing can."""

    choose: Choose
    keys: dict[str, str]
    """accept and reject -> key sequence; empty where keys decide on another repair"""


def section(
    repair: Repair, parent: QWidget, deciding: Deciding | None, *, compact: bool
) -> QVBoxLayout:
    """Lay out one repair; the second and later ones of a place are set smaller."""
    colour = STYLES[repair.kind].colour(is_dark(parent.palette()))
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addLayout(_head(repair, parent))
    column.addLayout(_change(repair, parent, 1.35 if compact else 2.0))
    cells = () if compact else byte_chain(repair)
    if cells:
        column.addWidget(ByteChain(cells, colour, parent))
    for evidence in repair.evidence:
        reason = label(evidence_text(shortened(evidence)), parent)
        reason.setWordWrap(True)
        reason.setFixedWidth(WIDTH)
        reason.setMinimumHeight(reason.heightForWidth(WIDTH))
        column.addWidget(reason)
    if can_decide(repair) and repair.kind is not RepairKind.MANUAL:
        column.addLayout(_sureness(repair, parent))
    _add_choices(column, repair, parent, deciding, compact=compact)
    if deciding is not None:
        _add_buttons(column, repair, parent, deciding, compact=compact)
    return column


def _choose(deciding: Deciding, repair: Repair, text: str, _checked: bool = False) -> None:
    deciding.choose(repair, text)


def _head(repair: Repair, parent: QWidget) -> QHBoxLayout:
    translate = QCoreApplication.translate
    colour = STYLES[repair.kind].colour(is_dark(parent.palette()))
    head = QHBoxLayout()
    head.setSpacing(7)
    head.addWidget(Swatch(colour, parent))
    title = label(kind_title(repair.kind), parent)
    title.setFont(bold(title.font()))
    title.setToolTip(kind_explanation(repair.kind))
    head.addWidget(title)
    head.addStretch()
    if not can_decide(repair):
        head.addWidget(label(translate("RepairCard", "Lost for good"), parent, quiet=True))
    elif not repair.applied:
        note = translate("RepairCard", "Proposed, not applied")
        head.addWidget(label(note, parent, quiet=True))
    return head


def _change(repair: Repair, parent: QWidget, scale: float) -> QHBoxLayout:
    change = QHBoxLayout()
    change.setSpacing(12)
    if repair.before == repair.after:
        change.addWidget(text_label(repair.before, parent, scale))
        if can_decide(repair):
            kept = QCoreApplication.translate("RepairCard", "the original stands")
            change.addWidget(label(kept, parent, quiet=True))
    else:
        change.addWidget(text_label(repair.before, parent, scale, quiet=True))
        change.addWidget(label("→", parent, quiet=True))
        change.addWidget(text_label(repair.after, parent, scale))
    change.addStretch()
    return change


def _sureness(repair: Repair, parent: QWidget) -> QHBoxLayout:
    colour = STYLES[repair.kind].colour(is_dark(parent.palette()))
    sure = QHBoxLayout()
    sure.setSpacing(8)
    sure.addWidget(Bar(repair.confidence, colour, parent))
    words = QCoreApplication.translate("RepairCard", "{word}, {percent}")
    words = words.format(
        word=confidence_word(repair.confidence), percent=percent(repair.confidence)
    )
    sure.addWidget(label(words, parent, quiet=True))
    sure.addStretch()
    return sure


def _add_choices(
    column: QVBoxLayout,
    repair: Repair,
    parent: QWidget,
    deciding: Deciding | None,
    *,
    compact: bool,
) -> None:
    others = offered(repair)[: _FEW if compact else None]
    if not others:
        return
    translate = QCoreApplication.translate
    column.addWidget(label(translate("RepairCard", "It could also be:"), parent, quiet=True))
    colour = STYLES[repair.kind].colour(is_dark(parent.palette()))
    rows = QVBoxLayout()
    rows.setSpacing(0)
    for number, other in enumerate(others, 1):
        key = str(number) if deciding is not None and deciding.keys and not compact else ""
        row = ChoiceRow(key, other.text, other.probability, colour, parent)
        row.setEnabled(deciding is not None)
        if deciding is not None:
            row.clicked.connect(partial(_choose, deciding, repair, other.text))
        rows.addWidget(row)
    column.addLayout(rows)


def _add_buttons(
    column: QVBoxLayout, repair: Repair, parent: QWidget, deciding: Deciding, *, compact: bool
) -> None:
    translate = QCoreApplication.translate
    wanted: list[tuple[str, str, str]] = []
    if can_accept(repair):
        wanted.append(("accept", translate("RepairCard", "Accept"), repair.after))
    if can_reject(repair):
        text = translate("RepairCard", "Keep the original")
        wanted.append(("reject", text, repair.before))
    if not wanted:
        return
    row = QHBoxLayout()
    row.setSpacing(8)
    for name, title, text in wanted:
        button = QPushButton(title, parent)
        button.setObjectName(f"{name}Repair")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(_choose, deciding, repair, text))
        row.addWidget(button)
        if deciding.keys and not compact:
            row.addWidget(_keys_label(deciding.keys[name], parent))
    row.addStretch()
    column.addLayout(row)


def _keys_label(keys: str, parent: QWidget) -> QLabel:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    made = label(native, parent, quiet=True)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    made.setFont(font)
    return made
