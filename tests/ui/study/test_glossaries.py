"""Glossaries of the user: added, ordered, switched off, and what is wrong with them is said."""

import pytest
from PySide6.QtCore import Qt

from reader.export.table import Use, exports_for
from reader.ui.study.glossaries_dialog import GlossariesDialog
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.study.test_own_words import shown, types

SOURCE = "我們监管勞動(dòng)關(guān)係，云网格员和居民。\n"


@pytest.fixture
def learner(user, qtbot):
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.WORD)
    user.window.page.panes.setFocus()
    return user


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_text("# mine\n监管\tto keep an eye on\n云网格员\tcloud grid worker\n", "utf-8")
    return path


@pytest.fixture
def others(tmp_path):
    path = tmp_path / "others.u8"
    path.write_text("監管 监管 [jian1 guan3] /to watch closely/\n", "utf-8")
    return path


def opens(user):
    user.triggers(ActionId.GLOSSARIES)
    return user.window.findChild(GlossariesDialog)


def adds(user, dialog, *paths):
    user.answers.glossaries = paths
    clicks(user, dialog.add)


def clicks(user, button):
    with user.qtbot.waitSignal(user.window.study.glossaries.changed, timeout=10_000):
        user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def goes_to(user, word):
    at = user.document.text.index(word)
    view = user.window.page.panes.clean_view
    user.window.tab.study.reading_keys.show(view.word_at(at))


def panel(user):
    return user.window.page.side.word.words()


def test_a_glossary_takes_effect_at_once(learner, mine):
    goes_to(learner, "监管")
    assert "to keep an eye on" not in panel(learner)
    dialog = opens(learner)
    adds(learner, dialog, mine)
    assert rows(dialog) == ["mine.tsv: 2 words"]
    assert "to keep an eye on" in panel(learner)
    goes_to(learner, "云")
    assert shown(learner) == "云网格员"  # it is a word now
    learner.qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    learner.qtbot.waitUntil(lambda: "cloud grid worker" not in panel(learner), timeout=10_000)
    dialog.close()


def test_the_first_one_is_asked_first(learner, mine, others):
    dialog = opens(learner)
    adds(learner, dialog, mine)
    adds(learner, dialog, others)
    assert rows(dialog) == ["others.u8: 2 words", "mine.tsv: 2 words"]
    goes_to(learner, "监管")
    said = panel(learner)
    assert said.index("to watch closely") < said.index("to keep an eye on")
    dialog.list.setCurrentRow(0)
    clicks(learner, dialog.down)
    said = panel(learner)
    assert said.index("to keep an eye on") < said.index("to watch closely")
    assert not dialog.down.isEnabled()
    clicks(learner, dialog.up)
    assert rows(dialog)[0] == "others.u8: 2 words"
    dialog.close()


def test_one_can_be_switched_off(learner, mine):
    dialog = opens(learner)
    adds(learner, dialog, mine)
    goes_to(learner, "监管")
    with learner.qtbot.waitSignal(learner.window.study.glossaries.changed, timeout=10_000):
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "to keep an eye on" not in panel(learner)
    dialog.close()


def test_the_choice_is_remembered(learner, mine, others, start):
    dialog = opens(learner)
    adds(learner, dialog, mine, others)
    with learner.qtbot.waitSignal(learner.window.study.glossaries.changed, timeout=10_000):
        dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    learner.quits()
    again = opens(start())
    assert [one.partition(":")[0] for one in rows(again)] == ["mine.tsv", "others.u8"]
    states = [again.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    again.close()


def test_what_is_wrong_is_said_with_line_and_reason(learner, tmp_path):
    path = tmp_path / "bad.tsv"
    path.write_text("监管\tto watch\n劳动 labour\nhello\tworld\n\n# fine\n", "utf-8")
    dialog = opens(learner)
    adds(learner, dialog, path)
    said = dialog.says.text()
    assert ", line 2: “" in said
    assert "no tab separates" in said
    assert ", line 3: “" in said
    assert "does not begin with a Chinese word" in said
    assert "Line 4" not in said
    assert rows(dialog) == ["bad.tsv: 1 word"]
    dialog.close()


def test_a_file_that_is_gone_is_named_and_can_be_read_again(learner, mine):
    dialog = opens(learner)
    adds(learner, dialog, mine)
    text = mine.read_text("utf-8")
    mine.unlink()
    clicks(learner, dialog.again)
    assert rows(dialog) == ["mine.tsv: cannot be read"]
    assert "mine.tsv" in dialog.says.text()
    mine.write_text(text, "utf-8")
    clicks(learner, dialog.again)
    assert rows(dialog) == ["mine.tsv: 2 words"]
    dialog.close()


def test_who_gives_up_or_adds_one_twice_changes_nothing(learner, mine):
    dialog = opens(learner)
    learner.answers.glossaries = ()
    learner.qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert rows(dialog) == []
    assert "No glossaries yet" in dialog.says.text()
    adds(learner, dialog, mine)
    learner.qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert len(rows(dialog)) == 1
    dialog.close()


def test_a_word_of_a_glossary_can_be_learned_and_is_listed(learner, mine, qtbot):
    dialog = opens(learner)
    adds(learner, dialog, mine)
    dialog.close()
    goes_to(learner, "云网格员")
    types(learner, Qt.Key.Key_1)
    learner.window.page.side.open_panel(Panel.LIST)
    listed = learner.window.page.side.list
    qtbot.waitUntil(lambda: listed.model.find("云网格员") is not None, timeout=30_000)


def test_exports_ask_it_too(learner, mine, tmp_path, qtbot):
    dialog = opens(learner)
    adds(learner, dialog, mine)
    dialog.close()
    learner.answers.saved = tmp_path / "words.html"
    learner.window.tab.export(exports_for(Use.WINDOW)["words-html"])
    qtbot.waitUntil(learner.answers.saved.exists, timeout=30_000)
    assert "to keep an eye on" in learner.answers.saved.read_text("utf-8")
