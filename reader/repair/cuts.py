"""Characters of which the file holds only some bytes.

In 劳动关\ufffd the bytes of the U+FFFD are E7 B3: 64 characters begin with them, and 系 fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.codepages.encoding import EncodedCharacter, Key, encoding_of
from reader.codepages.gap import GapCandidate, fill_gap, share_likelihood, sides_of
from reader.language.forms import simplify_characters
from reader.repair.calibration import REJOINED, probability_of_cut, ratio_of
from reader.repair.lines import line_start
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.align import Alternative
from reader.text.cut import Cut
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

RULE = "slip.cut"
_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GBK",
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
}
# How many cuts are looked at, and one more per hundred characters: more cuts mean it is not text.
_MOST, _APART_AT_LEAST = 5_000, 100
_BEFORE, _BEHIND = 40, 24  # code points before and after that are looked at
_INNER = 2.0  # nats against a byte lost inside a character: most are lost at its end
_APART, _APART_LEAD = 1.5, 0.3  # nats against the text after the gap being from somewhere else
_SLOPE = 0.9  # corrects the model's overconfidence; fitted on generated damage of laws
_WORDS, _NEAR = 5, 20_000  # the same five characters within this distance show how they go on
_SAID, _VARIED = 5.0, 2  # nats for such a continuation, if there are at most two
_MOST_COST = 12.0  # nats; two bytes may leave only rare characters, which fit nowhere
_FORM = 5.0  # nats against a character of the other script than the text around
_SHOWN = 5  # alternatives
_RARELY = 0.02  # probability from which on an alternative is listed
_STOP = lazy_pattern(r"[\r\n\ufffd<>?？]|\.\.|…")
_ENDS_HERE = lazy_pattern(r"[\r\n]|\.\.|…|$")


# What may stand between two chunks: a line end, and the length of the next chunk (HTTP).
_BETWEEN = lazy_pattern(r"\s|\r\n(?:[0-9A-Fa-f]{1,8}\r\n)?")


class CutGap(NamedTuple):
    """A place where one character stood: text[start:end] (code points), and what is left of it.

    Each of `keys` gives its bytes in one possible way, -1 for a missing one, and the cost in nats.
    """

    start: int
    end: int
    keys: tuple[tuple[Key, float], ...]


class Cuts:
    """Characters of which a file holds some of the bytes."""

    name = "cuts"
    kinds = frozenset((RepairKind.SLIP,))
    layer = Layer.FILE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what stood at each cut; cuts that do not fit the text are ignored."""
        text, cuts, encoding = stretch.text, stretch.cuts, stretch.encoding
        if encoding not in _NAMES or len(cuts) > _MOST + len(text) // _APART_AT_LEAST:
            return
        end = text.find("\n", stretch.high)
        end = len(text) if end < 0 else end
        first = bisect_left(cuts, line_start(text, stretch.low), key=lambda cut: cut.start)
        last = bisect_left(cuts, end, key=lambda cut: cut.start)
        before: list[Proposal] = []
        for gap in find_gaps(text, cuts[first:last], encoding):
            context.tick()
            proposal = _propose(text, gap, encoding, before)
            if proposal is not None:
                before.append(proposal)
                yield proposal


def find_gaps(text: str, cuts: Sequence[Cut], encoding: str) -> Iterator[CutGap]:
    """Yield the gaps whose bytes allow only few characters, in order and not overlapping."""
    done = 0
    number = 0
    while number < len(cuts):
        cut = cuts[number]
        number += 1
        marks = cut.end - cut.start
        if cut.start < done or not marks or text[cut.start : cut.end] != "\ufffd" * marks:
            continue
        if encoding == "utf-8":
            behind = cuts[number] if number < len(cuts) else None
            gap = _utf8_gap(text, cut, behind, done)
        else:
            gap = _double_byte_gap(text, cut)
        if gap is not None:
            done = gap.end
            yield gap


def _double_byte_gap(text: str, cut: Cut) -> CutGap | None:
    """Return the gap of a lone first byte where the text ends or was cut off."""
    if cut.data[0] >= 0x81 and _ENDS_HERE.match(text, cut.end):
        return CutGap(cut.start, cut.end, (((cut.data[0], -1), 0.0),))
    return None


def _utf8_gap(text: str, cut: Cut, behind: Cut | None, done: int) -> CutGap | None:
    data = tuple(cut.data)
    if len(data) > 2:
        return None
    if data[0] >= 0xC0:
        return _lead_gap(text, cut, behind) if 0xE2 <= data[0] <= 0xEF else None
    marks = _count_marks_before(text, cut.start, 3 - len(data), done)
    start = cut.start - marks
    if len(data) == 2:
        return CutGap(start, cut.end, (((-1, *data), 0.0),))
    if marks == 1 and _count_marks_behind(text, cut.end, 1):
        return CutGap(start, cut.end + 1, (((-1, data[0], -1), 0.0),))
    return CutGap(start, cut.end, (((-1, -1, *data), 0.0),))


def _lead_gap(text: str, cut: Cut, behind: Cut | None) -> CutGap:
    """Return the gap of a character whose first byte is there."""
    lead, *rest = cut.data
    if behind is not None and _BETWEEN.fullmatch(text, cut.end, behind.start):
        whole = cut.data + behind.data
        if len(whole) == 3 and whole.decode("utf-8", "ignore"):
            return CutGap(cut.start, behind.end, ((tuple(whole), 0.0),))
    marks = _count_marks_behind(text, cut.end, 2 - len(rest))
    if not rest:
        # E5 3F A8: the '?' between the two halves replaced a byte.
        if (
            behind is not None
            and behind.start == cut.end + 1
            and text[cut.end] == "?"
            and len(behind.data) == 1
            and behind.data[0] < 0xC0
        ):
            return CutGap(cut.start, behind.end, (((lead, -1, behind.data[0]), 0.0),))
        return CutGap(cut.start, cut.end + marks, (((lead, -1, -1), 0.0),))
    keys: list[tuple[Key, float]] = [((lead, rest[0], -1), 0.0)]
    if not marks and not _ENDS_HERE.match(text, cut.end):
        keys.append(((lead, -1, rest[0]), _INNER))
    return CutGap(cut.start, cut.end + marks, tuple(keys))


def _count_marks_behind(text: str, at: int, most: int) -> int:
    """Return how many question marks after `at` stand for lost bytes: those before a hanzi."""
    count = 0
    while count < most and text[at + count : at + count + 1] == "?":
        count += 1
    follower = text[at + count : at + count + 1]
    return count if follower >= "\x80" and follower != "\ufffd" else 0


def _count_marks_before(text: str, at: int, most: int, done: int) -> int:
    """Return how many question marks before `at` stand for lost bytes: those after a hanzi."""
    count = 0
    while count < most and at - count > done and text[at - count - 1] == "?":
        count += 1
    leader = text[at - count - 1 : at - count]
    return count if leader >= "\x80" and leader != "\ufffd" else 0


def _propose(text: str, gap: CutGap, encoding: str, before: Sequence[Proposal]) -> Proposal | None:
    """Return the proposal for a gap, None if its bytes allow no likely character."""
    key = gap.keys[0][0]
    if min(key) >= 0:
        return _rejoin(gap, key)
    found, traditional = weigh_gap(text, gap, encoding, before)
    if not found or (encoding != "utf-8" and found[0].cost > _MOST_COST):
        return None
    likely = share_likelihood(found, _SLOPE)
    best = found[0].option
    after = best.char
    probability = probability_of_cut(likely[0], questioned=text.startswith("?", gap.end))
    others = tuple(
        Alternative(
            simplify_characters(one.option.char) if traditional else one.option.char,
            round(share, 3),
        )
        for one, share in zip(found[1 : _SHOWN + 1], likely[1:], strict=False)
        if share >= _RARELY
    )
    if traditional and probability < 0.5:  # it will not be applied, so no mechanism simplifies it
        after = simplify_characters(after)
    key = next(key for key, _ in gap.keys if _fits(best.data, key))
    name = _NAMES[encoding]
    return Proposal(
        gap.start,
        gap.end,
        after,
        RepairKind.SLIP,
        RULE,
        ratio_of(probability),
        (
            Evidence("cut_bytes", (Bytes.of(key, name), name, best.char)),
            Evidence("word", (after,)),
        ),
        others,
    )


def _rejoin(gap: CutGap, key: Key) -> Proposal:
    """Return the proposal for a character that something inserted has split."""
    data = bytes(key)
    return Proposal(
        gap.start,
        gap.end,
        data.decode("utf-8"),
        RepairKind.SLIP,
        RULE,
        ratio_of(REJOINED),
        (Evidence("cut_apart", (Bytes(data, "UTF-8"), "UTF-8", data.decode("utf-8"))),),
    )


def _fits(data: bytes, key: Key) -> bool:
    return all(value in (-1, byte) for value, byte in zip(key, data, strict=True))


def weigh_gap(
    text: str, gap: CutGap, encoding: str, before: Sequence[Proposal] = ()
) -> tuple[list[GapCandidate], bool]:
    """Return the candidates for a gap, and whether the text around it is traditional."""
    written = encoding_of(encoding)
    start = max(line_start(text, gap.start), gap.start - _BEFORE)
    left = _apply_before(text, start, gap.start, before)
    stop = _STOP.search(text, gap.end, gap.end + _BEHIND)
    right = text[gap.end : stop.start() if stop else gap.end + _BEHIND]
    traditional = encoding != "gb18030" and _is_traditional(left + right)
    sides = sides_of(left, right, written.model, cut_off=not gap.start)
    if gap.keys[0][0][-1] < 0 and "?" not in text[gap.start : gap.end]:
        sides = sides._replace(apart=_APART if gap.keys[0][0][-2] >= 0 else _APART_LEAD)
    said = _find_continuations(text, gap, left)
    options: dict[str, tuple[EncodedCharacter, float]] = {}
    for key, penalty in gap.keys:
        for option in written.find_all(key):
            if traditional:
                option = option._replace(odds=0.0 if _in_big5(option.char) else _FORM)
            elif option.odds:
                option = option._replace(odds=_FORM)
            if option.char in said:
                option = option._replace(odds=option.odds - _SAID)
            if option.char not in options:
                options[option.char] = option, penalty
    return fill_gap(options.values(), sides, written.model), traditional


def _find_continuations(text: str, gap: CutGap, left: str) -> frozenset[str]:
    """Return what follows the same characters elsewhere: a summary repeats the text below it."""
    words = left[-_WORDS:]
    if len(words) < _WORDS or "\ufffd" in words:
        return frozenset()
    found: set[str] = set()
    at, end = max(0, gap.start - _NEAR), gap.end + _NEAR
    while len(found) <= _VARIED and (at := text.find(words, at, end)) >= 0:
        at += _WORDS
        if at != gap.start:
            found.add(text[at : at + 1])
    return frozenset(found) if len(found) <= _VARIED else frozenset()


def _apply_before(text: str, start: int, end: int, before: Sequence[Proposal]) -> str:
    """Return text[start:end] with the proposals `before` applied that are likely."""
    pieces: list[str] = []
    for one in reversed(before):
        if one.start < start:
            break
        if one.ratio >= 0:
            pieces += text[one.end : end], one.after
            end = one.start
    pieces.append(text[start:end])
    return "".join(reversed(pieces))


def _is_traditional(text: str) -> bool:
    return simplify_characters(text) != text


def _in_big5(char: str) -> bool:
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
