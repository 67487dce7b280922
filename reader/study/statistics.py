"""What a learner's library shows as a whole: shares, levels, weeks, days, the hardest words.

All of it is made from what is stored: the counted words of each document, the words of one's own
and when they changed, the days. Nothing is read or cut into words again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.study.history import DayRead, History
from reader.study.levels import LevelList
from reader.study.library import Library, Word
from reader.study.page_time import Speed, own_speed
from reader.study.status import WordStatus
from reader.study.vocabulary import Share
from reader.study.word_counts import WordCounts

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary

_HARDEST = 15  # words of each list
_CANDIDATES = 200  # words that are looked up, since not each is in a dictionary
_AT_ONCE = 100  # words that became known in the same second, from which it was no learning
WEEKS = 26
"""So many weeks back the words learned are shown."""

Check = Callable[[], None]


class Settled(NamedTuple):
    """The words of which nothing is left to learn."""

    known: frozenset[str]
    ignored: frozenset[str]

    @classmethod
    def of(cls, statuses: Mapping[str, WordStatus]) -> Settled:
        """Return which words these are by the statuses of words."""
        known = (word for word, status in statuses.items() if status is WordStatus.KNOWN)
        ignored = (word for word, status in statuses.items() if status is WordStatus.IGNORED)
        return cls(frozenset(known), frozenset(ignored))

    def share_of(self, counts: WordCounts) -> Share:
        """Return how many running words are known; ignored words count on neither side."""
        return Share(counts.total_of(self.known), counts.total - counts.total_of(self.ignored))


class SharePoint(NamedTuple):
    """What share of all running words was known at the end of a day (0 to 1)."""

    day: date
    share: float


class LevelShare(NamedTuple):
    """How many running words are of a level, and how many of them are known; 0: in no list."""

    level: int
    known: int
    total: int


class WeekLearned(NamedTuple):
    """How many words became known in a week; `at_once` are those of a list that was read in."""

    monday: date
    learned: int
    at_once: int


class HardWord(NamedTuple):
    """A word still to be learned, how many times and in how many documents it stands."""

    word: str
    times: int
    documents: int
    level: int | None = None
    pinyin: str = ""
    gloss: str = ""


@dataclass(frozen=True)
class Statistics:
    """All that is shown."""

    shares: Mapping[str, Share]
    """Of each document that was counted, by fingerprint."""
    known: Share
    points: tuple[SharePoint, ...]
    levels: tuple[LevelShare, ...]
    weeks: tuple[WeekLearned, ...]
    days: tuple[DayRead, ...]
    frequent: tuple[HardWord, ...]
    rare: tuple[HardWord, ...]
    known_words: int
    learning_words: int
    speed: Speed


class Counts(NamedTuple):
    """The words of all documents together; in how many of them each stands."""

    total: Counter[str]
    documents: Counter[str]
    shares: dict[str, Share]


def add_up(history: History, settled: Settled, check: Check = lambda: None) -> Counts:
    """Return the words of all documents and what share of each is known."""
    total: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    shares: dict[str, Share] = {}
    for fingerprint, counts in history.all_words():
        check()
        shares[fingerprint] = settled.share_of(counts)
        documents.update(counts.words)
        for word, count in zip(counts.words, counts.counts, strict=True):
            total[word] += count
    return Counts(total, documents, shares)


def gather(
    library: Library,
    counts: Counts,
    dictionary: Dictionary,
    today: date | None = None,
    check: Check = lambda: None,
) -> Statistics:
    """Return what is shown of a library. Raises ReaderError, and whatever `check` raises."""
    words = library.words()
    settled = Settled.of({one.word: one.status for one in words})
    check()
    levels = profile(counts.total, settled, dictionary)
    check()
    to_learn = [
        word for word in counts.total if word not in settled.known and word not in settled.ignored
    ]
    return Statistics(
        shares=counts.shares,
        known=_share_of_all(counts.total, settled),
        points=share_over_time(counts.total, words, today),
        levels=levels,
        weeks=learned_by_week(words, today),
        days=tuple(library.history.days()),
        frequent=_describe(_most_frequent(to_learn, counts), counts, dictionary),
        rare=_describe(_rarest(to_learn, dictionary), counts, dictionary),
        known_words=len(settled.known),
        learning_words=sum(1 for one in words if one.status.is_learning),
        speed=own_speed(library.history, today),
    )


def profile(
    counts: Mapping[str, int], settled: Settled, dictionary: Dictionary
) -> tuple[LevelShare, ...]:
    """Return how many running words are of each level, in order, those in no list last."""
    found = dictionary.levels_of(counts)
    known: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for word, count in counts.items():
        if word in settled.ignored:
            continue
        levels = found.get(word)
        level = (LevelList.HSK2025.level_of(levels[0]) or 0) if levels is not None else 0
        total[level] += count
        if word in settled.known:
            known[level] += count
    order = sorted(total, key=lambda level: (not level, level))
    return tuple(LevelShare(level, known[level], total[level]) for level in order)


def share_over_time(
    counts: Mapping[str, int], words: Iterable[Word], today: date | None = None
) -> tuple[SharePoint, ...]:
    """Return how much of all documents was known at the end of each day on which that changed.

    A word counts from the day on which it became known, in all documents of today: so the curve
    shows what was learned, and not which document was opened. The last point is today's.
    """
    running = sum(counts.values())
    gained: Counter[date] = Counter()
    for one in words:
        count = counts.get(one.word, 0)
        if one.status is WordStatus.IGNORED:
            running -= count
        elif one.status is WordStatus.KNOWN and count:
            gained[_local_day(one.changed)] += count
    if not running or not gained:
        return ()
    today = today or date.today()
    points, sum_ = [], 0
    for day in sorted(gained):
        sum_ += gained[day]
        points.append(SharePoint(min(day, today), sum_ / running))
    if points[-1].day < today:
        points.append(SharePoint(today, points[-1].share))
    return tuple(points)


def share_at(points: Sequence[SharePoint], day: date) -> float:
    """Return the share at the end of a day; before the first point nothing was known."""
    at = bisect_right(points, day, key=lambda point: point.day)
    return points[at - 1].share if at else 0.0


def learned_by_week(
    words: Iterable[Word], today: date | None = None, weeks: int = WEEKS
) -> tuple[WeekLearned, ...]:
    """Return how many words became known in each of the last weeks, this one last.

    Words by the hundred in one second were read from a list: nobody learned them in that week.
    """
    known = [one for one in words if one.status is WordStatus.KNOWN]
    moments = Counter(one.changed for one in known)
    this = _monday(today or date.today())
    learned: Counter[date] = Counter()
    at_once: Counter[date] = Counter()
    for one in known:
        many = moments[one.changed] >= _AT_ONCE
        (at_once if many else learned)[_monday(_local_day(one.changed))] += 1
    mondays = [this - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    return tuple(WeekLearned(one, learned[one], at_once[one]) for one in mondays)


def _share_of_all(counts: Mapping[str, int], settled: Settled) -> Share:
    known = sum(counts.get(word, 0) for word in settled.known)
    ignored = sum(counts.get(word, 0) for word in settled.ignored)
    return Share(known, sum(counts.values()) - ignored)


def _most_frequent(to_learn: Iterable[str], counts: Counts) -> list[str]:
    found = sorted(to_learn, key=lambda word: (-counts.total[word], -counts.documents[word], word))
    return found[:_CANDIDATES]


def _rarest(to_learn: Sequence[str], dictionary: Dictionary) -> list[str]:
    """Return the rarest words of those of which it is known how frequent they are."""
    found = dictionary.levels_of(to_learn)
    rated = [
        (frequency, word)
        for word, (_, frequency) in found.items()
        if frequency is not None and frequency > 0
    ]
    return [word for _, word in sorted(rated)[:_CANDIDATES]]


def _describe(words: Sequence[str], counts: Counts, dictionary: Dictionary) -> tuple[HardWord, ...]:
    """Return the first words that a dictionary has, names left out.

    Another may be a slip of the segmenter; a name is nothing that one learns as a word.
    """
    from reader.study.word_index import describe

    there = dictionary.known(words)
    known = [word for word in words if word in there]
    levels = dictionary.levels_of(known)
    found: list[HardWord] = []
    for word, entries in dictionary.find_many(known):
        level = LevelList.HSK2025.level_of(levels[word][0]) if word in levels else None
        if level is None and all(entry.is_name for entry in entries):
            continue
        meaning = describe(word, entries)
        found.append(
            HardWord(
                word,
                counts.total[word],
                counts.documents[word],
                level,
                meaning.pinyin,
                meaning.gloss,
            )
        )
        if len(found) == _HARDEST:
            break
    return tuple(found)


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
