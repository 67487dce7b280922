"""How sure a piece of a run that was read out of step is.

Fitted by logistic regression on 3,700 pieces from generated damage of held-out laws, laws in
traditional characters, encyclopedia sentences and web pages: how often they were right.
"""

from __future__ import annotations

import math
from itertools import pairwise

from reader.codepages.pieces import Piece

_ALWAYS = 0.876
_MARGIN, _MOST_MARGIN = 0.365, 12.0  # a nat to the nearest other reading
_RIVALS, _LEAST_RIVALS, _MOST_RIVALS = -0.325, -10.0, 4.0  # what all others weigh, as a logarithm
_VANISHED = -0.198  # a pair that left no trace
_ODD = -0.31  # a nat that a character of the whole run costs: names, rare words
# The first is how often it is right, the second what is said. From 0.85 on less is said: of what is
# given as 0.9 or more, one in a hundred may be wrong.
_CAUTIOUS = ((0.0, 0.0), (0.85, 0.85), (0.98, 0.9), (1.0, 0.999))


def probability(piece: Piece, nats: float) -> float:
    """Return how sure a piece is; `nats` is what its whole run costs a character."""
    rivals = math.log(piece.rivals) if piece.rivals else _LEAST_RIVALS
    odds = (
        _ALWAYS
        + _MARGIN * min(piece.margin, _MOST_MARGIN)
        + _RIVALS * max(_LEAST_RIVALS, min(rivals, _MOST_RIVALS))
        + _VANISHED * piece.vanished
        + _ODD * nats
    )
    right = 1 / (1 + math.exp(-odds))
    for (low, said), (high, more) in pairwise(_CAUTIOUS):
        if right <= high:
            return said + (more - said) * (right - low) / (high - low)
    return right
