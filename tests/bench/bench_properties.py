"""What must hold of any damaged document, asked of many: twice is once, any order, the way back.

tests/repair/test_corpora.py asks it of a few in the test suite.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from reader import restore
from tests.bench import genres, needs
from tests.bench.figure import Figure
from tests.damage import properties
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.NEWS, needs.REPORTS, needs.ENCYCLOPEDIA)
_PARAGRAPHS = 120  # of each genre
_SIZES = {"encyclopedia": 4}  # its paragraphs are long and full of names, which takes time
_SIZE = 12


def run() -> list[Figure]:
    """Measure; each genre is damaged in each style."""
    documents = list(_documents())
    certain: list[str] = []
    lost: list[str] = []
    orders: dict[bool, list[str]] = {True: [], False: []}
    for where, style, paragraphs in documents:
        source = "\n".join(paragraphs)
        document = restore(source)
        certain += [f"{where}: {one}" for one in properties.changed_again(document)]
        lost += [f"{where}: {one}" for one in properties.not_rebuilt(document, source)]
        torn = style in properties.TORN
        order = Random(where).sample(range(len(paragraphs)), len(paragraphs))
        unlike = properties.unlike_in_order(paragraphs, order, torn=torn)
        orders[torn] += [f"{where}: {one}" for one in unlike]
    count = f"{len(documents):,} documents"
    return [
        _none(f"certain places changed by a second restoring, in {count}", certain),
        _none("paragraphs that come out otherwise in another order", orders[False]),
        _none("certain repairs of torn bytes that another order contradicts", orders[True]),
        _none(f"sources that cannot be rebuilt, of {count}", lost),
    ]


def _documents() -> Iterator[tuple[str, str, list[str]]]:
    """Yield (where from, style, damaged paragraphs)."""
    for genre in genres.GENRES:
        texts = genres.paragraphs(genre, _PARAGRAPHS)
        size = _SIZES.get(genre, _SIZE)
        for style in sorted(STYLES):
            for start in range(0, len(texts), size):
                paragraphs = genres.damage(texts[start : start + size], style, start)
                yield f"{genre} {style} {start}", style, paragraphs


def _none(name: str, found: list[str]) -> Figure:
    shown = f" ({found[0]})" if found else ""
    return Figure(name, f"{len(found)}{shown}", "0", not found)
