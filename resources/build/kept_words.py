"""Build kept_words.tsv: simplified words in which a character that is a form elsewhere is right.

    python resources/build/kept_words.py --cedict FILE [--out resources/data]

乾 is a form of 干 and right in 乾隆 and 乾元; 於 of 于 and right in 於潜. A line is one word as
CC-CEDICT spells it in simplified characters. Run variants.py first.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import sources

from reader.language.ngram import character_model

LONGEST = 4  # a longer entry is a phrase, and its first words stand in the table by themselves


def forms(data: Path) -> dict[str, set[str]]:
    """Return the characters that are standard and yet a form of others: form -> the others."""
    levels = {line[0] for line in (data / "standard.tsv").read_text("utf-8").splitlines()}
    listed = defaultdict(set)
    for line in (data / "variants.tsv").read_text("utf-8").splitlines():
        form, base, _, given = line.split("\t")
        if form in levels and ("script:" in given or "variant:" in given):
            listed[form].add(base)
    return listed


def respelled(word: str, doubtful: dict[str, set[str]]) -> Iterator[str]:
    """Yield the word with each doubtful character replaced: 藉口 gives 借口."""
    for at, char in enumerate(word):
        for base in doubtful.get(char, ()):
            yield word[:at] + base + word[at + 1 :]


def right(
    entry: sources.CedictEntry, doubtful: dict[str, set[str]], spoken: set[tuple[str, str]]
) -> bool:
    """Tell if the entry is a word whose doubtful characters are right.

    One that is only another spelling of a word says nothing: "variant of 徵兆", or 藉口 beside
    借口, which sounds the same.
    """
    word = entry.simplified
    if not 1 < len(word) <= LONGEST or doubtful.keys().isdisjoint(word):
        return False
    if all("variant of" in sense for sense in entry.senses if sense):
        return False
    others = [*respelled(word, doubtful)]
    if any((other, entry.pinyin) in spoken for other in others):
        return False
    # A short word also stands across two others: 要著 in 主要著眼於, which is 着.
    cost = character_model().text_cost
    return len(word) > 2 or all(cost(word) < cost(other) for other in others)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cedict", type=Path, required=True, help="CC-CEDICT file, .gz or text")
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    doubtful = forms(options.out)
    entries = [*sources.cedict(options.cedict)]
    spoken = {(entry.simplified, entry.pinyin) for entry in entries}
    kept = {entry.simplified for entry in entries if right(entry, doubtful, spoken)}
    (options.out / "kept_words.tsv").write_text("".join(f"{w}\n" for w in sorted(kept)), "utf-8")


if __name__ == "__main__":
    main()
