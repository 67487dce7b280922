"""What of a run is still to be done, and what happens to a chunk over which a worker ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from reader.batch.archive.chunk import Order, Part, Task, note_name
from reader.batch.archive.errors import WorkersDie
from reader.batch.archive.plan import Chunk
from reader.batch.archive.storage import join, open_to_read, remove
from reader.text.errors import ReaderError

_OFTEN = 4  # times in a row that workers end over one page until that is set aside
_TOO_OFTEN = 5  # times that workers end, nobody knows over which page, until the run stops


class Orders:
    """What is still to be done, in order, and what happened over each chunk."""

    def __init__(self, chunks: Iterator[Chunk], share: tuple[int, int], task: Task) -> None:
        """Take all chunks of the run, and which share of them is to be done."""
        self._chunks, self._task = chunks, task
        self._share = share
        self._again: deque[Order] = deque()
        self._passed: list[tuple[Part, int]] = []
        self._work: dict[int, int] = {}
        self._ended: dict[int, list[int]] = {}  # by chunk: the positions where workers ended
        self._unknown = 0
        self.done: dict[int, Part] = {}
        self.planned = 0

    def next(self) -> Order | None:
        """Return what is to be done next, None if that is all, for now."""
        if self._again:
            return self._again.popleft()
        for chunk in self._chunks:
            self.planned = chunk.number + 1
            number, shares = self._share
            if chunk.number % shares != number - 1:
                continue
            if chunk.number in self.done:
                self._passed.append((self.done[chunk.number], chunk.part.work))
                continue
            self._work[chunk.number] = chunk.part.work
            return Order(chunk)
        return None

    def take_passed(self) -> list[tuple[Part, int]]:
        """Return the parts that were done before, and how much work they were."""
        passed, self._passed = self._passed, []
        return passed

    def finish(self, part: Part) -> int:
        """Return how much work a part was that is done now."""
        self._unknown = 0
        return self._work.pop(part.number, 0)

    def bury(self, order: Order) -> None:
        """Have a chunk done again over which a worker ended. Raises WorkersDie.

        The next worker notes at which page it is. A page over which several have ended one after
        the other is set aside; workers that somebody kills end here and there.
        """
        position = _read_note(self._task.work, order.chunk.number) if order.careful else None
        aside = order.aside
        if position is None:
            self._unknown += 1
            if self._unknown > _TOO_OFTEN:
                raise WorkersDie(self._unknown)
        else:
            ended = self._ended.setdefault(order.chunk.number, [])
            ended.append(position)
            if ended[-_OFTEN:] == [position] * _OFTEN:
                aside |= {position}
                self._unknown = 0
        self._again.append(replace(order, careful=True, aside=aside))


def _read_note(work: str, number: int) -> int | None:
    address = join(work, note_name(number))
    try:
        with open_to_read(address) as file:
            found = int(file.read() or b"-1")
        remove(address)
    except (OSError, ReaderError, ValueError):
        return None
    return found if found >= 0 else None
