"""What reading one file may cost: some files are made to take hours, some are damaged so."""

from __future__ import annotations

import time

from reader.text.errors import Place, TakesTooLong, TooMuchInside

SECONDS = 60.0  # for the text of one file; the largest that people have take ten
STEPS = 20_000_000  # elements, tokens or lines, whatever the reader of a format goes by
_PACKED, _PER_BYTE = 1_000_000, 4  # steps of a packed file, and for each of its bytes
_LOOK_EVERY = 1024  # steps; the clock takes longer to read than a step


def packed_steps(size: int, most: int) -> int:
    """Return how many steps an archive of `size` bytes may take, `most` at best.

    What somebody wrote unpacks to less than one for each of its bytes; the eight million lines that
    5 kB unpack to were made to take minutes.
    """
    return min(most, _PACKED + _PER_BYTE * size)


class Budget:
    """Counts the steps of reading a file and looks at the clock. Raises ReaderError, naming it."""

    def __init__(self, where: Place, *, seconds: float = SECONDS, steps: int = STEPS) -> None:
        self._where = where
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._left = steps
        self._look_at = steps - _LOOK_EVERY

    def spend(self, steps: int = 1) -> None:
        """Take some steps. Raises TakesTooLong or TooMuchInside where there are none left."""
        self._left -= steps
        if self._left > self._look_at:
            return
        self._look_at = self._left - _LOOK_EVERY
        if self._left < 0:
            raise TooMuchInside(self._where)
        if time.monotonic() > self._until:
            raise TakesTooLong(self._where, self._seconds)
