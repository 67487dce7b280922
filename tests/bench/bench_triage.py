"""The triage report: the memory it takes as pages become many, and what it takes for copies.

Copies are looked for among texts of three corpora, each damaged in several ways and restored, and
among all laws that are different.
"""

from __future__ import annotations

import lzma
import tracemalloc
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from math import log
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from reader import restore
from reader.batch.archive.report import write_report
from reader.batch.archive.report_copies import CopyFinder
from reader.batch.archive.row import Damage, PageRow
from tests.bench import corpus
from tests.bench.figure import Figure
from tests.bench.needs import COPIES, ENCYCLOPEDIA, LAWS, NEWS
from tests.damage.styles import STYLES

NEEDS = (LAWS, NEWS, ENCYCLOPEDIA, COPIES)

_ROWS = 100_000
_MOST_BYTES = 64 * 2**20  # of Python's and numpy's own, at any moment
_TURNS = 3  # the fastest counts; a busy machine makes others slower
_TEXTS = 40  # of each corpus
_LENGTH = {LAWS: 2_000, NEWS: 1_000, ENCYCLOPEDIA: 400}  # characters of a text
_WAYS = ("seed", "variants", "mark_slip", "page", "tags", "glosses")


def run() -> list[Figure]:
    """Measure memory and time over generated rows, then groups of texts."""
    return [*_memory(), *_copies(), *_parts(), _different_laws()]


def _rows(count: int) -> Iterator[PageRow]:
    """Yield rows as of a crawl: as many hosts as pages, a fifth of the pages copies of another."""
    draw = Random(11)
    letters = _letters()
    classes = [one.value for one in Damage]
    for at in range(count):
        begin = at // 5 % 1_000 if at % 5 == 0 else at
        clean = letters[begin * 150 : begin * 150 + 150]
        yield PageRow(
            page=f"https://h{at}.example/{at}.html",
            source="crawl.warc.gz",
            position=at,
            address=f"https://h{at}.example/{at}.html",
            host=f"h{at}.example",
            date=f"20{at % 24:02}-{at % 12 + 1:02}-01",
            damage=draw.choice(classes),
            counts={"gloss": 3, "script": 5},
            repairs=8,
            lost=at % 3,
            undecided=at % 7,
            lowest=draw.random(),
            characters=150,
            clean=clean,
            details=[
                {
                    "kind": "gloss", "rule": "gloss.untoned", "before": "(de)", "after": "",
                    "start": 20, "end": 24, "confidence": 0.99, "state": "certain",
                }
            ],
        )  # fmt: skip


@cache
def _letters() -> str:
    return "".join(corpus.lines())


def _memory() -> list[Figure]:
    sizes = (_ROWS // 4, _ROWS)
    peaks, times = [], [float("inf")] * len(sizes)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "report.html"
        write_report(_rows(100), target, title="", command="")  # loads tables and packages
        for _ in range(_TURNS):  # by turns, so that a busy moment meets both
            for at, count in enumerate(sizes):
                start = process_time()
                write_report(_rows(count), target, title="", command="")
                times[at] = min(times[at], process_time() - start)
        for count in sizes:
            tracemalloc.start()
            write_report(_rows(count), target, title="", command="")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    growth = log(times[1] / times[0]) / log(sizes[1] / sizes[0])
    shown = ", ".join(
        f"{count:,}: {peak / 2**20:.0f} MiB" for count, peak in zip(sizes, peaks, strict=True)
    )
    each = (peaks[1] - peaks[0]) / (sizes[1] - sizes[0])
    return [
        Figure(
            f"triage report, memory for {_ROWS:,} pages",
            f"{peaks[1] / 2**20:.0f} MiB, {each:.0f} bytes for one page more",
            f"<= {_MOST_BYTES // 2**20} MiB",
            peaks[1] <= _MOST_BYTES,
            shown,
        ),
        Figure(
            "triage report, growth",
            f"exponent {growth:.2f}, {times[1] / _ROWS * 1e3:.2f} ms a page of 150 characters",
            "<= 1.1",
            growth <= 1.1,
            ", ".join(
                f"{count:,}: {taken:.1f} s" for count, taken in zip(sizes, times, strict=True)
            ),
        ),
    ]


def _copies() -> list[Figure]:
    """Count which copies of a text are found in the group of its first, and which others."""
    draw = Random(4)
    rows: list[PageRow] = []
    truth: dict[str, int] = {}
    number = 0
    for name in _LENGTH:
        for text in draw.sample(_texts(name), _TEXTS):
            for way in _WAYS:
                try:
                    damaged = STYLES[way](text, Random(f"{number} {way}")).text
                except UnicodeEncodeError:  # beyond GBK: not damaged in this way
                    continue
                page = f"{number} {way}"
                truth[page] = number
                clean = restore(damaged).text
                rows.append(PageRow(page, "", len(rows), damage="spun", clean=clean))
            number += 1
    groups = _find(rows)
    alike = sum(size * (size - 1) // 2 for size in _sizes(truth.values()))
    found = mixed = 0
    for pages in groups:
        inside = _sizes(truth[page] for page in pages)
        together = len(pages) * (len(pages) - 1) // 2
        right = sum(size * (size - 1) // 2 for size in inside)
        found, mixed = found + right, mixed + together - right
    share = found / alike
    return [
        Figure(
            f"copies of {number} texts, damaged in {len(_WAYS)} ways: pairs in one group",
            f"{share:.1%} of {alike:,}",
            ">= 98 %",
            share >= 0.98,
        ),
        Figure("copies: pairs of different texts in one group", f"{mixed}", "0", mixed == 0),
    ]


def _parts() -> list[Figure]:
    """Count which copies are found that lack a part, have something around them or lost letters."""
    draw = Random(3)
    texts = [text for name in _LENGTH for text in draw.sample(_texts(name), _TEXTS)]

    def lose(text: str) -> str:
        return "".join("\ufffd" if draw.random() < 0.05 else char for char in text)

    changes = {
        "a quarter cut off": lambda text, _: text[: len(text) * 3 // 4],
        "a fifth of another text behind them": lambda text, other: text + other[: len(text) // 5],
        "5 % of the characters lost": lambda text, _: lose(text),
    }
    figures = []
    for name, change in changes.items():
        rows = []
        for at, text in enumerate(texts):
            for clean in (text, change(text, texts[(at + 7) % len(texts)])):
                rows.append(PageRow(f"{at} {len(rows)}", "", len(rows), clean=clean))
        groups = [[page.split()[0] for page in pages] for pages in _find(rows)]
        found = sum(len(set(pages)) == 1 for pages in groups)
        mixed = len(groups) - found
        figures.append(
            Figure(
                f"copies with {name}",
                f"{found} of {len(texts)} found, {mixed} wrong",
                ">= 97 %, none wrong",
                found >= 0.97 * len(texts) and not mixed,
            )
        )
    return figures


def _different_laws() -> Figure:
    """Count pairs of different laws, many of which share their common articles, in one group."""
    rows = [PageRow(f"{at}", "", at, clean=text) for at, text in enumerate(_laws())]
    groups = _find(rows)
    pairs = sum(len(pages) * (len(pages) - 1) // 2 for pages in groups)
    return Figure(
        f"{len(rows):,} different laws: pairs in one group", f"{pairs}", "<= 3", pairs <= 3
    )


def _find(rows: list[PageRow]) -> list[list[str]]:
    with TemporaryDirectory() as folder:
        finder = CopyFinder(Path(folder))
        for row in rows:
            finder.add(row)
        found = finder.find(len(rows))
        finder.close()
    return [[copy.page for copy in group.copies] for group in found.largest]


def _sizes(numbers: Iterable[int]) -> list[int]:
    return list(Counter(numbers).values())


def _texts(name: str) -> list[str]:
    if name == LAWS:
        return [text[: _LENGTH[LAWS]] for text in _laws()]
    texts, current = [], ""
    with lzma.open(corpus.SHARED / name, "rt", encoding="utf-8") as file:
        for line in file:
            current += line
            if len(current) >= _LENGTH[name]:
                texts.append(current)
                current = ""
    return texts


def _laws() -> list[str]:
    """Return the texts of laws, each from its first article to that of the next."""
    texts: list[str] = []
    current: list[str] = []
    for line in (*corpus.lines(), "第一条"):
        if line.startswith("第一条"):
            texts.append("\n".join(current))
            current = []
        current.append(line)
    return [text for text in texts if len(text) >= 400]
