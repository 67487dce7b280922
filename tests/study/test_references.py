"""An entry that only names another one says what that one means, and keeps the reference."""

import sqlite3

import pytest

from reader.study import Dictionary, lookup
from reader.study.dictionary.references import resolve_references
from reader.study.dictionary.word import explain
from reader.text.resources import resource_path

WORDS = Dictionary()


@pytest.mark.parametrize(
    ("word", "word_class", "gloss"),
    [
        ("云州", "ns", "Yunzhou"),
        ("贵州", "ns", "Guizhou Province"),
        ("大同", "ns", "Datong"),  # beside the Great Harmony of Confucius
        ("词典", "n", "dictionary"),
        ("土建", "n", "civil engineering"),
        ("同济", "nt", "Tongji University"),
        ("告戒", "v", "to warn"),
        ("驾校", "n", "driving school"),
    ],
)
def test_the_named_word_tells_what_it_means(word, word_class, gloss):
    assert explain(WORDS, word, word_class=word_class).gloss == gloss


@pytest.mark.parametrize("word", ["了", "关系", "比", "沉淀", "分子"])
def test_a_rare_spelling_brings_nothing_among_the_senses_of_a_common_word(word):
    held = WORDS.find(word)
    assert any("variant of" in sense for one in held for sense in one.senses)
    assert all(len(one.senses) == 1 for one in held if "variant of" in (*one.senses, "")[0])


def test_the_reference_stays():
    assert lookup("云州")[0].senses[-1].startswith("see 云州区")


def test_many_words_are_resolved_as_one_is():
    asked = ["云州", "大同", "了", "词典", "劳动"]
    assert dict(WORDS.find_many(asked)) == {word: WORDS.find(word) for word in asked}


def test_a_reference_to_a_word_that_is_not_there_stays_alone():
    entries = WORDS.find("词典")
    assert resolve_references(entries, lambda _: {}) == entries


def test_hardly_an_entry_is_left_that_only_names_another():
    file = sqlite3.connect(resource_path("data", "dictionary.sqlite"))
    question = "SELECT simplified FROM entry WHERE senses GLOB 'see [^a-z]*' LIMIT 4000"
    named = [word for (word,) in file.execute(question)]
    file.close()
    silent = [
        word
        for word, entries in WORDS.find_many(named)
        if all(sense.startswith("see ") for one in entries for sense in one.senses)
    ]
    assert len(named) > 3000
    assert len(silent) < len(named) / 100
