"""What the user said of how a word is cut, in the word panel, with a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.language.own_segments import Parts
from reader.ui.panes.card_labels import label


def own_cut_section(
    word: str, parts: Parts, parent: QWidget, forget: Callable[[str], object]
) -> QHBoxLayout:
    """Lay out what was said of a word; `forget` leaves it to the dictionaries again."""
    translate = QCoreApplication.translate
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(label(cut_words(word, parts), parent, quiet=True), 1)
    remove = QPushButton(translate("OwnCut", "Reset"), parent)
    remove.setObjectName("forgetCut")
    remove.setToolTip(translate("OwnCut", "Divide {word} as the dictionaries do").format(word=word))
    remove.setAccessibleName(remove.toolTip())
    remove.clicked.connect(lambda: forget(word))
    row.addWidget(remove)
    return row


def cut_words(word: str, parts: Parts) -> str:
    """Return how the user cuts a word, as a sentence."""
    translate = QCoreApplication.translate
    if len(parts) == 1:
        return translate("OwnCut", "{word}: joined by you").format(word=word)
    text = translate("OwnCut", "{word}: split by you into {parts}")
    return text.format(word=word, parts=" | ".join(parts))
