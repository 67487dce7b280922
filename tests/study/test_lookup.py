"""What the dictionaries say of words: held, composed, and of nothing at all."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader import ReaderError
from reader.study import Dictionary, EntrySource, lookup
from reader.study.dictionary.glossary import Glossary, read_glossary
from reader.text.resources import resource_path


def first_sense(word):
    found = lookup(word)
    return found[0].senses[0] if found else None


def test_an_entry_says_how_a_word_is_written_read_and_meant():
    entry = lookup("权益")[0]
    assert (entry.simplified, entry.traditional, entry.pinyin) == ("权益", "權益", "quán yì")
    assert "rights" in entry.senses
    assert entry.levels.hsk2021 == 7
    assert entry.frequency > 3


def test_a_word_is_found_by_its_traditional_spelling():
    assert lookup("權益")[0].simplified == "权益"


def test_a_term_of_the_glossary_has_its_traditional_spelling():
    assert lookup("劳动关系")[0].traditional == "勞動關係"
    assert lookup("一窗通办")[0].traditional == "一窗通辦"  # not 牎, a variant


def test_the_glossary_comes_before_the_dictionary():
    entry = lookup("一线")[0]
    assert entry.source is EntrySource.GLOSSARY
    assert entry.levels.hsk2021 is not None or entry.frequency is not None
    assert any(one.source is EntrySource.CEDICT for one in lookup("一线"))


def test_measure_words_are_kept_apart_and_words_inside_of_a_meaning_are_readable():
    entry = lookup("桌子")[0]
    assert entry.measures == ("张", "套")
    assert not any("CL:" in sense for sense in entry.senses)
    champion = next(one for one in lookup("一甲"))
    assert "状元 zhuàngyuán" in champion.senses[0]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("三百二十", "320"),
        ("二〇二四", "2024"),
        ("一万二千", "12,000"),
        ("第十二", "12th"),
        ("百分之五", "5%"),
        ("云州市", "Yunzhou City"),
        ("吕川县", "Lüchuan County"),
        ("副船长", "deputy captain"),
    ],
)
def test_what_no_dictionary_holds_is_composed_of_its_parts(word, meaning):
    entry = lookup(word)[0]
    assert entry.source is EntrySource.COMPOSED
    assert entry.senses == (meaning,)
    assert len(entry.pinyin.split()) == len(word)


@pytest.mark.parametrize("word", ["", "a", "。", "abc", "𠀀𠀁", "\ud800", "的" * 50, "二三十一二"])
def test_any_text_may_be_asked(word):
    assert isinstance(lookup(word), tuple)


def test_composed_meanings_never_stand_where_a_dictionary_has_the_word():
    for word in ("劳动", "监管", "上海市", "看一看"):
        assert all(entry.source is not EntrySource.COMPOSED for entry in lookup(word))


def test_the_longest_word_ends_where_a_word_of_the_page_ends():
    words = Dictionary()
    found = words.longest("建立劳动关系应当", 2, (4, 6, 8))
    assert (found.start, found.end) == (2, 6)
    # 方便面 stands there, but the page has 方便|面对.
    assert words.longest("方便面对", 0, (2, 4)).end == 2
    assert words.longest("。。。", 0, (1, 2, 3)) is None


def test_words_inside_of_a_word_come_longest_first():
    found = Dictionary().nested("劳动监察员")
    inside = ["劳动监察员"[one.start : one.end] for one in found]
    assert inside[0] == "劳动监察"
    assert {"劳动", "监察"} <= set(inside)


def test_a_glossary_of_the_user_wins(tmp_path):
    path = tmp_path / "mine.tsv"
    path.write_bytes(
        "# mine\n监管\tto keep an eye on\n网格员\twang3 ge2 yuan2\tgrid worker\tn\n".encode("gbk")
    )
    words = Dictionary([read_glossary(path)])
    assert words.lookup("监管")[0].senses == ("to keep an eye on",)
    assert words.lookup("网格员")[0].pinyin == "wǎng gé yuán"
    assert words.lookup("监管")[1].source is not EntrySource.USER


def test_a_glossary_may_be_a_file_of_cc_cedict():
    text = "# CC-CEDICT\n網格員 网格员 [wang3 ge2 yuan2] /grid worker/carer/CL:名[ming2]/\nno"
    mine = Glossary(text, EntrySource.USER)
    (entry,) = mine.entries("网格员")
    assert (entry.traditional, entry.pinyin) == ("網格員", "wǎng gé yuán")
    assert (entry.senses, entry.measures) == (("grid worker", "carer"), ("名",))
    assert mine.entries("網格員") == (entry,)


def test_a_glossary_that_is_no_list_of_words_is_empty(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("您好，\n这不是词表。\n\t\n\tx\n", "utf-8")
    assert len(read_glossary(path)) == 0
    path.write_bytes(b"")
    assert len(read_glossary(path)) == 0


def test_a_glossary_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReaderError) as told:
        read_glossary(tmp_path / "none.tsv")
    assert "none.tsv" in str(told.value)


def test_the_dictionary_may_be_asked_from_several_threads():
    words = Dictionary()
    asked = ["劳动", "监管", "权益", "国家", "三百", "副所长"] * 50
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(words.lookup, asked))
    assert answers == [words.lookup(word) for word in asked]


def test_the_compiled_dictionary_is_whole():
    file = sqlite3.connect(resource_path("data", "dictionary.sqlite"))
    (entries,) = file.execute("SELECT count(*) FROM entry").fetchone()
    assert entries > 120_000
    for level, words in (("hsk2", 4900), ("hsk2021", 10_500), ("hsk2025", 10_000)):
        (listed,) = file.execute(f"SELECT count({level}) FROM word").fetchone()
        assert listed > words, level
    assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.close()


def test_pinyin_inside_of_a_meaning_has_tone_marks():
    senses = [sense for entry in lookup("和") for sense in entry.senses]
    assert any("Taiwan pr. hàn" in sense for sense in senses)
    assert not any("[" in sense for sense in senses)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("# comment\n\n监管\tto watch\n", []),
        ("監管 监管 [jian1 guan3] /to watch/\n", []),
        ("监管 to watch\n", [(1, "glossary_no_tab")]),
        ("a\tb\n监管\tx\n\t\n", [(1, "glossary_no_hanzi")]),
        ("監管 监管 jian1 guan3 /to watch/\n", [(1, "glossary_no_tab")]),
    ],
)
def test_lines_that_are_no_entry_are_told_with_their_number_and_reason(text, unread):
    found = Glossary(text, EntrySource.USER).unread
    assert [(one.line, one.reason) for one in found] == unread


def test_of_a_file_that_is_no_glossary_few_lines_are_told():
    assert len(Glossary("hello\n" * 5000, EntrySource.USER).unread) == 100


def test_the_vocabulary_of_a_text_has_all_words_that_may_stand_in_it():
    dictionary = Dictionary()
    text = "构建和谐劳动关系，上海市人社局"
    every, some = dictionary.vocabulary(), dictionary.vocabulary(text)
    inside = {text[at:end] for at in range(len(text)) for end in range(at + 1, len(text) + 1)}
    assert some.words & inside == every.words & inside >= {"劳动", "关系", "上海市", "人社局"}
    assert some.names & inside == every.names & inside
    assert len(some.words) < len(every.words) / 10
