"""What is imported for the window does not have its source read."""

import json
import subprocess
import sys

_IMPORTS = """
import json, linecache, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QObject
from reader.ui.app import create
folder = Path(tempfile.mkdtemp())
app, window = create(["jingdu"], settings_path=folder / "jingdu.ini", data_path=folder)
import decimal  # whatever comes later
read = [name for name in linecache.cache if "/ui/window/" in name.replace("\\\\", "/")]
print(json.dumps([read, "decimal" in "".join(linecache.cache), window.isWindow()]))
"""


def test_no_source_is_read_for_features_of_pyside():
    """PySide6 reads that of each module, unless it is told that none uses its features."""
    ended = subprocess.run(
        [sys.executable, "-c", _IMPORTS], capture_output=True, text=True, check=True
    )
    assert json.loads(ended.stdout.splitlines()[-1]) == [[], False, True]
