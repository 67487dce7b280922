"""About: what this is, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.text.resources import installed_version
from reader.ui.window.icons import app_pixmap


def about_dialog(parent: QWidget) -> QDialog:
    """Return the window that says what this is."""
    translate = QCoreApplication.translate
    dialog = QDialog(parent)
    dialog.setObjectName("about")
    dialog.setWindowTitle(translate("Help", "About Jingdu"))
    mark = QLabel()
    mark.setPixmap(app_pixmap(72, parent.devicePixelRatioF()))
    title = QLabel(f"Jingdu 净读 {installed_version('jingdu')}")
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    title.setFont(font)
    says = QLabel(
        translate(
            "Help",
            "A reader for Chinese documents damaged by scrapers and content spinners. It runs "
            "entirely on this computer and sends nothing anywhere; it only fetches web addresses "
            "that you open.",
        )
    )
    says.setWordWrap(True)
    says.setMinimumWidth(340)
    licence = QLabel(
        translate(
            "Help", "MIT licence. Noto Sans SC under the SIL Open Font Licence; Qt under the LGPL."
        )
    )
    licence.setWordWrap(True)
    texts = QVBoxLayout()
    texts.setSpacing(10)
    for label in (title, says, licence):
        texts.addWidget(label)
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts)
    _finish(dialog, row)
    return dialog


def _finish(dialog: QDialog, content: QHBoxLayout) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 18)
    layout.setSpacing(20)
    layout.addLayout(content)
    layout.addWidget(buttons)
