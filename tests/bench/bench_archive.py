"""What an archive of pages costs: both cores used, memory flat, time linear, nothing lost by kills.

Sizes are such that all of it takes some minutes. `JINGDU_ARCHIVE=full` takes those of the goals,
20,000 pages of 3,000 characters, 2 GB of lines, a million short pages, fifty kills; that takes
hours.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.batch.archive.making import workers_of
from tests.bench.archive_pages import texts, write_jsonl
from tests.bench.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
_RUN = """
import json, sys
from reader.batch.archive.job import BatchJob
from reader.batch.archive.run import clean_archive
if __name__ == "__main__":
    values = json.loads(sys.argv[1])
    values["sources"] = tuple(values["sources"])
    sys.exit(0 if clean_archive(BatchJob(**values)) else 1)
"""


class _Sizes(NamedTuple):
    pages: int
    turns: int
    megabytes: int
    growth: tuple[int, ...]
    kills: int


_FULL = _Sizes(20_000, 1, 2_048, (10_000, 100_000, 1_000_000), 50)
_QUICK = _Sizes(160, 2, 60, (2_000, 20_000), 6)


def run() -> list[Figure]:
    """Measure everything."""
    sizes = _FULL if os.environ.get("JINGDU_ARCHIVE") == "full" else _QUICK
    with TemporaryDirectory() as name:
        folder = Path(name)
        return [
            _both_cores(folder, sizes),
            _cluster(folder, sizes),
            _memory(folder, sizes),
            _growth(folder, sizes),
            _one_by_one(folder),
            _kills(folder, sizes, "client"),
            _kills(folder, sizes, "worker"),
        ]


def _both_cores(folder: Path, sizes: _Sizes) -> Figure:
    source = _pages(folder, sizes.pages)
    lines = source.read_bytes().splitlines(keepends=True)
    halves = [folder / "half-0.jsonl", folder / "half-1.jsonl"]
    for at, half in enumerate(halves):
        half.write_bytes(b"".join(lines[at::2]))

    def side_by_side() -> None:
        _wait_for([_start(half, folder / f"o-{half.name}", force=True) for half in halves])

    def together() -> None:
        _wait_for([_start(source, folder / "o.jsonl", processes=2, force=True)])

    ratio, apart, both = _compare(side_by_side, together, sizes.turns)
    return Figure(
        "throughput of -j 2",
        f"{ratio:.2f} times ({sizes.pages / both:.0f} pages/s)",
        ">= 0.95",
        ratio >= 0.95,
        f"two runs of -j 1 side by side, {sizes.pages / apart:.0f} pages/s",
    )


def _cluster(folder: Path, sizes: _Sizes) -> Figure:
    source = _pages(folder, sizes.pages)

    def processes() -> None:
        _wait_for([_start(source, folder / "o.jsonl", processes=2, force=True)])

    def cluster() -> None:
        options = {"processes": 2, "scheduler": "local", "force": True}
        _wait_for([_start(source, folder / "c.jsonl", **options)])

    ratio, _, taken = _compare(processes, cluster, sizes.turns)
    equal = (folder / "o.jsonl").read_bytes() == (folder / "c.jsonl").read_bytes()
    return Figure(
        "throughput of a local Dask cluster with 2 workers",
        f"{ratio:.2f} times ({sizes.pages / taken:.0f} pages/s), {'equal' if equal else 'OTHER'}",
        ">= 0.9, and the same bytes",
        ratio >= 0.9 and equal,
        "2 processes",
    )


def _memory(folder: Path, sizes: _Sizes) -> Figure:
    """Measure the workers over many megabytes of lines, of which most is another column."""
    source = folder / "big.jsonl"
    pages = list(texts(400, 800, seed=4))
    with source.open("w", encoding="utf-8") as file:
        number = 0
        while file.tell() < sizes.megabytes * 2**20:
            text, way = pages[number % len(pages)]
            row = {"id": number, "way": way, "raw": "<p>网页</p>" * 6_000, "text": text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            number += 1
    output = folder / "m.jsonl"
    run = _start(source, output, processes=2)
    peaks: list[float] = []
    while run.poll() is None:
        peaks.append(max((_resident(pid) for pid in workers_of(run.pid)), default=0.0))
        time.sleep(0.2)
    third = max(1, len(peaks) // 3)  # in the first one the models and caches are filled
    early, late = max(peaks[third:-third], default=0.0), max(peaks[-third:], default=0.0)
    source.unlink()
    return Figure(
        f"memory of a worker over {sizes.megabytes} MB of lines",
        f"{max(peaks):.0f} MB (second third {early:.0f}, last third {late:.0f})",
        "< 350 MB, flat",
        max(peaks) < 350 and late < 1.1 * early and run.returncode == 0,
    )


def _growth(folder: Path, sizes: _Sizes) -> Figure:
    rates: list[float] = []
    for count in sizes.growth:
        source = folder / f"short-{count}.jsonl"
        write_jsonl(source, count, 60, seed=2)
        since = _cpu()  # a busy machine does not count
        _wait_for([_start(source, folder / "g.jsonl", processes=2, force=True)])
        rates.append((_cpu() - since) / count)
        source.unlink()
    worst = max(rates[1:]) / rates[0]
    shown = ", ".join(f"{1 / rate:.0f}" for rate in rates)
    counts = ", ".join(f"{count:,}" for count in sizes.growth)
    return Figure(
        f"growth over {counts} short pages",
        f"{worst:.2f} times the CPU time a page ({shown} pages per second of CPU)",
        "<= 1.1",
        worst <= 1.1,
        f"{sizes.growth[0]:,} pages",
    )


def _one_by_one(folder: Path) -> Figure:
    count, few = 3_000, 6
    source = folder / "each.jsonl"
    write_jsonl(source, count, 60, seed=6)
    since = time.monotonic()
    _wait_for([_start(source, folder / "each-out.jsonl", force=True)])
    batch = count / (time.monotonic() - since)
    page = folder / "one.txt"
    since = time.monotonic()
    for text, _ in texts(few, 60, seed=6):
        page.write_text(text, "utf-8")
        command = [sys.executable, "-m", "reader", "clean", str(page)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    single = few / (time.monotonic() - since)
    return Figure(
        "short pages a second, one process",
        f"{batch / single:.0f} times ({batch:.0f} pages/s)",
        ">= 20",
        batch >= 20 * single,
        f"jingdu clean, one process a page, {single:.1f} pages/s",
    )


def _kills(folder: Path, sizes: _Sizes, whom: str) -> Figure:
    """Kill the client, or a worker, at random moments until the run is done; nothing may differ."""
    random = Random(whom)
    source = folder / "kill.jsonl"
    write_jsonl(source, 120, 600, seed=8)
    options = {"processes": 2, "chunk_size": 8_000}
    wanted = folder / "wanted.jsonl"
    since = time.monotonic()
    _wait_for([_start(source, wanted, force=True, **options)])
    seconds = time.monotonic() - since
    kills = runs = equal = 0
    while kills < sizes.kills:
        output = folder / f"killed-{whom}.jsonl"
        runs += 1
        while not output.exists():
            run = _start(source, output, resume=True, **options)
            if whom == "client":
                with suppress(subprocess.TimeoutExpired):
                    run.wait(random.uniform(0.1, seconds))
                if run.poll() is None:
                    run.kill()
                    kills += 1
            else:
                while run.poll() is None:
                    time.sleep(random.uniform(0.1, seconds / 2))
                    if workers := workers_of(run.pid):
                        with suppress(ProcessLookupError):
                            os.kill(random.choice(workers), signal.SIGKILL)
                            kills += 1
            run.wait()
        equal += output.read_bytes() == wanted.read_bytes()
        output.unlink()
    return Figure(
        f"runs whose {whom} was killed {kills} times at random moments, then resumed",
        f"{equal} of {runs} equal byte for byte",
        "all",
        equal == runs,
        "an undisturbed run",
    )


def _compare(
    baseline: Callable[[], None], other: Callable[[], None], turns: int
) -> tuple[float, float, float]:
    """Return how many times as fast another way is, and the seconds of both; they take turns."""
    pairs: list[tuple[float, float]] = []
    for _ in range(turns):
        times = []
        for work in (baseline, other):
            since = time.monotonic()
            work()
            times.append(time.monotonic() - since)
        pairs.append((times[0], times[1]))
    ratio = median(one / two for one, two in pairs)
    return ratio, median(one for one, _ in pairs), median(two for _, two in pairs)


def _pages(folder: Path, count: int) -> Path:
    source = folder / "generated.jsonl"
    if not source.exists():
        write_jsonl(source, count, 3_000)
    return source


def _start(source: Path, output: Path, **options: object) -> subprocess.Popen[bytes]:
    values = {"sources": [str(source)], "output": str(output), **options}
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, json.dumps(values)], cwd=ROOT, stderr=subprocess.DEVNULL
    )


def _cpu() -> float:
    """Return the seconds of CPU that all processes took that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for(runs: Sequence[subprocess.Popen[bytes]]) -> None:
    for run in runs:
        if run.wait():
            raise RuntimeError("a run failed")


def _resident(pid: int) -> float:
    """Return the megabytes that a process has in memory."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
    except OSError:
        return 0.0
