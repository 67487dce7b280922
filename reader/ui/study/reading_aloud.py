"""Reads one page aloud from where the reader is, and selects each sentence while it is spoken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from reader.ui.panes.panes import DocumentPanes
from reader.ui.study.speaker import Span, Speaker


class ReadingAloud(QObject):
    """Begins and ends reading aloud on one page.

    The spoken sentence is selected, and reading begins at the selection: stopped, it goes on there.
    """

    def __init__(self, panes: DocumentPanes, speaker: Speaker, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._speaker = speaker
        self._text = ""  # what is read, as it was when that began
        speaker.reached.connect(self._on_reached)

    def toggle(self) -> None:
        """Read from the selected sentence on, or from the top of the page; or stop."""
        if self._speaker.is_reading_for(self):
            self._speaker.stop()
            return
        document = self._panes.document
        if document is None:
            return
        from reader.study.sentences import sentence_around  # not needed to start

        self._text = document.text
        start, end = self._panes.clean_selection()
        if start == end:
            start = self._panes.top_clean_offset()
        around = sentence_around(document.text, start)
        self._speaker.read(_sentences(document.text, around[0] if around else start), self)

    def say(self, text: str) -> None:
        """Say a word; the page is left as it is."""
        self._text = ""
        self._speaker.read([((0, 0), text)], self)

    def stop(self) -> None:
        """Stop what is read of this page."""
        self._speaker.stop_for(self)

    def _on_reached(self, span: Span) -> None:
        if not self._speaker.is_reading_for(self) or not self._text:
            return
        document = self._panes.document
        if document is None or document.text[slice(*span)] != self._text[slice(*span)]:
            self._speaker.stop()  # a decision has moved the text
        else:
            self._panes.select_clean(span)


def _sentences(text: str, start: int) -> Iterator[tuple[Span, str]]:
    """Yield the sentences from here on; a long text is cut while it is read."""
    from reader.study.sentences import split_sentences

    for span in split_sentences(text, start):
        yield span, text[slice(*span)]
