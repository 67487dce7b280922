"""How repairs are marked, and the colours of all that is shown: window and exported pages alike.

The colours stand in resources/themes, one file for a light page and one for a dark one. Every kind
has a line of its own and every state a shape of its own, so that nothing is told by colour alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType

from reader.text.kinds import RepairKind, RepairState
from reader.text.resources import resource_path

LIGHT, DARK = "light", "dark"


class Line(Enum):
    """The line under what was repaired; the value is a stable id."""

    SOLID = "solid"
    THIN = "thin"
    DOUBLE = "double"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash_dot"
    STEPPED = "stepped"
    THICK = "thick"


class Mark(Enum):
    """The mark of what needs a person; the value is a stable id."""

    NONE = "none"  # certain: nothing is left to do
    WAVE = "wave"  # a wavy line on a fill
    DASHED_BOX = "dashed_box"  # on a fill
    HATCHED_BOX = "hatched_box"  # a solid frame
    THICK_LINE = "thick_line"  # without a fill


KIND_LINES: Mapping[RepairKind, Line] = MappingProxyType(
    {
        RepairKind.GLOSS: Line.DOTTED,
        RepairKind.SLIP: Line.STEPPED,
        RepairKind.VARIANT: Line.DOUBLE,
        RepairKind.SCRIPT: Line.SOLID,
        RepairKind.PUNCTUATION: Line.DASHED,
        RepairKind.ENCODING: Line.DASH_DOT,
        RepairKind.DEBRIS: Line.THIN,
        RepairKind.MANUAL: Line.THICK,
    }
)
"""The line of each kind; its colour has the name that is the kind's value."""

STATE_MARKS: Mapping[RepairState, tuple[Mark, str]] = MappingProxyType(
    {
        RepairState.CERTAIN: (Mark.NONE, ""),
        RepairState.UNSURE: (Mark.WAVE, "uns"),
        RepairState.UNDECIDED: (Mark.DASHED_BOX, "und"),
        RepairState.LOST: (Mark.HATCHED_BOX, "lost"),
        RepairState.BY_HAND: (Mark.THICK_LINE, "hand"),
    }
)
"""The mark of each state, and the name of its colour; the fill has that name and "_fill"."""

TINT = 0.10
"""How much of a kind's colour tints what stands above its line."""


@cache
def load_colours(name: str) -> Mapping[str, str]:
    """Return the colours of a theme, `LIGHT` or `DARK`: name -> "#rrggbb".

    Raises FileNotFoundError if there is no such theme.
    """
    colours: dict[str, str] = json.loads(resource_path("themes", f"{name}.json").read_text("utf-8"))
    return MappingProxyType(colours)
