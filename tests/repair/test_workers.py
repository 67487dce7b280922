"""Several processes restore a long text exactly as one does, whatever happens to them."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from reader import MECHANISMS, Document, restore
from reader.repair import workers
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.kinds import RepairKind
from tests.damage.mark_slip import mark_slip
from tests.damage.noise import hanzi_noise
from tests.damage.sentences import SENTENCES
from tests.damage.styles import STYLES


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for any text."""
    monkeypatch.setattr(workers, "_LONG", 1)


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


@pytest.mark.usefixtures("impatient")
def test_result_is_that_of_one_process() -> None:
    text = _text()
    assert _same(restore(text, workers=2), restore(text))
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
from reader.repair import workers
workers._LONG = 1
print(restore("推動(dòng)勞(lao)動(dòng)。\\n" * 20_000, workers=2).text[:5])
"""


def test_program_that_cannot_be_imported_comes_to_its_end(tmp_path: Path) -> None:
    """Each process runs it once more, asks for processes itself, and ends before it is told."""
    program = tmp_path / "program.py"
    program.write_text(_UNGUARDED, "utf-8")
    command = [sys.executable, "-X", "utf8", str(program)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert ended.stdout == "推动劳动。\n"


def test_text_that_takes_no_seconds_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.repair.worker_pool.WorkerProcess", None)
    assert restore("推動(dòng)勞(lao)動(dòng)", workers=8).text == "推动劳动"


def test_usual_number_is_at_least_one() -> None:
    assert 1 <= workers.usual_workers() <= 4
