"""What reading one file may cost: some files are made to take hours, some are damaged so."""

from __future__ import annotations

import time

from reader.text.errors import Place, TakesTooLong, TooMuchInside

SECONDS = 60.0  # for the text of one file; the largest that people have take ten
STEPS = 20_000_000  # elements, tokens or lines, whatever the reader of a format goes by
_LOOK_EVERY = 1024  # steps; the clock takes longer to read than a step


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
