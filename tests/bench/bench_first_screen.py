"""From a file to its first painted screen, in CPU time, and what the window holds in the end.

The text is news and laws with everything one spinner does, some 1,000,000 and 5,000,000
characters of it. "From the start page" is with an engine that is ready, as it is a second after
the start; "named at the start" counts from where the window has been made.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path
from random import Random

from reader.display import has_display
from tests.bench import corpus, genres
from tests.bench.figure import Figure
from tests.bench.needs import LAWS, NEWS
from tests.damage.styles import STYLES

NEEDS = (NEWS, LAWS)
SIZES = (1_000_000, 5_000_000)  # code points
RUNS = 3
READY, COLD = 0.15, 0.5  # seconds of CPU
MEMORY = {1_000_000: 250, 5_000_000: 900}  # MB that no other process shares
LINES = 30_000
ROOT = Path(__file__).resolve().parents[2]

WINDOW = """
import gc, os, sys, tempfile, time
from importlib import import_module
from pathlib import Path
from threading import Event, active_count
from PySide6.QtCore import QEvent, QObject, QTimer

def main():
    from reader.ui import app as start
    path, is_ready, wants_memory = Path(sys.argv[1]), sys.argv[2] == "ready", len(sys.argv) > 3
    store = Path(tempfile.mkdtemp())
    app, window = start.create(["jingdu"], settings_path=store / "jingdu.ini", data_path=store)
    gc.freeze()  # as the program does, here and below
    window.resize(1440, 900)
    if is_ready:
        window.show()
        app.processEvents()
        start.prepare(Event())
    spent = {}

    def count(module, name):
        inner = getattr(import_module(module), name)

        def counted(*arguments, **named):
            began = time.process_time()
            try:
                return inner(*arguments, **named)
            finally:
                spent.setdefault(name, time.process_time() - began)

        setattr(sys.modules[module], name, counted)

    began = time.process_time()
    count("reader.formats.open", "read_text")
    count("reader.repair.pipeline", "preview")

    class Watch(QObject):
        is_told = False

        def eventFilter(self, widget, event):
            if event.type() == QEvent.Type.Paint and panes.document and not self.is_told:
                self.is_told = True
                QTimer.singleShot(0, painted)
            return False

    def painted():
        total = time.process_time() - began
        rest = total - sum(spent.values())
        print("done", total, spent["read_text"], spent["preview"], rest, file=sys.stderr)
        if not wants_memory:
            sys.stderr.flush()
            os._exit(0)

    def look():
        shown = window.tab.shown
        if shown is None or not shown.complete or window.tab.documents.is_opening:
            return
        if looked:
            if active_count() > 1:  # its words are being counted
                return
            kilobytes = {}
            for line in open("/proc/self/smaps_rollup"):
                name, size, *_ = line.split()
                if name.startswith(("Private_", "Anonymous")):
                    kilobytes[name] = int(size)
            written = kilobytes.pop("Anonymous:")
            own = sum(kilobytes.values())
            print("memory", own / 1024, written / 1024, file=sys.stderr, flush=True)
            os._exit(0)
        from reader.ui.window.panels import Panel
        window.page.side.open_panel(Panel.REVIEW)
        looked.append(sum(1 for _ in shown.document.repairs))

    looked = []
    window.open_commands.open_path(path)
    panes, watch = window.page.panes, Watch()
    panes.clean_view.viewport().installEventFilter(watch)
    window.show()
    if wants_memory:
        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(3_000)
    app.exec()

if __name__ == "__main__":
    main()
"""


def run() -> list[Figure]:
    """Measure in processes of their own, the best of three."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "window.py"  # workers of a long document import it
        program.write_text(WINDOW, "utf-8")
        text = _damaged_text(max(SIZES))
        for size in SIZES:
            path = Path(folder) / f"{size}.txt"
            path.write_text(text[:size], "utf-8", newline="")
            for state, said, goal in (
                ("ready", "from the start page", READY),
                ("cold", "named at the start", COLD),
            ):
                best = min(_ask(program, "done", str(path), state) for _ in range(RUNS))
                total, reading, preview, rest = best
                figures.append(
                    Figure(
                        f"first screen of {size:,} damaged characters, {said}, CPU time",
                        f"{total:.2f} s (decoded {reading:.2f}, restored {preview:.2f}, "
                        f"laid out and painted {rest:.2f})",
                        f"at most {goal:g} s",
                        total <= goal,
                    )
                )
            if sys.platform == "linux":
                memory, written = _ask(program, "memory", str(path), "cold", "memory")
                figures.append(
                    Figure(
                        f"own memory with {size:,} damaged characters, all repairs looked at",
                        # Another program that uses Qt shares 50 MB of the files.
                        f"{memory:.0f} MB ({written:.0f} written, the rest files as they are)",
                        f"at most {MEMORY[size]} MB",
                        memory <= MEMORY[size],
                    )
                )
    return figures


def _ask(program: Path, what: str, *arguments: str) -> list[float]:
    """Return the numbers that a window says behind a word."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not has_display(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(program), *arguments]
    ended = subprocess.run(command, capture_output=True, env=environment, text=True, check=False)
    said = [line.split() for line in ended.stderr.splitlines() if line.startswith(f"{what} ")]
    if not said:
        raise RuntimeError(f"it did not come to its end: {ended.returncode}, {ended.stderr}")
    return [float(number) for number in said[-1][1:]]


def _damaged_text(length: int) -> str:
    """Return lines of news and laws by turns, damaged, so many code points of them."""
    damage, random = STYLES["seed"], Random("first screen")
    lines: list[str] = []
    size = 0
    news = genres.paragraphs("news", LINES)
    while size < length:  # the corpora may be too short to be damaged once
        for line in chain.from_iterable(zip(news, corpus.to_time() * 9, strict=False)):
            lines.append(damage(line, random).text)
            size += len(lines[-1]) + 1
            if size > length:
                break
    return "\n".join(lines)
