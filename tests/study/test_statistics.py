"""What a library adds up to: shares, weeks, levels, and the hardest words."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from reader.study.dictionary.lookup import Dictionary
from reader.study.history import ReadDocument
from reader.study.library import Library, Word
from reader.study.library_words import LibraryWords, profile_of
from reader.study.settled import Settled
from reader.study.statistics import gather, learned_by_week, share_at, share_over_time
from reader.study.status import WordStatus
from reader.study.word_counts import WordCounts

KNOWN, NEW, IGNORED = WordStatus.KNOWN, WordStatus.NEW, WordStatus.IGNORED
LEARNING = WordStatus.LEARNING_2
TODAY = date(2026, 3, 20)  # a Friday


def word(text, status=KNOWN, back=0):
    """Return a word whose status changed so many days ago, at noon by the local clock."""
    day = TODAY - timedelta(days=back)
    changed = datetime(day.year, day.month, day.day, 12).astimezone(UTC)
    return Word(text, status, changed, changed)


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary()


def put(library, name, counts):
    library.history.record(ReadDocument(name, name))
    library.history.set_words(name, WordCounts.of(counts), {}, 0, 1)


# -- shares


@pytest.mark.parametrize(
    ("counts", "known", "ignored", "share"),
    [
        ({}, [], [], (0, 0)),
        ({"劳动": 3}, [], [], (0, 3)),
        ({"劳动": 3, "仲裁": 1}, ["劳动"], [], (3, 4)),
        ({"劳动": 3, "仲裁": 1}, ["劳动"], ["仲裁"], (3, 3)),
        ({"劳动": 3}, ["仲裁"], ["争议"], (0, 3)),
    ],
)
def test_ignored_words_count_on_neither_side(counts, known, ignored, share):
    assert Settled(frozenset(known), frozenset(ignored)).share_of(WordCounts.of(counts)) == share


def curve(counts, words):
    return share_over_time(lambda one: counts.get(one, 0), sum(counts.values()), words, TODAY)


def test_the_share_grows_when_words_become_known():
    counts = {"劳动": 5, "仲裁": 3, "争议": 2, "嗯": 10}
    words = [
        word("劳动", back=10), word("仲裁", back=4), word("没有", back=2), word("争议", LEARNING),
        word("嗯", IGNORED),
    ]  # fmt: skip
    points = curve(counts, words)
    assert points == (
        (TODAY - timedelta(days=10), 0.5), (TODAY - timedelta(days=4), 0.8), (TODAY, 0.8),
    )  # fmt: skip
    assert [share_at(points, TODAY - timedelta(days=back)) for back in (11, 10, 5, 4, 0)] == [
        0.0, 0.5, 0.5, 0.8, 0.8,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "words"),
    [({}, []), ({"劳动": 1}, []), ({}, [word("劳动")]), ({"劳动": 1}, [word("劳动", IGNORED)])],
)
def test_without_documents_or_known_words_there_is_no_curve(counts, words):
    assert curve(counts, words) == ()


def test_a_clock_that_was_wrong_makes_no_day_to_come():
    points = curve({"劳动": 1}, [word("劳动", back=-40)])
    assert points == ((TODAY, 1.0),)


# -- weeks


def test_words_are_counted_in_the_week_in_which_they_became_known():
    words = [
        word("一", back=0), word("二", back=4), word("三", back=5), word("四", LEARNING),
        word("五", back=400),
    ]  # fmt: skip
    weeks = learned_by_week(words, TODAY, weeks=3)
    assert weeks == (
        (date(2026, 3, 2), 0, 0), (date(2026, 3, 9), 1, 0), (date(2026, 3, 16), 2, 0),
    )  # fmt: skip


@pytest.mark.parametrize(("number", "learned", "at_once"), [(99, 99, 0), (100, 0, 100)])
def test_words_of_a_list_are_told_from_words_learned(number, learned, at_once):
    words = [word(chr(0x4E00 + at)) for at in range(number)]
    assert learned_by_week(words, TODAY, weeks=1) == ((date(2026, 3, 16), learned, at_once),)


# -- levels and hardest words


def test_levels_have_their_known_part_and_those_in_no_list_come_last(dictionary):
    counts = {"我": 6, "劳动": 3, "底线思维": 2, "嗯": 4}
    settled = Settled(frozenset(("我",)), frozenset(("嗯",)))
    levels = profile_of(WordCounts.of(counts), settled, dictionary)
    assert levels[0] == (1, 6, 6)
    assert levels[-1] == (0, 0, 2)
    assert sum(one.total for one in levels) == 11
    assert profile_of(WordCounts(), settled, dictionary) == ()


def test_the_library_as_a_whole(library, dictionary):
    put(library, "a", {"我": 6, "劳动": 3, "仲裁": 1, "龘龘龘": 50})
    put(library, "b", {"劳动": 2, "饕餮": 1, "王小明": 9})
    put(library, "c", {})
    library.set_statuses(["我"], KNOWN)
    library.set_status("仲裁", LEARNING)
    library.history.add_time("a", 1200, 3000, TODAY)
    words = LibraryWords()
    words.update(library.history)
    assert words.shares(Settled.of(library.statuses())) == {"a": (6, 60), "b": (0, 12), "c": (0, 0)}
    assert (words.count_of("劳动"), words.documents_of("劳动"), words.count_of("没有")) == (5, 2, 0)
    found = gather(library, words, dictionary, TODAY)
    assert found.known == (6, 72)
    assert (found.known_words, found.learning_words) == (1, 1)
    assert found.days == ((TODAY, 1200, 3000, 1),)
    assert found.speed == (150, True)
    # Neither what is known, nor what no dictionary has, nor a name is hard.
    assert [one.word for one in found.frequent] == ["劳动", "仲裁", "饕餮"]
    assert found.frequent[0][:3] == ("劳动", 5, 2)
    assert (found.frequent[0].pinyin, bool(found.frequent[0].gloss)) == ("láo dòng", True)
    assert found.rare[0].word == "饕餮"


def test_an_empty_library_has_empty_statistics(library, dictionary):
    found = gather(library, LibraryWords(), dictionary, TODAY)
    assert (found.known, found.points, found.levels, found.days) == ((0, 0), (), (), ())
    assert (found.frequent, found.rare, found.speed.is_own) == ((), (), False)
    assert all(week.learned == 0 for week in found.weeks)


def test_gathering_ends_when_it_is_not_wanted_any_more(library):
    put(library, "a", {"我": 6})

    class StoppedError(Exception):
        pass

    def stop():
        raise StoppedError

    with pytest.raises(StoppedError):
        LibraryWords().update(library.history, stop)


# -- what is remembered between two looks


def test_only_what_is_new_is_read_again(library, dictionary, monkeypatch):
    moments = iter(range(100, 200))
    monkeypatch.setattr("reader.study.history.time.time", lambda: next(moments))
    put(library, "a", {"我": 6})
    put(library, "b", {"劳动": 2})
    words = LibraryWords()
    words.update(library.history)
    read = []
    real = library.history.words_of_many
    monkeypatch.setattr(
        library.history, "words_of_many", lambda names: real(read.append(list(names)) or names)
    )
    words.update(library.history)
    put(library, "b", {"劳动": 3, "仲裁": 1})
    put(library, "c", {"我": 1})
    library.history.forget(["a"])
    words.update(library.history)
    assert [sorted(names) for names in read] == [[], ["b", "c"]]
    settled = Settled(frozenset(("我",)), frozenset(("仲裁",)))
    assert words.shares(settled) == {"b": (0, 3), "c": (1, 1)}
    assert words.share(settled) == (1, 4)
    words.rate(dictionary)
    assert words.most_frequent(settled, 5) == ["劳动"]
    assert words.rarest(settled, 5) == ["劳动"]
    assert sum(one.total for one in words.profile(settled)) == 4
