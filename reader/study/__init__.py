"""What a learner needs beside the text: meanings, words of one's own, cards. No Qt.

Each name is imported when it is first asked for: nothing here is needed before a window is up.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.study.dictionary.entry import Entry, EntrySource, Levels
    from reader.study.dictionary.lookup import Dictionary, lookup

__all__ = ["Dictionary", "Entry", "EntrySource", "Levels", "lookup"]

_MODULES = {
    "Dictionary": "reader.study.dictionary.lookup",
    "Entry": "reader.study.dictionary.entry",
    "EntrySource": "reader.study.dictionary.entry",
    "Levels": "reader.study.dictionary.entry",
    "lookup": "reader.study.dictionary.lookup",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
