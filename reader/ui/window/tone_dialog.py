"""The dialog in which the colours of the tones are chosen, for a light and for a dark page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kinds import theme_colour
from reader.ui.panes.card_labels import label
from reader.ui.panes.tones import NAMES, ToneMode, Tones, colour_key, contrast
from reader.ui.questions import Questions

_LEAST = 4.5  # contrast that text needs (WCAG 2, AA)
_SAMPLES = {1: "mā 妈", 2: "má 麻", 3: "mǎ 马", 4: "mà 骂", 0: "ma 吗"}
_SWATCH = QSize(76, 26)


class ToneDialog(QDialog):
    """Shows each colour on its page with its contrast, and takes others at once."""

    changed = Signal(dict)
    """Key of a colour -> what the user chose; those of the theme are left out."""

    def __init__(self, chosen: Mapping[str, str], questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toneColours")
        self.setWindowTitle(self.tr("Tone colours"))
        self._chosen = dict(Tones.of(ToneMode.RUBY, chosen).chosen)
        self._questions = questions
        self.swatches: dict[str, QPushButton] = {}
        """The button of each colour, by its key: light/1."""
        self.note = label("", self)
        self.note.setObjectName("toneNote")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, dark in enumerate((False, True), 1):
            grid.addWidget(QLabel(self._page_name(dark=dark), self), 0, column)
        for row, tone in enumerate(NAMES, 1):
            grid.addWidget(QLabel(self._name(tone), self), row, 0)
            for column, dark in enumerate((False, True), 1):
                button = QPushButton(self)
                button.setAutoDefault(False)
                button.setIconSize(_SWATCH)
                button.clicked.connect(partial(self._ask, tone, dark))
                self.swatches[colour_key(tone, dark=dark)] = button
                grid.addWidget(button, row, column)  # as wide as the widest of its column
        about = label(
            self.tr(
                "Each syllable has the colour of the tone that is shown. With tone sandhi, "
                "不会 is shown as bú huì, and 不 has the colour of the second tone."
            ),
            self,
            quiet=True,
        )
        boxes = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(boxes.RestoreDefaults | boxes.Close, self)
        self.reset = self.buttons.button(boxes.RestoreDefaults)
        self.reset.clicked.connect(self._reset)
        self.buttons.rejected.connect(self.reject)
        self.reset.setAutoDefault(False)
        self.buttons.button(boxes.Close).setDefault(True)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(18, 16, 18, 16)
        column_of_all.setSpacing(12)
        for part in (grid, about, self.note, self.buttons):
            if isinstance(part, QGridLayout):
                column_of_all.addLayout(part)
            else:
                column_of_all.addWidget(part)
        self._show()

    def _name(self, tone: int) -> str:
        names = (
            self.tr("Neutral tone"),
            self.tr("First tone"),
            self.tr("Second tone"),
            self.tr("Third tone"),
            self.tr("Fourth tone"),
        )
        return names[tone]

    def _page_name(self, *, dark: bool) -> str:
        return self.tr("Dark page") if dark else self.tr("Light page")

    def _ask(self, tone: int, dark: bool, _checked: bool = False) -> None:
        current = self._colours(dark=dark)[tone]
        colour = self._questions.colour(self, self._name(tone), current)
        if colour is None:
            return
        key = colour_key(tone, dark=dark)
        self._chosen[key] = colour.name()
        if colour == theme_colour(NAMES[tone], dark=dark):
            del self._chosen[key]
        self._tell()

    def _reset(self) -> None:
        self._chosen.clear()
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit(dict(self._chosen))

    def _colours(self, *, dark: bool) -> dict[int, QColor]:
        return Tones.of(ToneMode.RUBY, self._chosen).colours(dark=dark)

    def _show(self) -> None:
        faint = []
        for dark in (False, True):
            page = theme_colour("page", dark=dark)
            for tone, colour in self._colours(dark=dark).items():
                button = self.swatches[colour_key(tone, dark=dark)]
                ratio = contrast(colour, page)
                shown = self.locale().toString(ratio, "f", 1)
                button.setIcon(QIcon(self._swatch(_SAMPLES[tone], colour, page)))
                button.setText(shown)
                name = self.tr("{page}, {tone}: {colour}, contrast {ratio}").format(
                    page=self._page_name(dark=dark),
                    tone=self._name(tone),
                    colour=colour.name(),
                    ratio=shown,
                )
                button.setAccessibleName(name)
                button.setToolTip(name)
                if ratio < _LEAST:
                    faint.append(name)
        self.reset.setEnabled(bool(self._chosen))
        text = self.tr("Hard to read on the page (text needs a contrast of 4.5): {names}")
        names = self.tr("; ", "between colours").join(faint)
        self.note.setText(text.format(names=names) if faint else "")
        self.note.setVisible(bool(faint))

    def _swatch(self, sample: str, colour: QColor, page: QColor) -> QPixmap:
        """Return a sample of text in a colour on its page."""
        scale = self.devicePixelRatioF()
        made = QPixmap(_SWATCH * scale)
        made.setDevicePixelRatio(scale)
        made.fill(page)
        painter = QPainter(made)
        painter.setFont(self.font())
        painter.setPen(colour)
        area = made.deviceIndependentSize()
        painter.drawText(
            0, 0, int(area.width()), int(area.height()), Qt.AlignmentFlag.AlignCenter, sample
        )
        painter.end()
        return made
