"""How large and in which font both sides are set; the original is as small as fits its length."""

from __future__ import annotations

from reader.text.document import Document
from reader.ui.panes.side import Side
from reader.ui.panes.text_style import RubyLook, TextStyle

_ZOOMS = (0.4, 4.0)
_SOURCE_SCALES = (0.75, 1.0)  # of the size of the clean text
_SOURCE_SCALE = 0.8  # without a document
_SHARE = 1.12  # how much wider the pane of the original is
_SAMPLE = 100_000  # code points, enough to see how much longer the source is


class PageLooks:
    """Font, zoom and ruby of a page. What a method changes holds for the next `styles()`."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self.is_glossed = False
        """Whether there is room below the words for their glosses."""
        self.ruby = RubyLook()
        """How large the ruby of the clean text is, and whether it shows tones."""
        self._family = ""
        self._point_size = 15.0
        self._source_scale = _SOURCE_SCALE

    def set_font(self, family: str, point_size: float) -> None:
        """Read in this font; an empty family means the best Chinese one that is installed."""
        self._family, self._point_size = family, point_size

    def set_zoom(self, zoom: float) -> bool:
        """Scale the text, between 0.4 and 4; tell if that is another scale."""
        before, self.zoom = self.zoom, min(_ZOOMS[1], max(_ZOOMS[0], zoom))
        return before != self.zoom

    def fit_source(self, document: Document | None) -> bool:
        """Set the original so small that both sides need about as many lines: it has glosses.

        Tell if that is another size.
        """
        scale = _SOURCE_SCALE
        if document is not None:
            low, high = _SOURCE_SCALES
            clean = _measure_width(document.text[:_SAMPLE])
            source = _measure_width(document.source[: document.source_span(0, _SAMPLE)[1]])
            scale = min(high, max(low, _SHARE * clean / source)) if source else high
        before, self._source_scale = self._source_scale, scale
        return before != scale

    def style(self, side: Side) -> TextStyle:
        """Return the style of one side."""
        if side is Side.SOURCE:
            scale = self.zoom * self._source_scale
            return TextStyle(self._family, self._point_size, scale)
        return TextStyle(
            self._family, self._point_size, self.zoom, glossed=self.is_glossed, ruby=self.ruby
        )

    def styles(self) -> dict[Side, TextStyle]:
        """Return the styles of both sides."""
        return {side: self.style(side) for side in Side}


def _measure_width(text: str) -> float:
    """Return about how wide a text is, in hanzi; Latin letters are half as wide."""
    # In UTF-8 a letter takes one byte and a hanzi three.
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2
    return wide + (len(text) - wide) * 0.55
