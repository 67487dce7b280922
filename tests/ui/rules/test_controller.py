"""Rules in the window: they hold when a document is opened, and apply when they are saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import Level, Rules, RuleSet
from reader.review.decisions import decision_for
from reader.review.history import How
from reader.review.rules.levels import FOLDER_FILE, RuleFiles
from reader.review.rules.parse import load_rules
from reader.review.rules.write import save_rules
from reader.ui.rules.dialog import RulesDialog
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED
from tests.ui.rules.test_dialog import type_row

RULES = Rules()


@pytest.fixture
def files(tmp_path):
    return RuleFiles(tmp_path / "data", tmp_path / "settings")


@pytest.fixture
def rules(user):
    """The rules of the tab in which documents are opened."""
    return user.window.tab.rules


def by(rules, text=DAMAGED):
    return restore(text, mechanisms=apply_rules(RuleSet({Level.USER: rules}))).text


def test_rules_of_the_user_hold_for_a_document_that_is_opened(user, rules, files, damaged):
    save_rules(files.user_path, RULES.add_pair("咊諧", "和睦"))
    user.opens(damaged)
    assert user.document.text == CLEAN.replace("和谐", "和睦", 1)
    assert rules.rules.at(Level.USER) == RULES.add_pair("咊諧", "和睦")


def test_rules_that_are_saved_apply_at_once_and_decisions_stay(qtbot, user, rules, files, damaged):
    user.opens(damaged)
    review = user.window.tab.review.review
    first = review.base.repairs[0]
    review.decide([decision_for(first, "试")], How.TYPED)
    with qtbot.waitSignal(rules.applied, timeout=10_000) as applied:
        rules.add(lambda now: now.add_exception("咊", "和"))
    text = "试" + by(RULES.add_exception("咊", "和"))[1:]
    assert applied.args[0].text == user.document.text == text
    assert load_rules(files.user_path) == RULES.add_exception("咊", "和")
    assert not review.is_outdated


def test_without_a_decision_rules_write_no_journal(qtbot, user, rules, damaged):
    user.opens(damaged)
    with qtbot.waitSignal(rules.applied, timeout=10_000):
        rules.add(lambda now: now.protect("咊"))
    assert user.window.tab.review.pause() is None
    assert [path.name for path in damaged.parent.glob("*.jingdu")] == []


def test_rules_of_a_document_hold_for_it_alone(qtbot, user, rules, damaged, tmp_path):
    user.opens(damaged)
    with qtbot.waitSignal(rules.applied, timeout=10_000):
        rules.add(lambda now: now.protect("咊"), Level.DOCUMENT)
    other = tmp_path / "other.txt"
    other.write_text("另外" + DAMAGED, "utf-8")
    user.opens(other)
    assert "咊" not in user.document.text
    user.opens(damaged)
    assert user.document.text == by(RULES.protect("咊"))


def test_rules_of_a_folder_wait_and_hold_once_they_are_trusted(qtbot, user, rules, damaged):
    save_rules(damaged.parent / FOLDER_FILE, RULES.protect("咊"))
    user.opens(damaged)
    assert user.document.text == CLEAN
    assert rules.waits_for_trust
    with qtbot.waitSignal(rules.applied, timeout=10_000):
        rules.trust_folder()
    assert user.document.text == by(RULES.protect("咊"))
    assert not rules.waits_for_trust
    user.opens(damaged)
    assert user.document.text == by(RULES.protect("咊"))


def test_the_dialog_saves_what_it_shows(qtbot, user, rules, damaged):
    user.opens(damaged)
    rules.try_without("forms")
    dialog = user.window.findChild(RulesDialog)
    assert dialog.levels.currentData() is Level.DOCUMENT
    qtbot.waitSignal(dialog.preview.shown, timeout=10_000).wait()
    assert dialog.preview.changes
    with qtbot.waitSignal(rules.applied, timeout=10_000):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert user.document.text == by(RULES.switch_off("forms"))
    assert rules.rules.at(Level.DOCUMENT) == RULES.switch_off("forms")


def test_what_others_wrote_to_the_file_meanwhile_stays(qtbot, user, rules, files, damaged):
    save_rules(files.user_path, RULES.protect("甲"))
    user.opens(damaged)
    save_rules(files.user_path, RULES.protect("甲").protect("乙"))
    with qtbot.waitSignal(rules.changed):
        rules.save(Level.USER, RULES.protect("丙"))
    assert load_rules(files.user_path) == RULES.protect("乙").protect("丙")


def test_where_another_window_decides_rules_are_saved_and_change_nothing(
    qtbot, start, user, rules, files, damaged
):
    other = start()
    other.opens(damaged)
    user.opens(damaged)
    assert user.window.tab.review.is_read_only
    with qtbot.waitSignal(
        rules.said, check_params_cb=lambda one: one is not None and "saved" in one.what
    ):
        rules.add(lambda now: now.protect("咊"))
    assert user.document.text == CLEAN
    assert load_rules(files.user_path) == RULES.protect("咊")


def test_a_file_with_a_mistake_is_told_and_nothing_is_written_over(user, rules, files, damaged):
    files.user_path.parent.mkdir(parents=True, exist_ok=True)
    files.user_path.write_text("[pair]\n", "utf-8")
    said = []
    rules.said.connect(said.append)
    user.opens(damaged)
    assert user.document.text == CLEAN
    assert "“pair” is unknown" in said[-1].what
    rules.add(lambda now: now.protect("甲"))
    assert "“pair” is unknown" in said[-1].what
    assert files.user_path.read_text("utf-8") == "[pair]\n"


def test_frozen_repairs_stay_when_rules_change_elsewhere(qtbot, user, rules, files, damaged):
    user.opens(damaged)
    review = user.window.tab.review.review
    first = review.base.repairs[0]
    user.window.tab.review.decide(first, "试")
    user.window.tab.review.pause()
    save_rules(files.user_path, RULES.protect("咊"))
    user.opens(damaged)
    assert user.document.text == "试" + CLEAN[1:]
    assert user.window.tab.review.review.has_other_rules
    assert "Your rules have changed since this document was restored." in user.message


def open_rules(user, action):
    """Open the dialog by its key and wait for its first preview; return it."""
    user.triggers(action)
    dialog = user.window.findChild(RulesDialog)
    user.qtbot.waitSignal(dialog.preview.shown, timeout=10_000).wait()
    return dialog


def decide_all(user):
    """Keep the first 灋 and accept the second, by the keys of the review panel."""
    user.reviews()
    page = user.window.page.panes
    page.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_R, Qt.Key.Key_A):
        user.qtbot.keyClick(QApplication.focusWidget(), key)


ABOUT_LAW = "本灋(fa)自公布之日起施行，灋(fa)律另有規定的除外。\n"


def test_what_was_decided_is_said_to_stay_and_stays(qtbot, user, rules, tmp_path):
    path = tmp_path / "法.txt"
    path.write_text(ABOUT_LAW, "utf-8")
    user.opens(path)
    decide_all(user)
    before = user.document.text
    assert before.startswith("本灋自")
    assert "法律" in before
    dialog = open_rules(user, ActionId.RULES)
    with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
        type_row(qtbot, dialog, dialog.pairs, "灋", "与", "")
    assert dialog.preview.note.text() == (
        "Nothing changes in this document. 2 places decided by hand stay as they are."
    )
    assert dialog.preview.table.rowCount() == 0
    with qtbot.waitSignal(rules.applied, timeout=10_000):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert user.document.text == before


def test_what_if_a_rule_were_off_reckons_with_what_was_decided(user, tmp_path):
    path = tmp_path / "法.txt"
    path.write_text(ABOUT_LAW, "utf-8")
    user.opens(path)
    decide_all(user)
    law = next(one for one in user.document.repairs if one.before == "灋")
    user.window.page.panes.go_to_repair(law)
    dialog = open_rules(user, ActionId.WITHOUT_RULE)
    assert "by hand stay" in dialog.preview.note.text()
    assert all(one.before != "灋" for one in dialog.preview.changes)
