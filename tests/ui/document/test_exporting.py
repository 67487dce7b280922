"""What is exported is what was decided and how it is read."""

from PySide6.QtWidgets import QMenu

from reader.export.table import Use, exports_for
from reader.review.history import Note
from reader.ui.window.actions import Submenu
from tests.export.word_reading import comments, read_text
from tests.ui.window.test_settings import choose


def chooses(user, name):
    """Choose an entry of the menu of exports."""
    menu = user.window.export_menu
    assert menu.isEnabled()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.data() == name]
    action.trigger()


def exports(user, name, path):
    user.answers.saved = path
    with user.qtbot.waitSignal(user.window.tab.saving.written, timeout=20_000) as written:
        chooses(user, name)
    assert written.args == [path]
    assert path.name in user.message
    return "" if path.suffix == ".docx" else path.read_text("utf-8")


def test_both_texts_become_a_page(user, damaged):
    user.opens(damaged)
    page = exports(user, "html", damaged.with_name("both.html"))
    assert user.answers.suggested == damaged.with_name("报告_both.html")
    assert page.startswith("<!DOCTYPE html>")
    assert "強" in page
    assert "强" in page
    assert "<title>报告.txt</title>" in page


def test_the_list_of_repairs_says_what_was_decided(user, damaged):
    user.opens(damaged)
    repair = user.document.repairs[0]
    user.window.tab.review.decide(repair, repair.before)
    listed = exports(user, "repairs", damaged.with_name("list.txt"))
    assert user.answers.suggested == damaged.with_name("报告_repairs.txt")
    assert listed.startswith("1:")
    assert f"manual  {repair.before} → {repair.before}" in listed


def test_readings_are_exported_as_they_are_shown(user, damaged):
    user.opens(damaged)
    user.window.pinyin.submenus[Submenu.STYLE].chosen.emit("numbers")
    page = exports(user, "ruby", damaged.with_name("ruby.html"))
    assert user.answers.suggested == damaged.with_name("报告_readings.html")
    assert "<rt>lao2</rt>" in page
    assert "shi3" in page


def test_two_exports_at_once_are_both_written(user, damaged):
    user.opens(damaged)
    paths = [damaged.with_name("one.html"), damaged.with_name("two.txt")]
    for path, name in zip(paths, ("html", "repairs"), strict=True):
        user.answers.saved = path
        chooses(user, name)
    user.qtbot.waitUntil(lambda: all(path.exists() for path in paths), timeout=20_000)


def test_an_ending_is_added_and_the_original_is_not_lost(user, damaged):
    user.opens(damaged)
    user.answers.saved = damaged.with_name("both")
    with user.qtbot.waitSignal(user.window.tab.saving.written, timeout=20_000):
        chooses(user, "html")
    assert damaged.with_name("both.html").exists()
    before = damaged.read_bytes()
    user.answers.saved = damaged
    chooses(user, "repairs")
    assert user.answers.asked_to_overwrite == [damaged]
    assert damaged.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(user, damaged, tmp_path):
    user.opens(damaged)
    user.answers.saved = tmp_path / "no folder" / "both.html"
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        chooses(user, "html")
    assert user.message


def test_exports_stand_in_the_file_menu_and_need_a_document(user, damaged):
    file_menu = user.window.menu_bar.actions()[0].menu()
    titles = [menu.title() for menu in file_menu.findChildren(QMenu)]
    titles += [action.text() for action in file_menu.actions()]
    assert "&Export" in titles
    menu = user.window.export_menu
    assert not menu.isEnabled()
    assert not menu.menuAction().isEnabled()
    user.opens(damaged)
    assert menu.isEnabled()
    assert menu.menuAction().isEnabled()
    assert [action.data() for action in menu.actions()] == list(exports_for(Use.WINDOW))


def test_the_menu_of_exports_speaks_the_language_of_the_window(user):
    menu = user.window.export_menu
    assert menu.actions()[0].text() == "&Word document with tracked changes…"
    choose(user.window.preferences.language_menu, "zh_CN")
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "带修订标记的 Word 文档(&W)…"


def test_a_word_document_has_decisions_and_notes(user, damaged):
    user.opens(damaged)
    repair = user.document.repairs[0]
    user.window.tab.review.decide(repair, repair.before)
    span = repair.source_start, repair.source_end
    user.window.tab.review.review.note([Note(*span, "见原件")])
    path = damaged.with_name("word.docx")
    exports(user, "docx", path)
    assert user.answers.suggested == damaged.with_name("报告_tracked.docx")
    data = path.read_bytes()
    assert read_text(data, accept=True) == user.document.text
    assert read_text(data, accept=False) == user.document.source
    assert any(one.text.endswith("见原件") for one in comments(data))


def test_the_report_speaks_the_language_of_the_window(user, damaged):
    user.opens(damaged)
    choose(user.window.preferences.language_menu, "zh_CN")
    page = exports(user, "report", damaged.with_name("report.html"))
    assert "损坏分布" in page
    assert "繁体字" in page
    assert "Damage profile" not in page


def test_what_a_format_cannot_hold_is_told(user, damaged):
    damaged.write_text("第一条\x01内容\x02。\n", "utf-8")
    user.opens(damaged)
    exports(user, "clean-docx", damaged.with_name("word.docx"))
    assert "shown as control pictures: 2" in user.message
