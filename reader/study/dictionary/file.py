"""The compiled dictionary, read where it lies: a look-up reads a page or two of it.

It is SQLite, since that opens in a millisecond whatever its size; resources/build/dictionary.py
makes it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from reader.study.dictionary.cedict_text import mark_tones, read_meaning
from reader.study.dictionary.entry import NO_LEVELS, Entry, EntrySource, Levels
from reader.text.resources import resource_path

_HALVES = re.compile("[\ud800-\udfff]")
_AT_ONCE = 500  # names in one question; SQLite takes a limited number of values


class DictionaryFile:
    """CC-CEDICT and the levels of words. May be asked from several threads."""

    def __init__(self, path: Path | None = None) -> None:
        where = path or resource_path("data", "dictionary.sqlite")
        # immutable: nobody writes to it, so no lock and no journal is looked for beside it.
        address = f"{where.resolve().as_uri()}?mode=ro&immutable=1"
        self._file = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()

    def entries(self, words: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of each word that has any, simplified or traditional."""
        # Half of a surrogate pair is no character, and SQLite takes none.
        asked = [word for word in dict.fromkeys(words) if not _HALVES.search(word)]
        found: dict[str, list[Entry]] = defaultdict(list)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            for spelling in ("simplified", "traditional"):
                self._collect(spelling, some, found)
        return {word: tuple(entries) for word, entries in found.items()}

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of many words that are entries, as they are spelled in simplified script."""
        asked = [word for word in words if not _HALVES.search(word)]
        found: set[str] = set()
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            question = f"SELECT DISTINCT simplified FROM entry WHERE simplified IN ({marks})"
            with self._lock:
                found.update(word for (word,) in self._file.execute(question, some))
        return frozenset(found)

    def vocabulary(
        self, characters: frozenset[str] | None = None
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Return all words in simplified script, and those of them that are proper names only.

        With `characters`, only words that are made of these. This takes 0.2 s, and 15 MB for all:
        it is for counting the words of a whole document.
        """
        question = "SELECT simplified, min(pinyin GLOB '[A-Z]*') FROM entry GROUP BY simplified"
        words: list[str] = []
        names: list[str] = []
        with self._lock:
            # Row by row: all rows at once are 8 MB more, and a window keeps the gaps they leave.
            for word, is_name in self._file.execute(question):
                if characters is not None and not characters.issuperset(word):
                    continue
                words.append(word)
                if is_name:
                    names.append(word)
        return frozenset(words), frozenset(names)

    def levels_of(self, words: Iterable[str]) -> dict[str, tuple[Levels, float | None]]:
        """Return levels and frequency (Zipf) of those of many simplified words that have any."""
        asked = [word for word in dict.fromkeys(words) if not _HALVES.search(word)]
        found: dict[str, tuple[Levels, float | None]] = {}
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            question = f"""
                SELECT simplified, hsk2, hsk2021, hsk2025, frequency FROM word
                WHERE simplified IN ({marks})
            """
            with self._lock:
                rows = self._file.execute(question, some).fetchall()
            found.update((word, (Levels(*levels), often)) for word, *levels, often in rows)
        return found

    def all_levels(self) -> dict[str, Levels]:
        """Return the levels of all words that are in a list of levels (some 15,000)."""
        question = """
            SELECT simplified, hsk2, hsk2021, hsk2025 FROM word
            WHERE coalesce(hsk2, hsk2021, hsk2025) IS NOT NULL
        """
        with self._lock:
            rows = self._file.execute(question).fetchall()
        return {word: Levels(*levels) for word, *levels in rows}

    def levels(self, word: str) -> tuple[Levels, float | None]:
        """Return the levels of a simplified word and how frequent it is (Zipf)."""
        question = "SELECT hsk2, hsk2021, hsk2025, frequency FROM word WHERE simplified = ?"
        with self._lock:
            row = self._file.execute(question, (word,)).fetchone()
        return (Levels(*row[:3]), row[3]) if row else (NO_LEVELS, None)

    def forget(self) -> None:
        """Let go of the pages of the file that were read, 2 MB."""
        with self._lock:
            self._file.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _collect(self, spelling: str, words: list[str], found: dict[str, list[Entry]]) -> None:
        # `spelling` is one of the two names above; the words are values and never part of the text.
        marks = ",".join("?" * len(words))
        question = f"""
            SELECT entry.{spelling}, entry.simplified, traditional, pinyin, senses,
                   hsk2, hsk2021, hsk2025, frequency
            FROM entry LEFT JOIN word ON word.simplified = entry.simplified
            WHERE entry.{spelling} IN ({marks}) ORDER BY entry.id
        """
        with self._lock:
            rows = self._file.execute(question, words).fetchall()
        for asked, simplified, traditional, pinyin, senses, *levels, frequency in rows:
            meaning = read_meaning(tuple(senses.split("\n")))
            found[asked].append(
                Entry(
                    simplified,
                    traditional or simplified,
                    mark_tones(pinyin),
                    meaning.senses,
                    EntrySource.CEDICT,
                    Levels(*levels),
                    frequency,
                    meaning.measures,
                )
            )
