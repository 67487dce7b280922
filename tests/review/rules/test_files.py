"""Files of rules: what is read, what is wrong and where, and what stays when a rule is added."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import ReaderError
from reader.repair.rules.known import SWITCHES
from reader.repair.rules.model import Digits, Marks, Replacement, Rules
from reader.review.rules import parse as parse_module
from reader.review.rules.parse import load_rules, parse_rules
from reader.review.rules.write import render_rules, save_rules, update_rules
from reader.text.messages import CAUSES
from tests.command import jingdu

PATH = Path("my.toml")
FILE = """\
# mine
protected = ["乾隆", # an emperor
  "著者"]  # authors
glosses = ["(ma)", "了(liǎo)"]
switched_off = ["spacing.between_hanzi"]
switched_on = ["marks"]

[pairs] # always

# the bank's word
"帐号" = "账号" # bank
"后" = { after = "後", context = "以后" }

[exceptions]
"喫" = "吃"
"乾" = ["干", "幹"]

[punctuation]
quotes = "「」"
digits = "half-width"
marks = "keep"
"""
RULES = Rules(
    pairs=(Replacement("帐号", "账号"), Replacement("后", "後", "以后")),
    exceptions=(Replacement("喫", "吃"), Replacement("乾", "干"), Replacement("乾", "幹")),
    protected=("乾隆", "著者"),
    glosses=("(ma)", "了(liǎo)"),
    switched_off=("spacing.between_hanzi",),
    switched_on=("marks",),
    quotes="「」",
    digits=Digits.HALF_WIDTH,
    marks=Marks.KEEP,
)


def parse(text, **options):
    return parse_rules(text.encode(), PATH, **options)


def test_a_file_says_all_kinds_of_rules():
    rules = parse(FILE)
    assert rules == RULES
    assert [one.line for one in (*rules.pairs, *rules.exceptions)] == [11, 12, 15, 16, 16]
    assert len(rules) == 14
    assert parse("") == Rules()
    assert parse("\ufeff" + FILE.replace("\n", "\r\n")) == RULES


WRONG = [
    ('pairs = "甲"', "rules_wrong", 1, CAUSES["rule_no_table"]),
    ('[pair]\n"甲" = "乙"', "rules_unknown", 1, "Perhaps you meant “pairs”."),
    ('\n\nxyzzy = ["甲"]', "rules_unknown_of", 3, "Use one of: protected, glosses"),
    (
        'switched_off = ["marks",\n\n "spacing.betwen"]',
        "rules_unknown",
        3,
        "“spacing.between_hanzi”",
    ),
    ('[pairs]\n"甲" = "乙', "rules_toml", 2, '"甲" = "乙'),
    ("[pairs]\n甲 = 乙\n", "rules_toml", 2, "甲 = 乙"),
    ("[pairs\n", "rules_toml", 1, "[pairs"),
    ('[pairs]\n"甲" = "乙"\n"甲" = "丙"', "rules_wrong", 3, CAUSES["rule_twice"]),
    ('[pairs]\n"甲" = ["乙", "丙"]', "rules_wrong", 2, CAUSES["rule_twice"]),
    ('[pairs]\n"甲" = "甲"', "rules_wrong", 2, CAUSES["rule_of_nothing"]),
    ('[pairs]\n"" = "甲"', "rules_wrong", 2, CAUSES["rule_empty"]),
    ('[pairs]\n"甲" = 3', "rules_wrong", 2, CAUSES["rule_no_text"]),
    ('[pairs]\n"甲" = {context = "甲乙"}', "rules_wrong", 2, CAUSES["rule_no_text"]),
    ('[pairs]\n"甲" = {after = "乙", contxt = "丙"}', "rules_unknown", 2, "“context”"),
    (
        '[exceptions]\n\n"甲" = {after = "乙", context = "丙"}',
        "rules_wrong",
        3,
        CAUSES["rule_outside_context"],
    ),
    ('protected = ["甲\\n乙"]', "rules_wrong", 1, CAUSES["rule_of_lines"]),
    ('protected = "甲"', "rules_wrong", 1, CAUSES["rule_no_list"]),
    ('glosses = [\n"(ma)",\n"ma"]', "rules_wrong", 3, CAUSES["rule_no_gloss"]),
    ('[punctuation]\nquotes = "x"', "rules_unknown_of", 2, "“”, 「」, keep"),
    ("[punctuation]\nmarks = true", "rules_wrong", 2, CAUSES["rule_no_text"]),
    ('[punctuation]\nquote = "keep"', "rules_unknown", 2, "“quotes”"),
    ('a = """\n[pairs]\n"""\n[pairs]\n"甲" = 3', "rules_unknown_of", 1, "“a”"),
    ("[" * 5000, "rules_toml", 1, "[["),
    ("a = " + "1" * 5000, "rules_toml", 1, "a = 111"),
    ('protected = [ # ]\n"甲]#", """乙""",\n"丙\\n丁"]', "rules_wrong", 3, CAUSES["rule_of_lines"]),
]


@pytest.mark.parametrize(("text", "said", "line", "words"), WRONG, ids=lambda one: str(one)[:24])
def test_what_is_wrong_is_said_with_its_line(text, said, line, words):
    with pytest.raises(ReaderError) as caught:
        parse(text)
    error = caught.value
    assert (error.message_id, error.values["line"]) == (said, line)
    assert words in str(error)
    assert "my.toml" in str(error)


def test_the_examples_that_people_copy_can_be_read():
    readme = Path(__file__).parents[3] / "README.md"
    (example,) = re.findall(r"```toml\n(.*?)```", readme.read_text("utf-8"), re.DOTALL)
    assert len(parse(example)) == 4
    told = jingdu("rules", "--help").stdout.decode()
    example = told[told.index("  protected") : told.index("They are in")]
    assert len(parse(textwrap.dedent(example))) == 9
    lines = (parse_module.__doc__ or "").splitlines()
    assert len(parse("\n".join(line for line in lines if line.startswith("    ")))) == 14


def test_what_is_no_text_is_no_file_of_rules(tmp_path):
    with pytest.raises(ReaderError, match=re.escape("my.toml is a damaged TOML file")):
        parse_rules(b"\xff\xfe", PATH)
    with pytest.raises(ReaderError, match="MB"):
        parse_rules(b"#" * (2**20 + 1), PATH)
    with pytest.raises(ReaderError, match="does not exist"):
        load_rules(tmp_path / "none.toml")
    with pytest.raises(ReaderError, match="is a folder"):
        load_rules(tmp_path)


def test_in_a_folder_only_literal_rules_are_allowed():
    literal = 'protected = ["甲"]\n[pairs]\n"乙" = "丙"\n[exceptions]\n"丁" = "戊"'
    assert len(parse(literal, literal_only=True)) == 3
    for line in ("glosses = []", 'switched_off = ["marks"]', '[punctuation]\nquotes = "keep"'):
        with pytest.raises(ReaderError) as caught:
            parse(f"\n{line}", literal_only=True)
        assert (caught.value.code, caught.value.values["line"]) == ("rules_not_for_folder", 2)
    with pytest.raises(ReaderError, match="Perhaps you meant “pairs”"):
        parse("[pair]", literal_only=True)


def test_a_new_rule_leaves_the_rest_of_a_file_as_it_is():
    rules = parse(FILE)
    new = rules.add_pair("甲", "乙").add_exception("咊", "和").protect("丙").switch_off("tags")
    lines = render_rules(new, rules, FILE).splitlines()
    added = [line for line in lines if line not in FILE.splitlines()]
    assert '"甲" = "乙"' in added
    assert '"咊" = "和"' in added
    for kept in ("# mine", "# the bank's word", '"帐号" = "账号" # bank', "[pairs] # always"):
        assert kept in lines
    assert parse("\n".join(lines)) == new
    assert render_rules(rules, rules, FILE) == FILE


def test_a_rule_that_is_gone_takes_nothing_with_it():
    rules = parse(FILE)
    for less in (
        Rules(rules.pairs[1:], *list_rest(rules)),
        Rules(rules.pairs, rules.exceptions[2:], *list_rest(rules)[1:]),
        Rules(rules.pairs, rules.exceptions, ("著者",), *list_rest(rules)[2:]),
        Rules(rules.pairs, rules.exceptions, rules.protected),
        Rules(),
    ):
        text = render_rules(less, rules, FILE)
        assert parse(text) == less
        assert text.startswith("# mine\n")


def list_rest(rules):
    return [
        rules.exceptions, rules.protected, rules.glosses, rules.switched_off, rules.switched_on,
        rules.quotes, rules.digits, rules.marks,
    ]  # fmt: skip


def test_what_stands_twice_in_a_list_goes_twice():
    text = 'protected = ["甲", "乙", "甲"]\n'
    assert parse(render_rules(Rules(protected=("乙",)), parse(text), text)).protected == ("乙",)


def test_a_section_in_two_parts_can_be_changed():
    text = '[pairs]\n"甲" = "乙"\n[exceptions]\n"丙" = "丁"\n[pairs."后"]\nafter = "後"\n'
    rules = parse(text)
    for pairs in (rules.pairs[:1], rules.pairs[1:], ()):
        wanted = Rules(pairs, rules.exceptions)
        assert same(parse(render_rules(wanted, rules, text)), wanted)


@pytest.mark.parametrize("item", ['"]{}",', '"\\u7532{}",'])
def test_the_lines_of_a_long_list_are_found_in_no_time(item):
    listed = "\n".join(item.format(number) for number in range(40_000))
    rules = parse(f'protected = [\n{listed}\n]\n[pairs]\n"甲" = "乙"\n')
    assert len(rules.protected) == 40_000
    assert rules.pairs[0].line == 40_004


def test_a_file_is_written_whole_and_read_again(tmp_path):
    path = tmp_path / "new" / "rules.toml"
    assert save_rules(path, RULES, about="报告.txt\x1b") == RULES
    assert load_rules(path) == RULES
    assert path.read_text("utf-8").splitlines()[1] == "# 报告.txt"
    update_rules(path, lambda rules: rules.add_pair("甲", "乙"))
    assert load_rules(path) == RULES.add_pair("甲", "乙")
    before = path.stat().st_mtime_ns
    update_rules(path, lambda rules: rules.protect("乾隆"))
    assert path.stat().st_mtime_ns == before
    twice = (Replacement("甲", "乙"), Replacement("甲", "丙"))
    before = path.read_bytes()
    with pytest.raises(ReaderError, match="another rule for the same text"):
        update_rules(path, lambda rules: Rules(twice))
    assert path.read_bytes() == before
    path.write_text("[pairs", "utf-8")
    with pytest.raises(ReaderError):
        update_rules(path, lambda rules: rules.protect("甲"))
    assert path.read_text("utf-8") == "[pairs"


def test_line_ends_of_windows_stay():
    text = FILE.replace("\n", "\r\n")
    made = render_rules(RULES.protect("甲"), parse(text), text)
    assert made.count("\n") == made.count("\r\n") > 10
    assert parse(made) == RULES.protect("甲")


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=6)


@st.composite
def some_rules(draw):
    rules = Rules(
        quotes=draw(st.sampled_from(["", "keep", "“”"])),
        digits=draw(st.sampled_from([None, *Digits])),
        marks=draw(st.sampled_from([None, *Marks])),
    )
    for _ in range(draw(st.integers(0, 6))):
        one, other = draw(TEXT), draw(TEXT)
        add = draw(st.sampled_from([rules.add_pair, rules.add_exception]))
        if one != other:
            rules = add(one, other, draw(st.sampled_from(["", f"{other}{one}{other}"])))
        rules = draw(st.sampled_from([rules, rules.protect(other), rules.keep_gloss("(ma)")]))
        switch = draw(st.sampled_from([rules.switch_off, rules.switch_on]))
        rules = switch(draw(st.sampled_from(sorted(SWITCHES))))
    return rules


@given(some_rules(), some_rules())
def test_any_rules_can_be_written_over_any_others(one, other):
    text = render_rules(one)
    assert same(parse(text), one)
    assert same(parse(render_rules(other, parse(text), text)), other)


def same(one, other):
    """Tell if rules are the same in any order: a key has its place in a file."""

    def key(rules):
        lists = (rules.pairs, rules.exceptions, *list_rest(rules)[1:5])
        return [*(sorted(map(str, listed)) for listed in lists), *list_rest(rules)[5:]]

    strip = [re.sub(r", line=\d+", "", str(key(rules))) for rules in (one, other)]
    return strip[0] == strip[1]
