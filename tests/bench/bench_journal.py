"""Journals: what they cost with 200,000 decisions, and what a killed process loses."""

from __future__ import annotations

import gc
import lzma
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from reader import restore
from reader.review.decisions import decision_for
from reader.review.engine import this_engine
from reader.review.finding import find_journals
from reader.review.frozen import freeze
from reader.review.history import DecisionAct, History, How
from reader.review.journal import freeze_line, header_line, whole_journal
from reader.review.packed import pack
from reader.review.parse import parse_journal
from reader.review.review import Review
from reader.text.document import Document, Origin
from tests.bench import corpus, needs
from tests.bench.bench_view import large_document
from tests.bench.figure import Figure

_DECISIONS = 200_000
_KILLS = 200
_MORE = 15
_WHEN = "2026-11-29T08:00:00Z"
NEEDS = (needs.LAWS, needs.NEWS, needs.ENCYCLOPEDIA)
_DATA = corpus.SHARED / "data"
_KINDS = ("laws", "news", "encyclopedia")


def run() -> list[Figure]:
    """Measure on documents of this machine; times are wall-clock, with the disk there is."""
    gc.disable()  # as while the window opens a document
    figures = _many_decisions(large_document())
    gc.enable()
    figures += _carried_over()
    figures += _killed()
    return figures


# -- many decisions


def _many_decisions(document: Document) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.txt"
        history = _history(document)
        engine = this_engine()
        lines = whole_journal(
            header_line(document.source, page.name, engine, _WHEN),
            document.source,
            history,
            frozen=freeze_line(pack(freeze(document)), engine),
        )
        journal = page.with_name("page.txt.jingdu")
        journal.write_text("".join(lines), "utf-8")
        size = journal.stat().st_size
        start = time.perf_counter()
        found = find_journals(page, document.source, folder)
        read = time.perf_counter()
        thawed = found.thaw(document.source, Origin())
        restored = time.perf_counter()
        review = Review(thawed or document, found, thawed=thawed is not None)
        opened = time.perf_counter()
        same = review.history == history and thawed is not None
        written, deciding = [], []
        for repair in document.repairs[: _MORE * 7 : 7]:
            begun = time.perf_counter()
            review.decide([decision_for(repair, "净")], How.TYPED)
            decided = time.perf_counter()
            review.save()
            deciding.append(decided - begun)
            written.append(time.perf_counter() - decided)
        fresh = Review(document, find_journals(folder / "other.txt", document.source, folder))
        alone = []
        for repair in document.repairs[: _MORE * 7 : 7]:
            begun = time.perf_counter()
            fresh.decide([decision_for(repair, "净")], How.TYPED)
            alone.append(time.perf_counter() - begun)
    what = f"{_DECISIONS:,} decisions on {len(document.repairs):,} repairs"
    parts = (
        f"read {read - start:.2f} s, repairs {restored - read:.2f} s, "
        f"decisions {opened - restored:.2f} s"
    )
    return [
        Figure(f"{what}: size", f"{size / 1e6:.1f} MB", "< 30 MB", size < 30e6),
        Figure(
            "one more is on the disk in",
            f"{median(written) * 1000:.1f} ms",
            "< 5 ms",
            median(written) < 0.005,
        ),
        Figure(
            "open again, without the engine",
            f"{opened - start:.2f} s ({parts})",
            "< 1 s",
            same and opened - start < 1,
        ),
        Figure(
            "one more decision until the document reads so",
            f"{median(deciding) / median(alone):.2f}",
            "<= 1.2",
            median(deciding) / median(alone) <= 1.2,
            "the first ones on the same document",
        ),
    ]


def _history(document: Document) -> History:
    dice = random.Random(1)
    acts = []
    for number, repair in enumerate(dice.sample(document.repairs, _DECISIONS), 1):
        place = decision_for(repair, dice.choice((repair.before, repair.after, "净")))
        acts.append(DecisionAct((place,), How.ALTERNATIVE, _WHEN, "anna", number))
    return History(tuple(acts))


# -- a changed source


def _carried_over() -> list[Figure]:
    figures = []
    for kind in _KINDS:
        path = _DATA / f"{kind}.txt.xz"
        with lzma.open(path, "rt", encoding="utf-8") as file:
            lines = [line.strip() for line, _ in zip(file, range(60_000), strict=False)]
        paragraphs = [line for line in lines if 20 <= len(line) <= 400]
        dice = random.Random(7)
        figures.append(_carried(kind, dice.sample(paragraphs, min(3_000, len(paragraphs)))))
    return figures


def _carried(kind: str, paragraphs: list[str]) -> Figure:
    """Change, move or remove every tenth paragraph; each word of each other one is known."""
    from reader.review.carry import carry

    dice = random.Random(3)
    old = "\n".join(paragraphs)
    kept: list[tuple[int, str]] = []  # number of the paragraph, and how it reads now
    moved: list[tuple[int, str]] = []
    for number, paragraph in enumerate(paragraphs):
        if number % 10:
            kept.append((number, paragraph))
            continue
        change = dice.choice(("change", "move", "remove"))
        if change == "move":
            moved.append((number, paragraph))
        elif change == "change":
            at = dice.randrange(len(paragraph) - 4)
            kept.append((number, paragraph[:at] + "此处已改" + paragraph[at + 4 :]))
    for one in moved:
        kept.insert(dice.randrange(len(kept)), one)
    new = "\n".join(text for _, text in kept)
    places = {}
    at = 0
    for number, text in kept:
        places[number] = at, text
        at += len(text) + 1
    spans, truth = [], []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for _ in range(3):
            start = dice.randrange(len(paragraph))
            end = min(len(paragraph), start + dice.randint(1, 6))
            spans.append((at + start, at + end))
            there = places.get(number)
            # Beside a character that changed, a word may be another word.
            around = slice(max(0, start - 1), end + 1)
            if there is None or there[1][around] != paragraph[around]:
                truth.append(None)
            else:
                truth.append((there[0] + start, there[0] + end))
        at += len(paragraph) + 1
    found = carry(old, new, spans)
    held = sum(1 for one in truth if one is not None)
    right = sum(1 for one, true in zip(found, truth, strict=True) if true and one == true)
    wrong = sum(1 for one, true in zip(found, truth, strict=True) if one and one != true)
    return Figure(
        f"{kind}, every tenth paragraph changed, moved or removed: decisions carried over",
        f"{right:,} of {held:,}, {wrong} to a wrong place",
        "all, 0 wrong",
        right == held and not wrong,
    )


# -- killed

_SCRIPT = """
import random, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.ui.window.actions import ActionId
from reader.ui.app import create
page, folder = Path(sys.argv[1]), Path(sys.argv[2])
app, window = create(["jingdu"], settings_path=folder / "jingdu.ini", data_path=folder)
window.show()
dice = random.Random()

def act():
    what = dice.random()
    actions = window.actions_by_id
    if what < 0.15:
        actions[ActionId.UNDO].trigger()
    elif what < 0.25:
        actions[ActionId.REDO].trigger()
    elif what < 0.27:
        window.open_commands.open_path(page)
    else:
        repair = dice.choice(window.page.panes.document.repairs)
        window.tab.review.decide(repair, dice.choice((repair.before, "净", "")))
    tell()

def tell():
    text = window.page.panes.document.text
    print(time.monotonic(), text.encode().hex(), flush=True)

def begin(*_):
    print("begin", flush=True)
    tell()
    timer.start(10)

timer = QTimer()
timer.timeout.connect(act)
window.opening_ended.connect(begin)
window.open_commands.open_path(page)
app.exec()
"""


def _killed() -> list[Figure]:
    source = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧,全麵髮揮作用。重(chóng)慶是座城市。\n" * 3
    dice = random.Random(5)
    lost = unreadable = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.txt"
        page.write_text(source, "utf-8")
        told_in = folder / "told"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        for _ in range(_KILLS):
            command = [sys.executable, "-c", _SCRIPT, str(page), str(folder / "data")]
            # Into a file: a pipe that nobody reads would hold the process up.
            with told_in.open("wb") as output:
                quiet = subprocess.DEVNULL  # the plugin warns at every window
                process = subprocess.Popen(command, stdout=output, stderr=quiet, env=environment)
                while not told_in.stat().st_size:
                    time.sleep(0.01)
                time.sleep(dice.uniform(0.0, 3.5))
                process.send_signal(signal.SIGKILL)
                killed = time.monotonic()
                process.wait()
            told = told_in.read_text().splitlines(keepends=True)[1:]
            if told and not told[-1].endswith("\n"):
                told.pop()
            states = [line.split() for line in told if line != "begin\n"]
            journal = page.with_name("page.txt.jingdu")
            if not journal.exists():
                lost += any(killed - float(when) > 2 for when, *_ in states)
                continue
            unreadable += parse_journal(journal.read_bytes()).broken > 0
            found = find_journals(page, source, folder / "data")
            thawed = found.thaw(source, Origin())
            text = Review(thawed or restore(source), found, thawed=True).document.text
            # The state on the disk is the last one told, or one of the last two seconds.
            young = [of for when, *of in states if killed - float(when) <= 2]
            older = [of for when, *of in states if killed - float(when) > 2][-1:]
            texts = {bytes.fromhex("".join(of)).decode() for of in (*older, *young)}
            lost += text not in texts
    return [
        Figure(
            f"killed at {_KILLS} random moments: decisions older than 2 s lost",
            str(lost),
            "0",
            not lost,
        ),
        Figure("journals that could not be read whole", str(unreadable), "0", not unreadable),
    ]
