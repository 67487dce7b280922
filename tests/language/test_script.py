"""From traditional to simplified script, phrase by phrase."""

from reader.language.script import (
    bound_pattern,
    find_phrases,
    is_in_word,
    script_options,
    script_table,
)


def test_newer_tables_stand_above_the_base():
    assert script_options("堃")[0] == "堃"  # the base does not know it
    assert script_options("著") == ("着", "著")  # as in Taiwan; words keep it
    assert script_options("咊") == ("咊",)


def test_phrases_keep_what_is_right_in_them():
    found = {phrase: plain for _, phrase, plain in find_phrases("乾隆年間，病人甦醒，昭著")}
    assert next(plain for phrase, plain in found.items() if phrase[0] == "乾")[0] == "乾"
    assert found["甦醒"] == "苏醒"
    assert found["昭著"] == "昭著"


def test_no_phrase_changes_its_length():
    assert all(len(word) == len(plain) for word, plain in script_table().phrases.items())


def test_a_bound_character_is_known_by_its_neighbours():
    assert bound_pattern().findall("頭髮和髮展") == ["髮", "髮"]
    assert is_in_word("髮", "头", "")
    assert not is_in_word("髮", "和", "展")
