"""What the library knows of the words of a learner, for commands that never make one."""

from __future__ import annotations

from typing import NamedTuple

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.study.library import NAME, Library
from reader.study.status import WordStatus
from reader.text.errors import ReaderError
from reader.text.streams import say
from reader.text.user_folders import data_folder


class KnownWords(NamedTuple):
    """How well words are known, and how the learner cuts them."""

    statuses: dict[str, WordStatus]
    own: OwnSegments


def load_own_words() -> KnownWords:
    """Return what the library knows, nothing where there is none yet. Raises ReaderError."""
    folder = data_folder()
    if not (folder / NAME).exists():
        return KnownWords({}, NO_SEGMENTS)
    library = Library(folder)
    try:
        if library.problem is not None:
            say(f"jingdu: {library.problem}")
        return KnownWords(library.statuses(), library.segments.load())
    finally:
        library.close()


def load_own_segments() -> OwnSegments:
    """Return how the learner cuts words; say what went wrong, and do without that."""
    try:
        return load_own_words().own
    except ReaderError as error:
        say(f"jingdu: {error}")
        return NO_SEGMENTS
