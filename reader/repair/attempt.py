"""Restores single paragraphs of one document, in any order, and says what each search took.

How much a paragraph may search for text out of step depends on what those before it searched in
vain. An attempt that came too early therefore says if it would have come out the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import NamedTuple

from reader.repair.budget import Allowance, Taken
from reader.repair.decide import Ballot
from reader.repair.mechanism import Context, Mechanism, Selective, Stretch
from reader.repair.paragraph import restore_paragraph
from reader.repair.restored import KeptParagraph, keep_paragraph

Span = tuple[int, int]  # of a paragraph, in code points


class SameWith(NamedTuple):
    """With which allowances a paragraph comes out the same.

    Those of at least `enough` characters, but fewer than `too_much`, and of more than `steps`.
    """

    enough: int
    too_much: float
    steps: float


_WITH_ANY = SameWith(0, inf, -1)


class Attempt(NamedTuple):
    """What became of a paragraph, what its search took, and with what it would be the same."""

    kept: KeptParagraph
    ballots: Sequence[Ballot] = ()
    taken: Taken = Taken()
    same_with: SameWith = _WITH_ANY

    @property
    def holds(self) -> bool:
        """Whether it would come out the same with any allowance, as nothing was searched."""
        return self.same_with == _WITH_ANY

    def holds_with(self, allowance: Allowance) -> bool:
        """Tell if it would have come out the same with this allowance."""
        enough, too_much, steps = self.same_with
        return enough <= allowance.characters < too_much and steps < allowance.steps


@dataclass(frozen=True)
class ParagraphRestorer:
    """What the paragraphs of one document share; offsets are code points in `text`.

    `losses` are the places after which nothing is out of step, `unread` the spans that were not
    read back, both sorted. `part` is where its paragraphs are; None: anywhere.
    """

    text: str
    context: Context
    mechanisms: Sequence[Mechanism]
    losses: Sequence[int]
    unread: Sequence[tuple[int, int]]
    part: Span | None = None

    @cached_property
    def _gates(self) -> Sequence[Callable[[str, Context], bool]] | None:
        """What tells of a paragraph whether a mechanism may propose anything.

        None if that can't be told without asking for proposals.
        """
        text = self.text if self.part is None else self.text[slice(*self.part)]
        asked: list[Callable[[str, Context], bool]] = []
        for one in self.mechanisms:
            if not isinstance(one, Selective):
                return None
            asked.append(one.may_concern)
        # Mechanisms of forms share one.
        return [gate for gate in dict.fromkeys(asked) if gate(text, self.context)]

    def is_untouched(self, text: str) -> bool:
        """Tell quickly of a paragraph if nothing in it can be proposed."""
        gates, context = self._gates, self.context
        if gates is None:
            return False
        for gate in gates:  # noqa: SIM110 - `any` takes longer than most of what is asked
            if gate(text, context):
                return False
        return True

    def restore(self, start: int, end: int, allowance: Allowance) -> Attempt:
        """Return what becomes of text[start:end], which is a paragraph that may be touched."""
        text = self.text[start:end]
        inside = self.losses[bisect_left(self.losses, start) : bisect_left(self.losses, end)]
        low = bisect_right(self.unread, start, key=itemgetter(1))
        high = bisect_left(self.unread, end, key=itemgetter(0))
        stretch = Stretch(
            text,
            losses=[place - start for place in inside],
            unread=[
                (max(0, one - start), min(other, end) - start)
                for one, other in self.unread[low:high]
            ],
            allowance=allowance.characters,
            steps=allowance.steps,
        )
        restored = restore_paragraph(stretch, self.context, self.mechanisms)
        # Where more steps were asked for than there were, more of them may change something.
        is_within = stretch.most_steps < allowance.steps
        return Attempt(
            keep_paragraph(start, end, restored),
            restored.ballots,
            Taken(stretch.spent, stretch.steps_spent, stretch.steps_taken),
            SameWith(stretch.enough, stretch.too_much, stretch.most_steps if is_within else inf),
        )

    def voting(self, usual: Mapping[str, str]) -> ParagraphRestorer:
        """Return one that knows what unsure forms stand for in the whole document."""
        return replace(self, context=replace(self.context, usual=usual))
