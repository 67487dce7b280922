import gc
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.formats import open as formats
from reader.repair import pipeline
from reader.repair.pipeline import preview
from reader.text.kinds import RepairKind
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED

LONG = DAMAGED * 300


def test_a_file_from_the_open_dialog_is_restored_and_named_in_the_title(user, damaged):
    user.answers.opened = damaged
    with user.qtbot.waitSignal(user.window.opening_ended):
        user.triggers(ActionId.OPEN)
    assert user.document.text == CLEAN
    assert user.document.source == DAMAGED
    assert "报告.txt" in user.window.windowTitle()
    assert "UTF-8" in user.window.status.summary.text()


def test_giving_up_in_the_open_dialog_changes_nothing(user):
    user.triggers(ActionId.OPEN)
    assert user.document is None
    assert user.window.start_page.isVisible()


def test_the_button_of_the_start_page_opens_the_sample(user):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.mouseClick(user.window.start_page.ways.sample, Qt.MouseButton.LeftButton)
    assert user.document.repairs
    assert not user.window.start_page.isVisible()


def test_a_long_text_is_shown_before_all_of_it_is_restored(user):
    shown = []
    user.window.document_opened.connect(shown.append)
    user.opens_text(LONG)
    part, whole = shown
    assert (part.complete, whole.complete) == (False, True)
    assert part.document.text.startswith(CLEAN)
    assert part.document.text != whole.document.text
    assert whole.document.text == CLEAN * 300


@pytest.fixture
def previews(monkeypatch):
    """Return a list that gets each text of which a part is restored first."""
    made = []

    def count(text, **options):
        made.append(text)
        return preview(text, **options)

    monkeypatch.setattr("reader.repair.pipeline.preview", count)
    return made


def test_a_short_text_that_takes_long_is_shown_before_all_of_it_is_restored(
    user, previews, monkeypatch
):
    monkeypatch.setattr("reader.ui.document.opener._SOON", 0.0)
    monkeypatch.setattr("reader.repair.budget._REPORT_EVERY", 0.0)
    user.opens_text(DAMAGED * 20)
    assert len(previews) == 1
    assert user.document.text == CLEAN * 20


def test_a_short_text_with_questions_is_restored_at_once(user, previews):
    user.opens_text("你知道这是谁的吗?她摇了摇头。\n" * 30)
    assert not previews


def test_progress_is_told_while_restoring(user):
    with user.qtbot.waitSignal(user.window.opening_progressed, timeout=20_000) as told:
        user.window.open_commands.open_text(LONG)
    done, total = told.args
    assert 0 < done <= total == len(LONG)


def test_the_collector_works_while_a_file_is_read(user, damaged, monkeypatch):
    """What reading leaves in cycles is collected; an address may take minutes to come."""
    working, read = [], formats.read_text

    def look(*arguments, **named):
        working.append(gc.isenabled())
        return read(*arguments, **named)

    monkeypatch.setattr(formats, "read_text", look)
    user.opens(damaged)
    assert working == [True]
    assert gc.isenabled()


@pytest.fixture
def held(monkeypatch):
    """Hold the engine after the first screen until the test lets it go on."""
    go_on = threading.Event()
    real = pipeline.restore

    def restore(text, *, progress=None, **options):
        while not go_on.wait(0.001):
            if progress is not None:
                progress(0, len(text))
        return real(text, progress=progress, **options)

    monkeypatch.setattr(pipeline, "restore", restore)
    yield go_on
    go_on.set()


def test_cancel_keeps_the_first_screen_and_offers_to_start_again(user, held):
    with user.qtbot.waitSignal(user.window.document_opened, timeout=20_000):
        user.window.open_commands.open_text(LONG)
    user.qtbot.mouseClick(user.window.status.cancel, Qt.MouseButton.LeftButton)
    assert not user.window.status.cancel.isVisible()
    assert "cancelled" in user.message
    assert user.document.text.startswith(CLEAN)
    assert not user.window.actions_by_id[ActionId.SAVE].isEnabled()
    held.set()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    assert user.document.text == CLEAN * 300
    assert user.window.actions_by_id[ActionId.SAVE].isEnabled()


def test_a_document_goes_on_being_restored_behind_another_one(user, held, damaged):
    with user.qtbot.waitSignal(user.window.document_opened, timeout=20_000):
        user.window.open_commands.open_text(LONG)
    first = user.window.tab
    user.window.open_commands.open_path(damaged)
    held.set()
    user.qtbot.waitUntil(lambda: user.document is not None, timeout=20_000)
    assert user.document.text == CLEAN
    user.qtbot.waitUntil(lambda: first.shown.complete, timeout=20_000)
    assert first.page.panes.document.text == CLEAN * 300


def test_closing_the_window_while_restoring_leaves_no_thread_at_work(user, held):
    with user.qtbot.waitSignal(user.window.document_opened, timeout=20_000):
        user.window.open_commands.open_text(LONG)
    told = []
    user.window.tab.opener.shown.connect(told.append)
    assert user.window.close()
    held.set()
    assert told == []


def test_pasting_on_the_start_page_opens_the_text(user):
    QGuiApplication.clipboard().setText(DAMAGED)
    user.window.activateWindow()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.mouseClick(user.window.start_page.ways.paste, Qt.MouseButton.LeftButton)
    assert user.document.text == CLEAN


def test_ctrl_v_pastes_a_document_only_on_the_start_page(user):
    paste = user.window.actions_by_id[ActionId.PASTE]
    assert "Ctrl+V" in [keys.toString() for keys in paste.shortcuts()]
    user.opens_text()
    assert [keys.toString() for keys in paste.shortcuts()] == ["Ctrl+Shift+V"]


def test_pasting_nothing_says_so(user):
    QGuiApplication.clipboard().clear()
    user.triggers(ActionId.PASTE)
    assert "clipboard" in user.message
    assert user.document is None


def test_a_dropped_file_is_opened(user, damaged):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        assert user.drops(paths=[damaged])
    assert user.document.text == CLEAN


def test_a_dropped_text_is_opened(user):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        assert user.drops(text=DAMAGED)
    assert user.document.text == CLEAN


def test_of_several_dropped_files_the_first_is_opened_and_the_rest_named(user, damaged, tmp_path):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.drops(paths=[damaged, tmp_path / "b.txt", tmp_path / "c.txt"])
    assert user.document.text == CLEAN
    assert user.message.startswith("2 more files")


def test_what_is_dragged_over_the_window_is_told_that_it_can_be_dropped(user, damaged):
    mark = user.window.drop_mark
    assert user.drags(paths=[damaged])
    assert mark.isVisible()
    QApplication.sendEvent(user.window, QDragLeaveEvent())
    assert not mark.isVisible()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.drops(paths=[damaged])
    assert not mark.isVisible()
    assert not user.drags()
    assert not mark.isVisible()


def test_what_is_no_text_cannot_be_dropped(user):
    assert not user.drops()


def test_another_encoding_reads_the_file_again(user, tmp_path):
    path = tmp_path / "gbk.txt"
    path.write_bytes("採取各种有力措施，全面加强劳动关系协调。".encode("gb18030"))
    user.opens(path)
    assert user.document.origin.encoding == "gb18030"
    menu = user.window.encoding_menu
    menu.fill()
    labels = {action.data(): action for action in menu.actions()}
    assert labels[""].isChecked()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        labels["cp950"].trigger()
    assert user.document.origin.how == "chosen"
    assert user.document.origin.lost > 0
    assert "lost" in user.window.status.summary.text()
    menu.fill()
    checked = [action.data() for action in menu.actions() if action.isChecked()]
    assert checked == ["cp950"]


def test_a_pasted_text_has_no_encoding_to_change(user):
    user.opens_text()
    assert not user.window.encoding_menu.isEnabled()


def test_the_place_in_a_file_is_found_again(start, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(LONG, "utf-8")
    first = start()
    first.opens(path)
    first.window.page.panes.go_to_clean(6_000)
    there = first.window.page.panes.top_clean_offset()
    first.window.close()
    again = start()
    shown = []
    again.window.document_opened.connect(
        lambda _: shown.append(again.window.page.panes.top_clean_offset())
    )
    again.opens(path)
    line = len(CLEAN)
    assert abs(again.window.page.panes.top_clean_offset() - there) < line
    assert len(shown) == 2


def test_closing_a_document_shows_the_start_page(user):
    user.opens_text()
    user.triggers(ActionId.CLOSE)
    assert user.document is None
    assert user.window.start_page.isVisible()
    assert not user.window.actions_by_id[ActionId.FIND].isEnabled()


def test_the_status_line_counts_the_repairs_one_by_one(user):
    user.opens_text()
    total = len(user.document.repairs)
    user.triggers(ActionId.NEXT_REPAIR)
    user.triggers(ActionId.NEXT_REPAIR)
    assert user.window.status.repair_position.text() == f"Repair 2 of {total}"
    user.triggers(ActionId.PREVIOUS_REPAIR)
    assert user.window.status.repair_position.text() == f"Repair 1 of {total}"
    assert {repair.kind for repair in user.document.repairs} >= {RepairKind.GLOSS}
