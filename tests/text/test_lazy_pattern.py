"""What is searched without a compiled pattern is found as with one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.lazy_pattern import (
    ClosePattern,
    GuardedPattern,
    MemberPattern,
    lazy_pattern,
)

RARE = "鬯鬱魑魅魍魉"
TEXTS = st.text(alphabet=f"{RARE}的和中\n\r ，a𠀀𠀃", max_size=40)
COMMON = frozenset(map(chr, range(0x4E00, 0x9FA6))) - set(RARE)
ENOUGH = "的" * 250_000  # after so much text the pattern is compiled


def spans(found):
    return [one.span() for one in found]


def close_pattern():
    return ClosePattern("\u4e00", "\u9fa5", COMMON, gap=2)


def member_pattern():
    return MemberPattern(frozenset(RARE), "𠀀", "𠀂", lambda: f"[{RARE}𠀀-𠀂]")


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_a_lazy_pattern_matches_as_its_compiled_one(method):
    lazy, compiled = lazy_pattern("(?P<first>a)b*"), re.compile("(?P<first>a)b*")
    for text in ("ab", "ba", "abc", ""):
        mine, theirs = getattr(lazy, method)(text), getattr(compiled, method)(text)
        assert (mine and mine.groupdict()) == (theirs and theirs.groupdict())


def test_a_lazy_pattern_takes_flags_and_bytes():
    assert lazy_pattern("^b", re.MULTILINE).findall("a\nb") == ["b"]
    assert lazy_pattern(rb"[\x80-\xff]").sub(b"", b"a\xb5") == b"a"


def test_a_mistake_in_a_lazy_pattern_shows_when_it_is_searched_with():
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_a_lazy_pattern_has_what_a_pattern_has_and_nothing_else():
    pattern = lazy_pattern("(a)|b")
    assert (pattern.pattern, pattern.groups) == ("(a)|b", 1)
    with pytest.raises(AttributeError):
        _ = pattern.colour


@given(TEXTS)
def test_close_characters_are_found_as_by_the_pattern(text):
    compiled = re.compile(f"[{RARE}].{{0,2}}[{RARE}].{{0,2}}[{RARE}]")
    mine, theirs = close_pattern().search(text), compiled.search(text)
    assert (mine and mine.span()) == (theirs and theirs.span())
    assert spans(close_pattern().finditer(text)) == spans(compiled.finditer(text))


def test_close_characters_are_found_between_two_offsets():
    text = "的鬯鬱魑的魅魍魉"
    compiled = re.compile(f"[{RARE}].{{0,2}}[{RARE}].{{0,2}}[{RARE}]")
    assert close_pattern().search(text, 2).span() == compiled.search(text, 2).span()
    assert close_pattern().search(text, 2, 5) is compiled.search(text, 2, 5) is None


@given(TEXTS)
def test_members_are_found_as_by_the_pattern(text):
    compiled = re.compile(f"[{RARE}𠀀-𠀂]")
    pattern = member_pattern()
    assert pattern.findall(text) == compiled.findall(text)
    assert spans(pattern.finditer(text)) == spans(compiled.finditer(text))
    mine, theirs = pattern.search(text), compiled.search(text)
    assert (mine and mine.span()) == (theirs and theirs.span())


def test_after_much_text_the_same_is_found():
    for pattern in (close_pattern(), member_pattern()):
        before = spans(pattern.finditer("鬯鬱魑的魅"))
        assert pattern.search(ENOUGH) is None
        assert spans(pattern.finditer("鬯鬱魑的魅")) == before != []
    pattern = member_pattern()
    assert pattern.findall(ENOUGH + "魅") == pattern.findall("魅") == ["魅"]


def test_a_guarded_pattern_is_made_for_a_text_that_passes_its_guard():
    made = []

    def make():
        made.append(1)
        return "ab"

    pattern = GuardedPattern(lambda text: "b" in text, make)
    assert pattern.search("aaa") is None
    assert list(pattern.finditer("aaa")) == []
    assert not made
    assert pattern.search("ba") is None
    assert pattern.search("xab", 1).span() == (1, 3)
    assert made == [1]
