import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.segment import HANZI
from reader.pinyin.pronounce import (
    Reading,
    ReadingOptions,
    ReadingSource,
    Sandhi,
    Style,
    find_readings,
    pronounce,
)
from reader.pinyin.user_readings import UserReadings

MIXED = st.text(
    st.one_of(
        st.sampled_from("重建设长行不一了的着为得地单某儿给𠮷嗯〇，。A1１ \r\n"), st.characters()
    )
)
OPTIONS = st.builds(ReadingOptions, st.sampled_from(Style), st.sampled_from(Sandhi), st.booleans())


def read_at(text, char, **more) -> Reading:
    place = text.index(char)
    return next(one for one in find_readings(text, **more) if one.start == place)


@given(MIXED)
@settings(deadline=None)  # the first call loads tables
def test_one_reading_a_hanzi_with_all_that_is_promised(text):
    found = find_readings(text)
    assert [(one.start, one.end, one.pinyin) for one in found] == pronounce(text)
    for one in found:
        assert one.end == one.start + 1
        assert HANZI.match(text[one.start])
        assert 0 < one.confidence <= 1
        assert one.pinyin not in [other.reading for other in one.others]
        assert sum(other.probability for other in one.others) <= 1 - one.confidence + 0.01
        shares = [other.probability for other in one.others]
        assert shares == sorted(shares, reverse=True)


@given(MIXED, OPTIONS)
@settings(deadline=None)  # the first call loads tables
def test_spans_cover_the_same_hanzi_with_any_options(text, options):
    covered = [
        at for one in find_readings(text, options=options) for at in range(one.start, one.end)
    ]
    assert covered == [one.start for one in find_readings(text)]


@pytest.mark.parametrize(
    ("text", "char", "source"),
    [
        ("区长出席", "区", ReadingSource.PHRASE),
        ("老人为孩子做饭", "为", ReadingSource.RULE),
        ("单某不服判决", "单", ReadingSource.RULE),
        ("他拿出锉刀来刨", "刨", ReadingSource.MODEL),
        ("我们", "我", ReadingSource.DEFAULT),
    ],
)
def test_a_reading_says_where_it_comes_from(text, char, source):
    assert read_at(text, char).source is source


def test_the_model_tells_the_chance_of_each_reading():
    one = read_at("他拿出锉刀来刨", "刨")
    assert {one.pinyin, *(other.reading for other in one.others)} == {"bào", "páo"}
    assert one.confidence + sum(other.probability for other in one.others) == pytest.approx(
        1, abs=0.01
    )


def test_what_stands_in_another_paragraph_changes_nothing():
    alone = find_readings("他拿出锉刀来刨")
    together = find_readings("重要会议\n他拿出锉刀来刨\n土地")[4:11]
    assert [one.pinyin for one in together] == [one.pinyin for one in alone]
    assert [one.confidence for one in together] == pytest.approx([o.confidence for o in alone])


def test_the_users_word_wins_everywhere():
    user = UserReadings({"重要": ("chóng", "yào")})
    found = find_readings("重要的重要性", user=user)
    assert [one.pinyin for one in found][:2] == ["chóng", "yào"]
    assert (found[3].source, found[3].reason) == (ReadingSource.USER, "重要")
    assert found[3].confidence == 1
    assert found[3].others[0].reading == "zhòng"


def test_a_pinned_place_wins_over_the_users_word():
    user = UserReadings({"重要": ("chóng", "yào")})
    found = find_readings("重要", user=user, pinned={0: "zhòng"})
    assert [one.pinyin for one in found] == ["zhòng", "yào"]


def test_a_gloss_that_agrees_makes_surer():
    before, after = read_at("为", "为"), read_at("为", "为", gloss={0: "wei"})
    assert after.pinyin == before.pinyin
    assert after.confidence > before.confidence


def test_a_gloss_that_differs_from_a_phrase_is_not_believed():
    one = read_at("区长出席", "长", gloss={1: "cháng"})
    assert (one.pinyin, one.source) == ("zhǎng", ReadingSource.PHRASE)


def test_a_gloss_decides_where_we_are_unsure():
    text = "他拿出锉刀来刨"
    other = read_at(text, "刨").others[0].reading
    one = read_at(text, "刨", gloss={6: other})
    assert (one.pinyin, one.source) == (other, ReadingSource.GLOSS)


def test_numbers_units_and_latin_letters_get_no_reading():
    assert [one.start for one in find_readings("１６个 1.45万 GDP 5km")] == [2, 8]
