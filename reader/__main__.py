"""Starts Jingdu: the command line, or the window, whose code is imported only when it is wanted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.main import main as run_command_line
from reader.cli.parser import FAILED
from reader.export.typeset import NoTypesetter, Typeset
from reader.text import crash_log
from reader.text.document import Origin
from reader.text.streams import say

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress


def main() -> int:
    """Run with the arguments of the process; return the exit code."""
    # The matrices of the context network are small: a second thread of numpy only waits for the
    # first, and ten times as long where another program keeps its core busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    crash_log.install(lambda crashed: say(f"jingdu: {crashed}"))
    if getattr(sys, "frozen", False):  # packed into one file, it starts itself to read a PDF
        from reader.formats import pdf_child

        if sys.argv[1:] == [pdf_child.ARGUMENT]:
            pdf_child.main()
        from multiprocessing import freeze_support

        freeze_support()  # so do the workers of `jingdu batch`
    return run_command_line(sys.argv[1:], _show, _typeset)


def _show(path: str | None, given: tuple[str, Origin] | PageAddress | None) -> int:
    """Open the window with a file, with a text or a page of an archive, or with neither."""
    try:
        from reader.ui import app
    except ImportError as error:
        # A wheel of Qt still needs libraries of the system, and says so only here.
        print(
            f"jingdu: the window cannot be opened: {error}.\n"
            "Install the system packages that README.md names, or use `jingdu clean FILE`.",
            file=sys.stderr,
        )
        return FAILED
    return app.run(path, given)


def _typeset(pages: Typeset) -> bytes:
    """Make a PDF. Raises ReaderError where Qt lacks a library of the system."""
    try:
        from reader.ui.typesetting.pdf import typeset_without_window
    except ImportError as error:
        raise NoTypesetter from error
    return typeset_without_window(pages)


if __name__ == "__main__":
    sys.exit(main())
