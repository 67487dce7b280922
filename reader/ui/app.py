"""Starts the window: the composition root of everything Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.ui import settings
from reader.ui.dialogs import Questions
from reader.ui.fonts import dress, ensure_chinese_font
from reader.ui.language import Languages
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings, default_path
from reader.ui.theme import Theme, ThemeChoice

# Restoring holds the interpreter's lock; handed on this often (seconds), it never makes a
# frame late.
_SWITCH_INTERVAL = 0.001


def create(
    argv: Sequence[str],
    *,
    settings_path: Path | None = None,
    questions: Questions | None = None,
) -> tuple[QApplication, MainWindow]:
    """Make the application, or take the one there is, and a window that is not shown yet."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(list(argv))
    app.setApplicationName("jingdu")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("jingdu")
    store = Settings(settings_path or default_path())
    ensure_chinese_font()
    dress(app)
    choices = {choice.value: choice for choice in ThemeChoice}
    theme = Theme(app, choices.get(store.get(settings.THEME), ThemeChoice.SYSTEM))
    languages = Languages(app, store.get(settings.LANGUAGE))
    return app, MainWindow(store, theme, languages, questions)


def run(path: str | None, text: str | None = None) -> int:
    """Show the window with a file or a text, or the start page; return the exit code."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    app, window = create(sys.argv[:1])
    if path is not None:
        window.desk.open_path(Path(path))
    elif text is not None:
        window.desk.open_text(text)
    window.show()
    QTimer.singleShot(0, window.raise_)
    return app.exec()
