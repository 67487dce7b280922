"""Gives memory back that a long piece of work needed for a while."""

from __future__ import annotations

import ctypes
import linecache
import sys


def give_back() -> None:
    """Let go of what nobody will ask for, and hand free memory of the C library to the system.

    PySide6 has the source of each module read when it is imported, and Python keeps those lines:
    15 MB. The GNU library keeps what threads have freed, for themselves: 46 MB after a text of a
    million damaged characters.
    """
    linecache.clearcache()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
