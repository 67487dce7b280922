"""Above which words pinyin stands, the keys that change it, and the colours of tones."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from reader.pinyin.pronounce import ReadingOptions, Sandhi, Style, find_readings
from reader.text.repair import is_in_doubt
from reader.ui import settings
from reader.ui.kinds import theme_colour
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.ruby_words import Manner
from reader.ui.panes.side import Side
from reader.ui.panes.tones import ToneMode, Tones, contrast
from reader.ui.settings import Settings
from reader.ui.window.actions import ActionId, Submenu
from reader.ui.window.panels import Panel
from reader.ui.window.pinyin_settings import MODES
from reader.ui.window.tone_dialog import ToneDialog
from reader.ui.window.use_choice import Use
from tests.ui.window.test_settings import choose

TEXT = "我们维护劳动关系。\n我们监管劳动关系，维护权益。\n"


@pytest.fixture
def learner(user, tmp_path, qtbot):
    path = tmp_path / "学习.txt"
    path.write_text(TEXT, "utf-8")
    user.opens(path)
    qtbot.waitUntil(user.window.page.panes.readings_ready, timeout=30_000)
    return user


def above(user):
    """Return the hanzi that have a reading above them, block by block."""
    view = user.window.page.panes.clean_view
    found = []
    for block, _, layout in view.pager.visible():
        text = view.pager.blocks.block_text(block)
        if text:
            found.append("".join(text[one.start : one.end] for one in layout.above or ()))
    return found


def shows(user, qtbot, *expected):
    qtbot.waitUntil(lambda: above(user) == list(expected), timeout=20_000)


def presses(user, key, text, on=None):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(on or user.window.page.panes.clean_view, event)


ALL = ("我们维护劳动关系", "我们监管劳动关系维护权益")


def test_each_word_has_pinyin_where_it_first_stands(learner, qtbot):
    learner.triggers(ActionId.RUBY_FIRST)
    shows(learner, qtbot, ALL[0], "监管权益")


def test_words_above_a_level_and_in_none_have_pinyin(learner, qtbot):
    learner.triggers(ActionId.RUBY_LEVEL)
    menus = learner.window.pinyin.submenus
    choose(menus[Submenu.LEVEL], "1")
    shows(learner, qtbot, "维护劳动关系", "监管劳动关系维护权益")
    choose(menus[Submenu.LEVEL], "7")
    shows(learner, qtbot, "劳动关系", "劳动关系")  # the term is in no list, though its parts are
    choose(menus[Submenu.LEVEL_LIST], "hsk2")
    shows(learner, qtbot, "劳动关系", "监管劳动关系")


def test_to_choose_a_level_is_to_want_it_shown_and_is_remembered(start):
    first = start()
    choose(first.window.pinyin.submenus[Submenu.LEVEL], "6")
    assert first.window.actions_by_id[ActionId.RUBY_LEVEL].isChecked()
    assert "6" in first.window.tools.ruby.text()
    first.window.close()
    second = start().window.pinyin
    assert (second.mode, second.limit.level) == (RubyMode.LEVEL, 6)


@pytest.mark.parametrize(
    ("written", "level"), [("", 4), ("x", 4), ("0", 1), ("99", 7), ("-3", 4), ("²", 4)]
)
def test_a_level_that_there_is_not_becomes_one_that_there_is(start, tmp_path, written, level):
    store = Settings(tmp_path / "settings" / "jingdu.ini")
    store.set(settings.LEVEL, written)
    store.save()
    assert start().window.pinyin.limit.level == level


def test_off_writes_above_no_word_and_hover_above_the_one_pointed_at(learner, qtbot):
    learner.triggers(ActionId.RUBY_ALWAYS)
    shows(learner, qtbot, *ALL)
    for action in (ActionId.RUBY_OFF, ActionId.RUBY_HOVER):
        learner.triggers(action)
        shows(learner, qtbot, "", "")


@pytest.mark.parametrize("panel", [Panel.WORD, Panel.LIST])
def test_p_goes_through_all_modes_while_one_reads_to_learn(learner, panel):
    learner.window.page.side.open_panel(panel)
    seen = []
    for _ in RubyMode:
        presses(learner, Qt.Key.Key_P, "p")
        seen.append(learner.window.pinyin.mode)
    assert sorted(seen, key=list(RubyMode).index) == list(RubyMode)
    assert seen[-1] is RubyMode.HOVER


def test_t_and_d_change_tones_and_glosses_also_from_the_list(learner):
    learner.window.page.side.open_panel(Panel.LIST)
    table = learner.window.page.side.list.table
    for mode in (ToneMode.RUBY, ToneMode.TEXT, ToneMode.OFF):
        presses(learner, Qt.Key.Key_T, "t", table)
        assert learner.window.pinyin.tones.mode is mode
    presses(learner, Qt.Key.Key_D, "d", table)
    assert learner.window.actions_by_id[ActionId.GLOSSES].isChecked()


@pytest.mark.parametrize("panel", [Panel.REVIEW, None])
def test_the_keys_rest_while_one_decides(learner, panel):
    learner.window.page.side.open_panel(panel)
    for key, text in ((Qt.Key.Key_P, "p"), (Qt.Key.Key_T, "t")):
        presses(learner, key, text)
    assert learner.window.pinyin.mode is RubyMode.HOVER
    assert learner.window.pinyin.tones.mode is ToneMode.OFF


def colours(user, block):
    """Return character -> the colour that it is set in, of a block."""
    view = user.window.page.panes.clean_view
    text = view.pager.blocks.block_text(block)
    layout = next(one for at, _, one in view.pager.visible() if at == block)
    return {
        text[at]: tint.colour for tint in layout.tints or () for at in range(tint.start, tint.end)
    }


def test_characters_have_the_colours_of_their_tones(learner, qtbot):
    choose(learner.window.pinyin.submenus[Submenu.TONES], "text")
    qtbot.waitUntil(lambda: bool(colours(learner, 0)), timeout=20_000)
    found = colours(learner, 0)
    for hanzi, name in (("我", "tone3"), ("们", "muted"), ("劳", "tone2"), ("关", "tone1")):
        assert found[hanzi] == theme_colour(name, dark=False).name()
    assert "。" not in found
    learner.triggers(ActionId.NEXT_TONES)
    assert not colours(learner, 0)


@pytest.mark.parametrize(
    ("options", "tones"),
    [
        (ReadingOptions(), [4, 4, 3, 3]),
        (ReadingOptions(Style.PLAIN), [4, 4, 3, 3]),
        (ReadingOptions(Style.NUMBERS), [4, 4, 3, 3]),
        (ReadingOptions(Style.ZHUYIN), [4, 4, 3, 3]),
        (ReadingOptions(sandhi=Sandhi.YIBU), [2, 4, 3, 3]),
        (ReadingOptions(sandhi=Sandhi.FULL), [2, 4, 2, 3]),
        (ReadingOptions(Style.PLAIN, Sandhi.FULL, words=True), [2, 4, 2, 3]),
    ],
)
def test_the_tone_is_the_one_of_the_reading_that_is_shown(options, tones):
    found = find_readings("不会你好", options=options)
    assert [tone for one in found for _, tone in one.toned] == tones
    assert all("".join(text for text, _ in one.toned) == one.pinyin for one in found)


def test_colours_are_chosen_shown_and_reset(learner, qtbot):
    learner.triggers(ActionId.TONE_COLOURS)
    dialog = learner.window.findChild(ToneDialog)
    learner.answers.chosen_colour = QColor("#ffee00")
    dialog.swatches["light/1"].click()
    tones = learner.window.pinyin.tones
    assert tones.mode is ToneMode.RUBY  # who chooses colours wants to see them
    assert tones.colours(dark=False)[1].name() == "#ffee00"
    assert tones.colours(dark=True)[1] == theme_colour("tone1", dark=True)
    assert "#ffee00" in dialog.note.text()  # it can hardly be read, and that is said
    learner.answers.chosen_colour = None
    dialog.swatches["light/2"].click()
    assert learner.window.pinyin.tones == tones
    dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert not learner.window.pinyin.tones.chosen
    assert not dialog.note.isVisible()


@pytest.mark.parametrize("dark", [False, True])
def test_the_colours_of_the_themes_can_be_read(dark):
    page = theme_colour("page", dark=dark)
    for colour in Tones().colours(dark=dark).values():
        assert contrast(colour, page) >= 4.5


def test_what_is_no_colour_counts_as_not_chosen():
    chosen = {"light/1": "red; }", "dark/9": "#000000", "x": "#000000", "dark/2": "#12345"}
    assert Tones.of(ToneMode.RUBY, chosen) == Tones(ToneMode.RUBY)


@pytest.mark.parametrize(
    ("use", "mode", "joined"),
    [
        (Use.LEARN, RubyMode.NEW, True),
        (Use.BOTH, RubyMode.HOVER, True),
        (Use.EDIT, RubyMode.HOVER, False),
    ],
)
def test_the_first_view_fits_what_the_window_is_used_for(user, use, mode, joined):
    user.window.start_page.choice.chosen.emit(use)
    pinyin = user.window.pinyin
    assert (pinyin.mode, pinyin.options.words) == (mode, joined)


def test_every_mode_has_keys_and_is_found_by_name(user):
    for action_id in MODES.values():
        assert user.window.actions_by_id[action_id].shortcuts()
    user.triggers(ActionId.PALETTE)
    palette = user.window.palette_bar
    QTest.keyClicks(palette.line, "Above HSK 4")
    assert palette.model.index(0).data() == "HSK level: Above HSK 4"


def test_a_word_of_unsure_text_is_soft_in_panel_and_page(learner, qtbot):
    learner.opens_text("全面加强監(jian)筦和挍(xiao)对效效徼傚(xiao)。\n")
    qtbot.waitUntil(learner.window.page.panes.readings_ready, timeout=30_000)
    panes = learner.window.page.panes
    doubts = [
        one.clean_start
        for one in panes.document.repairs
        if is_in_doubt(one) and one.clean_start < one.clean_end
    ]
    sure = panes.readings.word_at(Side.CLEAN, panes.document.text.index("全面"))
    assert not sure.spoken.is_soft
    assert doubts
    learner.triggers(ActionId.RUBY_ALWAYS)
    qtbot.waitUntil(lambda: above(learner) != [""], timeout=20_000)
    _, _, layout = next(panes.clean_view.pager.visible())
    soft = {
        one.start for word in layout.above for one in word.syllables if one.manner is Manner.UNSURE
    }
    tinted = {at for tint in layout.tints for at in range(tint.start, tint.end)}
    for at in doubts:
        assert panes.readings.word_at(Side.CLEAN, at).spoken.is_soft
        assert at in soft
        assert at in tinted


def test_the_status_line_says_what_keys_do_while_one_reads_to_learn(learner):
    hints = learner.window.status.keys
    for panel in (Panel.WORD, Panel.LIST):
        learner.window.page.side.open_panel(panel)
        assert hints.isVisible()
        assert "P: pinyin" in hints.accessibleName()
    learner.window.page.side.open_panel(Panel.REVIEW)
    assert "P: pinyin" not in hints.accessibleName()
    learner.window.page.side.open_panel(None)
    assert not hints.isVisible()


@pytest.mark.parametrize(("number", "mode"), list(enumerate(RubyMode, 1)))
def test_each_mode_has_a_key_of_its_own(learner, number, mode):
    window = learner.window
    window.activateWindow()
    window.pinyin.choose_mode(RubyMode.OFF if mode is not RubyMode.OFF else RubyMode.HOVER)
    view = window.page.panes.clean_view
    view.setFocus()
    learner.qtbot.waitUntil(view.hasFocus)
    key = Qt.Key(Qt.Key.Key_0 + number)
    learner.qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert window.pinyin.mode is mode
    assert window.actions_by_id[MODES[mode]].isChecked()
