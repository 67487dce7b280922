"""Write resources/data/pairs.tsv: the characters that an encoding has at several pairs of bytes.

    python resources/build/pairs.py

A line is the name of the encoding, a character, and its pairs in hexadecimal, that first which
counts most. All of it follows from the codecs named in `reader/codepages/views.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.codepages.views import WIDE_CODECS

TARGET = Path(__file__).resolve().parents[1] / "data" / "pairs.tsv"


def make_text() -> str:
    """Return the text of the file."""
    return "".join(
        f"{name}\t{char}\t{' '.join(data.hex() for data in found)}\n"
        for name, codecs in WIDE_CODECS.items()
        for char, found in sorted(list_pairs(codecs).items())
        if len(found) > 1
    )


def list_pairs(codecs: Sequence[str]) -> dict[str, list[bytes]]:
    """Return each character of some codecs and its pairs.

    The highest pair of the first codec counts most; the others follow from the last codec on.
    """
    listed = list(list_characters(codecs))
    first = dict(listed)
    found = {char: {data: None} for char, data in first.items()}
    for char, data in listed:
        found[char][data] = None
    return {char: list(pairs) for char, pairs in found.items()}


def list_characters(codecs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each character above 7F and a pair of bytes that means it; the last one counts most."""
    for codec in reversed(codecs):
        for lead in range(0x81, 0xFF):
            for trail in range(0x40, 0xFF):
                data = bytes((lead, trail))
                char = data.decode(codec, "replace")
                if len(char) == 1 and char >= "\x80" and char != "\ufffd":
                    yield char, data


if __name__ == "__main__":
    TARGET.write_text(make_text(), "utf-8", newline="\n")
