"""The damage profile as a picture: a column a paragraph, its kinds on top of each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.export.page import page_text
from reader.review.damage_profile import ParagraphProfile, merge
from reader.text.kinds import RepairKind
from reader.text.messages import LIST
from reader.text.sentences import Translate, kind_name

_WIDTH, _HEIGHT = 1200, 60
_CAP = 5  # room above the columns for the mark of open places
_MOST = 240  # columns that can be told apart
_source_start = attrgetter("source_start")
_LEAST_SCALE = 0.2  # a page with few repairs does not look like a spun one
# From the bottom up, what spinners do before what scrapers do.
_ORDER = (
    RepairKind.GLOSS, RepairKind.SCRIPT, RepairKind.VARIANT, RepairKind.SLIP,
    RepairKind.PUNCTUATION, RepairKind.ENCODING, RepairKind.DEBRIS, RepairKind.MANUAL,
)  # fmt: skip


def draw_profile(profiles: Sequence[ParagraphProfile], translate: Translate) -> str:
    """Return the profile as SVG; of very many paragraphs several share a column."""
    columns = merge(profiles, _MOST)
    scale = (_HEIGHT - _CAP - 3) / max(_LEAST_SCALE, *(one.damage for one in columns))
    width = _WIDTH / len(columns)
    gap = min(1.5, width * 0.15)
    firsts = [bisect_left(profiles, one.source_start, key=_source_start) for one in columns]
    drawn = "".join(
        _column(one, (first + 1, following), at * width, width - gap, scale, translate)
        for at, (one, first, following) in enumerate(
            zip(columns, firsts, (*firsts[1:], len(profiles)), strict=True)
        )
    )
    return (
        f'<svg class="profile" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" '
        f'role="img">{drawn}<rect class="ground" x="0" y="{_HEIGHT - 1}" width="{_WIDTH}" '
        'height="1"/></svg>'
    )


def _column(
    one: ParagraphProfile,
    numbers: tuple[int, int],
    left: float,
    width: float,
    scale: float,
    translate: Translate,
) -> str:
    """Return the column of the paragraphs with these numbers, first and last, from 1."""
    pieces: list[str] = []
    top = float(_HEIGHT)
    for kind, share in _shares(one):
        top -= share * scale
        pieces.append(_bar(kind.value, left, top, width, share * scale))
    if one.open_places:
        pieces.append(_bar("open", left, 0, width, 3))
    between = translate("Evidence", LIST).format("", "")
    words = between.join(
        f"{kind_name(kind, translate)} {share * 100:.0f}%" for kind, share in _shares(one)
    )
    first, last = numbers
    title = f"¶ {first}" if first == last else f"¶ {first}–{last}"
    title += f": {words}" if words else ""
    return f"<g><title>{page_text(title)}</title>{''.join(pieces)}</g>"


def _shares(one: ParagraphProfile) -> Iterator[tuple[RepairKind, float]]:
    return ((kind, share) for kind in _ORDER if (share := one.share(kind)))


def _bar(name: str, left: float, top: float, width: float, height: float) -> str:
    return (
        f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}"/>'
    )
