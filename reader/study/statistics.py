"""What a learner's library shows as a whole: shares, levels, weeks, days, the hardest words.

All of it is made from what is stored: the counted words of each document, the words of one's own
and when they changed, the days. Nothing is read or cut into words again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.study.history import DayRead
from reader.study.levels import LevelList
from reader.study.library import Library, Word
from reader.study.library_words import LibraryWords
from reader.study.page_time import Speed, own_speed
from reader.study.settled import LevelShare, Settled, Share
from reader.study.status import WordStatus

if TYPE_CHECKING:
    from reader.study.dictionary.lookup import Dictionary

_HARDEST = 15  # words of each list
_CANDIDATES = 200  # words that are looked up, since not each is in a dictionary
_AT_ONCE = 100  # words that became known in the same second, from which it was no learning
WEEKS = 26
"""So many weeks back the words learned are shown."""

Check = Callable[[], None]


class SharePoint(NamedTuple):
    """What share of all running words was known at the end of a day (0 to 1)."""

    day: date
    share: float


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


def gather(
    library: Library,
    words: LibraryWords,
    dictionary: Dictionary,
    today: date | None = None,
    check: Check = lambda: None,
) -> Statistics:
    """Return what is shown of a library. Raises ReaderError, and whatever `check` raises."""
    own = library.words()
    settled = Settled.of({one.word: one.status for one in own})
    words.rate(dictionary)
    check()
    frequent = words.most_frequent(settled, _CANDIDATES)
    rare = words.rarest(settled, _CANDIDATES)
    return Statistics(
        known=words.share(settled),
        points=share_over_time(words.count_of, words.totals_sum, own, today),
        levels=words.profile(settled),
        weeks=learned_by_week(own, today),
        days=tuple(library.history.days()),
        frequent=_describe(frequent, words, dictionary),
        rare=_describe(rare, words, dictionary),
        known_words=len(settled.known),
        learning_words=sum(1 for one in own if one.status.is_learning),
        speed=own_speed(library.history, today),
    )


def share_over_time(
    count_of: Callable[[str], int],
    running: int,
    words: Iterable[Word],
    today: date | None = None,
) -> tuple[SharePoint, ...]:
    """Return how much of all documents was known at the end of each day on which that changed.

    A word counts from the day on which it became known, in all documents of today: so the curve
    shows what was learned, and not which document was opened. The last point is today's. `running`
    is how many running words all documents have, `count_of` how many are a word.
    """
    gained: Counter[date] = Counter()
    for one in words:
        count = count_of(one.word)
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


def _describe(
    candidates: Sequence[str], words: LibraryWords, dictionary: Dictionary
) -> tuple[HardWord, ...]:
    """Return the first words that a dictionary has, names left out.

    Another may be a slip of the segmenter; a name is nothing that one learns as a word.
    """
    from reader.study.word_index import describe

    there = dictionary.known(candidates)
    known = [word for word in candidates if word in there]
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
                words.count_of(word),
                words.documents_of(word),
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
