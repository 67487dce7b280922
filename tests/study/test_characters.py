"""What characters mean as parts of words: form of the table, and what learners are shown."""

import re

import opencc
import pytest

from reader.language.characters import readings_of
from reader.language.syllables import split_spelling
from reader.study import Dictionary
from reader.study.dictionary.characters import character_entries
from reader.study.dictionary.entry import EntrySource
from reader.study.dictionary.word import explain
from reader.text.resources import resource_path
from tests.study.test_glossary import CLASSES, HANZI, SYLLABLE

WORDS = Dictionary()
WIDEST = 28
"""How many characters fit beside a part in the word panel."""


@pytest.fixture(scope="module")
def rows():
    text = resource_path("data", "characters.tsv").read_text("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    return [line.split("\t") for line in text[:-1].split("\n") if not line.startswith("#")]


def test_the_table_is_large_sorted_and_has_each_reading_once(rows):
    chars = [row[0] for row in rows]
    assert len(set(chars)) >= 1500
    assert chars == sorted(chars)
    assert len({(row[0], row[1]) for row in rows}) == len(rows)
    assert {len(row) for row in rows} == {4}


def test_a_line_is_about_one_simplified_hanzi_that_can_be_read_so(rows):
    simplify = opencc.OpenCC("t2s").convert
    for char, syllable, *_ in rows:
        assert len(char) == 1
        assert HANZI.fullmatch(char)
        assert simplify(char) == char
        assert SYLLABLE.fullmatch(syllable), (char, syllable)
        if (char, syllable) == ("儿", "r5"):  # the r of 花儿, as CC-CEDICT writes it
            continue
        plain, tone = split_spelling(syllable)
        known = {split_spelling(reading) for reading in readings_of(char)}
        if tone == "5":
            assert plain in {one for one, _ in known}, (char, syllable)
        else:
            assert (plain, tone) in known, (char, syllable)


def test_senses_are_short_english_and_have_a_known_class(rows):
    for char, _, cell, kind in rows:
        assert kind in set().union(*CLASSES.values()), char
        senses = cell.split(" / ")
        assert len(set(senses)) == len(senses) <= 4, char
        assert len(senses[0]) <= WIDEST, char
        for sense in senses:
            assert sense == " ".join(sense.split())
            assert sense
            assert sense.count("(") == sense.count(")"), char
            assert re.sub(r"\(in [^)]*\)", "", sense).isascii(), char


@pytest.mark.parametrize(
    ("char", "reading", "begins"),
    [
        ("关", "guān", "to close"),  # CC-CEDICT: mountain pass
        ("系", "xì", "system"),  # is
        ("系", "xi", "system"),  # in guānxi
        ("系", "jì", "to fasten"),
        ("项", "xiàng", "item"),  # back of the neck
        ("行", "xíng", "to go"),
        ("行", "háng", "trade"),
        ("率", "lǜ", "rate"),
        ("率", "shuài", "to lead"),
        ("重", "chóng", "again"),
        ("数", "shǔ", "to count"),
        ("性", "xìng", "-ness"),
        ("们", "men", "(plural)"),
        ("女", "", "woman"),
        ("行", "", "to go"),  # no reading is known: the most frequent one
    ],
)
def test_a_character_means_what_it_means_in_words(char, reading, begins):
    (entry,) = character_entries(char, reading)
    assert entry.senses[0].startswith(begins)


@pytest.mark.parametrize(
    ("char", "reading"), [("行", "xìng"), ("龘", "dá"), ("关", "lǜ"), ("a", "")]
)
def test_what_the_table_lacks_it_does_not_invent(char, reading):
    assert character_entries(char, reading) == ()


def test_parts_of_a_word_come_from_the_table_and_rare_ones_from_the_dictionary():
    parts = explain(WORDS, "关系", reading="guān xi", word_class="n").parts
    assert [one.gloss for one in parts] == ["to close", "system; series"]
    rare = explain(WORDS, "蜻蜓", reading="qīng tíng", word_class="n").parts
    assert [one.hanzi for one in rare] == [one.hanzi for one in rare if one.gloss]


def test_a_character_by_itself_keeps_its_dictionary_entries():
    assert [one.source for one in WORDS.find("关")] == [EntrySource.CEDICT] * len(WORDS.find("关"))


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("第三十七条", "Article 37"),
        ("第二款", "Paragraph 2"),
        ("第五轮", "5th round"),
        ("三百二十人", "320 people"),
        ("两年", "2 years"),
        ("十万元", "100,000 yuan"),
        ("六成", "6 tenths"),
        ("八八", "88"),  # not "eight (repeated)"
        ("每千人", "each 1,000 people"),
        ("第九十九条例", ""),  # 条例 is no 条
    ],
)
def test_numbers_say_what_is_counted(word, meaning):
    senses = [sense for entry in WORDS.lookup(word) for sense in entry.senses]
    assert senses == [meaning] if meaning else not any("Article" in one for one in senses)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("城市道路", "city + road"),  # no road by the name of Chengshidao
        ("文艺工作者", "literature and art + worker"),
        ("非法所得", "illegal + what one acquires"),
        ("进社区", "to advance + community"),  # no district
        ("晾晒区", "sun-dry + area"),
        ("认真学习", "earnestly + study"),
        ("承担责任", "to undertake + responsibility"),
        ("捐助人", "one who donates"),
        ("收集者", "one who gathers"),
        ("发射点", "shooting point"),
        ("新安江水库", "Xin'an + river + reservoir"),
        ("发函", "to send out + letter"),
        ("不缩", "not shrink"),
        ("多日", "many days"),
    ],
)
def test_words_are_made_of_their_longest_parts_and_of_senses_that_parts_have(word, meaning):
    (entry,) = WORDS.lookup(word)
    assert entry.source is EntrySource.COMPOSED
    assert entry.senses == (meaning,)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("马淑杰", "Ma Shujie (name)"),
        ("老谭", "Lao Tan (name)"),
        ("李强", "Li Qiang (name)"),
        ("乌军", "Ukrainian army"),
        ("中苏", "Chinese-Soviet"),
        ("泰中", "Thai-Chinese"),
        ("俄美", "Russian-US"),
        ("格什姆岛", "Geshimu Island"),
    ],
)
def test_names_are_spelled_and_not_translated(word, meaning):
    assert WORDS.lookup(word)[0].senses == (meaning,)


@pytest.mark.parametrize("word", ["贝拉斯克斯", "莫霍克", "西卢安"])
def test_foreign_names_mean_nothing(word):
    assert WORDS.lookup(word) == ()
