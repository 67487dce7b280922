"""What a printed page holds: the text with pinyin and meanings, and its words, before it is set.

Setting it takes fonts, which this floor knows nothing of: whoever exports hands in a typesetter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.export.study_word import ListedWord, StudyWord
from reader.text.errors import ReaderError
from reader.text.structure import BlockKind


class TypesetLine(NamedTuple):
    """A paragraph, heading, item or row; a row has several cells, all else one.

    `level` is that of the block.
    """

    kind: BlockKind
    level: int
    cells: Sequence[Sequence[StudyWord]]


class Typeset(NamedTuple):
    """A document to be set on pages.

    `words` are listed at the end under `words_title` and the heads of a table; where there are
    none, neither is set. `report` is told now and then how many lines of how many are done; what it
    raises ends the work.
    """

    title: str
    lines: Sequence[TypesetLine]
    words: Sequence[ListedWord]
    words_title: str
    words_heads: Sequence[str]
    report: Callable[[int, int], None]


Typesetter = Callable[[Typeset], bytes]
"""Returns a file in PDF. May raise ReaderError."""


class NoTypesetter(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """Pages were asked for where nothing can set them."""

    code = "no_typesetter"


def refuse_to_typeset(pages: Typeset) -> bytes:
    """Stand in where no fonts are at hand. Raises NoTypesetter."""
    raise NoTypesetter
