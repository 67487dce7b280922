"""A note of what failed that should not have, on the user's own machine, without a word of his.

It holds the types of the errors, the places in the program where they went by, and versions: no
value, no message of an error, which may quote a text ("invalid literal: 劳动"), and no folder of
the user's. Nothing sends it anywhere.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from reader.text.errors import Crashed
from reader.text.resources import installed_version
from reader.text.user_folders import log_folder

NAME, OLDER = "crashes.log", "crashes.older.log"
_LARGEST = 64 * 2**10  # bytes; then it becomes the older one
_MOST_FRAMES, _MOST_ERRORS = 60, 8  # an endless recursion has a thousand
_HOME = Path(__file__).resolve().parents[2]
_LIBRARIES = ("site-packages", "dist-packages")

Tell = Callable[[Crashed], None]
"""Tells the user; called in whichever thread the error went by."""


def install(tell: Tell) -> None:
    """Have errors that nothing catches noted, and the user told, in all threads."""

    def on_error(
        kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        path = record(error)
        with suppress(Exception):  # the one who is to be told may have crashed
            tell(Crashed(path, kind.__name__))

    def on_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            on_error(failed.exc_type, failed.exc_value, failed.exc_traceback)

    sys.excepthook = on_error
    threading.excepthook = on_thread


def record(error: BaseException) -> Path | None:
    """Note an error; return where it stands, None if nothing can be written there."""
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / NAME
        if path.exists() and path.stat().st_size > _LARGEST:
            os.replace(path, folder / OLDER)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(describe(error))
    except (OSError, ValueError, RuntimeError):  # RuntimeError: no home folder
        return None
    return path


def describe(error: BaseException) -> str:
    """Return what is noted of an error: a head, and each error with its places, the first last."""
    import platform  # not needed where nothing fails

    when = time.strftime("%Y-%m-%d %H:%M:%S")
    versions = f"Jingdu {installed_version('jingdu') or '?'}, Python {platform.python_version()}"
    lines = [f"{when}  {versions}, {sys.platform}"]
    for one in _chain(error):
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        frames = []
        at = one.__traceback__
        while at is not None:
            frames.append((at.tb_frame, at.tb_lineno))
            at = at.tb_next
        for frame, line in frames[-_MOST_FRAMES:]:
            code = frame.f_code
            lines.append(f"  {_short(code.co_filename)}:{line}  {code.co_name}")
    return "\n".join(lines) + "\n\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, and those that it came from."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen and len(seen) < _MOST_ERRORS:
        seen.add(id(at))
        yield at
        at = at.__cause__ or at.__context__


def _short(file: str) -> str:
    """Return the name of a file of a program, without the folders that it is installed in."""
    path = Path(file)
    if path.is_relative_to(_HOME / "reader"):
        return path.relative_to(_HOME).as_posix()
    for name in _LIBRARIES:
        if name in path.parts:
            at = path.parts.index(name)
            return "/".join(path.parts[at + 1 :])
    return path.name
