"""Readings in the window: what the card says of them, and what the user says."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from reader.language.own_segments import Change
from reader.review.packed import fingerprint
from reader.ui.window.actions import ActionId, Submenu
from tests.ui.conftest import CLEAN
from tests.ui.window.test_settings import choose, chosen

SOURCE = "由區委書記、分筦副區長(cháng)牽頭。\n颉颃。我們爲羣衆辦事。\n社區爲獨居老人送餐。\n"


@pytest.fixture
def reader(user, qtbot):
    """Read `SOURCE`, once its readings can be given."""
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    return user


def point(user, text):
    """Move the mouse over the first character of a piece of the clean text."""
    view = user.window.page.panes.clean_view
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    at = user.document.text.index(text)
    (box,) = view.pager.boxes(at, at + 1)
    there = QPointF(box.center())
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        there,
        view.viewport().mapToGlobal(there),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
    return there.toPoint()


def ruby(user):
    return [text for _, _, text in user.window.page.panes.clean_view.overlay.syllables]


def card_of(user, qtbot, text):
    """Point at a word and ask for its readings by key."""
    point(user, text)
    user.triggers(ActionId.WORD_READINGS)
    card = user.window.page.side.word
    assert card.isVisible()
    return card


def press(card, text="", name=""):
    """Press a button of the card; one that was just filled shows at the next event."""
    QApplication.processEvents()
    found = [
        button
        for button in card.findChildren(QAbstractButton)
        if button.isVisible()
        and (button.objectName() == name if name else button.text().startswith(text))
    ]
    assert found, card.words()
    found[0].click()


def context_menu(user, text):
    """Open the menu of a word and return what can be done with its readings."""
    view = user.window.page.panes.clean_view
    at = point(user, text)
    QApplication.sendEvent(
        view.viewport(),
        QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(QPoint(at))
        ),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    return menu, {action.text(): action for action in entries}


def test_a_word_with_a_wrong_gloss_says_that_the_two_disagree(reader, qtbot):
    card = card_of(reader, qtbot, "长牵")
    assert "The original says cháng; in this word it is read zhǎng." in card.words()
    assert "as in 副区长" in card.words()


def test_a_sure_word_shows_its_reading(reader, qtbot):
    point(reader, "办事")
    qtbot.waitUntil(lambda: ruby(reader) == ["bàn", "shì"], timeout=5000)
    card = card_of(reader, qtbot, "办事")
    assert "bànshì" in card.words()


def test_the_card_lists_other_readings_with_their_chances(reader, qtbot):
    card = card_of(reader, qtbot, "为")
    assert "\nwèi\n" in card.words()
    assert "wéi " in card.words()
    assert "%" in card.words()


def test_a_reading_by_rule_can_be_taken_back_to_the_usual_one(reader, qtbot):
    reader.opens_text("法官查明遠宣讀判決書。")
    card = card_of(reader, qtbot, "查")
    assert "查 zhā\ngrammar rule" in card.words()
    press(card, "chá")
    assert ruby(reader)[0] == "chá"


def test_the_card_says_why_a_rule_reads_a_character_so(reader, qtbot):
    card = card_of(reader, qtbot, "为独")
    assert "grammar rule" in card.words()
    assert "it means “for”." in card.words()
    choose(reader.window.preferences.language_menu, "zh_CN")
    qtbot.waitUntil(lambda: "语法规则" in card.words())
    assert "表示“替、给”。" in card.words()


def test_a_reading_chosen_on_the_card_holds_for_this_place_and_can_be_undone(reader, qtbot):
    card = card_of(reader, qtbot, "为")
    press(card, "wéi")
    assert ruby(reader)[0] == "wéi"
    assert "your choice here" in card.words()
    assert "100%" not in card.words()
    reader.triggers(ActionId.UNDO)
    assert ruby(reader)[0] == "wèi"
    reader.triggers(ActionId.REDO)
    assert ruby(reader)[0] == "wéi"
    press(card, name="forgetPlace")
    assert ruby(reader)[0] == "wèi"


def test_a_reading_of_a_place_stays_while_repairs_are_decided(reader, qtbot):
    press(card_of(reader, qtbot, "为"), "wéi")
    reader.triggers(ActionId.NEXT_REPAIR)
    reader.triggers(ActionId.REJECT)
    point(reader, "为")
    assert ruby(reader)[0] == "wéi"
    reader.triggers(ActionId.UNDO)  # the decision
    point(reader, "为")
    assert ruby(reader)[0] == "wéi"
    reader.triggers(ActionId.UNDO)
    point(reader, "办")
    point(reader, "为")
    assert ruby(reader)[0] == "wèi"
    reader.triggers(ActionId.REDO)
    point(reader, "办")
    point(reader, "为")
    assert ruby(reader)[0] == "wéi"


def test_another_document_is_not_read_as_the_one_before(reader, qtbot):
    press(card_of(reader, qtbot, "为"), "wéi")
    reader.opens_text(f"{SOURCE}。")
    point(reader, "为")
    assert ruby(reader)[0] == "wèi"
    assert not reader.window.actions_by_id[ActionId.UNDO].isEnabled()


def test_a_reading_of_a_place_holds_when_the_document_is_opened_again(reader, start, qtbot):
    press(card_of(reader, qtbot, "为独"), "wéi")
    reader.opens_text(f"{SOURCE}。")
    reader.opens_text(SOURCE)
    point(reader, "为独")
    assert ruby(reader)[0] == "wéi"
    reader.window.close()
    second = start()
    second.opens_text(SOURCE)
    qtbot.waitUntil(second.window.page.panes.readings_ready, timeout=30_000)
    card = card_of(second, qtbot, "为独")
    assert "your choice here" in card.words()
    press(card, name="forgetPlace")
    assert ruby(second)[0] == "wèi"
    second.opens_text(SOURCE)
    point(second, "为独")
    assert ruby(second)[0] == "wèi"


def test_a_reading_of_a_place_that_was_taken_back_is_not_kept(reader, qtbot):
    press(card_of(reader, qtbot, "为独"), "wéi")
    reader.triggers(ActionId.UNDO)
    reader.opens_text(SOURCE)
    point(reader, "为独")
    assert ruby(reader)[0] == "wèi"
    reader.triggers(ActionId.REDO)
    point(reader, "为独")
    assert ruby(reader)[0] == "wéi"
    reader.opens_text(SOURCE)
    point(reader, "为独")
    assert ruby(reader)[0] == "wéi"


def old_places(tmp_path, *lines):
    path = tmp_path / "settings" / "places.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(lines), "utf-8")
    return path


def test_readings_of_places_that_an_earlier_version_kept_hold(reader, tmp_path, qtbot):
    offset = SOURCE.index("爲獨")
    path = old_places(tmp_path, f"{fingerprint(SOURCE)}\t{offset}\t为\twéi\t\n")
    before = path.read_bytes()
    reader.opens_text(SOURCE)
    card = card_of(reader, qtbot, "为独")
    assert ruby(reader)[0] == "wéi"
    press(card, name="forgetPlace")
    assert ruby(reader)[0] == "wèi"
    reader.opens_text(SOURCE)
    point(reader, "为独")
    assert ruby(reader)[0] == "wèi"
    assert path.read_bytes() == before


def test_a_file_of_places_that_cannot_be_read_is_told(reader, tmp_path, qtbot):
    path = tmp_path / "settings" / "places.tsv"
    path.mkdir(parents=True, exist_ok=True)
    reader.opens_text(SOURCE)
    assert "places.tsv" in reader.message
    press(card_of(reader, qtbot, "为独"), "wéi")
    assert ruby(reader)[0] == "wéi"


def test_a_reading_for_always_is_kept_in_the_file_of_the_user(reader, start, qtbot, tmp_path):
    press(card_of(reader, qtbot, "颉"), name="alwaysReadSo")
    kept = (tmp_path / "settings" / "readings.tsv").read_text("utf-8")
    word = kept.splitlines()[-1].split("\t")[0]
    assert word.startswith("颉")
    reader.window.close()
    second = start()
    second.opens_text(SOURCE)
    qtbot.waitUntil(second.window.page.panes.readings_ready, timeout=30_000)
    card = card_of(second, qtbot, "颉")
    assert f"your choice for {word}" in card.words()
    press(card, name="forgetWord")
    assert word not in (tmp_path / "settings" / "readings.tsv").read_text("utf-8")
    second.triggers(ActionId.UNDO)
    assert word in (tmp_path / "settings" / "readings.tsv").read_text("utf-8")


def test_what_was_written_into_the_file_meanwhile_is_kept(reader, qtbot, tmp_path):
    path = tmp_path / "settings" / "readings.tsv"
    path.parent.mkdir(exist_ok=True)
    mine = "# mine\n\n行长\thang2 zhang3\n"
    path.write_text(mine, "utf-8")
    card = card_of(reader, qtbot, "颉")
    press(card, name="alwaysReadSo")
    set_ = path.read_text("utf-8")
    assert set_.startswith(mine + "颉")
    press(card, name="forgetWord")
    assert path.read_text("utf-8") == mine


def test_a_line_that_cannot_be_understood_is_told_and_left_alone(start, qtbot, tmp_path):
    path = tmp_path / "settings" / "readings.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("颉颃 no reading\n办事\tban1 shi4\n", "utf-8")
    user = start()
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    assert "is not a valid reading" in user.message
    point(user, "办事")
    assert ruby(user) == ["bān", "shì"]
    press(card_of(user, qtbot, "颉"), name="alwaysReadSo")
    assert path.read_text("utf-8").startswith("颉颃 no reading\n办事\tban1 shi4\n颉")


def test_a_line_that_is_no_text_is_told_and_left_alone(start, qtbot, tmp_path):
    path = tmp_path / "settings" / "readings.tsv"
    path.parent.mkdir(exist_ok=True)
    mine = b"\xff\xfe\n" + "办事\tban1 shi4\n".encode()
    path.write_bytes(mine)
    user = start()
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    assert "is not a valid reading" in user.message
    press(card_of(user, qtbot, "颉"), name="alwaysReadSo")
    assert path.read_bytes().startswith(mine + "颉".encode())


def test_the_menu_of_a_word_sets_its_reading(reader, qtbot):
    menu, entries = context_menu(reader, "为")
    entries["为  wéi"].trigger()
    menu.close()
    point(reader, "办")
    point(reader, "为")
    assert ruby(reader)[0] == "wéi"
    menu, entries = context_menu(reader, "为")
    entries["Reset to automatic"].trigger()
    menu.close()
    point(reader, "办")
    point(reader, "为")
    assert ruby(reader)[0] == "wèi"


def test_a_hanzi_that_a_word_holds_twice_is_shown_in_its_place(user, qtbot):
    user.opens_text("银行行长走在路上。\n")
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.study.words.cut([Change("银行行长", ("银行行长",))])
    menu, entries = context_menu(user, "行长")
    entries["银行[行]长  xíng"].trigger()
    menu.close()
    point(user, "走")
    point(user, "银")
    assert ruby(user) == ["yín", "háng", "xíng", "zhǎng"]


def test_a_reading_can_be_typed(reader, qtbot):
    for typed, expected in (("ban1 shi4", ["bān", "shì"]), (None, ["bān", "shì"])):
        reader.answers.typed_reading = typed
        menu, entries = context_menu(reader, "办事")
        entries["Another pronunciation…"].trigger()
        menu.close()
        point(reader, "们")
        point(reader, "办事")
        assert ruby(reader) == expected
    assert reader.answers.asked_reading[0] == ("办事", "bàn shì")
    reader.answers.typed_reading = "ban"
    menu, entries = context_menu(reader, "办事")
    entries["Another pronunciation…"].trigger()
    menu.close()
    assert "is not a valid reading of 办事" in reader.message


def test_how_readings_are_written_is_chosen_in_the_menus_and_remembered(start, qtbot):
    first = start()
    first.opens_text()
    choose(first.window.pinyin.submenus[Submenu.STYLE], "numbers")
    choose(first.window.pinyin.submenus[Submenu.SANDHI], "yibu")
    first.triggers(ActionId.BY_WORD)
    qtbot.waitUntil(first.window.page.panes.readings_ready, timeout=30_000)
    point(first, "使命")
    assert ruby(first) == ["shi3ming4"]
    assert first.document.text == CLEAN
    first.window.close()
    second = start()
    assert chosen(second.window.pinyin.submenus[Submenu.STYLE]) == "numbers"
    assert chosen(second.window.pinyin.submenus[Submenu.SANDHI]) == "yibu"
    assert second.window.actions_by_id[ActionId.BY_WORD].isChecked()


def test_readings_above_all_words_are_chosen_in_the_menu(reader, qtbot):
    reader.triggers(ActionId.RUBY_ALWAYS)
    pager = reader.window.page.panes.clean_view.pager
    qtbot.waitUntil(
        lambda: all(layout.ruby is not None for _, _, layout in pager.visible() if layout.length),
        timeout=30_000,
    )
    press(card_of(reader, qtbot, "为"), "wéi")
    qtbot.waitUntil(
        lambda: any(
            one.text == "wéi"
            for _, _, layout in pager.visible()
            for word in layout.above or ()
            for one in word.syllables
        ),
        timeout=30_000,
    )


def test_the_window_starts_without_the_tables_of_readings(tmp_path):
    code = (
        "import sys; from pathlib import Path; from reader.ui.app import create;"
        "path = Path(sys.argv[1]);"
        "app, window = create(['jingdu'], settings_path=path, data_path=path);"
        "window.show();"
        "app.processEvents();"
        "tables = {'numpy', 'rjieba', 'reader.pinyin.engine'};"
        "loaded = (tables | {'filelock'}) & set(sys.modules);"
        "print(sorted(loaded)); sys.stdout.flush(); import os; os._exit(0)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "jingdu.ini")], capture_output=True, text=True
    )
    assert found.stdout == "[]\n", found.stderr
