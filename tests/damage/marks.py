"""Mechanism 4: full-width marks folded to half-width, stray spaces (好，我 -> 好,我)."""

from __future__ import annotations

from random import Random

from tests.damage.damaged import Cell, Damaged, Source, cells_of, damaged, is_hanzi

FOLDED = dict(zip("，：；？（）", ",:;?()", strict=True))
_CHINESE_MARKS = frozenset("，。：；？！、（）《》〈〉“”‘’【】〔〕—…·")


def fold_marks(source: Source, random: Random | None = None) -> Damaged:
    """Fold the marks a crawler folds; 。、“” stay.

    A mark with nothing Chinese on either side (10：30, A（B） inside Latin) is left alone: folded,
    it could not be told from one that was always half-width.
    """
    cells = cells_of(source)
    return damaged(
        cell.became(FOLDED[cell.text], "marks")
        if cell.text in FOLDED and _beside_chinese(cells, index)
        else cell
        for index, cell in enumerate(cells)
    )


def _beside_chinese(cells: tuple[Cell, ...], index: int) -> bool:
    beside = [cells[at].truth for at in (index - 1, index + 1) if 0 <= at < len(cells)]
    return any(is_hanzi(char) or char in _CHINESE_MARKS for char in beside)


def stray_spaces(source: Source, random: Random, *, share: float = 0.005) -> Damaged:
    """Put a space between hanzi here and there (中国 -> 中 国)."""
    cells = cells_of(source)
    spaced = []
    for index, cell in enumerate(cells):
        spaced.append(cell)
        following = cells[index + 1].truth if index + 1 < len(cells) else ""
        if is_hanzi(cell.truth) and is_hanzi(following) and random.random() < share:
            spaced.append(Cell("", " ", ("space",)))
    return damaged(spaced)
