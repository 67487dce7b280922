"""A glance at what a line says one byte off."""

import pytest

from reader.codepages.one_byte_off import gain_one_byte_off
from reader.language.ngram import character_model

_SEEN = 12


def _gain(text: str, at: int = 0, page: str = "gbk") -> float:
    assert page in ("gbk", "cp950")
    return gain_one_byte_off(text, at, _SEEN, page, character_model())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "；ぷ荚；",  # 护准裕: three characters are enough
        "！顾那楦疚簧佟?",  # 」四情妇位少
        "：厮毖×稳枪埠凸芡场?",
        "！Ｄ壳埃延?9所中小学被命名",  # 。目前
        "；σ丫蟠蠹跚；同时，林木果树",  # a pair has vanished
    ],
)
def test_what_is_out_of_step_reads_better(text: str) -> None:
    assert _gain(text) > 10


@pytest.mark.parametrize(
    "text",
    [
        ";冷鋒(feng)受(shou)到外力(li)的(de)逼(bi)",
        "；马卡瓦奥；帕伊亚；谷拉；海库",
        ":等容收縮朞(ji)咊(he)射血",
        ";婆羅(luo)洲(zhou)",
        "：勐养、勐笼、勐旺",
    ],
)
def test_spun_text_and_names_do_not(text: str) -> None:
    assert _gain(text) < 6


def test_what_stands_before_counts() -> None:
    before = "加强劳动关系"
    assert _gain(f"{before}；ぷ荚；", len(before)) > 10


@pytest.mark.parametrize(
    "text", ["", "！", "！a", "!", "\n", "！\ud800", "！\ue000\ue001", "！ab\n护"]
)
def test_where_nothing_can_be_paired_nothing_is_gained(text: str) -> None:
    assert _gain(text) == 0
    assert _gain(text, len(text)) == 0


def test_big5_is_paired_in_big5() -> None:
    slipped = "府應當依照".encode("cp950")[1:-1].decode("cp950")
    assert _gain(slipped, 0, "cp950") > 10
