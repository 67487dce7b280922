"""A document that was opened: what it was opened from, and what is known of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.batch.archive.opening import PageAddress
    from reader.review.repair_table import RepairTable
    from reader.review.review import Review
    from reader.review.rules.levels import FoundRules
    from reader.text.document import Document, Origin
    from reader.ui.document.repair_numbers import Tally
    from reader.ui.panes.twin_blocks import TwinBlocks


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be opened: a file, an address, a page of an archive, or a text as it is.

    `encoding` is that of a file; without it the encoding is detected.

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
    page: PageAddress | None = None  # of an archive


@dataclass(frozen=True, slots=True)
class Opened:
    """A document and what it was opened from; not `complete` while only a part is restored.

    With it comes what takes long to find out about a long text, so that the window needn't; the
    repairs of all its paragraphs are worked out then, too.
    """

    document: Document
    request: Request
    tally: Tally
    blocks: TwinBlocks
    complete: bool = True
    review: Review | None = None  # of a whole document
    table: RepairTable | None = None  # of a whole document
    rules: FoundRules | None = None  # of a whole document: the user's, and what to tell of them

    @classmethod
    def of(cls, document: Document, request: Request, *, complete: bool = True) -> Opened:
        """Find out what goes with a document; a second for half a million repairs."""
        from reader.ui.document.repair_numbers import count_repairs  # not needed to start
        from reader.ui.panes.twin_blocks import TwinBlocks

        blocks = TwinBlocks.of(document)
        if not complete:
            return cls(document, request, count_repairs(document), blocks, complete)
        table = _make_table(document)
        return cls(document, request, count_repairs(document, table), blocks, table=table)

    def completed(self) -> Opened:
        """Return what goes with the document now that all of it is restored."""
        from reader.ui.document.repair_numbers import count_repairs

        table = _make_table(self.document)
        tally = count_repairs(self.document, table)
        return replace(self, complete=True, tally=tally, table=table)

    def with_document(self, document: Document) -> Opened:
        """Return what goes with another clean text of the same source."""
        from reader.ui.document.repair_numbers import count_repairs
        from reader.ui.panes.twin_blocks import TwinBlocks

        blocks = TwinBlocks.of(document, self.blocks)
        table = self.table.updated(document) if self.table is not None else None
        tally = count_repairs(document, table)
        return replace(self, document=document, tally=tally, blocks=blocks, table=table)


def _make_table(document: Document) -> RepairTable:
    from reader.review.repair_table import RepairTable  # numpy is not needed to start

    return RepairTable.of(document)
