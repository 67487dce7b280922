"""What is around a place tells whether anything may be out of step there."""

from __future__ import annotations

from random import Random

import pytest

from reader.codepages.surroundings import Surroundings
from reader.language.ngram import character_model
from tests.damage.everyday import TEXTS
from tests.damage.gbk import units
from tests.damage.missing_byte import without_byte
from tests.damage.noise import hanzi_noise, list_kinds


def look_at(text: str) -> Surroundings:
    return Surroundings(text, ("gbk",), character_model())


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) > 30][:8])
def test_text_makes_sense_in_step_and_out_of_it(text):
    held = text.encode("gbk", "ignore").decode("gbk")
    damaged = without_byte(held, 0)
    for one in (held, damaged):
        assert all(look_at(one).make_sense(at) for at in range(len(one)))


def test_a_short_run_may_be_anything():
    assert look_at("確?！笆奈").make_sense(1)
    assert look_at("權?炔块T應當依法履行").may_be_one_byte_off(2, 16)
    assert look_at("").make_sense(0)


def test_a_long_run_reads_well_one_byte_off():
    data = "环境保护监督管理和行政执法工作".encode("gbk")[1:]
    run = "".join(read for _, _, read in units(data))
    assert look_at(run).may_be_one_byte_off(0, 14)
    assert not look_at("钎钏钐钒钔钕钗钘钚钛钜钣钤钪").may_be_one_byte_off(0, 14)


@pytest.mark.parametrize(
    "kind", ["random hanzi", "random Cyrillic", "random full-width letters", "random emoji"]
)
def test_characters_at_random_make_none(kind):
    text = list_kinds()[kind](600, Random(kind))
    places = range(40, 560, 8)
    assert sum(look_at(text).make_sense(at) for at in places) < 0.1 * len(places)


def test_losses_between_them_change_nothing():
    text = hanzi_noise(600)
    places = [at for at, char in enumerate(text) if char == "?"]
    assert sum(map(look_at(text).make_sense, places)) < 0.1 * len(places)
