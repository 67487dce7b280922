"""Write resources/data/guessable.txt: the characters that may be guessed where bytes are missing.

    python resources/build/guessable.py

Two lines of equal length: the characters, the likeliest first, and below each what stands for it in
the language model, its simplified form. All of it follows from ngram.bin and the tables of forms;
run this after any of them has changed. It takes 50 ms, which a short text would wait for.
"""

from __future__ import annotations

from pathlib import Path

from reader.codepages.encoding import normalise, odds_of
from reader.language.ngram import character_model

TARGET = Path(__file__).resolve().parents[1] / "data" / "guessable.txt"
RAREST = 13.5  # nats; a rarer character is not guessed
MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·\u3000％①②③④⑤⑥⑦⑧⑨⑩〔〕～"


def make_text() -> str:
    """Return the text of the file."""
    model = character_model()
    found: list[tuple[float, str, str]] = []
    for char in (*map(chr, range(0x4E00, 0x9FA6)), *MARKS):
        plain = normalise(char)
        if model.knows(plain) and model.rarity(plain) < RAREST:
            found.append((model.rarity(plain) + odds_of(char, plain), char, plain))
    found.sort(key=lambda row: row[0])
    return "".join(f"{''.join(line)}\n" for line in list(zip(*found, strict=True))[1:])


if __name__ == "__main__":
    TARGET.write_text(make_text(), "utf-8", newline="\n")
