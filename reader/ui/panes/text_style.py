"""Font, measures and page colours of a pane."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QRawFont

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.panes.ruby import RubySize
from reader.ui.panes.text_blocks import Look
from reader.ui.panes.tones import ToneMode, Tones

# Without a family Fontconfig picks the Japanese shapes of Noto Sans CJK: 直 and 骨 look wrong.
CHINESE_FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC")
_SCALES = {1: 1.45, 2: 1.25, 3: 1.12, 4: 1.05}  # how much larger a heading of a level is
_GLOSSED_PITCH = 3.15  # ems from one line to the next, with glosses between them
_LINE_EMS = 42  # longer lines are hard to find the next line from
_MOST_WIDTHS = 5000  # pieces of text whose width is kept
_WIDE = "\u2e80"  # from here on characters are as wide as a hanzi


class RubyLook(NamedTuple):
    """How ruby is set; `toned` gives each syllable the colour of its tone."""

    size: RubySize = RubySize.NORMAL
    toned: bool = False


_PLAIN_RUBY = RubyLook()


class Glyphs(NamedTuple):
    """What one syllable is drawn with."""

    indexes: list[int]
    xs: list[float]


class TextStyle:
    """The measures that follow from the font, in pixels.

    From top to bottom a line is a strip for ruby, the bodies of the characters, and room for a mark
    under them. Its pitch never depends on whether ruby is shown, so hovering moves nothing.
    """

    def __init__(
        self,
        family: str,
        point_size: float,
        zoom: float,
        *,
        bold: bool = False,
        glossed: bool = False,
        ruby: RubyLook = _PLAIN_RUBY,
    ) -> None:
        """`glossed` makes room below each line for the glosses of its words."""
        self._made_of = (family, point_size, zoom)
        self.glossed = glossed
        self.ruby_look = ruby
        self._looks: dict[tuple[int, bool], TextStyle] = {}
        families = [family] if family else []
        families += [name for name in CHINESE_FAMILIES if name != family]
        self.font = QFont(families)
        self.font.setPointSizeF(point_size * zoom)
        if bold:
            self.font.setWeight(QFont.Weight.DemiBold)
        self.em = QFontMetricsF(self.font).horizontalAdvance("汉") or point_size * zoom
        self.ruby_font = QFont(families)
        self.ruby_font.setPointSizeF(point_size * zoom * ruby.size.scale)
        self.ruby_slanted = QFont(self.ruby_font)
        self.ruby_slanted.setItalic(True)
        self.metrics = QFontMetricsF(self.font)
        self.ruby_metrics = QFontMetricsF(self.ruby_font)
        self._wedge_font = QFont(families)
        self._wedge_font.setPointSizeF(point_size * zoom * 0.28)
        # Larger ruby takes a higher strip; what is left over stands half above it, half below.
        lead = 0.0 if glossed else ruby.size.lead
        strip = 0.68 * ruby.size.scale / 0.56 + lead / 2
        down = strip - 0.68
        self.ruby_baseline = ceil(self.em * (strip - 0.13 * ruby.size.scale / 0.56))
        # A hanzi stands from 0.88 em above the baseline to 0.12 em below it.
        self.body_top = ceil(self.em * strip)
        self.baseline = ceil(self.em * (1.54 + down))
        self.body_bottom = ceil(self.em * (1.70 + down))
        self.mark_y = ceil(self.em * (1.74 + down))
        self.leader_y = self.body_bottom + round(self.em * 0.28)  # between two lines
        self.wedge_baseline = ceil(self.em * (1.89 + down))
        self.pitch = ceil(self.em * ((_GLOSSED_PITCH if glossed else 1.96) + down + lead / 2))
        self.gloss_font = QFont()  # that of the window: glosses are English
        self.gloss_font.setPointSizeF(max(7.0, point_size * zoom * 0.6))
        self.gloss_metrics = QFontMetricsF(self.gloss_font)
        self.gloss_baseline = ceil(self.em * (1.92 + down) + self.gloss_metrics.ascent())
        self.hole_font = QFont()  # that of the window: a number of bytes is none of the text
        self.hole_font.setPointSizeF(max(5.0, point_size * zoom * 0.46))
        self.hole_font.setWeight(QFont.Weight.DemiBold)
        self.hole_height = QFontMetricsF(self.hole_font).capHeight() + self.em * 0.22
        self.top_room = ceil(self.em * 0.3)  # above the first line of a text
        self.paragraph_gap = ceil(self.em * 0.55)
        self.blank_height = ceil(self.em * 0.9)
        self.mark_width = max(1.0, round(self.em * 0.055))
        self._syllables: dict[str, float] = {}
        self._widths: dict[str, float] = {}
        self._glyphs: dict[str, Glyphs | None] = {}

    # A raw font takes as long as all the rest, and many a style is drawn without it.

    @cached_property
    def ruby_raw(self) -> QRawFont:
        """The font of ruby, to draw glyphs with."""
        return QRawFont.fromFont(self.ruby_font)

    @cached_property
    def ruby_raw_slanted(self) -> QRawFont:
        """The font of slanted ruby, to draw glyphs with."""
        return QRawFont.fromFont(self.ruby_slanted)

    @cached_property
    def wedge_font(self) -> QRawFont:
        """The font of wedges, which are drawn as glyphs.

        300 of them as one path take 3 ms a page, so 0.2 ms.
        """
        return QRawFont.fromFont(self._wedge_font)

    @cached_property
    def wedge_glyph(self) -> int:
        """The glyph of a wedge, 0 if the font has none."""
        return next(iter(self.wedge_font.glyphIndexesForString("▲")), 0)

    @cached_property
    def wedge_centre(self) -> float:
        """Where the middle of a wedge is, from its left."""
        return self.wedge_font.boundingRect(self.wedge_glyph).center().x()

    def looking(self, look: Look) -> TextStyle:
        """Return the style of a heading or of the head of a table; the same for plain text."""
        if not look.bold:
            return self
        key = (look.heading, look.bold)
        style = self._looks.get(key)
        if style is None:
            family, point_size, zoom = self._made_of
            scale = _SCALES.get(look.heading, 1.0)
            style = self._looks[key] = TextStyle(
                family,
                point_size,
                zoom * scale,
                bold=True,
                glossed=self.glossed,
                ruby=self.ruby_look,
            )
        return style

    def measure(self, text: str) -> float:
        """Return how wide a piece of text is; Chinese, of which there is most, is counted."""
        if not text or min(text) >= _WIDE:
            return len(text) * self.em
        width = self._widths.get(text)
        if width is None:
            width = self.metrics.horizontalAdvance(text)
            if len(self._widths) < _MOST_WIDTHS:
                self._widths[text] = width
        return width

    def syllable_width(self, syllable: str) -> float:
        """Return how wide a syllable of ruby is."""
        width = self._syllables.get(syllable)
        if width is None:
            width = self._syllables[syllable] = self.ruby_metrics.horizontalAdvance(syllable)
        return width

    def glyphs(self, syllable: str) -> Glyphs | None:
        """Return the glyphs of a syllable of ruby and their x; None where the font lacks one."""
        if syllable not in self._glyphs:
            indexes = self.ruby_raw.glyphIndexesForString(syllable)
            found = None
            if all(indexes) and len(indexes) == len(syllable):
                steps = [step.x() for step in self.ruby_raw.advancesForGlyphIndexes(indexes)]
                found = Glyphs(indexes, [0.0, *accumulate(steps[:-1])])
            self._glyphs[syllable] = found
        return self._glyphs[syllable]

    @property
    def widest_line(self) -> int:
        """How wide a line may be: some 42 characters."""
        return int(self.em * _LINE_EMS)

    def estimate(self, characters: int, width: float, closes_paragraph: bool) -> int:
        """Return a guess at a block's height before it is laid out."""
        if not characters:
            return self.blank_height
        lines = max(1, ceil(characters * self.em / max(width, self.em)))
        return lines * self.pitch + (self.paragraph_gap if closes_paragraph else 0)


_NO_TONES = Tones()


class PageColours:
    """The colours of a page that are not those of a kind; all follow from the palette."""

    def __init__(self, palette: QPalette, tones: Tones = _NO_TONES) -> None:
        self.dark = is_dark(palette)
        self.base = palette.color(QPalette.ColorRole.Base)
        self.text = palette.color(QPalette.ColorRole.Text)
        highlight = palette.color(QPalette.ColorRole.Highlight)
        self.selection = with_alpha(highlight, 110 if self.dark else 80)
        self.matching_selection = with_alpha(highlight, 60 if self.dark else 42)
        self.hover = with_alpha(self.text, 46 if self.dark else 34)
        self.current = theme_colour("cur", dark=self.dark)
        self.current_fill = theme_colour("cur_fill", dark=self.dark)
        self.trace = theme_colour("faint", dark=self.dark)
        self.ruby = theme_colour("muted", dark=self.dark)
        self.gloss = theme_colour("muted", dark=self.dark)
        self.ruby_unsure = theme_colour("faint", dark=self.dark)
        self.ruby_user = QColor("#8ab8ff") if self.dark else QColor("#1a56b0")
        found = theme_colour("found", dark=self.dark)
        self.hit = with_alpha(found, 60 if self.dark else 45)
        self.current_hit = with_alpha(found, 110 if self.dark else 95)
        self.hit_ring = found
        self.tones: dict[int, QColor] = {}
        """The colour of each tone, where the syllables of ruby have one."""
        if tones.mode is ToneMode.RUBY:
            self.tones = tones.colours(dark=self.dark)


def with_alpha(colour: QColor, alpha: int) -> QColor:
    """Return the colour with this alpha (0..255)."""
    result = QColor(colour)
    result.setAlpha(alpha)
    return result
