"""What a text costs as it stands, against which any other interpretation is weighed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.language.forms import simplify_characters
from reader.language.glosses import without_glosses
from reader.language.ngram import CharacterModel

_BEFORE, _BEHIND = 24, 6  # code points around a place that it is read with
_GLOSSED = 7  # code points that a glossed character takes: 關(guān)


class StandingCosts:
    """The costs of a text from one place on, in nats; summed up only as far as they are asked for.

    A '?' costs as much as a full-width one, and glosses cost nothing, so that only characters are
    compared.
    """

    def __init__(
        self,
        ids: Sequence[int],
        glosses: Mapping[int, int],
        cost_of: Callable[[int, int, int, int], float],
        start: int,
        context: tuple[int, int, int],
    ) -> None:
        """`ids` are those of all characters, `glosses` the end of each gloss by its start."""
        self._ids, self._glosses, self._cost_of = ids, glosses, cost_of
        self._start, self._context = start, context
        self._costs = [0.0]

    def up_to(self, end: int) -> float:
        """Return the cost of the text up to an offset (code points)."""
        costs, (a, b, c) = self._costs, self._context
        total = costs[-1]
        while len(costs) <= end - self._start:
            at = self._start + len(costs) - 1
            if at in self._glosses:
                costs += [total] * (min(len(self._ids), self._glosses[at]) - at)
                continue
            number = self._ids[at]
            total += self._cost_of(a, b, c, number)
            a, b, c = b, c, number
            costs.append(total)
        self._context = a, b, c
        return costs[end - self._start]


def cost_a_character(text: str, start: int, end: int, model: CharacterModel) -> float:
    """Return what a character of text[start:end] and a few behind it costs, in nats.

    It is read as Chinese where it stands, simplified and without its glosses: 筦査騐 as 管查验.
    """
    behind, _, _ = text[end : end + _BEHIND].partition("\n")
    return _cost_behind(text, start, text[start:end] + behind, model, _BEHIND + end - start)


def cost_of_next(text: str, at: int, count: int, model: CharacterModel) -> float:
    """Return what each of the next characters of a line costs, read in the same way (nats)."""
    return _cost_behind(text, at, next_of_line(text, at, count), model, count)


def next_of_line(text: str, at: int, count: int) -> str:
    """Return the next characters of the line from text[at] on, at most so many, without glosses."""
    line, _, _ = text[at : at + _GLOSSED * count].partition("\n")
    return without_glosses(line)[:count]


def last_of_line(text: str, at: int) -> str:
    """Return some characters of the line before text[at], simplified and without glosses."""
    before = text[max(at - _BEFORE, text.rfind("\n", 0, at) + 1) : at]
    return simplify_characters(without_glosses(before))


def _cost_behind(text: str, at: int, read: str, model: CharacterModel, count: int) -> float:
    plain = simplify_characters(without_glosses(read))[:count]
    return model.text_cost(plain, last_of_line(text, at)) / max(1, len(plain))
