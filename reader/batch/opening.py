"""Opens a document as the user left it: with the decisions made on it, and readings of one's own.

Whatever is wrong is said on standard error.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.batch.job import STANDARD_INPUT, Job
from reader.export.explain import visible
from reader.export.material import Material
from reader.formats.open import fetch_text, read_text, text_of
from reader.repair.pipeline import restore
from reader.review.errors import JournalGiven
from reader.review.finding import find_journals
from reader.review.journal_file import document_of
from reader.review.review import Review
from reader.text.document import Origin
from reader.text.errors import ReaderError
from reader.text.streams import read, say
from reader.text.user_folders import data_folder

if TYPE_CHECKING:
    from reader.pinyin.user_readings import UserReadings
    from reader.review.place_readings import PlaceReadings

ReadText = Callable[[], tuple[str, Origin]]
"""Reads the text of one document; raises ReaderError."""


class UserFiles(NamedTuple):
    """The readings that the user has set: of words, and of places in documents."""

    words: UserReadings
    places: PlaceReadings


def load_user_files() -> UserFiles:
    """Return what the user has set; say what of it cannot be understood, and do without that."""
    from reader.pinyin import user_readings
    from reader.review import place_readings

    words, places = user_readings.UserReadings(), place_readings.PlaceReadings()
    try:
        words = user_readings.load_readings()
        for broken in words.broken:
            say(f"jingdu: {broken}")
    except ReaderError as error:
        say(f"jingdu: {error}")
    try:
        places = place_readings.load_place_readings()
    except ReaderError as error:
        say(f"jingdu: {error}")
    return UserFiles(words, places)


def list_documents(job: Job) -> list[tuple[str, ReadText]]:
    """Return the name of each file and address, and what reads its text."""
    fetch = partial(fetch_text, encoding=job.encoding, whole_page=job.whole_page)
    return [
        *((name, partial(_read_file, name, job)) for name in job.files),
        *((address, partial(fetch, address)) for address in job.addresses),
    ]


def open_material(job: Job, read_it: ReadText, user: UserFiles) -> Material | None:
    """Return the document as it was decided on; None, with a message, if it cannot be opened."""
    try:
        text, origin = read_it()
    except ReaderError as error:
        say(f"jingdu: {error}")
        return None
    from reader.review.place_readings import locate_readings

    review = _find_review(text, origin, user) if job.decisions else None
    document = review.document if review else restore(text, origin=origin)
    pins = review.pinned_readings if review else user.places.of(text)
    notes = review.notes if review else {}
    pinned = locate_readings(document, pins)
    return Material(document, user=user.words, pinned=pinned, notes=notes)


def _read_file(name: str, job: Job) -> tuple[str, Origin]:
    """Return the text of a file or of standard input. Raises ReaderError."""
    if name != STANDARD_INPUT:
        path = Path(name)
        if (document := document_of(path)) is not None:  # as a shell names it with *
            raise JournalGiven(path, document)
        return read_text(name, encoding=job.encoding, whole_page=job.whole_page)
    return text_of(read(), None, encoding=job.encoding, whole_page=job.whole_page)


def _find_review(text: str, origin: Origin, user: UserFiles) -> Review | None:
    """Return what was decided in the window and saved in a journal, None if there is none."""
    found = find_journals(origin.path, text, data_folder())
    if found.problem is not None:
        say(f"jingdu: {found.problem}")
    if found.journal is None:
        return None
    thawed = found.thaw(text, origin)
    base = thawed or restore(text, origin=origin)
    review = Review(base, found, thawed=thawed is not None, own=user.places.of(text))
    _tell_of(review)
    return review


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
