import pytest

from reader import pronounce
from reader.pinyin.conditions import CONDITIONS
from reader.pinyin.pronounce import ReadingSource, find_readings
from reader.pinyin.reasons import SENTENCES, rule_words
from reader.pinyin.resolve import SURNAME
from reader.pinyin.rule_table import all_rules

CASES = [
    (rule.reading, case) for rules in all_rules().values() for rule in rules for case in rule.cases
]


def test_there_are_cases_for_the_function_words():
    assert set("为得地处只长教还行着种当应相差更都量重调数分将没") <= all_rules().keys()
    assert len(CASES) > 400


@pytest.mark.parametrize(("reading", "case"), CASES)
def test_a_rule_reads_its_cases(reading, case):
    before, char, after = case.split("|")
    assert len(char) == 1
    syllables = {at: said for at, _, said in pronounce(before + char + after)}
    assert syllables[len(before)] == reading


def test_every_rule_has_a_case():
    assert not [
        (char, rule) for char, rules in all_rules().items() for rule in rules if not rule.cases
    ]


def test_nearly_every_rule_decides_a_case_of_its_own():
    """A phrase or another rule may come first; then the case says nothing of this rule."""
    silent = [
        (char, rule.why)
        for char, rules in all_rules().items()
        for rule in rules
        if not any(_decides(rule, case) for case in rule.cases)
    ]
    assert [char for char, _ in silent] == ["得", "处", "还"]  # phrases hold all that is known


def _decides(rule, case):
    before, char, after = case.split("|")
    found = find_readings(before + char + after)
    one = next(one for one in found if one.start == len(before))
    return (one.source, one.reason) == (ReadingSource.RULE, rule.why)


def test_the_table_names_conditions_that_exist_and_each_is_asked():
    used = {
        holds for rules in all_rules().values() for rule in rules for holds, _ in rule.conditions
    }
    assert used == set(CONDITIONS.values())


def test_every_rule_gives_a_reason_and_a_known_reading():
    for char, rules in all_rules().items():
        assert len(char) == 1
        for rule in rules:
            assert rule.why in SENTENCES
            assert 0.5 < rule.sure <= 1


def test_a_reason_is_one_sentence_and_belongs_to_a_rule():
    used = {rule.why for rules in all_rules().values() for rule in rules}
    assert set(SENTENCES) == {*used, SURNAME}
    for sentence in SENTENCES.values():
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert len(sentence) < 90
    assert rule_words("new") == "new"
