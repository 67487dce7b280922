"""The words of a document or of one's own: which pass a filter, and in which order they come."""

import math

import pytest

from reader.study import Dictionary, WordStatus, count_words
from reader.study.dictionary.entry import Levels
from reader.study.vocabulary import CountedWord, WordKind
from reader.study.word_index import WordIndex
from reader.study.word_table import (
    ShownLevel,
    WordColumn,
    WordFilter,
    WordGroup,
    WordTable,
    newest_level,
    order,
    select,
)

LABOUR, DEBT, NAME, UNSURE, BANK = "劳动", "欠薪", "云州市", "经办", "银行"
TABLE = WordTable(
    [
        CountedWord(LABOUR, 5, 5, 0, WordKind.WORD, Levels(5, 5, 4), 4.6),
        CountedWord(DEBT, 9, 9, 10, WordKind.WORD, Levels(), 2.9),
        CountedWord(NAME, 2, 2, 20, WordKind.PLACE),
        CountedWord(UNSURE, 1, 0, 30, WordKind.WORD, Levels(None, 7, None), 4.0),
        CountedWord(BANK, 5, 4, 40, WordKind.WORD, Levels(3, None, None), 5.1),
    ]
)
ALL = WordFilter()
STATUSES = {LABOUR: WordStatus.KNOWN, BANK: WordStatus.LEARNING_2, "不在": WordStatus.IGNORED}


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary()


@pytest.fixture(scope="module")
def index(dictionary):
    return WordIndex.of([one.word for one in TABLE.words], dictionary)


def shown(chosen=ALL, statuses=STATUSES, index=None, **how):
    standing = TABLE.standing(statuses)
    column = how.pop("column", WordColumn.PLACE)
    mask = select(TABLE, chosen, standing, index)
    rows = order(TABLE, mask, column, standing=standing, index=index, **how)
    return [TABLE.words[row].word for row in rows]


def test_each_word_is_in_one_group():
    assert TABLE.standing(STATUSES).counts() == {
        WordGroup.NEW: 1, WordGroup.LEARNING: 1, WordGroup.KNOWN: 1, WordGroup.IGNORED: 0,
        WordGroup.NAME: 1, WordGroup.DOUBTFUL: 1,
    }  # fmt: skip
    assert shown(WordFilter(frozenset((WordGroup.LEARNING, WordGroup.KNOWN)))) == [LABOUR, BANK]
    assert shown(WordFilter(frozenset())) == []


def test_a_status_counts_for_more_than_being_a_name_or_in_doubt():
    statuses = {NAME: WordStatus.LEARNING_1, UNSURE: WordStatus.IGNORED, DEBT: WordStatus.NEW}
    counts = TABLE.standing(statuses).counts()
    assert counts[WordGroup.LEARNING] == counts[WordGroup.IGNORED] == 1
    assert counts[WordGroup.NAME] == counts[WordGroup.DOUBTFUL] == 0


def test_a_long_list_of_statuses_says_the_same_as_a_short_one():
    many = {**STATUSES, **{str(number): WordStatus.KNOWN for number in range(20)}}
    assert TABLE.standing(many).counts() == TABLE.standing(STATUSES).counts()


def test_words_up_to_a_level_leave_out_what_is_in_no_list():
    assert shown(WordFilter(level_up_to=3)) == [BANK]
    assert shown(WordFilter(level_up_to=4)) == [LABOUR, BANK]
    assert shown(WordFilter(level_up_to=7)) == [LABOUR, UNSURE, BANK]


@pytest.mark.parametrize(
    ("column", "descending", "wanted"),
    [
        (WordColumn.PLACE, False, [LABOUR, DEBT, NAME, UNSURE, BANK]),
        (WordColumn.PLACE, True, [BANK, UNSURE, NAME, DEBT, LABOUR]),
        (WordColumn.COUNT, True, [DEBT, LABOUR, BANK, NAME, UNSURE]),
        (WordColumn.COUNT, False, [UNSURE, NAME, LABOUR, BANK, DEBT]),
        # Level 3 of the old list stands behind level 3 of the newer ones; no level is last.
        (WordColumn.LEVEL, False, [BANK, LABOUR, UNSURE, DEBT, NAME]),
        (WordColumn.LEVEL, True, [UNSURE, LABOUR, BANK, DEBT, NAME]),
        (WordColumn.FREQUENCY, True, [BANK, LABOUR, UNSURE, DEBT, NAME]),
        (WordColumn.STATUS, False, [DEBT, NAME, UNSURE, BANK, LABOUR]),
        (WordColumn.PINYIN, False, [UNSURE, LABOUR, DEBT, BANK, NAME]),
        (WordColumn.PINYIN, True, [NAME, BANK, DEBT, LABOUR, UNSURE]),
    ],
)
def test_words_come_in_order_of_any_column(index, column, descending, wanted):
    assert shown(column=column, descending=descending, index=index) == wanted


def test_without_an_index_words_are_found_by_hanzi_and_pinyin_keeps_the_order():
    assert shown(WordFilter(text="薪")) == [DEBT]
    assert shown(WordFilter(text="laodong")) == []
    assert shown(column=WordColumn.PINYIN) == [LABOUR, DEBT, NAME, UNSURE, BANK]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("laodong", [LABOUR]),
        ("lao2dong4", [LABOUR]),
        ("láodòng", [LABOUR]),
        ("lao3dong", []),
        ("ld", [LABOUR]),
        ("銀", [BANK]),
        ("行", [BANK]),
        (" bank ", [BANK]),
        ("LABOR", [LABOUR]),
        ("anking", []),
        ("?", []),
        (".*", []),
    ],
)
def test_words_are_found_by_hanzi_pinyin_and_meaning(index, text, wanted):
    assert shown(WordFilter(text=text), index=index) == wanted


def test_what_no_dictionary_holds_is_found_by_its_parts(index):
    assert shown(WordFilter(text="yunzhou"), index=index) == [NAME]
    assert shown(WordFilter(text="city"), index=index) == [NAME]


def test_a_word_that_is_read_in_two_ways_is_found_by_both(dictionary):
    both = WordIndex.of(["长", "字"], dictionary)
    assert both.find("chang2").tolist() == both.find("zhang3").tolist() == [True, False]


def test_odd_words_can_be_listed(dictionary):
    odd = WordIndex.of(["", "䴚\ud800", "ABC"], dictionary)
    assert odd.find("abc").tolist() == [False, False, True]
    assert math.isnan(odd.by_pinyin[0])
    assert len(WordIndex.of([], dictionary)) == 0
    assert WordIndex.of([], dictionary).find("a").tolist() == []


def test_the_words_of_a_document_come_in_the_order_of_its_text(dictionary):
    vocabulary = count_words("劳动关系和谐。劳动者维护劳动关系。", dictionary)
    table = WordTable.of_document(vocabulary)
    assert [one.first for one in table.words] == sorted(one.first for one in vocabulary)
    assert table.find("劳动关系") == 0
    assert table.find("没有") is None


def test_words_of_ones_own_have_levels_and_are_counted_here(dictionary):
    vocabulary = count_words("银行和银行。", dictionary)
    table = WordTable.of_words(["监管", "银行", "䴚䴚", "监管"], dictionary, vocabulary)
    assert [one.word for one in table.words] == ["监管", "银行", "䴚䴚"]
    assert [(one.count, one.first) for one in table.words] == [(0, -1), (2, 0), (0, -1)]
    assert newest_level(table.words[0].levels) == ShownLevel(7)
    assert not table.words[0].is_doubtful


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        (Levels(5, 5, 4), ShownLevel(4)),
        (Levels(5, 6, None), ShownLevel(6)),
        (Levels(3, None, None), ShownLevel(3, is_old=True)),
        (Levels(), None),
    ],
)
def test_a_level_is_that_of_the_newest_list(levels, wanted):
    assert newest_level(levels) == wanted


def test_a_table_tells_whether_it_holds_all_of_some_words():
    assert TABLE.holds({LABOUR: 1, BANK: 2})
    assert not TABLE.holds({LABOUR: 1, "没有": 2})
    assert TABLE.holds({})
