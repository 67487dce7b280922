"""What is decided in the window is saved as it happens, and there again however it ended."""

import errno
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.repair import pipeline
from reader.review import review as reviews
from reader.review.decisions import Decision, apply_decisions
from reader.review.journal import Engine
from reader.review.parse import parse_journal
from reader.ui.document.open_commands import sample_path
from reader.ui.review.lists import ReviewList
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"


def journal_of(path):
    return path.with_name(path.name + ".jingdu")


def reject(user, times=1):
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    for _ in range(times):
        user.triggers(ActionId.NEXT_REPAIR)
        user.triggers(ActionId.REJECT)


def is_saved(user):
    return user.window.windowTitle().endswith("all saved – Jingdu")


def wait_until_saved(user):
    user.qtbot.waitUntil(lambda: is_saved(user), timeout=10_000)


def dialog_of(user):
    user.qtbot.waitUntil(lambda: bool(user.window.findChildren(ReviewList)), timeout=20_000)
    return user.window.findChildren(ReviewList)[-1]


def rows_of(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_what_is_decided_is_saved_and_the_title_says_so(user, damaged):
    user.opens(damaged)
    assert user.window.windowTitle() == "报告.txt – Jingdu"
    reject(user)
    assert user.window.windowTitle() == "报告.txt – saving… – Jingdu"
    wait_until_saved(user)
    assert len(parse_journal(journal_of(damaged).read_bytes()).history.done) == 1


def test_looking_makes_no_journal(user, damaged):
    user.opens(damaged)
    user.triggers(ActionId.NEXT_REPAIR)
    user.quits()
    assert not journal_of(damaged).exists()


@pytest.mark.parametrize("end", ["close", "open another", "start page", "nothing"])
def test_decisions_are_there_again_however_it_ended(user, start, damaged, tmp_path, end):
    user.opens(damaged)
    reject(user, 3)
    user.triggers(ActionId.UNDO)
    text, tally = user.document.text, user.window.tab.shown.tally
    assert text != CLEAN
    if end == "close":
        user.window.close()
    elif end == "open another":
        user.opens_text("别的")
        user.window.tabs.close_tab(user.window.tabs.tabs[0])
    elif end == "start page":
        user.triggers(ActionId.CLOSE)
    else:
        wait_until_saved(user)
        user.window.tab.review.pause()  # as the end of its process would
    second = start()
    second.opens(damaged)
    assert second.document.text == text
    assert second.window.tab.shown.tally == tally
    assert is_saved(second)
    second.triggers(ActionId.REDO)
    second.triggers(ActionId.UNDO)
    second.triggers(ActionId.UNDO)
    second.triggers(ActionId.UNDO)
    assert second.document.text == CLEAN


def test_a_pasted_text_has_its_journal_in_the_user_s_folder(user, tmp_path):
    user.opens_text()
    reject(user)
    text = user.document.text
    user.triggers(ActionId.CLOSE)
    assert len(list((tmp_path / "data" / "journals").iterdir())) == 1
    user.opens_text()
    assert user.document.text == text


def test_nothing_is_written_beside_the_bundled_sample(user, tmp_path):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.triggers(ActionId.SAMPLE)
    reject(user)
    wait_until_saved(user)
    assert not journal_of(sample_path()).exists()


def test_a_second_window_on_one_file_reads_only(user, start, damaged):
    user.opens(damaged)
    reject(user)
    second = start()
    second.opens(damaged)
    assert "another window" in second.message
    assert second.window.windowTitle() == "报告.txt – read-only – Jingdu"
    second.triggers(ActionId.NEXT_REPAIR)
    assert not second.window.actions_by_id[ActionId.REJECT].isEnabled()
    before = second.document.text
    second.qtbot.keyClick(second.window.page.panes.clean_view, Qt.Key.Key_1)
    assert second.document.text == before
    user.triggers(ActionId.CLOSE)
    second.opens(damaged)
    assert second.message == ""
    second.triggers(ActionId.UNDO)
    wait_until_saved(second)


def test_a_second_window_can_take_over(user, start, damaged):
    user.opens(damaged)
    reject(user)
    wait_until_saved(user)
    second = start()
    second.opens(damaged)
    with second.qtbot.waitSignal(second.window.opening_ended, timeout=20_000):
        second.qtbot.mouseClick(second.window.message.button, Qt.MouseButton.LeftButton)
    assert second.message == ""
    second.triggers(ActionId.UNDO)
    wait_until_saved(second)
    before = user.document.text
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.triggers(ActionId.UNDO)  # it reads only from now on
    assert user.document.text == before
    assert "has taken over" in user.message
    assert user.window.windowTitle() == "报告.txt – read-only – Jingdu"
    assert not user.window.actions_by_id[ActionId.UNDO].isEnabled()
    user.quits()
    second.opens(damaged)
    assert second.document.text == CLEAN


def test_what_was_not_saved_when_another_took_over_is_taken_in(user, start, damaged):
    user.opens(damaged)
    second = start()
    second.opens(damaged)
    user.triggers(ActionId.PREVIOUS_REPAIR)
    user.triggers(ActionId.REJECT)
    with second.qtbot.waitSignal(second.window.opening_ended, timeout=20_000):
        second.qtbot.mouseClick(second.window.message.button, Qt.MouseButton.LeftButton)
    reject(second, 3)
    wait_until_saved(second)
    user.qtbot.waitUntil(lambda: user.window.tab.review.unsaved == 0, timeout=10_000)
    user.quits()
    second.triggers(ActionId.CLOSE)
    second.opens(damaged)
    assert len(second.window.tab.review.review.history.done) == 4


def full_disk(monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)


def test_a_full_disk_is_told_and_closing_asks(user, damaged, monkeypatch):
    user.opens(damaged)
    with monkeypatch.context() as patch:
        full_disk(patch)
        with user.qtbot.waitSignal(user.window.tab.review.failed, timeout=10_000):
            reject(user, 2)
        assert "Disk full" in user.message
        assert user.window.windowTitle() == "报告.txt – 2 not saved – Jingdu"
        text = user.document.text
        user.window.close()
        assert user.window.isVisible()
        user.triggers(ActionId.CLOSE)
        assert [count for count, *_ in user.answers.asked_to_lose] == [2, 2]
        assert user.document.text == text
    user.qtbot.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    wait_until_saved(user)
    user.opens(damaged)
    assert user.document.text == text


def test_decisions_on_a_changed_file_hold_where_their_place_is(user, start, damaged):
    user.opens(damaged)
    reject(user, 2)
    while user.window.page.panes.next_repair().source_start < DAMAGED.index("全(quan)"):
        pass
    user.triggers(ActionId.REJECT)
    user.triggers(ActionId.CLOSE)
    _, second = DAMAGED.splitlines(keepends=True)
    damaged.write_text("新的一段。\n" + second, "utf-8")
    user.opens(damaged)
    assert "This text has changed since you decided on it." in user.message
    assert "1 decision still applies. 2 no longer apply and are kept." in user.message
    user.qtbot.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    rows = rows_of(dialog_of(user))
    assert len(rows) == 2
    assert all(row[1] for row in rows)
    assert all("【" in row[0] for row in rows)
    assert user.window.actions_by_id[ActionId.STRANDED].isEnabled()
    damaged.write_text(DAMAGED, "utf-8")
    user.opens(damaged)
    assert user.message == ""


def test_a_newer_version_changes_nothing_and_offers_to_show_what_it_would(
    user, damaged, monkeypatch
):
    user.opens(damaged)
    reject(user)
    user.triggers(ActionId.CLOSE)
    assert parse_journal(journal_of(damaged).read_bytes()).frozen
    monkeypatch.setattr(reviews, "this_engine", lambda: Engine("9", "9"))
    user.opens(damaged)
    assert "another version" in user.message
    assert is_saved(user)
    user.qtbot.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    user.qtbot.waitUntil(lambda: "the same result" in user.message, timeout=20_000)
    user.opens(damaged)
    assert user.message == ""


def test_what_a_newer_version_restores_can_be_taken(user, damaged, monkeypatch):
    restore = pipeline.restore
    with monkeypatch.context() as patch:
        older = DAMAGED.index("噹")
        patch.setattr(
            pipeline,
            "restore",
            lambda text, **more: apply_decisions(
                restore(text, **more), [Decision(older, older + 1, "裆")]
            ),
        )
        user.opens(damaged)
        assert "担裆" in user.document.text
        reject(user)
        user.triggers(ActionId.CLOSE)
    monkeypatch.setattr(reviews, "this_engine", lambda: Engine("9", "9"))
    user.opens(damaged)
    assert "担裆" in user.document.text
    user.triggers(ActionId.COMPARE)
    dialog = dialog_of(user)
    ((where, *texts),) = rows_of(dialog)
    assert "【噹】" in where
    assert texts == ["裆", "当"]
    dialog.findChild(QPushButton, "take").click()
    user.qtbot.waitUntil(lambda: "担当" in user.document.text)
    wait_until_saved(user)
    text = user.document.text
    user.opens(damaged)
    assert (user.document.text, user.message) == (text, "")


def test_decisions_bear_the_name_of_the_user_unless_switched_off(user, damaged):
    user.opens(damaged)
    reject(user)
    sign = user.window.actions_by_id[ActionId.SIGN]
    assert sign.isChecked()
    sign.trigger()
    reject(user)
    user.triggers(ActionId.CLOSE)
    done = parse_journal(journal_of(damaged).read_bytes()).history.done
    assert [bool(act.by) for act in done] == [bool(reviews.user_name()), False]


def test_the_recent_files_say_how_far_they_are_decided(user, damaged):
    damaged.write_text(LONE * 3, "utf-8")
    user.opens(damaged)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    user.triggers(ActionId.CLOSE)
    (index,) = user.recent_rows
    assert index.data(SPOKEN).startswith("报告.txt, 33% decided, 2 to decide, today ")
    user.window.recent_menu.fill()
    assert user.window.recent_menu.actions()[0].text() == "报告.txt\t1 of 3 decided"


def test_an_encoding_that_was_tried_in_vain_costs_no_decision(user, damaged):
    user.opens(damaged)
    reject(user, 2)
    text = user.document.text
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.tab.documents.read_again("gb18030")
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.tab.documents.read_again("")
    assert user.document.text == text


def test_a_file_that_cannot_be_opened_leaves_the_one_that_is_open_as_it_is(user, damaged):
    user.opens(damaged)
    reject(user)
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(damaged.with_name("no.txt"))
    assert len(user.window.tabs.tabs) == 1
    reject(user)
    wait_until_saved(user)
    assert len(parse_journal(journal_of(damaged).read_bytes()).history.done) == 2


def test_opening_a_journal_opens_its_document(user, damaged):
    user.opens(damaged)
    reject(user)
    text = user.document.text
    user.triggers(ActionId.CLOSE)
    user.opens(journal_of(damaged))
    assert user.document.text == text
    assert user.window.windowTitle().startswith("报告.txt")


def test_a_long_document_begins_with_what_was_decided_where_one_reads(user, start, damaged):
    damaged.write_text(DAMAGED * 2_500, "utf-8")
    user.opens(damaged)
    reject(user, 2)
    text = user.document.text
    user.quits()
    second = start()
    parts = []
    second.window.document_opened.connect(lambda opened: parts.append(opened))
    second.opens(damaged)
    first, whole = parts
    assert (first.complete, whole.complete) == (False, True)
    assert first.document.text[:40] == whole.document.text[:40] == text[:40]
    assert second.document.text == text


def test_a_journal_that_is_gone_is_no_progress(user, damaged):
    user.opens(damaged)
    reject(user)
    user.triggers(ActionId.CLOSE)
    journal_of(damaged).unlink()
    user.opens(damaged)
    assert user.document.text == CLEAN
    user.triggers(ActionId.CLOSE)
    (index,) = user.recent_rows
    assert index.data(SPOKEN).startswith("报告.txt, 100% read, clean, ")
