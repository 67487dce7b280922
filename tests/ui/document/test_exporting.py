"""What is exported is what was decided and how it is read."""

from PySide6.QtWidgets import QMenu

from reader.ui.window.actions import ActionId


def exports(user, action_id, path):
    user.answers.saved = path
    with user.qtbot.waitSignal(user.window.desk.saving.written, timeout=20_000) as written:
        user.triggers(action_id)
    assert written.args == [path]
    assert path.name in user.message
    return path.read_text("utf-8")


def test_both_texts_become_a_page(user, damaged):
    user.opens(damaged)
    page = exports(user, ActionId.EXPORT_BOTH, damaged.with_name("both.html"))
    assert user.answers.suggested == damaged.with_name("报告_both.html")
    assert page.startswith("<!DOCTYPE html>")
    assert "強" in page
    assert "强" in page
    assert "<title>报告.txt</title>" in page


def test_the_list_of_repairs_says_what_was_decided(user, damaged):
    user.opens(damaged)
    repair = user.document.repairs[0]
    user.window.desk.review.decide(repair, repair.before)
    listed = exports(user, ActionId.EXPORT_REPAIRS, damaged.with_name("list.txt"))
    assert user.answers.suggested == damaged.with_name("报告_repairs.txt")
    assert listed.startswith("1:")
    assert f"manual  {repair.before} → {repair.before}" in listed


def test_readings_are_exported_as_they_are_shown(user, damaged):
    user.opens(damaged)
    user.window.choices.style_menu.chosen.emit("numbers")
    page = exports(user, ActionId.EXPORT_READINGS, damaged.with_name("ruby.html"))
    assert user.answers.suggested == damaged.with_name("报告_readings.html")
    assert "<rt>lao2</rt>" in page
    assert "shi3" in page


def test_two_exports_at_once_are_both_written(user, damaged):
    user.opens(damaged)
    paths = [damaged.with_name("one.html"), damaged.with_name("two.txt")]
    for path, action_id in zip(paths, (ActionId.EXPORT_BOTH, ActionId.EXPORT_REPAIRS), strict=True):
        user.answers.saved = path
        user.triggers(action_id)
    user.qtbot.waitUntil(lambda: all(path.exists() for path in paths), timeout=20_000)


def test_an_ending_is_added_and_the_original_is_not_lost(user, damaged):
    user.opens(damaged)
    user.answers.saved = damaged.with_name("both")
    with user.qtbot.waitSignal(user.window.desk.saving.written, timeout=20_000):
        user.triggers(ActionId.EXPORT_BOTH)
    assert damaged.with_name("both.html").exists()
    before = damaged.read_bytes()
    user.answers.saved = damaged
    user.triggers(ActionId.EXPORT_REPAIRS)
    assert user.answers.asked_to_overwrite == [damaged]
    assert damaged.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(user, damaged, tmp_path):
    user.opens(damaged)
    user.answers.saved = tmp_path / "no folder" / "both.html"
    with user.qtbot.waitSignal(user.window.desk.failed, timeout=20_000):
        user.triggers(ActionId.EXPORT_BOTH)
    assert user.message


def test_exports_stand_in_the_file_menu_and_need_a_document(user, damaged):
    file_menu = user.window.menuBar().actions()[0].menu()
    titles = [menu.title() for menu in file_menu.findChildren(QMenu)]
    titles += [action.text() for action in file_menu.actions()]
    assert "&Export" in titles
    assert not user.window.actions_by_id[ActionId.EXPORT_BOTH].isEnabled()
    user.opens(damaged)
    assert user.window.actions_by_id[ActionId.EXPORT_BOTH].isEnabled()
