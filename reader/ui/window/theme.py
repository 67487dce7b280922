"""Light and dark: palettes and colours from resources/themes, following the system or chosen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reader.text.resources import resource_path
from reader.text.theme import load_colours

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "window_text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate_base",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "button_text",
    QPalette.ColorRole.PlaceholderText: "placeholder",
    QPalette.ColorRole.BrightText: "bright_text",
    QPalette.ColorRole.Highlight: "highlight",
    QPalette.ColorRole.HighlightedText: "highlighted_text",
    QPalette.ColorRole.Accent: "highlight",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link_visited",
    QPalette.ColorRole.ToolTipBase: "tool_tip",
    QPalette.ColorRole.ToolTipText: "tool_tip_text",
    QPalette.ColorRole.Light: "light",
    QPalette.ColorRole.Midlight: "midlight",
    QPalette.ColorRole.Mid: "mid",
    QPalette.ColorRole.Dark: "dark",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
# Fusion's own marks are a handful of pixels, whatever the scale.
_ICONS = ("check", "down")


class ThemeChoice(Enum):
    """What the user asked for; the value is a stable id used in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application; `changed` comes after its palette was set."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        *,
        is_fusion: bool = False,
    ) -> None:
        """`is_fusion`: the application has Fusion's style already and needn't be asked for it."""
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._colours: Mapping[str, str] = {}  # name -> "#rrggbb"
        self._name = ""
        if (
            not is_fusion and app.style().name().lower() != "fusion"
        ):  # setting it polishes every widget anew
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is on."""
        return self._name == "dark"

    def choose(self, choice: ThemeChoice) -> None:
        """Change to light, dark, or whatever the system has."""
        self._choice = choice
        self._apply()

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its name in the theme's file."""
        return QColor(self._colours[name])

    def style_sheet(self) -> str:
        """Return the window's style sheet in the colours of the theme."""
        sheet: str = resource_path("themes", "window.qss").read_text("utf-8")
        icons = {f"{name}_icon": self._icon(name) for name in _ICONS}
        values = {**self._colours, **icons}
        for name in sorted(values, key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", values[name])
        return sheet

    def _icon(self, name: str) -> str:
        path: Path = resource_path("icons", f"{name}_{self._name}.svg")
        return path.as_posix()

    def _wanted(self) -> str:
        if self._choice is ThemeChoice.SYSTEM:
            system = self._app.styleHints().colorScheme()
            return "dark" if system == Qt.ColorScheme.Dark else "light"
        return "dark" if self._choice is ThemeChoice.DARK else "light"

    def _apply(self) -> None:
        name = self._wanted()
        if name == self._name:
            return
        self._name = name
        self._colours = load_colours(name)
        palette = QPalette()
        for role, colour in _ROLES.items():
            palette.setColor(role, self.colour(colour))
        for role in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        self._app.setPalette(palette)
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        self._apply()
