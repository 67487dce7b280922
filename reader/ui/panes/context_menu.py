"""The menu of a right click on a pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reader.ui.panes.panes import ReadingPanes


def context_menu(panes: ReadingPanes) -> QMenu:
    """Return a menu that copies and selects; it goes when it is closed."""
    translate = QCoreApplication.translate
    menu = QMenu(panes)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected = panes.has_selection()
    for text, slot, enabled in (
        (translate("ReadingPanes", "Copy"), panes.copy, selected),
        (translate("ReadingPanes", "Copy original"), panes.copy_source, selected),
        (translate("ReadingPanes", "Select all"), panes.select_all, panes.document is not None),
    ):
        menu.addAction(text, slot).setEnabled(enabled)
    return menu
