"""The left half of the start page: what Jingdu is, and the ways to open something."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.window.actions import ActionId
from reader.ui.window.icons import app_pixmap, line_icon

WIDTH = 420
"""How wide the half is beside the other one, in pixels."""
_SEAL = 50
_ICON, _ICON_GAP = 20, 8
_ROOMY = 700  # pixels from which, above the other half, words and buttons stand side by side


class StartActions(QFrame):
    """Says what Jingdu does, and offers all the ways to something to read."""

    address_wanted = Signal(str)
    """The address that was typed."""

    def __init__(self, has_sample: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("startActions")
        self.setProperty("above", False)
        self._mark = QLabel(self)
        self._title, self._line = QLabel(self), _quiet(self)
        self._says, self._hint = QLabel(self), _quiet(self)
        self._says.setWordWrap(True)
        self._line.setWordWrap(False)
        self.open, self.paste, self.address, self.folder, self.library, self.sample = (
            StartButton(self) for _ in range(6)
        )
        self.open.setObjectName("primary")
        self.sample.setVisible(has_sample)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("https://")
        self.go = QPushButton(self)
        self.go.setObjectName("go")
        self.go.setEnabled(False)
        self.go.setAutoDefault(True)
        self.address.clicked.connect(self.focus_address)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self._is_dark: bool | None = None
        self._set_fonts()
        self._arrange()
        self._dress()
        self._say()

    def show_keys(self, actions: Mapping[ActionId, QAction]) -> None:
        """Write the keys of the actions beside their names."""
        for button, action_id in (
            (self.open, ActionId.OPEN),
            (self.paste, ActionId.PASTE),
            (self.address, ActionId.OPEN_ADDRESS),
            (self.folder, ActionId.OPEN_FOLDER),
            (self.library, ActionId.LIBRARY),
        ):
            button.show_keys(actions[action_id].shortcut())

    def focus_address(self) -> None:
        """Let an address be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def fold(self, width: int, *, beside: bool) -> None:
        """Take the shape for this many pixels, beside the other half or above it."""
        if self.property("above") == beside:
            self.setProperty("above", not beside)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().polish(self)  # its edge is at the other side
        if beside:
            self.setFixedWidth(WIDTH)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        roomy = not beside and width >= _ROOMY
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
        top = 60 if beside else 28
        side = 60 if beside else 28
        self._column.setContentsMargins(side, top, 36 if beside else side, 24)
        self._hint.setContentsMargins(12, 0, 24, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._mark)
        head.addLayout(names, 1)
        words = QVBoxLayout()
        words.setContentsMargins(12, 0, 24, 0)
        words.setSpacing(22)
        words.addLayout(head)
        words.addWidget(self._says)
        words.addStretch(1)
        address = QHBoxLayout()
        address.setContentsMargins(40, 0, 12, 6)
        address.setSpacing(8)
        address.addWidget(self.field, 1)
        address.addWidget(self.go)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.open)
        buttons.addSpacing(4)
        buttons.addWidget(self.paste)
        buttons.addWidget(self.address)
        buttons.addLayout(address)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.library)
        buttons.addWidget(self.sample)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(20)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(buttons, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addLayout(self._halves)
        self._column.addStretch(1)
        self._column.addWidget(self._hint)

    def _set_fonts(self) -> None:
        base = self.font().pointSizeF()
        title = QFont(self.font())
        title.setPointSizeF(base * 1.8)
        title.setWeight(QFont.Weight.Bold)
        self._title.setFont(title)
        for label in (self._line, self._says):
            font = QFont(self.font())
            font.setPointSizeF(base * 1.08)
            label.setFont(font)
        self._mark.setPixmap(app_pixmap(_SEAL, self.devicePixelRatioF()))

    def _dress(self) -> None:
        dark = is_dark(self.palette())
        if dark is self._is_dark:
            return  # a style sheet changes the palette, too
        self._is_dark = dark
        for button, name, colour in (
            (self.open, "open", "accent_text"),
            (self.paste, "paste", "ink"),
            (self.address, "globe", "ink"),
            (self.folder, "folder", "ink"),
            (self.library, "library", "ink"),
            (self.sample, "book", "ink"),
        ):
            button.setIcon(line_icon(name, theme_colour(colour, dark=dark), _ICON_GAP))

    def _say(self) -> None:
        self._title.setText(self.tr("Jingdu 净读"))
        self._line.setText(self.tr("Read what scrapers broke"))
        self._says.setText(
            self.tr(
                "The clean text stands beside the original. "
                "Every repair can be seen, explained and undone."
            )
        )
        self.open.setText(self.tr("Open a file"))
        self.paste.setText(self.tr("Paste text"))
        self.address.setText(self.tr("Open an address"))
        self.folder.setText(self.tr("Open a folder"))
        self.library.setText(self.tr("Library"))
        self.sample.setText(self.tr("Open the sample"))
        self.field.setAccessibleName(self.tr("Page address"))
        self.go.setText(self.tr("Go"))
        self._hint.setText(
            self.tr(
                "Or drop files or text anywhere in this window. Documents stay on this computer."
            )
        )

    def _on_go(self) -> None:
        address = self.field.text().strip()
        if address:
            self.address_wanted.emit(address)


class StartButton(QPushButton):
    """A button as a line: its icon, its name, and its key at the right end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("row", True)
        self.setIconSize(QSize(_ICON + _ICON_GAP, _ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        plain, font = QFont(self.font()), QFont(self.font())
        plain.setPointSizeF(plain.pointSizeF())  # set, it is not taken from the button
        font.setPointSizeF(plain.pointSizeF() * 1.15)
        self.setFont(font)
        self._keys = QLabel(self)
        self._keys.setFont(plain)
        self._keys.setProperty("keys", True)
        self._keys.setTextFormat(Qt.TextFormat.PlainText)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._keys)

    def show_keys(self, keys: QKeySequence) -> None:
        """Write a key at the right end; none where it was taken away."""
        words = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._keys.setText(words)
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _quiet(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
