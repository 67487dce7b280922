"""Words as a user cuts them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.own_segments import (
    NO_SEGMENTS,
    Change,
    OwnSegments,
    is_sound,
    recut,
    ways_to_cut,
)
from reader.language.segment import is_listed, segment


def own(*cuts):
    """Return segments written as 方便|面, or as 新质生产力 for one word."""
    return OwnSegments({cut.replace("|", ""): tuple(cut.split("|")) for cut in cuts})


def spans(cut):
    """Return the text and the spans of words written with | between them."""
    found, at = [], 0
    for word in cut.split("|"):
        found.append((at, at + len(word)))
        at += len(word)
    return cut.replace("|", ""), found


def cut(given, segments):
    text, words = spans(given)
    return "|".join(text[a:b] for a, b in segments.cut(text, words))


@pytest.mark.parametrize(
    ("given", "said", "expected"),
    [
        ("发展|新质|生产力", ["新质生产力"], "发展|新质生产力"),
        ("吃|方便面|吧", ["方便|面"], "吃|方便|面|吧"),
        ("他|叫|王|小明", ["王小明"], "他|叫|王小明"),
        # What jieba cuts across a name is no word that anybody knows.
        ("王小|明很|好", ["王小明"], "王小明|很|好"),
        # A known word is not parted by an entry that only overlaps it.
        ("晚上|班主任|来|了", ["上班"], "晚上|班主任|来|了"),
        ("中国|人民", ["中国人"], "中国|人民"),
        # The longest wins, then the first.
        ("甲|乙|丙|丁", ["甲乙", "乙丙丁"], "甲|乙丙丁"),
        ("甲|乙|丙", ["甲乙", "乙丙"], "甲乙|丙"),
        ("甲|乙|丙", ["甲乙", "甲乙丙"], "甲乙丙"),
        ("甲乙|丙", ["甲乙", "甲|乙丙"], "甲|乙丙"),
        # Inside of a longer word nothing changes.
        ("研究生院|的", ["研究|生"], "研究生院|的"),
        ("好|好|好", ["好好"], "好好|好"),
        ("没有|关系", ["劳动|者"], "没有|关系"),
        ("", ["劳动|者"], ""),
    ],
)
def test_what_the_user_said_is_laid_over_the_words(given, said, expected):
    assert cut(given, own(*said)) == expected


def test_without_entries_words_stay():
    text, words = spans("劳动|关系")
    assert NO_SEGMENTS.cut(text, words) == words
    assert not NO_SEGMENTS


_TEXTS = st.text(alphabet="甲乙丙丁，", max_size=24)
_ENTRIES = st.lists(st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), min_size=1, max_size=3))


@given(_TEXTS, _ENTRIES, st.booleans())
def test_every_hanzi_stays_in_one_word(text, entries, many):
    parts = {"".join(one): tuple(one) for one in entries if len("".join(one)) > 1}
    if many:  # as many as are looked for at each place
        parts |= {f"戊{number}": ("戊", str(number)) for number in range(60)}
    words = segment(text)
    found = OwnSegments(parts).cut(text, words, lambda word: False)
    covered = [at for start, end in found for at in range(start, end)]
    assert covered == [at for at, char in enumerate(text) if char != "，"]
    assert all(start < end for start, end in found)


@given(_TEXTS, _ENTRIES)
def test_many_entries_are_found_as_few_are(text, entries):
    parts = {"".join(one): tuple(one) for one in entries if len("".join(one)) > 1}
    more = parts | {f"戊{chr(0x4E00 + n)}": ("戊", chr(0x4E00 + n)) for n in range(60)}
    words = segment(text)
    assert OwnSegments(parts).cut(text, words) == OwnSegments(more).cut(text, words)


@pytest.mark.parametrize(
    ("given", "said", "span", "parts", "expected"),
    [
        ("发展|新质|生产力", [], "新质生产力", ["新质生产力"], "发展|新质生产力"),
        ("吃|方便面", [], "方便面", ["方便", "面"], "吃|方便|面"),
        # What was said of a part of it, or of more, is not in the way.
        ("甲|乙|丙", ["甲乙"], "乙丙", ["乙丙"], "甲|乙丙"),
        ("甲|乙|丙", ["甲乙丙"], "甲乙丙", ["甲乙", "丙"], "甲乙|丙"),
        ("甲|乙|丙", ["甲|乙|丙"], "甲乙", ["甲乙"], "甲乙|丙"),
        ("甲|乙|丙|丁", ["甲乙", "丙丁"], "甲乙丙丁", ["甲乙丙丁"], "甲乙丙丁"),
        # A selection that parts a known word.
        ("中国|人", [], "国人", ["国人"], "中|国人"),
    ],
)
def test_an_edit_takes_effect_at_its_place(given, said, span, parts, expected):
    text, words = spans(given)
    at = text.index(span)
    before = own(*said)
    change = recut(text, words, before, (at, at + len(span)), tuple(parts))
    assert cut(given, before.changed([change])) == expected


def test_going_back_to_what_stands_there_anyway_leaves_no_entry():
    text, words = spans("吃|方便面")
    before = own("方便|面")
    change = recut(text, words, before, (1, 4), ("方便面",))
    assert change == Change("方便面", None)
    assert not before.changed([change])


def test_an_entry_that_is_too_long_is_refused():
    text, words = spans("|".join(["甲"] * 25))
    with pytest.raises(ValueError, match="甲"):
        recut(text, words, NO_SEGMENTS, (0, 25), (text,))


@pytest.mark.parametrize(
    ("word", "parts", "sound"),
    [
        ("方便面", ("方便", "面"), True),
        ("方便面", ("方便面",), True),
        ("方便面", ("方便",), False),
        ("方便面", ("", "方便面"), False),
        ("方", ("方",), False),
        ("3号", ("3号",), False),
        ("甲" * 21, ("甲" * 21,), False),
        ("方便面", (), False),
    ],
)
def test_only_hanzi_that_add_up_can_be_kept(word, parts, sound):
    assert is_sound(word, parts) is sound


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("方便面", ("方便", "面")),
        ("劳动者", ("劳动", "者")),
        ("劳动关系", ("劳动", "关系")),
        ("这是", ("这", "是")),
        ("中华人民共和国", ("中华", "人民共和国")),
    ],
)
def test_the_likeliest_way_to_cut_comes_first(word, first):
    ways = ways_to_cut(word)
    assert ways[0] == first
    assert len(set(ways)) == len(ways) <= 9
    assert all("".join(way) == word for way in ways)


def test_a_character_cannot_be_cut():
    assert ways_to_cut("面") == []


def test_a_long_text_takes_time_that_grows_with_it():
    text = "发展新质生产力，王小明说了。" * 4000
    words = segment(text)
    segments = own("新质生产力", "王小明")
    began = time.perf_counter()
    found = segments.cut(text, words, is_listed)
    assert time.perf_counter() - began < 2
    assert sum(text[a:b] == "新质生产力" for a, b in found) == 4000
