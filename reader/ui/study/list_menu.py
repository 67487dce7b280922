"""The menu of the words that are selected in the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader.study.status import WordStatus
from reader.ui.study.list_model import WordRow
from reader.ui.study.status_strip import KEYS, status_name


class MenuActions(NamedTuple):
    """What the menu can do."""

    show: Callable[[], object]
    show_place: Callable[[], object]
    set_status: Callable[[WordStatus], object]
    copy: Callable[[], object]
    export: Callable[[], object]


def list_menu(row: WordRow | None, do: MenuActions, parent: QWidget) -> QMenu:
    """Return the menu of one row, or of several, where `row` is None."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if row is not None:
        _add(menu, translate("ListMenu", "Show the word"), do.show, "Return")
        place = _add(menu, translate("ListMenu", "Show in the text"), do.show_place)
        place.setEnabled(row.is_here)
        menu.addSeparator()
    for status, key in KEYS.items():
        action = _add(menu, _capital(status_name(status)), _bound(do.set_status, status), key)
        action.setCheckable(True)
        action.setChecked(row is not None and row.status is status)
    menu.addSeparator()
    copy = _add(menu, translate("ListMenu", "Copy"), do.copy)
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    _add(menu, translate("ListMenu", "Export…"), do.export)
    return menu


def _add(menu: QMenu, text: str, do: Callable[[], object], key: str = "") -> QAction:
    action = menu.addAction(text)
    if key:
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown; the table hears it
    action.triggered.connect(lambda: do())
    return action


def _bound(do: Callable[[WordStatus], object], status: WordStatus) -> Callable[[], object]:
    return lambda: do(status)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
