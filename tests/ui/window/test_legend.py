from PySide6.QtCore import Qt

from reader.text.kinds import RepairKind
from reader.ui.window.actions import ActionId
from tests.ui.conftest import DAMAGED


def test_each_kind_in_the_document_has_a_chip_with_its_count(user):
    user.opens_text()
    for kind in RepairKind:
        found = [repair for repair in user.document.repairs if repair.kind is kind]
        applied = sum(repair.applied for repair in found)
        chip = user.window.page.legend.chip(kind)
        assert chip.isVisible() == bool(found)
        assert chip.counts() == (applied, len(found) - applied)


def test_while_a_part_is_restored_its_count_says_that_there_may_be_more(user):
    texts = []
    chip = user.window.page.legend.chip(RepairKind.GLOSS)
    user.window.document_opened.connect(lambda _: texts.append(chip.text()))
    user.opens_text(DAMAGED * 300)
    part, whole = texts
    assert part.endswith("+")
    assert whole == f"Gloss {chip.counts()[0]}"


def test_a_lone_textbook_gloss_counts_as_undecided(user):
    user.opens_text("重(chóng)庆是一座城市，位于中国西南部，人口众多。\n")
    chip = user.window.page.legend.chip(RepairKind.GLOSS)
    assert chip.counts() == (0, 1)
    assert "1 undecided" in chip.text()
    assert "1 undecided" in user.window.status.left.text()


def test_a_click_switches_a_kind_off_and_on(user):
    user.opens_text()
    legend = user.window.page.legend
    chip = legend.chip(RepairKind.GLOSS)
    with user.qtbot.waitSignal(legend.shown_changed) as changed:
        user.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert changed.args == [frozenset(RepairKind) - {RepairKind.GLOSS}]
    user.triggers(ActionId.NEXT_REPAIR)
    others = sum(repair.kind is not RepairKind.GLOSS for repair in user.document.repairs)
    assert user.window.status.repair_position.text() == f"Repair 1 of {others}"
    assert user.window.page.panes.current_repair.kind is not RepairKind.GLOSS
    user.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert legend.shown() == frozenset(RepairKind)


def test_show_all_switches_every_kind_on(user):
    user.opens_text()
    legend = user.window.page.legend
    for kind in (RepairKind.GLOSS, RepairKind.SCRIPT):
        user.qtbot.mouseClick(legend.chip(kind), Qt.MouseButton.LeftButton)
    user.triggers(ActionId.SHOW_ALL)
    assert legend.shown() == frozenset(RepairKind)


def test_hidden_kinds_are_remembered(start):
    first = start()
    first.opens_text()
    chip = first.window.page.legend.chip(RepairKind.GLOSS)
    first.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    first.window.close()
    assert RepairKind.GLOSS not in start().window.page.legend.shown()


def test_the_space_bar_switches_a_chip(user):
    user.opens_text()
    chip = user.window.page.legend.chip(RepairKind.GLOSS)
    chip.setFocus()
    user.qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()


def test_a_text_without_damage_says_so(user):
    user.opens_text("我们今天去公园散步。\n")
    nothing = user.window.page.legend.nothing
    assert nothing.isVisible()
    user.triggers(ActionId.NEXT_REPAIR)
    assert user.message.endswith(nothing.text())
    user.opens_text()
    assert not nothing.isVisible()


def test_f8_says_where_the_repairs_are_when_all_are_hidden(user):
    user.opens_text()
    legend = user.window.page.legend
    for kind in legend.shown():
        legend.chip(kind).setChecked(False)
    user.triggers(ActionId.PREVIOUS_REPAIR)
    assert "hidden" in user.message


def test_a_decided_place_counts_as_in_the_review_panel(user):
    user.window.activateWindow()
    user.opens_text()
    user.triggers(ActionId.REVIEW)
    side, legend = user.window.page.side.review, user.window.page.legend
    before = legend.chip(RepairKind.SCRIPT).text()
    user.triggers(ActionId.NEXT_REPAIR)
    while user.window.page.panes.current_repair.kind is not RepairKind.SCRIPT:
        user.triggers(ActionId.NEXT_REPAIR)
    user.triggers(ActionId.REJECT)
    chip = legend.chip(RepairKind.SCRIPT)
    assert chip.text() == before
    assert chip.text() == side.browser.filters.chips[RepairKind.SCRIPT].text()
    assert "1 of them decided by hand" in chip.toolTip()
    assert legend.chip(RepairKind.MANUAL).text() == "By hand 1"
