"""What a '?' ate at the end of a run out of step: shown as lost, told only by its sentence."""

import pytest

from reader import RepairKind, restore
from reader.repair.holes import find_bracket
from reader.text.repair import LOST, RepairState, count_gone, state_of
from tests.damage.mark_slip import mark_slip


def holes(document):
    return [one for one in document.repairs if count_gone(one)]


def test_an_eaten_digit_is_lost_and_its_place_stays():
    text = "假期可以去看清明上河圖??梢曰?.5~2小時游覽，再去附近的夜市。"
    document = restore(text)
    (hole,) = holes(document)
    assert document.text[hole.clean_start : hole.clean_end] == "?"
    assert document.text.endswith("花?.5~2小时游览，再去附近的夜市。")
    assert (hole.rule, hole.kind, hole.applied) == (LOST, RepairKind.ENCODING, False)
    assert state_of(hole) is RepairState.LOST
    assert count_gone(hole) == 1
    (slip,) = [one for one in document.repairs if one.after == "花"]
    assert slip.source_end == hole.source_start


@pytest.mark.parametrize("text", ["上?！V州、深圳等地", "中华人民共和\ufffd国", "锟斤拷"])
def test_elsewhere_it_is_not_known_how_many_bytes_are_gone(text):
    assert not holes(restore(text))


def test_the_only_bracket_that_a_sentence_lacks_is_written():
    text = "各参建单位(含分包单位及其从业人员)应当签订合同。"
    assert find_bracket("各参建单位(含分包单位及其从业人员", "应当签订合同。") == ")"
    assert find_bracket("各参建单位", "含分包单位)应当签订合同。") == "("
    assert find_bracket("", text) is None
    assert find_bracket("甲(约 5", "乙") == ")"
    assert find_bracket("甲", "乙，约12)丙") == "("


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("金额", "5万元"),
        ("第一句(未完。第二句", "5万元"),
        ("共有人(业主", "应当?在"),
        ("甲(乙", "丙)丁"),
        ("甲(乙(丙", "丁"),
        ("甲", "乙)丙)丁"),
        ("花", "5小时，心情很好:)"),
        ("花", "5小时，1)先买票，b)再排队"),
    ],
)
def test_where_something_else_may_have_stood_nothing_is_written(before, after):
    assert find_bracket(before, after) is None


@pytest.mark.parametrize(
    "text",
    [
        "管网稳步扩大。课题组成员(包括在读研究生)应当参加培训。",
        "管网稳步扩大。基础设施(不含农村地区)应当参加培训。",
    ],
)
def test_a_bracket_is_written_where_its_run_is_sure(text):
    damaged = mark_slip(text).text
    assert "?包括" in damaged or "?不含" in damaged
    document = restore(damaged)
    assert document.text == text
    (bracket,) = [one for one in document.repairs if one.after == "("]
    assert [reason.code for reason in bracket.evidence] == ["eaten", "unpaired"]
    assert state_of(bracket) is RepairState.UNSURE
