"""Marks and spaces in a text whose marks were folded."""

import pytest

from reader import restore

FOLDED = "推動(dòng)勞(lao)動(dòng)關(guān)係(xi),全(quan)麵髮(fa)展。"
CLEAN = "推动劳动关系，全面发展。"

WIDENED = [
    ("增长,5项;其中", "增长，5项；其中"),
    ("共23,其中3项", "共23，其中3项"),
    ("目标:2025年", "目标：2025年"),
    ("好吗?好!", "好吗？好！"),
    ("方案(试行)印发", "方案（试行）印发"),
    ("占79%,达到", "占79%，达到"),
]


@pytest.mark.parametrize(("given", "clean"), WIDENED)
def test_a_mark_beside_a_hanzi_is_widened(given, clean):
    assert restore(FOLDED + given).text == CLEAN + clean


@pytest.mark.parametrize(
    "text",
    [
        "共3,600件",
        "10:30开始",
        "比分3:2",
        "增长1.5,2.5倍",
        "访问Windows,Linux",
        "总值(GDP)",
        "A?B",
        "Yahoo!新闻",
        "是什么?A",
    ],
)
def test_a_mark_inside_numbers_or_latin_stays(text):
    assert restore(FOLDED + text).text == CLEAN + text


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("第一条 为了保护劳动者", "第一条 为了保护劳动者"),
        ("第十二章 监督管理", "第十二章 监督管理"),
        ("第3款 规定", "第3款 规定"),
        ("保护劳 动者", "保护劳动者"),
        ("落实政策。 加强管理", "落实政策。加强管理"),
    ],
)
def test_a_stray_space_goes_but_not_the_one_behind_a_number(given, clean):
    assert restore(FOLDED + given).text == CLEAN + clean
