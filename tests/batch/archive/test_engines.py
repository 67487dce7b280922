"""The result is the same bytes whoever does the work, and however often it is interrupted."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.batch.archive.chunk import Order, Task, clean_page, make_part
from reader.batch.archive.engines.protocol import Died
from reader.batch.archive.orders import Orders
from reader.batch.archive.page import Page
from reader.batch.archive.plan import Sources
from reader.batch.archive.sinks.part import Layout
from reader.batch.archive.sources.slices import Reading
from reader.review.journal import Engine
from reader.text.document import Origin
from tests.batch.archive import making
from tests.batch.archive.making import SPUN, clean, rows_of, workers_of

MANY = 40
_RUN = """
import json, sys
from reader.batch.archive.job import BatchJob
from reader.batch.archive.run import clean_archive
if __name__ == "__main__":
    values = json.loads(sys.argv[1])
    values["sources"] = tuple(values["sources"])
    values["share"] = tuple(values.get("share", (1, 1)))
    sys.exit(0 if clean_archive(BatchJob(**values)) else 1)
"""


@pytest.fixture
def table(tmp_path):
    """Return a table with pages of very different lengths."""
    texts = [making.TEXTS[at % 5] * (1 + at * 7 % 23 % 9) for at in range(MANY)]
    return making.jsonl(tmp_path / "t.jsonl", texts)


@pytest.fixture
def wanted(tmp_path, table):
    """Return the bytes of an undisturbed run."""
    clean(table, output=tmp_path / "wanted.jsonl", chunk_size=1_000)
    return (tmp_path / "wanted.jsonl").read_bytes()


def start(source, output, **options) -> subprocess.Popen:
    values = {"sources": [str(source)], "output": str(output), "chunk_size": 1_000, **options}
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, json.dumps(values)],
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=Path(__file__).resolve().parents[3],
    )


def finish(run) -> tuple[int, str]:
    said = run.communicate(timeout=120)[1].decode()
    assert "Traceback" not in said
    return run.returncode, said


def wait_for_parts(folder: Path, count: int) -> None:
    until = time.monotonic() + 60
    while len(list(folder.glob("part-*"))) < count:
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize("name", ["o.jsonl", "p.parquet/"])
def test_any_number_of_processes_gives_the_same_bytes(tmp_path, table, name):
    for processes in (1, 3):
        clean(table, output=f"{tmp_path}/{processes}{name}", processes=processes, chunk_size=3_000)
    one, *others = (
        {path.name: path.read_bytes() for path in _files(tmp_path / f"{processes}{name}")}
        for processes in (1, 3)
    )
    assert all(list(other.values()) == list(one.values()) for other in others)


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("part-*")) if path.is_dir() else [path]


def test_a_cluster_gives_the_same_bytes(tmp_path, table, wanted):
    run = start(table, tmp_path / "o.jsonl", scheduler="local", processes=2)
    assert finish(run) == (0, "")
    assert (tmp_path / "o.jsonl").read_bytes() == wanted


def test_a_cluster_that_is_not_there_is_named(tmp_path, table, monkeypatch):
    monkeypatch.setattr("reader.batch.archive.engines.cluster.PATIENCE", "1s")
    assert not clean(table, output=tmp_path / "o.jsonl", scheduler="tcp://127.0.0.1:9")
    assert not (tmp_path / "o.jsonl").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="kills by /proc")
@pytest.mark.parametrize("parts", [1, 5])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_killed_run_goes_on_where_it_was(tmp_path, table, wanted, parts, processes):
    output = tmp_path / "o.jsonl"
    run = start(table, output, processes=processes)
    wait_for_parts(tmp_path / "o.jsonl.parts", parts)
    run.kill()
    run.communicate()
    assert not output.exists()
    # Nothing is begun anew, and nothing overwritten, by accident.
    code, said = finish(start(table, output))
    assert (code, "Use --resume to continue" in said) == (1, True)
    before = _stamps(tmp_path / "o.jsonl.parts")
    assert len(before) >= parts
    code, _ = finish(start(table, output, resume=True, processes=processes))
    assert code == 0
    assert output.read_bytes() == wanted
    assert not (tmp_path / "o.jsonl.parts").exists()
    code, said = finish(start(table, output, resume=True))
    assert (code, "complete; nothing is left" in said) == (0, True)


def _stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("part-*")}


def test_only_what_is_missing_is_done_again(tmp_path, table):
    target = f"{tmp_path}/p.jsonl/"
    clean(table, output=target, chunk_size=1_000)
    folder = tmp_path / "p.jsonl"
    whole = {path.name: path.read_bytes() for path in folder.glob("part-*")}
    before = _stamps(folder)
    (folder / "part-00003.jsonl").unlink()
    (folder / "part-00005.jsonl").write_bytes(b"half")
    size = (folder / "part-00007.jsonl").stat().st_size
    (folder / "part-00007.jsonl").write_bytes(b"x" * size)
    assert clean(table, output=target, chunk_size=1_000, resume=True)
    assert {path.name: path.read_bytes() for path in folder.glob("part-*")} == whole
    changed = {name for name, stamp in _stamps(folder).items() if stamp != before[name]}
    assert changed == {"part-00003.jsonl", "part-00005.jsonl", "part-00007.jsonl"}


def test_a_torn_last_line_of_the_manifest_costs_one_part(tmp_path, table):
    target = f"{tmp_path}/p.jsonl/"
    clean(table, output=target, chunk_size=1_000)
    manifest = tmp_path / "p.jsonl" / "_jingdu" / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-20])
    before = _stamps(tmp_path / "p.jsonl")
    assert clean(table, output=target, chunk_size=1_000, resume=True)
    after = _stamps(tmp_path / "p.jsonl")
    assert sum(after[name] != before[name] for name in before) == 1


@pytest.mark.parametrize("name", ["o.jsonl", "tree", "p.jsonl/"])
def test_a_run_that_was_killed_while_it_tidied_up_is_complete(tmp_path, table, name, capfd):
    """The result stands there before anything of the parts is removed."""
    target = f"{tmp_path}/{name}"
    clean(table, output=target, chunk_size=1_000)
    rows = rows_of(target)
    if name == "o.jsonl":
        (tmp_path / "o.jsonl.parts").mkdir()
        (tmp_path / "o.jsonl.parts" / "part-00001.jsonl").touch()
    elif name == "tree":
        (tmp_path / "tree" / "_jingdu" / "part-00001.jsonl").touch()
    capfd.readouterr()
    assert clean(table, output=target, chunk_size=1_000, resume=True)
    said = capfd.readouterr().err
    assert ("is complete" in said) == (name != "p.jsonl/")
    assert rows_of(target) == rows
    assert not list(tmp_path.glob("o.jsonl.parts"))
    assert not list(tmp_path.glob("tree/_jingdu/part-*"))


@pytest.mark.skipif(sys.platform != "linux", reason="kills by /proc")
@pytest.mark.parametrize("moment", [0.0, 0.5])
def test_a_killed_worker_is_replaced_and_its_chunk_done_again(tmp_path, table, wanted, moment):
    output = tmp_path / "o.jsonl"
    run = start(table, output, processes=2)
    until = time.monotonic() + 30
    while len(workers_of(run.pid)) < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    time.sleep(moment)
    for worker in workers_of(run.pid)[:1]:
        os.kill(worker, signal.SIGKILL)
    assert finish(run) == (0, "")
    assert output.read_bytes() == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="kills by /proc")
def test_a_killed_worker_of_a_cluster_is_replaced(tmp_path, table, wanted):
    output = tmp_path / "o.jsonl"
    run = start(table, output, scheduler="local", processes=2)
    wait_for_parts(tmp_path / "o.jsonl.parts", 1)
    for worker in workers_of(run.pid)[:1]:
        os.kill(worker, signal.SIGKILL)
    run.communicate(timeout=120)  # Dask may log what it was saying to that one
    assert run.returncode == 0
    assert output.read_bytes() == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="kills by /proc")
@pytest.mark.parametrize("options", [{}, {"processes": 2}, {"processes": 2, "scheduler": "local"}])
def test_ctrl_c_ends_everything(tmp_path, table, wanted, options):
    output = tmp_path / "o.jsonl"
    big = making.jsonl(tmp_path / "big.jsonl", [SPUN * 2_000] * 12)
    run = start(big, output, **options)
    wait_for_parts(tmp_path / "o.jsonl.parts", 1)
    workers = workers_of(run.pid)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all processes
    # It takes a second; Dask by itself would wait ten for a cluster that is not closed.
    said = run.communicate(timeout=8)[1].decode()
    assert run.returncode in (130, 1, -signal.SIGINT)
    assert "use --resume to continue" in said
    assert said.count("Traceback") <= 1  # of the script itself, which is no command
    time.sleep(0.3)
    assert not [one for one in workers if _is_alive(one)]
    assert not list(tmp_path.glob("o.jsonl.parts/.*.tmp"))


def _is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_share_of_the_work_and_then_all_of_it(tmp_path, table, wanted, capfd):
    output = tmp_path / "o.jsonl"
    for share in (2, 1, 3):
        assert clean(table, output=output, share=(share, 3), chunk_size=1_000)
        assert f"share {share} of 3 is done" in capfd.readouterr().err
    assert not output.exists()
    before = _stamps(tmp_path / "o.jsonl.parts")
    assert not clean(table, output=output, share=(2, 3), chunk_size=1_000)
    assert clean(table, output=output, share=(2, 3), chunk_size=1_000, resume=True)
    assert _stamps(tmp_path / "o.jsonl.parts") == before
    assert clean(table, output=output, chunk_size=1_000, resume=True)
    assert output.read_bytes() == wanted


def test_shares_of_a_folder_of_texts(tmp_path):
    source = making.folder(tmp_path / "src")
    for share in (1, 2):
        assert clean(source, output=tmp_path / "out", share=(share, 2), chunk_size=1)
    assert clean(source, output=tmp_path / "out", resume=True, chunk_size=1)
    assert [row.clean for row in rows_of(tmp_path / "out")] == list(making.RESTORED)


@pytest.mark.parametrize("what", ["source", "options", "engine", "format"])
def test_it_does_not_go_on_with_something_else(tmp_path, table, what, capfd, monkeypatch):
    output = tmp_path / "o.jsonl"
    clean(table, output=output, chunk_size=1_000, share=(1, 2))
    options = {"chunk_size": 1_000}
    said = {"source": "the source has changed", "options": "other options", "format": "manifest"}
    if what == "source":
        table.write_text(table.read_text("utf-8") + '{"text": "x"}\n', "utf-8")
    elif what == "options":
        options["details"] = True
    elif what == "engine":
        other = Engine("0.0", "")
        monkeypatch.setattr("reader.batch.archive.run.this_engine", lambda: other)
    else:
        (path,) = (tmp_path / "o.jsonl.parts").glob("manifest*.jsonl")
        path.write_text('{"format": "jingdu-batch/9"}\n')
    before = _stamps(tmp_path / "o.jsonl.parts")
    capfd.readouterr()
    assert not clean(table, output=output, resume=True, **options)
    message = capfd.readouterr().err
    assert "cannot be resumed" in message
    assert said.get(what, "another version") in message
    assert _stamps(tmp_path / "o.jsonl.parts") == before


def test_two_runs_do_not_write_the_same_output(tmp_path, table, capfd):
    pytest.importorskip("filelock")
    from filelock import FileLock

    (tmp_path / "o.jsonl.parts").mkdir()
    with FileLock(tmp_path / "o.jsonl.parts" / "manifest.jsonl.lock"):
        assert not clean(table, output=tmp_path / "o.jsonl", resume=True)
    assert "is being written by another run" in capfd.readouterr().err


def test_a_page_over_which_workers_end_is_set_aside(tmp_path, table):
    """The note of a careful worker names the page; it is left out if that goes on."""
    reading = Reading()
    task = Task(reading, Layout(str(tmp_path / "o.jsonl")), str(tmp_path))
    sources = Sources([str(table)], reading)
    orders = Orders(sources.plan(sources.survey(), 1_000), (1, 1), task)
    order = orders.next()
    orders.bury(order)
    order = orders.next()
    assert (order.careful, order.aside) == (True, frozenset())
    for position in (1, 2, 1, 1, 1, 1):  # here and there, and then always over the same one
        assert order.aside == frozenset()
        (tmp_path / "at-00000").write_text(str(position))
        orders.bury(order)
        order = orders.next()
    assert order.aside == {1}
    make_part(order, task)
    lines = (tmp_path / "part-00000.jsonl").read_text("utf-8").splitlines()
    rows = list(map(json.loads, lines))
    assert [row["damage"] for row in rows][:3] == ["spun", "aside", "misread"]
    assert "kept crashing on this page" in rows[1]["error"]


def test_workers_that_always_end_stop_the_run(tmp_path, table, capfd, monkeypatch):
    class Dying:
        def __init__(self, task):
            self.orders = []

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        has_room = property(lambda self: not self.orders)
        is_idle = property(lambda self: not self.orders)

        def submit(self, order):
            self.orders.append(order)

        def wait(self, seconds):
            return Died(self.orders.pop())

    monkeypatch.setattr("reader.batch.archive.run.InProcess", Dying)
    assert not clean(table, output=tmp_path / "o.jsonl")
    assert "were killed 6 times" in capfd.readouterr().err


def test_what_nobody_foresaw_is_an_error_of_one_page():
    def fail() -> tuple[str, Origin]:
        raise RecursionError("too deep")

    row = clean_page(Page("a", "b", 0, fail), Task(Reading(), Layout(""), ""))
    assert row.damage == "failed"
    assert "RecursionError: too deep" in row.error


def test_an_order_is_small(table):
    import pickle

    sources = Sources([str(table)], Reading())
    sizes = [len(pickle.dumps(Order(one))) for one in sources.plan(sources.survey(), 1_000)]
    assert max(sizes) < 1_000
