"""The language model that ships: what it finds likely, and that its interfaces agree."""

import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.ngram import CharacterModel, character_model
from reader.text.resources import resource_path

WRITTEN = st.text(
    st.one_of(st.sampled_from("中华人民共和国劳动关系的了，。A1 \n\t𠮷〇�"), st.characters())
)


@pytest.fixture(scope="module")
def model():
    return character_model()


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("中华人民共和国劳动合同法", "中华人民共和国老动合同法"),
        ("公司上半年营业收入同比增长", "公司上半年营业收人同比增长"),
        ("孩子们在操场上踢足球", "孩子们在操厂上踢足球"),
        ("他把钥匙忘在了办公室", "他把钥匙忘在了办公是"),
        ("专家提醒老人和儿童", "专家提醒老人和儿憧"),
    ],
)
def test_text_with_a_wrong_character_costs_more(model, likely, unlikely):
    assert model.text_cost(likely) + 3 < model.text_cost(unlikely)


def test_three_characters_of_context_say_more_than_two(model):
    first, second, third, fourth = model.ids("共和国务")
    assert model.cost4(first, second, third, fourth) != model.cost(second, third, fourth)
    assert model.cost4(*model.ids("民共和国")) < 0.1


def test_an_unknown_character_hides_what_stands_before_it(model):
    [unknown] = model.ids("\U0010ffff")
    a, b, c = model.ids("劳动法")
    assert model.cost4(unknown, a, b, c) == model.cost(a, b, c)
    assert model.cost4(a, unknown, b, c) == model.cost(unknown, b, c)
    assert model.cost(a, unknown, c) == pytest.approx(model.rarity("法"))
    assert not model.knows("\U0010ffff")
    assert model.rarity("\U0010ffff") > 18


@pytest.mark.parametrize("context", ["第一", "劳动", "我们", "的，", "之饕", "\n\n"])
def test_what_may_follow_two_characters_sums_to_one(model, context):
    first, second = model.ids(context)
    size = len(resource_ids(model))
    total = sum(math.exp(-model.cost(first, second, last)) for last in range(size))
    assert total == pytest.approx(1, abs=0.05)  # costs are rounded to 1/11 nat


@pytest.mark.parametrize("context", ["人民共", "有关部", "我们的", "\n第一"])
def test_what_may_follow_three_characters_sums_to_one(model, context):
    ids = model.ids(context)
    size = len(resource_ids(model))
    total = sum(math.exp(-model.cost4(*ids, last)) for last in range(size))
    assert total == pytest.approx(1, abs=0.05)  # costs are rounded to 1/11 nat


def resource_ids(model):
    """Return all ids: characters are numbered without a gap."""
    ids = []
    while True:
        try:
            model.character(len(ids))
        except IndexError:
            return ids
        ids.append(len(ids))


@pytest.mark.parametrize(("char", "shown"), [("国", "国"), ("7", "0"), ("q", "A"), ("\n", "\n")])
def test_an_id_leads_back_to_its_character(model, char, shown):
    assert model.character(model.ids(char)[0]) == shown


def test_context_counts_on_both_sides(model):
    assert model.text_cost("国", "\n\n人民共和") < model.text_cost("国")
    assert model.text_cost("人民", after="共和国") == pytest.approx(model.text_cost("人民共和国"))
    assert model.text_cost("") == 0
    assert model.text_cost("法院", "很长的一段话，人民") == model.text_cost("法院", "，人民")


@given(st.lists(WRITTEN, max_size=5), WRITTEN, WRITTEN)
@settings(deadline=None)  # the first call loads numpy
def test_a_batch_costs_what_its_texts_cost(texts, before, after):
    model = character_model()
    single = [model.text_cost(text, before, after) for text in texts]
    assert model.text_costs(texts, before, after) == pytest.approx(single, abs=1e-3)


def test_a_long_text_in_a_batch(model):
    text = "劳动者有下列情形之一的，用人单位可以解除劳动合同：" * 6_000
    assert model.text_costs([text])[0] == pytest.approx(model.text_cost(text), rel=1e-4)


def test_lone_surrogates_are_unknown_characters(model):
    assert model.text_costs(["\ud800"]) == pytest.approx([model.text_cost("\ud800")])


def test_asking_the_model_does_not_load_numpy():
    code = (
        "import sys; from reader.language.ngram import character_model\n"
        "model = character_model(); model.text_cost('中国'); model.contexts.pairs(5)\n"
        "sys.exit('numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_model_is_small():
    assert resource_path("data", "ngram.bin").stat().st_size <= 30_000_000


def test_another_file_is_no_model(tmp_path):
    other = tmp_path / "ngram.bin"
    other.write_bytes(b"JDNG0001" + bytes(100))
    with pytest.raises(ValueError, match="reinstall"):
        CharacterModel(other)
