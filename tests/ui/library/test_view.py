"""The library view: found, sorted, opened again, forgotten, in both languages and two windows."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.study.history import ReadDocument
from reader.study.library import Library
from reader.study.status import WordStatus
from reader.study.word_counts import WordCounts
from reader.ui.library.model import Column, Kept
from reader.ui.window.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED

KEY = Qt.Key


@pytest.fixture
def library(tmp_path):
    """Open the library as another process does."""
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


def put(library, name, *, path=None, address="", progress=0.0, counts=None, seconds=0, levels=None):
    """Put a document into the library."""
    library.history.record(ReadDocument(name, name, path, address, characters=100))
    library.history.set_position(name, 10, progress)
    if counts is not None:
        found = WordCounts.of(counts)
        library.history.set_words(name, found, levels or {1: found.total}, 0, found.total)
    if seconds:
        library.history.add_time(name, seconds, 100, date.today())


@pytest.fixture
def filled(library, tmp_path):
    there = tmp_path / "在.txt"
    there.write_text(DAMAGED, "utf-8")
    put(library, "条例", path=there, progress=0.4, counts={"劳动": 9, "我": 1}, seconds=600)
    put(library, "新闻", address="https://example.org/news", progress=1.0, counts={"我": 1})
    put(library, "小说", path=tmp_path / "不在.txt", progress=0.1)
    put(library, "粘贴", counts={})
    library.set_statuses(["我"], WordStatus.KNOWN)
    return library


def opens(user):
    user.triggers(ActionId.LIBRARY)
    view = user.window.library.view
    user.qtbot.waitUntil(lambda: not view.loader.is_busy, timeout=20_000)
    return view


def shown(view, column=Column.TITLE):
    model = view.documents.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def selects(view, title):
    view.documents.table.selectRow(shown(view).index(title))


def presses(view, *keys):
    for key in keys:
        QTest.keyClick(view.documents.table, key)


# -- open and close


def test_it_opens_from_the_start_page_and_esc_leads_back(user):
    QTest.mouseClick(user.window.start_page.ways.library, Qt.MouseButton.LeftButton)
    view = user.window.library.view
    assert view.isVisible()
    assert not user.window.start_page.isVisible()
    assert user.window.actions_by_id[ActionId.LIBRARY].isChecked()
    user.qtbot.waitUntil(lambda: not view.loader.is_busy, timeout=20_000)
    assert view.documents.notice.isVisible()
    QTest.keyClick(view, KEY.Key_Escape)
    assert user.window.start_page.isVisible()
    assert not user.window.actions_by_id[ActionId.LIBRARY].isChecked()


def test_it_stands_in_place_of_the_page_until_something_is_asked_of_the_document(user, damaged):
    user.opens(damaged)
    view = opens(user)
    assert view.isVisible()
    assert not user.window.page.isVisible()
    assert not user.window.status.isVisible()
    user.triggers(ActionId.FIND)
    assert user.window.page.find_bar.isVisible()
    assert not view.isVisible()
    user.triggers(ActionId.LIBRARY)
    assert view.isVisible()
    user.triggers(ActionId.LIBRARY)
    assert user.window.page.isVisible()
    user.triggers(ActionId.LIBRARY)
    user.opens_text("另一篇。")
    assert user.window.page.isVisible()
    assert user.window.status.isVisible()


def test_nothing_of_it_is_there_when_the_window_starts(user, tmp_path):
    assert user.window.library.view is None
    assert not (tmp_path / "data" / "library.sqlite").exists()


# -- rows


def test_rows_show_what_is_known_of_each_document(user, filled, tmp_path):
    view = opens(user)
    rows = {title: row for row, title in enumerate(shown(view))}
    assert set(rows) == {"条例", "新闻", "小说", "粘贴"}

    def row(title):
        index = view.documents.model.index
        return [index(rows[title], column).data() for column in Column]

    assert row("条例")[1:3] == ["40% read", "10%"]
    assert row("条例")[4] == "10 min"
    assert row("新闻")[1:4] == ["finished", "100%", "HSK 1 100%"]
    assert row("小说")[1:3] == ["10% read", ""]  # never counted
    assert row("粘贴")[2] == "–"  # nothing to learn in it
    model = view.documents.model
    spoken = model.index(rows["小说"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "missing from" in spoken
    assert "pasted text" in model.index(rows["粘贴"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert view.documents.summary.text() == "4 documents · 10 min read"


def test_the_known_share_is_that_of_today_and_stays(user, filled):
    filled.set_statuses(["劳动"], WordStatus.KNOWN)
    view = opens(user)
    known = dict(zip(shown(view), shown(view, Column.KNOWN), strict=True))
    assert known["条例"] == "100%"
    assert filled.history.document("条例").known_share == 1.0


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.TITLE, ["小说", "新闻", "条例", "粘贴"]),
        (Column.PROGRESS, ["新闻", "条例", "小说", "粘贴"]),
        (Column.KNOWN, ["新闻", "条例"]),
        (Column.TIME, ["条例"]),
    ],
)
def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(user, filled, column, order):
    view = opens(user)
    heads = view.documents.table.horizontalHeader()
    heads.sectionClicked.emit(column)
    assert shown(view)[: len(order)] == order
    heads.sectionClicked.emit(column)
    if column is Column.KNOWN:  # what is not known stays at the end
        assert shown(view)[:2] == order[::-1]
    else:
        assert shown(view)[::-1][: len(order)] == order


@pytest.mark.parametrize(
    ("kept", "query", "titles"),
    [
        (Kept.ALL, "", {"条例", "新闻", "小说", "粘贴"}),
        (Kept.FINISHED, "", {"新闻"}),
        (Kept.UNFINISHED, "", {"条例", "小说", "粘贴"}),
        (Kept.GONE, "", {"小说"}),
        (Kept.ALL, "新", {"新闻"}),
        (Kept.ALL, "xinwen", {"新闻"}),
        (Kept.ALL, "example", {"新闻"}),
        (Kept.ALL, "pasted", {"粘贴"}),
        (Kept.FINISHED, "条例", set()),
    ],
)
def test_rows_are_filtered_and_searched(user, filled, kept, query, titles):
    view = opens(user)
    view.documents.kept.setCurrentIndex(list(Kept).index(kept))
    presses(view, KEY.Key_Slash)
    assert view.documents.search.hasFocus() or not user.window.isActiveWindow()
    view.documents.search.insert(query)  # as an input method does
    user.qtbot.waitUntil(lambda: set(shown(view)) == titles)
    assert view.documents.notice.isVisible() is (not titles)


def test_leaving_the_search_selects_a_row_again(user, filled):
    view = opens(user)
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    presses(view, KEY.Key_Slash)
    view.documents.search.insert("zzz")
    user.qtbot.waitUntil(lambda: shown(view) == [])
    QTest.keyClick(view.documents.search, KEY.Key_Escape)
    assert len(shown(view)) == 4
    assert view.documents.table.hasFocus()
    assert len(view.documents.table.selected()) == 1
    view.load()
    user.qtbot.waitUntil(lambda: not view.loader.is_busy, timeout=20_000)
    assert len(view.documents.table.selected()) == 1
    for there in (view.documents.order, view.documents.kept, view.documents.search):
        QTest.keyClick(user.window.focusWidget(), KEY.Key_Backtab)
        assert there.hasFocus()


# -- opening


def test_enter_opens_a_file_where_one_stopped(user, filled, tmp_path):
    long = tmp_path / "长.txt"
    long.write_text(DAMAGED * 60, "utf-8")
    filled.history.record(ReadDocument("长文", "长文", long))
    filled.history.set_position("长文", len(DAMAGED) * 20, 0.3)
    view = opens(user)
    presses(view, KEY.Key_Home)
    assert view.documents.table.selected()[0].document.title == shown(view)[0]
    selects(view, "长文")
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        presses(view, KEY.Key_Return)
    assert user.window.page.isVisible()
    assert user.window.tab.shown.request.path == long
    top = user.window.page.panes.top_clean_offset()
    assert abs(top - len(CLEAN) * 20) < len(CLEAN)


def test_a_file_that_is_gone_is_said_and_may_be_forgotten(user, filled):
    view = opens(user)
    selects(view, "小说")
    presses(view, KEY.Key_Return)
    assert view.isVisible()
    assert "no longer there" in user.message
    QTest.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    assert "小说" not in shown(view)
    assert filled.history.document("小说") is None


def test_a_pasted_text_says_how_to_go_on(user, filled):
    view = opens(user)
    selects(view, "粘贴")
    presses(view, KEY.Key_Return)
    assert view.isVisible()
    assert "Paste it again" in user.message


# -- forgetting


def test_a_document_is_forgotten_and_comes_back(user, filled):
    view = opens(user)
    before = filled.history.document("条例")
    selects(view, "条例")
    presses(view, KEY.Key_Delete)
    assert "条例" not in shown(view)
    assert filled.history.document("条例") is None
    assert "条例" in user.message
    presses(view, KEY.Key_Z)
    assert filled.history.document("条例") == before
    user.qtbot.waitUntil(lambda: "条例" in shown(view))
    presses(view, KEY.Key_Z)  # nothing more to take back


def test_many_are_forgotten_at_once(user, filled):
    view = opens(user)
    view.documents.table.selectAll()
    presses(view, KEY.Key_Delete)
    assert shown(view) == []
    assert "4 documents" in user.message
    assert view.documents.notice.isVisible()
    QTest.mouseClick(user.window.message.button, Qt.MouseButton.LeftButton)
    user.qtbot.waitUntil(lambda: len(shown(view)) == 4)


def test_a_document_that_is_open_stays_forgotten_until_it_is_opened_again(user, damaged, library):
    user.opens(damaged)
    view = opens(user)
    user.qtbot.waitUntil(lambda: shown(view) == ["报告.txt"], timeout=20_000)
    view.documents.table.selectRow(0)
    presses(view, KEY.Key_Delete)
    QTest.keyClick(view, KEY.Key_Escape)
    user.triggers(ActionId.CLOSE)
    assert library.history.documents() == []
    user.opens(damaged)
    user.qtbot.waitUntil(lambda: len(library.history.documents()) == 1, timeout=20_000)


# -- keys


@pytest.mark.parametrize("key", [KEY.Key_V, KEY.Key_O, KEY.Key_S, KEY.Key_J])
def test_single_keys_do_nothing_to_the_page_behind(user, damaged, library, key):
    user.opens(damaged)
    view = opens(user)
    marking = user.window.page.panes.marking
    user.window.activateWindow()
    presses(view, key)
    assert view.isVisible()
    assert user.window.page.panes.marking is marking


def test_ctrl_f_searches_and_ctrl_w_closes_the_library_only(user, damaged, library):
    user.opens(damaged)
    view = opens(user)
    user.qtbot.waitUntil(lambda: shown(view) == ["报告.txt"], timeout=20_000)
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    table = view.documents.table
    QTest.keyClick(table, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.isVisible()
    assert view.documents.search.hasFocus()
    QTest.keyClick(view.documents.search, KEY.Key_Escape)
    assert table.hasFocus()
    QTest.keyClick(table, KEY.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not view.isVisible()
    assert user.window.tab.shown is not None


# -- while it is open


def test_what_another_window_keeps_comes_in_by_itself(user, filled):
    view = opens(user)
    put(filled, "新来的")
    user.qtbot.waitUntil(lambda: "新来的" in shown(view), timeout=10_000)


def test_it_speaks_chinese_at_once(user, filled):
    view = opens(user)
    user.window.languages.choose("zh_CN")
    user.qtbot.waitUntil(lambda: view.tabs.tabText(0) == "文档")
    assert view.documents.kept.itemText(0) == "全部文档"
    assert set(shown(view, Column.PROGRESS)) == {"已读40%", "已读完", "已读10%", "已读0%"}
    heads = view.documents.model.headerData
    assert heads(Column.KNOWN, Qt.Orientation.Horizontal) == "已会词"


@pytest.mark.parametrize(
    ("width", "hidden"),
    [
        (1200, set()),
        (780, {Column.LEVELS}),
        (420, {Column.LEVELS, Column.TIME, Column.KNOWN, Column.READ}),
    ],
)
def test_columns_give_way_in_a_narrow_window(start, library, width, hidden):
    user = start((width, 700))
    put(library, "条例", path=Path("/texts/条例.txt"))
    view = opens(user)
    table = view.documents.table
    assert {column for column in Column if table.isColumnHidden(column)} == hidden


def test_it_says_what_counts_as_reading_or_that_nothing_is_remembered(user, filled):
    view = opens(user)
    label = view.findChild(QLabel, "libraryHelp")
    assert "more than two minutes" in label.text()
    user.triggers(ActionId.REMEMBER)
    assert view.isVisible()
    assert "Reading history is off" in label.text()
    assert "Reading history is off" in view.statistics.help.text()
    user.triggers(ActionId.REMEMBER)
    assert "more than two minutes" in view.statistics.help.text()


def test_words_that_become_known_meanwhile_are_in_the_shares(user, filled):
    view = opens(user)
    filled.set_statuses(["劳动"], WordStatus.KNOWN)
    row = shown(view).index("条例")
    user.qtbot.waitUntil(lambda: shown(view, Column.KNOWN)[row] == "100%", timeout=10_000)
    assert shown(view)[row] == "条例"


def test_what_one_reads_in_a_window_is_in_its_library_when_it_is_opened(user, damaged, library):
    user.opens(damaged)
    view = opens(user)
    user.qtbot.waitUntil(lambda: shown(view) == ["报告.txt"], timeout=20_000)
    user.qtbot.waitUntil(lambda: shown(view, Column.KNOWN) == ["0%"], timeout=20_000)
