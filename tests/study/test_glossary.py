"""The glossary of policy language and the function words: form, script, pinyin."""

import re

import opencc
import pytest

from reader.language.characters import readings_of
from reader.language.syllables import split_spelling
from reader.text.resources import resource_path

HANZI = re.compile("[\u3400-\u9fff]+")
SYLLABLE = re.compile("[A-Z]?[a-z]*(?:u:)?[a-z]*[1-5]")
TABLES = ("glossary.tsv", "function_words.tsv")
CLASSES = {
    "glossary.tsv": {"n", "v", "a", "ad", "m", "t", "ns", "nt", "i"},
    "function_words.tsv": {"p", "c", "u", "r", "ad", "v", "f", "k", "t"},
}
WIDEST = {"glossary.tsv": 36, "function_words.tsv": 24}
"""How many characters fit under a word: the most that the first sense may have."""
LONGEST = 80
"""The most characters of any sense."""
BARE = {"的", "地", "得", "了", "着", "过"}
"""Particles under which nothing is written."""


def read(name):
    """Return the rows of a table, without the comments that head it."""
    text = resource_path("data", name).read_text("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    lines = text[:-1].split("\n")
    head = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    return [line.split("\t") for line in lines[head:]]


@pytest.fixture(scope="module", params=TABLES)
def table(request):
    return request.param, read(request.param)


def test_each_line_has_a_term_its_pinyin_its_senses_and_a_known_word_class(table):
    name, rows = table
    assert not [row for row in rows if len(row) != 4 or not all(row)]
    assert {row[3] for row in rows} <= CLASSES[name]


def test_terms_are_hanzi_sorted_and_stand_once(table):
    terms = [row[0] for row in table[1]]
    assert not [term for term in terms if not HANZI.fullmatch(term)]
    assert terms == sorted(set(terms))


def test_no_term_holds_a_traditional_form(table):
    simplify = opencc.OpenCC("t2s").convert
    assert not [row[0] for row in table[1] if simplify(row[0]) != row[0]]


def test_there_is_one_syllable_a_character_and_the_character_can_be_read_so(table):
    for term, pinyin, *_ in table[1]:
        syllables = pinyin.split(" ")
        assert len(syllables) == len(term), term
        for char, syllable in zip(term, syllables, strict=True):
            assert SYLLABLE.fullmatch(syllable), (term, syllable)
            plain, tone = split_spelling(syllable)
            readings = {split_spelling(reading) for reading in readings_of(char)}
            if tone == "5":
                assert plain in {known for known, _ in readings}, (term, syllable)
            else:
                assert (plain, tone) in readings, (term, syllable)


def test_senses_are_plain_text_and_fit(table):
    name, rows = table
    for term, _, cell, _ in rows:
        senses = cell.split(" / ")
        assert len(senses) == len(set(senses)), term
        assert len(senses[0]) <= WIDEST[name], term
        for sense in senses:
            assert 0 < len(sense) <= LONGEST, term
            assert sense == " ".join(sense.split()), term
            assert not HANZI.search(senses[0]), term
            assert sense.count("(") == sense.count(")"), term


def test_a_verb_begins_with_to_unless_another_class_comes_first():
    """A gloss under a verb reads "to implement"; a noun beside it ("approval") may come first."""
    for term, _, senses, kind in read("glossary.tsv"):
        if senses.startswith("to ") and not senses.startswith("to ("):
            assert kind in {"v", "i"}, term


def test_nothing_is_written_under_the_particles_and_something_under_all_else():
    assert {row[0] for row in read("function_words.tsv") if row[2] == "-"} == BARE
    assert not [row for row in read("glossary.tsv") if row[2] == "-"]


def test_no_term_stands_in_both():
    both = {row[0] for row in read("glossary.tsv")} & {row[0] for row in read("function_words.tsv")}
    assert not both


@pytest.mark.parametrize(
    ("term", "pinyin", "first"),
    [
        ("落实", "luo4 shi2", "to implement"),  # not CC-CEDICT's "practical"
        ("用人单位", "yong4 ren2 dan1 wei4", "employer"),
        ("市人社局", "shi4 ren2 she4 ju2", "city human resources bureau"),
        ("抄送", "chao1 song4", "cc"),
        ("本行政区域", "ben3 xing2 zheng4 qu1 yu4", "its administrative area"),  # not 本行
        ("应保尽保", "ying1 bao3 jin4 bao3", "to cover all eligible"),  # not 尽 jin3
        ("条线", "tiao2 xian4", "line of departments"),
        ("粤港澳", "Yue4 Gang3 Ao4", "Guangdong, Hong Kong and Macao"),
    ],
)
def test_words_of_policy_have_the_sense_they_have_there(term, pinyin, first):
    rows = {row[0]: row for row in read("glossary.tsv")}
    assert rows[term][1] == pinyin
    assert rows[term][2].split(" / ")[0] == first
