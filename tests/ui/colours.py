"""How well colours can be told from each other."""

import json

from PySide6.QtGui import QColor

from reader.text.resources import resource_path


def colours(name):
    """Return the colours of a theme by their names."""
    raw = resource_path("themes", f"{name}.json").read_text("utf-8")
    return {key: QColor(value) for key, value in json.loads(raw).items()}


def mixed(colour, page):
    """Return what is seen of a see-through colour on a page."""
    share = colour.alphaF()
    pairs = zip(colour.getRgbF()[:3], page.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * one + (1 - share) * other for one, other in pairs))


def linear(colour):
    """Return red, green and blue, 0..1, as light and not as numbers of a screen."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(first, second):
    """Return the contrast of two colours as WCAG measures it, 1 to 21."""
    light, dark = sorted(
        (
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
            for red, green, blue in (linear(first), linear(second))
        ),
        reverse=True,
    )
    return light / dark
