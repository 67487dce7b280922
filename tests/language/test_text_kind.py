"""What a paragraph is: simplified, traditional, of both scripts, or spun."""

import pytest

from reader.language.ngram import character_model
from reader.language.text_kind import GENERAL_SHARES, MODELS, find_shares, identify
from reader.language.text_signs import read_signs


def kind_of(text, shares=GENERAL_SHARES):
    signs = read_signs(text, 0, character_model())
    return identify(signs, shares, glossed=False)


def test_the_shares_of_all_models_are_one():
    assert abs(sum(GENERAL_SHARES) - 1) < 0.02
    assert len({model.name for model in MODELS}) == len(MODELS)


@pytest.mark.parametrize(
    "text",
    [
        "学校请来了郑堃老师讲课，大家都说讲得好。",
        "渔民捕到一条魟和两只章鱼。",
        "“攷”是“考”的异体字，见于“參攷”一词。",
    ],
)
def test_simplified_text_with_a_rare_character_was_not_spun(text):
    kind = kind_of(text)
    assert not kind.spun
    assert not kind.traditional


@pytest.mark.parametrize(
    "text",
    [
        "學校請來了鄭堃老師講課，大家都說講得好。",
        "這條路經過甪直和邠州，走了三個月纔到。",
        "台灣宏碁公司昨天發表了新產品。",
        "爲什麼羣衆都在這裏？因爲麪包好喫。",
    ],
)
def test_honest_traditional_text_is_no_damage(text):
    kind = kind_of(text)
    assert kind.traditional
    assert not kind.spun


@pytest.mark.parametrize(
    "text",
    [
        "推動勞動關係咊諧發展，筦理昰關鍵。",
        "工程郃格，資金郃理，配郃、聯郃。",
        "加強攷核，迻交資料，詧看現場。",
        "科學傢給齣瞭答案，頭髮剪短瞭，建瞭新宿捨。",
    ],
)
def test_replaced_characters_show_that_text_was_spun(text):
    assert kind_of(text).spun


def test_a_clean_line_in_a_spun_document_stays_clean():
    model = character_model()
    spun = ["推動勞動關係咊諧發展，筦理昰關鍵。", "加強攷核，迻交資料，詧看現場。"] * 4
    shares = find_shares((read_signs(line, 0, model) for line in spun), glossed=False)
    assert kind_of("我们应当认真总结过去一年的经验，听取各方面的意见。", shares).spun is False
    assert kind_of("筦理昰關鍵。", shares).spun


def test_a_traditional_word_makes_a_line_of_both_scripts_not_a_spun_one():
    kind = kind_of("他从昇县出发，去过臺灣和澳門。")
    assert not kind.spun
    assert not kind.traditional
