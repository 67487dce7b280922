"""Keeps PySide6 from reading the source of every module that is imported."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - brings what is changed here

_SUPPORT, _ASKED = "shibokensupport.feature", "_mod_uses_pyside"


def leave_out() -> None:
    """Let PySide6 take it that no module imported from now on uses `from __feature__ import ...`.

    Else it reads each module's source to look for its own name, and Python keeps the lines: a
    tenth of a start, and 15 MB. Jingdu uses no such feature. Where PySide6 has no such place any
    more, nothing is changed.
    """
    support = sys.modules.get(_SUPPORT)
    if hasattr(support, _ASKED):
        setattr(support, _ASKED, lambda module: True)  # what is asked is if it uses PySide6 at all
