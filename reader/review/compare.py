"""Compares a restored document with another copy of it: a second scrape, or a text that is right.

Both clean texts are aligned without their layout, since another page breaks its lines elsewhere.
Where they differ, each place shows what was repaired there on either side, and which is likelier.
Taking the other's text is an ordinary decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.repair.rules.model import NO_RULES, Replacement, RuleSet
from reader.review.decisions import Decision
from reader.review.layout import Words, strip_layout
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.matching import Match, match_texts
from reader.text.repair import state_of

_PASSAGE = 12  # code points; what is longer and has no counterpart is no slip of a character
_UNLIKE = 3  # times as long as the other side
_UNREADABLE = "\ufffd"
_MUCH = 8.0  # nats by which one text must read better than the other to be taken for right
_LONG = 400  # code points; more than that is no place but another text
_BESIDE = 3  # code points that the character model looks at on either side
_RANKS = {
    RepairState.LOST: 0,
    RepairState.UNDECIDED: 1,
    RepairState.UNSURE: 2,
    RepairState.CERTAIN: 3,
    RepairState.BY_HAND: 3,
}
_LOST, _SURE = _RANKS[RepairState.LOST], _RANKS[RepairState.CERTAIN]


class Nature(Enum):
    """What two copies differ in; the value is a stable id."""

    WORDS = "words"
    PASSAGE = "passage"  # one copy has more text: another page's head, a paragraph that is missing
    LAYOUT = "layout"  # spaces, line ends, full and half width


class Verdict(Enum):
    """Which text is likelier; the value is a stable id."""

    OURS = "ours"
    THEIRS = "theirs"
    OPEN = "open"  # nothing speaks for either


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where two copies differ. All offsets are code points, half-open.

    text[start:end] of this document is `text` and came from source[source_start:source_end]; the
    other document has `other_text` there, which is its text[other_start:other_end] and what of this
    document belongs to the same repairs. `repairs` and `other_repairs` are what was repaired there.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    text: str
    other_start: int
    other_end: int
    other_text: str
    nature: Nature
    verdict: Verdict
    repairs: tuple[Repair, ...] = ()
    other_repairs: tuple[Repair, ...] = ()

    def take(self) -> tuple[Decision, ...]:
        """Return the decisions to take the other's text."""
        return self._decide(self.other_text)

    def keep(self) -> tuple[Decision, ...]:
        """Return the decisions to keep this document's text."""
        return self._decide(self.text)

    def _decide(self, text: str) -> tuple[Decision, ...]:
        """Return the decisions to let a text stand here, nearly always one.

        What a repair inserted at the edge overlaps no decision on the source and is taken out.
        """
        span = self.source_start, self.source_end
        inserted = {
            (one.source_start, one.source_end)
            for one in self.repairs
            if one.applied and one.source_start == one.source_end and one.source_start in span
        }
        inserted.discard(span)
        return (*(Decision(*edge, "") for edge in sorted(inserted)), Decision(*span, text))


def compare(
    document: Document,
    other: Document,
    *,
    layout: bool = False,
    reference: bool = False,
    rules: RuleSet = NO_RULES,
) -> list[Discrepancy]:
    """Return where another copy of a document differs, in the order of the text.

    With `layout`, places that differ in layout alone are listed, too. A `reference` is right: each
    place is a correction. What the `rules` of the user never replace is not likelier in the other
    copy. Both may have any length; time grows with it, not with its square.
    """
    kept = [one for _, level in rules.ascending() for one in level.exceptions if not one.context]
    pieces = _list_pieces(document.text, other.text)
    wanted = (piece for piece in pieces if layout or piece.nature is not Nature.LAYOUT)
    return [
        _make_discrepancy(document, other, group, reference=reference, kept=kept)
        for group in _group_pieces(document, wanted)
    ]


class _Piece(NamedTuple):
    """text[start:end] of this document is other[other_start:other_end] in the other one."""

    start: int
    end: int
    other_start: int
    other_end: int
    nature: Nature


class _Group(NamedTuple):
    """Pieces that have repairs in common, and the spans of clean text and source they take."""

    start: int
    end: int
    source_start: int
    source_end: int
    pieces: tuple[_Piece, ...]


def _list_pieces(text: str, other: str) -> Iterator[_Piece]:
    """Yield what differs: words, and between and around them the layout."""
    mine, theirs = strip_layout(text), strip_layout(other)
    end = Match(len(mine.text), len(theirs.text), 0)
    at, other_at = 0, 0  # where the words that are not aligned begin
    for match in (*match_texts(mine.text, theirs.text), end):
        gap = _split_gap(mine, at, match.start, theirs, other_at, match.other_start)
        for piece in gap:
            if text[piece.start : piece.end] != other[piece.other_start : piece.other_end]:
                yield piece
        yield from _compare_layout(text, mine, other, theirs, match)
        at, other_at = match.start + match.length, match.other_start + match.length


def _split_gap(
    mine: Words, first: int, last: int, theirs: Words, other_first: int, other_last: int
) -> tuple[_Piece, ...]:
    """Return words [first, last) against the other's, and the layout on either side of them.

    Where one side has no words, the spaces it has there are those before or behind the words.
    """
    before, begin, end, behind = _find_edges(mine, first, last)
    other_before, other_begin, other_end, other_behind = _find_edges(
        theirs, other_first, other_last
    )
    nature = _tell_nature(last - first, other_last - other_first)
    words, other_words = first < last, other_first < other_last
    if not words and not other_words:
        return (_Piece(before, behind, other_before, other_behind, Nature.LAYOUT),)
    if not words and before == behind:
        return (_Piece(before, before, other_before, other_behind, nature),)
    if not words and other_before == other_begin:
        begin = end = before
    elif not words:
        begin = end = behind
        other_end = other_behind
    elif not other_words and (other_before == other_behind or before == begin):
        other_begin = other_end = other_before
    elif not other_words:
        other_begin = other_end = other_behind
        end = behind
    return (
        _Piece(before, begin, other_before, other_begin, Nature.LAYOUT),
        _Piece(begin, end, other_begin, other_end, nature),
        _Piece(end, behind, other_end, other_behind, Nature.LAYOUT),
    )


def _find_edges(words: Words, first: int, last: int) -> tuple[int, int, int, int]:
    """Return where the word before ends, where these begin and end, and where the next begins."""
    before = words.places[first - 1] + 1 if first else 0
    behind = words.places[last]
    if first == last:
        return before, before, behind, behind
    return before, words.places[first], words.places[last - 1] + 1, behind


def _tell_nature(length: int, other_length: int) -> Nature:
    """Tell if words differ, or if one side has a passage of its own; lengths in code points."""
    short, long = sorted((length, other_length))
    return Nature.PASSAGE if long >= _PASSAGE and long > _UNLIKE * short else Nature.WORDS


def _compare_layout(
    text: str, mine: Words, other: str, theirs: Words, match: Match
) -> Iterator[_Piece]:
    """Yield where the same words are spaced otherwise, or have another width."""
    if not match.length:
        return
    start, other_start, length = match
    places = mine.places[start : start + length]
    other_places = theirs.places[other_start : other_start + length]
    if text[places[0] : places[-1] + 1] == other[other_places[0] : other_places[-1] + 1]:
        return
    last, other_last = places[0], other_places[0]
    for place, other_place in zip(places, other_places, strict=True):
        if text[last:place] != other[other_last:other_place]:
            yield _Piece(last, place, other_last, other_place, Nature.LAYOUT)
        if text[place] != other[other_place]:
            yield _Piece(place, place + 1, other_place, other_place + 1, Nature.LAYOUT)
        last, other_last = place + 1, other_place + 1


def _group_pieces(document: Document, pieces: Iterable[_Piece]) -> Iterator[_Group]:
    """Yield the pieces, those that one repair or one place of the source holds together."""
    group: _Group | None = None
    for piece in pieces:
        now = _widen(document, piece)
        if group is None:
            group = now
        elif _touch(group, now):
            group = _Group(
                min(group.start, now.start),
                max(group.end, now.end),
                min(group.source_start, now.source_start),
                max(group.source_end, now.source_end),
                group.pieces + now.pieces,
            )
        else:
            yield group
            group = now
    if group is not None:
        yield group


def _widen(document: Document, piece: _Piece) -> _Group:
    """Return a piece with all of the repairs that it touches: half of one cannot be decided on."""
    start, end = piece.start, piece.end
    while True:
        source_start, source_end = document.source_span(start, end)
        low, high = document.clean_span(source_start, source_end)
        # A repair that is known more finely is withdrawn as a whole, and one that inserts is not
        # found by its source.
        for one in _find_repairs(document, start, end):
            if one.applied and one.clean_start < one.clean_end:
                low, high = min(low, one.clean_start), max(high, one.clean_end)
                source_start = min(source_start, one.source_start)
                source_end = max(source_end, one.source_end)
        if low >= start and high <= end:
            return _Group(start, end, source_start, source_end, (piece,))
        start, end = min(low, start), max(high, end)


def _touch(one: _Group, following: _Group) -> bool:
    """Tell if two groups overlap in the source, or are insertions at one place."""
    if following.source_start != one.source_end:
        return following.source_start < one.source_end
    return one.source_start == one.source_end or following.source_start == following.source_end


def _make_discrepancy(
    document: Document,
    other: Document,
    group: _Group,
    *,
    reference: bool,
    kept: Sequence[Replacement],
) -> Discrepancy:
    other_text = _stitch(document.text, other.text, group)
    natures = {piece.nature for piece in group.pieces}
    nature = next(nature for nature in Nature if nature in natures)
    other_start, other_end = group.pieces[0].other_start, group.pieces[-1].other_end
    text = document.text[group.start : group.end]
    repairs = _find_repairs(document, group.start, group.end)
    other_repairs = _find_repairs(other, other_start, other_end)
    verdict = Verdict.THEIRS
    if not reference:
        own = _rank(text, repairs)
        verdict = _judge(nature, own, _rank(other.text[other_start:other_end], other_repairs))
        if nature is Nature.WORDS:
            before = document.text[max(0, group.start - _BESIDE) : group.start]
            after = document.text[group.end : group.end + _BESIDE]
            read = _weigh(text, other_text, before, after)
            if verdict is Verdict.OPEN:
                verdict = read
            elif read not in (verdict, Verdict.OPEN):
                verdict = Verdict.OPEN  # sure of itself, and reads much worse
        # What the user decided, at this place or by a rule.
        if any(one.kind is RepairKind.MANUAL for one in repairs) or any(
            one.before in text and text.replace(one.before, one.after) == other_text for one in kept
        ):
            verdict = Verdict.OURS
    return Discrepancy(
        group.start,
        group.end,
        group.source_start,
        group.source_end,
        text,
        other_start,
        other_end,
        other_text,
        nature,
        verdict,
        repairs,
        other_repairs,
    )


def _stitch(text: str, other: str, group: _Group) -> str:
    """Return the text of a group with the other's text at each of its pieces."""
    parts: list[str] = []
    at = group.start
    for piece in group.pieces:
        parts += text[at : piece.start], other[piece.other_start : piece.other_end]
        at = piece.end
    parts.append(text[at : group.end])
    return "".join(parts)


def _find_repairs(document: Document, start: int, end: int) -> tuple[Repair, ...]:
    """Return the repairs of text[start:end] without those that only stand beside it."""
    touching = document.repairs_in_clean(start, end)
    if start == end:
        return touching
    return tuple(one for one in touching if one.clean_start < end and start < one.clean_end)


def _rank(text: str, repairs: Sequence[Repair]) -> int:
    """Return how well a side is known, by the worst of its repairs; untouched text stands."""
    if _UNREADABLE in text:
        return _LOST
    return min((_RANKS[state_of(one)] for one in repairs), default=_SURE)


def _judge(nature: Nature, own: int, other: int) -> Verdict:
    """Return which side is likelier: one is sure and the other is not, or has lost the bytes."""
    if nature is Nature.LAYOUT or own == other:
        return Verdict.OPEN
    if nature is Nature.PASSAGE and min(own, other) > _LOST:
        return Verdict.OPEN  # another page's head is no better for being sure
    if other >= _SURE or own == _LOST:
        return Verdict.THEIRS
    return Verdict.OURS if own >= _SURE or other == _LOST else Verdict.OPEN


def _weigh(text: str, other_text: str, before: str, after: str) -> Verdict:
    """Return which of two texts reads much better between what both copies have around it.

    Damage that no mechanism saw has no repair that would tell: 上午 on one side, 衔? on the other.
    What is twice as long or empty is left open: the shorter text is always the cheaper one.
    """
    from reader.language.ngram import character_model  # not needed to start the window

    texts = [strip_layout(one).text for one in (text, other_text)]
    short, long = sorted(map(len, texts))
    if not short or long > 2 * short or long > _LONG:
        return Verdict.OPEN
    model = character_model()
    own, other = (model.text_cost(one, before, after) for one in texts)
    if abs(own - other) < _MUCH:
        return Verdict.OPEN
    return Verdict.OURS if own < other else Verdict.THEIRS
