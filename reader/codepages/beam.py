"""Finds the likeliest interpretation of bytes of which some may be missing, by beam search.

Each character is either left as it is, or its bytes are decoded in the encoding they were written
in. The language model fills in what the bytes leave open: E5 ? B3 can be any of 64 characters, of
which one makes sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import inf
from operator import itemgetter
from typing import NamedTuple

from reader.codepages.encoding import EncodedCharacter, Encoding, Key
from reader.codepages.views import LOST, Items, Limits
from reader.language.ngram import BOUNDARY

MOST_COST = 16.0  # nats; one rare or unknown character must not outweigh everything else
_LEAVE = 1.0  # nats for switching back from the other encoding
_MARKED, _MARKED_TWO = 1.0, 2.5  # nats for a loss mark that stands for one byte, for two
_MANY, _TRIED = 8, 9.0  # of more candidates than 8, only those within 9 nats of the best are tried
_LINE_END = 0x0A
_WIDTH = 8  # interpretations kept at each position
_BEHIND = 16.0  # an interpretation this many nats behind the best is dropped


class MissingBytes(NamedTuple):
    """Which bytes can be missing, and what each costs that left no mark (inf: none did)."""

    missing: frozenset[int] | None = None  # None: any
    vanish: float = inf
    most: int = 1  # bytes that one character may lack without a mark
    enter: float = 5.0  # nats for switching to the other encoding
    pairs: frozenset[bytes] | None = None  # that have a meaning where the bytes were decoded
    space: int = 0xA0  # the no-break space, which may have become a plain one


class Search(NamedTuple):
    """What to look for in a stretch.

    `written` is the encoding that it was written in, `read` the name of the one that it was decoded
    with, `gaps` what can be missing, `limits` how good the Chinese must be. `ends_line` says that a
    line ends here (then 。 is likelier than 、), `known` that the document is misread in
    this way.
    """

    written: Encoding
    read: str
    gaps: MissingBytes
    limits: Limits
    ends_line: bool = False
    known: bool = False


class Step(NamedTuple):
    """One character, from items[start:end]; `read` is None if it is left as it is."""

    start: int
    end: int
    read: EncodedCharacter | None
    key: Key


_Link = tuple["_Link | None", Step | None]
_Key = tuple[int, int, bool, bytes]
"""The last two characters, whether text is being decoded, and the bytes that the character has in
the middle of which it stands, if it may have several."""
_State = tuple[float, _Link]
_START: _Key = (0, 0, False, b"")


def best_path(
    items: Items, search: Search, numbers: list[int], literal: list[float]
) -> tuple[float, list[Step]]:
    """Return (cost in nats, steps) of the likeliest interpretation of the whole stretch.

    `numbers` holds the id of each character of the stretch, `literal` its cost in nats if it is
    left as it is. Takes about 10 microseconds per byte.
    """
    size = len(items.values)
    waiting: list[dict[_Key, _State]] = [{} for _ in range(size + 1)]
    waiting[0][_START] = (0.0, (None, None))
    cost_of = search.written.model.cost
    for at in range(size):
        states = waiting[at]
        if not states:
            continue
        waiting[at] = {}
        kept = _prune(states)
        owner = items.owner[at]
        if items.first[owner] == at:
            after, char_cost, number = items.first[owner + 1], literal[owner], numbers[owner]
            plain = items.values[at] < 0x80
            step = Step(at, after, None, ())
            for (_, second, inside, _), (cost, link) in kept:
                leaving = 0.0 if plain or not inside else _LEAVE
                state = (second, number, inside and plain, b"")
                _keep(waiting[after], state, cost + char_cost + leaving, link, step)
        for having, group in _group_states(kept, at, items):
            for key, end, penalty, inner in _match_variants(items, at, having, search):
                options = list_options(search, items.values, key, end)
                if len(options) > _MANY:
                    options = _keep_likely(options, group[0][0], search.written)
                for candidate in options:
                    step = Step(at, end, candidate, key)
                    number = candidate.number
                    for (first, second, inside, _), (cost, link) in group:
                        added = cost_of(first, second, number)
                        total = (
                            cost
                            + penalty
                            + candidate.odds
                            + (added if added < MOST_COST else MOST_COST)
                        )
                        _keep(
                            waiting[end],
                            (second, number, True, inner),
                            total if inside else total + search.gaps.enter,
                            link,
                            step,
                        )
    ends = [
        (cost + (cost_of(first, second, BOUNDARY) if search.ends_line else 0.0), link)
        for (first, second, _, _), (cost, link) in waiting[size].items()
    ]
    cost, link = min(ends, key=itemgetter(0))
    return cost, _unwind(link)


def _group_states(
    kept: list[tuple[_Key, _State]], at: int, items: Items
) -> Iterable[tuple[bytes, list[tuple[_Key, _State]]]]:
    """Yield the states that agree on the bytes of the character before items[at], with these."""
    if not items.variants or items.first[items.owner[at]] == at:
        return ((b"", kept),)
    groups: dict[bytes, list[tuple[_Key, _State]]] = {}
    for state in kept:
        groups.setdefault(state[0][3], []).append(state)
    return groups.items()


def _match_variants(
    items: Items, at: int, having: bytes, search: Search
) -> Iterator[tuple[Key, int, float, bytes]]:
    """Yield the ways in which a character can begin at items[at], with any bytes it may have.

    `having` are the bytes of the character in the middle of which this is; the last item yielded is
    the same for where the new character ends.
    """
    values, written, gaps = items.values, search.written, search.gaps
    last = min(at + written.longest, len(values)) - 1
    near = range(items.owner[at], items.owner[last] + 1) if items.variants else ()
    unsure = [owner for owner in near if owner in items.variants]
    if not unsure:
        for found in _match_character(values, at, written, gaps):
            yield *found, b""
        return
    done: set[tuple[Key, int, bytes]] = set()
    options = [(having,) if items.first[one] < at else items.variants[one] for one in unsure]
    for chosen in product(*options):
        tried = values.copy()
        for owner, data in zip(unsure, chosen, strict=True):
            tried[items.first[owner] : items.first[owner + 1]] = data
        for key, end, penalty in _match_character(tried, at, written, gaps):
            inner = b""
            if end < len(values) and items.first[items.owner[end]] < end:
                inner = dict(zip(unsure, chosen, strict=True)).get(items.owner[end], b"")
            if (key, end, inner) not in done:
                done.add((key, end, inner))
                yield key, end, penalty, inner


def _prune(states: dict[_Key, _State]) -> list[tuple[_Key, _State]]:
    if len(states) == 1:
        return list(states.items())
    ranked = sorted(states.items(), key=lambda item: item[1][0])[:_WIDTH]
    limit = ranked[0][1][0] + _BEHIND
    return [item for item in ranked if item[1][0] <= limit]


def _keep_likely(
    options: list[EncodedCharacter], state: _Key, written: Encoding
) -> list[EncodedCharacter]:
    """Return the candidates that fit the best interpretation so far.

    The others rarely fit another one better, and trying all takes milliseconds per character.
    """
    cost, (first, second, _, _) = written.model.cost, state
    costs = [cost(first, second, one.number) + one.odds for one in options]
    limit = min(costs) + _TRIED
    return [one for one, paid in zip(options, costs, strict=True) if paid <= limit]


def _keep(
    states: dict[_Key, _State],
    state: _Key,
    cost: float,
    link: _Link,
    step: Step,
) -> None:
    found = states.get(state)
    if found is None or cost < found[0]:
        states[state] = (cost, (link, step))


def _unwind(link: _Link | None) -> list[Step]:
    steps: list[Step] = []
    while link is not None:
        link, step = link
        if step is not None:
            steps.append(step)
    steps.reverse()
    return steps


def list_options(search: Search, values: list[int], key: Key, end: int) -> list[EncodedCharacter]:
    """Return the characters that the bytes `key`, which end before values[end], can be."""
    written, gaps = search.written, search.gaps
    if min(key) < 0:
        behind = None
        if gaps.pairs is not None:
            behind = values[end] if end < len(values) else _LINE_END
            if (
                written.self_synchronizing and 0x80 <= behind < 0xC2
            ):  # no character begins so: the run ends here
                behind = LOST
        return written.find_partial(key, gaps.missing, behind, gaps.pairs)
    one = written.find_whole(bytes(key))
    return [] if one is None else [one]


def _match_character(
    values: list[int], at: int, written: Encoding, gaps: MissingBytes
) -> Iterator[tuple[Key, int, float]]:
    """Yield (bytes, end, penalty) for each way in which a character can begin at items[at]."""
    lead = values[at]
    if lead < 0x80 and (written.self_synchronizing or gaps.vanish == inf):
        return  # ASCII, which is left as it is
    width = written.width(lead) if lead != LOST else 0
    if width:
        key = tuple(values[at : at + width])
        if len(key) == width and all(map(written.follows, key[1:])) and LOST not in key:
            yield key, at + width, 0.0
            if written.self_synchronizing and written.find_whole(bytes(key)):
                return
        if width <= 3:
            yield from _match_partial((lead,), at + 1, width, 0.0, 0, values, written, gaps)
    if lead == LOST or gaps.vanish < inf:
        length = 3 if written.self_synchronizing else 2
        if lead == LOST:
            yield from _match_partial((-1,), at + 1, length, _MARKED, 0, values, written, gaps)
            yield from _match_partial(
                (-1, -2), at + 1, length, _MARKED_TWO, 0, values, written, gaps
            )
        elif written.follows(lead):
            yield from _match_partial((-1,), at, length, gaps.vanish, 1, values, written, gaps)


def _match_partial(
    key: Key,
    at: int,
    width: int,
    penalty: float,
    vanished: int,
    values: list[int],
    written: Encoding,
    gaps: MissingBytes,
) -> Iterator[tuple[Key, int, float]]:
    """Yield the ways to complete the character that begins with `key` with some byte missing."""
    missing = sum(value < 0 for value in key)
    if missing > 2 or (len(key) >= width and missing == width):
        return
    if len(key) == width:
        if missing or penalty:
            yield key, at, penalty
        return
    value = values[at] if at < len(values) else 0
    if value == LOST:
        one = (*key, -1)
        yield from _match_partial(
            one, at + 1, width, penalty + _MARKED, vanished, values, written, gaps
        )
        if len(key) + 2 <= width:
            two = (*one, -2)
            more = penalty + _MARKED_TWO
            yield from _match_partial(two, at + 1, width, more, vanished, values, written, gaps)
    elif written.follows(value):
        known = (*key, value)
        yield from _match_partial(known, at + 1, width, penalty, vanished, values, written, gaps)
    elif (
        value == 0x20 and written.self_synchronizing
    ):  # the no-break space A0, made plain on the way
        known = (*key, gaps.space)
        yield from _match_partial(
            known, at + 1, width, penalty + 0.5, vanished, values, written, gaps
        )
    if vanished < gaps.most and gaps.vanish < inf:
        gone = (*key, -1)
        more = penalty + gaps.vanish
        yield from _match_partial(gone, at, width, more, vanished + 1, values, written, gaps)
