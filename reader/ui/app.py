"""Starts the window: the composition root of everything Qt."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reader.text import crash_log
from reader.text.errors import Crashed
from reader.text.memory import spare
from reader.text.streams import say
from reader.ui import settings
from reader.ui.parts.fonts import dress, ensure_chinese_font
from reader.ui.settings import Settings, default_path
from reader.ui.window.language import Languages
from reader.ui.window.main_window import MainWindow
from reader.ui.window.theme import Theme, ThemeChoice
from reader.ui.workers import collector_at_rest

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.text.document import Origin
    from reader.ui.questions import Questions

# Work in threads holds the interpreter's lock, and painting a page asks for it again and again:
# handed on this often (seconds), it makes no frame late. A thread that works alone is no slower.
_SWITCH_INTERVAL = 0.0002
_SETTLED_MS = 400  # after the start: the start page was painted
FOR_DOCUMENTS = (
    "reader.ui.window.document_tab",
    "reader.repair.pipeline",
    "reader.formats.open",
    "reader.formats.text",
    "reader.review.engine",
    "reader.review.finding",
    "reader.review.review",
    "reader.review.rules.levels",
    "reader.ui.document.repair_numbers",
)
"""The modules that the first document needs."""


def create(
    argv: Sequence[str],
    *,
    settings_path: Path | None = None,
    data_path: Path | None = None,
    questions: Questions | None = None,
) -> tuple[QApplication, MainWindow]:
    """Make the application, or take the one there is, and a window that is not shown yet.

    `data_path` is the folder of what is kept for the user; by default the system's.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
    there = QApplication.instance()
    is_ours = not isinstance(there, QApplication)
    app = there if isinstance(there, QApplication) else _application(argv)
    app.setApplicationName("jingdu")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("jingdu")
    store = Settings(settings_path or default_path())
    ensure_chinese_font()
    dress(app)
    choices = {choice.value: choice for choice in ThemeChoice}
    theme = Theme(
        app, choices.get(store.get(settings.THEME), ThemeChoice.SYSTEM), is_fusion=is_ours
    )
    languages = Languages(app, store.get(settings.LANGUAGE))
    return app, MainWindow(store, theme, languages, data_path, questions)


def _application(argv: Sequence[str]) -> QApplication:
    """Make the application; where Qt finds no way to show a window, say so and end with code 1.

    Qt itself would abort the process, and nobody could catch that.
    """
    said: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            reason = ". ".join(one.strip().rstrip(".") for one in said or [message])
            say(f"jingdu: the window cannot be opened: {reason}.")
            say(
                "Set DISPLAY to a running X server, install the system packages that README.md "
                "names, or use jingdu clean FILE, which needs neither."
            )
            os._exit(1)
        said.append(message)

    before = qInstallMessageHandler(on_message)
    # Asked for its style, it would make all that PySide6 knows of styles.
    app = QApplication([*argv, "-style", "Fusion"])
    qInstallMessageHandler(before)
    for message in said:
        say(message)
    return app


def prepare(is_wanted: Event) -> None:
    """Do what the first document would wait for, until it is there: `is_wanted` is set then."""
    for name in FOR_DOCUMENTS:
        import_module(name)
    if is_wanted.is_set():
        return
    from reader.repair.caches import fill

    with collector_at_rest():
        for _ in fill():
            if is_wanted.is_set():
                return  # whoever opens it freezes what is worth keeping, and no garbage before
        gc.freeze()  # the tables stay; to walk over them stops the window for 0.04 s


class EngineLoader(QObject):
    """Prepares in the background for the first document, until there is one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_wanted = Event()
        if window.tabs.front is not None:
            self._is_wanted.set()
        else:
            window.opening_started.connect(self._on_opening)
        spare()
        Thread(target=prepare, args=(self._is_wanted,), daemon=True).start()

    def _on_opening(self) -> None:
        self._window.opening_started.disconnect(self._on_opening)
        self._is_wanted.set()


class CrashTeller(QObject):
    """Brings to the window's thread what failed in any."""

    crashed = Signal(Crashed)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.crashed.connect(window.say_error)
        crash_log.install(self.crashed.emit)


def run(path: str | None, given: tuple[str, Origin] | PageAddress | None = None) -> int:
    """Show the window with a file, with a text and how it was read, a page, or the start page.

    Return the exit code.
    """
    app, window = create(sys.argv[:1])
    gc.freeze()  # the window stays as long as the program
    CrashTeller(window)
    if path is not None:
        window.open_commands.open_path(Path(path))
    elif isinstance(given, tuple) and len(given) == 2:
        text, origin = given
        window.open_commands.open_text(text, origin=origin)
    elif given is not None:
        window.open_commands.open_page(given)
    else:
        QTimer.singleShot(0, window.reopen)
        QTimer.singleShot(_SETTLED_MS, partial(EngineLoader, window))
    window.show()
    QTimer.singleShot(0, window.raise_)
    return app.exec()
