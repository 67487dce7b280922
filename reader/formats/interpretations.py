"""What a file says in each encoding to choose from."""

from __future__ import annotations

from collections import Counter
from math import exp
from typing import NamedTuple

from reader.formats.decode import BOMS, decode
from reader.formats.detect import NOT_ASCII, take_sample
from reader.formats.encodings import OFFERED, decode_leniently
from reader.language.letters import CHINESE, mean_cost
from reader.text.errors import ReaderError

_SHOWN = 400  # characters of a sample
_MIDDLE, _SLOPE = 8.2, 1.6  # nats a character that are half Chinese, and how fast that changes
_NO_CHINESE = 12.0  # nats a character where there is none


class Interpretation(NamedTuple):
    """What a file says in one encoding.

    `score` is how much it looks like Chinese text, 0..1; `lost` counts the U+FFFD in the sample;
    `best` marks the encoding that `decode` would take.
    """

    encoding: str
    label: str
    sample: str
    score: float
    lost: int
    best: bool


def interpret(data: bytes) -> tuple[Interpretation, ...]:
    """Return what the file says in each encoding to choose from, the likeliest first.

    GBK bytes of 第一条 give (gb18030, "第一条", 0.9), then Big5 with 菴珨沭 and a low score. Takes
    some ten milliseconds on any size; samples begin at the first character that is not ASCII.
    """
    try:
        taken = decode(data)[1].encoding
    except ReaderError:
        taken = ""
    sample = take_sample(data)
    names = dict(OFFERED)
    if taken and taken not in names:
        names[taken] = taken
    found = []
    for name, label in names.items():
        text = _beginning(data, name)
        lost = text.count("\ufffd")
        score = 1 / (1 + exp(_SLOPE * (_chinese_cost(sample, name) - _MIDDLE))) / (1 + lost)
        found.append(Interpretation(name, label, text, round(score, 3), lost, name == taken))
    found.sort(key=lambda one: (not one.best, -one.score))
    return tuple(found)


def _chinese_cost(sample: bytes, name: str) -> float:
    """Return the mean cost as Chinese of the characters that are not ASCII."""
    mean = mean_cost(Counter(decode_leniently(sample, name)), CHINESE)
    return mean or _NO_CHINESE


def _beginning(data: bytes, name: str) -> str:
    """Return some characters of the text, from the line of the first that is not ASCII on."""
    for mark, marked in BOMS:
        if data.startswith(mark) and marked == name:
            data = data[len(mark) :]
            break
    sample = take_sample(data)
    first = NOT_ASCII.search(sample)
    start = 0
    if first and not name.startswith(("utf-16", "utf-32")):
        start = max(sample.rfind(b"\n", 0, first.start()) + 1, first.start() - _SHOWN // 2)
    part = sample[start : start + 4 * _SHOWN]
    text = decode_leniently(part, name)
    if len(part) == 4 * _SHOWN:
        text = text[:-2]  # the last character may be cut
    return text[:_SHOWN]
