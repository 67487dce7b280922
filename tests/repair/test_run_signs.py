"""What stands around a run, and in it, says whether anything is out of step."""

import pytest

from reader import restore
from reader.repair.run_signs import holds_one_word, is_among_foreign, is_questions


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("结得很密\ufffd君逞신굵", True),  # GBK in EUC-KR
        ("电力设施\ufffd豸ÿ\ufffd\ufffdȼ\ufffd", True),  # GBK in UTF-8
        ("人事\ufffd(tīng)幾h調解(tiáo)(jiě)", False),  # pinyin is in GBK
        ("上?！V州、深圳😀😀𠮷", False),
        ("", False),
    ],
)
def test_letters_that_gbk_lacks_say_that_a_text_was_misread(text, foreign):
    assert is_among_foreign(text, 0, len(text)) is foreign


def test_letters_far_from_a_run_say_nothing_of_it():
    text = "신굵랜" + "路" * 30 + "\ufffd森"
    assert not is_among_foreign(text, len(text) - 2, len(text))


def test_one_everyday_hanzi_is_a_word_and_a_rare_one_may_be_bytes():
    assert holds_one_word("\ufffd林。", 0, 3)
    assert not holds_one_word("\ufffd茖W", 0, 3)
    assert not holds_one_word("\ufffd！", 0, 2)


def test_questions_end_where_no_number_goes_on():
    assert is_questions("我?他?她?", 1, 6)
    assert not is_questions("我?他?.5小时", 1, 4)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_characters_that_are_gone_put_nothing_out_of_step(count):
    text = "院子里种着高大的" + "\ufffd" * count + "林。"
    assert restore(text).text == text


def test_a_byte_shown_as_u_fffd_is_read_as_before():
    """Also where only a mark stands behind it: ！ is bytes of 迹 and 。."""
    assert restore("人事\ufffdtīng)幾h調解").text == "人事争议调解"
    assert (
        restore("我们在山里没有找到那头牛的踪\ufffd！\ufffd").text
        == "我们在山里没有找到那头牛的踪迹。"
    )
