"""Places where bytes are gone for good: 锟斤拷, U+FFFD, and the 烫烫烫 and 屯屯屯 of memory dumps.

They stay as they are. Where the text on both sides leaves hardly any choice, a character is
proposed, as 系 in 劳动关\ufffd和谐.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reader.codepages.encoding import EncodedCharacter, encoding_of
from reader.codepages.gap import (
    Sides,
    cost_without,
    fill_gap,
    is_nonsense,
    share_likelihood,
    sides_of,
)
from reader.codepages.step_budget import StepBudget
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import character_model
from reader.repair.calibration import GUESSED, ratio_of
from reader.repair.lines import find_suspect_lines, line_start
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.align import Alternative
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

# U+FFFD twice in UTF-8 is EF BF BD EF BF BD, and that in GBK 锟斤拷.
_LOST = lazy_pattern(r"(?:斤拷|拷)?(?:锟斤拷)+(?:锟斤|锟)?|\ufffd+|烫{3,}|屯{3,}")
# One character becomes one to three loss marks, depending on its bytes and the decoder.
_ONE = lazy_pattern(
    rf"(?<=[{HANZI}]{{2}})(?:\ufffd{{1,3}}|\?\ufffd{{1,2}}|\ufffd{{1,2}}\?|\ufffd\?\ufffd|\?{{2,3}})"
    rf"(?=[{HANZI}]{{2}})"
)
_LINE_END = lazy_pattern(r"[\r\n]")
_LEFT, _RIGHT = 24, 12  # code points before and after that are looked at
_RAREST = 11.0  # nats; a rarer character is not guessed
_CERTAIN = 0.9  # probability from which on a guess is proposed
_CERTAIN_ASKED = 0.97  # the same where somebody may have typed the question marks
_BETTER, _BETTER_ASKED = 2.0, 6.0  # nats by which the guess must be likelier than nothing there
_SLOPE = 0.9
_READS_ON = 2.5  # nats per character up to which a text continues as if nothing was lost
_MOST_BYTES = 3  # of one character
_LOSSES = 1_000  # loss marks; if there are more, nothing is guessed
# Guesses that are made in any text, and code points for one more: each takes a millisecond or two,
# and where every tenth character is lost, hardly one is sure.
_GUESSES, _TEXT_A_GUESS = 12, 120
_STEPS_A_GUESS = 2_000
_NOTHING, _GUESSED = ratio_of(0.0), ratio_of(GUESSED)
_SHOWN = 5
_RARELY = 0.005


class LossGuess(NamedTuple):
    """A character for a place where none of its bytes is left, and its rivals."""

    char: str
    share: float  # its probability (0..1)
    gain: float  # nats by which the text is likelier with it than with nothing there
    others: tuple[Alternative, ...]


class Lost:
    """Places that show that bytes are gone; they are marked and stay."""

    name = "lost"
    kinds = frozenset((RepairKind.ENCODING, RepairKind.SLIP))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield one proposal per place; most offer no text."""
        text, low, high = stretch.text, stretch.low, stretch.high
        losses = text.count("\ufffd", low, high) + text.count("??", low, high)
        most = _GUESSES + (high - low) // _TEXT_A_GUESS if losses <= _LOSSES else 0
        # What was searched for misread text before is missing here.
        budget = StepBudget(min(stretch.steps, _STEPS_A_GUESS * most))
        for shift, line in find_suspect_lines(stretch):
            yield from _propose_lost(line, shift, budget)
        stretch.steps_spent += budget.taken


def _propose_lost(text: str, shift: int, budget: StepBudget) -> Iterator[Proposal]:
    """Yield the lost places of a line; `budget` is what the guesses may take.

    Question marks count only where a character is missing: 劳动关???和谐.
    """
    done = 0
    if "\ufffd" in text or "??" in text:
        for found in _ONE.finditer(text):
            start, end = found.span()
            sides = _sides(text, start, end)
            if is_nonsense(sides, character_model()):
                continue
            if budget.left < _STEPS_A_GUESS:
                break
            budget.spend(_STEPS_A_GUESS)
            guess = _guess_character(sides)
            if guess is not None and _is_certain(guess, asked="\ufffd" not in found[0]):
                yield from _propose_marked(text, done, start, shift)
                yield _propose_guess(start + shift, end + shift, guess)
                done = end
    yield from _propose_marked(text, done, len(text), shift)


def _is_certain(guess: LossGuess, *, asked: bool) -> bool:
    """Tell if a guess is worth proposing; typed question marks are not a lost 。."""
    if asked:
        sure = guess.share >= _CERTAIN_ASKED and guess.gain >= _BETTER_ASKED
        return sure and IS_HANZI.match(guess.char) is not None
    return guess.share >= _CERTAIN


def _propose_marked(text: str, low: int, high: int, shift: int) -> Iterator[Proposal]:
    for found in _LOST.finditer(text, low, high):
        yield Proposal(
            found.start() + shift,
            found.end() + shift,
            found[0],
            RepairKind.ENCODING,
            "encoding.lost",
            _NOTHING,
            (Evidence("lost"),),
        )


def continues_behind(text: str, start: int, end: int) -> bool:
    """Tell if the text continues after a loss as if there was none: 中华人民共和\ufffd国.

    So it does after a loss of more bytes than one character has: one byte alone, when lost, puts
    the rest out of step.
    """
    if text[start] != "\ufffd":
        return False
    if end - start > _MOST_BYTES:
        return True
    sides, model = _sides(text, start, end), character_model()
    return bool(sides.right) and cost_without(sides, model) < _READS_ON * (len(sides.right) + 0.5)


def _propose_guess(start: int, end: int, guess: LossGuess) -> Proposal:
    return Proposal(
        start,
        end,
        guess.char,
        RepairKind.SLIP,
        "slip.guessed",
        _GUESSED,
        (Evidence("guessed"), Evidence("word", (guess.char,))),
        guess.others,
    )


def _sides(text: str, start: int, end: int) -> Sides:
    left = text[max(line_start(text, start), start - _LEFT) : start]
    right = _LINE_END.split(text[end : end + _RIGHT], 1)[0]
    return sides_of(left, right, character_model())


@lru_cache(4096)
def _guess_character(sides: Sides) -> LossGuess | None:
    """Return the likeliest character between two sides, None if none seems to be missing.

    None is missing in 中华人民共和\ufffd国.
    """
    model = character_model()
    found = fill_gap(_list_options(), sides, model)
    gain = cost_without(sides, model) - found[0].cost
    if gain < _BETTER:
        return None
    likely = share_likelihood(found, _SLOPE)
    others = tuple(
        Alternative(one.option.char, round(share, 3))
        for one, share in zip(found[1 : _SHOWN + 1], likely[1:], strict=False)
        if share >= _RARELY
    )
    return LossGuess(found[0].option.char, likely[0], gain, others)


@cache
def _list_options() -> tuple[tuple[EncodedCharacter, float], ...]:
    return tuple((one, 0.0) for one in encoding_of("utf-8").find_common(_RAREST))
