"""Other words of the document with a character of this one, in the word panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.study.vocabulary import CountedWord
from reader.ui.flow import FlowLayout
from reader.ui.panes.card_labels import label

_MOST = 16


def same_section(
    words: Sequence[CountedWord], parent: QWidget, show: Callable[[int], object]
) -> QVBoxLayout:
    """Lay out words, each a button; `show` is told where the word stands first."""
    translate = QCoreApplication.translate
    column = QVBoxLayout()
    column.setSpacing(3)
    box = QWidget(parent)
    row = FlowLayout(box, 4)
    row.setContentsMargins(0, 0, 0, 0)
    for one in words[:_MOST]:
        button = QToolButton(box)
        button.setObjectName("sameCharacter")
        button.setText(one.word)
        button.setAutoRaise(True)
        name = one.word
        if one.count > 1:
            times = translate("Word", "{word}, {number} times here")
            name = times.format(word=one.word, number=one.count)
            button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(partial(_show, show, one.first))
        row.addWidget(button)
    column.addWidget(box)
    if len(words) > _MOST:
        more = translate("Word", "{number} more").format(number=len(words) - _MOST)
        column.addWidget(label(more, parent, quiet=True))
    return column


def _show(show: Callable[[int], object], at: int, _checked: bool = False) -> None:
    show(at)
