"""The list of words: what a learner finds, sorts, marks and opens in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.study.status import WordStatus
from reader.study.word_table import WordColumn, WordGroup
from reader.text.resources import resource_path
from reader.ui.study.list_counting import Source
from reader.ui.study.list_model import Cell
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel

SOURCE = (
    "我們监管勞動(dòng)關(guān)係，維護權益。\n"
    "勞動(dòng)者的權益由云州的银行監管。\n"
    "王小明也監管银行。\n"
)
ORDER = ["我们", "监管", "劳动关系", "维护", "权益", "劳动者", "的", "由", "银行", "也"]


@pytest.fixture
def learner(user, qtbot):
    """Read `SOURCE` with the list in front, counted and ready to be searched."""
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    user.window.page.side.open_panel(Panel.LIST)
    waits(user)
    return user


def panel(user):
    return user.window.page.side.list


def waits(user):
    user.qtbot.waitUntil(lambda: not panel(user).is_counting, timeout=30_000)


def listed(user):
    model = panel(user).model
    return [model.row_at(row).word.word for row in range(model.rowCount())]


def cell(user, word, column):
    model = panel(user).model
    return model.index(model.find(word), column).data()


def clicks(user, word, *modifiers, button=Qt.MouseButton.LeftButton):
    table = panel(user).table
    index = panel(user).model.index(panel(user).model.find(word), Cell.WORD)
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    at = table.visualRect(index).center()
    user.qtbot.mouseClick(table.viewport(), button, held, at)


def presses(user, *keys):
    for key in keys:
        user.qtbot.keyClick(panel(user).table, key)


def selected(user):
    return list(panel(user).model.words_at(panel(user).table.selected_rows))


def searches(user, text):
    """Type into the search field; Enter looks at once and goes back to the table."""
    field = panel(user).filters.search
    field.setFocus()
    field.clear()
    field.insert(text)  # as an input method does: keys have no hanzi
    user.qtbot.keyClick(field, Qt.Key.Key_Return)
    return listed(user)


def turns(user, group):
    user.qtbot.mouseClick(panel(user).filters.chips[group], Qt.MouseButton.LeftButton)


def chooses(user, box, at):
    box.setCurrentIndex(at)
    box.activated.emit(at)


def shows_mine(user):
    button = panel(user).filters.sources[Source.MINE]
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    waits(user)


def test_the_words_of_the_document_are_listed_in_its_order(learner):
    assert listed(learner) == ORDER
    assert cell(learner, "监管", Cell.PINYIN) == "jiānguǎn"
    assert cell(learner, "监管", Cell.MEANING) == "oversight"
    assert cell(learner, "监管", Cell.LEVEL) == "7–9"
    assert cell(learner, "监管", Cell.COUNT) == "3"
    assert cell(learner, "监管", Cell.STATUS) == "new"


def test_nothing_is_counted_before_the_list_is_looked_at(user, qtbot):
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    side = user.window.page.side
    assert side.list is None
    side.open_panel(Panel.LIST)
    assert panel(user).is_empty
    assert "Counting" in panel(user).notice.words.text()
    waits(user)
    assert not panel(user).is_empty
    assert listed(user) == ORDER


def test_the_line_above_says_how_much_is_known(learner):
    summary = panel(learner).summary
    assert summary.words.text() == "0% of the words here are known · 10 new · 0 learning"
    learner.window.study.words.set_statuses(("监管", "的"), WordStatus.KNOWN)
    learner.window.study.words.set_status("银行", WordStatus.LEARNING_2)
    assert summary.words.text() == "33% of the words here are known · 7 new · 1 learning"
    assert "HSK 1 " in summary.strip.accessibleName()
    assert "in no list" in summary.strip.accessibleName()


def test_names_are_not_shown_until_asked_for(learner):
    chips = panel(learner).filters.chips
    assert "王小明" not in listed(learner)
    assert not chips[WordGroup.NAME].isChecked()
    turns(learner, WordGroup.NAME)
    assert {"王小明", "云州"} <= set(listed(learner))
    assert cell(learner, "王小明", Cell.STATUS) == "name"
    assert chips[WordGroup.DOUBTFUL].isHidden()


def test_a_word_that_rests_on_an_unsure_repair_is_apart_and_not_counted(user):
    user.window.resize(1400, 800)
    user.opens(resource_path("samples", "policy_damaged.txt"))
    user.window.page.side.open_panel(Panel.LIST)
    waits(user)
    assert "拓展" not in listed(user)
    chip = panel(user).filters.chips[WordGroup.DOUBTFUL]
    assert not chip.isHidden()
    before = panel(user).summary.words.text()
    turns(user, WordGroup.DOUBTFUL)
    assert cell(user, "拓展", Cell.STATUS) == "unsure"
    assert panel(user).summary.words.text() == before
    for group in set(WordGroup) - {WordGroup.DOUBTFUL}:
        if panel(user).filters.chips[group].isChecked():
            panel(user).filters.chips[group].click()
    assert f"Unsure {len(listed(user))}" == chip.text()


@pytest.mark.parametrize(
    "typed", ["laodong", "lao2dong4", "láodòng", "劳动", "勞動", "ld", "labour"]
)
def test_words_are_found_by_hanzi_pinyin_initials_and_meaning(learner, typed):
    assert "劳动关系" in searches(learner, typed)
    assert "银行" not in listed(learner)


def test_what_is_not_there_is_said_and_the_filters_can_be_cleared(learner):
    assert searches(learner, "lao3dong4") == []
    assert panel(learner).is_empty
    assert "“lao3dong4”" in panel(learner).notice.words.text()
    learner.qtbot.mouseClick(panel(learner).notice.first, Qt.MouseButton.LeftButton)
    assert listed(learner) == ORDER
    assert panel(learner).filters.search.text() == ""


def test_markup_in_what_is_typed_is_shown_as_it_is(learner):
    assert searches(learner, "<b>x") == []
    assert "“<b>x”" in panel(learner).notice.words.text()
    assert panel(learner).notice.words.textFormat() is Qt.TextFormat.PlainText


def test_levels_above_one_are_left_out(learner):
    chooses(learner, panel(learner).filters.level, 1)
    assert "我们" in listed(learner)
    assert "监管" not in listed(learner)
    chooses(learner, panel(learner).filters.level, 7)
    assert "监管" in listed(learner)
    assert "劳动关系" not in listed(learner)  # in no list
    chooses(learner, panel(learner).filters.level, 0)
    assert listed(learner) == ORDER


def test_a_click_on_a_head_sorts_and_another_turns_it_round(learner):
    heads = panel(learner).table.horizontalHeader()

    def clicks_head(column):
        at = QPoint(heads.sectionViewportPosition(column) + 5, heads.height() // 2)
        learner.qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
        return listed(learner)

    assert clicks_head(Cell.COUNT)[0] == "监管"
    assert clicks_head(Cell.COUNT)[-1] == "监管"
    assert clicks_head(Cell.LEVEL)[-1] in ("劳动关系", "劳动者")
    assert clicks_head(Cell.WORD) == ORDER
    assert clicks_head(Cell.WORD) == ORDER[::-1]


def test_the_box_sorts_by_what_has_no_column(learner):
    orders = panel(learner).filters.order
    by_pinyin = [orders.itemText(at) for at in range(orders.count())].index("By pinyin")
    chooses(learner, orders, by_pinyin)
    assert panel(learner).column is WordColumn.PINYIN
    assert listed(learner)[:3] == ["的", "监管", "劳动关系"]
    assert orders.currentText() == "By pinyin"


def test_keys_set_the_status_and_the_next_word_is_selected(learner):
    words = learner.window.study.words
    clicks(learner, "监管")
    presses(learner, Qt.Key.Key_K)
    assert words.status_of("监管") is WordStatus.KNOWN
    assert selected(learner) == ["劳动关系"]
    presses(learner, Qt.Key.Key_2, Qt.Key.Key_I)
    assert words.status_of("劳动关系") is WordStatus.LEARNING_2
    assert words.status_of("维护") is WordStatus.IGNORED
    assert cell(learner, "劳动关系", Cell.STATUS) == "learning 2"
    presses(learner, Qt.Key.Key_Z)
    assert words.status_of("维护") is WordStatus.NEW
    clicks(learner, "监管")
    presses(learner, Qt.Key.Key_0)
    assert words.status_of("监管") is WordStatus.NEW


def test_a_key_holds_for_all_words_that_are_selected(learner):
    clicks(learner, "监管")
    clicks(learner, "权益", Qt.KeyboardModifier.ShiftModifier)
    clicks(learner, "银行", Qt.KeyboardModifier.ControlModifier)
    presses(learner, Qt.Key.Key_3)
    some = ["监管", "劳动关系", "维护", "权益", "银行"]
    assert {learner.window.study.words.status_of(word) for word in some} == {WordStatus.LEARNING_3}
    assert selected(learner) == some
    presses(learner, Qt.Key.Key_Z)
    assert {learner.window.study.words.status_of(word) for word in some} == {WordStatus.NEW}


def test_a_letter_with_ctrl_or_alt_is_no_status(learner):
    clicks(learner, "监管")
    table = panel(learner).table
    learner.qtbot.keyClick(table, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    learner.qtbot.keyClick(table, Qt.Key.Key_5)
    assert learner.window.study.words.status_of("监管") is WordStatus.NEW


def test_a_word_that_the_filter_leaves_out_goes_and_the_next_is_selected(learner):
    learner.window.study.words.set_status("的", WordStatus.KNOWN)
    turns(learner, WordGroup.KNOWN)
    assert "的" not in listed(learner)
    clicks(learner, "监管")
    presses(learner, Qt.Key.Key_K)
    assert "监管" not in listed(learner)
    assert selected(learner) == ["劳动关系"]
    presses(learner, Qt.Key.Key_Z)
    assert listed(learner)[:3] == ["我们", "监管", "劳动关系"]


def test_what_a_key_on_the_page_changes_is_seen_in_the_list(learner):
    learner.window.study.words.set_status("银行", WordStatus.KNOWN)
    assert cell(learner, "银行", Cell.STATUS) == "known"
    assert panel(learner).filters.chips[WordGroup.KNOWN].text() == "Known 1"


def test_a_click_shows_the_first_place_on_the_page(learner, qtbot):
    with qtbot.waitSignal(panel(learner).place_wanted) as heard:
        clicks(learner, "银行")
    start, end = heard.args
    assert learner.document.text[start:end] == "银行"
    assert learner.window.page.panes.selected_text() == "银行"


def test_enter_shows_the_word_in_the_word_panel(learner):
    clicks(learner, "监管")
    presses(learner, Qt.Key.Key_Return)
    side = learner.window.page.side
    assert side.front is Panel.WORD
    assert side.word.word.text == "监管"


def test_a_click_on_the_page_selects_the_word_in_the_list(learner):
    panes = learner.window.page.panes
    at = learner.document.text.index("银行")
    box = panes.clean_view.pager.boxes(at, at + 2)[0].center().toPoint()
    learner.qtbot.mouseClick(panes.clean_view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert selected(learner) == ["银行"]
    assert learner.window.page.side.front is Panel.LIST


def test_the_list_comes_back_with_the_next_start(learner, start, qtbot):
    learner.quits()
    again = start()
    again.window.resize(1400, 800)
    again.opens_text(SOURCE)
    qtbot.waitUntil(lambda: panel(again) is not None, timeout=10_000)
    waits(again)
    assert listed(again) == ORDER


def test_escape_leads_back_to_the_page(learner):
    panel(learner).table.setFocus()
    presses(learner, Qt.Key.Key_Escape)
    panes = learner.window.page.panes
    focus = learner.window.focusWidget()
    assert focus is panes or panes.isAncestorOf(focus)


def test_the_slash_leads_to_the_search_and_escape_back(learner):
    panel(learner).table.setFocus()
    learner.qtbot.keyClicks(panel(learner).table, "/")
    field = panel(learner).filters.search
    assert learner.window.focusWidget() is field
    learner.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert learner.window.focusWidget() is panel(learner).table


def test_the_menu_copies_sets_and_asks_to_export(learner, qtbot):
    clicks(learner, "监管")
    clicks(learner, "劳动关系", Qt.KeyboardModifier.ControlModifier)

    def menu():
        table = panel(learner).table
        table.customContextMenuRequested.emit(QPoint(20, 20))
        opened = QApplication.activePopupWidget()
        return {action.text(): action for action in opened.actions()}, opened

    actions, opened = menu()
    assert "Show the word" not in actions  # which of them?
    actions["Copy"].trigger()
    opened.close()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0] == "监管\tjiānguǎn\toversight"
    assert copied[1].startswith("劳动关系\tláodòngguānxi\t")
    actions, opened = menu()
    with qtbot.waitSignal(panel(learner).export_wanted) as heard:
        actions["Export…"].trigger()
    opened.close()
    assert heard.args == [("监管", "劳动关系")]
    actions, opened = menu()
    actions["Learning 4"].trigger()
    opened.close()
    assert learner.window.study.words.status_of("劳动关系") is WordStatus.LEARNING_4


def test_words_of_ones_own_are_listed_with_their_count_here(learner):
    shows_mine(learner)
    assert panel(learner).is_empty
    assert "no words of your own" in panel(learner).notice.words.text()
    learner.window.study.words.set_status("电脑", WordStatus.LEARNING_1)
    learner.window.study.words.set_status("银行", WordStatus.KNOWN)
    waits(learner)
    learner.qtbot.waitUntil(lambda: len(listed(learner)) == 2, timeout=10_000)
    assert set(listed(learner)) == {"银行", "电脑"}
    assert cell(learner, "银行", Cell.COUNT) == "2"
    assert cell(learner, "电脑", Cell.COUNT) == ""
    assert panel(learner).summary.words.text() == "2 words of your own · 1 known · 1 learning"
    waits(learner)
    assert searches(learner, "diannao") == ["电脑"]


def test_a_word_that_is_not_in_the_document_has_no_place_and_says_so(learner, qtbot):
    learner.window.study.words.set_status("电脑", WordStatus.KNOWN)
    shows_mine(learner)
    with qtbot.assertNotEmitted(panel(learner).place_wanted):
        clicks(learner, "电脑")
    presses(learner, Qt.Key.Key_Return)
    assert learner.window.page.side.front is Panel.WORD
    assert "does not occur in this document" in learner.window.page.side.word.words()


def test_another_document_has_other_words(learner):
    learner.opens_text("電腦在銀行。")
    learner.window.page.side.open_panel(Panel.LIST)
    waits(learner)
    learner.qtbot.waitUntil(lambda: "电脑" in listed(learner), timeout=10_000)
    assert "劳动关系" not in listed(learner)


def test_a_decision_counts_the_words_anew(learner):
    bar = learner.window.page.find_bar
    learner.triggers(ActionId.REPLACE)
    bar.line.setText("银行")
    learner.qtbot.waitUntil(lambda: bar.count.text() == "1 of 2", timeout=20_000)
    bar.replacement.setText("电脑")
    bar.replace_all.click()
    learner.qtbot.waitUntil(lambda: "电脑" in listed(learner), timeout=20_000)
    assert "银行" not in listed(learner)
    assert cell(learner, "电脑", Cell.COUNT) == "2"


def test_a_text_without_chinese_words_says_so(user):
    user.window.resize(1400, 800)
    user.opens_text("Only English here.")
    user.window.page.side.open_panel(Panel.LIST)
    waits(user)
    assert "no Chinese words" in panel(user).notice.words.text()


def test_a_narrow_panel_shows_pinyin_and_meaning_below_the_word(learner):
    table = panel(learner).table
    assert not table.is_wide
    assert table.isColumnHidden(Cell.PINYIN)
    learner.window.resize(1100, 800)
    learner.qtbot.waitUntil(lambda: table.is_wide, timeout=5000)
    assert not table.isColumnHidden(Cell.PINYIN)
    assert not table.isColumnHidden(Cell.FREQUENCY)


def test_a_screen_reader_is_told_everything(learner):
    table, filters = panel(learner).table, panel(learner).filters
    row = panel(learner).model.find("监管")
    told = panel(learner).model.index(row, Cell.WORD).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "监管, jiānguǎn, oversight, HSK 7–9, 3 here, new"
    for part in (table, filters.search, filters.level, filters.order, *filters.sources.values()):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name), part


def test_the_list_speaks_the_language_of_the_window(learner):
    learner.window.languages.choose("zh_CN")
    mine = panel(learner).filters.sources[Source.MINE]
    learner.qtbot.waitUntil(lambda: mine.text() == "我的全部生词", timeout=5000)
    assert panel(learner).filters.chips[WordGroup.NEW].text() == "生词 10"
    assert "已会" in panel(learner).summary.words.text()
    assert cell(learner, "监管", Cell.STATUS) == "生词"


def test_what_fails_while_counting_is_said(user, monkeypatch):
    user.window.resize(1400, 800)
    user.opens_text(SOURCE)
    user.qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)

    def fails():
        raise PermissionError("locked")

    monkeypatch.setattr(user.window.tab.study.meanings, "dictionary", fails)
    user.window.page.side.open_panel(Panel.LIST)
    user.qtbot.waitUntil(lambda: not panel(user).is_counting, timeout=30_000)
    assert panel(user).is_empty
    assert panel(user).notice.words.text()
