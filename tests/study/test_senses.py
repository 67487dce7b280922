"""Which sense comes first, by how the word is read and by what it is in the sentence."""

import pytest

from reader.study import Dictionary
from reader.study.dictionary.entry import EntrySource
from reader.study.dictionary.glossary import Glossary
from reader.study.dictionary.senses import rank_senses, shorten
from reader.study.dictionary.word import explain

WORDS = Dictionary()


@pytest.mark.parametrize(
    ("word", "reading", "word_class", "begins"),
    [
        ("长", "zhǎng", "n", "chief"),
        ("长", "cháng", "a", "long"),
        ("得", "děi", "v", "to have to"),
        ("王", "wáng", "n", "king"),
        ("王", "wáng", "nr", "surname"),
        ("打印", "dǎ yìn", "v", "to "),
        ("调查", "diào chá", "vn", "investigation"),
        ("调查", "diào chá", "v", "to "),
    ],
)
def test_the_likely_sense_comes_first(word, reading, word_class, begins):
    meaning = explain(WORDS, word, reading=reading, word_class=word_class)
    assert meaning.senses[0].text.startswith(begins)


def test_no_sense_is_lost_by_the_order():
    meaning = explain(WORDS, "行", reading="xíng", word_class="v")
    listed = [sense for entry in WORDS.find("行") for sense in entry.senses]
    assert sorted(sense.text for sense in meaning.senses) == sorted(listed)


@pytest.mark.parametrize(
    ("sense", "short"),
    [
        ("to supervise (work, a project)", "to supervise"),
        ("(bound form) person engaged in a field", "person engaged in a field"),
        ("(idiom)", "idiom"),
        ("state; nation", "state"),
        ("structural particle: used after a verb, linking it", "structural particle"),
        ("short", "short"),
        ("", ""),
    ],
)
def test_a_sense_is_said_in_a_few_words(sense, short):
    assert shorten(sense) == short


def test_a_word_has_parts_as_they_are_read_in_it():
    meaning = explain(WORDS, "银行", reading="yín háng", word_class="n")
    assert [(one.hanzi, one.reading) for one in meaning.parts] == [("银", "yín"), ("行", "háng")]
    assert "walk" not in meaning.parts[1].gloss


def test_a_composed_meaning_is_marked():
    assert explain(WORDS, "云州市").is_composed
    assert not explain(WORDS, "劳动").is_composed
    assert explain(WORDS, "zzz").gloss == ""


def test_a_sense_of_the_users_comes_first_unless_the_word_is_read_otherwise():
    first = Glossary("监管\tto keep an eye on\n长\tzhang3\thead of an office\n", EntrySource.USER)
    second = Glossary("监管\tjian1 guan3\tto watch\n", EntrySource.USER)
    words = Dictionary((first, second))
    ranked = rank_senses(words.lookup("监管"), reading="jiān guǎn", word_class="vn")
    assert [one.text for one in ranked[:3]] == ["to keep an eye on", "to watch", "oversight"]
    assert rank_senses(words.lookup("长"), reading="zhǎng")[0].text == "head of an office"
    assert rank_senses(words.lookup("长"), reading="cháng")[0].text != "head of an office"
