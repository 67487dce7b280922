"""The start page as a user has it before a document is open."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from reader.ui import settings
from reader.ui.document.recent import (
    KEPT,
    FolderProgress,
    Progress,
    RecentEntry,
    RecentFiles,
    RecentKind,
)
from reader.ui.document.recent_words import day_words, folder_words, name_words, spoken_words
from reader.ui.settings import Settings
from reader.ui.window.actions import ActionId
from reader.ui.window.start_page import StartPage
from reader.ui.window.use_choice import Use

LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"
TODAY = date(2024, 5, 31)  # a Friday
PAGE = "https://www.linjiang.example/news/4471.html"


def entry(name, **more):
    return RecentEntry(Path("/proof") / name, RecentKind.FILE, **more)


ENTRIES = (
    entry("云州根治欠薪.txt", progress=Progress(322, 28), opened=datetime(2024, 5, 31, 14, 32)),
    RecentEntry(PAGE, RecentKind.PAGE, "菜市场改造完工", Progress(0, 3), 0.345),
    entry("一窗通办.docx", progress=Progress(12, 0), opened=datetime(2024, 5, 30)),
    entry("住房公积金.txt", progress=Progress(0, 0), read=1.0, opened=datetime(2024, 5, 27)),
    RecentEntry(
        Path("/proof/通报"), RecentKind.FOLDER, folder=FolderProgress(5, 8, 41),
        opened=datetime(2023, 11, 19),
    ),
    entry("旧.txt"),
)  # fmt: skip


@pytest.fixture
def page(qtbot):
    page = StartPage(True, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1400, 860)
    page.show()
    page.set_recent(ENTRIES)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def names(page):
    model = page.recent.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(qtbot, key):
    """Press a key wherever the focus is, once the window has it."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_row_says_how_far_a_document_is_and_when_it_was_opened(user):
    assert [spoken_words(one, TODAY) for one in ENTRIES] == [
        "云州根治欠薪.txt, 92% decided, 28 to decide, today 14:32",
        "菜市场改造完工, 34% read, 3 to decide",
        "一窗通办.docx, all decided, done, yesterday",
        "住房公积金.txt, 100% read, clean, Mon",
        "通报 (8 files), 5 of 8 files decided, 41 to decide, 19 Nov 2023",
        "旧.txt",
    ]


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        (datetime(2024, 5, 31, 0, 5), "today 0:05"),
        (datetime(2024, 5, 25), "Sat"),
        (datetime(2024, 5, 24), "24 May"),
        (datetime(2024, 6, 2), "2 Jun"),  # a clock was set back since
        (None, ""),
    ],
)
def test_days_are_said_as_people_say_them(user, opened, words):
    assert day_words(opened, TODAY) == words


def test_a_folder_at_home_is_said_to_be_there(monkeypatch):
    monkeypatch.setenv("HOME", "/home/anna")
    monkeypatch.setattr("os.name", "posix")
    assert folder_words(Path("/home/anna/proof/5")) == "~/proof/5"
    assert folder_words(Path("/home/anna")) == "~"
    assert folder_words(Path("/home/annabel")) == "/home/annabel"


def test_a_page_without_title_is_called_by_its_address():
    assert name_words(RecentEntry(PAGE, RecentKind.PAGE)) == "www.linjiang.example/news/4471.html"


def test_the_list_is_searched_by_name_pinyin_and_folder(qtbot, page):
    qtbot.keyClicks(page.search, "gongjijin")
    assert names(page) == ["住房公积金.txt"]
    page.search.clear()
    qtbot.keyClicks(page.search, "linjiang")
    assert names(page) == ["菜市场改造完工"]
    page.search.clear()
    page.search.insert("没有这个")  # as an input method does
    assert names(page) == []
    assert not page.recent.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(names(page)) == len(ENTRIES)


def test_keys_alone_open_from_the_list(qtbot, page):
    page.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.recent
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.address_wanted) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [PAGE]
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.recent_folder_wanted) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [Path("/proof/通报")]


def test_enter_in_the_search_opens_the_first_that_was_found(qtbot, page):
    qtbot.keyClicks(page.search, "yctb")
    with qtbot.waitSignal(page.recent_wanted) as opened:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert opened.args == [Path("/proof/一窗通办.docx")]


def test_delete_takes_a_row_off_the_list(user, tmp_path):
    for name in ("一.txt", "二.txt", "三.txt"):
        (tmp_path / name).write_text(LONE, "utf-8")
        user.opens(tmp_path / name)
    user.closes_all()
    press(user.qtbot, Qt.Key.Key_Down)
    press(user.qtbot, Qt.Key.Key_Down)
    press(user.qtbot, Qt.Key.Key_Delete)
    assert [row.data() for row in user.recent_rows] == ["三.txt", "一.txt"]
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        press(user.qtbot, Qt.Key.Key_Return)
    assert user.window.windowTitle().startswith("一.txt")


def test_a_document_that_was_only_read_says_how_much_of_it(user, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(LONE * 300, "utf-8")
    user.opens(path)
    user.triggers(ActionId.CLOSE)
    (row,) = user.recent_rows
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    share = int(spoken.partition(", ")[2].partition("%")[0])
    assert 1 <= share <= 20
    assert "% read, " in spoken


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_question_of_the_first_start_is_answered_by_key_and_goes(start, key):
    first = start()
    page = first.window.start_page
    assert page.choice.isVisible()
    card = page.choice.cards[Use.LEARN]
    card.setFocus()
    first.qtbot.waitUntil(card.hasFocus)  # the window may become active later
    press(first.qtbot, Qt.Key.Key_Right)  # only goes there
    assert page.choice.isVisible()
    with first.qtbot.waitSignal(page.use_chosen) as chosen:
        press(first.qtbot, key)
    assert chosen.args == [Use.EDIT]
    assert not page.choice.isVisible()
    first.quits()
    assert not start().window.start_page.choice.isVisible()


def test_a_click_anywhere_on_a_card_chooses_it(qtbot, page):
    card = page.choice.cards[Use.BOTH]
    corner = QPoint(card.width() - 4, card.height() - 4)
    with qtbot.waitSignal(page.use_chosen) as chosen:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
    assert chosen.args == [Use.BOTH]


def test_the_keys_of_the_actions_stand_beside_them(user):
    ways = user.window.start_page.ways
    assert ways.open.accessibleDescription() == "Ctrl+O"
    assert ways.folder.accessibleDescription() == "Ctrl+Shift+O"


@pytest.mark.parametrize("width", [1800, 1000, 999, 700, 480])
def test_nothing_is_cut_off_however_narrow_the_window_is(qtbot, page, width):
    page.resize(width, 760)

    body = page.widget()

    def is_beside():
        return page.recent.mapTo(body, QPoint()).x() >= page.ways.width()

    qtbot.waitUntil(lambda: is_beside() == (width >= 1000))
    qtbot.waitUntil(lambda: body.width() == page.viewport().width())
    right = page.viewport().width()
    for part in (page.ways, page.choice, page.search, page.recent, *page.choice.cards.values()):
        box = part.rect().translated(part.mapTo(page.viewport(), QPoint()))
        assert box.left() >= 0, part
        assert box.right() <= right, part


def test_settings_of_an_earlier_version_are_read(tmp_path):
    store = Settings(tmp_path / "a.ini")
    store.set(settings.RECENT, ["/proof/a.txt", "/proof/b.txt"])
    store.set(settings.PROGRESS, {"/proof/a.txt": "3/4", "/proof/b.txt": "x/y"})
    assert RecentFiles(store).entries() == [
        RecentEntry(Path("/proof/a.txt"), RecentKind.FILE, progress=Progress(3, 4)),
        RecentEntry(Path("/proof/b.txt"), RecentKind.FILE),
    ]


def test_what_is_remembered_of_a_document_comes_back(tmp_path):
    store = Settings(tmp_path / "a.ini")
    recent = RecentFiles(store, now=lambda: datetime(2024, 5, 31, 14, 32).timestamp())
    recent.add_folder(Path("/proof/通报"))
    recent.keep_folder(Path("/proof/通报"), FolderProgress(5, 8, 41))
    recent.add(PAGE)
    recent.keep_title(PAGE, "菜市场")
    recent.add(Path("/proof/a.txt"))
    recent.keep_read(Path("/proof/a.txt"), 0.5)
    recent.keep_read(Path("/proof/a.txt"), 0.2)  # read again from the start
    store.save()
    again = RecentFiles(Settings(tmp_path / "a.ini"))
    file, page, folder = again.entries()
    assert (file.read, file.opened) == (0.5, datetime(2024, 5, 31, 14, 32))
    assert (page.source, page.title) == (PAGE, "菜市场")
    assert (folder.source, folder.folder) == (Path("/proof/通报"), FolderProgress(5, 8, 41))
    assert again.paths() == [Path("/proof/a.txt")]
    again.remove(Path("/proof/通报"))
    again.remove(PAGE)
    assert [one.source for one in again.entries()] == [Path("/proof/a.txt")]


def test_the_list_of_the_start_page_has_an_end(tmp_path):
    recent = RecentFiles(Settings(tmp_path / "a.ini"))
    for number in range(KEPT + 5):
        recent.add(tmp_path / f"{number}.txt")
    assert len(recent.entries()) == KEPT


@pytest.mark.parametrize("raw", ["-1", "99999999999999999999", '"x"'])
def test_a_date_that_no_clock_shows_is_left_out(tmp_path, raw):
    path = tmp_path / "jingdu.ini"
    quoted = raw.replace('"', '\\"')
    path.write_text(
        f'[files]\nrecent="[\\"/a.txt\\"]"\nopened="{{\\"/a.txt\\": {quoted}}}"\n', "utf-8"
    )
    (one,) = RecentFiles(Settings(path)).entries()
    assert one.opened is None or one.opened.year in (1969, 1970)


def test_dates_and_numbers_are_those_of_the_windows_language(user):
    user.window.languages.choose("zh_CN")
    assert spoken_words(ENTRIES[0], TODAY) == "云州根治欠薪.txt，已定92%，28处待定，今天14:32"
    assert day_words(datetime(2024, 5, 27), TODAY) == "周一"
    assert day_words(datetime(2023, 11, 19), TODAY) == "2023年11月19日"
