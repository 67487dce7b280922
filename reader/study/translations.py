"""Keeps what translation servers made of sentences: none is sent twice to the same server."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence

from reader.study.library_file import LibraryFile
from reader.study.translator import TARGET, Check, Translator, batches, check_size

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


class KeptTranslator:
    """A translator that sends only what is not kept, and keeps what comes."""

    def __init__(self, translator: Translator, kept: Translations) -> None:
        self.name = translator.name
        self.address = translator.address
        self._translator = translator
        self._kept = kept

    def missing(self, sentences: Iterable[str]) -> list[str]:
        """Return the sentences that would be sent, each once, in order."""
        asked = list(dict.fromkeys(sentences))
        found = self._kept.find(asked, self.address, TARGET)
        return [one for one in asked if one not in found]

    def kept(self, sentences: Sequence[str]) -> list[str] | None:
        """Return the translations if all of them are kept; nothing is sent."""
        found = self._kept.find(sentences, self.address, TARGET)
        return [found[one] for one in sentences] if found.keys() >= set(sentences) else None

    def translate(self, sentences: Sequence[str], check: Check | None = None) -> list[str]:
        """Return one translation a sentence, in order. Raises ReaderError, and what `check` does.

        What came before an error is kept and not sent again.
        """
        found = self._kept.find(sentences, self.address, TARGET)
        missing = [one for one in dict.fromkeys(sentences) if one not in found]
        check_size(missing)
        for some in batches(missing):
            translated = self._translator.translate(some, check)
            new = dict(zip(some, translated, strict=True))
            self._kept.keep(new, self.address, TARGET)
            found |= new
        return [found[one] for one in sentences]


def _key(sentence: str, server: str, target: str) -> str:
    """Return the name of a translation: of server and language neither has a NUL in it."""
    whole = "\0".join((server, target, sentence))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
