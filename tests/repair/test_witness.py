"""A second copy tells what stood where this one is damaged, and never changes what is right."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import restore
from reader.text.sentences import evidence_words
from tests.damage.everyday import TEXTS
from tests.damage.gloss_slip import byte_glosses
from tests.damage.mark_slip import MARKS, mark_slip
from tests.damage.noise import hanzi_noise
from tests.damage.sentences import SENTENCES
from tests.damage.signs import lose_signs

TEXT = "\n".join(
    (
        "老人住在上海、广州两地，冬天去南方过年，夏天回到东北避暑。",
        "河道两岸种满柳树。基层干部每周巡查两次，发现漏洞马上上报。",
        "他一生俭朴。靠着两亩薄田，供出了三个大学生。总的来看，大家都很佩服。",
        "公司规模不断扩大。科技创新项目增多，海外业务也增加了不少。",
        "孩子们笑了起来。老师说：“可以，我们明天就去图书馆看书。”",
        "展厅里挂着运河图。可以花上两个小时细看，也可以请人讲解。",
    )
)


def slip(text, marks=MARKS):
    """Tear each line by itself, so that no line end is taken along."""
    return "\n".join(mark_slip(line, marks=marks).text for line in text.split("\n"))


def wrong_lines(text):
    return [
        line
        for line, right in zip(text.split("\n"), TEXT.split("\n"), strict=True)
        if line != right
    ]


def taken(document):
    return [one for one in document.repairs if one.rule == "witness.text"]


def test_two_copies_with_different_slips_come_out_better_than_either():
    one, other = slip(TEXT, "！"), slip(TEXT, "；：？")
    assert wrong_lines(restore(one).text)
    for text, witness in ((one, other), (other, one)):
        document = restore(text, witness=witness)
        assert len(wrong_lines(document.text)) <= len(wrong_lines(restore(text).text)) / 2
        assert document.rebuild_source() == text


def test_glosses_in_one_copy_and_slips_in_the_other():
    keys = {"聽": "(tīng)", "動": "(dòng)", "學": "(xué)"}
    text = "这里的人事争议调解工作做得好。\n" + TEXT
    one = byte_glosses(text.replace("争议", "爭議"), keys).text
    other = slip(text, "！")
    document = restore(one, witness=other)
    assert document.text == text


def test_a_whole_witness_restores_every_slip():
    document = restore(slip(TEXT), witness=TEXT)
    assert document.text == TEXT
    assert taken(document)
    assert all(one.confidence >= 0.9 for one in taken(document))


def test_a_restored_document_is_a_witness_too():
    damaged = slip(TEXT)
    assert restore(damaged, witness=restore(TEXT)).text == restore(damaged, witness=TEXT).text


def test_the_evidence_names_the_copy_and_the_bytes():
    document = restore(slip(TEXT), witness=TEXT)
    first = taken(document)[0]
    words = [evidence_words(one) for one in first.evidence]
    assert words[0] == f"The second copy has {first.after} here."
    assert words[1] == "The remaining bytes match it."


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("他想起劳动关\ufffd的事，一夜没睡。", "他想起劳动关系的事，一夜没睡。"),
        ("县里的\ufffd\ufffd\ufffd厂倒闭了。", "县里的砖厂倒闭了。"),
        ("勐??县的茶农最忙。今年雨多。", "勐海县的茶农最忙。今年雨多。"),
        ("市里印发了《供水办?》，从今天起施行。", "市里印发了《供水办法》，从今天起施行。"),
        ("他自?己也说不清楚，只好走了。", "他自己也说不清楚，只好走了。"),
    ],
)
def test_what_is_lost_here_stands_there(damaged, whole):
    document = restore(damaged, witness=whole)
    assert document.text == whole
    assert document.rebuild_source() == damaged


def test_pinyin_in_place_of_a_character_is_told():
    text = "zui近天气转凉，政fu要求各地做好准备。"
    assert restore(text, witness=text.replace("fu", "府")).text == text.replace("fu", "府")


def test_lost_brackets_are_told():
    text = "请参照《城市供水办法》第三条，并报市政府备案。"
    assert restore(lose_signs(text).text, witness=text).text == text


@pytest.mark.parametrize(
    "witness",
    [
        TEXT.replace("三个", "四个").replace("冬天", "春天").replace("两次", "三次"),
        TEXT.replace("。", "！"),
        TEXT.replace("老人", "老人家").replace("马上", ""),
        "\n".join(TEXTS),
        "\n".join(SENTENCES),
        "",
        "？",
        hanzi_noise(3_000),
    ],
)
def test_right_text_stays_whatever_the_witness_has(witness):
    assert restore(TEXT, witness=witness) == restore(TEXT)


def test_questions_stay_where_the_witness_has_none():
    text = "你去不去?我已经走了。真的?当然。他说是吗?大家都笑。"
    assert restore(text, witness=text.replace("?", "，")).text == restore(text).text


def test_a_witness_of_another_text_changes_nothing():
    damaged = slip(TEXT)
    assert restore(damaged, witness="\n".join(SENTENCES)) == restore(damaged)


def test_a_witness_with_the_same_damage_tells_nothing():
    damaged = slip(TEXT)
    assert not taken(restore(damaged, witness=damaged))


@given(st.text(alphabet="天地人?\ufffd！V确保。\n(tīng)", max_size=40), st.text(max_size=30))
def test_any_two_texts_can_be_given(text, witness):
    assert restore(text, witness=witness).rebuild_source() == text


def test_a_long_text_is_aligned_in_time_that_grows_with_it():
    text = "".join(f"第{number}天，{sentence}\n" for number, sentence in enumerate(SENTENCES * 40))
    random = Random(4)
    damaged = "".join("\ufffd" if random.random() < 0.002 else char for char in text)
    document = restore(damaged, witness=text)
    left = document.text.count("\ufffd")
    assert left < damaged.count("\ufffd") / 10
