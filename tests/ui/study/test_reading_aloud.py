"""Reading aloud in the window; a program of the test's own stands for the voice."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.study.voices import ESPEAK_VOICES, SPD_VOICES, StandIn, is_running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are for sh")

SOURCE = "我們监管勞動(dòng)關(guān)係。維護權益！\n--help\n勞動(dòng)者的權益。\n"
SENTENCES = ["我们监管劳动关系。", "维护权益！", "--help", "劳动者的权益。"]


@pytest.fixture
def voices(tmp_path, monkeypatch):
    """Return a function that installs a voice; without it there is none."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cat", "mv", "sleep"):
        found = next(path for path in ("/bin", "/usr/bin") if os.path.exists(f"{path}/{name}"))
        (folder / name).symlink_to(f"{found}/{name}")
    monkeypatch.setenv("PATH", str(folder))

    def install(name="espeak-ng", listed=ESPEAK_VOICES, **how):
        return StandIn(folder, name, listed, **how)

    return install


def reads(start, *, wait=True):
    user = start((1400, 800))
    user.opens_text(SOURCE)
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    if wait:
        action = user.window.actions_by_id[ActionId.READ_ALOUD]
        user.qtbot.waitUntil(action.isEnabled, timeout=10_000)
    user.window.page.panes.setFocus()
    return user


def press(user, key="S"):
    user.qtbot.keyClick(user.window.page.panes.clean_view, getattr(Qt.Key, f"Key_{key}"))


def selected(user):
    return user.window.page.panes.selected_text()


def is_on(user):
    return user.window.actions_by_id[ActionId.READ_ALOUD].isChecked()


def test_a_page_is_read_sentence_by_sentence(start, voices):
    program = voices()
    user = reads(start)
    press(user)
    assert is_on(user)
    user.qtbot.waitUntil(lambda: not is_on(user), timeout=20_000)
    assert program.said == SENTENCES
    assert selected(user) == SENTENCES[-1]


def test_the_spoken_sentence_is_selected_and_s_stops_and_goes_on(start, voices):
    program = voices(after="echo $$ > '{folder}/pid'; sleep 60")
    user = reads(start)
    user.window.page.panes.select_clean((10, 11))
    press(user)
    user.qtbot.waitUntil(lambda: program.read("pid").strip() != "", timeout=10_000)
    assert selected(user) == "维护权益！"
    pid = int(program.read("pid"))
    press(user)
    assert not is_on(user)
    user.qtbot.waitUntil(lambda: not is_running(pid), timeout=5000)
    assert selected(user) == "维护权益！"
    press(user)
    user.qtbot.waitUntil(lambda: len(program.said) == 2, timeout=10_000)
    assert program.said == ["维护权益！"] * 2


@pytest.mark.parametrize("how", ["window", "document", "tab"])
def test_it_is_silent_once_the_page_is_gone(start, voices, how):
    program = voices(after="echo $$ > '{folder}/pid'; sleep 60")
    user = reads(start)
    press(user)
    user.qtbot.waitUntil(lambda: program.read("pid").strip() != "", timeout=10_000)
    pid = int(program.read("pid"))
    if how == "window":
        user.window.close()
        assert not is_running(pid)
    elif how == "document":
        user.triggers(ActionId.CLOSE)
    else:
        user.opens_text("另一个文件。\n")
    user.qtbot.waitUntil(lambda: not is_running(pid), timeout=5000)


def test_without_a_program_the_action_says_what_to_install(start, voices):
    user = reads(start, wait=False)
    action = user.window.actions_by_id[ActionId.READ_ALOUD]
    user.qtbot.waitUntil(lambda: "espeak-ng" in action.toolTip(), timeout=10_000)
    assert not action.isEnabled()
    user.window.languages.choose("zh_CN")
    user.qtbot.waitUntil(lambda: "安装 espeak-ng" in action.toolTip(), timeout=5000)


def test_a_program_without_chinese_is_no_voice(start, voices):
    voices(listed="Pty Language\n")
    user = reads(start, wait=False)
    action = user.window.actions_by_id[ActionId.READ_ALOUD]
    user.qtbot.waitUntil(lambda: "No voice for Chinese" in action.toolTip(), timeout=10_000)
    assert not action.isEnabled()


def test_a_failure_is_said_once_and_ends_it(start, voices):
    voices(after="exit 1")
    user = reads(start)
    press(user)
    user.qtbot.waitUntil(lambda: "read aloud" in user.message, timeout=10_000)
    assert not is_on(user)


def test_the_speed_is_chosen_in_the_menu(start, voices):
    program = voices("spd-say", SPD_VOICES)
    user = reads(start)
    menu = user.window.preferences.speed_menu
    menu.fill()
    assert [one.isChecked() for one in menu.actions()] == [False, False, True, False, False]
    menu.actions()[-1].trigger()
    press(user)
    user.qtbot.waitUntil(lambda: not is_on(user), timeout=20_000)
    assert "--rate=50" in program.arguments
    menu.fill()
    assert menu.actions()[-1].isChecked()


def test_a_decision_while_it_reads_does_not_mark_another_text(start, voices):
    program = voices(after="while [ ! -e '{folder}/go' ]; do sleep 0.05; done")
    user = reads(start)
    press(user)
    user.qtbot.waitUntil(lambda: program.said == SENTENCES[:1], timeout=10_000)
    panes = user.window.page.panes
    user.reviews()
    gloss = next(one for one in user.document.repairs if "dòng" in one.before)
    panes.go_to_repair(gloss)
    before = user.document
    user.triggers(ActionId.REJECT)
    user.qtbot.waitUntil(lambda: user.document is not before, timeout=10_000)
    (program.folder / "go").touch()
    user.qtbot.waitUntil(lambda: not is_on(user), timeout=10_000)
    assert len(program.said) < len(SENTENCES)


def test_the_word_panel_speaks_its_word(start, voices):
    program = voices()
    user = reads(start)
    user.window.page.side.open_panel(Panel.WORD)
    press(user, "Right")
    before = selected(user)
    button = user.window.page.side.word.findChild(QToolButton, "speakWord")
    assert button.isEnabled()
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    user.qtbot.waitUntil(lambda: program.said == [before], timeout=10_000)
    assert selected(user) == before == "我们"


def test_without_a_voice_the_button_of_the_word_says_why(start, voices):
    user = reads(start, wait=False)
    action = user.window.actions_by_id[ActionId.READ_ALOUD]
    user.qtbot.waitUntil(lambda: "espeak-ng" in action.toolTip(), timeout=10_000)
    user.window.page.side.open_panel(Panel.WORD)
    press(user, "Right")
    button = user.window.page.side.word.findChild(QToolButton, "speakWord")
    assert not button.isEnabled()
    assert "espeak-ng" in button.toolTip()
