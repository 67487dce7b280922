"""Make the application's icon: the hanzi 净 cut out of a seal, as an SVG without any font.

Run `python resources/build/icons.py FONT.otf`, FONT being Noto Sans SC; it writes
resources/icons/jingdu.svg and jingdu.png.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "icons"
SEAL = "#a5382b"
PAPER = "#fffaf0"


def outline(family: str) -> str:
    """Return the outline of 净, centred in a square of 128, as SVG path data."""
    font = QFont(family)
    font.setPixelSize(92)
    font.setBold(True)
    path = QPainterPath()
    path.addText(0, 0, font, "净")
    box = path.boundingRect()
    path.translate(64 - box.center().x(), 64 - box.center().y())
    pieces: list[str] = []
    index = 0
    while index < path.elementCount():
        element = path.elementAt(index)
        if element.isCurveTo():
            points = [path.elementAt(index + step) for step in range(3)]
            pieces.append("C" + " ".join(f"{point.x:.1f} {point.y:.1f}" for point in points))
            index += 3
            continue
        pieces.append(f"{'M' if element.isMoveTo() else 'L'}{element.x:.1f} {element.y:.1f}")
        index += 1
    return "".join(pieces)


def main() -> None:
    """Write both icons."""
    _app = QGuiApplication([])
    added = QFontDatabase.addApplicationFont(sys.argv[1])
    family = QFontDatabase.applicationFontFamilies(added)[0]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">'
        f'<rect x="6" y="6" width="116" height="116" rx="24" fill="{SEAL}"/>'
        f'<rect x="14" y="14" width="100" height="100" rx="17" fill="none" stroke="{PAPER}" '
        'stroke-width="3"/>'
        f'<path d="{outline(family)}" fill="{PAPER}" fill-rule="nonzero"/></svg>\n'
    )
    (ICONS / "jingdu.svg").write_text(svg, "utf-8")
    image = QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, 256, 256))
    painter.end()
    image.save(str(ICONS / "jingdu.png"))


if __name__ == "__main__":
    main()
