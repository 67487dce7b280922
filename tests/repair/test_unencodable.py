"""Question marks that stand for a space or a bracket, where the form of the text tells so."""

import pytest

from reader import restore
from tests.damage.signs import lose_signs

DECREE = """国务院关于加强城市交通管理的通知
国发〔2013〕25号
\u3000\u3000为落实《中华人民共和国道路交通安全法》和《城市道路管理条例》，现就有关事项通知如下。
\u3000\u3000第一条\u3000各地应当加强公共交通建设，方便群众出行。
\u3000\u3000第二条\u3000本通知自印发之日起施行，有效期五年。"""


def test_a_decree_without_its_brackets_is_whole_again():
    page = lose_signs(DECREE, lost="〔〕《》")
    document = restore(page.text)
    assert document.text == DECREE
    assert {one.rule for one in document.repairs} == {"encoding.question_brackets"}
    assert all(one.confidence >= 0.95 for one in document.repairs)


def test_indents_and_spaces_behind_numbers_come_back():
    page = lose_signs(DECREE)
    text = restore(page.text).text
    assert text == DECREE.replace("\u3000各", " 各").replace("\u3000本通", " 本通")


@pytest.mark.parametrize("run", ["??", "? ?", " ?? ", "???"])
def test_a_spread_heading_is_one_word(run):
    text = f"摘{run}要：本文讨论交通。\n目{run}录\n前{run}言"
    assert restore(text).text == "摘要：本文讨论交通。\n目录\n前言"


def test_one_number_alone_is_pointed_out():
    (repair,) = restore("第三条??为了保护劳动者，制定本法。").repairs
    assert (repair.after, repair.applied) == (" ", False)


def test_text_out_of_step_is_no_lost_space():
    """第三條。基於 torn: what follows is one byte off."""
    text = "第一条??為了加強管理。\n第二条??肚捌诮涷灒骺h應當建立。\n第三条??本法適用於各地。"
    made = restore(text)
    assert not [
        one
        for one in made.repairs
        if one.rule == "encoding.question_spaces" and "肚" in made.source[one.source_end :][:1]
    ]


@pytest.mark.parametrize("unit", ["?", "? ", "人??", "?人", "?2013", "?2013?25号", "法?"])
def test_thousands_of_them_take_no_time(unit):
    text = unit * 3_000
    assert restore(text).rebuild_source() == text
