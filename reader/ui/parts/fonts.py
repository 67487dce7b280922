"""Chinese fonts: which are there, which comes first, and one for systems without any."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

# By name: left to itself Fontconfig picks the Japanese shapes of Noto Sans CJK (直, 骨).
PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_OTHER_REGIONS = (" JP", " KR", " TC", " HK")
_PACKAGE = "pylopdf_fonts_zh_cn"
_PACKAGED = "NotoSansSC-Regular.otf"


def packaged_font() -> Path | None:
    """Return the Noto Sans SC that was installed with Jingdu, or None."""
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / _PACKAGED
        if path.is_file():
            return path
    return None


def ensure_chinese_font() -> None:
    """Load the packaged font where the system has none for Chinese."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        path = packaged_font()
        if path is not None:
            QFontDatabase.addApplicationFont(str(path))


def chinese_families() -> list[str]:
    """Return the installed families that have simplified Chinese, the preferred ones first."""
    found = [
        family
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        if not any(mark in f"{family} " for mark in (f"{region} " for region in _OTHER_REGIONS))
        and "Mono" not in family
        and QFontDatabase.isScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
    ]
    ranks = {family: rank for rank, family in enumerate(PREFERRED)}
    return sorted(set(found), key=lambda family: (ranks.get(family, len(ranks)), family))


def dress(app: QApplication) -> None:
    """Let menus and labels show Chinese in its own shapes, whatever the system's font is."""
    font = QFont(app.font())
    # A family that is not there costs nothing; the first one that is gives the hanzi.
    font.setFamilies([*font.families(), *PREFERRED])
    app.setFont(font)
