from reader.ui.actions import ActionId
from tests.ui.conftest import CLEAN, DAMAGED


def test_the_clean_text_is_saved_as_utf8_under_a_new_name(user, damaged):
    user.opens(damaged)
    user.answers.saved = damaged.with_name("clean.txt")
    user.triggers(ActionId.SAVE)
    assert user.answers.saved.read_bytes() == CLEAN.encode()
    assert user.answers.suggested == damaged.with_name("报告_clean.txt")
    assert "clean.txt" in user.message
    assert sorted(path.name for path in damaged.parent.glob("*.txt")) == ["clean.txt", "报告.txt"]


def test_a_name_without_an_ending_gets_one(user, damaged):
    user.opens(damaged)
    user.answers.saved = damaged.with_name("clean")
    user.triggers(ActionId.SAVE)
    assert damaged.with_name("clean.txt").read_text("utf-8") == CLEAN


def test_giving_up_saves_nothing(user, damaged):
    user.opens(damaged)
    user.triggers(ActionId.SAVE)
    assert [path.name for path in damaged.parent.glob("*.txt")] == ["报告.txt"]


def test_the_original_is_kept_unless_its_loss_is_confirmed(user, damaged):
    user.opens(damaged)
    user.answers.saved = damaged
    user.triggers(ActionId.SAVE)
    assert user.answers.asked_to_overwrite == [damaged]
    assert damaged.read_text("utf-8") == DAMAGED
    user.answers.overwrite = True
    user.triggers(ActionId.SAVE)
    assert damaged.read_text("utf-8") == CLEAN


def test_a_place_that_cannot_be_written_is_told(user, damaged, tmp_path):
    user.opens(damaged)
    user.answers.saved = tmp_path / "no folder" / "clean.txt"
    with user.qtbot.waitSignal(user.window.desk.failed):
        user.triggers(ActionId.SAVE)
    assert user.message
    assert user.document.text == CLEAN
