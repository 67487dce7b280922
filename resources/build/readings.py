"""Build standard.tsv and readings.tsv.

    python resources/build/readings.py --unihan DIR --cedict FILE [--out resources/data]

readings.tsv answers "is this parenthesis a reading of the character before it?", so it is the
union of all sources, old and rare readings included; the most usual one comes first.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict
from sources import CedictEntry, cedict, is_hanzi, standard_levels, unihan
from syllables import from_number, normalise

FIELDS = {"kTGH", "kMandarin", "kHanyuPinlu", "kHanyuPinyin", "kXHC1983", "kTGHZ2013"}

Readings = dict[str, list[str]]


def _spoken(value: str) -> Iterator[str]:
    """Yield the readings of kHanyuPinlu, most counted first: "huā(1104) hua(117)"."""
    counted = [(int(n), s) for s, n in re.findall(r"(\S+?)\((\d+)\)", value)]
    yield from (syllable for _, syllable in sorted(counted, key=lambda pair: -pair[0]))


def _located(value: str) -> Iterator[str]:
    """Yield the readings of "21460.010:jiù,jiū" or "0608.020,0609.010:jiù"."""
    for entry in value.split():
        yield from entry.partition(":")[2].split(",")


def _from_words(entries: Iterable[CedictEntry]) -> Readings:
    """Return what CC-CEDICT reads each character as, in words too (区长: 长 zhǎng)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        syllables = entry.pinyin.split()
        for word in {entry.traditional, entry.simplified}:
            if len(word) != len(syllables):
                continue
            for char, numbered in zip(word, syllables, strict=True):
                reading = from_number(numbered)
                if reading and is_hanzi(char):
                    counts[char][reading] += 1
    return {char: [reading for reading, _ in of.most_common()] for char, of in counts.items()}


def all_readings(folder: Path, cedict_path: Path) -> tuple[Readings, dict[str, int]]:
    """Return (char -> readings, most usual first; char -> level in the standard table)."""
    fields = unihan(folder, FIELDS)
    words = _from_words(cedict(cedict_path))
    found: dict[str, dict[str, None]] = defaultdict(dict)

    def add(char: str, readings: Iterable[str]) -> None:
        if is_hanzi(char):
            kept = (normalise(reading) for reading in readings)
            found[char].update(dict.fromkeys(reading for reading in kept if reading))

    for char, value in fields["kHanyuPinlu"].items():
        add(char, _spoken(value))
    for field in ("kTGHZ2013", "kXHC1983"):
        for char, value in fields[field].items():
            add(char, _located(value))
    for char, value in fields["kMandarin"].items():
        add(char, value.split()[:1])
    for code, value in pinyin_dict.items():
        add(chr(code), value.split(","))
    for char, value in fields["kMandarin"].items():
        add(char, value.split())
    for char, value in fields["kHanyuPinyin"].items():
        add(char, _located(value))
    for char, readings in words.items():
        add(char, readings)
    readings_of = {char: list(readings) for char, readings in found.items() if readings}
    return readings_of, standard_levels(fields["kTGH"])


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=Path, required=True, help="folder of Unihan_*.txt[.bz2]")
    parser.add_argument("--cedict", type=Path, required=True, help="CC-CEDICT file, .gz or text")
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    readings, levels = all_readings(options.unihan, options.cedict)
    rows = [f"{char}\t{level}\n" for char, level in sorted(levels.items())]
    (options.out / "standard.tsv").write_text("".join(rows), "utf-8")
    rows = [f"{char}\t{' '.join(of)}\n" for char, of in sorted(readings.items())]
    (options.out / "readings.tsv").write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
