"""Build known_phrases.tsv and usual.tsv: how words and single characters are read.

    python resources/build/phrases.py --cedict FILE --prior pinyin_prior.json [--out resources/data]

known_phrases.tsv: the words of pypinyin's phrase dictionary, and those of CC-CEDICT that it lacks
and that have one reading, as far as they hold a character with several readings. A reading that
resources/build/phrase_corrections.tsv or phrases.tsv gives takes the place of either.
usual.tsv: the readings of a character by how often they were counted, and the first of pypinyin's
dictionary where nobody counted.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from sources import cedict, is_hanzi
from syllables import from_number, normalise, split_tone

LONGEST = 10
# Function words and endings: a two-character entry with one of them is more often a chance
# neighbourhood (到了 dào liǎo, 性地) than the word that CC-CEDICT means.
LOOSE = frozenset("了的地得着为还只")
CLEAR = 0.985  # a reading counted at least as often needs no word to stand by it
# A number and one of these is a measure or a row, and what follows tells which: 三行, 一行十人.
NUMERALS = frozenset("一二三四五六七八九十百千万几两多数")
COUNTED = frozenset("行种处长重分只当")
# CC-CEDICT writes no tone where dictionaries allow both: 关系 guān·xì, 好处 hǎo·chù, 困难 kùn·nán.
EITHER = frozenset("系识难分边来付当散置息处个夫里后前道气形生顾度力阳辑记上下积送项罗")
ALONE = "\tcedict"  # a third column: CC-CEDICT alone has the word; one in twenty-five is wrong
KEPT = 0.002  # a reading counted less often than this is no choice
Phrases = dict[str, tuple[str, ...]]


def rows(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the lines of a table of ours: word -> readings; a word with "-" has none."""
    lines = path.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: () if spelled == "-" else tuple(spelled.split()) for word, spelled in pairs}


def cleaned(char: str, reading: str) -> str | None:
    """Return one syllable as the tables spell it, without tone change: 一般 yī, 不会 bù."""
    found = normalise(reading)
    if char == "一" and found in ("yí", "yì", "yi"):
        return "yī"
    if char == "不" and found and split_tone(found)[0] == "bu":
        return "bù"
    return found


def from_pypinyin(usual: dict[str, str]) -> Phrases:
    """Return pypinyin's phrases; a gap in them (n2, xx5) is the usual reading."""
    found: Phrases = {}
    for word, parts in PHRASES_DICT.items():
        if 1 < len(word) == len(parts) <= LONGEST and all(map(is_hanzi, word)):
            read = [cleaned(c, p[0]) or usual.get(c) for c, p in zip(word, parts, strict=True)]
            if all(read):
                found[word] = tuple(syllable for syllable in read if syllable)
    return found


def with_neutral(phrases: Phrases, other: Phrases) -> Phrases:
    """Return the phrases with the neutral tones that the other dictionary gives: 种子 zhǒng zi.

    pypinyin writes many syllables in full that dictionaries give without a tone.
    """
    found: Phrases = {}
    for word, readings in phrases.items():
        given = other.get(word, readings)
        plain = [(split_tone(a), split_tone(b)) for a, b in zip(readings, given, strict=True)]
        differ = [(a, b) for a, b in plain if a != b]
        neutral = differ and all(a[0] == b[0] and b[1] == 0 for a, b in differ)
        neutral = neutral and not any(
            char in EITHER and a != b for char, (a, b) in zip(word, plain, strict=True)
        )
        coloured = word[-1] == "儿" and given[-1] == "r"
        found[word] = given if neutral else (*readings[:-1], "r") if coloured else readings
    return found


def from_cedict(path: Path) -> Phrases:
    """Return the words of CC-CEDICT that are read in one way."""
    several: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in cedict(path):
        word, numbered = entry.simplified, entry.pinyin.split()
        if not 1 < len(word) == len(numbered) <= LONGEST or not all(map(is_hanzi, word)):
            continue
        read = [
            "r" if (c, n) == ("儿", "r5") else cleaned(c, from_number(n) or "")
            for c, n in zip(word, numbered, strict=True)
        ]
        several[word].add(tuple(syllable or "" for syllable in read))
    return {
        word: next(iter(found))
        for word, found in several.items()
        if len(found) == 1 and all(next(iter(found))) and (len(word) > 2 or LOOSE.isdisjoint(word))
    }


def usual_readings(prior: Path, own: Phrases) -> dict[str, dict[str, float]]:
    """Return character -> reading -> share, most usual first; uncounted ones have one reading."""
    found: dict[str, dict[str, float]] = {}
    for code, readings in PINYIN_DICT.items():
        first = normalise(readings.partition(",")[0])
        if first and is_hanzi(chr(code)):
            found[chr(code)] = {first: 1.0}
    for char, counts in json.loads(prior.read_text("utf-8")).items():
        total = sum(counts.values())
        shares = {cleaned(char, from_number(n) or ""): count / total for n, count in counts.items()}
        kept = {reading: share for reading, share in shares.items() if reading and share > KEPT}
        if kept:
            found[char] = dict(sorted(kept.items(), key=lambda pair: -pair[1]))
    for char, readings in own.items():
        if len(char) == 1 and (char not in found or readings[0] not in found[char]):
            found[char] = {readings[0]: 1.0}
    return found


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cedict", type=Path, required=True, help="CC-CEDICT file, .gz or text")
    parser.add_argument("--prior", type=Path, required=True, help="counts of CPP's labels, JSON")
    parser.add_argument("--out", type=Path, default=Path("resources/data"))
    options = parser.parse_args()
    own = rows(options.out / "phrases.tsv")
    counted = usual_readings(options.prior, own)
    usual = {char: next(iter(shares)) for char, shares in counted.items()}
    spelled = from_cedict(options.cedict)
    for word, readings in spelled.items():
        spelled[word] = tuple(
            usual[char]
            if char in EITHER and split_tone(reading) == (split_tone(usual[char])[0], 0)
            else reading
            for char, reading in zip(word, readings, strict=True)
        )
    phrases = spelled | with_neutral(from_pypinyin(usual), spelled)
    for word, readings in phrases.items():
        phrases[word] = tuple(
            "r" if char == "儿" and reading == "er" else reading
            for char, reading in zip(word, readings, strict=True)
        )
    for word in [word for word in phrases if len(word) == 2]:
        if word[0] in NUMERALS and word[1] in COUNTED:
            del phrases[word]
    phrases |= rows(Path(__file__).with_name("phrase_corrections.tsv"))
    for word, readings in phrases.items():
        place = own.get(word[:-1], ())
        if word[-1] in "县市区镇州" and len(place) > 1 and readings:
            phrases[word] = (*place, readings[-1])  # 犍为 is ours, so 犍为县 is read the same
    choices = {char for char, shares in counted.items() if max(shares.values()) < CLEAR}
    kept = {
        word: readings
        for word, readings in phrases.items()
        if readings
        and word not in own
        and (
            not choices.isdisjoint(word)
            or any(usual.get(c) != r for c, r in zip(word, readings, strict=True))
        )
    }
    corrected = rows(Path(__file__).with_name("phrase_corrections.tsv"))
    alone = spelled.keys() - PHRASES_DICT.keys() - corrected.keys()
    lines = [
        f"{word}\t{' '.join(readings)}{ALONE if word in alone else ''}\n"
        for word, readings in sorted(kept.items())
    ]
    (options.out / "known_phrases.tsv").write_text("".join(lines), "utf-8")
    single: dict[str, list[str]] = defaultdict(list)
    lines = []
    for char, shares in sorted(counted.items()):
        if len(shares) == 1:
            single[usual[char]].append(char)
        else:
            listed = " ".join(f"{reading}:{share:.3f}" for reading, share in shares.items())
            lines.append(f"{char}\t{listed}\n")
    lines += [f"{''.join(chars)}\t{reading}\n" for reading, chars in sorted(single.items())]
    (options.out / "usual.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
