"""Cells of tables for a spreadsheet: text that it shows and never computes."""

from __future__ import annotations

import re

MARK = "\ufeff"
"""Begins a table in UTF-8: without it Excel reads the code page of the system."""

# What a spreadsheet would compute instead of showing it; some take the wide forms for the same.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r])")


def disarm(text: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def rearm(cell: str) -> str:
    """Return the text that `disarm` made a cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
