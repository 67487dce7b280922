"""Glosses that were inserted between two bytes of a character."""

import pytest

from reader import RepairKind, restore

BROKEN = [
    ("船隻的(ní)d量。", "船只的载量。"),
    ("距離大(dù)s50公里。", "距离大约50公里。"),
    ("光明的(qí)g宴的開始。", "光明的欢宴的开始。"),
    ("三山交(mǐ)R，拒絕離開。", "三山交汇，拒绝离开。"),
    ("長春大?fa)W的校長。", "长春大学的校长。"),
    ("他因心?na)K疾病去世。", "他因心脏疾病去世。"),
    ("北京地?(wáng)F10號線。", "北京地铁10号线。"),
]


@pytest.mark.parametrize(("damaged", "clean"), BROKEN)
def test_a_short_break_is_mended(damaged, clean):
    document = restore(damaged)
    assert document.text == clean
    (slip,) = [one for one in document.repairs if one.kind is RepairKind.SLIP]
    assert [reason.code for reason in slip.evidence] == ["slip_bytes", "slip_key", "word"]
    assert document.rebuild_source() == damaged


@pytest.mark.parametrize(
    "text",
    [
        "他是谁?(shéi)我不知道。",
        "这是什么字?(gǔ)请回答。",
        "他说tīng)就走了。",
        "听什么(tīng)都行。",
        "他能看到(yì)2名以上的人。",
        "离车站(zhēng)9公里。",
    ],
)
def test_a_reading_that_breaks_nothing_is_no_slip(text):
    assert not [one for one in restore(text).repairs if one.kind is RepairKind.SLIP]


def test_text_in_step_before_a_run_is_not_read_as_its_beginning():
    before = "路上没有店，夜里到那里去睡？咱且在这玳蓝神像后边"
    assert restore(before + "渡裣窈蟊? 胡乱睡一夜，明天再走。").text.startswith(before)
