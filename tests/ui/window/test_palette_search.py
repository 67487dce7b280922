import pytest

from reader.ui.window.palette_search import Tier, find_tier, fold, spell, spell_in_pinyin

SAVE, SAVE_ENGLISH = spell_in_pinyin("保存净文"), spell("Save clean text")


@pytest.mark.parametrize(
    ("query", "spelling", "tier"),
    [
        ("baocunjingwen", SAVE, Tier.SAME),
        ("baocun", SAVE, Tier.BEGINNING),
        ("bao cun", SAVE, Tier.BEGINNING),
        ("jingwen", SAVE, Tier.WORD),
        ("bc", SAVE, Tier.WORDS),
        ("bcjw", SAVE, Tier.WORDS),
        ("baocj", SAVE, Tier.WORDS),
        ("BJ", SAVE, Tier.WORDS),
        ("ingw", SAVE, Tier.PART),
        ("aw", SAVE, Tier.LETTERS),
        ("cb", SAVE, None),
        ("净文", spell("保存净文"), Tier.WORD),
        ("保文", spell("保存净文"), Tier.WORDS),
        ("save", SAVE_ENGLISH, Tier.BEGINNING),
        ("clean", SAVE_ENGLISH, Tier.WORD),
        ("sct", SAVE_ENGLISH, Tier.WORDS),
        ("svtx", SAVE_ENGLISH, Tier.LETTERS),
    ],
)
def test_a_query_fits_a_spelling_so_well(query, spelling, tier):
    assert find_tier(fold(query), spelling) == tier


@pytest.mark.parametrize("query", ["lv", "lü", "LU"])
def test_u_with_dots_is_typed_in_three_ways(query):
    assert find_tier(fold(query), spell_in_pinyin("绿色")) == Tier.BEGINNING


def test_a_name_without_hanzi_has_no_pinyin():
    assert spell_in_pinyin("Zoom in") is None
