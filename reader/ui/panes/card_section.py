"""One repair on the card: what changed, why, how sure, what else could stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from reader.review.decisions import can_decide
from reader.text.document import Repair
from reader.text.kinds import RepairKind
from reader.text.repair import state_of
from reader.ui.kinds import is_dark, kind_colour, kind_explanation, kind_title
from reader.ui.panes.byte_chain import byte_chain
from reader.ui.panes.card_buttons import CardButton, ChoiceRow, button_row
from reader.ui.panes.card_graphics import Bar, ByteChain, Swatch
from reader.ui.panes.card_labels import Words, bold, label, natural_width, text_label
from reader.ui.panes.repair_options import can_accept, can_reject, offered_alternatives
from reader.ui.wording import evidence_text, percent, state_word

_GAP = 12
_FEW = 2  # alternatives of the second and later repairs of a place

Choose = Callable[[Repair, str], object]


@dataclass(frozen=True, slots=True)
class DecisionActions:
    """How the buttons of a card decide, and the keys that do the same; None where nothing can."""

    choose: Choose
    keys: Mapping[str, str]
    """accept and reject -> key sequence; empty where keys decide on another repair"""


def repair_section(
    repair: Repair, parent: QWidget, actions: DecisionActions | None, width: int, *, compact: bool
) -> QVBoxLayout:
    """Lay out one repair so wide; the second and later ones of a place are set smaller."""
    colour = kind_colour(repair.kind, dark=is_dark(parent.palette()))
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addLayout(_head(repair, parent, width))
    column.addLayout(_change(repair, parent, 1.35 if compact else 2.0, width))
    cells = () if compact else byte_chain(repair)
    if cells:
        column.addWidget(ByteChain(cells, colour, parent, width))
    for evidence in repair.evidence:
        column.addWidget(label(evidence_text(evidence), parent))
    if can_decide(repair) and repair.kind is not RepairKind.MANUAL:
        column.addLayout(_sureness(repair, parent))
    _add_choices(column, repair, parent, actions, compact=compact)
    buttons = _buttons(repair, parent, actions, compact=compact) if actions is not None else []
    if buttons:
        column.addSpacing(2)
        column.addLayout(button_row(buttons, width))
    return column


def _choose(actions: DecisionActions, repair: Repair, text: str, _checked: bool = False) -> None:
    actions.choose(repair, text)


def _head(repair: Repair, parent: QWidget, width: int) -> QBoxLayout:
    translate = QCoreApplication.translate
    swatch = Swatch(kind_colour(repair.kind, dark=is_dark(parent.palette())), parent)
    title = label(kind_title(repair.kind), parent)
    title.setFont(bold(title.font()))
    title.setToolTip(kind_explanation(repair.kind))
    head = QHBoxLayout()
    head.setSpacing(7)
    head.addWidget(swatch)
    head.addWidget(title)
    head.addStretch()
    text = ""
    if not can_decide(repair):
        text = translate("RepairCard", "Lost")
    elif not repair.applied:
        text = translate("RepairCard", "Proposed, not applied")
    if not text:
        return head
    note = label(text, parent, quiet=True)
    if swatch.width() + natural_width([title, note], _GAP) + _GAP <= width:
        head.addWidget(note)
        return head
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addLayout(head)
    column.addWidget(note)
    return column


def _change(repair: Repair, parent: QWidget, scale: float, width: int) -> QBoxLayout:
    """Set what was there before what is there now; long texts stand below each other."""
    if repair.before == repair.after:
        first = [text_label(repair.before, parent, scale)]
        second = []
        if can_decide(repair):
            kept = QCoreApplication.translate("RepairCard", "original kept")
            second = [label(kept, parent, quiet=True)]
    else:
        first = [text_label(repair.before, parent, scale, quiet=True)]
        second = [label("→", parent, quiet=True), text_label(repair.after, parent, scale)]
    if natural_width([*first, *second], _GAP) <= width:
        return _row([*first, *second])
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addLayout(_row(first))
    column.addLayout(_row(second))
    return column


def _row(labels: Sequence[Words]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for one in labels:
        row.addWidget(one)
    row.addStretch()
    return row


def _sureness(repair: Repair, parent: QWidget) -> QHBoxLayout:
    colour = kind_colour(repair.kind, dark=is_dark(parent.palette()))
    sure = QHBoxLayout()
    sure.setSpacing(8)
    sure.addWidget(Bar(repair.confidence, colour, parent))
    words = QCoreApplication.translate("RepairCard", "{word}, {percent}")
    words = words.format(word=state_word(state_of(repair)), percent=percent(repair.confidence))
    sure.addWidget(label(words, parent, quiet=True))
    sure.addStretch()
    return sure


def _add_choices(
    column: QVBoxLayout,
    repair: Repair,
    parent: QWidget,
    actions: DecisionActions | None,
    *,
    compact: bool,
) -> None:
    others = offered_alternatives(repair)[: _FEW if compact else None]
    if not others:
        return
    translate = QCoreApplication.translate
    column.addWidget(label(translate("RepairCard", "Alternatives:"), parent, quiet=True))
    colour = kind_colour(repair.kind, dark=is_dark(parent.palette()))
    rows = QVBoxLayout()
    rows.setSpacing(0)
    for number, other in enumerate(others, 1):
        key = str(number) if actions is not None and actions.keys and not compact else ""
        row = ChoiceRow(key, other.text, other.probability, colour, parent)
        row.setEnabled(actions is not None)
        if actions is not None:
            row.clicked.connect(partial(_choose, actions, repair, other.text))
        rows.addWidget(row)
    column.addLayout(rows)


def _buttons(
    repair: Repair, parent: QWidget, actions: DecisionActions, *, compact: bool
) -> list[CardButton]:
    translate = QCoreApplication.translate
    wanted: list[tuple[str, str, str]] = []
    if can_accept(repair):
        wanted.append(("accept", translate("RepairCard", "Accept"), repair.after))
    if can_reject(repair):
        text = translate("RepairCard", "Keep the original")
        wanted.append(("reject", text, repair.before))
    buttons = []
    for name, title, text in wanted:
        keys = actions.keys[name] if actions.keys and not compact else ""
        button = CardButton(title, keys, parent)
        button.setObjectName(f"{name}Repair")
        button.clicked.connect(partial(_choose, actions, repair, text))
        buttons.append(button)
    return buttons
