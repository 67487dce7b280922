"""Jingdu's public interface: restore damaged Chinese text, open a document, give its pinyin.

Only re-exports live here; nothing that they import may import Qt.
"""

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
