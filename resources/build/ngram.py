"""Build resources/data/ngram.bin, the character trigram model.

Needs numpy and two sources:

- the laws: a UTF-8 xz file, one paragraph a line; a line is held out for evaluation when
  (index // 200) % 20 == 7;
- general Chinese: SunPinyin's word trigram model `lm_sc.t3g` with its word list `pydict_sc.bin`
  (Debian `sunpinyin-data`, CC BY-SA 3.0), printed by `tslminfo -v lm_sc.t3g` (Debian
  `sunpinyin-utils`). Its words and word pairs are turned into expected counts of characters.

    python resources/build/ngram.py laws.txt.xz lm_sc.arpa pydict_sc.bin cedict.txt.gz

CC-CEDICT (CC BY-SA 4.0) adds each of its simplified words twice, which teaches rare words.
The format of the file is described in reader/language/ngram.py.
"""

from __future__ import annotations

import argparse
import gzip
import lzma
import math
import re
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

BOUNDARY, UNKNOWN, DIGIT, LATIN = 0, 1, 2, 3
SPECIAL = 4
GENERAL_WORDS = 14_000_000  # how many running words the general source stands for
CEDICT_WORD = 2.0  # how often each dictionary word counts
MIN_BIGRAM, MIN_TRIGRAM = 0.7, 1.0
DISCOUNT = 0.75
SCALE = 11.0  # steps per nat; 255 / 11 = 23 nats
MAGIC = b"JDNG0001"
_HANZI = re.compile("[\u3400-\u9fff\U00020000-\U0003134f]")


def held_out(index: int) -> bool:
    """Tell if a line of the laws is kept apart for evaluation."""
    return (index // 200) % 20 == 7


def laws(path: Path) -> Iterator[str]:
    """Yield the training paragraphs."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if not held_out(index):
                yield line.strip()


def sunpinyin_words(path: Path) -> list[str]:
    """Return the words of pydict_sc.bin by their number."""
    data = path.read_bytes()
    offset = struct.unpack("<4I", data[:16])[2]
    tail = data[offset:]
    return tail[: len(tail) // 4 * 4].decode("utf-32-le", errors="replace").split("\0")


def general_counts(arpa: Path, words: list[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return expected counts of characters, pairs and triples in general text.

    A word pair gives the characters across its border; a word triple those across a word of one
    character.
    """
    uni: dict[int, float] = {}
    pair: dict[tuple[int, int], float] = {}
    chars: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    section = 0

    def add(text: str, weight: float, *, across: int = 0) -> None:
        """Count the n-grams of text, only those that reach over position `across` if it is set."""
        for size in (1, 2, 3):
            for at in range(len(text) - size + 1):
                if across and not at < across < at + size:
                    continue
                chars[size - 1][text[at : at + size]] += weight

    def text_of(word: int) -> str:
        return "\n" if word == 0 else words[word] if word < len(words) else ""

    with arpa.open(encoding="utf-8") as lines:
        for line in lines:
            if line[0] == "\\":
                section = int(line[1])
                continue
            cells = line.split()
            if section == 1:
                word, cost = int(cells[0]), float(cells[1])
                uni[word] = math.exp(-cost)
                add(text_of(word), uni[word] * GENERAL_WORDS)
            elif section == 2:
                first, second, cost = int(cells[0]), int(cells[1]), float(cells[2])
                weight = uni.get(first, 0.0) * math.exp(-cost)
                pair[first, second] = weight
                left, right = text_of(first)[-2:], text_of(second)[:2]
                if left and right:
                    add(left + right, weight * GENERAL_WORDS, across=len(left))
            elif section == 3:
                first, second, third = (int(cell) for cell in cells[:3])
                middle = text_of(second)
                if len(middle) == 1:
                    weight = pair.get((first, second), 0.0) * math.exp(-float(cells[3]))
                    triple = text_of(first)[-1:] + middle + text_of(third)[:1]
                    if len(triple) == 3:
                        chars[2][triple] += weight * GENERAL_WORDS
    return chars


def cedict_words(path: Path) -> list[str]:
    """Return the simplified words of CC-CEDICT that are written in hanzi only."""
    words = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.split(" ", 2)
            if line[0] == "#" or len(cells[1]) < 2 or "variant of" in line:
                continue
            if all(_HANZI.match(char) for char in cells[1]):
                words.append(cells[1])
    return words


def to_ids(text: str, ids: dict[str, int]) -> list[int]:
    """Return the ids of the characters of one paragraph."""
    return [ids.get(char, UNKNOWN) for char in text]


def main() -> None:
    """Count, smooth, prune, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("laws", "arpa", "words", "cedict"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/data/ngram.bin"))
    args = parser.parse_args()

    paragraphs = list(laws(args.laws))
    general = general_counts(args.arpa, sunpinyin_words(args.words))
    dictionary = cedict_words(args.cedict)
    single = Counter(general[0])
    for line in paragraphs:
        single.update(line)
    for word in dictionary:
        single.update(word)
    kept = [c for c, n in single.most_common() if n >= 1 and not c.isascii() and c.isprintable()]
    kept += [c for c in ".,:;?!()%+-/ \"'" if c in single]
    ids = {char: number for number, char in enumerate(kept, SPECIAL)}
    ids["\n"] = BOUNDARY
    ids.update(dict.fromkeys("0123456789０１２３４５６７８９", DIGIT))
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ids.update(dict.fromkeys(letters, LATIN))
    size = len(kept) + SPECIAL

    stream: list[int] = [BOUNDARY]
    for line in paragraphs:
        stream += to_ids(line, ids)
        stream.append(BOUNDARY)
    text = np.array(stream, dtype=np.int64)
    extra2: Counter[int] = Counter()
    extra3: Counter[int] = Counter()
    for gram, weight in general[1].items():
        a, b = to_ids(gram, ids)
        extra2[a * size + b] += weight
    for gram, weight in general[2].items():
        a, b, c = to_ids(gram, ids)
        extra3[(a * size + b) * size + c] += weight
    for word in dictionary:
        numbers = to_ids(word, ids)
        for at in range(len(numbers) - 1):
            extra2[numbers[at] * size + numbers[at + 1]] += CEDICT_WORD
        for at in range(len(numbers) - 2):
            a, b, c = numbers[at : at + 3]
            extra3[(a * size + b) * size + c] += CEDICT_WORD

    def merged(keys: np.ndarray, extra: Counter[int]) -> tuple[np.ndarray, np.ndarray]:
        more = np.fromiter(extra.keys(), dtype=np.int64, count=len(extra))
        weights = np.fromiter(extra.values(), dtype=np.float64, count=len(extra))
        seen, counts = np.unique(keys, return_counts=True)
        union, where = np.unique(np.concatenate([seen, more]), return_inverse=True)
        return union, np.bincount(where, np.concatenate([counts.astype(float), weights]))

    two, two_n = merged(text[:-1] * size + text[1:], extra2)
    three, three_n = merged((text[:-2] * size + text[1:-1]) * size + text[2:], extra3)

    # A character that was never seen is as unlikely as one character, not as all of them together.
    seen = (two // size != UNKNOWN) & (two % size != UNKNOWN)
    two, two_n = two[seen], two_n[seen]
    seen = (three % size != UNKNOWN) & (three // size % size != UNKNOWN)
    three, three_n = three[seen], three_n[seen]
    one_n = np.bincount(two // size, two_n, minlength=size) + 0.02
    one_p = one_n / one_n.sum()

    # Pairs: p(b|a) = max(n - D, 0) / n(a) + rest(a) * p(b); what pruning takes goes to the rest.
    keep = two_n >= MIN_BIGRAM
    first, second = two // size, two % size
    total = np.bincount(first, two_n, minlength=size)
    held = np.where(keep, np.maximum(two_n - DISCOUNT, 0.0), 0.0)
    rest = 1.0 - np.bincount(first, held, minlength=size) / np.maximum(total, 1e-9)
    rest = np.where(total > 0, np.clip(rest, 1e-4, 1.0), 1.0)
    two_p = held / total[first] + rest[first] * one_p[second]
    two, two_p, first, second = two[keep], two_p[keep], first[keep], second[keep]

    # Triples likewise over the pairs that were kept.
    context, third = three // size, three % size
    where = np.clip(np.searchsorted(two, context), 0, len(two) - 1)
    known = two[where] == context
    keep = known & (three_n >= MIN_TRIGRAM)
    total3 = np.bincount(where[known], three_n[known], minlength=len(two))
    held = np.where(keep, np.maximum(three_n - DISCOUNT, 0.0), 0.0)
    rest3 = 1.0 - np.bincount(where[known], held[known], minlength=len(two)) / np.maximum(
        total3, 1e-9
    )
    rest3 = np.where(total3 > 0, np.clip(rest3, 1e-4, 1.0), 1.0)
    where, third, three_n = where[keep], third[keep], three_n[keep]
    lower_key = second[where] * size + third
    lower = np.clip(np.searchsorted(two, lower_key), 0, len(two) - 1)
    lower_p = np.where(two[lower] == lower_key, two_p[lower], rest[second[where]] * one_p[third])
    three_p = np.maximum(three_n - DISCOUNT, 0) / total3[where] + rest3[where] * lower_p

    def quantised(p: np.ndarray) -> bytes:
        return np.clip(np.rint(-np.log(p) * SCALE), 0, 255).astype(np.uint8).tobytes()

    blob = "".join(kept).encode("utf-32-le")
    header = struct.pack("<8s4If", MAGIC, size, len(two), len(third), len(blob), SCALE)
    first_of = np.searchsorted(first, np.arange(size + 1)).astype(np.uint32)
    third_of = np.searchsorted(where, np.arange(len(two) + 1)).astype(np.uint32)
    parts = [
        header.ljust(64, b"\0"),
        blob,
        first_of.tobytes(),
        third_of.tobytes(),
        second.astype(np.uint16).tobytes(),
        third.astype(np.uint16).tobytes(),
        quantised(one_p),
        quantised(rest),
        quantised(two_p),
        quantised(rest3),
        quantised(three_p),
    ]
    args.out.write_bytes(b"".join(parts))
    print(
        f"{size} characters, {len(two)} pairs, {len(third)} triples, "
        f"{args.out.stat().st_size / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
