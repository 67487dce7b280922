"""Many documents, one after the other: what `jingdu clean` and the other commands do.

`restore_batch` is for other programs: it maps texts or Arrow tables. It is imported when it is
first asked for, as no command that takes single files needs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.batch.archive.mapping import restore_batch, restored_schema
    from reader.batch.archive.row import PageRow

__all__ = ["PageRow", "restore_batch", "restored_schema"]

_MODULES = {
    "PageRow": "reader.batch.archive.row",
    "restore_batch": "reader.batch.archive.mapping",
    "restored_schema": "reader.batch.archive.mapping",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return found
