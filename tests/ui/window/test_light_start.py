"""A window that shows its start page alone: no document's parts are made, nothing is lost by it."""

import subprocess
import sys

import pytest

from reader.ui.messages import Message
from reader.ui.window.actions import ActionId

LINE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"
# What the first document needs, and no start page.
HEAVY = ("numpy", "reader.ui.panes.panes", "reader.ui.window.document_tab", "reader.text.document",
         "reader.text.messages", "reader.ui.dialogs", "reader.study.dictionary")  # fmt: skip
START = """
import sys
from pathlib import Path
from reader.ui.app import create
folder = Path(sys.argv[1])
app, window = create(["jingdu"], settings_path=folder / "a.ini", data_path=folder)
window.show()
app.processEvents()
print(*(name for name in sys.argv[2:] if name in sys.modules))
window.close()
"""


@pytest.fixture
def window(user):
    return user.window


def test_the_start_page_loads_nothing_of_a_document(tmp_path):
    command = [sys.executable, "-c", START, str(tmp_path), *HEAVY]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


def test_the_first_tab_comes_with_the_first_document(window, qtbot):
    assert window.tabs.tabs == ()
    assert window.windowTitle() == "Jingdu"
    with qtbot.waitSignal(window.document_opened, timeout=30_000):
        window.open_commands.open_text(LINE)
    assert len(window.tabs.tabs) == 1
    assert window.tabs.tabs[0] is window.tab
    assert window.tabs.isVisible()


@pytest.mark.parametrize(
    "action", [ActionId.UNDO, ActionId.ACCEPT, ActionId.SAVE, ActionId.FIND, ActionId.READ_ALOUD]
)
def test_what_needs_a_document_says_so(window, action):
    assert not window.actions_by_id[action].isEnabled()
    assert window.tabs.tabs == ()


def test_what_is_said_on_the_start_page_can_be_closed(window):
    window.open_commands.said.emit(Message("abc", button="Do", do=int))
    assert window.message.text() == "abc"
    window.message.closed.emit()
    assert window.tab.message is None


def test_what_was_said_on_the_start_page_stays_with_the_first_tab(window):
    window.open_commands.said.emit(Message("abc", button="Do", do=int))
    assert window.tab.message == Message("abc", button="Do", do=int)
    assert window.message.text() == "abc"


def test_a_window_without_a_tab_closes(window):
    assert window.close()
    assert window.tabs.tabs == ()


def test_the_library_opens_without_a_tab(window):
    window.library.open_view()
    window.library.close_view()
    assert window.start_page.isVisible()
    assert window.tabs.tabs == ()
