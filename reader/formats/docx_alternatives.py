"""What a Word document holds twice, for newer and for older programs: it is read once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(slots=True)
class _Alternative:
    """The same content for several programs; `words` and `counts` are from before it."""

    words: int
    counts: Counter[str]
    best: Counter[str]


class Alternatives:
    """Chooses among the branches of mc:AlternateContent: the first that has words.

    Where none has, what is counted in them is counted once: a picture for two programs is one.
    """

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._open: list[_Alternative] = []

    def begin(self, words: int) -> None:
        """Begin a choice; `words` is how many pieces of text were read before it."""
        self._open.append(_Alternative(words, self._counts.copy(), Counter()))

    def has_been_read(self, words: int) -> bool:
        """Tell whether a branch before had words, and the next is to be passed over."""
        return bool(self._open) and words > self._open[-1].words

    def end_branch(self, words: int) -> None:
        """End a branch."""
        if not self._open:
            return
        choice = self._open[-1]
        if words > choice.words:
            choice.best = self._counts.copy()
        else:
            choice.best |= self._counts
            self._count_again(choice.counts)

    def end(self) -> None:
        """End the choice."""
        if self._open:
            choice = self._open.pop()
            self._count_again(choice.best | choice.counts)

    def _count_again(self, counts: Counter[str]) -> None:
        self._counts.clear()
        self._counts.update(counts)
