"""Mechanism 3: rare forms chosen to look different (和谐 -> 咊谐)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from tests.damage.damaged import Damaged, Source, cells_of, damaged

# The forms a spinner's table was seen to hold.
SEEN = dict(
    zip(
        "和是法管移置察考拖农端举效策局合拓群个查为升席泛同",
        "咊昰灋筦迻寘詧攷拕辳耑擧傚筴跼郃搨羣箇査爲陞蓆汎衕",
        strict=True,
    )
)


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """Return the rare forms of each simplified character."""
    table: dict[str, tuple[str, ...]] = {}
    for form, base in pairs():
        table[base] = (*table.get(base, ()), form)
    return table


def pairs() -> list[tuple[str, str]]:
    """Return the hand-written table as (form, base)."""
    path = Path(__file__).with_name("variant_forms.tsv")
    rows = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            form, base = line.split("\t")
            rows.append((form, base))
    return rows


def choose_forms(random: Random, *, share: float = 0.6) -> dict[str, str]:
    """Choose, for a document, which characters get a rare form, and which one."""
    chosen = {}
    for base, usable in forms().items():
        pick = random.choice(usable)
        if random.random() < share:
            chosen[base] = pick
    return chosen


def seen_forms() -> dict[str, str]:
    """Return the table that was seen in the wild."""
    return dict(SEEN)


def variants(
    source: Source,
    random: Random,
    *,
    table: dict[str, str] | None = None,
    share: float = 0.6,
) -> Damaged:
    """Replace characters by their rare forms; a form stands for the simplified character."""
    table = choose_forms(random, share=share) if table is None else table
    return damaged(
        cell.became(table.get(cell.text, cell.text), "variant") for cell in cells_of(source)
    )
