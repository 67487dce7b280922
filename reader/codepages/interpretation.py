"""What a stretch of text says when it is decoded in another encoding, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, prod
from typing import NamedTuple

from reader.codepages.beam import MOST_COST, Search, Step, list_options
from reader.codepages.encoding import number_of, numbers_of
from reader.codepages.views import LOST, Items, Limits, is_strong
from reader.language.hanzi import IS_HANZI
from reader.language.ngram import BOUNDARY, CharacterModel
from reader.text.align import Alternative
from reader.text.lazy_pattern import lazy_pattern

SURE = 14.0  # nats by which an interpretation must be likelier if it is the only one of its kind
KNOWN = 4.0  # nats, where the document was misread in the same way elsewhere
_LOOKED_AT = 400  # characters of a stretch that are weighed; more would not change the result
_LEGIBLE = 0.5  # probability of a part below which only what is certain is read back
_KNOWN_WORST = 10.5  # nats per character where the document was misread in the same way elsewhere
_BESIDE = 0.8  # what is believed of a character behind a loss that stays
_AT_END = 0.95  # most that is believed of a guess at the end of a line
_NEAR = 3  # characters; a guess next to what is gone had a wrong neighbour
_GUESSED, _GONE = 0.8, "\ufffd"  # what is less probable then stays lost
_ROW, _ODD = 3, 12.5  # three characters in a row that cost so many nats each are not Chinese
_FULL_WIDTH = lazy_pattern("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_FOREIGN = lazy_pattern("[\u3041-\u30fe\u3131-\u318e\uac00-\ud7a3\uff61-\uff9f]+")
_FOREIGN_COST = 6.0  # nats for one of kana or hangul
_LANGUAGE = 4.7  # nats; letters that cost no more are words of a language
_ALPHABET = 0.7  # share of letters among its characters above 7F
_ASCII_COST = 2.5  # nats for a character that is the same in any interpretation


class InterpretedPart(NamedTuple):
    """text[start:end] of the stretch (code points) is `after` in the right encoding.

    `data` are the bytes, -1 for each missing one. `sure` is the probability of `after` among the
    characters that its bytes can be; `others` are the runners-up.
    """

    start: int
    end: int
    after: str
    data: tuple[int, ...]
    sure: float = 1.0
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class RunInterpretation:
    """One misread run: its parts, its encodings, and by how many nats it is the likelier text."""

    parts: tuple[InterpretedPart, ...]
    written: str  # "GBK"
    read: str  # "Windows-1252"
    gain: float  # nats
    hanzi: int
    again: tuple[tuple[str, str], ...] = ()  # misreadings on the way: ("UTF-8", "Windows-1252")

    @property
    def way(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """How the run was misread; equal for runs that were misread in the same way."""
        return self.written, self.read, self.again

    @property
    def span(self) -> tuple[int, int]:
        """Where the run begins and ends in its line (code points)."""
        return self.parts[0].start, self.parts[-1].end

    def shift(self, shift: int) -> RunInterpretation:
        """Return the run with `shift` added to its offsets."""
        parts = tuple(
            part._replace(start=part.start + shift, end=part.end + shift) for part in self.parts
        )
        return replace(self, parts=parts) if shift else self


def western_costs(text: str) -> list[float]:
    """Return the cost (nats) of each character of a stretch if it really is Western text.

    In été an é stands next to other letters, in привет small letters next to each other; nobody
    writes µÚÒ» or ЦРЗш.
    """
    costs: list[float] = []
    last = len(text) - 1
    for at, char in enumerate(text):
        before = text[at - 1 : at]
        if char < "\x80":
            costs.append(_ASCII_COST)
        elif not is_strong(char):
            costs.append(4.0)
        elif char == before:
            costs.append(_ASCII_COST)  # a long cry: ááááá
        elif "\u0400" <= char <= "\u045f":
            costs.append(_cyrillic_cost(char, before, text[at + 1 : at + 2]))
        elif _is_greek(char):
            costs.append(4.0 if _is_greek(before) or _is_greek(text[at + 1 : at + 2]) else 7.0)
        elif char >= "\xc0":
            beside = (before < "\x80" and before.isalpha()) or (
                at < last and text[at + 1] < "\x80" and text[at + 1].isalpha()
            )
            costs.append(5.0 if beside else 7.0)
        else:
            costs.append(7.5)
    return costs


def is_language(text: str) -> bool:
    """Tell whether the letters of a text with an alphabet make words: привет."""
    high = [
        (cost, char) for cost, char in zip(western_costs(text), text, strict=True) if char >= "\x80"
    ]
    letters = sum("\xc0" <= char < "\u0600" for _, char in high)
    return letters >= _ALPHABET * len(high) and sum(cost for cost, _ in high) <= _LANGUAGE * len(
        high
    )


def _is_greek(char: str) -> bool:
    """Tell whether a character is a Greek letter."""
    return "\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff"


def _cyrillic_cost(char: str, before: str, behind: str) -> float:
    """Return the cost of a letter: small ones follow letters, capitals begin words or stay alone.

    Words all in capitals exist.
    """
    if char.islower():
        return 3.5 if before.isalpha() and before >= "\u0400" else 5.5
    if before.islower():
        return 8.0
    return 4.5 if not before.isalpha() or (before.isupper() and not behind.islower()) else 6.0


@lru_cache(4)
def wide_costs(text: str, model: CharacterModel) -> list[float]:
    """Return the cost (nats) of each character of a line that may be Chinese, or Japanese, Korean.

    The model knows neither kana nor hangul, and yet they are no nonsense.
    """
    costs = chinese_costs(text, model)
    for found in _FOREIGN.finditer(text):
        for at in range(*found.span()):
            costs[at] = min(costs[at], _FOREIGN_COST)
    return costs


def chinese_costs(text: str, model: CharacterModel) -> list[float]:
    """Return the cost (nats) of each character as Chinese; traditional counts as simplified."""
    ids = [0, 0, *numbers_of(text, model)]
    cost = model.cost
    return [
        _ASCII_COST if char < "\x80" else min(MOST_COST, cost(*ids[at : at + 3]))
        for at, char in enumerate(text)
    ]


def is_foreign(char: str) -> bool:
    """Tell whether a character is kana or hangul."""
    return _FOREIGN.match(char) is not None


def weigh(
    before: Sequence[float],
    after: str,
    model: CharacterModel,
    limits: Limits,
    known: bool = False,
) -> tuple[float, int]:
    """Return by how many nats `after` is likelier than text with the costs `before`, and its hanzi.

    Full-width letters and digits count as hanzi.

    What is not Chinese gains -1. A short text must be good Chinese unless the document is `known`
    to be misread, since in noise something always reads well.
    """
    costs = chinese_costs(after[:_LOOKED_AT], model)
    chinese = [cost for cost, char in zip(costs, after, strict=False) if char >= "\x80"]
    hanzi = len(IS_HANZI.findall(after)) + len(_FULL_WIDTH.findall(after))
    worst = _KNOWN_WORST if known else limits.worst - limits.short / max(1, len(chinese))
    if not hanzi or sum(chinese) > worst * len(chinese):
        return -1.0, 0
    share = len(after) / len(costs)
    return sum(before) - sum(costs) * share, hanzi


def is_doubtful(after: str, model: CharacterModel) -> bool:
    """Tell whether some characters in a row are not Chinese: a byte is missing before them."""
    costs = [
        cost
        for cost, char in zip(chinese_costs(after, model), after, strict=True)
        if char >= "\x80"
    ]
    return any(sum(costs[at : at + _ROW]) > _ROW * _ODD for at in range(len(costs) - _ROW + 1))


def collect_runs(
    steps: Sequence[Step],
    items: Items,
    text: str,
    literal: Sequence[float],
    search: Search,
) -> list[RunInterpretation]:
    """Return the runs of a path that were decoded again; ASCII inside a run does not end it."""
    found: list[RunInterpretation] = []
    run: list[Step] = []
    for step in [*steps, None]:
        if step is not None and (
            step.read is not None or (run and text[items.owner[step.start]] < "\x80")
        ):
            run.append(step)
            continue
        while run and run[-1].read is None:
            run.pop()
        if run:
            found.append(_make_interpretation(run, items, text, literal, search))
        run = []
    return found


def _make_interpretation(
    run: list[Step],
    items: Items,
    text: str,
    literal: Sequence[float],
    search: Search,
) -> RunInterpretation:
    model = search.written.model
    chars = [step.read.char if step.read else text[items.owner[step.start]] for step in run]
    start, end = items.owner[run[0].start], items.owner[run[-1].end - 1] + 1
    gain, hanzi = weigh(literal[start:end], "".join(chars), model, search.limits, search.known)
    shares = {
        at: _rank_character(at, run, chars, items, search)
        for at, step in enumerate(run)
        if step.key and min(step.key) < 0
    }
    parts: list[InterpretedPart] = []
    after = ""
    data: list[int] = []
    guesses: set[int] = set()
    own: set[int] = set()  # those of this part alone
    numbers: list[int] = []  # of its characters in the run
    others: tuple[Alternative, ...] = ()
    low = start
    for at, step in enumerate(run):
        if step.read is None:
            low = items.owner[step.start] + 1
            continue
        after += step.read.char
        data += step.key
        numbers.append(at)
        if at in shares:
            rest = shares[at][1]
            guesses.add(at)
            own.add(at)
            # A guess is worth less next to another guess.
            guesses.update(
                near
                for near in range(at - 2, at + 3)
                if near in shares and sum(value < 0 for value in run[near].key) > 1
            )
            others = tuple(Alternative(after[:-1] + one.text, one.probability) for one in rest)
        # One character of the stretch may hold bytes of two: 鍔冲姩 is 劳动 only as a whole.
        whole = step.end == len(items.owner) or items.owner[step.end] != items.owner[step.end - 1]
        if whole:
            high = items.owner[step.end - 1] + 1
            sure = prod(shares[guess][0] for guess in guesses)
            if sure < _LEGIBLE and len(after) > len(own):
                # The others are certain; they do not wait for the one that is gone.
                gone = {guess for guess in own if shares[guess][0] < _GUESSED}
                gone = {guess for guess in own if any(abs(guess - one) < _NEAR for one in gone)}
                after = "".join(
                    _GONE if number in gone else char
                    for number, char in zip(numbers, after, strict=True)
                )
                sure, others = prod(shares[guess][0] for guess in guesses - gone), ()
            if _is_beside_loss(numbers[0], run, items):
                sure *= _BESIDE
            parts.append(InterpretedPart(low, high, after, tuple(data), sure, others))
            own, numbers = set(), []
            after, data, guesses, others, low = "", [], set(), (), high
    return RunInterpretation(tuple(parts), search.written.name, search.read, gain, hanzi)


def _is_beside_loss(at: int, run: list[Step], items: Items) -> bool:
    """Tell whether run[at] follows a loss mark that stays: it may be out of step."""
    start = run[at].start
    stays = at == 0 or run[at - 1].read is None
    return start > 0 and items.values[start - 1] == LOST and stays


def _rank_character(
    at: int,
    run: list[Step],
    chars: list[str],
    items: Items,
    search: Search,
) -> tuple[float, list[Alternative]]:
    """Return the probability of the character of run[at] given its bytes, and its rivals."""
    model = search.written.model
    around = [0, 0, *(number_of(char, model) for char in chars[max(0, at - 2) : at])][-2:]
    behind = [number_of(char, model) for char in chars[at + 1 : at + 3]]
    if search.ends_line and run[-1].end == len(items.values) and len(behind) < 2:
        behind.append(BOUNDARY)
    costs: list[tuple[float, str]] = []
    for candidate in list_options(search, items.values, run[at].key, run[at].end):
        ids = [*around, candidate.number, *behind]
        cost = sum(model.cost(*ids[i : i + 3]) for i in range(len(ids) - 2))
        costs.append((cost + candidate.odds, candidate.char))
    costs.sort()
    best = costs[0][0]
    total = sum(exp(best - cost) for cost, _ in costs)
    # Where the line ends with it, it may have been cut off: then 。 is no likelier than ，.
    certain = _AT_END if behind == [BOUNDARY] else 1.0
    shares = {char: certain * exp(best - cost) / total for cost, char in costs}
    rest = [
        Alternative(char, round(share, 3))
        for char, share in shares.items()
        if char != chars[at] and share >= 0.01
    ]
    return shares.get(chars[at], 0.0), rest[:5]
