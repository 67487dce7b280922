"""The popup below the word under the mouse: what it means, and what stood there.

It never covers what it speaks of: it stays inside its own pane, below the word or, at the foot of
the pane, above the word and its ruby.
"""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from reader.text.document import Document, Repair
from reader.text.kinds import RepairState
from reader.text.repair import count_gone, state_of
from reader.ui.kinds import is_dark, kind_title, theme_colour
from reader.ui.panes.card_labels import visible
from reader.ui.panes.counterparts import Span, matching_span, repairs_at
from reader.ui.panes.side import Side
from reader.ui.panes.spoken import Spoken, draw_spoken, spoken_font
from reader.ui.panes.sync import PaneSync
from reader.ui.panes.text_style import CHINESE_FAMILIES
from reader.ui.panes.text_view import TextView
from reader.ui.panes.tones import Tones
from reader.ui.wording import gone_words, percent, state_word

_REST_MS = 120  # a mouse that rests this long asks a question; one that passes does not
_HEIGHT, _PAD, _GAP, _RADIUS = 30, 12, 5, 8
_WIDEST = 420  # pixels of a meaning; the word panel has all of it
_QUIET_STATES = (RepairState.CERTAIN, RepairState.BY_HAND)


class PopupMeaning(NamedTuple):
    """What a popup says of a word besides its repair; each is plain text and may be empty."""

    word: str
    other: str  # its traditional spelling
    pinyin: Spoken
    level: str
    gloss: str
    is_composed: bool = False


Meanings = Callable[[Span], PopupMeaning | None]
"""Tells what a word of the clean text means; None where there is nothing to say (yet)."""


Notes = Callable[[Span], str]
"""Tells what was noted about a word of the clean text; "" where nothing was."""


class HoverPopup(QFrame):
    """One line, or with a meaning up to three; it takes neither the focus nor the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hoverPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = QFont(self.font())
        font.setFamilies([*font.families(), *CHINESE_FAMILIES])
        self.setFont(font)
        self._large = QFont(font)
        self._large.setPointSizeF(font.pointSizeF() * 1.3)
        self._large.setWeight(QFont.Weight.DemiBold)
        self._gloss = QFont(font)
        self.quiet = ""
        self.words = ""
        self.meaning: PopupMeaning | None = None
        self.tones = Tones()
        """Where tones have colours: in pinyin, then here, too."""
        self.hide()

    def show_words(
        self,
        quiet: str,
        words: str,
        below: QRect,
        room: QRect,
        meaning: PopupMeaning | None = None,
        word: str = "",
    ) -> None:
        """Show a line below a word, inside a pane; `quiet` stands first, in a quiet colour.

        A meaning stands above that line, or alone where there are no words. `word` is what it is
        about.
        """
        self.quiet, self.words, self.meaning = quiet, words, meaning
        self._gloss.setItalic(meaning is not None and meaning.is_composed)
        said = (word, meaning.pinyin.text, meaning.level) if meaning is not None else (word,)
        gloss = meaning.gloss if meaning is not None else ""
        # A screen reader pauses at commas; what a word means is the description of it.
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setAccessibleDescription(", ".join(filter(None, (gloss, f"{quiet} {words}".strip()))))
        size = self.sizeHint()
        width = min(size.width(), room.width() - 8)
        x = min(max(room.left() + 4, below.center().x() - width // 2), room.right() - width - 3)
        y = below.bottom() + _GAP
        if y + size.height() > room.bottom():
            y = below.top() - _GAP - size.height()
        self.setGeometry(x, y, width, size.height())
        self.raise_()
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(f"{self.quiet} {self.words}".strip())
        height = _HEIGHT if self.words else 0
        if self.meaning is not None:
            wide = max(
                wide,
                min(
                    _WIDEST, max(self._head_width(), metrics.horizontalAdvance(self.meaning.gloss))
                ),
            )
            height += self._head_height() + metrics.height() + _PAD
            height += 0 if self.words else _PAD // 2
        return QSize(wide + 2 * _PAD + 2, height)

    def _head_width(self) -> int:
        meaning = self.meaning
        if meaning is None:
            return 0
        metrics = self.fontMetrics()
        wide = QFontMetrics(self._large).horizontalAdvance(meaning.word)
        pinyin = meaning.pinyin.text
        spoken = QFontMetrics(spoken_font(self.font(), meaning.pinyin)).horizontalAdvance(pinyin)
        for part in (metrics.horizontalAdvance(meaning.other), spoken):
            wide += part + _PAD if part else 0
        return wide + (metrics.horizontalAdvance(meaning.level) + 3 * _PAD if meaning.level else 0)

    def _head_height(self) -> int:
        return QFontMetrics(self._large).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self.palette())
        painter.setPen(QPen(theme_colour("mid", dark=dark), 1))
        painter.setBrush(theme_colour("chrome" if dark else "page", dark=dark))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
        box = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        if self.meaning is not None:
            box.setTop(_PAD // 2)
            self._draw_meaning(painter, box, self.meaning, dark=dark)
            box.setTop(box.top() + self._head_height() + self.fontMetrics().height() + _PAD // 2)
            if self.words:
                painter.setPen(QPen(theme_colour("line", dark=dark), 1))
                painter.drawLine(box.topLeft(), box.topRight())
        if self.words:
            self._draw_words(painter, box, dark=dark)
        painter.end()

    def _draw_meaning(
        self, painter: QPainter, box: QRect, meaning: PopupMeaning, *, dark: bool
    ) -> None:
        """Draw the word with its pinyin and level, and below it what it means."""
        ink, muted = self.palette().color(QPalette.ColorRole.Text), theme_colour("muted", dark=dark)
        metrics, head = self.fontMetrics(), QRect(box)
        head.setHeight(self._head_height())
        base = head.top() + QFontMetrics(self._large).ascent()
        x = head.left()
        for text, font, colour in (
            (meaning.word, self._large, ink),
            (meaning.other, self.font(), muted),
        ):
            if text:
                painter.setFont(font)
                painter.setPen(colour)
                painter.drawText(QPoint(x, base), text)
                x += QFontMetrics(font).horizontalAdvance(text) + _PAD
        painter.setFont(spoken_font(self.font(), meaning.pinyin))
        draw_spoken(painter, QPoint(x, base), meaning.pinyin, self.tones, ink, dark=dark)
        painter.setFont(self.font())
        if meaning.level:
            chip = QRect(0, 0, metrics.horizontalAdvance(meaning.level) + _PAD, metrics.height())
            chip.moveCenter(head.center())
            chip.moveRight(head.right())
            painter.setPen(QPen(theme_colour("mid", dark=dark), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip, 3, 3)
            painter.setPen(muted)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, meaning.level)
        painter.setFont(self._gloss)
        painter.setPen(ink)
        line = QRect(box.left(), head.bottom() + 1, box.width(), metrics.height())
        text = metrics.elidedText(meaning.gloss, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self.font())

    def _draw_words(self, painter: QPainter, box: QRect, *, dark: bool) -> None:
        """Draw what stood there."""
        metrics = self.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.quiet:
            painter.setPen(theme_colour("muted", dark=dark))
            painter.drawText(box, middle, self.quiet)
            box.setLeft(box.left() + metrics.horizontalAdvance(self.quiet + " "))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, middle, shown)


class HoverPresenter(QObject):
    """Shows the popup when the mouse rests on a repaired word, and takes it away."""

    shown = Signal()
    """The popup speaks of another word now."""

    def __init__(self, sync: PaneSync, parent: QWidget) -> None:
        super().__init__(parent)
        self._sync = sync
        self._owner = parent
        self.popup = HoverPopup(parent)
        self.meanings: Meanings | None = None
        """What tells the meaning of a word of the clean text; None: popups tell of repairs only."""
        self.notes: Notes = lambda word: ""
        """What tells the notes of the user."""
        self._at: tuple[TextView, int] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        for view in sync.views:
            view.pointed.connect(self._on_pointed)
            view.installEventFilter(self)

    def hide(self) -> None:
        """Take the popup away."""
        self._rest.stop()
        self._at = None
        self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.Hide):
            self.hide()
        return False

    def _on_pointed(self, offset: int | None) -> None:
        view = self.sender()
        at = (view, offset) if isinstance(view, TextView) and offset is not None else None
        if at == self._at:
            return
        same_word = (
            at is not None and self._at is not None and self._word(*at) == self._word(*self._at)
        )
        self._at = at
        if not same_word:
            self.popup.hide()
            self._rest.stop()
            if at is not None:
                self._rest.start()

    def _word(self, view: TextView, offset: int) -> Span:
        return view.word_at(offset)

    def _on_rest(self) -> None:
        document = self._sync.document
        if self._at is None or document is None or not self._owner.isVisible():
            return
        view, offset = self._at
        word = view.word_at(offset)
        repairs = list_repairs(document, view.side, word)
        boxes = view.pager.boxes(*word)
        meaning = None
        if self.meanings is not None and view.side is Side.CLEAN:
            meaning = self.meanings(word)
        note = self.notes(word) if view.side is Side.CLEAN else ""
        if not boxes or not (repairs or meaning or note):
            return
        box = boxes[0].toAlignedRect()
        style = view.pager.style
        above = style.body_top if view.side is Side.CLEAN else 2
        box.adjust(0, -above, 0, style.pitch - style.body_bottom - 2)
        to_owner = view.viewport().mapTo(self._owner, QPoint())
        room = QRect(to_owner, view.viewport().size())
        quiet, words = "", ""
        if repairs:
            quiet, words = popup_words(document, view.side, word, repairs)
        if note:
            quiet, words = add_note(quiet, words, note)
        spelled = (
            document.text[slice(*word)]
            if view.side is Side.CLEAN
            else visible(document.source[slice(*word)])
        )
        self.popup.show_words(quiet, words, box.translated(to_owner), room, meaning, spelled)
        self.shown.emit()


def list_repairs(document: Document, side: Side, word: Span) -> list[Repair]:
    """Return the repairs of a word of one side, in order of the source."""
    found = {
        repair.id: repair
        for offset in range(*word)
        for repair in repairs_at(document, side, offset)
    }
    return [found[number] for number in sorted(found)]


def add_note(quiet: str, words: str, note: str) -> tuple[str, str]:
    """Return what a popup says, with a note of the user at its end."""
    note = visible(" ".join(note.split()))
    noted = QCoreApplication.translate("HoverPopup", "note:")
    return (quiet, f"{words} · {noted} {note}") if words else (noted, note)


def popup_words(
    document: Document, side: Side, word: Span, repairs: list[Repair]
) -> tuple[str, str]:
    """Return what the popup of a word says: what stood there, or what is written for it."""
    translate = QCoreApplication.translate
    if side is Side.CLEAN:
        start, end = matching_span(document, Side.CLEAN, word)
        quiet, text = translate("HoverPopup", "original:"), document.source[start:end]
    else:
        start, end = matching_span(document, Side.SOURCE, word)
        quiet, text = translate("HoverPopup", "clean:"), document.text[start:end]
    words = visible(text) if text else translate("HoverPopup", "nothing")
    doubtful = [repair for repair in repairs if state_of(repair) not in _QUIET_STATES]
    if doubtful:
        worst = min(doubtful, key=lambda repair: repair.confidence)
        state = state_of(worst)
        note = state_word(state)
        if state is not RepairState.LOST:
            note = f"{note}, {percent(worst.confidence)}"
        elif gone := count_gone(worst):
            note = gone_words(gone)
        words = f"{words} · {kind_title(worst.kind)} · {note}"
    return quiet, words
