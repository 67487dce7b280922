"""An export that takes long says how far it is, and can be stopped."""

import zipfile

from tests.ui.document.test_exporting import chooses, exports

LONG = "为群众办事，推进公共服务便利化。\n" * 6000


def starts(user, path):
    """Begin to export a long text as an e-book, and wait until a part of it is done."""
    source = path.with_name("长文.txt")
    source.write_text(LONG, "utf-8")
    user.opens(source)
    user.answers.saved = path
    chooses(user, "epub")
    user.qtbot.waitUntil(lambda: "%" in user.message, timeout=60_000)


def test_it_says_how_far_it_is(user, tmp_path):
    path = tmp_path / "book.epub"
    starts(user, path)
    assert user.message.startswith("Saving book.epub: ")
    user.qtbot.waitUntil(path.exists, timeout=60_000)
    user.qtbot.waitUntil(lambda: user.message == "book.epub was saved.", timeout=60_000)


def test_it_can_be_stopped_and_leaves_no_file(user, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(b"before")
    starts(user, path)
    user.window.message.button.click()
    assert user.message == "Export stopped."
    page = exports(user, "clean-html", tmp_path / "page.html")
    assert "便利化" in page
    assert path.read_bytes() == b"before"


def test_an_e_book_is_written_as_any_other_export(user, damaged):
    user.opens(damaged)
    user.answers.saved = path = damaged.with_name("book.epub")
    with user.qtbot.waitSignal(user.window.tab.saving.written, timeout=20_000):
        chooses(user, "epub")
    assert user.answers.suggested == damaged.with_name("报告_readings.epub")
    with zipfile.ZipFile(path) as archive:
        assert archive.read("mimetype") == b"application/epub+zip"
