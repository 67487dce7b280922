"""What each kind of repair is called, and the colours of the theme as Qt has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette

from reader.text.theme import DARK, LIGHT, load_colours

if TYPE_CHECKING:
    from reader.text.kinds import RepairKind


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
    from reader.text.messages import KINDS  # not at the start

    return QCoreApplication.translate("Kinds", KINDS[kind].name)


def kind_explanation(kind: RepairKind) -> str:
    """Return one translated sentence that says what this kind of damage is."""
    from reader.text.messages import KINDS  # not at the start

    return QCoreApplication.translate("Kinds", KINDS[kind].explanation)
