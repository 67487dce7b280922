"""Draws pages into a PDF: text with pinyin above and meanings below, then the list of its words.

Lengths are tenths of a point; fonts are sized in the same unit, so that nothing is rounded.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from reader.export.study_word import ListedWord, StudyWord, Syllable
from reader.export.typeset import Typeset, TypesetLine
from reader.formats.radicals import without_radicals
from reader.text.structure import BlockKind
from reader.ui.parts.fonts import PREFERRED, ensure_chinese_font
from reader.ui.typesetting.flow import Box, Placed, Sizes, break_lines, measure

_UNITS_PER_INCH = 720
_MARGIN = 560.0
_FOOT = 300.0  # from the lower edge to the number of the page
_TEXT, _ABOVE, _BELOW, _SMALL = 130, 72, 66, 80
_HEADINGS = (200, 170, 150, 140)  # level 1, 2, 3, and below
_PARAGRAPH_GAP = 55.0
_LINE_GAP = 45.0
_INDENT = 240.0
_CELL = 40.0
_LIST_COLUMNS = (0.17, 0.23, 0.42, 0.11, 0.07)
_WIDEST_BELOW = 900.0
_NAMES = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_NAME = re.compile(rb"<(2[EF][0-9A-F]{2})>(?=[^\[]*\])")  # in a list: glyphs are numbered before it
_INK, _MUTED, _RULE = QColor("#211f1c"), QColor("#665f55"), QColor("#ded8cc")


class _Row(NamedTuple):
    """Lines side by side, (left edge, line) each; `gap` is left free above."""

    cells: Sequence[tuple[float, Sequence[Placed]]]
    size: int
    bold: bool = False
    gap: float = 0.0
    rule: bool = False
    muted: bool = False
    keeps: bool = False  # on the page of the row that follows


def typeset_pdf(pages: Typeset) -> bytes:
    """Return a PDF, A4. There has to be a QGuiApplication; any thread may call this."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_UNITS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setTitle(pages.title)
    writer.setCreator("Jingdu")
    painter = QPainter(writer)
    try:
        _Press(writer, painter, pages).print_all()
    finally:
        painter.end()
    return _name_characters(bytes(buffer.data().data()))


def _name_characters(data: bytes) -> bytes:
    """Let 人 be copied as 人.

    Where a font has one glyph for it and for the radical ⼈, Qt names the radical.
    """
    return _NAMES.sub(lambda names: _NAME.sub(_name_character, names[0]), data)


def _name_character(name: re.Match[bytes]) -> bytes:
    character = without_radicals(chr(int(name[1], 16)))
    # As long as before, or everything behind it in the file would move.
    return b"<%04X>" % ord(character) if character <= "\uffff" else name[0]


def typeset_without_window(pages: Typeset) -> bytes:
    """Return a PDF in a process that shows no window and may have no display."""
    if QGuiApplication.instance() is None:
        # On Linux this platform finds the system's fonts; elsewhere only the native one does.
        offscreen = [] if sys.platform in ("win32", "darwin") else ["-platform", "offscreen"]
        app = QGuiApplication(["jingdu", *offscreen])
        ensure_chinese_font()
        made = typeset_pdf(pages)
        app.shutdown()
        return made
    return typeset_pdf(pages)


class _Press:
    """Sets one document."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, pages: Typeset) -> None:
        self._writer = writer
        self._painter = painter
        self._pages = pages
        self._page = QRectF(0, 0, writer.width(), writer.height())
        self._width = self._page.width() - 2 * _MARGIN
        self._y = _MARGIN
        self._number = 1
        self._fonts: dict[tuple[int, bool, bool], tuple[QFont, QFontMetricsF]] = {}

    def print_all(self) -> None:
        """Draw all pages."""
        total = len(self._pages.lines)
        for done, line in enumerate(self._pages.lines):
            self._pages.report(done, total)
            self._print_line(line)
        if self._pages.words:
            self._print_words()
        self._draw_foot()

    # -- text

    def _print_line(self, line: TypesetLine) -> None:
        size, bold, indent = _TEXT, False, 0.0
        if line.kind is BlockKind.HEADING:
            size, bold = _HEADINGS[min(max(line.level, 1), len(_HEADINGS)) - 1], True
        elif line.kind is BlockKind.ITEM:
            indent = _INDENT * max(1, line.level)
        columns = len(line.cells)
        column = (self._width - indent) / max(1, columns)
        room = column - (_CELL if columns > 1 else 0)
        sizes = self._sizes(size, bold)
        cells = [
            break_lines(measure(words, sizes, room), room, justify=columns == 1)
            for words in line.cells
        ]
        is_row = line.kind is BlockKind.ROW
        height = max(map(len, cells), default=0)
        for at in range(height):
            beside = [
                (indent + number * column, cell[at])
                for number, cell in enumerate(cells)
                if at < len(cell)
            ]
            gap = 0.0 if at else _PARAGRAPH_GAP * (2 if bold else 1)
            last = is_row and at == height - 1
            self._print_row(_Row(beside, size, bold, gap, rule=last, keeps=bold))

    def _sizes(self, size: int, bold: bool) -> Sizes:
        return Sizes(
            self._metrics(size, bold).horizontalAdvance,
            self._metrics(_ABOVE).horizontalAdvance,
            lambda text: min(_WIDEST_BELOW, self._metrics(_BELOW).horizontalAdvance(text)),
            gap=30,
        )

    # -- words

    def _print_words(self) -> None:
        self._new_page()
        for line in self._plain_lines(
            self._pages.words_title, _HEADINGS[1], self._width, bold=True
        ):
            self._print_row(_Row([(0.0, line)], _HEADINGS[1], bold=True, keeps=True))
        self._print_table_row(self._pages.words_heads, bold=True)
        for word in self._pages.words:
            if self._y > self._bottom - 2 * _TEXT:
                self._new_page()
                self._print_table_row(self._pages.words_heads, bold=True)
            self._print_table_row(_cells_of(word))

    def _print_table_row(self, texts: Sequence[str], *, bold: bool = False) -> None:
        left = 0.0
        columns: list[tuple[float, list[list[Placed]]]] = []
        for text, share in zip(texts, _LIST_COLUMNS, strict=True):
            wide = self._width * share
            columns.append((left, self._plain_lines(text, _SMALL, wide - _CELL, bold=bold)))
            left += wide
        height = max(len(lines) for _, lines in columns)
        for at in range(height):
            beside = [(left, lines[at]) for left, lines in columns if at < len(lines)]
            gap = _CELL if at == 0 else 0.0
            self._print_row(
                _Row(beside, _SMALL, bold, gap, rule=at == height - 1, muted=bold, keeps=bold)
            )

    def _plain_lines(self, text: str, size: int, width: float, *, bold: bool) -> list[list[Placed]]:
        sizes = self._sizes(size, bold)
        boxes = measure([StudyWord((Syllable(text),))], sizes, width)
        return break_lines(boxes, width, justify=False)

    # -- pages

    @property
    def _bottom(self) -> float:
        return self._page.height() - _MARGIN

    def _print_row(self, row: _Row) -> None:
        boxes = [one.box for _, line in row.cells for one in line]
        text = self._metrics(row.size, row.bold)
        above = self._metrics(_ABOVE).height() if any(one.word.has_pinyin for one in boxes) else 0.0
        below = self._metrics(_BELOW).height() if any(one.word.gloss for one in boxes) else 0.0
        height = above + text.height() + below
        room = height + row.gap + (2 * height if row.keeps else 0)
        if self._y + room > self._bottom and self._y > _MARGIN:
            self._new_page()
        self._y += row.gap if self._y > _MARGIN else 0.0
        base = self._y + above + text.ascent()
        for left, line in row.cells:
            for one in line:
                self._draw_box(_MARGIN + left + one.left, base, one.box, row)
        self._y += height + (_LINE_GAP if above or below else 0.15 * row.size)
        if row.rule:
            self._painter.setPen(QPen(_RULE, 5))
            self._painter.drawLine(
                QPointF(_MARGIN, self._y), QPointF(_MARGIN + self._width, self._y)
            )

    def _draw_box(self, left: float, base: float, box: Box, row: _Row) -> None:
        text = self._metrics(row.size, row.bold)
        painter = self._painter
        painter.setFont(self._font(row.size, row.bold))
        in_doubt = any(one.in_doubt for one in box.word.syllables)
        painter.setPen(_MUTED if row.muted or in_doubt else _INK)
        painter.drawText(QPointF(left + box.inset, base), box.text)
        painter.setPen(_MUTED)
        if box.word.has_pinyin:
            self._draw_pinyin(left, base - text.ascent(), box)
        if box.word.gloss:
            below = self._metrics(_BELOW)
            shown = below.elidedText(box.word.gloss, Qt.TextElideMode.ElideRight, box.width)
            inset = (box.width - below.horizontalAdvance(shown)) / 2
            painter.setFont(self._font(_BELOW))
            painter.drawText(QPointF(left + inset, base + text.descent() + below.ascent()), shown)

    def _draw_pinyin(self, left: float, top: float, box: Box) -> None:
        """Draw the pinyin of a word in its middle; what is unsure is italic."""
        metrics = self._metrics(_ABOVE)
        said = [one for one in box.word.syllables if one.pinyin]
        space = metrics.horizontalAdvance(" ")
        widths = [
            self._metrics(_ABOVE, italic=not one.is_sure).horizontalAdvance(one.pinyin)
            for one in said
        ]
        x = left + (box.width - sum(widths) - space * (len(said) - 1)) / 2
        for one, width in zip(said, widths, strict=True):
            self._painter.setFont(self._font(_ABOVE, italic=not one.is_sure))
            self._painter.drawText(QPointF(x, top - metrics.descent()), one.pinyin)
            x += width + space

    def _new_page(self) -> None:
        self._draw_foot()
        self._writer.newPage()
        self._number += 1
        self._y = _MARGIN

    def _draw_foot(self) -> None:
        """Draw the title and the number of the page."""
        self._painter.setFont(self._font(_SMALL))
        self._painter.setPen(_MUTED)
        base = self._page.height() - _FOOT
        metrics = self._metrics(_SMALL)
        number = str(self._number)
        right = _MARGIN + self._width - metrics.horizontalAdvance(number)
        self._painter.drawText(QPointF(right, base), number)
        title = " ".join(self._pages.title.split())
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, self._width * 0.85)
        self._painter.drawText(QPointF(_MARGIN, base), shown)

    def _font(self, size: int, bold: bool = False, italic: bool = False) -> QFont:
        return self._made(size, bold, italic)[0]

    def _metrics(self, size: int, bold: bool = False, italic: bool = False) -> QFontMetricsF:
        return self._made(size, bold, italic)[1]

    def _made(self, size: int, bold: bool, italic: bool) -> tuple[QFont, QFontMetricsF]:
        key = size, bold, italic
        if key not in self._fonts:
            font = QFont(list(PREFERRED))
            font.setPixelSize(size)
            font.setBold(bold)
            font.setItalic(italic)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font, QFontMetricsF(font, self._writer)
        return self._fonts[key]


def _cells_of(word: ListedWord) -> tuple[str, ...]:
    return word.word, word.pinyin, word.meaning, word.level, str(word.times)
