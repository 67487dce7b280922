"""Keeps PySide6 from reading the source of every module that is imported."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - brings what is changed here

_SUPPORT, _ASKED = "shibokensupport.feature", "_mod_uses_pyside"


def leave_out() -> None:
    """Answer PySide6's question about each module imported from now on without reading its source.

    The question is whether the module names PySide6 at all: only then may it have turned features
    on, by `from __feature__ import ...`. Those that have not, as all of Jingdu, stay as they are
    by either answer. To find its own name PySide6 reads the source of each module, and Python
    keeps the lines: a tenth of a start, and 15 MB.

    This replaces a private function of PySide6, for the whole process. Where PySide6 has no such
    function any more, nothing is changed.
    """
    support = sys.modules.get(_SUPPORT)
    if hasattr(support, _ASKED):
        setattr(support, _ASKED, lambda module: True)
