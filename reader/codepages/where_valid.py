"""Chinese bytes that were decoded as UTF-8 where they are valid, and as Latin-1 where not.

第一 in GBK is B5 DA D2 BB, of which D2 BB is UTF-8: µÚһ. A Latin-1 letter is its own byte, or the
two of its UTF-8: é is E9 or C3 A9. One of them makes all that follows nonsense.
"""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from reader.codepages.encoding import MOST_COST, Encoding, encoding_of
from reader.codepages.interpretation import (
    InterpretedPart,
    RunInterpretation,
    weigh,
    western_costs,
)
from reader.codepages.views import WINDOWS, Limits, view_of
from reader.text.lazy_pattern import lazy_pattern

READ = "UTF-8/Latin-1"
"""The name of such a decoder: 'surrogateescape', 'chardet by line', mail programs."""

_LETTER = "\x80-\u07ff\u2010-\u2122"
# Three or four bytes of hanzi may form one character of any kind between the letters: 五 is CE E5,
# and in 四五期 there is E5 A1 B1.
# No byte is lost in this way, so that a loss mark ends the stretch.
_OTHERS = "[\u0800-\ufffc\U00010000-\U0010ffff]"
_STRETCH = lazy_pattern(
    rf"[{_LETTER}](?:[{_LETTER}\x20-\x7e]"
    rf"|(?<=[{_LETTER}]){_OTHERS}{{1,2}}(?=[{_LETTER}\x20-\x7e]|$))*"
)
_LONG = lazy_pattern("[\u0800-\U0010ffff]")
_LATIN = lazy_pattern("[\x80-\xff]")
_FEWEST = 8  # characters above 7F of a stretch
_LEAST_LATIN = 0.5  # share of them that are Latin-1
# Share of them that has three or four bytes in UTF-8: marks of Windows-1252, here and there.
_MOST_LONG = 0.15
_LONGEST = 600  # characters
# Characters of the text from which on it is given up if it has cost so many nats for each: two of
# them are one of Chinese.
_TRIED, _HOPELESS = 24, 5.5
_BAD = 14.0  # nats for bytes that are no character
_WIDTH, _BEHIND = 24, 24.0  # interpretations kept, and nats behind the best of those dropped
_LIMITS = Limits(8.5, 8.0)
_OTHER = 7.0  # nats for a letter of another alphabet among Latin ones


class _State(NamedTuple):
    """An interpretation of the text so far.

    It is no `paths.Path`: one character of the text may end two of Chinese, ASCII is no context
    here, and nobody asks for rivals.
    """

    cost: float  # nats
    lead: int  # the first byte of a character, if it waits for the second one; else 0
    raw: int  # the byte before, if it was decoded as Latin-1; else 0
    first: int  # the ids of the last two characters, 0 for none
    second: int
    made: _Made | None


class _Made(NamedTuple):
    """What some characters of the text say, and their bytes; a chain, which states share."""

    before: _Made | None
    end: int  # in the text (code points); -1 for the last one if its character is not complete
    after: str
    data: bytes


def interpret_where_valid(line: str) -> list[RunInterpretation]:
    """Return what the stretches of a line say if they were decoded so; offsets: code points."""
    found = []
    for stretch in _STRETCH.finditer(line):
        text = stretch[0]
        high = sum(char >= "\x80" for char in text)
        latin = len(_LATIN.findall(text))
        if high < _FEWEST or latin < _LEAST_LATIN * high or len(text) > _LONGEST:
            continue
        if view_of(WINDOWS).holds(text):
            continue  # Latin-1 alone explains it, or Windows-1252
        if len(_LONG.findall(text)) > _MOST_LONG * high:
            continue  # MacRoman, or what has box-drawing characters
        runs = [run for codec in ("gb18030", "cp950") if (run := _interpret(text, codec))]
        if runs:
            found.append(max(runs, key=lambda run: run.gain).shift(stretch.start()))
    return found


def _interpret(text: str, codec: str) -> RunInterpretation | None:
    written = encoding_of(codec)
    states = [_State(0.0, 0, 0, 0, 0, None)]
    for at, char in enumerate(text):
        options = _list_options(char)
        reached: dict[tuple[int, int, int, int], _State] = {}
        for state in states:
            for data, raw in options:
                if raw and state.raw >= 0xC2 and 0x80 <= raw < 0xC0 and state.raw < 0xE0:
                    continue  # these two would have been UTF-8
                following = _feed(state, data, raw, at + 1, written)
                key = following[1:5]
                if key not in reached or following.cost < reached[key].cost:
                    reached[key] = following
        ranked = sorted(reached.values(), key=itemgetter(0))[:_WIDTH]
        if at >= _TRIED and ranked[0].cost > _HOPELESS * at:
            return None
        states = [one for one in ranked if one.cost <= ranked[0].cost + _BEHIND]
    best = states[0]
    parts, low = [], 0
    made: list[_Made] = []
    last = best.made
    while last is not None:
        made += [last] if last.end > 0 else []
        last = last.before
    made.reverse()
    for _, end, after, data in made:
        if text[low:end] != after:
            parts.append(InterpretedPart(low, end, after, tuple(data)))
        low = end
    if not parts:
        return None
    after = "".join(one.after for one in made)
    literal = [
        max(cost, _OTHER) if char >= "\u0100" else cost
        for cost, char in zip(western_costs(text), text, strict=True)
    ]
    gain, hanzi = weigh(literal, after, written.model, _LIMITS)
    return RunInterpretation(tuple(parts), written.name, READ, gain, hanzi)


def _list_options(char: str) -> list[tuple[bytes, int]]:
    """Return the bytes that a character may stand for, and the one that is shown as Latin-1."""
    if char < "\x80":
        return [(char.encode(), 0)]
    options = [(char.encode(), 0)]
    raw = view_of(WINDOWS).find_bytes(char)
    return options if raw is None else [(raw, raw[0]), *options]


def _feed(state: _State, data: bytes, raw: int, end: int, written: Encoding) -> _State:
    """Return the state behind some bytes, of which the last one ends a character of the text."""
    cost, lead, _, first, second, made = state
    after, taken = "", b""
    for byte in data:
        if not lead:
            if byte < 0x80:
                after, taken = after + chr(byte), taken + bytes((byte,))
            else:
                lead = byte
            continue
        pair = bytes((lead, byte))
        one = written.find_whole(pair)
        if one is None:
            cost, after, first, second = cost + _BAD, after + "\ufffd", second, 0
        else:
            cost += min(MOST_COST, written.model.cost(first, second, one.number))
            after, first, second = after + one.char, second, one.number
        taken, lead = taken + pair, 0
    if not after:
        return _State(cost, lead, raw, first, second, made)
    # If one begins, its first byte is in this character of the text, the other one in the next.
    if made is not None and made.end < 0:
        after, taken, made = made.after + after, made.data + taken, made.before
    return _State(cost, lead, raw, first, second, _Made(made, -1 if lead else end, after, taken))
