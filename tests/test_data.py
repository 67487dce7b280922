import re
import runpy
import unicodedata
from collections import Counter
from pathlib import Path

import opencc
import pytest

from reader.text.resources import resource_path
from tests.bench import corpus

BUILD = Path(__file__).resolve().parents[1] / "resources" / "build"
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


def test_costs_of_letters_are_of_single_characters_once_a_language():
    costs = rows("letters.tsv")
    by_language = {}
    for language, cost, letters in costs:
        assert 0 < float(cost) < 20
        known = by_language.setdefault(language, set())
        assert known.isdisjoint(letters)
        assert len(set(letters)) == len(letters)
        known.update(letters)
    assert {"zh", "ja", "ko", "ru", "th"} <= set(by_language)
    assert {"的", "國"} <= by_language["zh"]


def test_cns_has_its_planes_and_agrees_with_big5_on_everyday_characters():
    cells = {
        (int(plane), int(row), 0x21 + at): char
        for plane, row, chars in rows("cns11643.txt")
        for at, char in enumerate(chars)
        if char != "\ufffd"
    }
    # Both sets sort the same 5,401 everyday hanzi by strokes and radical.
    big5 = bytes(
        byte
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        for byte in (lead, trail)
    ).decode("big5", "ignore")
    everyday = {char for (plane, row, _), char in cells.items() if plane == 1 and row >= 0x44}
    assert len(everyday & set(big5)) > 5350
    assert cells[1, 0x44, 0x21] == "一"
    assert Counter(plane for plane, _, _ in cells)[2] == 7650


def test_likeliest_forms_are_those_that_follow_from_the_other_tables():
    """If this fails: python resources/build/likeliest.py."""
    made = runpy.run_path(str(BUILD / "likeliest.py"))["make_text"]()
    assert made == resource_path("data", "likeliest.txt").read_text("utf-8")
    forms, anywhere, in_traditional = made.splitlines()
    assert len(forms) == len(anywhere) == len(in_traditional)
    assert anywhere[forms.index("勞")] == in_traditional[forms.index("勞")] == "劳"
    assert (anywhere[forms.index("乾")], in_traditional[forms.index("乾")]) == ("乾", "干")


def test_guessable_characters_are_those_that_follow_from_the_model():
    """If this fails: python resources/build/guessable.py."""
    made = runpy.run_path(str(BUILD / "guessable.py"))["make_text"]()
    assert made == resource_path("data", "guessable.txt").read_text("utf-8")
    chars, plain = made.splitlines()
    assert len(chars) == len(plain) == len(set(chars))
    assert chars[:3] == "，的。"
    assert plain[chars.index("勞")] == "劳"


def test_forms_are_those_of_the_table_of_variants():
    """If this fails: python resources/build/forms.py."""
    made = runpy.run_path(str(BUILD / "forms.py"))["make_text"]()
    assert made == resource_path("data", "forms.txt").read_text("utf-8")


def test_written_forms_are_those_that_follow_from_the_other_tables():
    """If this fails: python resources/build/written_forms.py."""
    made = runpy.run_path(str(BUILD / "written_forms.py"))["make_text"]()
    assert made == resource_path("data", "written_forms.txt").read_text("utf-8")
    simplified, forms = made.splitlines()
    assert len(simplified) == len(forms)
    assert list(simplified) == sorted(simplified)
    assert ("劳", "勞") in zip(simplified, forms, strict=True)
