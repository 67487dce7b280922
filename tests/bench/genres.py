"""Paragraphs of four kinds of text, in the order of their documents: to damage and to restore."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench import corpus
from tests.damage.styles import STYLES

_PIECE = 160  # characters
GENRES = ("laws", "news", "reports", "encyclopedia")


def path(genre: str) -> Path:
    """Return where the paragraphs of a genre lie, if they are on this machine."""
    return corpus.LAWS.with_name(f"{genre}.txt.xz")


@cache
def paragraphs(genre: str, count: int) -> tuple[str, ...]:
    """Return the first regular paragraphs of some length; no more is read than they need.

    The laws that figures are scored on are left out: who reads why a property fails may mend the
    engine by it. Raises FileNotFoundError where the corpus is absent.
    """
    return tuple(islice(_usable(genre), count))


@cache
def held_out(genre: str) -> tuple[str, ...]:
    """Return pieces of up to 160 characters of paragraphs that no model was built from."""
    found: list[str] = []
    with lzma.open(path(genre), "rt", encoding="utf-8", newline="\n") as lines:
        for index, line in enumerate(lines):
            if corpus.is_held_out(index):
                found += _pieces(line.strip())
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """Yield a paragraph in pieces of whole sentences."""
    piece = ""
    for sentence in re.findall("[^。]*。|[^。]+$", text):
        if piece and len(piece) + len(sentence) > _PIECE:
            yield piece
            piece = ""
        piece += sentence
    if piece:
        yield piece


def damage(texts: Sequence[str], style: str, seed: int) -> list[str]:
    """Damage paragraphs of one document: with one seed, as a spinner has one table for a page.

    What GBK cannot hold is left out: such a page was never torn in its bytes.
    """
    document = []
    for text in texts:
        try:
            document.append(STYLES[style](text, Random(f"{style} {seed}")).text)
        except UnicodeEncodeError:
            continue
    return document


def _usable(genre: str) -> Iterator[str]:
    seen: set[str] = set()
    with lzma.open(path(genre), "rt", encoding="utf-8", newline="\n") as lines:
        for index, line in enumerate(lines):
            text = line.strip()
            held = genre == "laws" and corpus.is_held_out(index)
            if not held and 40 <= len(text) <= 500 and corpus.is_regular(text) and text not in seen:
                seen.add(text)
                yield text
