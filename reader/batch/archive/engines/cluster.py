"""A cluster by Dask distributed, or one on this machine (--scheduler local).

Only orders go out and what was counted comes back: each worker reads its source and writes its
part by itself.
"""

from __future__ import annotations

import logging
import os
import signal
import time
from contextlib import suppress
from queue import Empty, Queue
from typing import Any

from reader.batch.archive.chunk import Order, Part, Task, make_part
from reader.batch.archive.engines.protocol import Died
from reader.batch.archive.errors import NoScheduler, WorkerFailed
from reader.batch.archive.extras import CLUSTER, need
from reader.text.causes import Cause
from reader.text.errors import ReaderError
from reader.text.processes import ignoring_ctrl_c

LOCAL = "local"
PATIENCE = "15s"  # for a scheduler to answer
_AHEAD = 2  # orders that wait for each worker
_ASK_EVERY = 10.0  # seconds


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, task: Task, address: str, count: int) -> None:
        """Take the address of a scheduler, or "local" for `count` workers on this machine."""
        self._task, self._address, self._count = task, address, count
        self._client: Any = None
        self._cluster: Any = None
        self._orders: dict[Any, Order] = {}
        self._done: Queue[Any] = Queue()
        self._logged = logging.root.manager.disable
        self._ask_at = 0.0  # when the scheduler is asked for its workers, by the clock

    def __enter__(self) -> Cluster:
        """Connect. Raises NoScheduler, NeedsExtra."""
        distributed = need("distributed", CLUSTER)
        dask = need("dask", CLUSTER)
        # What it logs of workers that come and go is no message for a user; `Died` tells of them.
        logging.disable(logging.CRITICAL)
        try:
            if self._address == LOCAL:
                # One thread each: cleaning is Python, of which one thread runs at a time.
                with ignoring_ctrl_c():
                    self._cluster = distributed.LocalCluster(
                        n_workers=self._count,
                        threads_per_worker=1,
                        dashboard_address="127.0.0.1:0",  # any free port; it shows nothing
                        scheduler_kwargs={"dashboard": False},
                        memory_limit=0,
                        silence_logs=50,
                    )
                self._client = distributed.Client(self._cluster)
            else:
                dask.config.set({"distributed.comm.timeouts.connect": PATIENCE})
                self._client = distributed.Client(self._address, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            self.__exit__()
            raise NoScheduler(self._address) from error
        return self

    def __exit__(self, *_: object) -> None:
        """Take back what was not begun, and leave; a cluster of one's own ends."""
        with suppress(Exception):  # whatever a connection says that is being given up
            for future in list(self._orders):
                future.release()
        if self._cluster is not None:
            _kill_workers(self._cluster)
            # If it is not closed by then, Dask would wait ten seconds for it as the program ends.
            self._cluster.shutdown_on_close = False
        for one in (self._client, self._cluster):
            if one is not None:
                with suppress(Exception):
                    one.close(timeout=0.5)
        logging.disable(self._logged)

    @property
    def has_room(self) -> bool:
        """Whether fewer orders wait than the workers can soon do."""
        if self._cluster is None and time.monotonic() > self._ask_at:  # it may grow and shrink
            self._count = max(1, sum(self._client.nthreads().values()))
            self._ask_at = time.monotonic() + _ASK_EVERY
        return len(self._orders) < _AHEAD * self._count

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being done."""
        return not self._orders

    def submit(self, order: Order) -> None:
        """Send an order."""
        future = self._client.submit(
            make_part, order, self._task, pure=False, retries=0, priority=-order.chunk.number
        )
        self._orders[future] = order
        future.add_done_callback(self._done.put)

    def wait(self, seconds: float) -> Part | Died | None:
        """Return the next part, or over which chunk too many workers have ended."""
        try:
            future = self._done.get(timeout=seconds)
        except Empty:
            return None
        order = self._orders.pop(future)
        if future.status in ("cancelled", "lost"):  # the scheduler is gone
            raise NoScheduler(self._address)
        error = future.exception()
        if error is None:
            part: Part = future.result()
            return part
        if type(error).__name__ == "KilledWorker":
            return Died(order)
        if isinstance(error, ReaderError):
            raise error
        words = f"{type(error).__name__}: {error}".rstrip(": ")
        raise WorkerFailed(order.chunk.number, Cause("system", words=words)) from error


def _kill_workers(cluster: Any) -> None:  # noqa: ANN401 - dask has no types
    """End the processes of a cluster of one's own: asked politely they finish their chunk."""
    for nanny in list(cluster.workers.values()):
        with suppress(Exception):  # whatever it is just then
            nanny.auto_restart = False
            os.kill(nanny.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
