"""Finds the likeliest path through an island of unsure characters, by the character model.

An island is a group of slots at most two characters apart; all text between and around them is
fixed. A long group is divided, and what was chosen is fixed for the next part. Each slot has
choices with a prior cost, to which the model adds the cost in context. All costs are in nats. The
confidence comes from the margin to the best path with another choice at that slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.language.ngram import CharacterModel

_BEAM = 12
_REACH = 2  # how many characters a trigram looks back
_LONGEST = 40  # slots of an island; a line of nothing but unsure forms must not take minutes


class SlotChoice(NamedTuple):
    """One character that may stand in a slot, with its prior cost in nats."""

    text: str
    cost: float


class CharacterSlot(NamedTuple):
    """A place in the text (code point offset) and the characters that may stand there."""

    at: int
    choices: tuple[SlotChoice, ...]


class Verdict(NamedTuple):
    """The choice for a slot, as an index, and how far behind each choice is.

    `margins` holds for each choice by how many nats its best path is worse than the best of all.
    """

    chosen: int
    margins: tuple[float, ...]


def group_islands(slots: Sequence[CharacterSlot]) -> list[Sequence[CharacterSlot]]:
    """Group slots whose contexts overlap, at most 40 together."""
    groups: list[Sequence[CharacterSlot]] = []
    start = 0
    for index in range(1, len(slots) + 1):
        if (
            index == len(slots)
            or slots[index].at - slots[index - 1].at > _REACH
            or index - start == _LONGEST
        ):
            groups.append(slots[start:index])
            start = index
    return groups


class Decoder:
    """Decides islands with a character model; caches its verdicts."""

    def __init__(self, model: CharacterModel) -> None:
        self.model = model
        self._known: dict[tuple[str, tuple[CharacterSlot, ...]], tuple[Verdict, ...]] = {}

    def decide(self, text: str, slots: Sequence[CharacterSlot]) -> list[Verdict]:
        """Return a verdict for each slot; the rest of `text` is fixed."""
        verdicts: list[Verdict] = []
        end = -_REACH - 1  # where the last island ended
        for group in group_islands(slots):
            if group[0].at - end <= _REACH:
                before = zip(slots[: len(verdicts)], verdicts, strict=True)
                text = _write_chosen(text, list(before)[-_REACH:])
            end = group[-1].at
            low = max(0, group[0].at - _REACH)
            high = min(len(text), group[-1].at + _REACH + 1)
            window = text[low:high]
            window = "\n" * (_REACH - group[0].at) + window  # none if there is enough before it
            shift = group[0].at - _REACH
            local = tuple(slot._replace(at=slot.at - shift) for slot in group)
            key = (window, local)
            known = self._known.get(key)
            if known is None:
                if len(self._known) > 100_000:
                    self._known.clear()
                known = self._known[key] = self._decide_island(window, local)
            verdicts += known
        return verdicts

    def _decide_island(self, window: str, slots: tuple[CharacterSlot, ...]) -> tuple[Verdict, ...]:
        """Find the best path, and the best one through every other choice (Viterbi)."""
        model = self.model
        fixed = model.ids(window)
        if len(slots) == 1:
            return (self._decide_one(fixed, slots[0]),)
        options: list[list[tuple[int, float]]] = [[(number, 0.0)] for number in fixed]
        for slot in slots:
            options[slot.at] = [(model.ids(c.text)[0], c.cost) for c in slot.choices]
        # A state is the pair of the last two option indices; few are left after pruning.
        states: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, (0, 0))}
        finals = self._walk(options, states)
        best_cost, best_path = finals[0]
        verdicts = []
        for slot in slots:
            chosen = best_path[slot.at]
            margins = []
            for index in range(len(slot.choices)):
                if index == chosen:
                    margins.append(0.0)
                    continue
                found = [cost - best_cost for cost, path in finals if path[slot.at] == index]
                if not found:
                    found = [self._cost_forced(options, best_path, slot.at, index)]
                margins.append(max(0.0, min(found)))
            verdicts.append(Verdict(chosen, tuple(margins)))
        return tuple(verdicts)

    def _decide_one(self, fixed: list[int], slot: CharacterSlot) -> Verdict:
        """Decide a slot that stands alone, as most do: each choice is one path."""
        cost_of, at = self.model.cost, slot.at
        numbers = self.model.ids("".join(choice.text for choice in slot.choices))
        first, second = fixed[at - _REACH : at]
        costs: list[float] = []
        for choice, number in zip(slot.choices, numbers, strict=True):
            cost = choice.cost + cost_of(first, second, number)
            before, last = second, number
            for following in fixed[at + 1 :]:
                cost += cost_of(before, last, following)
                before, last = last, following
            costs.append(cost)
        best = min(costs)
        return Verdict(costs.index(best), tuple([cost - best for cost in costs]))

    def _cost_forced(
        self,
        options: list[list[tuple[int, float]]],
        best: tuple[int, ...],
        at: int,
        index: int,
    ) -> float:
        """Return by how many nats the best path with choice `index` at `at` is worse.

        Only choices within reach of that place may differ from the best path.
        """
        low, high = max(0, at - 2 * _REACH), min(len(options), at + 2 * _REACH + 1)
        settled = [[options[place][best[place]]] for place in range(low, high)]
        freed = [
            options[place] if abs(place - at) <= _REACH else settled[place - low]
            for place in range(low, high)
        ]
        freed[at - low] = [options[at][index]]
        start: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, (0, 0))}
        return self._walk(freed, start)[0][0] - self._walk(settled, start)[0][0]

    def _walk(
        self,
        options: list[list[tuple[int, float]]],
        states: dict[tuple[int, int], tuple[float, tuple[int, ...]]],
    ) -> list[tuple[float, tuple[int, ...]]]:
        """Return the complete paths that survive pruning, best first."""
        cost_of = self.model.cost
        for at in range(_REACH, len(options)):
            grown: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
            for (first, second), (cost, path) in states.items():
                a, b = options[at - 2][first][0], options[at - 1][second][0]
                for index, (number, prior) in enumerate(options[at]):
                    total = cost + prior + cost_of(a, b, number)
                    old = grown.get((second, index))
                    if old is None or total < old[0]:
                        grown[second, index] = (total, (*path, index))
            if len(grown) > _BEAM:
                kept = sorted(grown.items(), key=lambda item: item[1][0])[:_BEAM]
                grown = dict(kept)
            states = grown
        return sorted(states.values())


def _write_chosen(text: str, decided: Sequence[tuple[CharacterSlot, Verdict]]) -> str:
    """Return the text with the latest choices written into it."""
    for slot, verdict in decided:
        text = text[: slot.at] + slot.choices[verdict.chosen].text + text[slot.at + 1 :]
    return text
