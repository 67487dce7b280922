"""How sure repairs of forms say they are, and how often they are right, on an encyclopedia."""

from __future__ import annotations

from itertools import pairwise

from tests.bench import corpus, needs
from tests.bench.figure import Figure
from tests.damage.judging import judged, said_and_right

NEEDS = (needs.SENTENCES,)
_LIMITS = (0.5, 0.8, 0.95, 1.0)
_SENTENCES = 2_400
_DOCUMENT = 4  # sentences restored together
_OFF = 0.12
_FEW = 60  # of which a share says nothing


def run() -> list[Figure]:
    """Measure on damaged sentences that no table was made by."""
    lines = (corpus.SHARED / needs.SENTENCES).read_text("utf-8").replace("▁", "").splitlines()
    sentences = [line for line in lines if len(line) > 20][:_SENTENCES]
    texts = [
        "\n".join(sentences[at : at + _DOCUMENT]) for at in range(0, len(sentences), _DOCUMENT)
    ]
    found = list(judged(texts, ("variants", "traditional"), step=_DOCUMENT))
    return [_within(found, low, high) for low, high in pairwise(_LIMITS)]


def _within(found: list[tuple[float, bool]], low: float, high: float) -> Figure:
    within = [one for one in found if low <= one[0] < high]
    said, right = said_and_right(within) if within else (0.0, 0.0)
    return Figure(
        f"forms restored with confidence {low:g} to {high:g} that are right",
        f"{right:.1%} of {len(within):,}, {said:.1%} was said",
        f"within {_OFF:.0%} of what was said, of more than {_FEW}",
        abs(right - said) < _OFF and len(within) > _FEW,
    )
