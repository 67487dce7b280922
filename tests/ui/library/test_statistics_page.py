"""The statistics: drawn, said in words, led through by keys, and shown as tables."""

from contextlib import closing
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.study.history import DayRead, ReadDocument
from reader.study.library import Library
from reader.study.settled import LevelShare
from reader.study.statistics import SharePoint, WeekLearned
from reader.study.status import WordStatus
from reader.study.word_counts import WordCounts
from reader.ui.library.chart import scale_steps, spread
from reader.ui.library.charts import LevelChart, ShareChart, WeekChart
from reader.ui.library.heat_map import HeatMap
from reader.ui.window.actions import ActionId

KEY = Qt.Key
TODAY = date(2026, 3, 20)


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def filled(library):
    for name, counts in (("条例", {"劳动": 9, "我": 3}), ("新闻", {"仲裁": 2})):
        found = WordCounts.of(counts)
        library.history.record(ReadDocument(name, name))
        library.history.set_words(name, found, {1: found.total}, 0, found.total)
    library.history.add_time("条例", 1200, 3000, date.today())
    library.set_statuses(["我"], WordStatus.KNOWN)
    return library


def opens(user):
    user.triggers(ActionId.LIBRARY)
    view = user.window.library.view
    view.tabs.setCurrentIndex(1)
    user.qtbot.waitUntil(lambda: view.statistics.statistics is not None, timeout=20_000)
    return view.statistics


# -- charts


def share_chart(parent):
    chart = ShareChart(parent)
    first = TODAY - timedelta(days=70)
    chart.set_points((SharePoint(first, 0.1), SharePoint(TODAY, 0.25)))
    return chart


def week_chart(parent):
    chart = WeekChart(parent)
    monday = date(2026, 3, 16)
    chart.set_weeks(
        tuple(
            WeekLearned(monday - timedelta(weeks=9 - at), at, 500 * (at == 3)) for at in range(10)
        )
    )
    return chart


def level_chart(parent):
    chart = LevelChart(parent)
    chart.set_levels((LevelShare(1, 60, 80), LevelShare(7, 0, 15), LevelShare(0, 1, 5)))
    return chart


def heat_map(parent):
    chart = HeatMap(parent)
    chart.set_days((DayRead(TODAY - timedelta(days=1), 2700, 900, 2),), TODAY)
    return chart


CHARTS = [share_chart, week_chart, level_chart, heat_map]


@pytest.fixture(params=CHARTS)
def chart(request, qtbot, user):
    user.window.resize(900, 700)
    made = request.param(user.window)
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def test_keys_lead_from_value_to_value_and_each_is_said(chart):
    said = []
    chart.pointed.connect(said.append)
    QTest.keyClick(chart, KEY.Key_Home)
    first = chart.current
    assert first == 0
    QTest.keyClick(chart, KEY.Key_End)
    assert chart.current == chart.count() - 1
    QTest.keyClick(chart, KEY.Key_Left if chart.step(5, -1, 0) != 5 else KEY.Key_Up)
    assert chart.current != chart.count() - 1
    assert len(set(said)) == 3
    assert all(said)
    assert said[-1] == chart.words_at(chart.current)
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.text(QAccessible.Text.Name) == chart.title()
    assert interface.text(QAccessible.Text.Description) == said[-1]


def test_arrows_stop_at_the_ends(chart):
    QTest.keyClick(chart, KEY.Key_Home)
    QTest.keyClick(chart, KEY.Key_Left)
    QTest.keyClick(chart, KEY.Key_Up)
    assert chart.current == 0
    QTest.keyClick(chart, KEY.Key_End)
    QTest.keyClick(chart, KEY.Key_Right)
    QTest.keyClick(chart, KEY.Key_Down)
    assert chart.current == chart.count() - 1


def point(widget, x, y):
    """Let the pointer be there, without a picture for each of thousands of places."""
    at, none = QPointF(x, y), Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, Qt.MouseButton.NoButton, plain
    )
    QApplication.sendEvent(widget, moved)


def test_the_pointer_leads_to_what_is_drawn_there(chart):
    found = set()
    for x in range(0, chart.width(), 3):
        for y in range(4, chart.height(), 9):
            point(chart, x, y)
            if chart.current is not None:
                found.add(chart.current)
    assert len(found) > chart.count() * 0.9


def test_a_table_has_the_same_values(chart):
    table = chart.table()
    assert table.heads
    assert table.rows
    assert all(len(row) == len(table.heads) for row in table.rows)
    assert all(all(row) for row in table.rows)


def test_both_themes_and_any_width_are_drawn(chart, user):
    for width in (200, 600, 1600):
        chart.resize(width, chart.height())
        picture = chart.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 5)
                   for y in range(0, picture.height(), 3)}  # fmt: skip
        assert len(colours) > 3


@pytest.mark.parametrize("kind", [ShareChart, WeekChart, LevelChart])
def test_without_values_nothing_is_drawn_and_no_key_does_harm(kind, user):
    empty = kind(user.window)
    empty.resize(400, 100)
    for key in (KEY.Key_Home, KEY.Key_Right, KEY.Key_End):
        QTest.keyClick(empty, key)
    QTest.mouseMove(empty, QPoint(50, 50))
    empty.grab()
    assert empty.current is None


def test_what_values_say(user):
    share, weeks = share_chart(user.window), week_chart(user.window)
    levels, days = level_chart(user.window), heat_map(user.window)
    assert (
        share.words_at(share.count() - 1) == "20 Mar 2026: 25% of the words in your documents known"
    )
    assert weeks.words_at(9) == "Week of 16 Mar 2026: 9 learned"
    assert weeks.words_at(3) == "Week of 2 Feb 2026: 3 learned, 500 more from a list"
    assert levels.words_at(0) == "HSK 1: 80% of the words, 75% of them known"
    assert levels.words_at(2) == "in no list: 5% of the words, 20% of them known"
    assert days.words_at(days.count() - 2) == "19 Mar 2026: 45 min read, 2 documents"
    assert days.words_at(0) == "17 Mar 2025: nothing read"
    assert days.summary() == "Read on 1 day in the last year, 45 min in all"


@pytest.mark.parametrize(
    ("most", "steps"),
    [
        (0, [0, 1]),
        (4, [0, 1, 2, 3, 4]),
        (5, [0, 2, 4, 6]),
        (0.26, [0, 0.1, 0.2, 0.3]),
        (1.0, [0, 0.5, 1.0]),
        (174, [0, 50, 100, 150, 200]),
        (175_000, [0, 50_000, 100_000, 150_000, 200_000]),
    ],
)
def test_scales_have_round_steps(most, steps):
    assert scale_steps(most) == pytest.approx(steps)


@pytest.mark.parametrize(
    ("count", "most", "written"),
    [(0, 5, []), (3, 0, []), (3, 5, [0, 1, 2]), (10, 5, [1, 3, 5, 7, 9]), (7, 2, [2, 6])],
)
def test_the_last_label_is_always_written(count, most, written):
    assert list(spread(count, most)) == written


# -- the page


def test_the_page_shows_the_library(user, filled):
    page = opens(user)
    assert page.figures[0].number.text() == "1"
    assert page.figures[1].number.text() == "21%"
    assert page.figures[2].number.text() == "20 min"
    assert page.figures[3].number.text() == "150"
    words = [page.frequent.table.item(row, 0).text() for row in range(2)]
    assert words == ["劳动", "仲裁"]
    assert "nothing" not in page.days.words.text().lower()


def test_a_chart_is_a_table_at_the_press_of_a_button(user, filled):
    page = opens(user)
    for card in (page.shares, page.weeks, page.days, page.levels):
        assert card.chart.isVisible()
        card.as_table.setFocus()
        QTest.keyClick(card.as_table, KEY.Key_Return)
        assert not card.chart.isVisible()
        assert card.table.isVisible()
        assert card.table.rowCount() == len(card.chart.table().rows)
        assert card.table.accessibleName()
        QTest.keyClick(card.as_table, KEY.Key_Return)
        assert card.chart.isVisible()


def test_keys_give_a_hard_word_a_status_and_z_takes_it_back(user, filled):
    page = opens(user)
    table = page.frequent.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, KEY.Key_K)
    assert filled.status_of("劳动") is WordStatus.KNOWN
    user.qtbot.waitUntil(lambda: table.item(0, 0).text() == "仲裁", timeout=10_000)
    QTest.keyClick(table, KEY.Key_Z)
    assert filled.status_of("劳动") is WordStatus.NEW
    user.qtbot.waitUntil(lambda: table.item(0, 0).text() == "劳动", timeout=10_000)


def test_levels_of_one_document_can_be_looked_at(user, filled):
    page = opens(user)
    names = [page.document.itemText(at) for at in range(page.document.count())]
    assert names[0] == "All documents"
    assert set(names[1:]) == {"条例", "新闻"}
    before = page.levels.chart.table().rows
    at = names.index("新闻")
    page.document.setCurrentIndex(at)
    page.document.activated.emit(at)
    after = page.levels.chart.table().rows
    assert before != after
    assert sum(int(row[1]) for row in after) == 2


def test_an_empty_library_says_so(user, library):
    page = opens(user)
    for card in (page.shares, page.levels):
        assert card.words.text() == "Nothing yet."
    assert page.frequent.hint.text() == "Nothing yet."
    assert page.figures[1].number.text() == "–"
    assert "assumed until you have read more" in page.figures[3].words.text()


def test_it_speaks_chinese_at_once(user, filled):
    page = opens(user)
    user.window.languages.choose("zh_CN")
    user.qtbot.waitUntil(lambda: page.days.heading.text() == "阅读日历")
    assert page.frequent.table.horizontalHeaderItem(0).text() == "词语"
    assert "known" not in page.figures[0].words.text()
