"""The process itself, alone."""

from __future__ import annotations

from reader.batch.archive.chunk import Check, Order, Part, Task, close_streams, make_part
from reader.batch.archive.engines.protocol import Died


class InProcess:
    """Does one order after the other, when it is asked for results."""

    def __init__(self, task: Task, check: Check | None = None) -> None:
        self._task, self._check = task, check
        self._waiting: list[Order] = []

    def __enter__(self) -> InProcess:
        """Need nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the sources."""
        close_streams()

    @property
    def has_room(self) -> bool:
        """Whether another order can be taken."""
        return not self._waiting

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def submit(self, order: Order) -> None:
        """Take an order."""
        self._waiting.append(order)

    def wait(self, seconds: float) -> Part | Died | None:
        """Do an order."""
        return make_part(self._waiting.pop(0), self._task, self._check)
