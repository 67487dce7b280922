"""What is read is kept: the document, where one stopped, how long, which words one knows."""

from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.review.packed import fingerprint
from reader.study.library import Library
from reader.study.status import WordStatus
from reader.text.resources import resource_path
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel
from tests.ui.conftest import CLEAN, DAMAGED

LONG = DAMAGED * 60


@pytest.fixture
def library(tmp_path):
    """Open the library as another process does."""
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def clock(monkeypatch):
    """Let time pass when the test says so."""

    class Clock:
        now = 1000.0

        def __call__(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr("reader.ui.library.record.monotonic", clock)
    return clock


def waits_until_counted(user):
    def is_counted():
        record = user.window.tab.study.record
        return record is not None and record.counted is not None

    user.qtbot.waitUntil(is_counted, timeout=20_000)


def presses(user, clock, *, after, key=Qt.Key.Key_Shift):
    """Press a key on the page some seconds later."""
    clock.now += after
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    QTest.keyClick(user.window.page.panes.clean_view, key)


def reads_on(user, clock, *, after, pixels):
    """Scroll on the page some seconds later."""
    clock.now += after
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.window.page.panes.clean_view.scroll_by(pixels)


def status(user):
    return user.window.status.summary.text()


def test_an_opened_file_is_in_the_library_with_its_words(user, damaged, library):
    library.set_statuses(["劳动关系", "坚持"], WordStatus.KNOWN)
    user.opens(damaged)
    waits_until_counted(user)
    (found,) = library.history.documents()
    assert (found.fingerprint, found.title, found.path) == (
        fingerprint(DAMAGED), "报告.txt", damaged,
    )  # fmt: skip
    assert (found.characters, found.counted, found.known) == (len(CLEAN), True, 3)
    assert found.words > found.known
    assert sum(found.levels.values()) == found.words
    words = library.history.words_of(found.fingerprint)
    assert dict(zip(*words, strict=True))["劳动关系"] == 2


def test_a_pasted_text_goes_on_where_one_stopped_when_it_is_pasted_again(user, library):
    user.opens_text(LONG)
    waits_until_counted(user)
    panes = user.window.page.panes
    panes.clean_view.scroll_by(2_000)
    top = panes.top_clean_offset()
    user.triggers(ActionId.CLOSE)
    (found,) = library.history.documents()
    assert (found.title, found.path, found.address) == (CLEAN.split("\n")[0], None, "")
    assert found.position > 0
    user.opens_text(LONG)
    user.qtbot.waitUntil(lambda: abs(panes.top_clean_offset() - top) < 30, timeout=20_000)


def test_the_sample_is_not_ones_own(user, library):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.triggers(ActionId.SAMPLE)
    waits_until_counted(user)
    assert library.history.documents() == []


def test_a_word_that_rests_on_an_unsure_repair_alone_is_not_counted(user, library, tmp_path):
    copy = tmp_path / "政策.txt"
    copy.write_bytes(resource_path("samples", "policy_damaged.txt").read_bytes())
    library.set_statuses(["拓展"], WordStatus.KNOWN)
    user.opens(copy)
    waits_until_counted(user)
    assert "拓展" in user.window.tab.shown.document.text
    (found,) = library.history.documents()
    words = library.history.words_of(found.fingerprint).words
    assert "拓展" not in words
    assert "改革" in words
    assert (found.known, found.words > 100) == (0, True)


def test_time_counts_with_signs_of_life_and_long_pauses_do_not(user, library, clock):
    user.opens_text(LONG)
    waits_until_counted(user)
    presses(user, clock, after=5)
    reads_on(user, clock, after=60, pixels=300)
    reads_on(user, clock, after=60, pixels=300)
    reads_on(user, clock, after=600, pixels=300)  # who knows what happened meanwhile
    reads_on(user, clock, after=30, pixels=300)
    user.triggers(ActionId.CLOSE)
    (found,) = library.history.documents()
    assert found.seconds == 150
    (day,) = library.history.days()
    assert (day.seconds, day.documents) == (150, 1)
    assert 0 < day.characters < found.characters
    assert 0 < found.progress < 1


def test_nothing_counts_while_repairs_are_decided_on_or_the_window_is_behind(user, library, clock):
    user.opens_text(LONG)
    waits_until_counted(user)
    user.reviews()
    presses(user, clock, after=5)
    presses(user, clock, after=60)
    user.window.page.side.open_panel(Panel.WORD)
    presses(user, clock, after=60)
    presses(user, clock, after=10)
    user.triggers(ActionId.CLOSE)
    assert [day.seconds for day in library.history.days()] == [10]


def test_each_tab_has_its_own_time(user, damaged, library, clock):
    user.opens(damaged)
    waits_until_counted(user)
    presses(user, clock, after=5)
    presses(user, clock, after=20)
    user.opens_text(LONG)
    waits_until_counted(user)
    presses(user, clock, after=50)
    presses(user, clock, after=30)
    user.closes_all()
    seconds = {one.title: one.seconds for one in library.history.documents()}
    assert seconds == {"报告.txt": 20, CLEAN.split("\n")[0]: 30}


def test_two_windows_keep_what_is_read_in_either(start, damaged, library, clock):
    first, second = start(), start()
    first.opens(damaged)
    second.opens(damaged)
    for user in (first, second):
        waits_until_counted(user)
        presses(user, clock, after=5)
        presses(user, clock, after=20)
        user.triggers(ActionId.CLOSE)
    (found,) = library.history.documents()
    assert found.seconds == 40


# -- not to be remembered


def test_who_does_not_want_it_is_not_remembered(user, damaged, library, clock):
    user.triggers(ActionId.REMEMBER)
    assert not user.window.actions_by_id[ActionId.REMEMBER].isChecked()
    user.opens(damaged)
    waits_until_counted(user)  # the status line tells it all the same
    presses(user, clock, after=5)
    presses(user, clock, after=20)
    user.triggers(ActionId.CLOSE)
    assert library.history.documents() == []
    assert library.history.days() == []


def test_what_was_read_before_it_was_switched_off_stays(user, damaged, library, clock):
    user.opens(damaged)
    waits_until_counted(user)
    user.triggers(ActionId.REMEMBER)
    presses(user, clock, after=5)
    presses(user, clock, after=20)
    user.triggers(ActionId.CLOSE)
    assert [one.seconds for one in library.history.documents()] == [0]


@pytest.mark.parametrize("delete", [True, False])
def test_the_history_is_deleted_only_by_who_says_so(user, damaged, library, clock, delete):
    library.set_status("劳动", WordStatus.KNOWN)
    user.opens(damaged)
    waits_until_counted(user)
    presses(user, clock, after=5)
    presses(user, clock, after=20)
    user.window.tab.study.record.write()
    user.answers.delete = delete
    user.triggers(ActionId.DELETE_HISTORY)
    assert user.answers.asked_to_delete == 1
    assert bool(library.history.documents()) is not delete
    assert bool(library.history.days()) is not delete
    presses(user, clock, after=20)
    user.triggers(ActionId.CLOSE)
    assert bool(library.history.documents()) is not delete
    assert library.status_of("劳动") is WordStatus.KNOWN
    if delete:
        assert "deleted" in user.message or not user.message


# -- the status line


def test_the_status_line_says_how_far_one_is_while_one_reads(user, library):
    library.set_statuses(["劳动关系", "坚持"], WordStatus.KNOWN)
    user.opens_text(LONG)
    waits_until_counted(user)
    assert "read" not in status(user)
    user.window.page.side.open_panel(Panel.WORD)
    user.qtbot.waitUntil(lambda: "of words known" in status(user))
    assert user.window.status.summary.isVisible()
    assert user.window.status.keys.isVisible()
    assert status(user).startswith("0% read, about ")
    assert "minutes left" in status(user)
    user.window.languages.choose("zh_CN")
    user.qtbot.waitUntil(lambda: "已读" in status(user))
    user.window.languages.choose("en")
    user.qtbot.waitUntil(lambda: "minutes left" in status(user))
    user.window.page.panes.clean_view.scroll_by(3_000)
    user.qtbot.waitUntil(lambda: not status(user).startswith("0% read"))
    user.window.page.panes.scroll_bar.setValue(user.window.page.panes.scroll_bar.maximum())
    user.window.page.panes.clean_view.pager.to_end()
    user.window.page.panes.clean_view.scroll_by(1)
    user.qtbot.waitUntil(lambda: status(user).startswith("100% read, "))
    assert "left" not in status(user)
    user.reviews()
    assert "of words known" not in status(user)


def test_a_word_that_becomes_known_is_in_the_share_at_once(user):
    user.opens_text(LONG)
    waits_until_counted(user)
    user.window.page.side.open_panel(Panel.WORD)
    user.qtbot.waitUntil(lambda: "0% of words known" in status(user))
    user.window.study.words.set_status("劳动关系", WordStatus.KNOWN)
    user.qtbot.waitUntil(
        lambda: " of words known" in status(user) and ", 0% of" not in status(user)
    )


def test_minutes_left_are_by_ones_own_speed(start, library):
    first = start()
    first.opens_text(LONG)
    waits_until_counted(first)
    first.window.page.side.open_panel(Panel.WORD)
    first.qtbot.waitUntil(lambda: "minutes left" in status(first))
    usual = int(status(first).split("about ")[1].split()[0])
    first.triggers(ActionId.CLOSE)
    library.history.add_time("f" * 64, 1200, 1200 * 4)  # twice as fast as the usual 120 a minute
    first.opens_text(LONG)
    waits_until_counted(first)
    first.qtbot.waitUntil(lambda: "minutes left" in status(first))
    own = int(status(first).split("about ")[1].split()[0])
    assert own == pytest.approx(usual / 2, abs=1)


def test_pointing_at_the_text_is_a_sign_of_life(user, library, clock):
    user.opens_text(LONG)
    waits_until_counted(user)
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    view = user.window.page.panes.clean_view.viewport()
    for x in (100, 140, 180):
        clock.now += 20
        QTest.mouseMove(view, QPoint(x, 100))
    user.triggers(ActionId.CLOSE)
    assert [one.seconds for one in library.history.documents()] == [40]
