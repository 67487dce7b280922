"""Says how far a run is: a bar on a terminal, lines of JSON for programs, or nothing."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from typing import Any, Protocol

from reader.batch.archive.chunk import Part
from reader.batch.archive.extras import NeedsExtra, need
from reader.batch.archive.row import Damage
from reader.text.streams import say

_FORMAT = "{percentage:3.0f}% |{bar}| {postfix[0]} [{elapsed}, {remaining} left]"


class Totals:
    """What was counted in the parts of a run."""

    def __init__(self) -> None:
        self.parts = self.pages = self.repairs = self.undecided = self.characters = 0
        self.damage: Counter[str] = Counter()

    def add(self, part: Part) -> None:
        """Add what was counted in a part."""
        self.parts += 1
        self.pages += part.pages
        self.repairs += part.repairs
        self.undecided += part.undecided
        self.characters += part.characters
        self.damage.update(part.damage)

    def counts(self) -> dict[str, int]:
        """Return how many pages suffered from what, in the order of `Damage`, without zeros."""
        found = {one.value: self.damage[one.value] for one in (*reversed(Damage),)}
        return {name: count for name, count in found.items() if count}

    def words(self) -> str:
        """Return the counts as words: 12 clean, 3 spun."""
        words = {Damage.ASIDE.value: "set aside"}
        return ", ".join(
            f"{count:,} {words.get(name, name)}" for name, count in self.counts().items()
        )


class Progress(Protocol):
    """What is told of a run as it goes."""

    def begin(self, work: int, pages: int, files: int) -> None:
        """Tell that there is so much work (bytes), and what an earlier run has done."""
        ...

    def advance(self, part: Part, work: int, totals: Totals) -> None:
        """Tell that a part is done."""
        ...

    def say(self, message: str) -> None:
        """Tell something to the user."""
        ...

    def end(self, totals: Totals) -> None:
        """Tell that all is done, or that it was stopped."""
        ...


class Silent:
    """Tells nothing but messages."""

    def begin(self, work: int, pages: int, files: int) -> None:
        """Tell nothing."""

    def advance(self, part: Part, work: int, totals: Totals) -> None:
        """Tell nothing."""

    def say(self, message: str) -> None:
        """Write a line to standard error."""
        say(f"jingdu: {message}")

    def end(self, totals: Totals) -> None:
        """Tell nothing."""


class Bar(Silent):
    """A bar on a terminal, with pages a second, rest time and counts."""

    def __init__(self, tqdm: Any) -> None:  # noqa: ANN401
        self._tqdm = tqdm
        self._bar: Any = None
        self._since = time.monotonic()
        self._pages = 0

    def begin(self, work: int, pages: int, files: int) -> None:
        """Show the bar."""
        self._since = time.monotonic()
        self._bar = self._tqdm(
            total=max(1, work), file=sys.stderr, bar_format=_FORMAT, postfix=[""], leave=False,
            dynamic_ncols=True, mininterval=0.2,
        )  # fmt: skip

    def advance(self, part: Part, work: int, totals: Totals) -> None:
        """Move it."""
        self._pages += part.pages
        rate = self._pages / max(0.001, time.monotonic() - self._since)
        self._bar.postfix[0] = f"{count_pages(totals.pages)}, {rate:,.0f}/s: {totals.words()}"
        self._bar.update(work)

    def say(self, message: str) -> None:
        """Write a line above the bar."""
        if self._bar is not None:
            self._bar.clear()
        super().say(message)

    def end(self, totals: Totals) -> None:
        """Remove it."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class JsonLog:
    """Lines of JSON on standard error."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._pages = self._work = self._all = 0

    def begin(self, work: int, pages: int, files: int) -> None:
        """Write the first line."""
        self._since, self._all = time.monotonic(), work
        _log(event="begin", bytes=work, files=files, pages_done=pages)

    def advance(self, part: Part, work: int, totals: Totals) -> None:
        """Write a line for a part."""
        self._pages += part.pages
        self._work += work
        seconds = max(0.001, time.monotonic() - self._since)
        left = seconds * max(0, self._all - self._work) / max(1, self._work)
        _log(
            event="part", part=part.number, pages=totals.pages, bytes_done=self._work,
            pages_per_second=round(self._pages / seconds, 2), seconds_left=round(left),
            damage=totals.counts(),
        )  # fmt: skip

    def say(self, message: str) -> None:
        """Write a message as a line."""
        _log(event="message", message=message)

    def end(self, totals: Totals) -> None:
        """Write the last line."""
        seconds = round(time.monotonic() - self._since, 3)
        _log(
            event="end", pages=totals.pages, parts=totals.parts, seconds=seconds,
            repairs=totals.repairs, undecided=totals.undecided, characters=totals.characters,
            damage=totals.counts(),
        )  # fmt: skip


def count_pages(count: int) -> str:
    """Return how many pages there are, in words."""
    return "1 page" if count == 1 else f"{count:,} pages"


def choose_progress(*, as_json: bool) -> Progress:
    """Return how progress is told: nothing where standard error is no terminal."""
    if as_json:
        return JsonLog()
    if sys.stderr is None or not sys.stderr.isatty():
        return Silent()
    try:
        return Bar(need("tqdm").tqdm)
    except NeedsExtra:
        return Silent()


def _log(**values: object) -> None:
    say(json.dumps(values, ensure_ascii=False))
