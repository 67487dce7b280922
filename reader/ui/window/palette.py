"""The command palette: one field that finds every action, by name in two languages or by pinyin."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui import settings
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.settings import Settings
from reader.ui.window.palette_search import Spelling, find_tier, fold, spell, spell_in_pinyin
from reader.ui.workers import Runner

Index = QModelIndex | QPersistentModelIndex
_WIDE = 620  # pixels
_ROW = 30
_MOST_ROWS = 12  # shown at once
_PAD = 12
_BAR = 3
_REMEMBERED = 12  # actions used last
_NOWHERE = QModelIndex()
_KEYS, _MENU, _WHY = (Qt.ItemDataRole.UserRole + number for number in range(3))


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the palette lists it.

    `id` is stable; `names` are what it is called, the name that is shown first.
    """

    id: str
    action: QAction
    names: tuple[str, ...]
    menu: str
    why: str = ""  # why it cannot be called now


class Palette(QFrame):
    """Shows the commands at the top of the window; Enter runs one, Esc goes back."""

    ran = Signal(object)
    """QAction that was chosen; it has been triggered."""

    def __init__(
        self, commands: Callable[[], Sequence[Command]], store: Settings, window: QWidget
    ) -> None:
        """Make the palette; `commands` are asked for at each opening."""
        super().__init__(window)
        self.setObjectName("palette")
        self._commands = commands
        self._store = store
        self._window = window
        self._before: QWidget | None = None  # had the focus
        self._pinyin: dict[str, Spelling | None] = {}
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_pinyin)
        self.model = CommandModel()
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        self.hide()

    def open_palette(self) -> None:
        """Show all commands, those used last first; called again, it closes."""
        if self.isVisible():
            self.close_palette()
            return
        self._before = QApplication.focusWidget()
        commands = self._commands()
        self.model.set_commands(commands, self._store.get(settings.PALETTE), self._pinyin)
        self.line.setPlaceholderText(self.tr("Find an action: English, 中文 or pinyin"))
        self.line.setAccessibleName(self.tr("Find an action"))
        self.nothing.setText(self.tr("No action matches."))
        self.line.clear()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        names = {name for one in commands for name in one.names} - self._pinyin.keys()
        if names and not self._runner.is_busy:
            self._runner.start(lambda task: {name: spell_in_pinyin(name) for name in names})

    def close_palette(self) -> None:
        """Hide; the focus goes back to where it was."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def shut_down(self) -> None:
        """Stop spelling; no thread is left after this."""
        self._runner.close()

    # -- what happens

    def _find(self) -> None:
        self.model.find(self.line.text())
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
        self._place()

    def _place(self) -> None:
        window = self._window
        rows = min(max(self.model.rowCount(), 1), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW + 2)
        width = min(_WIDE, window.width() - 2 * _PAD)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, 2 * _PAD)

    def _on_pinyin(self, found: Mapping[str, Spelling | None]) -> None:
        self._pinyin.update(found)
        if self.isVisible() and self.line.text():
            self._find()

    def _run(self) -> None:
        command = self.model.command(self.list.currentIndex())
        if command is None or not command.action.isEnabled():
            return
        last = [one for one in self._store.get(settings.PALETTE) if one != command.id]
        self._store.set(settings.PALETTE, [command.id, *last][:_REMEMBERED])
        # The focus goes back first: what is done goes by it, and may move it on.
        self.close_palette()
        command.action.trigger()
        self.ran.emit(command.action)

    def _step(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + step) % rows
            self.list.setCurrentIndex(self.model.index(row))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if watched is not self.line:
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._on_focus_lost()
        if event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _MOST_ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _MOST_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _on_focus_lost(self) -> None:
        """Close when another part of the window takes the focus, and leave it there."""
        now = QApplication.focusWidget()
        if now is not None and now is not self.line and not self.isAncestorOf(now):
            self._before = None
            self.hide()


class CommandModel(QAbstractListModel):
    """The commands that a query finds, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self._commands: Sequence[Command] = ()
        self._ranks: dict[str, int] = {}
        self._spellings: dict[str, Spelling] = {}
        self._pinyin: Mapping[str, Spelling | None] = {}
        self._found: list[Command] = []

    def set_commands(
        self,
        commands: Sequence[Command],
        recent: Iterable[str],
        pinyin: Mapping[str, Spelling | None],
    ) -> None:
        """Search in these commands; `recent` are the ids used last, `pinyin` that of names."""
        self._commands = commands
        self._ranks = {one: rank for rank, one in enumerate(recent)}
        self._pinyin = pinyin

    def find(self, query: str) -> None:
        """List what a query finds; all commands for an empty one."""
        wanted = fold(query)
        ranked = []
        for number, command in enumerate(self._commands):
            rank = self._ranks.get(command.id, len(self._ranks))
            if not wanted:
                ranked.append((0, rank, number, command))
                continue
            tiers = [find_tier(wanted, one) for one in self._spell(command)]
            fitting = [tier for tier in tiers if tier is not None]
            if fitting:
                ranked.append((min(fitting), rank, number, command))
        ranked.sort(key=lambda one: one[:3])
        self.beginResetModel()
        self._found = [one[3] for one in ranked]
        self.endResetModel()

    def _spell(self, command: Command) -> list[Spelling]:
        found = []
        for name in command.names:
            if name not in self._spellings:
                self._spellings[name] = spell(name)
            found.append(self._spellings[name])
            pinyin = self._pinyin.get(name)
            if pinyin is not None:
                found.append(pinyin)
        return found

    def command(self, index: Index) -> Command | None:
        """Return the command of a row."""
        return self._found[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.command(index)
        if command is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return command.names[0]
        if role == _KEYS:
            keys = command.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            return keys or command.action.text().partition("\t")[2]
        if role == _MENU:
            return command.menu
        if role == _WHY:
            return "" if command.action.isEnabled() else command.why
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, (command.names[0], command.menu, command.why)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Disabled ones can be looked at, and say why they are.
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class _CommandDelegate(QStyledItemDelegate):
    """Paints the name and menu at the left, the keys, or why it cannot be called, at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # That of a styled widget tells nothing: its base may be transparent.
        dark = is_dark(QApplication.palette())
        why = index.data(_WHY)
        model = index.model()
        assert isinstance(model, CommandModel)
        command = model.command(index)
        enabled = command is not None and command.action.isEnabled()
        ink, muted = (theme_colour(name, dark=dark) for name in ("ink", "muted"))
        area = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme_colour("cur_fill", dark=dark))
            bar = QRect(area)
            bar.setWidth(_BAR)
            painter.fillRect(bar, theme_colour("cur", dark=dark))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme_colour("hover", dark=dark))
        area.adjust(_PAD, 0, -_PAD, 0)
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        right = why or index.data(_KEYS)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(muted)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, right)
        area.setRight(area.right() - metrics.horizontalAdvance(right) - _PAD)
        painter.setPen(ink if enabled else muted)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, middle, name)
        area.setLeft(area.left() + metrics.horizontalAdvance(name) + _PAD)
        menu = metrics.elidedText(index.data(_MENU), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(muted)
        painter.drawText(area, middle, menu)
        painter.restore()
