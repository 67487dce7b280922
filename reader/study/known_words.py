"""Words that a learner knows already: by HSK level, from a list, a table or Anki."""

from __future__ import annotations

import csv
import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from reader.formats.budget import Budget
from reader.language.forms import simplify_characters
from reader.language.segment import HANZI
from reader.study import anki_package, word_csv
from reader.study.dictionary.lookup import Dictionary
from reader.study.errors import NoWordsInside
from reader.study.levels import LevelList
from reader.study.library import Word
from reader.study.status import WordStatus
from reader.text.errors import FileTooBig, reading_failed
from reader.text.spreadsheet import rearm

LARGEST = 256 * 2**20  # bytes; a deck with pictures and sound
_LARGEST_TEXT = 64 * 2**20  # bytes; a million rows
_ROWS = 1_000_000
_LONGEST = 20  # hanzi of a word; a proverb has two halves
_LONGEST_CELL = 1_000  # code points of a word with its HTML
_LOOKED_AT = 2_000  # rows that say which column holds the words
_DELIMITERS = "\t,;|"
_LEAST_SHARE = 0.5  # of the cells of a column of words that are words

_HANZI = HANZI.pattern.strip("[]")
_WORD = re.compile(f"[{_HANZI}](?:[{_HANZI}·，,]*[{_HANZI}])?")
# 劳动 (láo dòng), 劳动【勞動】, 劳动/勞動
_WORD_FIRST = re.compile(f"({_WORD.pattern})\\s*[(（\\[【〔/|]")
_HEADS = frozenset(
    ("汉字", "词语", "词汇", "单词", "生词", "词", "字", "中文", "简体", "简体字", "繁体", "繁体字")
)  # of columns
_SENTENCE = re.compile("[。！？!?；]")
_TAG = re.compile("<[^<>]*>")
_RUBY = re.compile("<r[tp]>[^<]*</r[tp]>", re.I)
_SOUND = re.compile(r"\[sound:[^\]]*\]")
_ANKI_HEAD = re.compile("#([a-z ]+):(.*)")
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}


class FoundWords(NamedTuple):
    """What a file holds: words, simplified, each once, and how many rows have none.

    `statuses` are how well words are known, by the file itself: how Anki has them learned, or as a
    table of Jingdu's own says. `own` are the rows of such a table, to be put back as they are.
    """

    words: tuple[str, ...]
    skipped: int = 0
    statuses: dict[str, WordStatus] = {}  # noqa: RUF012 - never changed
    own: tuple[Word, ...] = ()


def words_of_levels(dictionary: Dictionary, levels: LevelList, highest: int) -> list[str]:
    """Return the words of a list of levels from the first up to `highest`, the easiest first."""
    found = [
        (level, word)
        for word, of_word in dictionary.all_levels().items()
        if (level := levels.level_of(of_word)) is not None and level <= highest
    ]
    return [word for _, word in sorted(found)]


def read_words(path: Path) -> FoundWords:
    """Return the words of a file: a package of Anki, its plain text, a CSV table or a list.

    What it is is told by its content. Of a table the column is taken whose cells are words; HTML is
    read as text; traditional characters become simplified. Raises ReaderError: NoWordsInside,
    NewerAnki, FileTooBig, BrokenFile, and what the system says.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise reading_failed(path, error) from error
    if data.startswith(anki_package.SIGNATURE):
        _check_size(path, data, LARGEST)
        found = _of_notes(anki_package.read_package(data, path))
    else:
        _check_size(path, data, _LARGEST_TEXT)
        found = _of_text(_decode(data), Budget(path, steps=_ROWS))
    if not found.words:
        raise NoWordsInside(path)
    return found


def _check_size(path: Path, data: bytes, most: int) -> None:
    if len(data) > most:
        raise FileTooBig(path, len(data), most)


def _decode(data: bytes) -> str:
    from reader.formats.decode import decode  # people keep lists in GBK, too

    return decode(data)[0].removeprefix("\ufeff") if data else ""


def _of_text(text: str, budget: Budget) -> FoundWords:
    """Return the words of a table or of a list."""
    text, delimiter, not_words = _read_anki_head(text)
    delimiter = delimiter or _find_delimiter(text)
    if not delimiter:
        return _of_list(text, budget)
    rows: list[list[str]] = []
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in table:
            budget.spend()
            rows.append(row)
    except csv.Error:  # a cell of more than 128 kB: an open quotation mark
        return _of_list(text, budget)
    if rows and word_csv.is_head(rows[0]):
        now = datetime.now(UTC)
        head, *others = rows
        own = tuple(filter(None, (word_csv.read_row(head, row, now) for row in others)))
        return FoundWords(
            tuple(dict.fromkeys(one.word for one in own)),
            len(others) - len(own),
            {one.word: one.status for one in own},
            own,
        )
    return _of_rows(rows, not_words)


def _read_anki_head(text: str) -> tuple[str, str, frozenset[int]]:
    """Return a text without the lines that Anki begins an export with, and what they say.

    That is the delimiter, "" where they say none, and the columns that hold no field: `#tags
    column:3` means the third.
    """
    delimiter, columns = "", set()
    while found := _ANKI_HEAD.match(text):
        name, value = found[1], found[2].strip()
        if name == "separator":
            delimiter = _NAMED.get(value.lower(), value[:1])
        elif name.endswith("column") and value.isdecimal():
            columns.add(int(value) - 1)
        text = text[found.end() :].lstrip("\r\n")
    return text, delimiter, frozenset(columns)


def _find_delimiter(text: str) -> str:
    """Return what parts the cells of most lines, "" for a list."""
    lines = [line for line in text[:100_000].splitlines()[:200] if line.strip()]
    counts = {one: sum(one in line for line in lines) for one in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda one: (counts[one], -_DELIMITERS.index(one)))
    return best if lines and counts[best] > len(lines) / 2 else ""


def _of_list(text: str, budget: Budget) -> FoundWords:
    """Return the words of a list: one a line, or several with blanks or marks between them."""
    words: dict[str, None] = {}
    skipped = 0
    for line in text.splitlines():
        budget.spend()
        if not line.strip() or line.startswith("#"):
            continue
        pieces = () if _SENTENCE.search(line) else re.findall(f"[{_HANZI}·]+", _to_text(line))
        found = [piece.strip("·") for piece in pieces if len(piece) <= _LONGEST]
        words.update(dict.fromkeys(simplify_characters(word) for word in found if word))
        skipped += not found
    return FoundWords(tuple(words), skipped)


def _of_rows(rows: Sequence[Sequence[str]], not_words: frozenset[int]) -> FoundWords:
    column = _find_column(rows[:_LOOKED_AT], not_words)
    if column is None:
        return FoundWords(())
    cells = [row[column] if column < len(row) else "" for row in rows if any(row)]
    found = [_to_word(cell) for cell in cells]
    if found[0] in _HEADS:
        del found[0]
    return FoundWords(tuple(dict.fromkeys(filter(None, found))), found.count(""))


def _of_notes(notes: Iterable[anki_package.Note]) -> FoundWords:
    """Return the words of notes, of each kind from the field that holds them."""
    by_kind: dict[int, list[anki_package.Note]] = defaultdict(list)
    for note in notes:
        by_kind[note.kind].append(note)
    words: dict[str, None] = {}
    statuses: dict[str, WordStatus] = {}
    skipped = 0
    order = list(WordStatus)
    for some in by_kind.values():
        column = _find_column([note.fields for note in some[:_LOOKED_AT]], frozenset())
        for note in some:
            cell = note.fields[column] if column is not None and column < len(note.fields) else ""
            word = _to_word(cell)
            if not word:
                skipped += 1
                continue
            words[word] = None
            if note.status is not None:
                best = max(statuses.get(word, WordStatus.NEW), note.status, key=order.index)
                statuses[word] = best
    return FoundWords(tuple(words), skipped, statuses)


def _find_column(rows: Sequence[Sequence[str]], not_words: frozenset[int]) -> int | None:
    """Return the column whose cells are words, the first of those that have most of them."""
    words: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for row in rows:
        for column, cell in enumerate(row):
            if column not in not_words and cell.strip():
                filled[column] += 1
                words[column] += bool(_to_word(cell))
    columns = [one for one in sorted(words) if words[one] >= max(1, filled[one] * _LEAST_SHARE)]
    return max(columns, key=lambda one: words[one], default=None)


def _to_word(cell: str) -> str:
    """Return the word of a cell, simplified, "" if it is none: a sentence, pinyin, a meaning."""
    text = rearm(_to_text(cell)) if len(cell) <= _LONGEST_CELL else ""
    found = _WORD.fullmatch(text) or _WORD_FIRST.match(text)
    if found is None:
        return ""
    word = found[1] if found.re is _WORD_FIRST else found[0]
    return simplify_characters(word) if len(word) <= _LONGEST else ""


def _to_text(cell: str) -> str:
    """Return the text of a cell that may be HTML, with the hanzi of ruby only."""
    if "<" in cell:
        cell = _TAG.sub("", _RUBY.sub("", cell))
    return html.unescape(_SOUND.sub("", cell)).strip()
