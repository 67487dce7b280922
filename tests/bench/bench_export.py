"""What each export costs against restoring the same document, in CPU time, and how it grows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import cycle
from math import log
from random import Random
from time import process_time

from reader import restore
from reader.export.material import Material
from reader.export.table import EXPORTS, Export, Use
from reader.export.typeset import Typeset
from reader.review.decisions import apply_decisions, decision_for
from reader.text.document import Document
from tests.bench import genres, needs
from tests.bench.figure import Figure
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.NEWS, needs.REPORTS, needs.ENCYCLOPEDIA)
_SMALL, _LARGE = 100_000, 400_000  # code points of the source
_DECIDED = 50  # one place of so many is decided by hand
_TURNS = 2  # the faster counts; a busy machine makes the other slower
_NOTHING = 0.05  # seconds; what takes less than that says nothing of how it grows
_LINEAR = 1.15
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
# How much of the time of restoring: what says what was done, what reads the text out, what looks
# its words up, too, and what is set on pages.
_REPAIRS, _READ, _LOOKED_UP, _SET = 1.2, 2.5, 6.0, 12.0
_REACH = {
    "ruby": _READ, "brackets": _READ, "interlinear": _READ, "pinyin json": _READ,
    "words-html": _LOOKED_UP, "glossed-html": _LOOKED_UP, "epub": _LOOKED_UP,
    "glossed-epub": _LOOKED_UP, "ruby-docx": _LOOKED_UP, "words-docx": _LOOKED_UP,
    "pdf": _SET, "glossed-pdf": _SET,
}  # fmt: skip


def run() -> list[Figure]:
    """Measure all lines of the table of exports on one spun document, and on a quarter of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    text = _spin(_LARGE + _SMALL)
    warm = restore(text[_LARGE : _LARGE + _SMALL // 10])
    start = process_time()
    large = restore(text[:_LARGE])
    restoring = process_time() - start
    documents = [_decide(restore(text[:_SMALL])), _decide(large)]
    return [
        _measure(export, [_material(one) for one in (warm, *documents)], restoring)
        for export in EXPORTS
    ]


def _spin(length: int) -> str:
    """Return text of all kinds in turn, each piece of it spun."""
    kinds = [iter(genres.held_out(genre)) for genre in genres.GENRES]
    pieces: list[str] = []
    size = 0
    for seed, piece in enumerate(_in_turn(kinds)):
        if size > length:
            break
        try:
            pieces.append(STYLES["seed"](piece, Random(seed)).text)
        except UnicodeEncodeError:  # beyond GBK
            continue
        size += len(pieces[-1]) + 1
    return "\n".join(pieces)


def _in_turn(kinds: list[Iterator[str]]) -> Iterator[str]:
    """Yield the pieces of several kinds in turn, until all are at their end."""
    left = list(kinds)
    for one in cycle(kinds):
        if one in left:
            try:
                yield next(one)
            except StopIteration:
                left.remove(one)
        if not left:
            return


def _decide(document: Document) -> Document:
    """Accept every other of some places, and keep the original at those between them."""
    places = [one for one in document.repairs if one.applied and one.before][::_DECIDED]
    return apply_decisions(
        document,
        (
            decision_for(one, one.before if number % 2 else one.after)
            for number, one in enumerate(places)
        ),
    )


def _material(document: Document) -> Material:
    return Material(document, title="spun", when=_WHEN, typeset=_typeset)


def _typeset(pages: Typeset) -> bytes:
    from reader.ui.typesetting.pdf import typeset_without_window

    return typeset_without_window(pages)


def _measure(export: Export, materials: list[Material], restoring: float) -> Figure:
    warm, small, large = materials
    export.write_bytes(warm)  # tables, models and fonts are loaded
    few, many = (_time(lambda of=of: export.write_bytes(of)) for of in (small, large))
    exponent = log(max(many, _NOTHING) / max(few, _NOTHING)) / log(_LARGE / _SMALL)
    name = f"pinyin {export.id}" if export.use == Use.PINYIN and export.id == "json" else export.id
    reach = _REACH.get(name, _REPAIRS)
    ratio = many / restoring
    return Figure(
        f"export, {name}",
        f"{ratio:.2f} times, {many / _LARGE * 1e6:.1f} µs a character, growth {exponent:.2f}",
        f"<= {reach:g} times, growth <= {_LINEAR}",
        ratio <= reach and exponent <= _LINEAR,
        f"restoring the same {_LARGE:,} characters",
    )


def _time(work: Callable[[], object]) -> float:
    """Return the time of the faster of some turns (s)."""
    taken = []
    for _ in range(_TURNS):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)
