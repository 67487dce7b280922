"""What a learner needs beside the text: meanings, words of one's own, cards. No Qt.

Each name is imported when it is first asked for: nothing here is needed before a window is up.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.study.dictionary.entry import Entry, EntrySource, Levels
    from reader.study.dictionary.lookup import Dictionary, lookup
    from reader.study.levels import LevelList
    from reader.study.library import Library
    from reader.study.status import WordStatus
    from reader.study.vocabulary import Vocabulary, count_words

__all__ = [
    "Dictionary",
    "Entry",
    "EntrySource",
    "LevelList",
    "Levels",
    "Library",
    "Vocabulary",
    "WordStatus",
    "count_words",
    "lookup",
]

_MODULES = {
    "Dictionary": "reader.study.dictionary.lookup",
    "Entry": "reader.study.dictionary.entry",
    "EntrySource": "reader.study.dictionary.entry",
    "LevelList": "reader.study.levels",
    "Levels": "reader.study.dictionary.entry",
    "Library": "reader.study.library",
    "Vocabulary": "reader.study.vocabulary",
    "WordStatus": "reader.study.status",
    "count_words": "reader.study.vocabulary",
    "lookup": "reader.study.dictionary.lookup",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
