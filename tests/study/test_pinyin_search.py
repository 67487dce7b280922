"""Words are found by how they are read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.pinyin_search import Fit, PinyinBook, PinyinKey, PinyinQuery

LABOUR = "láo dòng"
RELATION = "láo dòng guān xì"


def fit(typed, pinyin):
    return PinyinQuery(typed).fit(PinyinKey.of(pinyin))


@pytest.mark.parametrize(
    "typed",
    [
        "laodong", "lao dong", "lao2dong4", "lao2 dong4", "láodòng", "láo dòng", "LaoDong",
        "laodong4", "lao2dong", "láodong", "lao'dong", "lao-dong", " laodong ", "ｌａｏｄｏｎｇ",
        "la\u0301odo\u0300ng",
    ],
)  # fmt: skip
def test_a_word_is_found_however_its_pinyin_is_typed(typed):
    assert fit(typed, LABOUR) is Fit.WHOLE


@pytest.mark.parametrize(
    "typed",
    ["lao3dong", "laodong1", "lǎodòng", "ladong", "la odong", "laodon g", "laodongs", "aodong",
     "dongl", "lao4", "lao2don4", "l4"],
)  # fmt: skip
def test_other_tones_and_other_syllables_are_not_found(typed):
    assert fit(typed, LABOUR) is None


@pytest.mark.parametrize("typed", ["l", "la", "lao", "laod", "lao2d", "láod", "laodòn"])
def test_what_is_typed_so_far_finds_it(typed):
    assert fit(typed, LABOUR) is Fit.BEGINNING


@pytest.mark.parametrize("typed", ["guanxi", "dong4guan", "xi", "xì", "dong guan", "donggua"])
def test_a_later_syllable_may_begin_it(typed):
    assert fit(typed, RELATION) is Fit.INSIDE


@pytest.mark.parametrize("typed", ["ldgx", "LDGX", "ld", "dgx", "l d g x"])
def test_initials_find_it(typed):
    assert fit(typed, RELATION) is Fit.INITIALS


@pytest.mark.parametrize("typed", ["lgx", "ldgxx", "xd", "l2d4", "z"])
def test_other_initials_do_not(typed):
    assert fit(typed, RELATION) is None


def test_zh_is_one_initial_or_two_and_never_z_spelled_out():
    arbitration, blessing = "zhòng cái", "zǔ hé"
    assert fit("zhc", arbitration) is fit("zc", arbitration) is Fit.INITIALS
    assert fit("zhc", "zǔ hé cí") is Fit.INITIALS
    assert fit("zh", blessing) is Fit.INITIALS
    assert fit("zongcai", arbitration) is None
    assert fit("zhonchai", arbitration) is None


@pytest.mark.parametrize("typed", ["nv", "nü", "nu:", "NÜ", "nv3", "nü3", "nu:3", "nǚ", "nu\u0308"])
def test_u_with_dots_is_typed_in_any_way(typed):
    assert fit(typed, "nǚ") is Fit.WHOLE
    assert fit(typed, "nǔ") is None


def test_u_without_dots_is_another_vowel():
    assert fit("nu", "nǚ") is None
    assert fit("nu", "nǔ") is Fit.WHOLE
    assert fit("lvshi", "lǜ shī") is Fit.WHOLE
    assert fit("lushi", "lǜ shī") is None


@pytest.mark.parametrize("typed", ["ju", "jv", "jü", "ju:", "jú"])
def test_behind_j_q_x_and_y_both_are_one(typed):
    assert fit(typed, "jú") is Fit.WHOLE


@pytest.mark.parametrize("typed", ["lue", "lve", "lüe", "lüè", "lue4"])
def test_lue_is_spelled_in_any_way(typed):
    assert fit(typed, "lüè") is Fit.WHOLE


def test_a_blank_or_an_apostrophe_parts_syllables():
    assert fit("xian", "xī ān") is Fit.WHOLE
    assert fit("xian", "xiān") is Fit.WHOLE
    assert fit("xi'an", "Xī ān") is Fit.WHOLE
    assert fit("xi an", "xiān") is None
    assert fit("xi1an1", "xiān") is None
    assert fit("xian1", "xī ān") is Fit.WHOLE  # the tone of the last syllable


def test_the_neutral_tone_is_the_fifth():
    assert fit("peng2you5", "péng you") is Fit.WHOLE
    assert fit("peng2you3", "péng you") is None
    assert fit("er2zi5", "ér zi") is Fit.WHOLE


@pytest.mark.parametrize(
    "typed", ["", " ", "劳动", "lao动", "5", "'", "lao(", "l%o", "\ud800", "٣"]
)
def test_what_is_no_pinyin_finds_nothing(typed):
    query = PinyinQuery(typed)
    assert not query
    assert query.fit(PinyinKey.of(LABOUR)) is None
    assert list(query.spans(PinyinKey.of(LABOUR))) == []


def test_readings_of_dictionaries_with_other_characters():
    assert fit("kalaok", "kǎ lā O K") is Fit.WHOLE
    assert fit("tiyan", "bù tīng , tǐ yàn") is Fit.INSIDE
    assert fit("wanr", "wán r") is Fit.WHOLE
    assert PinyinQuery("lao").fit(PinyinKey.of("")) is None
    assert PinyinQuery("lao").fit(PinyinKey.of("· , 11")) is None


def test_places_in_a_text_do_not_overlap():
    key = PinyinKey.of_syllables(["láo", "dòng", "láo", "dòng", "zhě"])
    assert list(PinyinQuery("laodong").spans(key)) == [(0, 2), (2, 4)]
    assert list(PinyinQuery("lao2d").spans(key)) == [(0, 2), (2, 4)]
    assert list(PinyinQuery("dongl").spans(key)) == [(1, 3)]
    assert list(PinyinQuery("ldzh").initial_spans(key)) == [(2, 5)]
    again = PinyinKey.of_syllables(["mā", "ma", "mā", "ma", "mā"])
    assert list(PinyinQuery("mama").spans(again)) == [(0, 2), (2, 4)]


def test_a_reading_of_a_hanzi_without_one_is_no_syllable():
    assert PinyinKey.of_syllables(["láo", "", "dòng"]).joined == "laodong"


SYLLABLES = st.lists(
    st.sampled_from(["láo", "dòng", "xī", "ān", "zhòng", "nǚ", "ér", "e", "lüè", "shì", "gè"]),
    min_size=1,
    max_size=5,
)


@given(SYLLABLES, SYLLABLES)
def test_a_reading_finds_itself_wherever_it_stands(syllables, before):
    query = PinyinQuery(" ".join(syllables))
    assert query.fit(PinyinKey.of_syllables(syllables)) is Fit.WHOLE
    assert query.fit(PinyinKey.of_syllables(syllables + before)) in (Fit.WHOLE, Fit.BEGINNING)
    longer = PinyinKey.of_syllables(before + syllables)
    assert query.fit(longer) is not None
    spans = list(query.spans(longer))
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(longer.syllables) for start, end in spans)


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_text_is_too_odd(typed, reading):
    key = PinyinKey.of(reading)
    assert key.starts[-1] == len(key.joined)
    found = PinyinQuery(typed).fit(key)
    assert found is None or list(PinyinQuery(typed).spans(key))


def test_fifty_thousand_words_are_searched_in_a_moment():
    keys = [PinyinKey.of(RELATION), PinyinKey.of("zhòng cái wěi yuán huì")] * 25_000
    for typed, number in (("guanxi", 25_000), ("ldgx", 25_000), ("lao3", 0), ("zzz", 0)):
        query = PinyinQuery(typed)
        start = time.process_time()
        assert sum(query.fit(key) is not None for key in keys) == number
        assert time.process_time() - start < 0.5


@given(
    st.lists(st.sampled_from([LABOUR, RELATION, "nǚ ér", "xī ān", "lüè", "zhòng cái", "", "r"])),
    st.one_of(
        st.text("laodngxizhcu:1245' \u0300\u0308éüǚ", max_size=6),
        st.sampled_from(["laodong", "lao2", "ldgx", "zc", "nv", "xi'an", "a", ""]),
    ),
)
def test_many_readings_are_found_as_each_is(readings, typed):
    keys = [PinyinKey.of(one) for one in readings]
    query = PinyinQuery(typed)
    wanted = [number for number, key in enumerate(keys) if query.fit(key) is not None]
    assert PinyinBook(keys).find(query) == wanted
