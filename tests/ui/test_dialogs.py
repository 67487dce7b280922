"""What the file dialogs offer comes from the tables."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.export.table import TEXT, Use, exports_for
from reader.formats.table import FORMATS
from reader.ui.dialogs import Dialogs


@pytest.fixture
def asked(monkeypatch):
    """Answer every file dialog; return the arguments of each."""
    calls = []

    def answer(*arguments):
        calls.append(arguments[1:])
        return "/tmp/a.txt", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return calls


def test_every_format_can_be_opened(qtbot, asked):
    window = QWidget()
    qtbot.addWidget(window)
    assert Dialogs().open_path(window, "/tmp") == Path("/tmp/a.txt")
    ((_, _, kinds),) = asked
    documents, texts, _ = kinds.split(";;")
    patterns = documents.partition("(")[2].rstrip(")").split()
    assert patterns == [f"*{ending}" for known in FORMATS for ending in known.endings]
    assert texts == "Text (*.txt *.md)"


def test_every_export_is_asked_for_by_its_name(qtbot, asked):
    window = QWidget()
    qtbot.addWidget(window)
    exports = [TEXT, *exports_for(Use.WINDOW).values()]
    for export in exports:
        Dialogs().save_path(window, Path("/tmp/b"), export)
    titles = [title for title, _, _ in asked]
    assert titles[:2] == ["Save the clean text", "Export: Word document with tracked changes"]
    assert len(set(titles)) == len(exports)
    kinds = [kind for _, _, kind in asked]
    assert kinds[:2] == ["Text (*.txt *.md)", "Word document with tracked changes (*.docx)"]
