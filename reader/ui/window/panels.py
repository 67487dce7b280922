"""The panels beside the page."""

from __future__ import annotations

from enum import Enum


class Panel(Enum):
    """The panels; the value is a stable id used in the settings."""

    REVIEW = "review"
    WORD = "word"
    LIST = "list"
    COMPARE = "compare"
