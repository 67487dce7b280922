"""What is no text any more: characters at random, bytes cut wherever it happens."""

from __future__ import annotations

from random import Random

_BYTES = (0x3F, 0xE5, 0x8A, 0xFF, 0x0A)
_ENCODINGS = ("utf-8", "gb18030", "cp950")


def hanzi_noise(length: int, seed: int = 5) -> str:
    """Return hanzi at random, a question mark for every fifth: each may be where a slip begins."""
    random = Random(seed)
    return "".join(
        "?" if random.random() < 0.2 else chr(random.randrange(0x4E00, 0x9FA6))
        for _ in range(length)
    )


def many_cuts(text: str, random: Random) -> tuple[bytes, str]:
    """Return the UTF-8 bytes with up to a dozen of them gone or changed, and how to read them."""
    data = bytearray(text.encode())
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(data))
        if random.random() < 0.5:
            del data[at]
        else:
            data[at] = random.choice(_BYTES)
    return bytes(data), random.choice(_ENCODINGS)
