"""Lists the words of a document, and exports them as cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from reader.batch.job import Job, RuleOptions
from reader.batch.opening import list_documents, load_user_files, open_material
from reader.batch.own_words import load_own_words
from reader.export.material import Material
from reader.language.own_segments import NO_SEGMENTS
from reader.pinyin.pronounce import find_readings
from reader.study.cards.apkg import to_apkg
from reader.study.cards.card import make_cards
from reader.study.cards.table import Listed, to_list, to_table
from reader.study.cards.tsv import to_tsv
from reader.study.dictionary.glossary import Glossary, read_glossary
from reader.study.dictionary.lookup import Dictionary
from reader.study.levels import LevelList
from reader.study.status import WordStatus
from reader.study.vocabulary import CountedWord, count_words
from reader.text.errors import ReaderError
from reader.text.files import encode_text, write_bytes
from reader.text.streams import say, write_data


@dataclass(frozen=True, slots=True)
class WordFormat:
    """A way to write the words of a document; of cards, those without a meaning are left out."""

    id: str
    write: Callable[[Sequence[Listed]], str | bytes]
    is_cards: bool = False
    is_binary: bool = False


_MOST_TOLD = 10  # lines of a glossary that are not used

FORMATS = {
    one.id: one
    for one in (
        WordFormat("text", to_list),
        WordFormat("tsv", lambda words: to_tsv(one.card for one in words), is_cards=True),
        WordFormat(
            "apkg", lambda words: to_apkg(one.card for one in words), is_cards=True, is_binary=True
        ),
        WordFormat("csv", to_table),
    )
}
"""The formats of `jingdu words`, by their ids."""


@dataclass(frozen=True, slots=True)
class WordsJob:
    """What `jingdu words` is asked for. A file named - is standard input.

    `unknown` leaves out what the learner's library has as known or ignored, `above` what the list
    of levels has up to that level; 0 leaves nothing out. `glossaries` are files that are asked
    before the dictionaries, the first one first.
    """

    file: str
    output: str | None = None
    format: WordFormat = FORMATS["text"]
    unknown: bool = False
    above: int = 0
    levels: LevelList = LevelList.HSK2025
    glossaries: tuple[str, ...] = ()
    encoding: str | None = None
    decisions: bool = True
    rules: RuleOptions = field(default_factory=RuleOptions)


def write_words(job: WordsJob) -> bool:
    """Print or write the words of a file; say what failed. Return whether it could be done."""
    asked = Job((job.file,), encoding=job.encoding, decisions=job.decisions, rules=job.rules)
    ((_, read_it),) = list_documents(asked)
    try:
        glossaries = tuple(_read_glossary(Path(name)) for name in job.glossaries)
    except ReaderError as error:
        say(f"jingdu: {error}")
        return False
    try:
        statuses, own = load_own_words()
    except ReaderError as error:
        say(f"jingdu: {error}")
        if job.unknown:
            return False
        statuses, own = {}, NO_SEGMENTS
    material = open_material(asked, read_it, load_user_files())
    if material is None:
        return False
    material = replace(material, own=own, glossaries=glossaries)
    written = job.format.write(_list_words(job, material, statuses))
    data = written if isinstance(written, bytes) else encode_text(written)
    if job.output is None:
        write_data(data)
        return True
    try:
        write_bytes(Path(job.output), data)
    except ReaderError as error:
        say(f"jingdu: {error}")
        return False
    return True


def _read_glossary(path: Path) -> Glossary:
    """Read a glossary; say which of its lines are not used. Raises ReaderError."""
    glossary = read_glossary(path)
    for one in glossary.unread[:_MOST_TOLD]:
        say(f"jingdu: {one.error(path)}")
    return glossary


def _list_words(
    job: WordsJob, material: Material, statuses: Mapping[str, WordStatus]
) -> list[Listed]:
    """Return the words that were asked for, in the order in which they first stand in the text."""
    document = material.document
    dictionary = Dictionary(material.glossaries)
    counted = count_words(document, dictionary, own=material.own or NO_SEGMENTS)
    if doubtful := sum(one.is_doubtful and not one.is_name for one in counted):
        say(f"jingdu: left out, because they rest on unsure repairs: {_number(doubtful)}")
    chosen = [one for one in counted if one.can_be_taught and _is_asked_for(one, job, statuses)]
    cards = make_cards(
        chosen,
        document,
        dictionary,
        title=material.title or (document.origin.path.name if document.origin.path else ""),
        levels=job.levels,
        find_readings=partial(find_readings, user=material.user, own=material.own),
    )
    listed = [
        Listed(one, card, statuses.get(one.word, WordStatus.NEW))
        for one, card in zip(chosen, cards, strict=True)
    ]
    if not job.format.is_cards:
        return listed
    explained = [one for one in listed if one.card.meanings]
    if len(explained) < len(listed):
        say(
            "jingdu: left out, because no dictionary explains them: "
            f"{_number(len(listed) - len(explained))}"
        )
    return explained


def _is_asked_for(word: CountedWord, job: WordsJob, statuses: Mapping[str, WordStatus]) -> bool:
    if job.unknown and statuses.get(word.word, WordStatus.NEW).is_settled:
        return False
    level = job.levels.level_of(word.levels)
    return level is None or level > job.above


def _number(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
