"""Counts for the report: of all pages, by host and by month, in memory that does not grow.

A crawl may have as many hosts as pages. What does not fit is added up in a temporary database,
which is the system's to place and goes with the last reference to it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.batch.archive.row import Damage, PageRow

CLASSES: tuple[Damage, ...] = (
    Damage.CLEAN, Damage.SPUN, Damage.SLIPPED, Damage.MISREAD,
    Damage.LOST, Damage.OTHER, Damage.FAILED, Damage.ASIDE,
)  # fmt: skip
"""In the order in which they are shown: what is fine first, what was not repaired last."""

_KNOWN = {one.value: one for one in Damage}
_MONTH = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9])")
_LONGEST = 253  # characters of a host; what is longer is no name
_HELD = 20_000  # hosts in memory


def class_of(row: PageRow) -> Damage:
    """Return how a page was damaged; a word of a later version is `OTHER`."""
    return _KNOWN.get(row.damage, Damage.OTHER)


def needs_a_human(row: PageRow) -> bool:
    """Tell if a person has to look: nothing was repaired, or places are lost or undecided."""
    return row.lost > 0 or row.undecided > 0 or class_of(row) in (Damage.FAILED, Damage.ASIDE)


@dataclass(slots=True)
class Count:
    """What was counted of some pages; the pages by class stand in the order of `CLASSES`."""

    pages: list[int] = field(default_factory=lambda: [0] * len(CLASSES))
    human: int = 0  # pages that need one
    characters: int = 0
    repairs: int = 0
    lost: int = 0
    undecided: int = 0

    @property
    def total(self) -> int:
        """How many pages there are."""
        return sum(self.pages)

    def add(self, row: PageRow, place: int) -> None:
        """Count a page, whose class is the one at `place` of `CLASSES`."""
        self.pages[place] += 1
        self.human += needs_a_human(row)
        self.characters += row.characters
        self.repairs += row.repairs
        self.lost += row.lost
        self.undecided += row.undecided

    def values(self) -> list[int]:
        """Return the numbers, those by class first."""
        return [
            *self.pages, self.human, self.characters, self.repairs, self.lost, self.undecided,
        ]  # fmt: skip

    @classmethod
    def of(cls, values: Sequence[int]) -> Count:
        """Return the count with these `values()`."""
        return cls(list(values[: len(CLASSES)]), *values[len(CLASSES) :])

    def __add__(self, other: Count) -> Count:
        """Return what was counted of both."""
        pairs = zip(self.values(), other.values(), strict=True)
        return Count.of([one + another for one, another in pairs])


_WIDTH = len(Count().values())


class Tally:
    """Counts by a name, such as the host; exact, with at most some thousand names in memory."""

    def __init__(self, held: int = _HELD) -> None:
        """Begin without any; `held` is how many names stay in memory."""
        self._held = held
        self._counts: dict[str, Count] = {}
        self._database: sqlite3.Connection | None = None

    def add(self, name: str, row: PageRow, place: int) -> None:
        """Count a page under a name."""
        count = self._counts.get(name)
        if count is None:
            if len(self._counts) >= self._held:
                self._spill()
            count = self._counts[name] = Count()
        count.add(row, place)

    def by_size(self, most: int) -> tuple[list[tuple[str, Count]], int, Count]:
        """Return the names with the most pages, and of the rest their number and their count."""
        found: list[tuple[str, Count]] = []
        rest, others = Count(), 0
        for name, count in self._largest_first():
            if len(found) < most:
                found.append((name, count))
            else:
                rest, others = rest + count, others + 1
        return found, others, rest

    def by_name(self, most: int) -> tuple[list[tuple[str, Count]], int, Count, Count | None]:
        """Return the last names in their order, of the earlier ones the same, and the nameless."""
        counts = dict(self._largest_first())
        nameless = counts.pop("", None)
        found = sorted(counts.items(), key=lambda one: one[0])
        early, late = found[: max(0, len(found) - most)], found[-most:]
        rest = Count()
        for _, count in early:
            rest = rest + count
        return late, len(early), rest, nameless

    def close(self) -> None:
        """Give back what is on the disk."""
        if self._database is not None:
            self._database.close()

    def _largest_first(self) -> Iterator[tuple[str, Count]]:
        if self._database is None:
            yield from sorted(self._counts.items(), key=lambda one: (-one[1].total, one[0]))
            return
        self._spill()
        total = " + ".join(f"n{at}" for at in range(len(CLASSES)))
        asked = f"SELECT * FROM counts ORDER BY {total} DESC, name"
        for name, *values in self._database.execute(asked):
            yield name, Count.of(values)

    def _spill(self) -> None:
        """Add what is in memory to the database."""
        columns = [f"n{at}" for at in range(_WIDTH)]
        if self._database is None:
            self._database = sqlite3.connect("")  # on the disk, deleted when it is closed
            declared = ", ".join(f"{one} INTEGER" for one in columns)
            self._database.execute(f"CREATE TABLE counts (name TEXT PRIMARY KEY, {declared})")
        places = ", ".join("?" * (_WIDTH + 1))
        added = ", ".join(f"{one} = {one} + excluded.{one}" for one in columns)
        self._database.executemany(
            f"INSERT INTO counts VALUES ({places}) ON CONFLICT (name) DO UPDATE SET {added}",
            ((name, *count.values()) for name, count in self._counts.items()),
        )
        self._counts.clear()


class Totals:
    """All that is counted of the pages."""

    def __init__(self) -> None:
        """Begin without a page."""
        self.by_class = [Count() for _ in CLASSES]
        self.kinds: Counter[str] = Counter()
        self.hosts = Tally()
        self.months = Tally()
        self.with_host = self.with_month = 0

    def add(self, row: PageRow) -> None:
        """Count a page."""
        place = CLASSES.index(class_of(row))
        self.by_class[place].add(row, place)
        self.kinds.update(row.counts)
        host = _clean_name(row.host)
        month = _MONTH.match(row.date)
        self.with_host += bool(host)
        self.with_month += month is not None
        self.hosts.add(host, row, place)
        self.months.add(month[0] if month else "", row, place)

    @property
    def all(self) -> Count:
        """What was counted of all pages."""
        total = Count()
        for one in self.by_class:
            total = total + one
        return total

    def close(self) -> None:
        """Give back what is on the disk."""
        self.hosts.close()
        self.months.close()


def _clean_name(host: str) -> str:
    """Return a host as a database can hold it, without half surrogate pairs."""
    return host[:_LONGEST].lower().encode("utf-8", "replace").decode("utf-8")
