"""Files that came damaged: each is read as far as it goes, or refused in words."""

import random
from contextlib import suppress

import pytest

from reader import ReaderError
from reader.formats.open import text_of
from tests.formats.making import PARAGRAPHS, pdf, set_as_page
from tests.formats.test_table import FILES


def mutated(data, chance):
    """Return `data` with some bytes changed, a piece cut out, put twice, or the end lost."""
    result = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(result) or 1)
        how = chance.randrange(4)
        if how == 0:
            result[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            del result[at : at + chance.randint(1, 30)]
        elif how == 2:
            result[at:at] = result[at : at + chance.randint(1, 60)]
        elif chance.random() < 0.2:
            del result[at:]
    return bytes(result)


@pytest.mark.parametrize("kind", [*FILES, "long pdf"])
def test_damaged_files_never_crash(kind):
    data = FILES.get(kind) or pdf([set_as_page(PARAGRAPHS), None, set_as_page(PARAGRAPHS)])
    chance = random.Random(3)
    for _ in range(60):
        with suppress(ReaderError):
            text, origin = text_of(mutated(data, chance), None)
            blocks = origin.structure
            if blocks:
                assert "".join(f"{text[b.start : b.end]}\n" for b in blocks) == text
