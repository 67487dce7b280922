"""The page before a document is open: what to do, in three lines, and the ways in."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.document.recent import Progress, progress_words, short_names, tip
from reader.ui.window.icons import app_pixmap

_RECENT_SHOWN = 5
_WIDTH = 560
_NOTE = 170  # pixels for how far a file is decided


class StartPage(QWidget):
    """Says what Jingdu does and offers the sample, a file, a paste, and the files read last."""

    sample_wanted = Signal()
    file_wanted = Signal()
    paste_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # It takes the focus itself, so that no button is ringed before a key was pressed.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paths: list[Path] = []
        self._mark = QLabel(self)
        self._title = QLabel(self)
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._hint = _quiet(self)
        self.sample = QPushButton(self)
        self.sample.setObjectName("sample")
        self.sample.setVisible(has_sample)
        self.sample.clicked.connect(self.sample_wanted)
        self.open = QPushButton(self)
        self.open.clicked.connect(self.file_wanted)
        self.paste = QPushButton(self)
        self.paste.clicked.connect(self.paste_wanted)
        self._rule = QFrame(self)
        self._rule.setObjectName("rule")
        self._recent_title = _quiet(self)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._arrange()
        self._set_fonts()
        self._say()
        self.set_recent(())

    def recent_buttons(self) -> list[QPushButton]:
        """Return the buttons of the files read last."""
        items = [self._recent.itemAt(index) for index in range(self._recent.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Give the buttons their icons: "open" and "paste"."""
        self.open.setIcon(icons["open"])
        self.paste.setIcon(icons["paste"])
        for button in (self.open, self.paste):
            button.setIconSize(QSize(20, 20))

    def set_recent(
        self, paths: Sequence[Path], progress: Mapping[Path, Progress] | None = None
    ) -> None:
        """Offer these files, and say how far each is decided."""
        self._paths = list(paths)[:_RECENT_SHOWN]
        for button in self.recent_buttons():
            self._recent.removeWidget(button)
            button.deleteLater()
        room = _WIDTH - (_NOTE if progress else 12)
        for path, name in short_names(self._paths, self.fontMetrics(), room):
            button = QPushButton(name, self)
            button.setProperty("recent", True)
            button.setToolTip(tip(path))
            words = progress_words((progress or {}).get(path))
            button.setAccessibleName(f"{path.name}, {words}" if words else path.name)
            if words:
                _add_note(button, words)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(button)
        self._rule.setVisible(bool(self._paths))
        self._recent_title.setVisible(bool(self._paths))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.sample, self.open, self.paste):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QWidget(self)
        column.setObjectName("startColumn")
        column.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addSpacing(22)
        inside.addWidget(self._says)
        inside.addSpacing(28)
        inside.addLayout(buttons)
        inside.addSpacing(14)
        inside.addWidget(self._hint)
        inside.addSpacing(30)
        inside.addWidget(self._rule)
        inside.addSpacing(16)
        inside.addWidget(self._recent_title)
        inside.addSpacing(4)
        inside.addLayout(self._recent)
        across = QHBoxLayout()
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 24, 0, 24)
        page.addStretch(4)
        page.addLayout(across)
        page.addStretch(5)

    def _set_fonts(self) -> None:
        base = self.font().pointSizeF()
        title = QFont(self.font())
        title.setPointSizeF(base * 2.1)
        title.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(title)
        says = QFont(self.font())
        says.setPointSizeF(base * 1.18)
        self._says.setFont(says)
        self._mark.setPixmap(app_pixmap(64, self.devicePixelRatioF()))

    def _say(self) -> None:
        self._title.setText(self.tr("Jingdu 净读"))
        self._says.setText(
            self.tr(
                "Reads Chinese documents damaged by scrapers and content spinners. The clean "
                "text is on the left, the original on the right; every repair is marked on both "
                "sides, with its reason."
            )
        )
        self.sample.setText(self.tr("Open the sample"))
        self.open.setText(self.tr("Open file…"))
        self.paste.setText(self.tr("Paste text"))
        self.paste.setToolTip(self.tr("Ctrl+V"))
        self._hint.setText(self.tr("Or drop a file or a text anywhere on this window."))
        self._recent_title.setText(self.tr("Recent files"))
        self.setAccessibleName(self.tr("Start page"))


def _add_note(button: QPushButton, words: str) -> None:
    """Write something at the right end of a button."""
    note = _quiet(button)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setWordWrap(False)
    note.setText(words)
    note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(button)
    row.setContentsMargins(0, 0, 8, 0)
    row.addStretch(1)
    row.addWidget(note)


def _quiet(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
