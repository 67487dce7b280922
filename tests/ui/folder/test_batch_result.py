"""The result of a batch in the folder pane: counts from its rows, pages with their repairs."""

import zipfile

import pytest
from PySide6.QtCore import Qt

from reader.batch.archive.job import BatchJob
from reader.batch.archive.run import clean_archive
from reader.ui.window.actions import ActionId
from tests.ui.folder.test_folder_pane import CLEAN, LONE, SPOKEN, opens_folder, press, rows

TEXTS = {"2.txt": LONE * 2, "10.txt": CLEAN, "空.txt": "", "云州/欠薪.txt": LONE}


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Return a folder of documents that was cleaned into the folder out beside it."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    clean_archive(BatchJob(("pages",), "out"))
    return tmp_path / "pages"


@pytest.fixture
def archive(pages, tmp_path):
    """Return an archive that was cleaned into the folder unpacked beside it."""
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, text in TEXTS.items():
            file.writestr(name, text)
    clean_archive(BatchJob((path.name,), "unpacked"))
    return path


def open_from_list(user, name):
    """Open a page of the list by a search and Enter."""
    user.window.folder.pane.search.setText(name)
    user.window.folder.pane.tree.setFocus()
    user.window.folder.pane.tree.enter()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.folder.pane.tree.open_first()


def test_counts_are_those_of_the_rows(user, pages, tmp_path, monkeypatch):
    def never(*_arguments, **_options):
        raise AssertionError("nothing is restored to show them")

    monkeypatch.setattr("reader.batch.folder.restore", never)
    told = opens_folder(user, tmp_path / "out")
    assert rows(user, SPOKEN) == [
        "2.txt, 2 undecided",
        "10.txt, clean",
        "空.txt, cannot be read",
        {"云州": ["欠薪.txt, 1 undecided"]},
    ]
    assert told == [tmp_path / "out", 1, 4, 3]
    pane = user.window.folder.pane
    assert pane.open_only.text() == "Needs review: 3"
    assert pane.summary.text() == "Batch result: 4 pages"


def test_a_page_is_opened_with_its_repairs(user, pages, tmp_path):
    opens_folder(user, tmp_path / "out")
    open_from_list(user, "欠薪")
    assert user.document.source == LONE
    assert user.document.origin.path == pages / "云州" / "欠薪.txt"
    assert len(user.document.repairs) == 1
    assert user.window.folder.pane.current == tmp_path / "out" / "云州" / "欠薪.txt"
    assert user.window.folder.pane.tree.currentIndex().data() == "欠薪.txt"


def test_a_page_of_an_archive_is_opened_with_its_repairs(user, archive, tmp_path):
    opens_folder(user, tmp_path / "unpacked")
    open_from_list(user, "欠薪")
    assert user.document.source == LONE
    assert len(user.document.repairs) == 1
    assert user.window.windowTitle().startswith("云州/欠薪.txt")
    assert user.window.folder.pane.current == tmp_path / "unpacked" / "云州" / "欠薪.txt"


@pytest.mark.parametrize("name", ["out", "unpacked"])
def test_a_decision_counts_at_once_and_at_the_next_look(user, archive, tmp_path, name):
    opens_folder(user, tmp_path / name)
    open_from_list(user, "2")
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    user.window.folder.pane.search.clear()
    assert rows(user, SPOKEN)[0] == "2.txt, 1 undecided"
    with user.qtbot.waitSignal(user.window.folder.pane.examined, timeout=20_000):
        user.window.folder.pane.tree.setFocus()
        press(user, Qt.Key.Key_F5)
    assert rows(user, SPOKEN)[0] == "2.txt, 1 undecided"


def test_what_was_decided_on_a_file_is_known_in_another_window(user, pages, tmp_path, start):
    opens_folder(user, tmp_path / "out")
    open_from_list(user, "2")
    user.triggers(ActionId.NEXT_UNDECIDED)
    user.triggers(ActionId.ACCEPT)
    user.quits()
    second = start()
    opens_folder(second, tmp_path / "out")
    assert rows(second, SPOKEN)[0] == "2.txt, 1 undecided"


def test_an_archive_that_is_gone_is_told(user, archive, tmp_path):
    archive.unlink()
    opens_folder(user, tmp_path / "unpacked")
    user.window.folder.pane.tree.enter()
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.folder.pane.tree.open_first()
    assert "pages.zip" in user.window.message.text()
