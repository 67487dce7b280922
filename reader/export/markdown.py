"""The clean text as Markdown: headings, lists and tables as the document had them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text.document import Document
from reader.text.structure import Block, BlockKind

# &lt; in the text would be shown as <.
_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?[0-9A-Za-z]+;))")
# At the beginning of a line alone: # heading, - item, 1. item, > quotation.
_AT_BEGINNING = re.compile(r"^(\s*)([#+>-]|[0-9]{1,9}(?=[.)])|={2,}$)")
_LINE = re.compile("[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def to_markdown(document: Document) -> str:
    """Return the clean text as Markdown; without structure every line is a paragraph."""
    text = document.text
    blocks = document.clean_structure() or tuple(
        Block(found.start(), found.end(), BlockKind.PARAGRAPH) for found in _LINE.finditer(text)
    )
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        words = text[block.start : block.end]
        if not words.strip():
            continue
        if before is not None:
            pieces.append("\n" if _belong_together(before, block) else "\n\n")
        pieces.append("\n".join(_write_block(words, block, before)))
        before = block
    return "".join(pieces) + "\n" if pieces else ""


def _belong_together(before: Block, block: Block) -> bool:
    return before.kind is block.kind and block.kind in (BlockKind.ITEM, BlockKind.ROW)


def _write_block(words: str, block: Block, before: Block | None) -> Iterator[str]:
    """Yield the lines of one block."""
    if block.kind is BlockKind.HEADING:
        yield f"{'#' * min(max(block.level, 1), 6)} {_escape(words)}"
    elif block.kind is BlockKind.ITEM:
        # A number that is part of the text makes the item itself where Markdown knows its form.
        sign = "" if block.ordered and re.match(r"[0-9]{1,9}[.)] ", words) else "- "
        yield f"{'  ' * (max(block.level, 1) - 1)}{sign}{_escape(words, beginning=bool(sign))}"
    elif block.kind is BlockKind.ROW:
        cells = [_escape(cell, beginning=False) for cell in words.split("\t")]
        first = before is None or before.kind is not BlockKind.ROW
        if first and not block.level:
            yield _row([""] * len(cells))  # Markdown wants a head
            yield _row(["---"] * len(cells))
        yield _row(cells)
        if first and block.level:
            yield _row(["---"] * len(cells))
    else:
        yield _escape(words)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape(words: str, *, beginning: bool = True) -> str:
    """Return words that Markdown shows as they are."""
    words = _LINE_END.sub(" ", words).strip(" \t")
    words = _MEANS_SOMETHING.sub(r"\\\1", words)
    if not beginning:
        return words
    return _AT_BEGINNING.sub(
        lambda found: (
            f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"
        ),
        words,
    )
