"""Whole documents as they are found: several mechanisms together."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.damage import variants as rare
from tests.damage.damaged import Damaged, Source
from tests.damage.debris import page, tags
from tests.damage.gloss_slip import byte_glosses
from tests.damage.glosses import GlossStyle, toned_glosses, toned_keys, untoned_glosses
from tests.damage.mark_slip import mark_slip
from tests.damage.marks import fold_marks, stray_spaces
from tests.damage.traditional import choose_forms, traditional
from tests.damage.variants import variants


def seed(source: Source, random: Random, *, style: GlossStyle | None = None) -> Damaged:
    """Mechanisms 1 to 5, as one spinner was seen to apply them.

    Half of the documents use the rare forms that were seen, the others draw their own from the
    large table, fewer of them than characters that become plainly traditional.
    """
    style = style or GlossStyle(umlaut=random.choice(("v", "ü", "u:")))
    own = rare.choose_forms(random, share=0.15)
    table = rare.seen_forms() | ({} if random.random() < 0.5 else own)
    marked = fold_marks(source)
    spun = traditional(variants(marked, random, table=table), random, table=choose_forms(random))
    glossed = untoned_glosses(spun, random, style)
    keys = toned_keys(random)
    try:
        return byte_glosses(glossed, keys)
    except UnicodeEncodeError:  # a character beyond GBK: such a page went another way
        return toned_glosses(glossed, keys)


def variants_alone(source: Source, random: Random, *, share: float = 0.6) -> Damaged:
    """Mechanism 3 alone, on simplified text."""
    return variants(source, random, share=share)


def simplified_glosses(
    source: Source, random: Random, *, style: GlossStyle | None = None
) -> Damaged:
    """Untoned glosses on simplified text: 各地(di)要抓好(hao)落实."""
    return untoned_glosses(source, random, style)


def traditional_alone(source: Source, random: Random) -> Damaged:
    """Mechanism 2 alone."""
    return traditional(source, random)


def crawled(source: Source, random: Random) -> Damaged:
    """Mechanism 4 alone, without the stray spaces."""
    return fold_marks(source)


def spaced(source: Source, random: Random) -> Damaged:
    """Stray spaces alone, more of them than an honest text has."""
    return stray_spaces(source, random, share=0.03)


def slipped(source: Source, random: Random) -> Damaged:
    """Mechanism 6 alone, on simplified or on traditional text."""
    if random.random() < 0.5:
        source = traditional(source, random)
    return mark_slip(source, written=random.choice(({}, {"；": ";", "：": ":"})))


STYLES: dict[str, Callable[[Source, Random], Damaged]] = {
    "seed": seed,
    "variants": variants_alone,
    "glosses": simplified_glosses,
    "traditional": traditional_alone,
    "marks": crawled,
    "spaces": spaced,
    "mark_slip": slipped,
    "page": page,
    "tags": tags,
}
