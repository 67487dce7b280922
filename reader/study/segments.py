"""Keeps how the user cuts words: part of the library, so that it holds in every document."""

from __future__ import annotations

import time
from collections.abc import Iterable

from reader.language.own_segments import Change, OwnSegments, is_sound
from reader.study.library_file import LibraryFile


class Segments:
    """Words that were joined or cut. Methods may raise ReaderError as those of `Library` do."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def load(self) -> OwnSegments:
        """Return all of them, the latest last; what another program wrote amiss is left out."""
        with self._file.reading() as file:
            rows = file.execute(
                "SELECT word, parts FROM segments ORDER BY changed, word"
            ).fetchall()
        found = {str(word): tuple(str(parts).split(" ")) for word, parts in rows}
        return OwnSegments({word: parts for word, parts in found.items() if is_sound(word, parts)})

    def change(self, changes: Iterable[Change]) -> None:
        """Store how words are cut, or that nothing is said of them any more.

        Raises ValueError for what cannot be kept (`is_sound`), and then nothing is changed.
        """
        now = int(time.time())
        with self._file.writing() as file:
            for word, parts in changes:
                if parts is None:
                    file.execute("DELETE FROM segments WHERE word = ?", (word,))
                    continue
                if not is_sound(word, parts):
                    raise ValueError(word)
                write = "INSERT OR REPLACE INTO segments (word, parts, changed) VALUES (?, ?, ?)"
                file.execute(write, (word, " ".join(parts), now))
