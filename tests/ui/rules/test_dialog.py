"""The dialog: rules are typed, their effect is shown, mistakes are pointed out, all is saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.known import SWITCHES
from reader.repair.rules.model import NO_RULES, Level, Marks, Rules, RuleSet
from reader.review.rules.parse import load_rules
from reader.review.rules.write import save_rules
from reader.ui.rules.dialog import RulesDialog
from tests.ui.conftest import Answers

SPUN = "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)，咊(he)平(ping)發(fa)展。\n"
RULES = Rules()


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def edit(qtbot, answers):
    """Open the dialog on a document that rules restored; wait for its first preview."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def begin(rules=NO_RULES, text=SPUN, **options):
        document = None if text is None else restore(text, mechanisms=apply_rules(rules))
        dialog = RulesDialog(document, rules, answers, parent, **options)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
            dialog.show()
        return dialog

    return begin


def type_row(qtbot, dialog, section, *texts):
    """Go to a section, press Add and type into the row, cell by cell, as a user does."""
    dialog.tabs.setCurrentWidget(section)
    qtbot.mouseClick(section.add_button, Qt.MouseButton.LeftButton)
    for number, text in enumerate(texts, 1):
        editor = section.table.viewport().findChildren(QLineEdit)[-1]
        editor.setText(text)
        last = number == len(texts)
        qtbot.keyClick(editor, Qt.Key.Key_Return if last else Qt.Key.Key_Tab)
        row = section.table.rowCount() - 1
        item = section.table.item(row, number - 1)
        qtbot.waitUntil(lambda item=item, text=text: item.text() == text)


def list_preview(dialog):
    table = dialog.preview.table
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def test_what_is_typed_is_tried_on_the_document(qtbot, edit):
    dialog = edit()
    assert dialog.preview.note.text() == "Nothing changes in this document."
    with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
        type_row(qtbot, dialog, dialog.pairs, "咊", "與", "")
    ((place, now, then, times),) = list_preview(dialog)
    assert "【咊】" in place
    assert (now, then, times) == ("和", "與", "2")
    assert dialog.preview.note.text().startswith("2 place")


def test_a_place_of_the_preview_can_be_seen(qtbot, edit):
    dialog = edit(draft=RULES.protect("諧"))
    with qtbot.waitSignal(dialog.place_wanted) as wanted:
        dialog.preview.table.cellActivated.emit(0, 0)
    assert wanted.args == [SPUN.index("諧")]


def test_what_is_saved_is_what_was_typed(qtbot, edit):
    rules = RuleSet({Level.USER: RULES.add_exception("甲", "乙").keep_gloss("(ma)")})
    dialog = edit(rules)
    type_row(qtbot, dialog, dialog.protected, "諧")
    type_row(qtbot, dialog, dialog.exceptions, "咊", "和", "咊(he)平")
    dialog.style_form.marks.setCurrentIndex(dialog.style_form.marks.findData("keep"))
    dialog.switches.find_item("script.word").setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert saved.args == [
        Level.USER,
        Rules(
            exceptions=RULES.add_exception("甲", "乙")
            .add_exception("咊", "和", "咊(he)平")
            .exceptions,
            protected=("諧",),
            glosses=("(ma)",),
            switched_off=("form_words",),
            marks=Marks.KEEP,
        ),
    ]
    assert not dialog.isVisible()


def test_a_row_that_is_no_rule_is_pointed_out_and_nothing_is_saved(qtbot, edit):
    dialog = edit()
    type_row(qtbot, dialog, dialog.pairs, "甲", "甲", "")
    assert dialog.problem.isVisible()
    assert dialog.problem.text() == "Always replace, row 1: both texts are the same."
    assert not dialog.save.isEnabled()
    type_row(qtbot, dialog, dialog.glosses, "ma")
    assert dialog.problem.text() == "Always replace, row 1: both texts are the same."
    dialog.tabs.setCurrentWidget(dialog.pairs)
    dialog.pairs.point_at(0)
    qtbot.keyClick(dialog.pairs.table, Qt.Key.Key_Delete)
    assert "Keep pinyin, row 1: it is not pinyin in parentheses" in dialog.problem.text()
    dialog.tabs.setCurrentWidget(dialog.glosses)
    dialog.glosses.point_at(0)
    qtbot.mouseClick(dialog.glosses.remove_button, Qt.MouseButton.LeftButton)
    assert not dialog.problem.isVisible()
    assert dialog.save.isEnabled()


def test_one_text_cannot_become_two(qtbot, edit):
    dialog = edit()
    type_row(qtbot, dialog, dialog.pairs, "甲", "乙", "")
    type_row(qtbot, dialog, dialog.pairs, "甲", "丙", "")
    assert "row 2: the file has another rule for the same text" in dialog.problem.text()


def test_each_level_has_its_rules_and_all_that_changed_are_saved(qtbot, edit):
    rules = RuleSet({Level.USER: RULES.protect("甲"), Level.DOCUMENT: RULES.protect("乙")})
    dialog = edit(rules, with_folder=True)
    assert dialog.protected.list_rows()[0][1] == ["甲"]
    type_row(qtbot, dialog, dialog.protected, "丙")
    dialog.levels.setCurrentIndex(dialog.levels.findData(Level.DOCUMENT))
    assert dialog.protected.list_rows()[0][1] == ["乙"]
    type_row(qtbot, dialog, dialog.protected, "丁")
    saved = []
    dialog.saved.connect(lambda level, rules: saved.append((level, rules)))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert saved == [
        (Level.USER, RULES.protect("甲").protect("丙")),
        (Level.DOCUMENT, RULES.protect("乙").protect("丁")),
    ]


def test_a_level_with_a_mistake_is_not_left(qtbot, edit):
    dialog = edit(with_folder=True)
    type_row(qtbot, dialog, dialog.pairs, "甲", "甲", "")
    dialog.levels.setCurrentIndex(dialog.levels.findData(Level.DOCUMENT))
    assert dialog.levels.currentData() is Level.USER
    assert dialog.pairs.list_rows()


def test_in_a_folder_only_literal_rules_are_offered(edit):
    dialog = edit(with_folder=True)
    dialog.levels.setCurrentIndex(dialog.levels.findData(Level.FOLDER))
    enabled = [dialog.tabs.isTabEnabled(number) for number in range(dialog.tabs.count())]
    assert enabled == [True, True, True, False, False, False]
    dialog.levels.setCurrentIndex(dialog.levels.findData(Level.USER))
    assert all(dialog.tabs.isTabEnabled(number) for number in range(dialog.tabs.count()))


def test_a_rule_that_a_lower_level_has_off_is_switched_on(qtbot, edit):
    rules = RuleSet({Level.USER: RULES.switch_off("forms")})
    dialog = edit(rules, level=Level.DOCUMENT)
    item = dialog.switches.find_item("forms")
    assert item.checkState(0) is Qt.CheckState.Unchecked
    assert item.child(0).isDisabled()
    with qtbot.waitSignal(dialog.preview.shown, timeout=10_000):
        item.setCheckState(0, Qt.CheckState.Checked)
    assert not item.child(0).isDisabled()
    assert dialog.preview.changes
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert saved.args == [Level.DOCUMENT, RULES.switch_on("forms")]


@pytest.mark.parametrize("name", SWITCHES)
def test_what_a_file_switches_is_shown_and_stays(edit, name):
    rules = RULES.switch_off(name)
    dialog = edit(draft=rules, text=None)
    assert dialog.switches.find_item(name).checkState(0) is Qt.CheckState.Unchecked
    assert dialog.switches.read_rules(RULES) == rules


def test_what_if_a_rule_were_off(edit):
    dialog = edit(draft=RULES.switch_off("variant.table"))
    assert [(one.now, one.then, one.times) for one in dialog.preview.changes] == [("和", "咊", 2)]


def test_rules_go_to_a_file_and_come_from_one(qtbot, edit, answers, tmp_path):
    dialog = edit(draft=RULES.add_pair("甲", "乙").protect("丙"))
    answers.rules_to = tmp_path / "shared.toml"
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert load_rules(answers.rules_to) == RULES.add_pair("甲", "乙").protect("丙")
    answers.rules_from = tmp_path / "others.toml"
    save_rules(answers.rules_from, RULES.add_pair("甲", "丁").protect("戊"))
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert [texts for _, texts, _ in dialog.pairs.list_rows()] == [["甲", "丁", ""]]
    assert [texts for _, texts, _ in dialog.protected.list_rows()] == [["丙"], ["戊"]]


def test_a_file_with_a_mistake_is_told_and_changes_nothing(qtbot, edit, answers, tmp_path):
    dialog = edit(draft=RULES.protect("丙"))
    answers.rules_from = tmp_path / "others.toml"
    answers.rules_from.write_text("[pair]\n", "utf-8")
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert "line 1: “pair” is unknown. Perhaps you meant “pairs”." in dialog.problem.text()
    assert [texts for _, texts, _ in dialog.protected.list_rows()] == [["丙"]]


def test_without_a_document_there_is_nothing_to_try_on(edit):
    dialog = edit(text=None)
    assert dialog.preview.note.text() == "Open a document to try the rules on it."
    assert dialog.levels.count() == 1


def test_markup_in_a_rule_stays_text(qtbot, edit):
    dialog = edit(draft=RULES.add_pair("<b>甲</b>", "<i>"), text="<b>甲</b>与乙，和谐稳定。")
    assert any("<i>" in row[2] for row in list_preview(dialog))
    assert dialog.preview.note.textFormat() is Qt.TextFormat.PlainText
    assert dialog.problem.textFormat() is Qt.TextFormat.PlainText
