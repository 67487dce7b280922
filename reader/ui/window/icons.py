"""Icons from resources/icons, drawn in a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from reader.text.resources import resource_path

_SIZE = 20  # pixels at a scale of 1
_SCALES = (1, 2)


def app_icon() -> QIcon:
    """Return the application's icon."""
    return QIcon(str(resource_path("icons", "jingdu.png")))


def app_pixmap(size: int, scale: float) -> QPixmap:
    """Return the application's icon at a size in logical pixels."""
    pixmap = QPixmap(str(resource_path("icons", "jingdu.png"))).scaled(
        round(size * scale),
        round(size * scale),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def line_icon(name: str, colour: QColor, gap: int = 0) -> QIcon:
    """Return a line icon in this colour, for screens of every scale; Qt greys a disabled one.

    `gap` is how many pixels behind it are left free, where a style puts text too near.
    """
    icon = QIcon()
    for scale in _SCALES:
        icon.addPixmap(_draw(name, colour.name(), scale, gap))
    return icon


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text("utf-8")


def _draw(name: str, colour: str, scale: int, gap: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap((_SIZE + gap) * scale, _SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    image = QByteArray(_source(name).replace("currentColor", colour).encode())
    QSvgRenderer(image).render(painter, QRectF(0, 0, _SIZE * scale, _SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
