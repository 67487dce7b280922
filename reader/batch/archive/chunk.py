"""Turns one chunk into one part: the same function on one machine and on a cluster.

A page that cannot be read becomes a row with its error, one over a limit a row that says which:
nothing about a page stops the others.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from reader.batch.archive.damage import failed_row, row_of
from reader.batch.archive.limits import MOST_CHARACTERS
from reader.batch.archive.page import Page
from reader.batch.archive.plan import Chunk, read_chunk
from reader.batch.archive.row import Damage, PageRow
from reader.batch.archive.sinks.part import Hashed, Layout, Result
from reader.batch.archive.sinks.table import sink_for
from reader.batch.archive.sources.cells import BadRow
from reader.batch.archive.sources.slices import Reading
from reader.batch.archive.sources.streams import Streams
from reader.batch.archive.storage import create, join
from reader.repair.caches import forget
from reader.repair.mechanism import Mechanism
from reader.repair.pipeline import restore
from reader.repair.registry import MECHANISMS
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import NO_RULES, RuleSet
from reader.text.document import Document, Origin
from reader.text.errors import FileTooBig, ReaderError, TakesTooLong, TooMuchInside
from reader.text.memory import give_back

_LIMITS = (FileTooBig, TakesTooLong, TooMuchInside)
_FORGET_AFTER = 1_000_000  # code points; the caches of the engine fill as it reads

Check = Callable[[], None]
"""Called before each page; what it raises, to stop, goes through."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with every chunk. Small and picklable: each worker is given it once.

    `output` tells the shape of the parts, which are written into the folder `work`.
    """

    reading: Reading
    layout: Layout
    work: str
    most_characters: int = MOST_CHARACTERS
    rules: RuleSet = NO_RULES


@dataclass(frozen=True, slots=True)
class Order:
    """A chunk that is to be done.

    `careful` has the worker note before each page which it is, as another one ended over this
    chunk; `aside` are the positions of pages over which workers have ended too often.
    """

    chunk: Chunk
    careful: bool = False
    aside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is written: its size and hash, and what was counted in it."""

    number: int
    size: int
    digest: str
    pages: int
    damage: Mapping[str, int] = field(default_factory=dict)
    repairs: int = 0
    undecided: int = 0
    characters: int = 0


def part_name(number: int, ending: str) -> str:
    """Return the name of a part."""
    return f"part-{number:05d}{ending}"


def note_name(number: int) -> str:
    """Return the name of the note that says at which page of a chunk a worker is."""
    return f"at-{number:05d}"


_ONE_AT_A_TIME = threading.Lock()  # a worker of a cluster may have several threads


def make_part(order: Order, task: Task, check: Check | None = None) -> Part:
    """Clean the pages of a chunk and write them as a part, whole or not at all.

    The same chunk gives the same bytes, wherever and however often it is done. Raises ReaderError
    if the source cannot be read any more, or the part cannot be written.
    """
    _load_models()
    chunk = order.chunk
    sink = sink_for(task.layout.address)
    damage: Counter[str] = Counter()
    repairs = undecided = characters = 0
    with _ONE_AT_A_TIME, create(join(task.work, part_name(chunk.number, sink.ending))) as file:
        hashed = Hashed(file)
        with sink.write_part(hashed, task.layout) as write:  # type: ignore[arg-type]
            for page in read_chunk(chunk, task.reading, _streams()):
                if check is not None:
                    check()
                if order.careful:
                    _note(task.work, chunk.number, page.position)
                row = clean_page(page, task, is_aside=page.position in order.aside)
                write(Result(page, row))
                damage[row.damage] += 1
                repairs += row.repairs
                undecided += row.undecided
                characters += row.characters
                _forget_sometimes(row.characters)
    return Part(
        chunk.number,
        hashed.size,
        hashed.digest,
        sum(damage.values()),
        dict(sorted(damage.items())),
        repairs,
        undecided,
        characters,
    )


def clean_page(page: Page, task: Task, *, is_aside: bool = False) -> PageRow:
    """Return what becomes of one page; whatever is wrong with it stands in its row."""
    if is_aside:
        return failed_row(page, str(BadRow("page_crashed")), Damage.ASIDE)
    try:
        text, origin = page.read()
        if len(text) > task.most_characters:
            count, most = f"{len(text):,}", f"{task.most_characters:,}"
            error = BadRow("page_too_long", count=count, most=most)
            return failed_row(page, str(error), Damage.ASIDE, len(text))
        document = _restore(text, origin, task.rules)
        return row_of(page, document, details=task.layout.details)
    except _LIMITS as error:
        return failed_row(page, str(error), Damage.ASIDE)
    except ReaderError as error:
        return failed_row(page, str(error))
    except Exception as error:  # the boundary of a page: the others go on, whatever this one holds
        words = f"{type(error).__name__}: {error}".rstrip(": ")
        return failed_row(page, str(BadRow("crashed_unnoted", name=words)))


def _restore(text: str, origin: Origin, rules: RuleSet) -> Document:
    return restore(text, origin=origin, mechanisms=_mechanisms(rules) if rules else MECHANISMS)


def _mechanisms(rules: RuleSet) -> tuple[Mechanism, ...]:
    return tuple(apply_rules(rules))


@cache
def _load_models() -> None:
    """Load the models before the first page: else that seems to be the one that takes so long."""
    restore("推動(dòng)勞(lao)動(dòng)，推動上?！V州、深圳。")


def _note(work: str, number: int, position: int) -> None:
    with create(join(work, note_name(number))) as file:
        file.write(str(position).encode())


@cache
def _streams() -> Streams:
    """Return the files that this worker has open, for all its chunks."""
    return Streams()


def close_streams() -> None:
    """Close what this process has open of the sources."""
    if _streams.cache_info().currsize:
        _streams().close()
        _streams.cache_clear()


class _Since:
    """How much was restored since the caches were emptied."""

    characters = 0


def _forget_sometimes(characters: int) -> None:
    """Empty the caches of the engine now and then: a worker runs for days."""
    _Since.characters += characters
    if _Since.characters >= _FORGET_AFTER:
        _Since.characters = 0
        forget()
        give_back()
