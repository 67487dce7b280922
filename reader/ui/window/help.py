"""The help windows: keyboard shortcuts and About."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.text.resources import installed_version
from reader.ui.window.actions import MENUS, ActionId
from reader.ui.window.icons import app_pixmap
from reader.ui.wording import plain


def shortcuts_dialog(parent: QWidget, actions: dict[ActionId, QAction]) -> QDialog:
    """Return a window with every action that has keys, in the order of the menus."""
    translate = QCoreApplication.translate
    rows = [
        (plain(actions[entry].text()), _keys(actions[entry]))
        for entries in MENUS.values()
        for entry in entries
        if isinstance(entry, ActionId) and actions[entry].shortcuts()
    ]
    rows.append((translate("Help", "Zoom"), translate("Help", "Ctrl+mouse wheel")))
    rows.append((translate("Help", "Select by keys"), translate("Help", "Shift+arrows")))
    rows.append((translate("Help", "Take another reading on the card"), "1–5"))
    rows.append((translate("Help", "Close the find bar, the card"), "Esc"))
    dialog = QDialog(parent)
    dialog.setObjectName("shortcuts")
    dialog.setWindowTitle(translate("Help", "Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    half = (len(rows) + 1) // 2
    for index, (name, keys) in enumerate(rows):
        column = 0 if index < half else 3
        grid.addWidget(QLabel(name), index % half, column)
        label = QLabel(keys)
        label.setForegroundRole(label.foregroundRole())
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label, index % half, column + 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnMinimumWidth(2, 24)
    _finish(dialog, grid)
    return dialog


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
            "A reader for Chinese documents that scrapers and content spinners damaged. "
            "It runs on this computer alone and sends nothing anywhere; only an address that you "
            "open is fetched.",
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


def _finish(dialog: QDialog, content: QGridLayout | QHBoxLayout) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 18)
    layout.setSpacing(20)
    layout.addLayout(content)
    layout.addWidget(buttons)


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(keys.toString(native) for keys in action.shortcuts())
