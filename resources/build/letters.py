"""Write resources/data/letters.tsv: how rare each letter is in each language.

    python resources/build/letters.py --wordfreq wordfreq/data --opencc opencc/dictionary

A line is a language, a cost in nats (-ln of the share among the letters of its texts, to a half),
and the letters that cost so much. Counted over the words of wordfreq, each as often as it is used.
Latin capitals cost more than the small letter: a Greek page may be all capitals, but ÖÐ¹ú is GBK.
Chinese has the traditional forms of OpenCC beside each simplified character, at its cost. wordfreq
has no Thai; its letters are put in three classes.
"""

from __future__ import annotations

import argparse
import gzip
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sources import opencc_table

TARGET = Path(__file__).resolve().parents[1] / "data" / "letters.tsv"
CAPITAL = 2.5  # nats; of Latin letters only
LANGUAGES = (
    "zh", "ja", "ko", "ru", "uk", "bg", "mk", "el", "he", "ar", "fa", "tr", "vi",
    "pl", "cs", "sk", "hu", "ro", "sh", "sl", "lt", "lv",
    "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca",
)  # fmt: skip
MOST = {"zh": 4500, "ja": 2600, "ko": 1600}
LEAST = 2e-5  # share below which a letter is a foreign one, in languages with an alphabet
THAI = {
    3.0: "านรอกเงมยลวดท่้ั",
    4.0: "สตะปบคหิีแจพช็ุู์ใไ",
    5.5: "ขโถผศษณธญฟภซฐำึืฉฝฎฏฑฒฆฌฮๆฯๅฬ",
}


def words(folder: Path, language: str) -> Iterator[tuple[str, float]]:
    """Yield the words of a language and how often each is used."""
    import msgpack

    path = folder / f"large_{language}.msgpack.gz"
    if not path.exists():
        path = folder / f"small_{language}.msgpack.gz"
    buckets = msgpack.loads(gzip.decompress(path.read_bytes()), raw=False)
    for level, bucket in enumerate(buckets[1:]):
        for word in bucket:
            yield word, 10 ** (-level / 100)


def shares(folder: Path, language: str) -> dict[str, float]:
    """Return the share of each letter that is not ASCII among all letters of the language."""
    counts = Counter[str]()
    for word, count in words(folder, language):
        # ấ is one character in UTF-8 and two in Windows-1258.
        for char in word + split(word) if language == "vi" else word:
            if is_own(char, language):
                counts[char] += count
    if language in MOST:
        of = {char: count for char, count in counts.most_common(MOST[language]) if char > "\x7f"}
        total = sum(count for char, count in counts.items() if char > "\x7f")
    else:
        of = {char: count for char, count in counts.items() if char > "\x7f"}
        total = counts.total()
    return {char: count / total for char, count in of.items()}


def is_own(char: str, language: str) -> bool:
    """Tell if a character is a letter, and no Greek one in a Korean word."""
    if language in MOST:
        return char < "\x80" or (char > "\u1000" and unicodedata.category(char) in ("Lo", "Lm"))
    return unicodedata.category(char)[0] in "LM"


def split(word: str) -> str:
    """Return a Vietnamese word as Windows-1258 writes it: ấ as â and a mark of tone."""
    pieces = []
    for char in word:
        tones = "".join(one for one in unicodedata.normalize("NFD", char) if one in TONES)
        rest = "".join(one for one in unicodedata.normalize("NFD", char) if one not in TONES)
        whole = unicodedata.normalize("NFC", rest) + tones
        pieces.append(char if can_encode(char) else whole)
    return "".join(pieces)


TONES = "\u0300\u0301\u0303\u0309\u0323"


def can_encode(char: str) -> bool:
    """Tell if Windows-1258 has a letter as it is."""
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordfreq", type=Path, required=True, help="its folder of data")
    parser.add_argument("--opencc", type=Path, required=True, help="folder of STCharacters.txt")
    args = parser.parse_args()
    forms = opencc_table(args.opencc / "STCharacters.txt")
    taiwan = opencc_table(args.opencc / "TWVariants.txt")
    groups: dict[tuple[str, float], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        costs: dict[str, float] = {}
        for char, share in shares(args.wordfreq, language).items():
            if language not in MOST and share < LEAST:
                continue
            cost = round(-2 * math.log(share)) / 2
            costs[char] = cost
            if len(char.upper()) == 1 and char.upper() != char:
                more = CAPITAL if char < "\u0250" else 0.0
                costs.setdefault(char.upper(), cost + more)
            if language == "zh":
                for form in forms.get(char, ()):
                    for other in (form, *taiwan.get(form, ())):
                        costs[other] = min(cost, costs.get(other, cost))
        for char, cost in costs.items():
            groups[language, cost].add(char)
    for cost, letters in THAI.items():
        groups["th", cost] = set(letters)
    lines = [
        f"{language}\t{cost}\t{''.join(sorted(chars))}\n"
        for (language, cost), chars in sorted(groups.items())
    ]
    TARGET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
