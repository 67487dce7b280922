"""What each kind of repair is called and how it is marked: the panes and the legend read this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette

from reader.text.kinds import RepairKind


class Underline(Enum):
    """Line styles under a highlight, so that no kind is told by its colour alone."""

    SOLID = "solid"
    DOUBLE = "double"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash_dot"
    WAVY = "wavy"
    THICK = "thick"
    ZIGZAG = "zigzag"


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How one kind of repair is marked; colours are "#rrggbb" for a light and a dark page."""

    light: str
    dark: str
    underline: Underline

    def colour(self, dark: bool) -> QColor:
        """Return the full colour, for lines and for swatches; fills use it with a low alpha."""
        return QColor(self.dark if dark else self.light)


# Hues after Okabe and Ito, who chose them to stay apart for the colour-blind; darkened for a
# white page (their yellow would vanish on it) and lightened for a dark one, so that the line under
# the text keeps a contrast of at least 3:1 on either.
STYLES: dict[RepairKind, KindStyle] = {
    RepairKind.GLOSS: KindStyle("#2f84bd", "#6cc0f0", Underline.DOTTED),
    RepairKind.SLIP: KindStyle("#c24a00", "#f0813a", Underline.WAVY),
    RepairKind.VARIANT: KindStyle("#a84084", "#e08fc4", Underline.DOUBLE),
    RepairKind.SCRIPT: KindStyle("#007f62", "#35c9a0", Underline.SOLID),
    RepairKind.PUNCTUATION: KindStyle("#a87500", "#eab23e", Underline.DASHED),
    RepairKind.ENCODING: KindStyle("#0a5a9c", "#4a9be0", Underline.ZIGZAG),
    RepairKind.DEBRIS: KindStyle("#7f7f7f", "#909090", Underline.DASH_DOT),
    RepairKind.MANUAL: KindStyle("#2e2e2e", "#f4f4f4", Underline.THICK),
}


def is_dark(palette: QPalette) -> bool:
    """Return whether text is drawn light on dark."""
    page = palette.color(QPalette.ColorRole.Base).lightness()
    return page < palette.color(QPalette.ColorRole.Text).lightness()


def kind_title(kind: RepairKind) -> str:
    """Return the translated name of a kind, as in the legend."""
    return _words()[kind][0]


def kind_explanation(kind: RepairKind) -> str:
    """Return one translated sentence that says what this kind of damage is."""
    return _words()[kind][1]


def _words() -> dict[RepairKind, tuple[str, str]]:
    # Built at each call: the language can change while the window is open.
    translate = QCoreApplication.translate
    return {
        RepairKind.GLOSS: (
            translate("Kinds", "Gloss"),
            translate("Kinds", "Pinyin in parentheses was put behind the character."),
        ),
        RepairKind.SLIP: (
            translate("Kinds", "Byte slip"),
            translate(
                "Kinds", "Something was put in or cut at byte level, and characters changed."
            ),
        ),
        RepairKind.VARIANT: (
            translate("Kinds", "Variant"),
            translate("Kinds", "A rare form of the character was put in its place."),
        ),
        RepairKind.SCRIPT: (
            translate("Kinds", "Traditional form"),
            translate("Kinds", "The character was replaced by a traditional form."),
        ),
        RepairKind.PUNCTUATION: (
            translate("Kinds", "Punctuation"),
            translate("Kinds", "A mark was made half-width, or a stray space was put in."),
        ),
        RepairKind.ENCODING: (
            translate("Kinds", "Encoding"),
            translate("Kinds", "The text was read in the wrong encoding."),
        ),
        RepairKind.DEBRIS: (
            translate("Kinds", "Page debris"),
            translate(
                "Kinds", "Tags, entities or invisible characters of a web page were left over."
            ),
        ),
        RepairKind.MANUAL: (
            translate("Kinds", "By hand"),
            translate("Kinds", "You decided this one yourself."),
        ),
    }
