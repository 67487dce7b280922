"""The dialog in which a translation server is set up, or taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.errors import ReaderError
from reader.ui.panes.card_labels import label
from reader.ui.study.translation_settings import TranslationSettings
from reader.ui.wording import error_text

_WIDE = 520  # pixels


class TranslationDialog(QDialog):
    """Asks for the address of a server and its key; an empty address turns translation off."""

    def __init__(self, store: TranslationSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("translation")
        self.setWindowTitle(self.tr("Set up translation"))
        self._store = store
        about = label(
            self.tr(
                "Sentences are translated by a server that understands LibreTranslate, one of your "
                "own or another one. Only what you ask to have translated is sent there. "
                "Without an address, nothing is."
            ),
            self,
        )
        self.address = QLineEdit(store.address, self)
        self.address.setPlaceholderText("https://translate.example.org")
        self.address.setClearButtonEnabled(True)
        self.key = QLineEdit(store.key, self)
        self.key.setPlaceholderText(self.tr("Only if the server asks for one"))
        note = label(
            self.tr("The key is kept unencrypted in the settings file of Jingdu."), self, quiet=True
        )
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Key"), self.key)
        form.addRow("", note)
        self.problem = label("", self)
        self.problem.hide()
        self.allowed = label("", self)
        self.withdraw = QPushButton(self.tr("Withdraw"), self)
        self.withdraw.clicked.connect(self._on_withdraw)
        self._consent = QWidget(self)
        row = QHBoxLayout(self._consent)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.allowed, 1)
        row.addWidget(self.withdraw)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self._consent)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self._show_consent()
        self.address.textEdited.connect(self._on_typed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a width for an address, and the height that the texts need at it."""
        hint = super().sizeHint()
        wide = max(_WIDE, hint.width())
        return QSize(wide, max(self._height_at(wide), hint.height()))

    def accept(self) -> None:
        """Keep what was typed, if the address is one."""
        typed = self.address.text().strip()
        if not typed:
            self._store.set_server("", "")
            super().accept()
            return
        from reader.study.translator import clean_address  # not needed before

        try:
            address = clean_address(typed)
        except ReaderError as error:
            self.problem.setText(" ".join(error_text(error)))
            self.problem.show()
            self._fit()
            self.address.setFocus()
            return
        self._store.set_server(address, self.key.text().strip())
        super().accept()

    def _fit(self) -> None:
        """Make room for a text that was not there before."""
        self.resize(self.width(), max(self.height(), self._height_at(self.width())))

    def _height_at(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def _on_typed(self) -> None:
        self.problem.hide()

    def _on_withdraw(self) -> None:
        self._store.withdraw(self._store.address)
        self._show_consent()

    def _show_consent(self) -> None:
        address = self._store.address
        self._consent.setVisible(self._store.may_send(address))
        text = self.tr("You have allowed sending sentences to {address}.")
        self.allowed.setText(text.format(address=address))
