"""Packages that only archives need: each is imported when it is wanted, or its extra is named."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from reader.text.errors import ReaderError

BATCH, CLUSTER = "batch", "cluster"


class NeedsExtra(ReaderError):  # noqa: N818 - named by what happened
    """A package is not installed. Values: package, extra."""

    code = "needs_extra"

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package=package, extra=extra)


def need(module: str, extra: str = BATCH) -> Any:  # noqa: ANN401 - whatever the module holds
    """Return a module of an optional package. Raises NeedsExtra where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        missing = (error.name or package).partition(".")[0]
        raise NeedsExtra(missing, extra) from error
