"""The pane of a folder: what is listed, what is left in each, and opening by key."""

from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from reader.ui.window.actions import ActionId
from tests.ui.conftest import DAMAGED

LONE = "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n"  # one place is undecided
CLEAN = "第一条 为了保护劳动者的合法权益，制定本法。\n"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "通报"
    for name, text in {
        "10.txt": CLEAN,
        "2.txt": LONE * 2,
        "云州/欠薪.txt": LONE,
        "云州/干净.txt": CLEAN,
        "空.txt": "",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def rows(user, role=Qt.ItemDataRole.DisplayRole):
    """Return what the tree shows, sub-folders with what is in them."""

    def inside(parent):
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            below = inside(index)
            found.append({index.data(): below} if below else index.data(role))
        return found

    model = user.window.folder.pane.tree.model()
    return inside(QModelIndex())


def opens_folder(user, folder):
    user.answers.opened_folder = folder
    pane = user.window.folder.pane
    with user.qtbot.waitSignal(pane.examined, timeout=20_000) as told:
        user.triggers(ActionId.OPEN_FOLDER)
    return told.args


def press(user, key):
    """Press a key wherever the focus is, once the window has it."""
    user.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    user.qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_folder_shows_what_is_left_in_each_document(user, folder):
    told = opens_folder(user, folder)
    assert user.window.folder.pane.isVisible()
    assert rows(user, SPOKEN) == [
        "2.txt, 2 undecided",
        "10.txt, clean",
        "空.txt, cannot be read",
        {"云州": ["干净.txt, clean", "欠薪.txt, 1 undecided"]},
    ]
    assert told == [folder, 2, 5, 3]


def test_only_what_needs_a_human_is_shown_on_demand(user, folder):
    opens_folder(user, folder)
    button = user.window.folder.pane.open_only
    assert button.text() == "Needs review: 3"
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rows(user) == ["2.txt", "空.txt", {"云州": ["欠薪.txt"]}]
    user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(rows(user)) == 4


def test_a_document_is_found_by_pinyin_and_opened_by_key(user, folder):
    opens_folder(user, folder)
    user.qtbot.waitUntil(lambda: user.window.folder.pane.tree.hasFocus())
    press(user, Qt.Key.Key_Slash)
    user.qtbot.keyClicks(user.window.folder.pane.search, "qianxin")
    assert rows(user) == [{"云州": ["欠薪.txt"]}]
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        press(user, Qt.Key.Key_Return)
    assert user.window.windowTitle().startswith("欠薪.txt")
    pane = user.window.folder.pane
    assert pane.tree.currentIndex().data() == "欠薪.txt"


def test_arrows_and_enter_open_and_escape_goes_to_the_page(user, folder):
    opens_folder(user, folder)
    press(user, Qt.Key.Key_Down)
    press(user, Qt.Key.Key_Home)
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        press(user, Qt.Key.Key_Return)
    assert user.window.windowTitle().startswith("2.txt")
    user.window.folder.pane.tree.setFocus()
    press(user, Qt.Key.Key_Escape)
    assert user.window.page.isAncestorOf(QApplication.focusWidget())


def test_a_double_click_opens(user, folder):
    opens_folder(user, folder)
    tree = user.window.folder.pane.tree
    middle = tree.visualRect(tree.model().index(1, 0)).center()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        user.qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert user.window.windowTitle().startswith("10.txt")


def test_a_decision_counts_at_once_and_is_there_at_the_next_look(user, folder, start):
    opens_folder(user, folder)
    user.opens(folder / "2.txt")
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    assert rows(user, SPOKEN)[0] == "2.txt, 1 undecided"
    assert user.window.folder.pane.open_only.text() == "Needs review: 3"
    user.quits()
    second = start()
    opens_folder(second, folder)
    assert rows(second, SPOKEN)[0] == "2.txt, 1 undecided"


def test_the_document_that_is_open_stays_in_the_list_until_another_is_opened(user, folder):
    opens_folder(user, folder)
    user.window.folder.pane.open_only.click()
    user.opens(folder / "10.txt")
    assert rows(user) == ["2.txt", "10.txt", "空.txt", {"云州": ["欠薪.txt"]}]


def test_a_folder_that_is_dropped_is_listed(user, folder):
    with user.qtbot.waitSignal(user.window.folder.pane.examined, timeout=20_000):
        assert user.drops(paths=[folder])
    assert user.window.folder.pane.folder == folder
    assert user.document is None


def test_a_sub_folder_says_how_many_of_its_documents_need_a_human(user, folder):
    opens_folder(user, folder)
    tree = user.window.folder.pane.tree
    index = tree.model().index(3, 0)
    assert index.data(SPOKEN) == "云州, needs review: 1"
    tree.setCurrentIndex(index)
    press(user, Qt.Key.Key_Return)
    assert not tree.isExpanded(index)
    press(user, Qt.Key.Key_Return)
    assert tree.isExpanded(index)


def test_a_folder_is_listed_again_by_key(user, folder):
    opens_folder(user, folder)
    (folder / "新.txt").write_text(LONE, "utf-8")
    (folder / "2.txt").unlink()
    pane = user.window.folder.pane
    with user.qtbot.waitSignal(pane.examined, timeout=20_000):
        press(user, Qt.Key.Key_F5)
    assert rows(user, SPOKEN)[:3] == [
        "10.txt, clean",
        "新.txt, 1 undecided",
        "空.txt, cannot be read",
    ]


def test_examining_can_be_stopped_and_continued(user, tmp_path):
    root = tmp_path / "long"
    root.mkdir()
    for number in range(4):
        (root / f"{number}.txt").write_text(DAMAGED * 400, "utf-8")
    pane = user.window.folder.pane
    user.answers.opened_folder = root
    with user.qtbot.waitSignal(pane.examination.progressed, timeout=20_000):
        user.triggers(ActionId.OPEN_FOLDER)
    assert pane.stop.text() == "Stop"
    user.qtbot.mouseClick(pane.stop, Qt.MouseButton.LeftButton)
    assert pane.stop.text() == "Continue"
    assert pane.summary.text().startswith("Checked ")
    assert not pane.examination.is_busy
    with user.qtbot.waitSignal(pane.examined, timeout=60_000):
        user.qtbot.mouseClick(pane.stop, Qt.MouseButton.LeftButton)
    assert pane.summary.text() == "4 documents"
    assert not pane.stop.isVisible()


def test_examining_rests_while_a_document_is_opened(user, folder):
    pane = user.window.folder.pane
    user.answers.opened_folder = folder
    rested = Event()

    def look():
        if not pane.examination.is_busy:
            rested.set()

    user.window.tab.opener.started.connect(look)
    user.triggers(ActionId.OPEN_FOLDER)
    with user.qtbot.waitSignal(pane.examined, timeout=20_000):
        user.opens(folder / "2.txt")
    assert rested.is_set()
    assert len(rows(user)) == 4


def test_a_folder_that_is_gone_says_so(user, tmp_path):
    pane = user.window.folder.pane
    user.answers.opened_folder = tmp_path / "没有"
    with user.qtbot.waitSignal(pane.examination.failed, timeout=20_000):
        user.triggers(ActionId.OPEN_FOLDER)
    assert "没有" in pane.says.text()
    assert not pane.tree.isVisible()
    user.answers.opened_folder = tmp_path
    with user.qtbot.waitSignal(pane.examined, timeout=20_000):
        user.qtbot.mouseClick(pane.choose, Qt.MouseButton.LeftButton)
    assert pane.folder == tmp_path


def test_a_name_that_looks_like_markup_is_shown_as_it_is(user, tmp_path):
    root = tmp_path / "<b>folder"
    root.mkdir()
    (root / "<i>x & y.txt").write_text(CLEAN, "utf-8")
    opens_folder(user, root)
    assert rows(user) == ["<i>x & y.txt"]
    index = user.window.folder.pane.tree.model().index(0, 0)
    assert "&lt;i&gt;x &amp; y.txt" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert user.window.folder.pane.name.text() == "<b>folder"


def test_closing_the_folder_hides_the_pane_and_it_is_a_recent_one(user, folder):
    opens_folder(user, folder)
    user.qtbot.mouseClick(user.window.folder.pane.close_button, Qt.MouseButton.LeftButton)
    assert not user.window.folder.pane.isVisible()
    assert user.window.folder.pane.folder is None
    user.opens(folder / "10.txt")
    user.triggers(ActionId.CLOSE)
    assert [index.data() for index in user.recent_rows] == ["10.txt", "通报 (5 files)"]
    assert "2 of 5 files decided, 3 to decide" in user.recent_rows[1].data(SPOKEN)
    with user.qtbot.waitSignal(user.window.folder.pane.examined, timeout=20_000):
        user.clicks_recent(1)
    assert user.window.folder.pane.folder == folder


def test_the_review_keys_work_once_the_panel_is_opened_from_the_list(user, folder):
    opens_folder(user, folder)
    user.opens(folder / "2.txt")
    user.window.page.side.open_panel(None)
    tree = user.window.folder.pane.tree
    tree.setFocus()
    user.triggers(ActionId.REVIEW)
    assert user.window.page.isAncestorOf(QApplication.focusWidget())
    press(user, Qt.Key.Key_J)
    press(user, Qt.Key.Key_A)
    assert user.window.tab.progress.left == 1


def test_a_document_that_is_open_gets_the_focus_when_it_is_chosen_again(user, folder):
    opens_folder(user, folder)
    user.opens(folder / "2.txt")
    tree = user.window.folder.pane.tree
    tree.setFocus()
    press(user, Qt.Key.Key_Return)
    assert user.window.page.isAncestorOf(QApplication.focusWidget())


def test_the_marker_goes_along_with_the_document_in_front(user, folder):
    opens_folder(user, folder)
    user.opens(folder / "2.txt")
    user.opens(folder / "10.txt")
    pane = user.window.folder.pane
    assert pane.current == folder / "10.txt"
    user.triggers(ActionId.PREVIOUS_TAB)
    assert pane.current == folder / "2.txt"
    assert pane.tree.currentIndex().data() == "2.txt"


def test_a_decision_leaves_the_row_in_the_list_that_the_reader_is_at(user, folder):
    opens_folder(user, folder)
    user.opens(folder / "2.txt")
    user.reviews()
    user.window.folder.pane.tree.setFocus()
    press(user, Qt.Key.Key_Down)
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    assert user.window.folder.pane.tree.currentIndex().data() == "10.txt"


def test_what_was_saved_beside_a_document_is_not_listed(user, folder):
    user.opens(folder / "2.txt")
    user.answers.saved = folder / "2_clean.txt"
    user.triggers(ActionId.SAVE_AS)
    assert user.answers.suggested == folder / "2_clean.txt"
    assert user.answers.saved.exists()
    opens_folder(user, folder)
    assert "2_clean.txt" not in rows(user)
    assert user.window.folder.pane.open_only.text() == "Needs review: 3"
