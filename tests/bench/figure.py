"""What one measurement says, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside what is to be reached.

    `baseline` names what a ratio is measured against, in the same run; empty for a count.
    `reach` is the goal in words, such as ">= 97 %".
    """

    name: str
    value: str
    reach: str
    met: bool
    baseline: str = ""

    def line(self) -> str:
        """Return the figure as one line of the report."""
        against = f"  (against {self.baseline})" if self.baseline else ""
        mark = "ok  " if self.met else "MISS"
        return f"{mark} {self.name}: {self.value}  [{self.reach}]{against}"
