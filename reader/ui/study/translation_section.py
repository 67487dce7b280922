"""The section of the word panel with the translation of a sentence or a paragraph."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.panes.card_buttons import CardButton, button_row
from reader.ui.panes.card_labels import label, smaller
from reader.ui.study.meaning_section import section_title
from reader.ui.study.translation import Translation, TranslationActions, TranslationState


def translation_section(
    shown: Translation, parent: QWidget, actions: TranslationActions, width: int
) -> QVBoxLayout:
    """Lay out a translation, so wide; or why there is none, and what else there is."""
    translate = QCoreApplication.translate
    column = QVBoxLayout()
    column.setSpacing(4)
    many = len(shown.rows) > 1
    title = translate("Sentence", "Paragraph") if many else translate("Sentence", "Sentence")
    column.addWidget(section_title(title, parent))
    if shown.state is TranslationState.NO_SERVER:
        text = translate("Sentence", "No translation server is set up, so nothing was sent.")
        column.addWidget(label(text, parent, quiet=True))
        buttons = [
            _button(translate("Sentence", "Set up…"), "", "setUp", actions.set_up, parent),
            _button(
                translate("Sentence", "Glosses under the words"),
                "Ctrl+D",
                "showGlosses",
                actions.show_glosses,
                parent,
            ),
        ]
        column.addLayout(button_row(buttons, width))
        return column
    for source, translation in shown.rows:
        if many:
            column.addWidget(label(source, parent, quiet=True))
        if translation:
            column.addWidget(label(translation, parent))
    if shown.state is TranslationState.WAITING:
        text = translate("Sentence", "Translating…")
        column.addWidget(label(text, parent, quiet=True))
    elif shown.state is TranslationState.FAILED:
        column.addWidget(label(shown.problem, parent))
        again = _button(translate("Sentence", "Try again"), "", "again", actions.again, parent)
        set_up = _button(translate("Sentence", "Set up…"), "", "setUp", actions.set_up, parent)
        column.addLayout(button_row([again, set_up], width))
    note = label(
        translate("Sentence", "by {server}").format(server=shown.server), parent, quiet=True
    )
    note.setFont(smaller(note.font()))
    column.addWidget(note)
    return column


def _button(
    text: str, keys: str, name: str, do: Callable[[], object], parent: QWidget
) -> CardButton:
    button = CardButton(text, keys, parent)
    button.setObjectName(name)
    button.clicked.connect(lambda: do())
    return button
