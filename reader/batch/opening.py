"""Opens a document as the user left it: with the decisions made on it, and readings of one's own.

Whatever is wrong is said on standard error.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.batch.job import STANDARD_INPUT, Job, RuleOptions
from reader.export.material import Material
from reader.formats.open import LARGEST, fetch_text, read_text, text_of
from reader.repair.ahead import usual_workers
from reader.repair.pipeline import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import NO_RULES, RuleSet
from reader.review.errors import JournalGiven
from reader.review.journal_name import document_of, may_have_journal
from reader.review.rules.levels import RuleFiles
from reader.text.document import Document, Origin
from reader.text.errors import ReaderError
from reader.text.sentences import left_out_words
from reader.text.streams import read, say
from reader.text.user_folders import data_folder

if TYPE_CHECKING:
    from reader.pinyin.user_readings import UserReadings
    from reader.review.place_readings import PlaceReadings
    from reader.review.review import Review

ReadText = Callable[[], tuple[str, Origin]]
"""Reads the text of one document; raises ReaderError."""


class UserFiles(NamedTuple):
    """What the user has set: readings of words, and of places in documents, and rules.

    `said` are the messages that would be the same for each document.
    """

    words: UserReadings
    places: PlaceReadings
    rules: RuleFiles
    said: set[str]


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
    return UserFiles(words, places, RuleFiles(data_folder()), set())


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
        witness = None if job.witness is None else _read_witness(job.witness)
    except ReaderError as error:
        say(f"jingdu: {error}")
        return None
    from reader.review.place_readings import locate_readings

    if not_read := left_out_words(origin.left_out):
        name = origin.path or origin.address
        say(f"jingdu: {name}: {not_read}" if name else f"jingdu: {not_read}")
    rules = _find_rules(job.rules, text, origin, user)
    make = partial(
        restore,
        text,
        origin=origin,
        mechanisms=apply_rules(rules),
        witness=witness,
        workers=usual_workers(),
    )
    # The repairs that a journal keeps were made without a file of rules, and without a witness.
    anew = job.rules.file is not None or witness is not None
    review = _find_review(text, origin, user, rules, make, anew=anew) if job.decisions else None
    document = review.document if review else make()
    pins = review.pinned_readings if review else user.places.of(text)
    notes = review.notes if review else {}
    pinned = locate_readings(document, pins)
    signatures = review.history.signatures() if review else {}
    return Material(
        document, user=user.words, pinned=pinned, notes=notes, signatures=signatures,
        typeset=job.typeset,
    )  # fmt: skip


def _read_file(name: str, job: Job) -> tuple[str, Origin]:
    """Return the text of a file or of standard input. Raises ReaderError."""
    if name != STANDARD_INPUT:
        path = Path(name)
        if (document := document_of(path)) is not None:  # as a shell names it with *
            raise JournalGiven(path, document)
        return read_text(name, encoding=job.encoding, whole_page=job.whole_page)
    return text_of(read(LARGEST), None, encoding=job.encoding, whole_page=job.whole_page)


def _read_witness(name: str) -> Document:
    """Return another copy of a text, restored by itself. Raises ReaderError."""
    if name == STANDARD_INPUT:
        text, origin = text_of(read(LARGEST), None)
    else:
        text, origin = read_text(name)
    return restore(text, origin=origin)


def _find_rules(options: RuleOptions, text: str, origin: Origin, user: UserFiles) -> RuleSet:
    """Return the rules of the user for a document; say which files are left out, and why."""
    if not options.hold:
        return NO_RULES
    found = user.rules.find(origin.path, text, given=options.file, trust=options.trust_folder)
    lines = [str(problem) for problem in found.problems]
    if found.folder is not None and found.waits_for_trust:
        lines.append(
            f"the rules in {found.folder.path} are not trusted and do not apply; "
            "--trust-folder-rules applies them."
        )
    for line in lines:
        if line not in user.said:
            say(f"jingdu: {line}")
            user.said.add(line)
    return found.rules


def _find_review(
    text: str,
    origin: Origin,
    user: UserFiles,
    rules: RuleSet,
    make: Callable[[], Document],
    *,
    anew: bool,
) -> Review | None:
    """Return what was decided in the window and saved in a journal, None if there is none.

    The repairs that the journal keeps hold, unless the text is to be restored `anew` by what was
    named: then the decisions apply to the result.
    """
    if not may_have_journal(origin.path, data_folder()):
        return None
    from reader.review.finding import find_journals  # few documents were decided on

    found = find_journals(origin.path, text, data_folder())
    if found.problem is not None:
        say(f"jingdu: {found.problem}")
    if found.journal is None:
        return None
    from reader.review.review import Review

    thawed = None if anew else found.thaw(text, origin)
    base = thawed or make()
    own = user.places.of(text)
    review = Review(base, found, thawed=thawed is not None, own=own, rules=rules)
    _tell_of(review)
    return review


def _tell_of(review: Review) -> None:
    """Say what of the decisions does not hold, or holds although the program would differ."""
    from reader.export.explain import visible

    path, reopened = review.file.path, review.reopened
    if (found := review.found.journal) and found.broken:
        say(f"jingdu: lines of {path} that cannot be read: {found.broken}; the others apply.")
    if reopened.changed:
        held = sum(1 for _ in review.history.decisions())
        say(
            f"jingdu: the text has changed since the decisions in {path} were made: "
            f"{held} still apply, {len(reopened.gone)} no longer apply."
        )
    for one in reopened.gone:
        place = f"{visible(one.before)}[{visible(one.was)}]{visible(one.after)}"
        say(f"jingdu: no longer applies: {place}")
    if review.has_other_rules:
        say(
            f"jingdu: {path} contains repairs made with other rules; "
            "--no-decisions restores the text with the current ones."
        )
    elif review.is_outdated:
        say(
            f"jingdu: {path} contains repairs made by another version of Jingdu; "
            "--no-decisions restores the text with this one."
        )
