r"""Write reader/formats/frequent.py: the most frequent hanzi of two kinds of text, in both scripts.

    python resources/build/frequent.py --laws laws.txt.xz --sentences cpp_dev.sent \
        --opencc opencc/dictionary

The laws are one paragraph a line (xz); the encyclopedia sentences one a line, with ▁ around the
asked character. Both count alike, whatever their size. The traditional forms are those that
OpenCC's tables give, the ones of Taiwan too (裡 beside 裏).
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from pathlib import Path

from sources import opencc_table

TARGET = Path(__file__).resolve().parents[2] / "reader" / "formats" / "frequent.py"
HOW_MANY = 800
A_LINE = 40
_HANZI = re.compile("[\u4e00-\u9fff]")
_HEAD = '''\
"""The 800 most frequent hanzi of modern Chinese and their traditional forms.

Made by resources/build/frequent.py, counted over laws and encyclopedia sentences. Bytes read in the
right encoding give four of these in every five hanzi, read in a wrong one hardly one in ten.
"""

from __future__ import annotations

'''


def shares(text: str) -> Counter[str]:
    """Return the share of each hanzi among all."""
    counts = Counter(_HANZI.findall(text))
    total = counts.total()
    return Counter({char: count / total for char, count in counts.items()})


def frequent(laws: Path, sentences: Path) -> set[str]:
    """Return the most frequent hanzi; of equally frequent ones the first by code point."""
    with lzma.open(laws, "rt", encoding="utf-8") as text:
        both = shares(text.read())
    both.update(shares(sentences.read_text("utf-8")))
    order = sorted(both, key=lambda char: (-both[char], char))
    return set(order[:HOW_MANY])


def traditional(simplified: set[str], opencc: Path) -> set[str]:
    """Return the traditional forms of the characters that are none of these themselves."""
    forms = opencc_table(opencc / "STCharacters.txt")
    taiwan = opencc_table(opencc / "TWVariants.txt")
    found = {form for char in simplified for form in forms.get(char, ())}
    found |= {other for form in found for other in taiwan.get(form, ())}
    return {form for form in found if _HANZI.fullmatch(form)} - simplified


def module(laws: Path, sentences: Path, opencc: Path) -> str:
    """Return the whole module."""
    simplified = frequent(laws, sentences)
    tables = {"_SIMPLIFIED": simplified, "_TRADITIONAL": traditional(simplified, opencc)}
    pieces = [_HEAD]
    for name, chars in tables.items():
        row = "".join(sorted(chars))
        pieces.append(f"{name} = (\n")
        pieces += [f'    "{row[at : at + A_LINE]}"\n' for at in range(0, len(row), A_LINE)]
        pieces.append(")\n")
    pieces.append("FREQUENT = frozenset(_SIMPLIFIED + _TRADITIONAL)\n")
    return "".join(pieces)


def main() -> None:
    """Write the module."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("--laws", "--sentences", "--opencc"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    TARGET.write_text(module(options.laws, options.sentences, options.opencc), "utf-8")


if __name__ == "__main__":
    main()
