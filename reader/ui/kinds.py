"""What each kind of repair is called, and the colours of the theme as Qt has them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette

from reader.text.kinds import RepairKind
from reader.text.theme import DARK, LIGHT, load_colours


def kind_colour(kind: RepairKind, *, dark: bool) -> QColor:
    """Return the full colour of a kind, for its line and for swatches."""
    return theme_colour(kind.value, dark=dark)


def theme_colour(name: str, *, dark: bool) -> QColor:
    """Return a colour of the light or the dark theme by its name."""
    return QColor(load_colours(DARK if dark else LIGHT)[name])


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
            translate("Kinds", "Pinyin in parentheses was added after the character."),
        ),
        RepairKind.SLIP: (
            translate("Kinds", "Byte slip"),
            translate("Kinds", "Bytes were inserted or lost, and characters changed."),
        ),
        RepairKind.VARIANT: (
            translate("Kinds", "Variant"),
            translate("Kinds", "The character was replaced by a rare form."),
        ),
        RepairKind.SCRIPT: (
            translate("Kinds", "Traditional form"),
            translate("Kinds", "The character was replaced by a traditional form."),
        ),
        RepairKind.PUNCTUATION: (
            translate("Kinds", "Punctuation"),
            translate("Kinds", "Punctuation was made half-width, or a stray space was added."),
        ),
        RepairKind.ENCODING: (
            translate("Kinds", "Encoding"),
            translate("Kinds", "The text was read in the wrong encoding."),
        ),
        RepairKind.DEBRIS: (
            translate("Kinds", "Web page residue"),
            translate(
                "Kinds", "Tags, entities or invisible characters were left over from a web page."
            ),
        ),
        RepairKind.MANUAL: (
            translate("Kinds", "By hand"),
            translate("Kinds", "You decided this yourself."),
        ),
    }
