"""A second copy of a text, as evidence: a byte that one scrape lost stands in the other.

Both copies are restored, and their texts aligned. Where this one is damaged, or its restoration in
doubt, and the other one is whole, that is a proposal; right text that differs proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.language.forms import form_table, simplify_characters
from reader.language.hanzi import HANZI, is_hanzi
from reader.language.ngram import CharacterModel
from reader.repair.calibration import ratio_of
from reader.repair.proposal import Proposal, Weighing
from reader.repair.torn_words import find_word_across
from reader.repair.witness_bytes import fits_bytes
from reader.text.document import Document
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern
from reader.text.matching import Match, match_texts
from reader.text.repair import LOST, Repair, is_in_doubt

RULE = "witness.text"
"""The rule of what was taken from the second copy."""

_ASKED = frozenset(
    (RepairKind.SLIP, RepairKind.ENCODING, RepairKind.VARIANT, RepairKind.SCRIPT, RepairKind.DEBRIS)
)
_SIGN = lazy_pattern("[?\ufffd]")
_LOSS = lazy_pattern("[\ufffd锟斤拷][?\ufffd锟斤拷]*")
_ASKED_SIGNS = lazy_pattern("\\?{1,3}")
_STOOD = lazy_pattern(rf"[{HANZI}]+|[〔〕《》]")  # what question marks may stand for
_LINE_END = lazy_pattern("[\r\n\x0b\x0c\x85\u2028\u2029]")
_HALF_WIDTH = {ord(chr(code + 0xFEE0)): chr(code) for code in map(ord, "?!,:;()")}
_IN_WITNESS = lazy_pattern("[\ufffd锟]")
_ANCHOR = 6  # characters next to a place that both copies share
_BESIDE = 6  # code points on each side that may make a word
_WIDEST = 200  # code points of a place
_SURE, _LIKELY = ratio_of(0.98), ratio_of(0.9)
_BETTER = 4.0  # nats by which a text must be likelier than one with a question mark


class _Place(NamedTuple):
    """A stretch of the clean text, the same of the second copy, and its repairs in doubt."""

    start: int
    end: int
    other_start: int
    other_end: int
    doubts: tuple[Repair, ...]


def hear_witness(
    document: Document,
    witness: Document,
    read: str,
    spans: Sequence[tuple[int, int]],
    model: CharacterModel,
) -> Mapping[int, Sequence[Proposal]]:
    """Return what the second copy proposes for each paragraph, by its number among `spans`.

    `spans` are those of the paragraphs in `read`, the result of the READ layer of `document`;
    offsets of the proposals count from the beginning of their paragraph (code points).
    """
    found: dict[int, list[Proposal]] = {}
    starts = [start for start, _ in spans]
    for place in _find_places(document, witness):
        low, high = _to_read(document, place.start, place.end)
        number = bisect_right(starts, low) - 1
        if number < 0 or high > spans[number][1]:
            continue
        after = witness.text[place.other_start : place.other_end]
        proposal = _weigh(read, low, high, after, place.doubts, model)
        if proposal is not None:
            by = -spans[number][0]
            moved = proposal._replace(start=low + by, end=high + by)
            found.setdefault(number, []).append(moved)
    return found


def _to_read(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the span in the READ layer's result that became text[start:end] of a document."""
    _, reads, cleans = document.starts
    first = max(0, bisect_right(cleans, start, 0, len(document.paragraphs)) - 1)
    last = max(first, bisect_right(cleans, max(start, end - 1), 0, len(document.paragraphs)) - 1)
    if first != last:
        return reads[first], reads[last + 1]
    step = document.paragraphs[first].steps[1]
    low, high = step.to_input(start - cleans[first], end - cleans[first])
    return low + reads[first], high + reads[first]


# -- places at which the second copy is asked


def _find_places(document: Document, witness: Document) -> Iterator[_Place]:
    """Yield the places where this copy is in doubt or damaged, and the second one is not."""
    doubts = [one for one in document.repairs if _is_in_question(one)]
    shared = match_texts(document.text, witness.text)
    if not shared:
        return
    matches = [Match(0, 0, 0), *shared, Match(len(document.text), len(witness.text), 0)]
    blocks = [(one.clean_start, one.clean_end) for one in doubts]
    blocks += [(one.start + one.length, other.start) for one, other in pairwise(matches)]
    for start, end in _merge(_expand(document, blocks)):
        places = _map_both(matches, start, end)
        if places is None or end - start > _WIDEST or places[1] - places[0] > _WIDEST:
            continue
        if _is_doubtful(witness, *places):
            continue
        here = document.repairs_in_clean(start, end)
        yield _Place(start, end, *places, tuple(filter(_is_in_question, here)))


def _is_in_question(repair: Repair) -> bool:
    if repair.kind not in _ASKED:
        return False
    return repair.rule == LOST or is_in_doubt(repair)


def _expand(document: Document, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blocks, each with all of the repairs that it touches."""
    for start, end in blocks:
        touched = document.repairs_in_clean(start, end)
        inside = [one for one in touched if one.clean_start < end and one.clean_end > start]
        yield (
            min([start, *(one.clean_start for one in inside)]),
            max([end, *(one.clean_end for one in inside)]),
        )


def _merge(blocks: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the blocks in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(blocks):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _map_both(matches: Sequence[Match], start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the second copy between the same texts, None if they are not there.

    `matches` begin and end with empty ones, for the beginnings and the ends of both texts.
    """
    left = matches[bisect_left(matches, max(start, 1), key=_start_of) - 1]
    right = matches[bisect_right(matches, end, hi=len(matches) - 1, key=_end_of)]
    if left.start + left.length < start or right.start > end:
        return None
    if start - left.start + right.start + right.length - end < _ANCHOR:
        return None
    low = left.other_start + start - left.start
    high = right.other_start + end - right.start
    return (low, high) if low <= high else None


def _start_of(match: Match) -> int:
    return match.start


def _end_of(match: Match) -> int:
    return match.start + match.length


def _is_doubtful(witness: Document, start: int, end: int) -> bool:
    """Tell if the second copy is damaged there, too."""
    if _IN_WITNESS.search(witness.text, start, end):
        return True
    near = witness.repairs_in_clean(start, end)
    return any(map(_is_in_question, near))


# -- what it says there


def _weigh(
    read: str, low: int, high: int, after: str, doubts: Sequence[Repair], model: CharacterModel
) -> Proposal | None:
    """Return a proposal for read[low:high] if `after` explains what stands there."""
    damaged = read[low:high]
    if _LINE_END.search(after):
        return None
    says = Evidence("witness", (after,))
    shows = doubts or _SIGN.search(_without_marks(damaged, after))
    if shows and fits_bytes(damaged, after, inside=bool(doubts)):
        kind = doubts[0].kind if doubts else RepairKind.SLIP
        return _propose(low, high, after, kind, _SURE, (says, Evidence("witness_bytes")))
    if _LOSS.fullmatch(damaged) and _may_be_lost(damaged, after):
        return _propose(low, high, after, RepairKind.ENCODING, _LIKELY, (says,))
    if _ASKED_SIGNS.fullmatch(damaged) and _is_no_question(read, low, high, after, model):
        return _propose(low, high, after, RepairKind.ENCODING, _LIKELY, (says,))
    if doubts and _may_be_meant(damaged, after, doubts):
        return _propose(low, high, after, doubts[0].kind, _SURE, (says,))
    return None


def _propose(
    low: int,
    high: int,
    after: str,
    kind: RepairKind,
    ratio: float,
    evidence: tuple[Evidence, ...],
) -> Proposal:
    return Proposal(
        low, high, after, kind, RULE, ratio, evidence, weighing=Weighing.AS_WRITTEN, damaged=True
    )


def _without_marks(damaged: str, after: str) -> str:
    """Return what stands there without marks at its ends that the second copy has full-width."""
    damaged, after = damaged.strip(), after.strip().translate(_HALF_WIDTH)
    while damaged and damaged[0] == after[:1]:
        damaged, after = damaged[1:], after[1:]
    while damaged and damaged[-1] == after[-1:]:
        damaged, after = damaged[:-1], after[:-1]
    return damaged


def _is_no_question(read: str, low: int, high: int, after: str, model: CharacterModel) -> bool:
    """Tell if `after` makes a word where nobody asks: 办法》 for 办?》, not 了吧我 for 了?我."""
    if not _STOOD.fullmatch(after) or len(after) > high - low:
        return False
    left = simplify_characters(read[max(0, low - _BESIDE) : low])
    right = simplify_characters(read[high : high + _BESIDE])
    is_word = find_word_across(left, after + right) or find_word_across(left + after, right)
    if is_hanzi(after) and not is_word:
        return False
    before, rest = f"\n\n\n{left}", right[:3]
    asked = model.text_cost(f"？{rest}", before)
    return asked - model.text_cost(after + rest, before) > _BETTER


def _may_be_lost(damaged: str, after: str) -> bool:
    """Tell if so many loss marks may stand for a text: one to three for each character."""
    return 0 < len(after) <= len(damaged) <= 3 * len(after) + 1


def _may_be_meant(damaged: str, after: str, doubts: Sequence[Repair]) -> bool:
    """Tell if what the second copy has was a choice here, too."""
    if any(one.before == damaged and after in _list_choices(one) for one in doubts):
        return True
    plans = form_table().plans
    return len(damaged) == len(after) and all(
        char == other
        or (char in plans and other in [option.text for option in plans[char].options])
        for char, other in zip(damaged, after, strict=True)
    )


def _list_choices(repair: Repair) -> list[str]:
    return [repair.after, *(one.text for one in repair.alternatives)]
