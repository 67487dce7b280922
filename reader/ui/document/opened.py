"""A document that was opened: what it was opened from, and what is known of it. No Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.review.decisions import can_decide
from reader.text.document import Document, Origin
from reader.text.kinds import RepairKind
from reader.ui.document.repair_numbers import RepairNumbers
from reader.ui.panes.side import Side
from reader.ui.panes.text_blocks import BothBlocks

if TYPE_CHECKING:
    from reader.review.review import Review


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be opened: a file (in an encoding, or detected), an address, or a text as it is.

    `html` is a text as a browser put it on the clipboard beside the plain one. `whole_page` takes
    all text of a page and not its main text alone.
    """

    path: Path | None = None
    encoding: str | None = None
    text: str = ""
    near: int = 0  # source offset to show first
    address: str = ""
    html: str = ""
    whole_page: bool = False
    origin: Origin | None = None  # of a text that was decoded already


class Count(NamedTuple):
    """How many repairs of a kind there are, how many only proposed, how many places lost."""

    applied: int = 0
    undecided: int = 0
    lost: int = 0


Tally = dict[RepairKind, Count]
"""The numbers of each kind that occurs."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document and what it was opened from; not `complete` while only a part is restored.

    With it comes what takes long to find out about a long text, so that the window needn't.
    """

    document: Document
    request: Request
    tally: Tally
    numbers: RepairNumbers
    blocks: BothBlocks
    complete: bool = True
    review: Review | None = None  # of a whole document

    @classmethod
    def of(cls, document: Document, request: Request, *, complete: bool = True) -> Opened:
        """Find out what goes with a document; a second for a million repairs."""
        blocks = (Side.CLEAN.blocks(document), Side.SOURCE.blocks(document))
        return cls(
            document, request, count_repairs(document), RepairNumbers(document), blocks, complete
        )

    def with_document(self, document: Document) -> Opened:
        """Return what goes with another clean text of the same source."""
        blocks = (Side.CLEAN.blocks(document), self.blocks[1])
        return replace(
            self,
            document=document,
            tally=count_repairs(document),
            numbers=RepairNumbers(document),
            blocks=blocks,
        )


def count_repairs(document: Document) -> Tally:
    """Count the repairs of a document."""
    counts: Counter[tuple[RepairKind, bool]] = Counter()
    counts.update((repair.kind, repair.applied) for repair in document.repairs)
    lost: Counter[RepairKind] = Counter()
    if any(not applied for _, applied in counts):
        lost.update(one.kind for one in document.repairs if not can_decide(one))
    kinds = {kind for kind, _ in counts}
    return {
        kind: Count(counts[kind, True], counts[kind, False] - lost[kind], lost[kind])
        for kind in kinds
    }
