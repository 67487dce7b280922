"""Signs that stand all over a page in place of something else, or of nothing.

Each place is weighed by its own form; how many of them there are says whether the page was treated,
and that decides how far each of them is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind


class SignPlace(NamedTuple):
    """A sign in text[start:end] (code points) in place of `after`, and the word that tells so.

    `gain` are the nats that its own form says for it.
    """

    start: int
    end: int
    after: str
    word: str
    gain: float


def propose_places(
    places: Iterable[SignPlace],
    kind: RepairKind,
    rule: str,
    weigh: Callable[[SignPlace], float | None],
    explain: Callable[[SignPlace], Evidence],
) -> Iterator[Proposal]:
    """Yield the proposals of a page; `weigh` gives their ratios, None for a place that is none."""
    for one in places:
        ratio = weigh(one)
        if ratio is not None:
            yield Proposal(one.start, one.end, one.after, kind, rule, ratio, (explain(one),))
