import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, Qt, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.ui import settings
from reader.ui.dialogs import Dialogs
from reader.ui.document.recent import LIMIT, RecentFiles
from reader.ui.parts.fonts import chinese_families
from reader.ui.settings import Settings
from reader.ui.window.actions import ActionId
from reader.ui.window.menus import OTHER_FONT
from tests.ui.conftest import DAMAGED


def choose(menu, identity):
    menu.fill()
    next(action for action in menu.actions() if action.data() == identity).trigger()


def chosen(menu):
    menu.fill()
    return next(action.data() for action in menu.actions() if action.isChecked())


def test_zoom_ratio_and_side_are_remembered(start):
    first = start()
    first.opens_text()
    first.triggers(ActionId.ZOOM_IN)
    first.triggers(ActionId.ZOOM_IN)
    first.triggers(ActionId.SWAP)
    first.window.page.panes.set_ratio(0.3)
    zoom = first.window.page.panes.zoom()
    assert zoom > 1
    first.window.close()
    panes = start().window.page.panes
    assert panes.zoom() == pytest.approx(zoom)
    assert panes.is_swapped()
    assert panes.ratio() == pytest.approx(0.3, abs=0.02)


def test_zoom_goes_both_ways_and_back(user):
    user.opens_text()
    user.triggers(ActionId.ZOOM_OUT)
    assert user.window.page.panes.zoom() < 1
    assert user.window.status.zoom.text() == "91%"
    user.triggers(ActionId.ZOOM_RESET)
    assert user.window.page.panes.zoom() == 1
    assert user.window.status.zoom.text() == ""


def test_the_size_of_the_window_is_remembered(start):
    first = start()
    first.window.resize(760, 540)
    first.window.close()
    assert start(size=None).window.size().toTuple() == (760, 540)


def test_a_chosen_font_is_remembered(start):
    first = start()
    font = QFont("DejaVu Serif")
    font.setPointSizeF(18)
    first.answers.chosen_font = font
    choose(first.window.preferences.font_menu, OTHER_FONT)
    first.window.close()
    menu = start().window.preferences.font_menu
    menu.fill()
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["DejaVu Serif"]


def test_who_wants_another_size_alone_goes_on_reading_in_the_best_font(user):
    choose(user.window.preferences.font_menu, OTHER_FONT)
    asked = user.answers.font_before
    assert asked.family() == chinese_families()[0]
    larger = QFont(asked)
    larger.setPointSizeF(22)
    user.answers.chosen_font = larger
    choose(user.window.preferences.font_menu, OTHER_FONT)
    assert user.answers.font_before.family() == asked.family()
    choose(user.window.preferences.font_menu, OTHER_FONT)
    assert user.answers.font_before.pointSizeF() == 22
    menu = user.window.preferences.font_menu
    menu.fill()
    assert [action.data() for action in menu.actions() if action.isChecked()] == [""]


def test_an_address_has_room_and_loses_the_spaces_around_it(user):
    def answer():
        dialog = QApplication.activeModalWidget()
        line = dialog.findChild(QLineEdit)
        assert line.width() >= 400
        line.setText("  https://example.org/page.html ")
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    assert Dialogs().address(user.window) == "https://example.org/page.html"
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert Dialogs().reading(user.window, "行长", "háng zhǎng") is None


def test_dark_colours_dress_the_window_and_are_remembered(start, qapp):
    first = start()
    choose(first.window.preferences.theme_menu, "dark")
    assert qapp.palette().base().color().lightness() < 60
    first.window.close()
    second = start()
    assert qapp.palette().base().color().lightness() < 60
    choose(second.window.preferences.theme_menu, "light")
    assert qapp.palette().base().color().lightness() > 200


def test_ruby_is_switched_and_remembered(start):
    first = start()
    assert first.window.actions_by_id[ActionId.RUBY_HOVER].isChecked()
    first.triggers(ActionId.RUBY_ALWAYS)
    first.window.close()
    assert start().window.actions_by_id[ActionId.RUBY_ALWAYS].isChecked()


def test_opened_files_are_offered_again_newest_first(start, tmp_path):
    first = start()
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_text("劳动关系", "utf-8")
        first.opens(tmp_path / name)
    first.window.close()
    second = start()
    assert [index.data() for index in second.recent_rows] == ["二.txt", "一.txt"]
    with second.qtbot.waitSignal(second.window.opening_ended, timeout=20_000):
        second.clicks_recent(1)
    assert "一.txt" in second.window.windowTitle()


def test_the_recent_files_can_be_forgotten(user, damaged):
    user.opens(damaged)
    menu = user.window.recent_menu
    menu.fill()
    menu.actions()[-1].trigger()
    menu.fill()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    user.triggers(ActionId.CLOSE)
    # Closing keeps the place, but the file is not listed again.
    assert user.recent_rows == []


def test_the_sample_is_no_recent_file(user):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.open_commands.open_sample()
    user.window.recent_menu.fill()
    assert [action.isEnabled() for action in user.window.recent_menu.actions()] == [False]


def test_the_list_of_recent_files_has_an_end(tmp_path):
    recent = RecentFiles(Settings(tmp_path / "a.ini"))
    for number in range(LIMIT + 5):
        recent.add(tmp_path / f"{number}.txt")
    assert len(recent.paths()) == LIMIT
    assert recent.paths()[0].name == f"{LIMIT + 4}.txt"


ENTRIES = [
    (settings.ZOOM, 1.25),
    (settings.SWAPPED, True),
    (settings.THEME, "dark"),
    (settings.GEOMETRY, b"\x00\x01\xff"),
    (settings.RECENT, ["/甲, 乙.txt", "/b%20.txt"]),
    (settings.POSITIONS, {"/文/a=b.txt": 12}),
]


@pytest.mark.parametrize(("setting", "value"), ENTRIES)
def test_a_setting_comes_back_as_it_was_set(tmp_path, setting, value):
    path = tmp_path / "jingdu.ini"
    store = Settings(path)
    assert store.get(setting) == setting.default
    store.set(setting, value)
    store.save()
    assert Settings(path).get(setting) == value


@pytest.mark.parametrize("raw", ["", "nonsense", "[1, 2]", '{"a": "b"}', "null"])
def test_a_damaged_setting_counts_as_not_set(tmp_path, raw):
    path = tmp_path / "jingdu.ini"
    quoted = raw.replace('"', '\\"')
    path.write_text(
        f'[files]\nrecent="{quoted}"\npositions="{quoted}"\n[reading]\nzoom="{quoted}"\n'
    )
    store = Settings(path)
    assert store.get(settings.RECENT) == []
    assert store.get(settings.POSITIONS) == {}
    assert store.get(settings.ZOOM) == 1.0


def test_recent_files_of_one_name_are_told_by_their_folders(user, tmp_path):
    for folder in ("一", "二"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "报告.txt"
        path.write_text(DAMAGED, "utf-8")
        user.opens(path)
    user.window.recent_menu.fill()
    texts = [action.text() for action in user.window.recent_menu.actions()[:2]]
    assert [text.endswith(end) for text, end in zip(texts, "二一", strict=True)] == [True, True]


def test_a_long_name_of_a_recent_file_is_cut_in_its_middle(user, tmp_path):
    path = tmp_path / ("很" * 60 + "长.txt")
    path.write_text(DAMAGED, "utf-8")
    user.opens(path)
    user.triggers(ActionId.CLOSE)
    (index,) = user.recent_rows
    assert index.data(Qt.ItemDataRole.ToolTipRole) == str(path)
    user.window.recent_menu.fill()
    text = user.window.recent_menu.actions()[0].text()
    assert "…" in text
    assert text.partition("\t")[0].endswith("长.txt")


def shown(tip):
    """Return what a tool tip with this text shows."""
    document = QTextDocument()
    document.setHtml(tip) if Qt.mightBeRichText(tip) else document.setPlainText(tip)
    return document.toPlainText()


def test_a_file_name_that_looks_like_markup_is_shown_as_it_is(user, tmp_path):
    path = tmp_path / "<b>bold<i>x & y.txt"
    path.write_text(DAMAGED, "utf-8")
    user.opens(path)
    user.window.recent_menu.fill()
    entry = user.window.recent_menu.actions()[0]
    assert shown(entry.toolTip()) == str(path)
    user.triggers(ActionId.CLOSE)
    (index,) = user.recent_rows
    assert shown(index.data(Qt.ItemDataRole.ToolTipRole)) == str(path)
    assert index.data() == path.name


def test_the_question_before_an_original_goes_reads_no_markup(user, tmp_path):
    asked = []

    def look():
        box = QApplication.activeModalWidget()
        asked.append((box.textFormat(), box.text()))
        box.reject()

    QTimer.singleShot(0, look)
    assert not Dialogs().overwrite_original(user.window, tmp_path / "<b>bold<i>x.txt")
    assert asked == [(Qt.TextFormat.PlainText, "<b>bold<i>x.txt is the damaged original.")]
