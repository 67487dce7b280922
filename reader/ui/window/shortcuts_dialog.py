"""The window of keyboard shortcuts: all keys in groups, searched and changed."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.window.actions import (
    MENUS,
    ActionId,
    CommandId,
    ExportId,
    Submenu,
    entry_words,
    menu_titles,
)
from reader.ui.window.palette_search import find_tier, fold, spell
from reader.ui.window.shortcuts import Shortcuts, is_usable
from reader.ui.window.single_keys import key_groups
from reader.ui.wording import plain

_SIZE = QSize(640, 620)
_NAME, _KEYS = range(2)
_ID = Qt.ItemDataRole.UserRole
_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)


class ShortcutsDialog(QDialog):
    """Lists the keys by menu, and below them those of the page and the panels."""

    def __init__(self, parent: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._shortcuts = shortcuts
        self._actions = shortcuts.actions
        self._ids = {action_id.name: action_id for action_id in self._actions}
        self._wanted: tuple[CommandId, QKeySequence] | None = None  # keys another action has
        self._field: KeyField | None = None
        self._groups: list[QTreeWidgetItem] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name or key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = self._make_tree()
        self.nothing = QLabel(self.tr("No shortcut matches."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("quiet", True)
        self.nothing.hide()
        self.says = QLabel(self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.replace = QPushButton(self.tr("Reassign"), self)
        self.replace.clicked.connect(self._on_replace)
        self.reset = QPushButton(self.tr("Reset"), self)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all = QPushButton(self.tr("Reset all"), self)
        self.reset_all.clicked.connect(self._shortcuts.reset_all)
        for button in (self.replace, self.reset, self.reset_all):
            button.setAutoDefault(False)
        self._arrange()
        shortcuts.changed.connect(self._show_keys)
        self._fill()
        self._say("")
        self.resize(_SIZE)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setUniformRowHeights(True)
        tree.setExpandsOnDoubleClick(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.Fixed)
        tree.header().resizeSection(_KEYS, 200)
        tree.itemClicked.connect(self._on_clicked)
        tree.itemActivated.connect(lambda item, _column: self._edit(item))
        tree.currentItemChanged.connect(lambda now, _before: self._on_current(now))
        return tree

    def _arrange(self) -> None:
        note = QHBoxLayout()
        note.addWidget(self.says, 1)
        note.addWidget(self.replace)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addWidget(self.reset_all)
        row.addStretch(1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.nothing, 1)
        layout.addLayout(note)
        layout.addLayout(row)

    def _fill(self) -> None:
        titles = menu_titles()
        for menu, entries in MENUS.items():
            group = self._add_group(plain(titles[menu]))
            for entry in entries:
                if isinstance(entry, ActionId):
                    self._add_action(group, entry)
                elif entry is Submenu.EXPORT:
                    for action_id in self._actions:
                        if isinstance(action_id, ExportId):
                            self._add_action(group, action_id)
        for one in key_groups():
            group = self._add_group(one.title)
            for key in one.keys:
                QTreeWidgetItem(group, [key.does, key.keys])
        self.tree.expandAll()
        self._show_keys()

    def _add_action(self, group: QTreeWidgetItem, action_id: CommandId) -> None:
        item = QTreeWidgetItem(group, [self._name(action_id), ""])
        item.setData(_NAME, _ID, action_id.name)
        item.setToolTip(_KEYS, self.tr("Click to change"))

    def _name(self, action_id: CommandId) -> str:
        name = plain(self._actions[action_id].text())
        if isinstance(action_id, ExportId):
            return entry_words(plain(menu_titles()[Submenu.EXPORT]), name)
        return name

    def _add_group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [title, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(_NAME)
        font.setBold(True)
        group.setFont(_NAME, font)
        self._groups.append(group)
        return group

    def items(self) -> list[QTreeWidgetItem]:
        """Return the rows without the heads of the groups."""
        return [item for group in self._groups for item in self._rows(group)]

    def _rows(self, group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        items = (group.child(at) for at in range(group.childCount()))
        return [item for item in items if item is not None]

    def _show_keys(self) -> None:
        for item in self.items():
            action_id = self._action_of(item)
            if action_id is None:
                continue
            item.setText(_KEYS, _words(self._shortcuts.keys(action_id)))
            font = item.font(_KEYS)
            font.setBold(self._shortcuts.is_chosen(action_id))
            item.setFont(_KEYS, font)
        self.reset_all.setEnabled(self._shortcuts.has_chosen)
        self._on_current(self.tree.currentItem())

    def _filter(self) -> None:
        query, typed = fold(self.search.text()), self.search.text().strip().lower()
        for item in self.items():
            found = not query or find_tier(query, spell(item.text(_NAME))) is not None
            item.setHidden(not (found or (typed and typed in item.text(_KEYS).lower())))
        for group in self._groups:
            group.setHidden(all(item.isHidden() for item in self._rows(group)))
        found_any = any(not group.isHidden() for group in self._groups)
        self.tree.setVisible(found_any)
        self.nothing.setVisible(not found_any)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc first give up the keys that another action has, and only then close."""
        if event.key() == Qt.Key.Key_Escape and self._wanted is not None:
            self._end_editing()
            self._say("")
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    # -- changing keys

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _KEYS:
            self._edit(item)

    def _edit(self, item: QTreeWidgetItem) -> None:
        """Wait for keys that an action is to have."""
        action_id = self._action_of(item)
        self._end_editing()
        if action_id is None:
            if item.parent() is not None:
                self._say(self.tr("These keys cannot be changed."))
            return
        self._say(self.tr("Press the new keys. Backspace removes them, Esc cancels."))
        self._field = KeyField(self.tree)
        self._field.pressed.connect(lambda keys: self._on_pressed(action_id, keys))
        self._field.cleared.connect(lambda: self._give(action_id, None))
        self._field.cancelled.connect(self._on_cancelled)
        self._field.left.connect(self._on_left)
        self.tree.setItemWidget(item, _KEYS, self._field)
        self._field.setFocus()

    def _on_pressed(self, action_id: CommandId, keys: QKeySequence) -> None:
        if not is_usable(keys):
            self._say(self.tr("Use Ctrl, Alt or a function key: letters alone are for typing."))
            return
        owner = self._shortcuts.find_owner(keys)
        if owner is None or owner == action_id:
            self._give(action_id, keys)
            return
        self._end_editing()
        self._wanted = (action_id, keys)
        says = self.tr("{keys} is already used for “{action}”.")
        self._say(says.format(keys=_words((keys,)), action=self._name(owner)), can_replace=True)
        self.replace.setFocus()

    def _on_replace(self) -> None:
        if self._wanted is not None:
            self._give(*self._wanted)

    def _give(self, action_id: CommandId, keys: QKeySequence | None) -> None:
        self._end_editing()
        self._say("")
        self._shortcuts.choose(action_id, keys)
        self.tree.setFocus()

    def _on_cancelled(self) -> None:
        self._on_left()
        self.tree.setFocus()

    def _on_left(self) -> None:
        if self._field is not None:
            self._end_editing()
            self._say("")

    def _on_reset(self) -> None:
        action_id = self._action_of(self.tree.currentItem())
        if action_id is not None:
            self._end_editing()
            self._say("")
            self._shortcuts.reset(action_id)

    def _end_editing(self) -> None:
        field, self._field = self._field, None
        self._wanted = None
        if field is not None:
            for item in self.items():
                if self.tree.itemWidget(item, _KEYS) is field:
                    self.tree.removeItemWidget(item, _KEYS)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        action_id = self._action_of(item)
        chosen = action_id is not None and self._shortcuts.is_chosen(action_id)
        self.reset.setEnabled(chosen)

    def _action_of(self, item: QTreeWidgetItem | None) -> CommandId | None:
        name = item.data(_NAME, _ID) if item is not None else None
        return self._ids[name] if name else None

    def _say(self, text: str, *, can_replace: bool = False) -> None:
        self.says.setText(text)
        self.replace.setVisible(can_replace)


class KeyField(QLineEdit):
    """Takes the next keys that are pressed, whatever they mean elsewhere."""

    pressed = Signal(QKeySequence)
    cleared = Signal()
    cancelled = Signal()
    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setPlaceholderText(self.tr("Press keys…"))

    def event(self, event: QEvent) -> bool:
        """Take Tab and the keys of actions, too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        plainly = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plainly and key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif plainly and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        else:
            self.pressed.emit(QKeySequence(event.keyCombination()))


def _words(keys: tuple[QKeySequence, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(one.toString(native) for one in keys)
