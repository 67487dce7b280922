"""Mechanism 2: one traditional form a character, without a look at the word (发展 -> 髮展)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import opencc

from tests.damage.damaged import Damaged, Source, cells_of, damaged

# What a spinner's table was seen to hold, whatever the word: 发 -> 髮 also in 发展.
SEEN = dict(
    zip(
        "发面制系家当尽周里后只板核布席升泛同恶扎获采",
        "髮麵製係傢噹儘週裏後隻闆覈佈蓆陞汎衕噁紮穫採",
        strict=True,
    )
)
# Seen kept as they are in pages that were traditional otherwise.
KEPT = frozenset("于范干")


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """Return, for each simplified character, its traditional forms that GBK can encode."""
    path = Path(opencc.__file__).parent / "dictionary" / "STCharacters.txt"
    table = {}
    for line in path.read_text("utf-8").splitlines():
        base, _, rest = line.partition("\t")
        usable = tuple(form for form in rest.split() if form != base and _in_gbk(form))
        if len(base) == 1 and usable and _in_gbk(base):
            table[base] = usable
    return table


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def choose_forms(random: Random, *, seen: float = 0.5, kept: float = 0.03) -> dict[str, str]:
    """Choose one form a character for a whole document.

    With probability `seen` the document follows the table seen in the wild; otherwise any form of
    several is as likely as another, and `kept` is the share of characters left simplified.
    """
    as_seen = random.random() < seen
    chosen = {}
    for base, usable in forms().items():
        pick = random.choice(usable)
        keep = random.random() < kept
        if as_seen:
            pick, keep = SEEN.get(base, usable[0]), base in KEPT
        if not keep:
            chosen[base] = pick
    if as_seen:
        chosen.update(SEEN)
    return chosen


def traditional(
    source: Source, random: Random, *, table: dict[str, str] | None = None, seen: float = 0.5
) -> Damaged:
    """Replace every character that has a traditional form by the one chosen for the document."""
    table = choose_forms(random, seen=seen) if table is None else table
    return damaged(
        cell.became(table.get(cell.text, cell.text), "traditional") for cell in cells_of(source)
    )
