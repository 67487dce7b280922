import re
import runpy
import unicodedata
from collections import Counter
from pathlib import Path

import opencc
import pytest

from reader.text.resources import resource_path
from tests.bench import corpus

SYLLABLE = re.compile("(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouü]+(?:n|ng|r)?")
TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c")
SOURCE = re.compile(
    r"(?:script|variant):(?:opencc|unihan|unicode|cedict|yitizi)(?:\.\w+)?"
    r"|evidence:\w+/(?:component|phonetic|radical)"
)


def rows(name):
    text = resource_path("data", name).read_text("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    return [line.split("\t") for line in text[:-1].split("\n")]


@pytest.fixture(scope="module")
def standard():
    return {char: int(level) for char, level in rows("standard.tsv")}


@pytest.fixture(scope="module")
def readings():
    return {char: of.split(" ") for char, of in rows("readings.tsv")}


@pytest.fixture(scope="module")
def variants():
    return [(form, base, int(cost), of.split(" ")) for form, base, cost, of in rows("variants.tsv")]


@pytest.mark.parametrize("name", ["standard.tsv", "readings.tsv", "variants.tsv"])
def test_lines_begin_with_one_character_and_are_sorted_by_it(name):
    firsts = [row[0] for row in rows(name)]
    assert all(len(first) == 1 for first in firsts)
    assert firsts == sorted(firsts)


def test_the_standard_table_is_whole(standard):
    assert Counter(standard.values()) == {1: 3500, 2: 3000, 3: 1605}


def test_each_standard_character_has_a_reading(standard, readings):
    assert not [char for char in standard if char not in readings]


def test_readings_are_composed_syllables_without_repeats(readings):
    for char, of in readings.items():
        assert len(of) == len(set(of)), char
        for reading in of:
            assert reading == unicodedata.normalize("NFC", reading), char
            plain = unicodedata.normalize("NFD", reading).translate(TONES)
            assert SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)), (char, reading)


def test_no_pair_stands_twice_and_none_leads_to_itself(variants):
    pairs = [(form, base) for form, base, _, _ in variants]
    assert len(pairs) == len(set(pairs))
    assert not [form for form, base in pairs if form == base]


def test_bases_are_standard_or_a_second_form_in_gb2312(variants, standard):
    for form, base, _, sources in variants:
        if base not in standard:
            assert base.encode("gb2312")
            assert all(source.startswith("script:") for source in sources), form


def test_costs_rise_within_a_form_and_keep_to_their_tier(variants):
    last = ("", 0)
    for form, base, cost, sources in variants:
        assert 0 <= cost <= 9
        assert form != last[0] or cost >= last[1], form
        last = (form, cost)
        assert all(SOURCE.fullmatch(source) for source in sources), (form, base, sources)
        if all(source.startswith("evidence:") for source in sources):
            assert cost >= 4, (form, base)


def test_a_guess_is_made_for_no_everyday_form(variants, standard):
    for form, base, _, sources in variants:
        if standard.get(form, 3) < 3:
            assert all(source.startswith("script:") for source in sources), (form, base)


def test_a_guess_shares_its_reading_with_the_base(variants, readings):
    for form, base, _, sources in variants:
        for source in sources:
            if source.startswith("evidence:"):
                shared = source[len("evidence:") :].partition("/")[0]
                for char in (form, base):
                    plain = {
                        unicodedata.normalize(
                            "NFC", unicodedata.normalize("NFD", reading).translate(TONES)
                        )
                        for reading in readings[char]
                    }
                    assert shared in plain or shared in readings[char], (form, base)


def test_the_tables_stay_small():
    size = sum(
        resource_path("data", name).stat().st_size for name in ("variants.tsv", "readings.tsv")
    )
    assert size < 1_700_000


def test_the_frequent_characters_are_as_their_script_makes_them(monkeypatch):
    sentences = corpus.LAWS.with_name("cpp_dev.sent")
    if not (corpus.available() and sentences.is_file()):
        pytest.skip("the corpus is not here")
    root = Path(__file__).resolve().parents[1]
    monkeypatch.syspath_prepend(root / "resources" / "build")
    make = runpy.run_path(str(root / "resources" / "build" / "frequent.py"))["module"]
    made = make(corpus.LAWS, sentences, Path(opencc.__file__).parent / "dictionary")
    assert made == (root / "reader" / "formats" / "frequent.py").read_text("utf-8")
