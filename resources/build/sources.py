"""Readers for the published data that the character tables are built from.

Each function reads one source as its publisher ships it and returns plain dicts; nothing here
decides what a table takes over.
"""

from __future__ import annotations

import bz2
import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Targets = dict[str, list[str]]

_CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")


def is_hanzi(char: str) -> bool:
    """Tell whether `char` is one ideograph (unified or compatibility, any plane)."""
    if len(char) != 1:
        return False
    code = ord(char)
    return (
        0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or char == "〇"
    )


def in_gbk(char: str) -> bool:
    """Tell whether GBK has a code for `char`."""
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def in_gb2312(char: str) -> bool:
    """Tell whether GB 2312, which is simplified, has a code for `char`."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def unihan(folder: Path, fields: set[str]) -> dict[str, dict[str, str]]:
    """Return field -> char -> value of the Unihan files (`Unihan_*.txt`, also .bz2) in `folder`.

    Raises FileNotFoundError when the folder holds none.
    """
    paths = sorted([*folder.glob("Unihan_*.txt"), *folder.glob("Unihan_*.txt.bz2")])
    if not paths:
        raise FileNotFoundError(f"no Unihan_*.txt in {folder}")
    found: dict[str, dict[str, str]] = {field: {} for field in fields}
    for path in paths:
        opener = bz2.open if path.suffix == ".bz2" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("U+"):
                    continue
                code, field, value = line.rstrip("\n").split("\t", 2)
                if field in found:
                    found[field][chr(int(code[2:], 16))] = value
    return found


def code_points(value: str) -> list[str]:
    """Return the characters named in a Unihan value such as "U+82B2<sSoengmou2003:T U+8624"."""
    return [chr(int(code, 16)) for code in _CODE_POINT.findall(value)]


def standard_levels(ktgh: dict[str, str]) -> dict[str, int]:
    """Return char -> 1..3 from Unihan kTGH ("2013:665": its position in the table of 2013)."""
    levels = {}
    for char, value in ktgh.items():
        position = int(value.split()[0].removeprefix("2013:"))
        levels[char] = 1 if position <= 3500 else 2 if position <= 6500 else 3
    return levels


def equivalent_ideographs(path: Path) -> Targets:
    """Return radical symbol -> unified ideograph from EquivalentUnifiedIdeograph.txt (⼈ -> 人)."""
    found: Targets = {}
    for line in path.read_text("utf-8").splitlines():
        head = line.partition("#")[0].strip()
        if not head:
            continue
        span, _, target = head.partition(";")
        first, _, last = span.strip().partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            found[chr(code)] = [chr(int(target, 16))]
    return found


def opencc_table(path: Path) -> Targets:
    """Return key -> targets of one OpenCC text dictionary, in the order of the file."""
    found: Targets = {}
    for line in path.read_text("utf-8").splitlines():
        key, tab, targets = line.partition("\t")
        if tab:
            found[key] = targets.split()
    return found


def opencc_phrase_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (form, target) for each character a phrase dictionary changes in place (瞭 -> 了)."""
    for key, targets in opencc_table(path).items():
        for target in targets:
            if len(target) == len(key):
                yield from ((a, b) for a, b in zip(key, target, strict=True) if a != b)


@dataclass(frozen=True, slots=True)
class CedictEntry:
    """One line of CC-CEDICT; `pinyin` is in tone numbers, as in "qu1 zhang3"."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


_CEDICT_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")


def cedict(path: Path) -> Iterator[CedictEntry]:
    """Yield the entries of a CC-CEDICT file (gzip or plain text)."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = _CEDICT_LINE.match(line)
            if match and not line.startswith("#"):
                yield CedictEntry(match[1], match[2], match[3], tuple(match[4].split("/")))


# "old variant of 和[he2]", "Japanese variant of 齡|龄", "also written 緔|绱[shang4]". An erhua
# variant is a longer word, and "abbr. for 企業" names no form of the character.
_CEDICT_VARIANT = re.compile(
    r"(?<!erhua )(?:variant of|also written|same as) "
    r"(?P<traditional>[^\s\[\],|;)]+)(?:\|(?P<simplified>[^\s\[\],|;)]+))?"
)


def cedict_variants(entries: Iterable[CedictEntry]) -> Iterator[tuple[str, str]]:
    """Yield (form, target) of single characters; a target may be traditional."""
    for entry in entries:
        if not (is_hanzi(entry.traditional) and is_hanzi(entry.simplified)):
            continue
        for sense in entry.senses:
            for match in _CEDICT_VARIANT.finditer(sense):
                target = match["simplified"] or match["traditional"]
                for form in {entry.traditional, entry.simplified}:
                    if is_hanzi(target) and form != target:
                        yield form, target


def cedict_script(entries: Iterable[CedictEntry]) -> Counter[tuple[str, str]]:
    """Count the words in which a traditional character answers to another simplified one.

    This tells which everyday characters are forms of another in many words: 看著 is 看着.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        form, base = entry.traditional, entry.simplified
        if 1 < len(form) == len(base):
            pairs = set(zip(form, base, strict=True))
            counts.update((a, b) for a, b in pairs if a != b and is_hanzi(a) and is_hanzi(b))
    return counts


def yitizi(path: Path) -> Targets:
    """Return char -> its variants, from yitizi.tsv (a line: 和, tab, 咊惒盉龢)."""
    return {key: list("".join(rest)) for key, rest in opencc_table(path).items()}


def decompositions(path: Path) -> dict[str, list[str]]:
    """Return char (or five-digit id) -> its parts, from cjk-decomp.txt (咊:a(口,禾))."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            key, _, rest = line.strip().partition(":")
            parts = rest[rest.find("(") + 1 : -1]
            found[key] = [part for part in parts.split(",") if part]
    return found
