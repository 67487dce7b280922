"""Print the characters of reader/core/frequent.py: the most frequent hanzi of two kinds of text.

    python resources/build/frequent.py laws.txt.xz cpp_dev.sent

The laws are one paragraph a line (xz); the encyclopedia sentences one a line, with ▁ around the
asked character. Both count alike, whatever their size.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from pathlib import Path

HOW_MANY = 800
_HANZI = re.compile("[\u4e00-\u9fff]")


def shares(text: str) -> Counter[str]:
    """Return the share of each hanzi among all."""
    counts = Counter(_HANZI.findall(text))
    total = counts.total()
    return Counter({char: count / total for char, count in counts.items()})


def main() -> None:
    """Print the characters in the order of their code points, forty a line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("laws", type=Path)
    parser.add_argument("sentences", type=Path)
    options = parser.parse_args()
    with lzma.open(options.laws, "rt", encoding="utf-8") as laws:
        both = shares(laws.read())
    both.update(shares(options.sentences.read_text("utf-8")))
    chars = "".join(sorted(char for char, _ in both.most_common(HOW_MANY)))
    for at in range(0, len(chars), 40):
        print(chars[at : at + 40])


if __name__ == "__main__":
    main()
