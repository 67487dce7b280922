"""Several processes restore a long text exactly as one does, whatever happens to them."""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from reader import MECHANISMS, Document, restore
from reader.repair import ahead
from reader.repair.attempt import Attempt, ParagraphRestorer
from reader.repair.budget import Allowance
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.kinds import RepairKind
from reader.text.processes import WorkerProcess
from tests.damage.mark_slip import mark_slip
from tests.damage.noise import hanzi_noise
from tests.damage.sentences import SENTENCES
from tests.damage.styles import STYLES


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for any text."""
    monkeypatch.setattr(ahead, "_LEARNT", 0.0)
    monkeypatch.setattr(ahead, "_LEFT", 0.0)


def _text() -> str:
    random = Random("workers")
    spun = [STYLES["seed"](line, random).text for line in SENTENCES[:30]]
    slipped = [mark_slip(line).text for line in SENTENCES[:60]]
    # 耑 is 端 or 专: the whole document votes on it.
    voted = ["前耑技朮咊後耑技朮昰兩囙事。", "手機耑昰什麽？", "高耑裝備製造業。"]
    return "\n".join([*SENTENCES[:10], *spun, *slipped[:20], *voted])


def _repairs(document: Document) -> list[object]:
    return [(one, one.alternatives, one.evidence) for one in document.repairs]


def _same(one: Document, other: Document) -> bool:
    return one.text == other.text and _repairs(one) == _repairs(other)


def _count_restored_here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the start of each paragraph which this process restores."""
    starts: list[int] = []
    restored = ParagraphRestorer.restore

    def count(self: ParagraphRestorer, start: int, end: int, allowance: Allowance) -> Attempt:
        starts.append(start)
        return restored(self, start, end, allowance)

    monkeypatch.setattr(ParagraphRestorer, "restore", count)
    return starts


def _check_made_ahead(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Check that the result is the same, and that other processes made most of it."""
    made_here = _count_restored_here(monkeypatch)
    alone = restore(text)
    in_all = len(made_here)
    made_here.clear()
    assert _same(restore(text, workers=2), alone)
    assert len(made_here) < in_all / 2


@pytest.mark.usefixtures("impatient")
def test_result_is_that_of_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _text()
    _check_made_ahead(text, monkeypatch)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("impatient")
def test_noise_uses_up_the_same_budget() -> None:
    noise = "\n".join(hanzi_noise(60, seed) for seed in range(7))
    text = f"{noise}\n{_text()[-600:]}"
    assert _same(restore(text, workers=2), restore(text))


@pytest.mark.usefixtures("impatient")
def test_process_that_was_killed_is_not_missed() -> None:
    text = _text()
    killed = []

    def kill(_done: int, _total: int) -> None:
        if not killed and (children := multiprocessing.active_children()):
            killed.append(children[0])
            children[0].kill()

    document = restore(text, workers=2, progress=kill)
    assert killed
    assert _same(document, restore(text))


class _Stop(Exception):  # noqa: N818 - somebody asked for it
    pass


@pytest.mark.usefixtures("impatient")
def test_processes_end_when_it_is_cancelled() -> None:
    def stop(_done: int, _total: int) -> None:
        if multiprocessing.active_children():
            raise _Stop

    with pytest.raises(_Stop):
        restore(_text(), workers=2, progress=stop)
    assert not multiprocessing.active_children()


class _Stars:
    name = "stars"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PARAGRAPH

    def __init__(self) -> None:
        self.found = lambda text: text.find("★")  # can't be sent to another process

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        at = self.found(stretch.text)
        if at >= 0:
            yield Proposal(at, at + 1, "", RepairKind.DEBRIS, "debris.star", 3.0, ())


@pytest.mark.usefixtures("impatient")
def test_mechanism_that_cannot_be_sent_works_here() -> None:
    own: Sequence[object] = (*MECHANISMS, _Stars())
    text = "推動(dòng)勞(lao)動(dòng)★關(guān)係咊(he)諧"
    assert restore(text, mechanisms=own, workers=2).text == "推动劳动关系和谐"  # type: ignore[arg-type]


_UNGUARDED = """
from reader import restore
from reader.repair import ahead
ahead._LEARNT = ahead._LEFT = 0.0
print(restore("推動(dòng)勞(lao)動(dòng)。\\n" * 20_000, workers=2).text[:5])
"""


def test_program_that_cannot_be_imported_comes_to_its_end(tmp_path: Path) -> None:
    """Each process runs it once more, asks for processes itself, and ends before it is told."""
    program = tmp_path / "program.py"
    program.write_text(_UNGUARDED, "utf-8")
    command = [sys.executable, "-X", "utf8", str(program)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert ended.stdout == "推动劳动。\n"


@pytest.mark.usefixtures("impatient")
def test_bytes_lost_anywhere_are_attempted_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """What such a text searches in vain leaves each paragraph less, and changes nothing."""
    lines = [
        line if number % 3 else _lose_byte(line, Random(number))
        for number, line in enumerate(SENTENCES[:90])
    ]
    text = "\n".join(lines)
    _check_made_ahead(text, monkeypatch)


def _lose_byte(line: str, random: Random) -> str:
    data = bytearray(line.encode("gbk"))
    data[random.randrange(4, len(data) - 4)] = ord("?")
    return bytes(data).decode("gbk", "replace").replace("\ufffd", "?")


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.repair.ahead_pool.WorkerProcess", None)


@pytest.mark.usefixtures("no_process")
def test_text_that_takes_no_seconds_starts_no_process() -> None:
    assert restore("推動(dòng)勞(lao)動(dòng)", workers=8).text == "推动劳动"


@pytest.mark.usefixtures("no_process")
def test_questions_start_no_process() -> None:
    text = "你知道这是谁的吗?她摇了摇头，没有说话。\n" * 60
    assert restore(text, workers=8).text == text


@pytest.mark.usefixtures("impatient")
def test_where_no_process_can_be_started_one_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_serve: object) -> None:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr("reader.repair.ahead_pool.WorkerProcess", refuse)
    text = _text()
    assert _same(restore(text, workers=2), restore(text))


@pytest.mark.usefixtures("impatient")
def test_where_one_process_cannot_be_started_the_others_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[WorkerProcess] = []

    def refuse(serve: Callable[[Connection], None]) -> WorkerProcess:
        if started:
            raise BlockingIOError("too many processes")
        started.append(WorkerProcess(serve))
        return started[0]

    monkeypatch.setattr("reader.repair.ahead_pool.WorkerProcess", refuse)
    text = _text()
    assert _same(restore(text, workers=2), restore(text))
    assert started
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("impatient", "no_process")
def test_process_that_ends_with_another_starts_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker of multiprocessing.Pool may have no children."""
    monkeypatch.setattr(multiprocessing, "current_process", lambda: SimpleNamespace(daemon=True))
    assert restore("推動(dòng)。\n" * 9, workers=2).text == "推动。\n" * 9


class _Unsendable(_Stars):
    def __getstate__(self) -> object:
        raise ValueError("not to be sent")


@pytest.mark.usefixtures("impatient")
def test_whatever_a_mechanism_says_to_being_sent_it_works_here() -> None:
    own: Sequence[object] = (*MECHANISMS, _Unsendable())
    text = "推動(dòng)勞(lao)動(dòng)★\n關(guān)係咊(he)諧"
    assert restore(text, mechanisms=own, workers=2).text == "推动劳动\n关系和谐"  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform != "linux", reason="sets how much a pipe holds")
@pytest.mark.usefixtures("impatient")
def test_pipe_that_holds_little_hangs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS; both sides would wait for the other to read."""
    started = WorkerProcess.__init__

    def start(self: WorkerProcess, serve: Callable[[Connection], None]) -> None:
        started(self, serve)
        with socket.socket(fileno=os.dup(self.pipe.fileno())) as pipe:
            pipe.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)

    monkeypatch.setattr(WorkerProcess, "__init__", start)
    text = "推動(dòng)勞動(dòng)，我們。\n" * 20_000
    assert restore(text, workers=2).text == "推动劳动，我们。\n" * 20_000


def test_usual_number_is_at_least_one() -> None:
    assert 1 <= ahead.usual_workers() <= 4
