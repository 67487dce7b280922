"""Keep what the engine makes of many texts, and compare after its inside has changed.

    python -m tests.bench.record make DIR
    python -m tests.bench.record diff DIR [--part NAME ...] [--share 20] [--write FILE]

`make` stores inputs and results in DIR, outside the tree; `diff` runs the engine of this tree on
the stored inputs and tells what comes out otherwise (exit 1) or that nothing does (exit 0). Only
the public interface is used; the inputs are made in `record_material`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice, repeat
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple, TextIO

from reader import Document, open_document, preview, pronounce, restore
from reader.text.sentences import evidence_texts

Item = dict[str, Any]
Result = dict[str, Any]

PARTS = (
    "damaged", "layered", "clean", "traditional", "documents", "preview", "formats", "noise",
    "pronounce",
)  # fmt: skip
# Of a repair, in the order they are stored; the evidence comes behind them.
FIELDS = (
    "source_start", "source_end", "clean_start", "clean_end", "kind", "rule", "applied", "before",
    "after", "confidence", "alternatives", "evidence",
)  # fmt: skip
_CLEAN = ("clean_start", "clean_end")
_NEAR = 0.0051  # confidences no further apart are the same
_PROBES = 7  # places of a text whose spans are stored
_SHOWN = 10  # items of a part that are printed
_PLACES = 3  # differences of an item that are printed
_WINDOW = 60  # code points


class Difference(NamedTuple):
    """What one field was and is; `at` is a place in the input (code points), -1 for nowhere."""

    field: str
    old: str
    new: str
    at: int = -1


def document_record(document: Document) -> Result:
    """Return all that is kept of a document, as JSON holds it."""
    return {
        "text": document.text,
        "rebuilt": document.rebuild_source() == document.source,
        "repairs": [
            [
                one.source_start,
                one.source_end,
                one.clean_start,
                one.clean_end,
                one.kind.value,
                one.rule,
                one.applied,
                one.before,
                one.after,
                round(one.confidence, 4),
                [[other.text, round(other.probability, 4)] for other in one.alternatives],
            ]
            for one in document.repairs
        ],
        "evidence": [
            [[reason.code, *evidence_texts(reason)] for reason in one.evidence]
            for one in document.repairs
        ],
        "source_spans": [document.source_span(*span) for span in _probes(len(document.text))],
        "clean_spans": [document.clean_span(*span) for span in _probes(len(document.source))],
    }


def _probes(length: int) -> list[tuple[int, int]]:
    starts = [length * number // _PROBES for number in range(_PROBES)]
    return [(start, min(start + 3, length)) for start in starts]


def _restored(item: Item, _: Path) -> Result:
    document = restore(item["text"])
    return {**document_record(document), "source_kept": document.source == item["text"]}


def _previewed(item: Item, _: Path) -> Result:
    document = preview(item["text"], near=item["near"])
    return {**document_record(document), "source_kept": document.source == item["text"]}


def _pronounced(item: Item, _: Path) -> Result:
    return {"readings": pronounce(item["text"])}


def _both(item: Item, folder: Path) -> Result:
    return {**_restored(item, folder), **_pronounced(item, folder)}


def _opened(item: Item, folder: Path) -> Result:
    document = open_document(folder / "files" / item["file"], **item["how"])
    origin = document.origin
    blocks = (document.structure, document.clean_structure())
    return {
        **document_record(document),
        "source": document.source,
        "origin": [origin.format, origin.encoding, origin.how, origin.lost, origin.whole_page],
        "cuts": [[cut.start, cut.end, cut.data.hex()] for cut in origin.cuts],
        "structure": [
            [[block.kind.value, block.level, block.start, block.end] for block in structure]
            for structure in blocks
        ],
    }


_WAYS: dict[str, Callable[[Item, Path], Result]] = dict.fromkeys(PARTS, _restored) | {
    "preview": _previewed,
    "formats": _opened,
    "noise": _both,
    "pronounce": _pronounced,
}


def _run(part: str, folder: Path, item: Item) -> tuple[str, float, int]:
    """Run the engine on one input: the result as a line of JSON, seconds, peak memory in MB."""
    start = process_time()
    try:
        result = _WAYS[part](item, folder)
    except Exception as error:  # what went wrong is a result, too
        message = str(error).replace(str(folder / "files"), "").lstrip("/\\")
        result = {"error": type(error).__name__, "message": message}
    return json.dumps(result), process_time() - start, _peak()


def _peak() -> int:
    """Return the most memory this process has held (MB), 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0
    held = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(held[0]) // 1024 if held else 0


class _Runner:
    """Runs the items of one part, in order, and adds up what that took."""

    def __init__(self, part: str, folder: Path, jobs: int) -> None:
        self.part = part
        self._folder = folder
        self._jobs = jobs
        self._seconds = 0.0
        self._peak = 0
        self._count = 0

    def run(self, items: list[Item]) -> Iterator[str]:
        """Yield the results as lines of JSON."""
        start = perf_counter()
        size = max(1, min(10, len(items) // (self._jobs * 8)))
        with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn")) as pool:
            parts, folders = repeat(self.part), repeat(self._folder)
            for line, seconds, peak in pool.map(_run, parts, folders, items, chunksize=size):
                self._seconds += seconds
                self._peak = max(self._peak, peak)
                self._count += 1
                yield line
        self._wall = perf_counter() - start

    def took(self) -> str:
        """Say what it took."""
        return (
            f"{self.part}: {self._count:,} items in {self._wall:.0f} s "
            f"({self._seconds:.1f} s of work, {self._peak:,} MB at most in a process)"
        )


def _lines(path: Path, share: int = 1) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="ascii") as file:
        yield from islice(file, 0, None, share)


def _write(path: Path, lines: Iterator[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="ascii", newline="\n", compresslevel=6) as file:
        file.writelines(f"{line}\n" for line in lines)


def _inputs(folder: Path, part: str) -> Path:
    return folder / "inputs" / f"{part}.jsonl.gz"


def _results(folder: Path, part: str) -> Path:
    return folder / "results" / f"{part}.jsonl.gz"


def make(folder: Path, parts: tuple[str, ...], share: int, jobs: int) -> int:
    """Store inputs, a `share`th of them, and what the engine makes of them."""
    from tests.bench import record_material  # `diff` does without the generators

    for part in parts:
        start = perf_counter()
        items = record_material.items(part, share, folder)
        _write(_inputs(folder, part), map(json.dumps, items))
        print(f"{part}: inputs made in {perf_counter() - start:.0f} s", flush=True)
        # As they will be read: JSON joins two lone surrogates that make a pair.
        stored = [json.loads(line) for line in _lines(_inputs(folder, part))]
        runner = _Runner(part, folder, jobs)
        _write(_results(folder, part), runner.run(stored))
        print(runner.took(), flush=True)
    return 0


def diff(
    folder: Path,
    parts: tuple[str, ...],
    share: int,
    jobs: int,
    *,
    evidence: bool = False,
    report: TextIO | None = None,
) -> int:
    """Compare what the engine makes of the stored inputs now; return the number of items."""
    total = 0
    for part in parts:
        items = [json.loads(line) for line in _lines(_inputs(folder, part), share)]
        runner = _Runner(part, folder, jobs)
        counts: Counter[str] = Counter()
        differing = 0
        stored = _lines(_results(folder, part), share)
        for number, item, old, new in zip(
            range(0, len(items) * share, share), items, stored, runner.run(items), strict=True
        ):
            if old.rstrip("\n") == new:
                continue
            found = list(differences(json.loads(old), json.loads(new), evidence=evidence))
            if not found:
                continue
            differing += 1
            counts.update(one.field for one in found)
            head = f"{part} {number} [{item['family']}]"
            if differing <= _SHOWN:
                print("\n".join([head, *_shown(item, found[:_PLACES])]))
                if len(found) > _PLACES:
                    print(f"  and {len(found) - _PLACES:,} more")
            if report is not None:
                report.write("\n".join([head, *_shown(item, found), ""]))
        print(runner.took())
        listed = ", ".join(f"{field} {count:,}" for field, count in counts.most_common())
        print(f"{part}: {differing:,} items differ{listed and f': {listed}'}", flush=True)
        total += differing
    return total


def differences(old: Result, new: Result, *, evidence: bool = False) -> Iterator[Difference]:
    """Yield what differs between two results, field by field."""
    same_text = old.get("text") == new.get("text")
    for field in [*old, *(field for field in new if field not in old)]:
        before, after = old.get(field), new.get(field)
        if before == after and field != "repairs":
            continue
        if field == "repairs":
            yield from _repairs(_rows(old, evidence), _rows(new, evidence), same_text)
        elif field == "text" and isinstance(before, str) and isinstance(after, str):
            at = _first(before, after)
            place = _in_source(at, old.get("repairs", ()))
            yield Difference(field, _window(before, at), _window(after, at), place)
        elif field.endswith("_spans") and not same_text:
            continue
        elif field != "evidence":
            yield _value(field, before, after)


def _value(field: str, before: Any, after: Any) -> Difference:
    """Return the difference of two values; of two lists only where they part."""
    if isinstance(before, str) and isinstance(after, str):
        at = _first(before, after)
        return Difference(field, _window(before, at), _window(after, at))
    if isinstance(before, list) and isinstance(after, list):
        at = _first(before, after)
        place = -1
        if field == "readings":
            place = next((rest[at][0] for rest in (before, after) if len(rest) > at), -1)
        return Difference(field, _short(before[at : at + 3]), _short(after[at : at + 3]), place)
    return Difference(field, _short(before), _short(after))


def _rows(result: Result, evidence: bool) -> list[list[Any]]:
    rows: list[list[Any]] = result.get("repairs", [])
    if evidence:
        rows = [[*row, why] for row, why in zip(rows, result.get("evidence", ()), strict=True)]
    return rows


def _repairs(old: list[list[Any]], new: list[list[Any]], same_text: bool) -> Iterator[Difference]:
    """Pair repairs by their place in the source and compare the pairs."""
    rest: dict[tuple[int, int], list[list[Any]]] = {}
    for row in new:
        rest.setdefault((row[0], row[1]), []).append(row)
    for row in old:
        others = rest.get((row[0], row[1]))
        if not others:
            yield Difference("repair gone", _short(row), "", row[0])
            continue
        for field, before, after in zip(FIELDS, row, others.pop(0), strict=False):
            if not _alike(before, after) and (same_text or field not in _CLEAN):
                yield Difference(f"repair {field}", _short(row), _short([field, after]), row[0])
    for row in chain.from_iterable(rest.values()):
        yield Difference("repair new", "", _short(row), row[0])


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _NEAR
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return bool(one == other)


def _first(one: Any, other: Any) -> int:
    """Return the first index at which two sequences differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _in_source(at: int, repairs: list[list[Any]]) -> int:
    """Return about where in the source a place of the clean text is."""
    moved = 0
    for _, source_end, clean_start, clean_end, *_, _before, _after, _sure, _others in repairs:
        if clean_start > at:
            break
        moved = source_end - clean_end
    return max(0, at + moved)


def _window(text: str, at: int) -> str:
    low, high = max(0, at - _WINDOW // 2), at + _WINDOW
    dots = ("…" if low else "", "…" if high < len(text) else "")
    return dots[0] + repr(text[low:high])[1:-1] + dots[1]


def _short(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 300 else f"{shown[:300]}…"


def _shown(item: Item, found: list[Difference]) -> Iterator[str]:
    """Yield the lines that tell of an item's differences."""
    text = item.get("text")
    for one in found:
        yield f"  {one.field}"
        where = item.get("file", "") if text is None else _window(text, max(0, one.at))
        for name, value in (("input", where), ("old", one.old), ("new", one.new)):
            # A lone surrogate can be printed nowhere.
            yield f"    {name:5} {value}".encode("utf-8", "backslashreplace").decode()


def main(arguments: list[str] | None = None) -> int:
    """Run `make` or `diff`."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.record", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("what", choices=("make", "diff"))
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder outside the tree")
    parser.add_argument("--part", nargs="+", action="extend", choices=PARTS, metavar="NAME")
    parser.add_argument("--share", type=int, default=1, help="take every N-th item only")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--evidence", action="store_true", help="compare the evidence, too")
    parser.add_argument("--write", type=Path, metavar="FILE", help="where all differences go")
    given = parser.parse_args(arguments)
    folder = given.folder.resolve()
    parts = tuple(part for part in PARTS if not given.part or part in given.part)
    if given.what == "make":
        return make(folder, parts, given.share, given.jobs)
    report = given.write and given.write.open("w", encoding="utf-8")
    try:
        total = diff(folder, parts, given.share, given.jobs, evidence=given.evidence, report=report)
    finally:
        if report:
            report.close()
    print(f"{total:,} items differ" if total else "nothing differs")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
