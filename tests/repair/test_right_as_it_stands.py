"""Texts that look damaged but are right, and what is proposed for them all the same.

Those for which nothing is proposed stand in tests/cases.
"""

import pytest

from reader import restore
from reader.text.sentences import evidence_words

QUOTING = [
    "文章引用《史记》：“項羽已死，天下已定。”作者认为这一记载可信。",
    "繁体字“龍”简化为“龙”，“龜”简化为“龟”。",
    "“發”和“髮”在简体中都写作“发”，“乾”“幹”都写作“干”，但“乾坤”的“乾”不简化。",
    "甲骨文中的“龜”字是象形字，金文“馬”字也是，小篆“鳥”字仍可看出原形。",
    "“遊”今作“游”，“週”今作“周”，“鬱”今作“郁”。",
    "《說文解字》是东汉许慎所著的字书。",
    "台湾作家白先勇的《臺北人》是一部短篇小说集。",
    "碑文曰：「維大清光緒二十年歲次甲午」，字迹已漫漶难辨。",
    "卢武铉（盧武鉉）曾任韩国总统。",
    "繁体版标题为《臺灣通史》，连横著，成书于1918年。",
]


@pytest.mark.parametrize("text", QUOTING)
def test_a_traditional_quotation_stays_and_is_proposed(text):
    document = restore(text)
    assert document.text == text
    assert document.repairs
    assert all(one.confidence < 0.5 and not one.applied for one in document.repairs)
    words = " ".join(evidence_words(reason) for one in document.repairs for reason in one.evidence)
    assert "quotation" in words


SPELLED = ["这家家俱店凭藉口碑，彷佛一夜之间就红了。"]


@pytest.mark.parametrize("text", SPELLED)
def test_another_spelling_in_a_clean_text_is_only_proposed(text):
    document = restore(text)
    assert document.text == text
    assert document.repairs
    assert not any(one.applied for one in document.repairs)
