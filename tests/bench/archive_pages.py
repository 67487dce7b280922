"""Generated pages for the figures of archives: whole pages, each damaged in one way or in none.

Paragraphs are damaged once and put together anew for each page: damaging sixty million characters
would take longer than cleaning them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from tests.bench import corpus
from tests.damage import styles
from tests.damage.encodings import kun_jin_kao, misread
from tests.damage.everyday import TEXTS

# Of a hundred pages: how many are damaged so.
_SHARES = {"clean": 50, "spun": 25, "glossed": 10, "slipped": 7, "misread": 5, "lost": 3}
_PARAGRAPHS = 3_000  # that are damaged in each way


@cache
def _paragraphs() -> tuple[str, ...]:
    if not corpus.available():
        return TEXTS
    found = [one for one in corpus.lines() if 40 <= len(one) <= 400 and corpus.is_regular(one)]
    return tuple(Random(3).sample(found, _PARAGRAPHS))


@cache
def _damaged(way: str) -> tuple[str, ...]:
    random = Random(way)
    some = _paragraphs()
    match way:
        case "clean":
            return some
        case "spun":
            return tuple(styles.seed(one, random).text for one in some)
        case "glossed":
            return tuple(styles.simplified_glosses(one, random).text for one in some)
        case "slipped":
            return tuple(styles.slipped(one, random).text for one in some)
        case "misread":
            return tuple(misread(one, "gbk", "cp1252") for one in some)
        case _:
            return tuple(kun_jin_kao(one) for one in some)


def texts(count: int, characters: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield pages of about so many characters, and the way in which each is damaged."""
    random = Random(seed)
    ways, weights = list(_SHARES), list(_SHARES.values())
    for _ in range(count):
        way = random.choices(ways, weights)[0]
        some = _damaged(way)
        page: list[str] = []
        size = 0
        while size < characters:
            page.append(random.choice(some)[: characters - size])
            size += len(page[-1]) + 1
        yield "\n".join(page), way


def write_jsonl(path: Path, count: int, characters: int, seed: int = 1) -> None:
    """Write pages as lines of JSON."""
    with path.open("w", encoding="utf-8") as file:
        for number, (text, way) in enumerate(texts(count, characters, seed)):
            row = {"id": number, "url": f"https://h{number % 97}.example/{number}", "way": way}
            file.write(json.dumps({**row, "text": text}, ensure_ascii=False) + "\n")
