"""Translations are kept, one for each sentence, server and language."""

from contextlib import closing

import pytest

from reader.study.errors import CannotTranslate, TooMuchToSend
from reader.study.library import Library
from reader.study.translations import KeptTranslator
from reader.text.causes import Cause

SERVER, OTHER = "https://one.example/translate", "https://two.example/translate"


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path)) as one:
        yield one


def test_what_was_translated_is_found_again(library, tmp_path):
    library.translations.keep({"你好。": "Hello.", "再见。": "Goodbye."}, SERVER, "en")
    with closing(Library(tmp_path)) as again:
        found = again.translations.find(["再见。", "你好。", "什么？"], SERVER, "en")
    assert found == {"再见。": "Goodbye.", "你好。": "Hello."}


def test_another_server_and_another_language_have_their_own(library):
    kept = library.translations
    kept.keep({"好": "good"}, SERVER, "en")
    kept.keep({"好": "fine"}, OTHER, "en")
    kept.keep({"好": "gut"}, SERVER, "de")
    assert kept.find(["好"], SERVER, "en") == {"好": "good"}
    assert kept.find(["好"], OTHER, "en") == {"好": "fine"}
    assert kept.find(["好"], SERVER, "de") == {"好": "gut"}
    assert kept.count() == 3


def test_a_new_translation_takes_the_place_of_the_old(library):
    library.translations.keep({"好": "good"}, SERVER, "en")
    library.translations.keep({"好": "well"}, SERVER, "en")
    assert library.translations.find(["好"], SERVER, "en") == {"好": "well"}


def test_all_can_be_forgotten(library):
    library.translations.keep({"一": "one", "二": "two"}, SERVER, "en")
    assert library.translations.forget() == 2
    assert library.translations.forget() == 0
    assert library.translations.find(["一"], SERVER, "en") == {}


def test_halves_of_characters_and_many_sentences(library):
    many = {f"第{number}句": f"sentence {number}" for number in range(1200)}
    library.translations.keep({**many, "\ud840": "\udc00"}, SERVER, "en")
    assert library.translations.find([*many, "\ud840"], SERVER, "en") == {**many, "\ud840": "?"}


def test_the_sentences_themselves_are_not_in_the_file(library, tmp_path):
    library.translations.keep({"不要外传的句子": "a sentence"}, SERVER, "en")
    assert library.translations.count() == 1
    library.backup(tmp_path / "copy.sqlite")
    assert "不要外传".encode() not in (tmp_path / "copy.sqlite").read_bytes()


def test_a_library_of_the_version_before_gets_the_table(tmp_path):
    from reader.study.library import NAME
    from reader.study.library_file import LibraryFile
    from reader.study.migrations import MIGRATIONS

    with closing(LibraryFile(tmp_path / NAME, MIGRATIONS[:1])):
        pass
    with closing(Library(tmp_path)) as library:
        library.translations.keep({"好": "good"}, SERVER, "en")
        assert library.translations.count() == 1


class Counting:
    """A translator that remembers what it was asked."""

    def __init__(self, address=SERVER):
        self.name, self.address = "one.example", address
        self.asked = []

    def translate(self, sentences, check=None):
        if "坏" in sentences:
            raise CannotTranslate(self.name, Cause("no_answer"))
        self.asked += sentences
        return [f"<{one}>" for one in sentences]


def test_no_sentence_is_sent_twice(library):
    counting = Counting()
    kept = KeptTranslator(counting, library.translations)
    assert kept.missing(["一", "二", "一"]) == ["一", "二"]
    assert kept.kept(["一"]) is None
    assert kept.translate(["一", "二", "一"]) == ["<一>", "<二>", "<一>"]
    assert kept.translate(["二", "三"]) == ["<二>", "<三>"]
    assert counting.asked == ["一", "二", "三"]
    assert kept.kept(["三", "一"]) == ["<三>", "<一>"]
    other = Counting(OTHER)
    KeptTranslator(other, library.translations).translate(["一"])
    assert other.asked == ["一"]


def test_what_came_before_an_error_is_kept(library):
    counting = Counting()
    kept = KeptTranslator(counting, library.translations)
    long = "长" * 1995
    with pytest.raises(CannotTranslate):
        kept.translate([long, "第二批的句子和别的", "坏"])
    assert kept.missing([long]) == []


def test_too_much_is_not_sent_but_what_is_kept_does_not_count(library):
    counting = Counting()
    kept = KeptTranslator(counting, library.translations)
    many = [f"{number:05d}" * 200 for number in range(25)]
    with pytest.raises(TooMuchToSend):
        kept.translate(many)
    assert counting.asked == []
    kept.translate(many[:15])
    assert kept.translate(many) == [f"<{one}>" for one in many]
