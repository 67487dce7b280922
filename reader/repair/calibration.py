"""From a mechanism's raw score to the log-likelihood ratio of its proposal, and back.

Each mechanism scores in nats of its own: a margin under the character model, a gain of a search
over bytes, a share of what bytes leave open. The functions below say how often such a score was
right on damage that was generated for it (`tests/bench`, which prints how well that holds).
`ratio_of` and `probability_of` go between a probability and the ratio.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from reader.codepages.clauses import Clause

# -- between a probability and a ratio


@lru_cache(4096)
def ratio_of(probability: float) -> float:
    """Return the log-likelihood ratio (nats) of what is right with a probability of 0 to 1."""
    if probability <= 0:
        return -math.inf
    if probability >= 1:
        return math.inf
    return math.log(probability / (1 - probability))


@lru_cache(4096)
def probability_of(ratio: float) -> float:
    """Return how likely a proposal with this ratio (nats) is right, to six digits."""
    if ratio >= 0:
        return round(1 / (1 + math.exp(-ratio)), 6)
    odds = math.exp(ratio)
    return round(odds / (1 + odds), 6)


SHOWN = ratio_of(0.4)
"""What may be meant, as <br> in a text about HTML: it is shown and left."""


# -- forms, weighed by the character model


def in_context(margin: float) -> float:
    """Return the probability that a choice is right which is so many nats ahead.

    The slope was fitted on generated damage: trigram costs overstate what they know.
    """
    return min(0.99, 1 / (1 + math.exp(-0.45 * margin)))


# -- glosses, by what the document says about them


def gloss(score: float) -> float:
    """Return the probability that a gloss is damage, by the log odds that the document gives."""
    if score <= 0:
        return max(0.1, 0.5 / (1 + math.exp(-score)))
    return min(0.99, 0.6 + score / 20)


# -- text out of step

_INCOMPLETE = 0.85  # of the probability, where an ASCII character is lost for good
# Gain in nats, and how often it was a run; fitted on generated damage of laws.
_RUN = (
    (0.0, 0.45),
    (0.5, 0.5),
    (1.5, 0.58),
    (2.5, 0.72),
    (3.5, 0.81),
    (4.5, 0.885),
    (6.0, 0.955),
    (9.0, 0.99),
)
# Fitted by logistic regression on 3,700 clauses from generated damage of held-out laws, laws in
# traditional characters, encyclopedia sentences and web pages: how often they were right.
_ALWAYS = 0.876
_MARGIN, _MOST_MARGIN = 0.365, 12.0  # a nat to the nearest other interpretation
_RIVALS, _LEAST_RIVALS, _MOST_RIVALS = -0.325, -10.0, 4.0  # what all others weigh, as a logarithm
_VANISHED = -0.198  # a pair that left no trace
_ODD = -0.31  # a nat that a character of the whole run costs: names, rare words
# The first is how often it is right, the second what is said. From 0.85 on less is said: of what is
# given as 0.9 or more, one in a hundred may be wrong.
_CAUTIOUS = ((0.0, 0.0), (0.85, 0.85), (0.98, 0.9), (1.0, 0.999))


def gloss_slip(margin: float) -> float:
    """Return the probability of what a gloss says that was pushed in between two bytes."""
    return max(0.5, in_context(margin * 1.5))


def out_of_step(gain: float) -> float:
    """Return how often something is a run if it reads so many nats better as one."""
    return _interpolate(gain, _RUN)


def clause_of_run(clause: Clause, nats: float) -> float:
    """Return how sure a clause of a run is; `nats` is what its whole run costs a character."""
    rivals = math.log(clause.rivals) if clause.rivals else _LEAST_RIVALS
    odds = (
        _ALWAYS
        + _MARGIN * min(clause.margin, _MOST_MARGIN)
        + _RIVALS * max(_LEAST_RIVALS, min(rivals, _MOST_RIVALS))
        + _VANISHED * clause.vanished
        + _ODD * nats
    )
    return _interpolate(1 / (1 + math.exp(-odds)), _CAUTIOUS)


def clause_out_of_step(clause: Clause, nats: float, gain: float) -> float:
    """Return how sure a clause is, and that there was a run at all; see the two above."""
    probability = min(out_of_step(gain), clause_of_run(clause, nats))
    if "?" in clause.raw or "\ufffd" in clause.raw:
        probability *= _INCOMPLETE
    return probability


# -- characters that were cut, and lost ones

# What reads well may still be another word: shares of 0.9 to 0.97 were right less often.
_SHARE_OF_CUT = ((0.0, 0.0), (0.85, 0.85), (0.97, 0.9), (1.0, 0.99))
_QUESTIONED = 0.85
REJOINED = 0.99
"""What stands on both sides of something that was put between the bytes of one character."""
GUESSED = 0.45
"""Where nothing is left of a character, nothing speaks for a guess but the text around."""


def cut_character(share: float, *, questioned: bool) -> float:
    """Return the probability of a character with this share of what its bytes leave open.

    `questioned` says that a question mark behind it may stand for its last byte.
    """
    probability = round(_interpolate(share, _SHARE_OF_CUT), 3)
    return min(probability, _QUESTIONED) if questioned else probability


# -- text in the wrong encoding


def misread(gain: float, needed: float, share: float) -> float:
    """Return the probability of a part of a misread run.

    The run reads better by `gain` nats, of which `needed` are believed; the part has this share of
    what its bytes leave open.
    """
    belief = min(0.99, 1 / (1 + math.exp((needed - 2 - gain) / 3)))
    return round(belief * share, 3)


def _interpolate(value: float, points: tuple[tuple[float, float], ...]) -> float:
    """Return what lies at `value` between points (x, y) sorted by x; level beyond both ends."""
    if value <= points[0][0]:
        return points[0][1]
    for (low, less), (high, more) in pairwise(points):
        if value < high:
            return less + (more - less) * (value - low) / (high - low)
    return points[-1][1]
