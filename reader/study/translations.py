"""Keeps what translation servers made of sentences: none is sent twice to the same server."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping

from reader.study.library_file import LibraryFile

_AT_ONCE = 500  # sentences in one question; SQLite takes a limited number of values


class Translations:
    """The translations in the library. A sentence is kept as its SHA-256, not as its text.

    Methods may be called from any thread, and raise ReaderError as those of `Library` do.
    """

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def find(self, sentences: Iterable[str], server: str, target: str) -> dict[str, str]:
        """Return the translations of those of the sentences that a server has translated."""
        keys = {_key(one, server, target): one for one in sentences}
        asked = list(keys)
        found: dict[str, str] = {}
        with self._file.reading() as file:
            for start in range(0, len(asked), _AT_ONCE):
                some = asked[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                question = (
                    f"SELECT sentence, translation FROM translations WHERE sentence IN ({marks})"
                )
                found.update((keys[key], str(text)) for key, text in file.execute(question, some))
        return found

    def keep(self, translated: Mapping[str, str], server: str, target: str) -> None:
        """Keep the translations of some sentences."""
        now = int(time.time())
        rows = [
            (_key(one, server, target), text.encode("utf-8", "replace").decode("utf-8"), now)
            for one, text in translated.items()
        ]
        with self._file.writing() as file:
            file.executemany("INSERT OR REPLACE INTO translations VALUES (?, ?, ?)", rows)

    def count(self) -> int:
        """Return how many are kept."""
        with self._file.reading() as file:
            return int(file.execute("SELECT count(*) FROM translations").fetchone()[0])

    def forget(self) -> int:
        """Forget all of them; return how many that were."""
        with self._file.writing() as file:
            return file.execute("DELETE FROM translations").rowcount


def _key(sentence: str, server: str, target: str) -> str:
    """Return the name of a translation: of server and language neither has a NUL in it."""
    whole = "\0".join((server, target, sentence))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
