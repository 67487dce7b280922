"""Japanese and Korean paragraphs, and Chinese ones that quote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.foreign import (
    CHINESE,
    JAPANESE,
    KOREAN,
    find_language_shares,
    identify_language,
    may_be_foreign,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("明日の会議は延期になりました。", JAPANESE),
        ("駅前の喫茶店で待っています", JAPANESE),
        ("中国人？そうですか。", JAPANESE),
        ("조선(朝鮮) 시대의 그림", KOREAN),
        ("서울特別市의 人口는 약 천만 명이다.", KOREAN),
        ("他问：“ありがとう”是什么意思？", CHINESE),
        ("日本動畫《となりのトトロ》在臺灣上映。", CHINESE),
        ("金先生（김대중）写的书", CHINESE),
        ("休闲の时光", CHINESE),
        ("推動勞動關係和諧發展", CHINESE),
    ],
)
def test_a_paragraph_has_the_language_of_its_letters(text, language):
    assert identify_language(text) == language


def test_a_short_line_without_kana_follows_its_neighbours():
    lines = ["項目,値", "テスト,1", "謹賀新年", *["メモはあとで書く", "会議は中止です"] * 4]
    shares = find_language_shares(lines)
    assert {identify_language(line, shares) for line in lines} == {JAPANESE}
    assert identify_language("謹賀新年") == CHINESE


@given(st.text(max_size=40))
def test_any_text_has_a_language(text):
    assert identify_language(text) in (CHINESE, JAPANESE, KOREAN)
    assert isinstance(may_be_foreign(text), bool)
