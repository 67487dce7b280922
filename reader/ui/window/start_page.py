"""The page before a document is open: the ways in, and beside them the recent documents."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFont, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.document.recent import RecentEntry, RecentKind
from reader.ui.kinds import is_dark, theme_colour
from reader.ui.window.actions import ActionId
from reader.ui.window.icons import line_icon
from reader.ui.window.recent_list import RecentList
from reader.ui.window.recent_model import ROW
from reader.ui.window.start_actions import WIDTH, StartActions
from reader.ui.window.use_choice import Use, UseChoice

if TYPE_CHECKING:
    from datetime import date

_BESIDE = 1000  # pixels from which both halves stand side by side
_WIDEST = 1080  # of what stands in the right half
_ROWS = 3  # that the list shows at least


class StartPage(QScrollArea):
    """Offers what can be opened, and asks once what Jingdu is used for."""

    sample_wanted = Signal()
    file_wanted = Signal()
    paste_wanted = Signal()
    folder_wanted = Signal()
    """A folder is to be chosen and opened."""
    address_wanted = Signal(str)
    """The address of a page, as it was typed or as it is in the list."""
    recent_wanted = Signal(object)
    """Path of a recent file."""
    recent_folder_wanted = Signal(object)
    """Path of a recent folder."""
    recent_removed = Signal(object)
    """Path or address that is to leave the list."""
    library_wanted = Signal()
    use_chosen = Signal(object)
    """Use."""

    def __init__(
        self,
        has_sample: bool,
        parent: QWidget | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It takes the focus itself, so that no button is ringed before a key was pressed.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ways = StartActions(has_sample, self)
        self.choice = UseChoice(self)
        self.search = QLineEdit(self)
        self.search.setObjectName("recentSearch")
        self.search.setClearButtonEnabled(True)
        self.recent = RecentList(self, today or _today)
        self._recent_title = QLabel(self)
        self._nothing = QLabel(self)
        self._nothing.setProperty("quiet", True)
        self._nothing.setWordWrap(True)
        self._head = QWidget(self)
        position = QLineEdit.ActionPosition.LeadingPosition
        self._searching = self.search.addAction(QIcon(), position)
        self._arrange()
        self._connect()
        self._dress()
        self._say()
        self.set_use(None)
        self.set_recent(())

    def show_keys(self, actions: Mapping[ActionId, QAction]) -> None:
        """Write the keys of the actions beside what they do."""
        self.ways.show_keys(actions)

    def set_recent(self, entries: Sequence[RecentEntry]) -> None:
        """Offer these documents, the newest first."""
        self.recent.entries.set_entries(entries)
        self._head.setVisible(bool(entries))
        self._show_rows()

    def set_use(self, use: Use | None) -> None:
        """Ask what Jingdu is used for, unless that was chosen before."""
        self.choice.set_chosen(use)
        self.choice.setVisible(use is None)

    def prepare(self, width: int) -> None:
        """Take the shape for a window so wide before it is shown: then nothing is done twice."""
        self.resize(width, self.height())
        self._fold(width)

    def focus_address(self) -> None:
        """Let an address be typed."""
        self.ways.focus_address()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())  # PySide6 would look long for the viewport itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page itself has the focus at first: the arrows go to the list, and to its first row.
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.recent.isVisible():
            self.recent.enter()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        title = QFont(self.font())
        title.setPointSizeF(self.font().pointSizeF() * 1.15)
        title.setWeight(QFont.Weight.DemiBold)
        self._recent_title.setFont(title)
        self._recent_title.setObjectName("recentTitle")
        self.search.setMaximumWidth(240)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(10, 0, 0, 0)
        head.addWidget(self._recent_title)
        head.addStretch(1)
        head.addWidget(self.search, 3)
        inside = QWidget(self)
        inside.setObjectName("startColumn")
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        self._gap = QWidget(inside)
        self._gap.setFixedHeight(30)
        column.addWidget(self._gap)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self.recent, 1)
        column.addWidget(self._nothing)
        column.addStretch(0)
        self._right = QWidget(self)
        self._right.setObjectName("startRecent")
        self._across = QHBoxLayout(self._right)
        self._across.addStretch(1)
        self._across.addWidget(inside, 1_000)
        self._across.addStretch(1)
        body = QWidget(self)
        body.setObjectName("startBody")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.ways)
        self._body.addWidget(self._right, 1)
        self.setWidget(body)
        expanding = QSizePolicy.Policy.Expanding
        self.recent.setSizePolicy(expanding, expanding)

    def _connect(self) -> None:
        ways = self.ways
        ways.open.clicked.connect(self.file_wanted)
        ways.paste.clicked.connect(self.paste_wanted)
        ways.folder.clicked.connect(self.folder_wanted)
        ways.sample.clicked.connect(self.sample_wanted)
        ways.library.clicked.connect(self.library_wanted)
        ways.address_wanted.connect(self.address_wanted)
        self.choice.chosen.connect(self._on_use_chosen)
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.recent.chosen.connect(self._on_recent)
        self.recent.removed.connect(lambda entry: self.recent_removed.emit(entry.source))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        is_key = watched is self.search and event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self._steer(event)

    def _steer(self, event: QKeyEvent) -> bool:
        """Go from the search into the list; return whether the key is used up."""
        key, has_rows = event.key(), self.recent.entries.rowCount() > 0
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key == Qt.Key.Key_Down and has_rows:
            self.recent.enter()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and has_rows:
            self.recent.clicked.emit(self.recent.entries.index(0))
        else:
            return False
        return True

    @property
    def _is_beside(self) -> bool:
        # Not by the width without the scroll bar: it comes and goes with the answer.
        return self.width() >= _BESIDE

    def _fold(self, width: int) -> None:
        """Arrange all for a viewport so wide, in pixels."""
        beside = self._is_beside
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.ways.fold(width, beside=beside)
        room = width - WIDTH if beside else width
        side = 56 if room >= 760 else 28
        top = 56 if beside else 28
        self._across.setContentsMargins(side, top, side, 24)
        self.choice.fold(room - 2 * side)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the list, or say that there is nothing in it; in one column it shows all rows."""
        rows = self.recent.entries.rowCount()
        self.recent.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        full = self.recent.full_height
        beside = self._is_beside
        self.recent.setMinimumHeight(min(full, _ROWS * ROW) if beside else full)
        self.recent.setMaximumHeight(full)
        self._say_nothing()

    def _dress(self) -> None:
        colour = theme_colour("muted", dark=is_dark(self.palette()))
        self._searching.setIcon(line_icon("find", colour))

    def _say(self) -> None:
        self._recent_title.setText(self.tr("Recent"))
        self.search.setPlaceholderText(self.tr("Name, folder or pinyin"))
        self.search.setAccessibleName(self.tr("Search the recent documents"))
        self.recent.setAccessibleName(self.tr("Recent documents"))
        self.setAccessibleName(self.tr("Start page"))
        self._say_nothing()

    def _say_nothing(self) -> None:
        if self.recent.entries.has_entries:
            self._nothing.setText(self.tr("No matches."))
        else:
            self._nothing.setText(
                self.tr("Documents you open are listed here with their progress.")
            )

    def _on_search(self, query: str) -> None:
        self.recent.entries.search(query)
        self._show_rows()

    def _on_recent(self, entry: RecentEntry) -> None:
        if isinstance(entry.source, str):
            self.address_wanted.emit(entry.source)
        elif entry.kind is RecentKind.FOLDER:
            self.recent_folder_wanted.emit(entry.source)
        else:
            self.recent_wanted.emit(entry.source)

    def _on_use_chosen(self, use: Use) -> None:
        self.set_use(use)
        self.setFocus()
        self.use_chosen.emit(use)


def _today() -> date:
    from datetime import date  # no start needs it where nothing was opened yet

    return date.today()
