"""Jingdu's public interface: restore damaged Chinese text, open a document, give its pinyin.

Only re-exports live here; nothing that they import may import Qt. Each is imported when it is first
asked for: the window is on the screen before it needs any of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.formats.open import open_document
    from reader.pinyin.pronounce import pronounce
    from reader.repair.pipeline import preview, restore
    from reader.repair.registry import MECHANISMS
    from reader.text.document import Document, Origin, Repair
    from reader.text.errors import ReaderError
    from reader.text.kinds import RepairKind

__all__ = [
    "MECHANISMS",
    "Document",
    "Origin",
    "ReaderError",
    "Repair",
    "RepairKind",
    "open_document",
    "preview",
    "pronounce",
    "restore",
]

_MODULES = {
    "MECHANISMS": "reader.repair.registry",
    "Document": "reader.text.document",
    "Origin": "reader.text.document",
    "ReaderError": "reader.text.errors",
    "Repair": "reader.text.document",
    "RepairKind": "reader.text.kinds",
    "open_document": "reader.formats.open",
    "preview": "reader.repair.pipeline",
    "pronounce": "reader.pinyin.pronounce",
    "restore": "reader.repair.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
