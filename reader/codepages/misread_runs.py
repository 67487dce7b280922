"""Makes runs of misread text out of the likeliest path through their bytes.

Each part is as sure as the paths are light that say something else there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from reader.codepages.beam import BestPath, Rival, Search
from reader.codepages.encoding import number_of
from reader.codepages.gap import Sides, cost_behind
from reader.codepages.interpretation import InterpretedPart, RunInterpretation, weigh
from reader.codepages.views import LOST, Items
from reader.language.ngram import BOUNDARY, UNKNOWN
from reader.text.align import Alternative

_LEGIBLE = 0.5  # probability of a part below which only what is certain is read back
_BESIDE = 0.8  # what is believed of a character behind a loss that stays
_AT_END = 0.95  # most that is believed of a guess at the end of a line
_NEAR = 3  # characters; a guess next to what is gone had a wrong neighbour
_GUESSED, _GONE = 0.8, "\ufffd"  # what is less probable then stays lost
_UNLISTED = 13.0  # nats for any character that is not guessed: a sign, a rare hanzi
_SHOWN, _RARELY = 5, 0.01  # alternatives, and the probability from which on they are listed
_REACH = 3  # characters that the model looks back


def collect_runs(
    path: BestPath, items: Items, text: str, literal: Sequence[float], search: Search
) -> list[RunInterpretation]:
    """Return the runs of a path that were decoded again; ASCII inside a run does not end it.

    `literal` are the costs in nats of the characters of the stretch as they are.
    """
    steps = path.steps
    found: list[RunInterpretation] = []
    begin = end = -1  # of a run; behind its last step that was decoded
    for at in range(len(steps) + 1):
        step = steps[at] if at < len(steps) else None
        if step is not None and step.char is not None:
            begin, end = (begin if begin >= 0 else at), at + 1
        elif begin >= 0 and (step is None or text[items.owner[step.start]] >= "\x80"):
            run = _Run(path, begin, end, items, text, search)
            found.append(run.interpret(literal))
            begin = -1
    return found


class _Run:
    """The steps of a path from `begin` to `end`; offsets count from the first of them."""

    def __init__(
        self, path: BestPath, begin: int, end: int, items: Items, text: str, search: Search
    ) -> None:
        self._steps = path.steps[begin:end]
        self._items, self._text, self._search = items, text, search
        self._is_last = end == len(path.steps)
        self._rivals = [
            one._replace(low=one.low - begin, high=one.high - begin)
            for one in path.rivals
            if one.low < end and one.high > begin
        ]
        self._chars = [
            text[items.owner[step.start]] if step.char is None else step.char
            for step in self._steps
        ]

    def interpret(self, literal: Sequence[float]) -> RunInterpretation:
        """Return the run with its parts, each as sure as its own bytes allow."""
        steps, items, search = self._steps, self._items, self._search
        start, end = items.owner[steps[0].start], items.owner[steps[-1].end - 1] + 1
        model, after = search.written.model, "".join(self._chars)
        gain, hanzi = weigh(literal[start:end], after, model, search.limits, search.known)
        parts = tuple(self._make_part(low, high) for low, high in self._divide())
        return RunInterpretation(parts, search.written.name, search.read, gain, hanzi)

    def _divide(self) -> Iterator[tuple[int, int]]:
        """Yield the smallest spans whose bytes are whole characters in both encodings.

        One character of the stretch may hold bytes of two: 鍔冲姩 is 劳动 only as a whole.
        """
        owner, low = self._items.owner, 0
        for at, step in enumerate(self._steps):
            if step.char is None:
                low = at + 1
            elif step.end == len(owner) or owner[step.end] != owner[step.end - 1]:
                yield low, at + 1
                low = at + 1

    def _make_part(self, low: int, high: int) -> InterpretedPart:
        steps, owner, chars = self._steps[low:high], self._items.owner, self._chars
        after = "".join(chars[low:high])
        rivals = [one for one in self._rivals if one.low < high and one.high > low]
        guesses = [at for at in range(low, high) if min(self._steps[at].key) < 0]
        sure = self._weigh(range(low, high), rivals, guesses)
        others = tuple(self._list_others(low, high, rivals, sure))
        if sure < _LEGIBLE and len(guesses) < len(steps):
            # The others are certain; they do not wait for the one that is gone.
            lost = [at for at in guesses if self._weigh((at,), rivals, [at]) < _GUESSED]
            lost = [at for at in guesses if any(abs(at - one) < _NEAR for one in lost)]
            after = "".join(_GONE if at in lost else chars[at] for at in range(low, high))
            kept = [at for at in range(low, high) if at not in lost]
            sure = self._weigh(kept, rivals, [at for at in guesses if at not in lost])
            others = ()
        if self._is_beside_loss(low):
            sure *= _BESIDE
        start, end = owner[steps[0].start], owner[steps[-1].end - 1] + 1
        data = tuple(value for step in steps for value in step.key)
        return InterpretedPart(start, end, after, data, sure, others)

    def _weigh(
        self, places: Sequence[int], rivals: Sequence[Rival], guesses: Sequence[int]
    ) -> float:
        """Return the probability of the characters at these places, of which some are guesses."""
        weight = sum(one.weight for one in rivals if any(one.low <= at < one.high for at in places))
        weight += sum(map(self._weigh_unlisted, guesses))
        # Where the line ends with it, it may have been cut off: then 。 is no likelier than ，.
        last = self._is_last and self._search.ends_line and len(self._steps) - 1 in guesses
        return min(1 / (1 + weight), _AT_END if last else 1.0)

    def _weigh_unlisted(self, at: int) -> float:
        """Return the weight of a character that nobody would guess: Ⅲ as the class of a water."""
        model, chars = self._search.written.model, self._chars
        left = [number_of(char, model) for char in chars[max(0, at - _REACH) : at]]
        left = [BOUNDARY] * (_REACH - len(left)) + left
        right = tuple(number_of(char, model) for char in chars[at + 1 : at + 1 + _REACH])
        sides = Sides(tuple(left), right)
        own = number_of(chars[at], model)
        cost = model.cost4(left[0], left[1], left[2], own) + cost_behind(own, sides, model)
        return exp(min(0.0, cost - _UNLISTED - cost_behind(UNKNOWN, sides, model)))

    def _list_others(
        self, low: int, high: int, rivals: Sequence[Rival], sure: float
    ) -> list[Alternative]:
        """Return what steps[low:high] may say instead, likeliest first."""
        chars = self._chars
        weights: dict[str, float] = {}
        for one in rivals:
            if low <= one.low and one.high <= high and one.text.isprintable():
                text = "".join((*chars[low : one.low], one.text, *chars[one.high : high]))
                weights[text] = weights.get(text, 0.0) + one.weight
        ranked = sorted(weights.items(), key=lambda item: -item[1])[:_SHOWN]
        return [
            Alternative(text, round(weight * sure, 3))
            for text, weight in ranked
            if weight * sure >= _RARELY
        ]

    def _is_beside_loss(self, at: int) -> bool:
        """Tell whether a step follows a loss mark that stays: it may be out of step."""
        start = self._steps[at].start
        stays = at == 0 or self._steps[at - 1].char is None
        return start > 0 and self._items.values[start - 1] == LOST and stays
