"""Cleans and explains files one by one; one that fails does not keep the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.batch.job import STANDARD_INPUT, Job, PinyinJob
from reader.export.explain import to_explanation, visible
from reader.export.html import to_html
from reader.export.json import to_json
from reader.export.markdown import to_markdown
from reader.export.pinyin import with_readings
from reader.export.text import to_text
from reader.formats.open import fetch_text, read_text, text_of
from reader.repair.pipeline import restore
from reader.review.errors import JournalGiven
from reader.review.finding import find
from reader.review.journal_file import data_folder, document_of
from reader.review.review import Review
from reader.text.document import Document, Origin
from reader.text.errors import CannotWrite, ReaderError, writing_failed
from reader.text.files import write_text
from reader.text.streams import read, say, write

if TYPE_CHECKING:
    from reader.pinyin.user_readings import UserReadings
    from reader.review.history import Pins
    from reader.review.place_readings import PlaceReadings


def clean_files(job: Job) -> bool:
    """Do the job; say on standard error what failed. Return whether all was done."""
    reports: list[str] = []
    own = _own()
    done = True
    if job.to_folder and job.output is not None:
        try:
            Path(job.output).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            say(f"jingdu: {writing_failed(Path(job.output), error)}")
            return False
    for (name, read_it), target in zip(_readers(job), job.targets(), strict=True):
        if target is not None and job.to_folder and not job.force and target.exists():
            say(f"jingdu: {CannotWrite(target, 'it is there already; --force replaces it')}")
            done = False
            continue
        opened = _opened(job, read_it, own)
        if opened is None:
            done = False
            continue
        if job.report is not None:
            reports.append(_reported(opened, name, job, own))
        done &= _tried(partial(_put, opened.document, target, job))
    if job.report is not None and reports:
        done &= _tried(partial(write_text, job.report, _joined(reports, job)))
    return done


def explain_files(job: Job) -> bool:
    """Print every repair of the files. Return whether all could be read."""
    done = True
    own = _own()
    for name, read_it in _readers(job):
        opened = _opened(job, read_it, own)
        if opened is None:
            done = False
            continue
        write(_explained(opened, name if job.count > 1 else "", own))
    return done


def pronounce_file(job: PinyinJob) -> bool:
    """Print or write the text of a file with its readings. Return whether it could be done."""
    # Here and not above: the window starts by way of this module and needs none of it.
    from reader.pinyin.document import gloss_readings
    from reader.pinyin.pronounce import readings

    asked = Job((job.file,), encoding=job.encoding, decisions=job.decisions)
    own = _own()
    opened = _opened(asked, partial(_read_file, job.file, asked), own)
    if opened is None:
        return False
    document = opened.document
    found = readings(
        document.text,
        options=job.options,
        gloss=gloss_readings(document),
        user=own.words,
        pinned=_pinned(opened),
    )
    title = Path(job.file).name if job.file != STANDARD_INPUT else "Jingdu"
    made = with_readings(document.text, found, job.format, title)
    if job.output is None:
        write(made)
        return True
    return _tried(partial(write_text, job.output, made))


class _Own(NamedTuple):
    """What the user says of readings: of words, and of places in documents."""

    words: UserReadings
    places: PlaceReadings


def _own() -> _Own:
    """Return what the user set; say what of it cannot be understood, and do without that."""
    from reader.pinyin import user_readings
    from reader.review import place_readings

    words, places = user_readings.UserReadings(), place_readings.PlaceReadings()
    try:
        words = user_readings.load()
        for broken in words.broken:
            say(f"jingdu: {broken}")
    except ReaderError as error:
        say(f"jingdu: {error}")
    try:
        places = place_readings.load()
    except ReaderError as error:
        say(f"jingdu: {error}")
    return _Own(words, places)


class _Opened(NamedTuple):
    """A document as it was decided, and the readings that are set for its places."""

    document: Document
    pins: Pins


def _pinned(opened: _Opened) -> dict[int, str]:
    from reader.review.place_readings import placed

    return placed(opened.document, opened.pins)


def _explained(opened: _Opened, name: str, own: _Own) -> str:
    pinned = _pinned(opened)
    return to_explanation(opened.document, name=name, user=own.words, pinned=pinned)


_Read = Callable[[], tuple[str, Origin]]


def _readers(job: Job) -> list[tuple[str, _Read]]:
    """Return the name of each file and address, and what reads its text."""
    how = partial(fetch_text, encoding=job.encoding, whole_page=job.whole_page)
    return [
        *((name, partial(_read_file, name, job)) for name in job.files),
        *((address, partial(how, address)) for address in job.addresses),
    ]


def _read_file(name: str, job: Job) -> tuple[str, Origin]:
    """Return the text of a file or of standard input. Raises ReaderError."""
    if name != STANDARD_INPUT:
        path = Path(name)
        if (document := document_of(path)) is not None:  # as a shell names it with *
            raise JournalGiven(path, document)
        return read_text(name, encoding=job.encoding, whole_page=job.whole_page)
    return text_of(read(), None, encoding=job.encoding, whole_page=job.whole_page)


def _opened(job: Job, read_it: _Read, own: _Own) -> _Opened | None:
    """Return the restored document; None, with a message, if it cannot be opened."""
    try:
        text, origin = read_it()
    except ReaderError as error:
        say(f"jingdu: {error}")
        return None
    if not job.decisions:
        return _Opened(restore(text, origin=origin), own.places.of(text))
    found = find(origin.path, text, data_folder())
    if found.problem is not None:
        say(f"jingdu: {found.problem}")
    if found.journal is None:
        return _Opened(restore(text, origin=origin), own.places.of(text))
    thawed = found.frozen(text, origin)
    base = thawed or restore(text, origin=origin)
    review = Review(base, found, thawed=thawed is not None, own=own.places.of(text))
    _tell_of(review)
    return _Opened(review.document, review.pins)


def _tell_of(review: Review) -> None:
    """Say what of the decisions does not hold, or holds although the program would differ."""
    path, reopened = review.file.path, review.reopened
    if (found := review.found.journal) and found.broken:
        say(f"jingdu: {found.broken} lines of {path} cannot be read; the others hold.")
    if reopened.changed:
        held = sum(1 for _ in review.history.decisions())
        say(
            f"jingdu: the text has changed since it was decided on in {path}: "
            f"{held} decisions hold, {len(reopened.gone)} have no place any more."
        )
    for one in reopened.gone:
        say(f"jingdu: no place for {visible(one.before)}[{visible(one.was)}]{visible(one.after)}")
    if review.is_outdated:
        say(
            f"jingdu: {path} keeps the repairs of another version of Jingdu; "
            "--no-decisions restores the text anew."
        )


def _tried(write_it: Callable[[], None]) -> bool:
    try:
        write_it()
    except ReaderError as error:
        say(f"jingdu: {error}")
        return False
    return True


def _put(document: Document, target: Path | None, job: Job) -> None:
    """Print or write one result. Raises ReaderError, and OutputGone."""
    if target is None:
        text = _formatted(document, job, on_one_line=job.count > 1)
        if job.count > 1 and not text.endswith("\n"):
            text += "\n"  # or the next file would begin in the middle of a line
        write(text)
        return
    write_text(target, _formatted(document, job, on_one_line=False))


def _formatted(document: Document, job: Job, *, on_one_line: bool) -> str:
    if job.format == "json":
        return to_json(document, indent=None if on_one_line else 2) + "\n"
    if job.format == "html":
        return to_html(document)
    if job.format == "markdown":
        return to_markdown(document)
    return to_text(document)


def _reported(opened: _Opened, name: str, job: Job, own: _Own) -> str:
    if job.report is not None and Path(job.report).suffix == ".json":
        return to_json(opened.document)
    return _explained(opened, name, own)


def _joined(reports: list[str], job: Job) -> str:
    """Return the reports of all files as one text."""
    if job.report is None or Path(job.report).suffix != ".json":
        return "\n".join(reports)
    if job.count == 1:
        return f"{reports[0]}\n"
    return "[\n" + ",\n".join(reports) + "\n]\n"
