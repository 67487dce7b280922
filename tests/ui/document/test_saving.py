from reader.ui.window.actions import ActionId
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
    with user.qtbot.waitSignal(user.window.opening_failed):
        user.triggers(ActionId.SAVE)
    assert user.message
    assert user.document.text == CLEAN


def test_the_second_time_it_goes_where_it_went_before(user, start, damaged):
    user.opens(damaged)
    target = damaged.with_name("clean.txt")
    user.answers.saved = target
    user.triggers(ActionId.SAVE)
    user.answers.saved = None
    user.triggers(ActionId.NEXT_REPAIR)
    user.triggers(ActionId.REJECT)
    user.triggers(ActionId.SAVE)
    assert target.read_text("utf-8") == user.document.text != CLEAN
    user.quits()
    second = start()
    second.opens(damaged)
    second.triggers(ActionId.UNDO)
    second.triggers(ActionId.SAVE)
    assert target.read_text("utf-8") == CLEAN
    assert second.answers.suggested is None


def test_a_file_that_somebody_changed_meanwhile_is_not_replaced_unasked(user, damaged):
    user.opens(damaged)
    target = damaged.with_name("clean.txt")
    user.answers.saved = target
    user.triggers(ActionId.SAVE)
    target.write_text("mine", "utf-8")
    user.answers.saved = None
    user.triggers(ActionId.SAVE)
    assert user.answers.suggested == target
    assert target.read_text("utf-8") == "mine"
    target.unlink()
    user.triggers(ActionId.SAVE)
    assert not target.exists()


def test_a_pasted_text_is_saved_again_where_it_was(user, tmp_path):
    user.opens_text()
    user.answers.saved = tmp_path / "clean.txt"
    user.triggers(ActionId.SAVE)
    user.answers.saved = None
    user.triggers(ActionId.NEXT_REPAIR)
    user.triggers(ActionId.REJECT)
    user.triggers(ActionId.SAVE)
    assert (tmp_path / "clean.txt").read_text("utf-8") == user.document.text


def test_another_name_can_be_chosen_any_time(user, damaged):
    user.opens(damaged)
    for name in ("one.txt", "two.txt"):
        user.answers.saved = damaged.with_name(name)
        user.triggers(ActionId.SAVE_AS)
    assert damaged.with_name("two.txt").read_text("utf-8") == CLEAN
    assert user.answers.suggested == damaged.with_name("one.txt")


def test_the_original_is_asked_about_each_time(user, damaged):
    user.opens(damaged)
    user.answers.saved, user.answers.overwrite = damaged, True
    user.triggers(ActionId.SAVE)
    user.triggers(ActionId.SAVE)
    assert user.answers.asked_to_overwrite == [damaged, damaged]


def test_saving_says_what_is_left_to_decide_and_what_is_lost(user, damaged):
    user.opens_text("你好锟斤拷世界，重(chóng)庆是一座城市，位于中国西南部。\n")
    user.answers.saved = damaged.with_name("clean.txt")
    user.triggers(ActionId.SAVE)
    assert "1 place is undecided. 1 place is lost." in user.message
