"""Runs decoded one byte off, as damage.md and real pages show them."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

import pytest

from reader import RepairKind, restore
from tests.cases.tables import right_texts
from tests.damage.mark_slip import folded_slip, mark_slip
from tests.damage.noise import hanzi_noise
from tests.damage.traditional import traditional

TRUTHS = [
    "加强知识产权保护，推动上海、广州、深圳等城市的工作，提高服务质量。",
    "各级人民政府应当加强环境保护、监督管理和行政执法工作。",
    "违反本条例规定的，处一千元以上一万元以下罚款；情节严重的，处以五万元以下罚款。",
    "学校、医院和其他单位应当按照规定建立制度，组织开展宣传教育活动。",
]


def find_slips(text: str):
    return [one for one in restore(text).repairs if one.kind is RepairKind.SLIP]


@pytest.mark.parametrize("truth", TRUTHS)
@pytest.mark.parametrize("first", [lambda text, _: text, traditional])
def test_what_a_page_lost_at_a_mark_comes_back(truth, first):
    damaged = mark_slip(first(truth, Random(1))).text
    assert restore(damaged).text == truth


@pytest.mark.parametrize(
    "truth",
    [
        "违反本条例规定的，由城市管理行政主管部门责令改正，处以五千元罚款。",
        "各级人民政府应当加强环境保护、监督管理和行政执法工作。",
    ],
)
@pytest.mark.parametrize("eats", [True, False])
def test_a_page_whose_marks_were_folded_in_its_bytes_comes_back(truth, eats):
    """?睿: the mark is gone as well; ??睿 and ?;ぃ: it stands there half-width."""
    damaged = folded_slip(truth, eats=eats).text
    assert damaged != truth
    assert restore(damaged).text == truth


@pytest.mark.parametrize("text", ["歐巴??撒浪嘿??", "佢哋喺度??咩事??"])
def test_a_doubled_question_mark_in_traditional_text_is_no_slip(text):
    assert not find_slips(text)


@pytest.mark.parametrize("text", right_texts("slips"))
def test_right_text_is_no_slip(text):
    """Nothing is even proposed; that it stays, tests/cases sees to."""
    assert not find_slips(text)


def test_each_clause_says_how_sure_it_is_and_why():
    damaged = mark_slip(TRUTHS[1]).text
    found = find_slips(damaged)
    assert len(found) > 1
    assert found[0].evidence[0].code == "slip_lost"
    assert {one.evidence[0].code for one in found[1:]} <= {"slip_phase", "slip_lost"}
    for one in found:
        assert 0 <= one.confidence <= 1
        assert one.applied == (one.confidence >= 0.5)
        assert len(one.alternatives) <= 5
        assert all(other.text != one.after for other in one.alternatives)


def test_what_is_uncertain_is_only_proposed():
    """Both bytes of a name are gone; anything may have stood there."""
    truth = "该公司的惠某等五人主张权利；惠某等虽达成协议，但未履行。"
    document = restore(mark_slip(truth).text)
    unsure = [one for one in document.repairs if one.kind is RepairKind.SLIP and not one.applied]
    assert document.text == truth or unsure or any(r.confidence < 0.9 for r in document.repairs)


def test_an_eaten_digit_is_never_invented():
    """The '?' took the 5 with it; the text around it is restored, the '?' stays."""
    truth = "处货物价值的5倍以下罚款；情节严重的，处货物价值的8倍以下罚款。"
    damaged = mark_slip("可以处罚款数额的5倍以下罚款。").text
    assert "5" not in damaged
    assert "5" not in restore(damaged).text
    assert restore(truth).text == truth


def test_a_kana_run_out_of_step_is_no_japanese():
    damaged = mark_slip(TRUTHS[1]).text
    assert sum("ぁ" <= char <= "ん" or "ァ" <= char <= "ヶ" for char in damaged)
    assert find_slips(damaged)


def test_a_run_without_a_break_is_found_by_its_odd_hanzi():
    """Some converters leave nothing in the place of the lost byte."""
    damaged = mark_slip(TRUTHS[0]).text.replace("?", "")
    found = find_slips("第一条 为了规范工作，制定本条例。\n" + damaged)
    assert any("深圳等城市的工作" in one.after for one in found)


def test_noise_is_given_up_and_who_waits_is_told():
    """Bytes that are nothing must not take minutes; `tests.bench limits` reads 2,000 of them."""
    noise = hanzi_noise(40)
    told: list[float] = [process_time()]
    document = restore(noise, progress=lambda *_: told.append(process_time()))
    assert document.rebuild_source() == noise
    assert max(later - before for before, later in pairwise(told)) < 1
    assert told[-1] - told[0] < 3


def test_a_slip_behind_hundreds_of_questions_is_read():
    asked = "这是真的吗?我不信。你怎么看?他也不信，大家都说没有这回事。\n" * 300
    document = restore(asked + "确？！笆奈濉币巹澞繕巳蝿杖缙谕瓿伞?")
    assert document.text == asked + "确保“十四五”规划目标任务如期完成。"


@pytest.mark.parametrize(
    "truth",
    [
        "各级人民政府应当加强环境保护、监督管理和行政执法工作。",
        "违反本条例规定的，由城市管理行政主管部门责令改正，处以五千元罚款。",
    ],
)
def test_a_mark_shows_where_nothing_stands_for_the_lost_byte(truth):
    """环境；ぁ⒓喽焦 and 五千元？睢 have no '?', and the last byte of the line is gone as well."""
    damaged = mark_slip(truth).text.replace("?", "")
    assert damaged != truth
    assert restore(damaged).text == truth


def test_a_tag_that_lost_its_bracket_goes_with_the_run():
    damaged = mark_slip("<p>各级人民政府应当加强环境保护、监督管理和行政执法工作。</p>").text
    assert damaged.endswith("?/p>")
    assert restore(damaged).text == "各级人民政府应当加强环境保护、监督管理和行政执法工作。"


def test_a_run_without_a_break_is_found_in_traditional_text():
    damaged = "確！笆奈濉币巹澞繕巳蝿杖缙谕瓿伞"
    document = restore(damaged)
    assert document.text == "确保“十四五”规划目标任务如期完成。"
    assert restore(document.text).text == document.text
    assert not find_slips("狃狁狎狍狒狨獪狩狲狴狷猁狳獫狺狻猗猓玀猊猞猝，這些字都從犬。")
