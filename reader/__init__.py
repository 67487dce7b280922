"""Jingdu's public interface: restore a damaged Chinese text, open a document, read it aloud.

Only re-exports live here. Nothing below this line may import Qt.
"""

from reader.core.document import Document, Origin, Repair
from reader.core.errors import ReaderError
from reader.core.kinds import RepairKind
from reader.core.open import open_document
from reader.core.restore.pipeline import preview, restore
from reader.language.pinyin import pronounce

__all__ = [
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
