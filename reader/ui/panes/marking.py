"""What is marked on a page."""

from __future__ import annotations

from enum import Enum


class Marking(Enum):
    """How a page is looked at; the value is a stable id used in the settings."""

    PROOF = "proof"  # every replaced place is marked
    QUIET = "quiet"  # only what still needs a person, or was decided by one
