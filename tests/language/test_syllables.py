"""Which spellings are removed as glosses."""

import pytest

from reader import restore

GLOSSED = "勞動(dòng)(dong)關(guān)係(xi),"


@pytest.mark.parametrize("text", ["西安(AN)市", "阿(A)方", "安(An)", "一(yi1)", "女(NV)"])
def test_capitals_alone_are_an_abbreviation(text):
    """安(An) and 一(yi1) are readings; two capitals or one are a name of something."""
    kept = text in ("西安(AN)市", "阿(A)方", "女(NV)")
    expected = text if kept else text[0]
    assert restore(GLOSSED + text).text == "劳动关系，" + expected


@pytest.mark.parametrize("gloss", ["kuài", "kuai", "kuai4", "KUAI", "kuài4", "Kuai", " kuai "])
def test_a_reading_is_known_in_every_spelling(gloss):
    assert restore(f"{GLOSSED}很快({gloss})").text == "劳动关系，很快"


@pytest.mark.parametrize("gloss", ["lv", "lü", "lu:", "lǜ", "lu:4", "lu", "LV4"])
def test_u_with_dots_is_known_in_every_spelling(gloss):
    assert restore(f"{GLOSSED}绿({gloss})色").text == "劳动关系，绿色"
