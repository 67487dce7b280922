"""Tells whether a window could be shown, without Qt, which ends the process where none can."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_DISPLAY = re.compile(r"(?:\w+/)?(?P<host>[^:/]*|\[[^\]/]*\]):(?P<number>\d+)(?:\.\d+)?")
_PATIENCE = 3.0  # seconds that a display on another machine may take to answer


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: on Linux a display that answers.

    A Qt platform chosen by hand is believed, and so is a display of a form not known here.
    """
    if sys.platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return True
    display, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    return (display is not None and display != "" and _answers_x(display)) or (
        wayland is not None
        and wayland != ""
        and _connects(str(Path(environment.get("XDG_RUNTIME_DIR", "/"), wayland)))
    )


def _answers_x(display: str) -> bool:
    parts = _X_DISPLAY.fullmatch(display)
    if parts is None:
        return True
    host, number = parts["host"].strip("[]"), int(parts["number"])
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _connects(f"\0{path}") or _connects(path)
    try:
        with socket.create_connection((host, 6000 + number), _PATIENCE):
            return True
    except (OSError, OverflowError, UnicodeError):
        return False


def _connects(path: str) -> bool:
    """Tell whether a local server listens at `path`; one that begins with NUL is no file."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            client.settimeout(_PATIENCE)
            client.connect(path)
            return True
    except (OSError, ValueError):
        return False
