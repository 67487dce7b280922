"""Gives memory back that a long piece of work needed for a while."""

from __future__ import annotations

import linecache
import sys

_ARENA_MAX = -8  # as malloc.h has it


def spare() -> None:
    """Have all threads share one heap of the GNU C library; for a program with few threads.

    By itself it keeps one for each, which holds on to what the thread has freed: 30 MB after a text
    of a million damaged characters. Call it before threads are started. Its limits for large blocks
    stay as they are: with lower ones each page of a long document asks the system for new memory.
    """
    if sys.platform == "linux":
        import ctypes  # not needed to start

        choose = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
        if choose is not None:
            choose(_ARENA_MAX, 1)


def give_back() -> None:
    """Let go of what nobody will ask for, and hand free memory of the C library to the system.

    PySide6 has the source of each module read when it is imported, and Python keeps those lines:
    15 MB.
    """
    linecache.clearcache()
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
