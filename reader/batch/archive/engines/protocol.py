"""What an engine takes and gives; which one it is makes no difference to the result."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from reader.batch.archive.chunk import Order, Part


class Died(NamedTuple):
    """A worker ended in the middle of a chunk: killed, out of memory, or by a crash."""

    order: Order


class Engine(Protocol):
    """Does orders in whatever order; use it as a context manager, which ends all workers."""

    def __enter__(self) -> Engine:
        """Start. Raises ReaderError."""
        ...

    def __exit__(self, *_: object) -> None:
        """End all workers within a second, whatever they do."""
        ...

    @property
    def has_room(self) -> bool:
        """Whether another order can be taken without waiting."""
        ...

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being done."""
        ...

    def submit(self, order: Order) -> None:
        """Take an order."""
        ...

    def wait(self, seconds: float) -> Part | Died | None:
        """Return something that is done, None if nothing is by then. Raises ReaderError."""
        ...
