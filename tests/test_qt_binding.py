"""PySide6 6.12.0 on Python 3.11 takes a reference from None in every call that returns nothing."""

import os
import subprocess
import sys

LOOP = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
widget.update()
before = sys.getrefcount(None)
for _ in range(20_000):
    widget.update()
print(before - sys.getrefcount(None))
"""


def test_calls_that_return_nothing_leave_none_alone():
    """In a process of its own: with a broken binding the interpreter aborts."""
    run = subprocess.run(
        [sys.executable, "-c", LOOP],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert abs(int(run.stdout)) < 1000, "use another version of PySide6-Essentials"
