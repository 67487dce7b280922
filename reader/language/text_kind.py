"""Tells what a paragraph is: simplified, honestly traditional, or spun (characters were replaced).

Each of the models below says how often the signs (`reader.language.text_signs`) occur in one kind
of text. A document is a mixture of these models; its shares are the prior of each paragraph, whose
own signs decide.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter, mul, truediv
from typing import NamedTuple

from reader.language.ngram import CharacterModel
from reader.language.text_signs import Signs, count_signs, find_types, weigh_forms


class TextModel(NamedTuple):
    """How often the signs occur in one kind of text."""

    name: str
    spun: bool
    prior: float
    traditional: float  # share of traditional characters among those of one script only
    listed: float  # share of hanzi that were replaced by a listed form
    unlisted: float  # and by another
    glosses: float  # glosses per hanzi
    misplaced: float  # share of bound traditional characters that are in none of their words


# The shares are those of generated damage and of honest text, each in the middle of what was seen.
MODELS = (
    TextModel("simplified", False, 0.55, 0.002, 2e-5, 2e-6, 2e-4, 0.25),
    TextModel("simplified with traditional words", False, 0.1, 0.12, 2e-5, 2e-6, 2e-4, 0.25),
    TextModel("of both scripts", False, 0.05, 0.5, 2e-5, 2e-6, 2e-4, 0.25),
    TextModel("traditional", False, 0.22, 0.97, 5e-5, 5e-6, 2e-4, 0.25),
    TextModel("traditional in old print", False, 0.004, 0.97, 0.01, 1e-5, 2e-4, 0.25),
    TextModel("spun and glossed", True, 0.01, 0.97, 0.04, 0.008, 0.2, 0.8),
    TextModel("spun, with some glosses", True, 0.01, 0.97, 0.01, 0.002, 0.05, 0.8),
    TextModel("spun", True, 0.01, 0.97, 0.04, 0.008, 5e-4, 0.8),
    TextModel("spun a little", True, 0.005, 0.97, 0.01, 0.002, 5e-4, 0.6),
    TextModel("of misplaced forms", True, 0.005, 0.97, 5e-4, 1e-4, 5e-4, 0.8),
    TextModel("simplified with rare forms", True, 0.003, 0.004, 0.04, 0.008, 5e-4, 0.5),
    TextModel("simplified with few rare forms", True, 0.001, 0.004, 0.01, 0.002, 5e-4, 0.5),
    TextModel("simplified and glossed", True, 0.01, 0.004, 0.004, 0.001, 0.15, 0.5),
    TextModel("half spun", True, 0.01, 0.5, 0.02, 0.004, 0.03, 0.6),
)
GENERAL_SHARES = tuple(model.prior for model in MODELS)
"""The shares of the models in a document of which nothing is known."""
_LEAST = 1e-4  # share of a model in any document
_WEIGHT = 4.0  # paragraphs that the general prior counts for
_ROUNDS = 4
_BOOKISH, _IN_NAMES = 0.01, 0.001  # share of such characters as 於 in either script
_MOSTLY = 0.8  # share of traditional characters from which on a text is traditional
_WHOLE = 40  # hanzi from which on a paragraph counts fully
_OUT_OF_QUESTION = 35.0  # nats behind the likeliest model, at which no share makes a difference
_SPUN = frozenset(at for at, model in enumerate(MODELS) if model.spun)
_TRADITIONAL = frozenset(at for at, model in enumerate(MODELS) if model.traditional > _MOSTLY)
_MIXED = frozenset(
    at for at, model in enumerate(MODELS) if 1 - _MOSTLY < model.traditional <= _MOSTLY
)


class TextKind(NamedTuple):
    """What a paragraph is, as far as it decides what may be repaired in it."""

    spun: bool = False
    traditional: bool = False
    mixed: bool = False  # of both scripts
    foreign: bool = False  # Japanese or Korean: nothing is repaired in it


_KINDS = tuple(TextKind(at in _SPUN, at in _TRADITIONAL, at in _MIXED) for at in range(len(MODELS)))


# The logarithms of the models, one row for each count, so that none is taken for each paragraph: of
# traditional, simplified and bookish characters, misplaced and placed ones, all that were not
# replaced, glosses, and hanzi without one.
_LOGS = tuple(
    zip(
        *(
            (
                math.log(model.traditional),
                math.log(1 - model.traditional),
                math.log(_BOOKISH if model.traditional > _MOSTLY else _IN_NAMES),
                math.log(model.misplaced),
                math.log(1 - model.misplaced),
                math.log(1 - model.listed - model.unlisted),
                math.log(model.glosses),
                math.log(1 - model.glosses),
            )
            for model in MODELS
        ),
        strict=True,
    )
)


_likelihood = itemgetter(1)


@lru_cache(4096)
def _weigh_models(signs: Signs, *, glossed: bool) -> tuple[tuple[int, float], ...]:
    """Return (model, likelihood) of a paragraph for the models that are not out of the question.

    Likelihoods are relative to that of the likeliest, which comes first.
    """
    plain = signs.hanzi - len(signs.listed) - len(signs.unlisted)
    glosses = signs.glosses if glossed else 0
    unglossed = max(0, signs.hanzi - glosses) if glossed else 0
    _, simplified, traditional, bookish, _, _, placed, misplaced, _, _ = signs
    counts = traditional, simplified, bookish, misplaced, placed, plain, glosses, unglossed
    logs = [0.0] * len(MODELS)
    for number, row in zip(counts, _LOGS, strict=True):
        if number:  # most counts of most paragraphs are 0
            logs = [log + number * one for log, one in zip(logs, row, strict=True)]
    for gain in signs.listed:
        odds = math.exp(gain) - 1
        logs = [log + math.log1p(one.listed * odds) for log, one in zip(logs, MODELS, strict=True)]
    for gain in signs.unlisted:
        odds = math.exp(gain) - 1
        logs = [
            log + math.log1p(one.unlisted * odds) for log, one in zip(logs, MODELS, strict=True)
        ]
    most = max(logs)
    least = most - _OUT_OF_QUESTION
    models = [(at, math.exp(one - most)) for at, one in enumerate(logs) if one > least]
    return tuple(sorted(models, key=_likelihood, reverse=True))


def find_shares(paragraphs: Iterable[Signs], *, glossed: bool) -> tuple[float, ...]:
    """Return the shares of the models in a document (expectation and maximisation).

    `glossed` says whether the document's glosses are damage; if not, they are no sign.
    """
    alone = [_WEIGHT * prior for prior in GENERAL_SHARES]
    total = _WEIGHT
    weights: list[float] = []
    rows: list[list[float]] = []
    for signs in paragraphs:
        if not signs.hanzi:
            continue
        weight = min(1.0, signs.hanzi / _WHOLE)
        total += weight
        models = _weigh_models(signs, glossed=glossed)
        if len(models) == 1:
            alone[models[0][0]] += weight
            continue
        row = [0.0] * len(MODELS)
        for at, likelihood in models:
            row[at] = likelihood
        weights.append(weight)
        rows.append(row)
    columns = list(zip(*rows, strict=True)) or [()] * len(MODELS)
    shares: tuple[float, ...] = GENERAL_SHARES
    for _ in range(_ROUNDS):
        # One call for each paragraph and each model, as there are thousands of both together.
        sums = [sum(map(mul, row, shares)) for row in rows]
        parts = list(map(truediv, weights, sums))
        shares = tuple(
            max(_LEAST, (one + share * sum(map(mul, column, parts))) / total)
            for one, share, column in zip(alone, shares, columns, strict=True)
        )
    return shares


def share_of(shares: Sequence[float], of: Callable[[TextModel], bool]) -> float:
    """Return the share that some of the models have together."""
    return sum(share for share, model in zip(shares, MODELS, strict=True) if of(model))


def identify(signs: Signs, shares: Sequence[float], *, glossed: bool) -> TextKind:
    """Return what a paragraph is, given the shares of the models in its document."""
    models = _weigh_models(signs, glossed=glossed)
    total = spun = traditional = mixed = 0.0
    for at, likelihood in models:
        weight = shares[at] * likelihood
        total += weight
        if at in _SPUN:
            spun += weight
        if at in _TRADITIONAL:
            traditional += weight
        elif at in _MIXED:
            mixed += weight
    return TextKind(spun > total / 2, traditional > total / 2, mixed > total / 2)


def identify_paragraph(
    bare: str,
    glosses: int,
    model: CharacterModel,
    replacing: frozenset[str],
    shares: Sequence[float],
    *,
    glossed: bool,
) -> TextKind:
    """Return the same as `identify` of the signs of a paragraph, and weigh no more than it takes.

    Where half of the characters are glossed, no form has to say that it is spun.
    """
    types = find_types(bare)
    signs = count_signs(bare, types, glosses)
    if glossed and glosses:
        kinds = {_KINDS[at] for at, _ in _weigh_models(signs, glossed=True)}
        if len(kinds) == 1 and (kind := kinds.pop()).spun:
            return kind  # replacements speak for it, too
    return identify(weigh_forms(bare, types, signs, model, replacing), shares, glossed=glossed)


def is_spun(signs: Signs, shares: Sequence[float], *, glossed: bool) -> bool:
    """Tell of a paragraph if it is spun, given the shares of the models in its document."""
    models = _weigh_models(signs, glossed=glossed)
    likeliest = models[0][0]
    if likeliest not in _SPUN and shares[likeliest] > sum([shares[at] for at in _SPUN]):
        return False
    return identify(signs, shares, glossed=glossed).spun
