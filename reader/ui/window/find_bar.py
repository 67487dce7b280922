"""The find bar: type, and both panes show every place; Enter and F3 go through them."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.document import Document
from reader.ui.window.search import FindRead, Hit, find, find_nothing, nearest
from reader.ui.workers import Runner, Task

if TYPE_CHECKING:
    from reader.study.text_by_pinyin import TextByPinyin


class FindBar(QFrame):
    """Searches as one types, in a worker; only the newest query's result counts."""

    hits_changed = Signal(object, object)
    """tuple[Hit, ...], and the index of the current one or None."""
    closed = Signal()
    replace_wanted = Signal(object, str)
    """tuple[Hit, ...], and the text that shall stand at each of them in the clean text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._document: Document | None = None
        self._find_read: FindRead = find_nothing
        self._hits: tuple[Hit, ...] = ()
        self._current: int | None = None
        self._from = 0
        self._replaced = 0  # places, by the last act and nothing else since
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_found)
        self._runner.failed.connect(self._on_failed)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_query)
        self.line.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = {name: QToolButton(self) for name in ("previous", "next", "close")}
        self._buttons["previous"].clicked.connect(self.previous)
        self._buttons["next"].clicked.connect(self.next)
        self._buttons["close"].clicked.connect(self.close_bar)
        self.replacement = QLineEdit(self)
        self.replacement.setMaximumWidth(380)
        self.replacement.installEventFilter(self)
        self.replace_one, self.replace_all = QPushButton(self), QPushButton(self)
        self.replace_one.clicked.connect(self._replace_one)
        self.replace_all.clicked.connect(self._replace_all)
        self._may_replace = False
        self._replacing = QWidget(self)
        below = QHBoxLayout(self._replacing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.replacement, 2)
        below.addWidget(self.replace_one)
        below.addWidget(self.replace_all)
        below.addStretch(1)
        self._replacing.hide()
        both = QVBoxLayout(self)
        both.setContentsMargins(12, 6, 8, 6)
        both.setSpacing(6)
        layout = QHBoxLayout()
        layout.setSpacing(4)
        both.addLayout(layout)
        both.addWidget(self._replacing)
        self.line.setMaximumWidth(380)
        layout.addWidget(self.line, 2)
        layout.addWidget(self._buttons["previous"])
        layout.addWidget(self._buttons["next"])
        layout.addSpacing(8)
        layout.addWidget(self.count, 1)
        layout.addWidget(self._buttons["close"])
        self._say()
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order: what is typed first, then what is done."""
        arrows = [self._buttons[name] for name in ("previous", "next", "close")]
        return [self.line, self.replacement, self.replace_one, self.replace_all, *arrows]

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Give the buttons their icons: "previous", "next", "close"."""
        for name, button in self._buttons.items():
            button.setIcon(icons[name])

    def set_document(self, document: Document | None) -> None:
        """Search in another document from now on; an open bar searches it at once."""
        if document is not self._document:
            self._find_read = find_nothing if document is None else _reads(document)
        self._document = document
        self._replaced = 0
        if document is None:
            self._put_away()  # and not closed: the focus is the start page's
        elif self.isVisible():
            self._search()

    def set_may_replace(self, may_replace: bool) -> None:
        """Let hits be replaced, or only found."""
        self._may_replace = may_replace
        self._enable()

    def open_bar(self, query: str, start: int, *, replacing: bool = False) -> None:
        """Show the bar; the first hit at or after the clean offset `start` will be current.

        With `replacing` a line for what is to stand there comes below.
        """
        self._replacing.setVisible(replacing or self._replacing.isVisible())
        self._from = start
        self._replaced = 0
        self.show()
        if query and query != self.line.text():
            self.line.setText(query)
        else:
            self._search()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar, forget the hits, and give the focus back to the page."""
        self._put_away()
        self.closed.emit()

    def _put_away(self) -> None:
        self._runner.cancel()
        self.hide()
        self._replacing.hide()
        self._show((), None)

    def shut_down(self) -> None:
        """Stop searching; no thread is left after this."""
        self._runner.close()

    def next(self) -> None:
        """Go to the next hit, from the last one to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before, from the first one to the last."""
        self._step(-1)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter, Shift+Enter and Escape in the line do what they do elsewhere."""
        if (
            watched in (self.line, self.replacement)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.replacement:
                    self._replace_one()
                    return True
                backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(-1 if backwards else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _on_query(self) -> None:
        self._replaced = 0
        self._search()

    def _search(self) -> None:
        document, query = self._document, self.line.text()
        if document is None or not query:
            self._runner.cancel()
            self._show((), None)
            return
        if self._current is not None and self._current < len(self._hits):
            self._from = self._hits[self._current].clean[0]

        find_read = self._find_read

        def work(task: Task) -> object:
            check = task.check
            return find(document, query, simplify=_simplify, find_read=find_read, check=check)

        self._runner.start(work)

    def _on_found(self, hits: tuple[Hit, ...]) -> None:
        self._show(hits, nearest(hits, self._from))

    def _on_failed(self, error: Exception) -> None:
        # The engine may be unable to simplify a query; nothing was found then.
        self._show((), None)

    def _step(self, by: int) -> None:
        if self._hits and self._current is not None:
            self._replaced = 0
            self._show(self._hits, (self._current + by) % len(self._hits))

    def _show(self, hits: tuple[Hit, ...], current: int | None) -> None:
        self._hits = hits
        self._current = current
        self._say_count()
        self._enable()
        self.hits_changed.emit(hits, current)

    def _enable(self) -> None:
        """Enable the buttons that have anything to do; none takes the focus out of the bar."""
        found = bool(self._hits)
        wanted: dict[QAbstractButton, bool] = {self.replace_one: self._may_replace and found}
        wanted[self.replace_all] = wanted[self.replace_one]
        wanted |= {self._buttons[name]: found for name in ("previous", "next")}
        if any(button.hasFocus() and not wanted[button] for button in wanted):
            field = self.replacement if self.replacement.isVisible() else self.line
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button, enabled in wanted.items():
            button.setEnabled(enabled)

    def _replace_one(self) -> None:
        """Replace the current hit; the search goes on behind it."""
        if self._may_replace and self._hits and self._current is not None:
            hit = self._hits[self._current]
            # What was put there may hold the query, and is not found again.
            self._from = hit.clean[0] + len(self.replacement.text())
            self._current = None
            self._replace(self._in_clean_text([hit]))

    def _replace_all(self) -> None:
        """Replace all hits at once: one act, and one to undo."""
        if self._may_replace and self._hits:
            self._replace(self._in_clean_text(self._hits))

    def _replace(self, hits: tuple[Hit, ...]) -> None:
        before = self._document
        self.replace_wanted.emit(hits, self.replacement.text())
        # Nothing is replaced where the same text stands already, or nobody may decide.
        self._replaced = len(hits) if self._document is not before else 0
        self._say_count()

    def _in_clean_text(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Leave out what only the original has: 係 is found there, and 系 must not be replaced."""
        document, query = self._document, self.line.text()
        if document is None:
            return ()
        wanted = {query.casefold(), _simplify(query).casefold()}
        return tuple(hit for hit in hits if document.text[slice(*hit.clean)].casefold() in wanted)

    def _say_count(self) -> None:
        replaced = self.tr("%Ln replaced", "", self._replaced) if self._replaced else ""
        found = self._found_words()
        # That nothing is found any more goes without saying where all was replaced.
        parts = [replaced, found if self._current is not None or not replaced else ""]
        self.count.setText(" · ".join(filter(None, parts)))
        self.count.setAccessibleName(self.count.text())

    def _found_words(self) -> str:
        if not self.line.text():
            return ""
        if self._current is None:
            return self.tr("Not found")
        number = self.locale().toString
        is_read = self._hits[self._current].is_read
        text = (
            self.tr("{current} of {total}, by pinyin")
            if is_read
            else self.tr("{current} of {total}")
        )
        return text.format(current=number(self._current + 1), total=number(len(self._hits)))

    def _say(self) -> None:
        self.line.setPlaceholderText(self.tr("Find in both texts, or by pinyin"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.replacement.setPlaceholderText(self.tr("Replace in the clean text with"))
        self.replacement.setAccessibleName(self.replacement.placeholderText())
        self.replace_one.setText(self.tr("Replace"))
        self.replace_all.setText(self.tr("Replace all"))
        names = {
            "previous": self.tr("Previous match (Shift+F3)"),
            "next": self.tr("Next match (F3)"),
            "close": self.tr("Close (Esc)"),
        }
        for name, text in names.items():
            self._buttons[name].setToolTip(text)
            self._buttons[name].setAccessibleName(text)
        self._say_count()


def _simplify(query: str) -> str:
    from reader.repair.pipeline import restore

    return restore(query).text


def _reads(document: Document) -> FindRead:
    """Return what finds places of a document by pinyin; it is made ready at the first search."""

    @cache
    def make_ready() -> TextByPinyin:
        from reader.study.text_by_pinyin import TextByPinyin

        return TextByPinyin(document.text)

    return lambda query, check: make_ready().find(query, check)
