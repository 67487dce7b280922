"""Noise is given up, whoever waits is told, and cut bytes never break a document."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

from reader import restore
from reader.formats.decode import decode
from tests.bench.figure import Figure
from tests.damage.noise import hanzi_noise, many_cuts
from tests.damage.properties import not_rebuilt

_NOISE = 2_000  # characters
_CUT = 100  # documents
_TEXT = "推动劳动关系和谐发展，促进就业。勞(lao)?\n各级人民政府应当加强对劳动关系协调工作的领导。"


def run() -> list[Figure]:
    """Measure in time of the process, so that a busy machine does not count."""
    return [*_noise(), _cuts()]


def _noise() -> list[Figure]:
    noise = hanzi_noise(_NOISE)
    told = [process_time()]
    document = restore(noise, progress=lambda *_: told.append(process_time()))
    whole = told[-1] - told[0]
    longest = max(later - before for before, later in pairwise(told))
    broken = not_rebuilt(document, noise)
    name = f"{_NOISE:,} hanzi at random, a fifth of them question marks"
    return [
        Figure(f"{name}: time until given up", f"{whole:.1f} s", "< 15 s", whole < 15),
        Figure(f"{name}: longest time nothing is told", f"{longest:.2f} s", "< 1 s", longest < 1),
        Figure(f"{name}: what cannot be rebuilt", f"{len(broken)}", "0", not broken),
    ]


def _cuts() -> Figure:
    broken = []
    for number in range(_CUT):
        data, encoding = many_cuts(_TEXT, Random(number))
        text, origin = decode(data, encoding=encoding)
        document = restore(text, origin=origin)
        broken += not_rebuilt(document, text)
        broken += [
            f"{repair.before!r} is not applied with {repair.confidence:.2f}"
            for repair in document.repairs
            if not repair.applied and repair.confidence >= 0.5
        ]
    shown = f" ({broken[0]})" if broken else ""
    name = f"what does not hold in {_CUT:,} documents with bytes cut anywhere"
    return Figure(name, f"{len(broken)}{shown}", "0", not broken)
