import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from reader.pinyin.reasons import SENTENCES
from reader.text.kinds import RepairKind
from reader.text.resources import resource_path
from reader.ui.window.actions import ActionId, specs
from reader.ui.wording import plain, rule_text
from tests.ui.window.test_settings import choose


def test_chinese_is_spoken_at_once_and_remembered(start):
    first = start()
    first.opens_text()
    choose(first.window.preferences.language_menu, "zh_CN")
    # Qt posts the change to the windows; the next turn of the event loop delivers it.
    open_file = first.window.actions_by_id[ActionId.OPEN]
    first.qtbot.waitUntil(lambda: open_file.text() == "打开(&O)…")
    assert "处修复" in first.window.status.summary.text()
    assert "粘贴的文本" in first.window.windowTitle()
    assert "点击隐藏" in first.window.page.legend.chip(RepairKind.GLOSS).toolTip()
    first.quits()
    second = start()
    sample = second.window.start_page.ways.sample
    assert sample.text() == "打开示例"
    choose(second.window.preferences.language_menu, "en")
    second.qtbot.waitUntil(lambda: sample.text() == "Open the sample")


def test_qt_itself_speaks_chinese_too(user):
    choose(user.window.preferences.language_menu, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_english_has_plurals(user):
    user.opens_text("劳")
    assert "1 character " in user.window.status.summary.text()
    user.opens_text("劳动")
    assert "2 characters " in user.window.status.summary.text()


def test_an_unknown_language_is_the_system_s(user):
    user.window.languages.choose("tlh")
    assert user.window.languages.choice == ""


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_translations_are_compiled(language):
    assert resource_path("i18n", f"jingdu_{language}.qm").stat().st_size > 100


def test_every_action_has_words_in_chinese(user):
    english = {action_id: spec.text for action_id, spec in specs().items()}
    choose(user.window.preferences.language_menu, "zh_CN")
    same = [spec.text for action_id, spec in specs().items() if spec.text == english[action_id]]
    assert same == []


def test_no_two_actions_share_keys():
    keys = [key for spec in specs().values() for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_about_says_what_this_is(user):
    user.triggers(ActionId.ABOUT)
    texts = [label.text() for label in user.window.findChildren(QLabel)]
    assert any("sends nothing" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "outside"),
    [("&Open…", "Open"), ("打开(&O)…", "打开"), ("En&coding", "Encoding"), ("查找(&F)…", "查找")],
)
def test_an_action_is_named_without_mnemonic_outside_menus(text, outside):
    assert plain(text) == outside


def test_every_reason_of_a_reading_has_words_in_chinese(user):
    english = {why: rule_text(why) for why in SENTENCES}
    assert english == SENTENCES
    choose(user.window.preferences.language_menu, "zh_CN")
    assert [why for why in SENTENCES if rule_text(why) == english[why]] == []
