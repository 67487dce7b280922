"""Maps the raw scores of mechanisms to probabilities, and those to log-likelihood ratios.

Each mechanism has its own score: a margin under the character model, the gain of a search over
bytes, a share of what bytes leave open. The functions below say how often such a score was right
on generated damage; `tests/bench` measures how well that holds. `ratio_of` and `probability_of`
convert between a probability and a ratio.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import mul

from reader.codepages.clauses import Clause
from reader.text.align import Alternative

# -- between a probability and a ratio


@lru_cache(4096)
def ratio_of(probability: float) -> float:
    """Return the log-likelihood ratio (nats) for a probability of 0 to 1."""
    if probability <= 0:
        return -math.inf
    if probability >= 1:
        return math.inf
    return math.log(probability / (1 - probability))


@lru_cache(4096)
def probability_of(ratio: float) -> float:
    """Return the probability, to six digits, that a proposal with this ratio (nats) is right."""
    if ratio >= 0:
        return round(1 / (1 + math.exp(-ratio)), 6)
    odds = math.exp(ratio)
    return round(odds / (1 + odds), 6)


SHOWN = ratio_of(0.4)
"""The ratio of what may be meant, such as <br> in a text about HTML: it is shown, not applied."""


# -- forms, by the character model


_SLOPE = 0.4  # trigram costs are overconfident
_SUREST = 0.99


def share_choices(margins: Sequence[float]) -> list[float]:
    """Return the probability of each choice, given by how many nats it is behind the best one.

    They add up to 1, or less where the best one would have more than 0.99. The slope was fitted
    by resources/build/calibration.py.
    """
    weights = [math.exp(-_SLOPE * margin) for margin in margins]
    total = sum(weights)
    return [min(_SUREST, weight / total) for weight in weights]


def limit_alternatives(
    probability: float, others: Iterable[Alternative]
) -> tuple[Alternative, ...]:
    """Return the alternatives to a choice of this probability, none likelier than that.

    Together with the choice they have at most 1.
    """
    listed = list(others)
    if not listed:
        return ()
    total = sum(one.probability for one in listed)
    scale = min(1.0, (1 - probability) / total) if total > 0 else 1.0
    return tuple(
        Alternative(one.text, round(min(probability, scale * one.probability), 3)) for one in listed
    )


# -- glosses, by what the document says about them


def probability_of_gloss(score: float) -> float:
    """Return the probability that a gloss is damage, given the log odds from the document."""
    if score <= 0:
        return max(0.1, 0.5 / (1 + math.exp(-score)))
    return min(0.99, 0.6 + score / 20)


# -- text out of step

_MOST_MARGIN, _MOST_GAIN = 12.0, 30.0
_LEAST_RIVALS, _MOST_RIVALS = -10.0, 4.0
# How often a clause is right, by what `features_of` says of it: always; per nat to the nearest
# rival; per nat of the weight of all rivals; per nat that a character of the whole run costs
# (names, rare words); per ten nats that the run is likelier than what stands there; behind a torn
# gloss; and where the network was asked, too, always and per nat to the nearest rival. Fitted by
# resources/build/calibration.py on 3,241 clauses of paragraphs that no model has seen, of laws
# (also in traditional characters), reports, news, an encyclopedia and web pages, and checked on
# 1,690 others.
_CLAUSE = (0.253, 0.048, -0.415, -0.361, 0.747, 0.575, -1.777, 0.372)
# (how often it was right, what we report). From 0.85 on we report less: of what is reported as 0.9
# or more, one in a hundred may be wrong.
_CAUTIOUS = ((0.0, 0.0), (0.85, 0.85), (0.98, 0.9), (1.0, 0.999))


# (nats to the nearest rival, how often a clause was right) in runs of more than a thousand
# characters, of which the network was not asked: of 5,659 clauses of laws, news and web pages.
_UNASKED = ((0.0, 0.3), (1.0, 0.4), (3.0, 0.8), (5.0, 0.86), (7.5, 0.9), (10.0, 0.95), (14.0, 0.98))


def features_of(
    clause: Clause, nats: float, gain: float, *, by_network: bool, torn: bool
) -> list[float]:
    """Return what tells how sure a clause is, in the order of the weights.

    It is in a run that costs `nats` per character and is `gain` nats likelier than what stands
    there, which begins behind a `torn` gloss or not, and which the network read or not.
    """
    rivals = math.log(clause.rivals) if clause.rivals else _LEAST_RIVALS
    margin = min(clause.margin, _MOST_MARGIN)
    return [
        1.0,
        margin,
        max(_LEAST_RIVALS, min(rivals, _MOST_RIVALS)),
        nats,
        min(gain, _MOST_GAIN) / 10,
        float(torn),
        float(by_network),
        margin if by_network else 0.0,
    ]


def probability_of_clause(
    clause: Clause,
    nats: float,
    gain: float,
    *,
    by_network: bool = False,
    torn: bool = False,
    unasked: bool = False,
) -> float:
    """Return how sure a clause is, including whether there is a run at all (see above).

    Of an `unasked` run the network was not asked about what the n-grams left open.
    """
    features = features_of(clause, nats, gain, by_network=by_network, torn=torn)
    odds = sum(map(mul, _CLAUSE, features))
    probability = _interpolate(1 / (1 + math.exp(-odds)), _CAUTIOUS)
    return min(probability, _interpolate(clause.margin, _UNASKED)) if unasked else probability


# -- signs put inside words

# How often a sign between two hanzi splits a word of the dictionary: (on a page that was treated,
# elsewhere). Question marks and dots put at random into four kinds of text split one in 0.51 of all
# cases; elsewhere 0.002 of 1,400 question marks did and 0.004 of 2,000 dots, taken for 0.01, as a
# page may be odd.
_SPLITS = 0.5, 0.01
# Of the commas and full stops that every text has, a page adds a few.
_ADDED_MARKS = 0.02
# (nats by which a word is likelier than a mark, nats by which one such place speaks for a treated
# page). In old novels, which the model reads worst, 158 of 121,000 marks seem to split a word, but
# only 9 of them by 12 nats or more, as most do that were put into one.
_SPLIT_BY_MARK = ((6.0, 0.0), (8.0, 0.7), (10.0, 1.5), (12.0, 3.3), (15.0, 5.5))
_TREATED = 0.01  # of the pages with such a sign
_MOST_ODDS = 100.0
# (nats by which the word is likelier than a mark, how sure that is).
_SPLIT = ((2.0, 0.6), (6.0, 0.9), (10.0, 0.97))


def probability_of_torn_page(gains: Sequence[float], others: int, *, is_mark: bool) -> float:
    """Return the probability that signs were put inside words on this page.

    `gains` says by how many nats each word that is split is likelier than a mark, `others` how many
    signs split none; `is_mark` says that the sign is a comma or a full stop, which every page has.
    """
    odds = ratio_of(_TREATED)
    if is_mark:
        odds += sum(_interpolate(gain, _SPLIT_BY_MARK) for gain in gains)
        odds += others * math.log(1 - _ADDED_MARKS)
    else:
        treated, elsewhere = _SPLITS
        odds += len(gains) * math.log(treated / elsewhere)
        odds += others * math.log((1 - treated) / (1 - elsewhere))
    return 1 / (1 + math.exp(-odds)) if odds > -_MOST_ODDS else 0.0


def probability_of_torn_word(gain: float) -> float:
    """Return how sure it is, on such a page, that a sign is none of the text.

    The word that it splits is `gain` nats likelier than any mark.
    """
    return _interpolate(gain, _SPLIT)


# -- characters that were cut, and lost ones

# Another word may fit as well: shares of 0.9 to 0.97 were right less often.
_SHARE_OF_CUT = ((0.0, 0.0), (0.85, 0.85), (0.97, 0.9), (1.0, 0.99))
_QUESTIONED = 0.85
REJOINED = 0.99
"""The probability of a character whose bytes are all there, on both sides of an insertion."""
EATEN_BRACKET = 0.85
"""The probability of the one bracket that a sentence lacks, where one byte is gone."""
GUESSED = 0.45
"""The probability of a guess by context alone, where no byte of a character is left."""


def probability_of_cut(share: float, *, questioned: bool) -> float:
    """Return the probability of a character that has this share among those with its bytes.

    `questioned` says that a question mark after it may stand for its last byte.
    """
    probability = round(_interpolate(share, _SHARE_OF_CUT), 3)
    return min(probability, _QUESTIONED) if questioned else probability


# -- text in the wrong encoding


def probability_of_misreading(gain: float, needed: float, share: float) -> float:
    """Return the probability of a part of a misread run.

    The run is `gain` nats likelier as reinterpreted, where `needed` are enough; the part has this
    share among the characters with its bytes.
    """
    if share < 1:
        share = _interpolate(share, _SHARE_OF_CUT)
    belief = min(0.99, 1 / (1 + math.exp((needed - 2 - gain) / 3)))
    return round(belief * share, 3)


def _interpolate(value: float, points: tuple[tuple[float, float], ...]) -> float:
    """Interpolate between points (x, y) sorted by x; constant beyond both ends."""
    if value <= points[0][0]:
        return points[0][1]
    for (low, less), (high, more) in pairwise(points):
        if value < high:
            return less + (more - less) * (value - low) / (high - low)
    return points[-1][1]
