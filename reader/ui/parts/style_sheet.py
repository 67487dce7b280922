"""The panel's style sheet in the colours of the theme that the panel is shown in."""

from __future__ import annotations

from functools import cache

from reader.text.resources import resource_path
from reader.text.theme import DARK, LIGHT, load_colours


@cache
def panel_sheet(*, dark: bool) -> str:
    """Return the style sheet of the fields and of the tables of all panels."""
    name = DARK if dark else LIGHT
    sheet: str = resource_path("themes", "panel.qss").read_text("utf-8")
    values = dict(load_colours(name))
    for icon in ("up", "down"):
        values[f"{icon}_icon"] = resource_path("icons", f"{icon}_{name}.svg").as_posix()
    for key in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{key}", values[key])
    return sheet
