"""Finds the encoding of bytes: the one in which they are likeliest, in some language.

Each encoding is tried with each language that is written in it. The cost of a trial is that of its
characters, one by one; where two are close, a short text is read again with the language model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.formats.encodings import DETECTED, WIDE, Encoding, decode_leniently
from reader.language.letters import (
    CHINESE,
    EAST_ASIAN,
    count_cost,
    count_mixed,
    letter_costs,
    mean_cost,
)

NOT_ASCII = re.compile(rb"[^\x00-\x7f]")

_SAMPLE = 12_000  # bytes weighed at the start, and half as many further on; more tells no more
_FIRST = 3_000  # bytes by which hopeless encodings are sorted out
_HOPELESS = 1.3  # times the cost of the likeliest
_COMPARED = 600  # bytes of a short text, which the language model is asked about
_CLOSE = 60.0  # nats between trials of a short text that are close
_PIECE, _WIDE_PIECE = 64, 16  # bytes in which no byte is missing, as a rule; in UTF-16
_FAR = 1.15  # times the cost of the likeliest; what costs more is not read instead of it
_SHIFT = 25.0  # nats for a byte that is missing
# Nats a character from which on a text is none of its language.
_WORST = {**dict.fromkeys(EAST_ASIAN, 9.2), "ja": 8.8}
_WORST_LETTERS = 7.6
_RARE, _LONG = 10.8, 1_000  # nats a character, and bytes, of a table of rare characters
_LOST_BYTE = 6.0  # nats for each further byte that is lost with an undecodable one
_WORST_MODEL = 10.5  # by the language model, which has seen every character
_DECLARED = 10.0  # nats that a declaration is worth
_DECLARED_BYTE = 0.25  # and for each byte that is not ASCII, if all bytes can be decoded
_MIXED = 6.0  # nats for a word that mixes letters of two alphabets
_BIG5, _HONG_KONG = "cp950", "big5hkscs"
_BY_CHANCE, _FEW_BYTES = 2, 420  # characters of Hong Kong that a bad byte makes in so many bytes
_CONTROLS = 10  # characters beyond ASCII for each control character
_NULS = 0.02  # share of NUL that no other encoding than UTF-16 and UTF-32 has
_HALF_NULS = 0.3  # share of NUL that UTF-32 has at least; it is half of Chinese in it


class Trial(NamedTuple):
    """What came of decoding a sample in one encoding."""

    encoding: str
    language: str
    cost: float  # nats
    mean: float  # nats for a character that is not ASCII
    plausible: bool
    rare: bool = False  # all bytes are characters, if rare ones


def detect(data: bytes, declared: Encoding | None, *, strictly: bool) -> Trial | None:
    """Return the likeliest encoding of bytes that are not UTF-8, None if they are no text in any.

    `declared` is what the page names; `strictly` tells if all its bytes can be decoded in that.
    """
    sample = take_sample(data)
    wide = sample.count(0) > _NULS * len(sample)
    half = sample.count(0) > _HALF_NULS * len(sample)
    encodings = [*WIDE[:2], *(WIDE[2:] if half else ())]
    if not wide:
        encodings = [*DETECTED, *encodings]
    if declared is not None and all(one.name != declared.name for one in encodings):
        encodings = [declared, *encodings]
    if len(sample) > 2 * _FIRST and not wide:
        first = [_try(sample[:_FIRST], one) for one in encodings]
        limit = _HOPELESS * min(trial.cost for trial in first) + _CLOSE
        encodings = [
            one
            for one, trial in zip(encodings, first, strict=True)
            if trial.cost <= limit or one is declared
        ]
    trials = [_try(sample, one) for one in encodings]
    best = _choose(trials)
    if best is None or not _is_clear(best, trials) or (wide and _is_out_of_step(sample)):
        # A byte may be missing: what follows is read from the middle of each character.
        again = [_try_in_pieces(sample, one) for one in encodings]
        best = _choose(again) or best
        trials = again if best in again else trials
    if declared is not None and best is not None and best.encoding != declared.name:
        named = next(trial for trial in trials if trial.encoding == declared.name)
        worth = _DECLARED
        if strictly:
            worth += _DECLARED_BYTE * (len(sample) - sum(byte < 0x80 for byte in sample))
        if named.plausible and named.cost - best.cost < worth:
            return named
    if len(sample) <= _COMPARED or best is None:
        best = _settle(trials, sample, declared) or best
    if best is not None and best.encoding == _HONG_KONG and len(sample) > _FEW_BYTES:
        lost = decode_leniently(sample, _BIG5).count("\ufffd")
        if lost <= _BY_CHANCE:  # a bad byte may make a character that only Hong Kong has
            return next((one for one in trials if one.encoding == _BIG5), best)
    return best


def _choose(trials: Sequence[Trial]) -> Trial | None:
    """Return the likeliest trial that makes sense, None if one that makes none is far likelier."""
    likeliest = min(trials, key=lambda trial: trial.cost)
    limit = likeliest.cost * _FAR + _CLOSE
    sensible = [one for one in trials if one.plausible and one.cost <= limit]
    if sensible:
        return min(sensible, key=lambda trial: trial.cost)
    # A table of rare characters makes no sense in any language, but all its bytes are characters.
    return likeliest if likeliest.rare else None


def _is_clear(best: Trial, trials: Sequence[Trial]) -> bool:
    """Tell if no trial is likelier as a whole, and the best as good as its language is."""
    worst = _WORST[best.language] - 1.2 if best.language in EAST_ASIAN else _WORST_LETTERS
    return best.mean < worst and all(best.cost <= one.cost for one in trials)


def _try(sample: bytes, encoding: Encoding) -> Trial:
    text = decode_leniently(sample, encoding.name)
    counts = Counter(text)
    cost, language = count_cost(counts, encoding.languages)
    cost += _MIXED * count_mixed(text, language)
    lost = counts["\ufffd"]
    cost += _LOST_BYTE * lost * (encoding.width - 1)
    mean = mean_cost(counts, language, ascii_too=encoding.name.startswith("utf-"))
    trial = _make_trial(encoding, language, cost, mean)
    if _has_controls(counts):
        trial = trial._replace(plausible=False)
    whole = lost <= 1 and len(sample) >= _LONG and encoding.width > 1
    return trial._replace(rare=whole and mean <= _RARE)


def _has_controls(counts: Counter[str]) -> bool:
    """Tell if control characters are more than a slip among the characters beyond ASCII."""
    wide = sum(times for char, times in counts.items() if char >= "\x80")
    controls = sum(times for char, times in counts.items() if char < " ")
    controls -= sum(counts[char] for char in "\t\n\r\x0c\x1a\x1b")
    return controls > 2 and controls * _CONTROLS > wide


def _is_out_of_step(sample: bytes) -> bool:
    """Tell if the NULs of letters in UTF-16 stand now before, now behind the other half.

    Those of 一 and 最, 4E 00 and 67 00, do so anyway; a Chinese text has few NULs.
    """
    before, behind = sample[::2].count(0), sample[1::2].count(0)
    return before + behind > _HALF_NULS * len(sample) and min(before, behind) * 50 > max(
        before, behind
    )


def _make_trial(encoding: Encoding, language: str, cost: float, mean: float) -> Trial:
    worst = _WORST.get(language, _WORST_LETTERS)
    return Trial(encoding.name, language, cost + encoding.rarity, mean, mean <= worst)


def _try_in_pieces(sample: bytes, encoding: Encoding) -> Trial:
    """Decode piece by piece, each from where its characters begin.

    The path through the pieces is the likeliest one: it begins in step, and to lose step costs.
    """
    width = encoding.width
    readings = [decode_leniently(sample[shift:], encoding.name) for shift in range(width)]
    languages = [count_cost(Counter(text), encoding.languages) for text in readings]
    (_, language), whole = min(zip(languages, readings, strict=True))
    costs = letter_costs(language)
    paths = [0.0] + [_SHIFT] * (width - 1)
    means = [(0.0, 0)] * width
    size = _WIDE_PIECE if encoding in WIDE else _PIECE
    for start in range(0, len(sample), size):
        found = [
            _piece_cost(sample, start + shift, start + shift + size, encoding, costs)
            for shift in range(width)
        ]
        easiest = min(range(width), key=lambda shift: paths[shift])
        old, old_means = paths, means
        paths, means = [], []
        for shift, (cost, wide, number) in enumerate(found):
            origin = shift if old[shift] <= old[easiest] + _SHIFT else easiest
            paths.append(old[origin] + (_SHIFT if origin != shift else 0.0) + cost)
            total, seen = old_means[origin]
            means.append((total + wide, seen + number))
    at = min(range(width), key=lambda shift: paths[shift])
    total, seen = means[at]
    cost = paths[at] + _MIXED * count_mixed(whole, language)
    return _make_trial(encoding, language, cost, total / seen if seen else 0.0)


def _piece_cost(
    sample: bytes, start: int, end: int, encoding: Encoding, costs: dict[str, float]
) -> tuple[float, float, int]:
    """Return the cost of a piece, that of its characters beyond ASCII, and how many these are.

    In the encodings of Unicode ASCII is part of the evidence. The first and the last character may
    be cut, and do not count then.
    """
    text = decode_leniently(sample[start:end], encoding.name)
    if encoding.width > 1:
        text = text.removeprefix("\ufffd") if start else text
        text = text.removesuffix("\ufffd") if end < len(sample) else text
    wide = [costs[char] for char in text if char >= "\x80"]
    total = sum(wide)
    plain = sum(costs[char] for char in text if char < "\x80")
    plain += _LOST_BYTE * text.count("\ufffd") * (encoding.width - 1)
    if encoding.name.startswith("utf-"):
        return total + plain, total + plain, len(text)
    return total + plain, total, len(wide)


def _settle(trials: Sequence[Trial], sample: bytes, declared: Encoding | None) -> Trial | None:
    """Return the encoding in which a short file makes most sense to the language model, if any.

    It is asked where Chinese is possible: 一件旧棉袄 has characters that are frequent nowhere.
    """
    best = min(trials, key=lambda trial: trial.cost)
    hopeful = [one for one in trials if one.language == CHINESE and one.cost < best.cost + _CLOSE]
    if not hopeful:
        return None
    # Here, since the model and its tables are not needed for most files.
    from reader.codepages.interpretation import chinese_costs
    from reader.language.ngram import character_model

    model = character_model()
    part = sample[:_COMPARED]
    found: list[Trial] = [one for one in trials if one.language != CHINESE and one.plausible]
    for trial in hopeful:
        text = decode_leniently(part, trial.encoding)
        if "\ufffd" in text[:-1] or "\x00" in text:
            found.append(trial)
            continue
        each = chinese_costs(text, model)
        wide = [cost for cost, char in zip(each, text, strict=True) if char >= "\x80"]
        if not wide or sum(wide) > _WORST_MODEL * len(wide):
            found.append(trial)
            continue
        own = letter_costs(CHINESE)
        gain = sum(own[char] for char in text if char >= "\x80") - sum(wide)
        cost = trial.cost - max(0.0, gain)
        if declared is not None and trial.encoding == declared.name:
            cost -= _DECLARED
        found.append(trial._replace(cost=cost, plausible=True))
    return _choose(found)


def take_sample(data: bytes) -> bytes:
    """Return the bytes from the first that is not ASCII on, and some of those further on.

    The head of a page may be long and say nothing. Characters of two and four bytes stay whole.
    """
    if len(data) <= _SAMPLE + _SAMPLE // 2:
        return data
    wide = b"\x00" in data[:2000]
    first = NOT_ASCII.search(data)
    start = max(0, first.start() - 200) if first else 0
    start = start - start % 4 if wide else data.rfind(b"\n", 0, start) + 1
    middle = (start + _SAMPLE + len(data)) // 2
    middle -= (middle - start) % 4
    if not wide:
        middle = data.find(b"\n", middle, middle + 2000) + 1 or middle
    return data[start : start + _SAMPLE] + data[middle : middle + _SAMPLE // 2]
