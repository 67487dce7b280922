"""The table of repairs: groups, filters, orders, and the place that is selected."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader.review.repair_columns import Pair
from reader.review.repair_order import Column, Showing
from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.text.messages import KINDS
from reader.ui.review.panel.table_model import Cell
from tests.ui.review.panel.conftest import SOURCE

Key = Qt.Key
SLIP = SOURCE.index("?k")


@pytest.fixture
def filters(desk):
    return desk.panel.browser.filters


def table_of(desk):
    return desk.panel.browser.table


def cell_at(desk, row, cell):
    return table_of(desk).model().index(row, cell).data()


def test_what_is_to_decide_is_listed_by_pair_the_least_sure_first(desk):
    assert desk.rows == ["? · 1", "?k → 经办 · 1", "咊 → 和 · 3"]
    assert [cell_at(desk, row, Cell.DECISION) for row in range(3)] == [
        "lost", "undecided", "0 of 3",
    ]  # fmt: skip
    assert [cell_at(desk, row, Cell.SURE) for row in range(3)] == ["0%", "58%", "70%"]


def test_the_current_place_is_selected_in_its_group_which_alone_is_open(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_J)
    table = table_of(desk)
    assert desk.rows[:4] == ["? · 1", "?k → 经办 · 1", "咊 → 和 · 3", "双唱和声部，麻将和牌。"]
    assert len(desk.rows) == 6
    assert table.currentIndex().row() == 3


def test_a_group_counts_what_is_decided(desk):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_A)
    row = desk.rows.index("咊 → 和 · 3")
    assert cell_at(desk, row, Cell.DECISION) == "1 of 3"
    desk.presses(Key.Key_A, Key.Key_A)
    desk.panel.browser.filters.show_only(Showing.ALL)
    row = desk.rows.index("咊 → 和 · 3")
    assert cell_at(desk, row, Cell.DECISION) == "all"


def test_choosing_a_row_goes_to_its_place(desk, qtbot):
    table = table_of(desk)
    with qtbot.waitSignal(desk.panel.place_wanted) as wanted:
        box = table.visualRect(table.model().index(1, Cell.PAIR))
        at = box.center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args[0].source_start == SLIP
    assert desk.current == ("?k", SLIP)


def test_arrows_open_groups_and_walk_through_the_table(desk):
    table = table_of(desk)
    table.setCurrentIndex(table.model().index(2, 0))
    assert len(desk.rows) == 3
    desk.presses(Key.Key_Right)
    assert len(desk.rows) == 6
    desk.presses(Key.Key_Down, Key.Key_Down)
    assert table.currentIndex().row() == 4
    desk.presses(Key.Key_Left)
    assert table.currentIndex().row() == 2
    desk.presses(Key.Key_Left)
    assert len(desk.rows) == 3


def test_a_click_on_the_arrow_opens_a_group_and_goes_nowhere(desk):
    table = table_of(desk)
    box = table.visualRect(table.model().index(2, Cell.PAIR))
    there = box.topLeft() + QPoint(15, 13)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert len(desk.rows) == 6
    assert desk.current is None


def test_the_model_keeps_qt_s_rules(desk):
    model = table_of(desk).model()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, desk.panel
    )
    for row in (2, 1, 0, 0, 1):
        model.toggle(row) if model.is_group(row) else None
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_A, Key.Key_R, Key.Key_W)
    desk.panel.browser.filters.show_only(Showing.ALL)
    desk.panel.browser.set_grouped(False)
    desk.panel.browser.set_grouped(True)
    desk.panel.set_document(None)
    assert tester.model() is model


def test_a_chip_switches_a_kind_off(desk, filters):
    filters.show_only(Showing.ALL)
    QTest.mouseClick(filters.chips[RepairKind.VARIANT], Qt.MouseButton.LeftButton)
    assert not any("咊 → 和" in row for row in desk.rows)
    assert filters.chips[RepairKind.VARIANT].text() == "Variant 3"
    assert filters.chips[RepairKind.PUNCTUATION].isHidden()
    reached = set()
    for _ in range(4):
        desk.presses(Key.Key_J)
        reached.add(desk.current[0])
    assert reached == {"?", "?k"}


def test_what_is_decided_is_counted(desk, filters):
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_A)
    texts = [filters.showing.itemText(number) for number in range(3)]
    assert texts == ["To decide · 4", "Decided · 1", "All repairs · 8"]
    filters.showing.setCurrentIndex(1)
    assert desk.rows[0] == "?k → 经办 · 1"


def test_only_what_is_less_sure(desk, filters, qtbot):
    with qtbot.waitSignal(filters.changed):
        filters.sure.setValue(58)
    assert desk.rows == ["? · 1", "?k → 经办 · 1"]


def test_a_text_is_looked_for(desk, filters, qtbot):
    desk.presses(Key.Key_Slash)
    assert QApplication.focusWidget() is filters.search
    with qtbot.waitSignal(filters.changed):
        filters.search.insert("和稀泥")
    assert {row.split(" ")[0] for row in desk.rows} >= {"咊"}
    assert cell_at(desk, len(desk.rows) - 1, Cell.PAIR).endswith("· 3")
    QTest.keyClick(filters.search, Key.Key_Return)
    assert QApplication.focusWidget() is table_of(desk)


def test_where_nothing_matches_esc_clears_the_filters(desk, filters, qtbot):
    with qtbot.waitSignal(filters.changed):
        filters.search.setText("不存在")
    assert desk.rows == []
    assert "“不存在”" in desk.panel.browser.no_match.words.text()
    assert desk.panel.browser.is_empty
    assert desk.panel.next_to_decide(None) is None
    desk.presses(Key.Key_Escape)
    assert not desk.panel.browser.is_empty
    assert filters.search.text() == ""


def test_only_one_pair_or_one_rule(desk, filters):
    filters.show_only(Showing.ALL)
    filters.show_pair(Pair("榮", "荣"))
    assert desk.rows == ["榮 → 荣 · 2"]
    filters.show_rule("variant.table")
    assert desk.rows == ["咊 → 和 · 3"]
    assert filters.is_narrowed
    filters.show_all_pairs()
    assert len(desk.rows) == 5


def test_a_head_orders_and_turns_the_order_round(desk, filters):
    filters.show_only(Showing.ALL)
    browser = desk.panel.browser
    heads = table_of(desk).horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(Cell.SURE) + 20, 10)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert browser.listed.is_descending
    assert heads.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert cell_at(desk, len(desk.rows) - 1, Cell.PAIR) == "? · 1"
    for column in Column:
        browser.sort_by(column)
        assert len(desk.rows) == 5


def test_without_groups_each_place_has_its_pair(desk):
    desk.panel.browser.set_grouped(False)
    assert desk.rows == ["?", "?k → 经办", "咊 → 和", "咊 → 和", "咊 → 和"]
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_J)
    assert table_of(desk).currentIndex().row() == 2


def test_keys_arrive_whatever_input_method_is_on(desk):
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not table_of(desk).testAttribute(attribute)
    assert desk.panel.browser.filters.search.testAttribute(attribute)
    assert desk.panel.upper.place.note.testAttribute(attribute)


def test_what_looks_like_markup_is_shown_as_it_is(desk):
    tip = table_of(desk).model().index(0, Cell.PAIR).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    from reader.ui.parts.labels import plain_tip

    assert plain_tip("<b>a</b>\n&") == "<span>&lt;b&gt;a&lt;/b&gt;<br>&amp;</span>"


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_names_only_colours_of_the_theme(dark):
    from reader.ui.parts.style_sheet import panel_sheet

    assert "@" not in panel_sheet(dark=dark)


def test_the_profile_goes_to_a_paragraph(desk, qtbot):
    strip = desk.panel.browser.strip
    assert len(strip.columns) == 3
    with qtbot.waitSignal(desk.panel.place_wanted) as wanted:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert wanted.args[0].source_start == SLIP


def test_wide_tables_show_rule_and_note(desk):
    table = table_of(desk)
    assert table.isColumnHidden(Cell.RULE)
    desk.panel.resize(1200, 330)
    assert not table.isColumnHidden(Cell.RULE)
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_M)
    QTest.keyClicks(desk.panel.upper.place.note, "look")
    QTest.keyClick(desk.panel.upper.place.note, Key.Key_Return)
    row = table.currentIndex().row()
    assert cell_at(desk, row, Cell.NOTE) == "look"
    assert cell_at(desk, row, Cell.RULE) == "slip.lost"


@pytest.mark.parametrize("showing", list(Showing))
def test_every_part_is_painted(desk, showing):
    """Warnings and failures inside a paint event end the test."""
    desk.presses(Key.Key_J, Key.Key_J, Key.Key_A, Key.Key_J)
    desk.panel.browser.filters.show_only(showing)
    assert not desk.panel.grab().isNull()
    desk.panel.browser.set_grouped(False)
    assert not desk.panel.grab().isNull()
    desk.presses(Key.Key_G)
    assert not desk.panel.grab().isNull()


def test_a_rule_has_a_name_and_its_id_in_the_tip(open_desk):
    change = Change("法", RepairKind.VARIANT, "variant.table", 0.7)
    desk = open_desk(Document.of("依灋治国", [(1, 2, change)]))
    model = table_of(desk).model()
    cell = model.index(0, Cell.RULE)
    assert cell.data() == "Variants listed in dictionaries"
    assert "variant.table" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_chips_have_the_names_of_the_kinds(filters):
    for kind, chip in filters.chips.items():
        if kind is not RepairKind.MANUAL:
            assert chip.text().startswith(f"{KINDS[kind].name} ")
