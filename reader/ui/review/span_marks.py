"""Bookmarks and notes of a reader: on the current word or what is selected, kept in the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.review.history import Bookmark
from reader.ui.messages import Message
from reader.ui.panes.context_menu import Entry
from reader.ui.panes.counterparts import Span
from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.span_marks import MarkedSpan, SpanSign
from reader.ui.questions import Questions
from reader.ui.review.controller import ReviewController

_LONGEST = 40  # code points of a text that is shown in a list


class ListedMark(NamedTuple):
    """A bookmark or a note: its spans in the source and in the clean text, what it says."""

    sign: SpanSign
    source: Span
    clean: Span
    text: str  # the name or the note; may be empty
    excerpt: str  # of the clean text


class SpanMarks(QObject):
    """Sets, shows, changes and finds them on one page."""

    said = Signal(object)
    """Message: why nothing could be done."""
    done = Signal(str)
    """What was done, in words, for who does not see it."""
    changed = Signal()
    """`listed` has others now."""

    def __init__(
        self,
        panes: DocumentPanes,
        review: ReviewController,
        questions: Questions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panes = panes
        self._review = review
        self._questions = questions
        self._window = window
        self.current_word: Callable[[], Span | None] = lambda: None
        """Gives the word that a learner is at, where nothing is selected."""
        self.words_depth: Callable[[], int] = lambda: 0
        """Tells how many changes of words can be taken back: Z goes through both by time."""
        self._depths: list[tuple[int, int]] = []  # of both histories, after each act done here
        self._listed: tuple[ListedMark, ...] = ()
        for news in (review.bookmarks_changed, review.notes_changed):
            news.connect(self._show)
        panes.document_shown.connect(self._show)
        panes.set_notes(self.note_at)
        panes.word_entries.append(self.menu_entries)

    @property
    def listed(self) -> tuple[ListedMark, ...]:
        """All of them, in the order of the text."""
        return self._listed

    # -- what the user does

    def toggle_bookmark(self, span: Span | None = None) -> None:
        """Set a bookmark on what is selected or the current word; take away one that is there."""
        span = span or self._place()
        if span is None or not self._may_act():
            return
        here = self._at(SpanSign.BOOKMARK, span)
        if here is not None:
            self._set_bookmark(Bookmark(*here.source, "", False))
        else:
            self._set_bookmark(Bookmark(*self._source_of(span)))

    def write_note(self, span: Span | None = None) -> None:
        """Ask for a note on what is selected or the current word; one that is there is changed."""
        span = span or self._place()
        document = self._panes.document
        if span is None or document is None or not self._may_act():
            return
        here = self._at(SpanSign.NOTE, span)
        about = document.text[slice(*(here.clean if here is not None else span))]
        before = here.text if here is not None else ""
        text = self._questions.note(self._window, _shorten(about), before)
        if text is not None:
            self._set_note(here.source if here is not None else self._source_of(span), text.strip())

    def edit(self, mark: ListedMark) -> None:
        """Ask for another name of a bookmark, or another text of a note."""
        if not self._may_act():
            return
        if mark.sign is SpanSign.NOTE:
            text = self._questions.note(self._window, mark.excerpt, mark.text)
            if text is not None:
                self._set_note(mark.source, text.strip())
        else:
            text = self._questions.bookmark_name(self._window, mark.excerpt, mark.text)
            if text is not None:
                self._set_bookmark(Bookmark(*mark.source, text.strip()))

    def remove(self, mark: ListedMark) -> None:
        """Take a bookmark or a note away."""
        if not self._may_act():
            return
        if mark.sign is SpanSign.NOTE:
            self._set_note(mark.source, "")
        else:
            self._set_bookmark(Bookmark(*mark.source, "", False))

    def can_undo(self) -> bool:
        """Tell if what was done here is what the history of the document would take back next."""
        if not self._depths:
            return False
        depth, words = self._depths[-1]
        return self._review.depth == depth and self.words_depth() <= words

    def undo(self) -> bool:
        """Take back what was done here last; return whether there was anything."""
        if not self.can_undo() or not self._review.can_undo:
            return False
        self._depths.pop()
        self._review.undo()
        return True

    def go_on(self, *, forward: bool = True) -> None:
        """Go to the next bookmark behind the place that is read, or to the one before it."""
        marks = [one for one in self._listed if one.sign is SpanSign.BOOKMARK]
        selected = self._panes.clean_selection()
        at = selected[0] if selected[0] < selected[1] else self._panes.top_clean_offset()
        if forward:
            found = next((one for one in marks if one.clean[0] > at), None)
            if found is None and marks and selected[0] == selected[1]:
                found = next((one for one in marks if one.clean[0] >= at), None)
        else:
            found = next((one for one in reversed(marks) if one.clean[0] < at), None)
        if found is not None:
            self.go_to(found)
        elif not marks:
            self.said.emit(
                Message(
                    self.tr("This document has no bookmarks."),
                    self.tr(
                        "To add one, select some text and choose Edit > Add or remove bookmark."
                    ),
                )
            )
        else:
            text = self.tr("No more bookmarks after this place.")
            before = self.tr("No more bookmarks before this place.")
            self.said.emit(Message(text if forward else before))

    def go_to(self, mark: ListedMark) -> None:
        """Show the place of a bookmark or a note, and select it."""
        self._panes.select_clean(mark.clean)

    def menu_entries(self, word: Span | None) -> list[Entry]:
        """Return what the menu of a word or a selection offers."""
        selected = self._panes.clean_selection()
        span = selected if selected[0] < selected[1] else word
        if span is None or self._panes.document is None:
            return []
        may = self._review.can_decide
        marked = self._at(SpanSign.BOOKMARK, span) is not None
        bookmark = self.tr("Remove bookmark") if marked else self.tr("Add bookmark")
        noted = self._at(SpanSign.NOTE, span) is not None
        note = self.tr("Edit note…") if noted else self.tr("Add note…")
        return [
            (bookmark, partial(self.toggle_bookmark, span), may),
            (note, partial(self.write_note, span), may),
        ]

    # -- what is shown

    def note_at(self, span: Span) -> str:
        """Return the note that a span of the clean text belongs to, "" where there is none."""
        start, end = span
        found = (
            one
            for one in self._listed
            if one.sign is SpanSign.NOTE and one.clean[0] < end and start < one.clean[1]
        )
        nearest = min(found, key=lambda one: one.clean[1] - one.clean[0], default=None)
        return nearest.text if nearest is not None else ""

    def _show(self) -> None:
        document = self._panes.document
        listed: list[ListedMark] = []
        if document is not None:
            for sign, marks in (
                (SpanSign.BOOKMARK, self._review.bookmarks),
                (SpanSign.NOTE, self._review.notes),
            ):
                for source, text in marks.items():
                    if source[1] > len(document.source):
                        continue  # of the document before; the new one comes
                    clean = document.clean_span(*source)
                    # A bookmark is on the word where one goes on: what follows tells more.
                    end = clean[1] if sign is SpanSign.NOTE else clean[0] + 2 * _LONGEST
                    line = document.text[clean[0] : end].lstrip().partition("\n")[0]
                    excerpt = _shorten(line)
                    listed.append(ListedMark(sign, source, clean, text, excerpt))
        listed.sort(key=lambda one: (one.clean, one.sign.value))
        before, self._listed = self._listed, tuple(listed)
        self._panes.set_span_marks([MarkedSpan(*one.clean, one.sign) for one in listed])
        if self._listed != before:
            self.changed.emit()

    # -- inside

    def _place(self) -> Span | None:
        """Return what is selected, else the current word; without either, say so."""
        span = self._panes.clean_selection()
        if span[0] < span[1]:
            return span
        word = self.current_word()
        if word is None:
            self.said.emit(Message(self.tr("Select some text first.")))
        return word

    def _at(self, sign: SpanSign, span: Span) -> ListedMark | None:
        """Return the mark of a span, or, of the current word, the smallest that holds it."""
        found = [one for one in self._listed if one.sign is sign]
        exact = next((one for one in found if one.clean == span), None)
        if exact is not None or span != self.current_word():
            return exact
        around = [one for one in found if one.clean[0] <= span[0] and span[1] <= one.clean[1]]
        return min(around, key=lambda one: one.clean[1] - one.clean[0], default=None)

    def _source_of(self, span: Span) -> Span:
        document = self._panes.document
        assert document is not None  # else there was no span
        return document.source_span(*span)

    def _may_act(self) -> bool:
        if self._review.can_decide:
            return True
        self.said.emit(
            Message(
                self.tr("You cannot add bookmarks or notes here right now."),
                self.tr("It is open in another window, or still being restored."),
            )
        )
        return False

    def _set_bookmark(self, mark: Bookmark) -> None:
        before = self._review.depth
        self._review.bookmark(mark)
        self._note_depth(before)
        self.done.emit(self.tr("Bookmark added") if mark.is_set else self.tr("Bookmark removed"))

    def _set_note(self, source: Span, text: str) -> None:
        before = self._review.depth
        self._review.note(*source, text)
        self._note_depth(before)
        self.done.emit(self.tr("Note saved") if text else self.tr("Note removed"))

    def _note_depth(self, before: int) -> None:
        """Remember that the last act of the document is one of this place, if there was one."""
        depth = self._review.depth
        if depth == before:
            return
        self._depths = [one for one in self._depths if one[0] < depth]
        self._depths.append((depth, self.words_depth()))


def _shorten(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
