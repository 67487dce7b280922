"""A folder of results as a list of documents: what was found in each, without restoring any.

The documents are those that were cleaned: opening one opens the page as it was, with its repairs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple

from reader.batch.archive.opening import PageAddress
from reader.batch.archive.report_tally import class_of, needs_a_human
from reader.batch.archive.row import Damage, PageRow
from reader.batch.archive.sinks.folder import FILE, ROWS
from reader.batch.archive.sources.names import path_of_address, result_path
from reader.batch.archive.storage import WORK, is_remote
from reader.batch.folder import LIMIT, Check, Examination, FolderListing
from reader.review.repair_table import Progress
from reader.text.errors import ReaderError, reading_failed

_PARTS = "part-*.jsonl"
_LONGEST = 2**28  # bytes of a line, with every repair of a page in it
_DEEPEST = 32  # folders in folders; who writes rows by hand may name any number
# Looking whether such a folder is there would tell a server of another who looks.
_SHARES = ("\\\\", "//")
_TYPES: dict[str, tuple[type, ...]] = {
    "page": (str,), "source": (str,), "position": (int,), "damage": (str,), "error": (str,),
    "lost": (int,), "undecided": (int,), "unsure": (int,), "characters": (int,),
    "lowest": (int, float, NoneType), "details": (list, NoneType), FILE: (str,),
}  # fmt: skip


class PageSetAside(ReaderError):  # noqa: N818 - named by what happened
    """A page was over a limit; its row says in words which."""

    code = "page_set_aside"


class ListedPage(NamedTuple):
    """A page of a result: what opens it, and what was found in it."""

    opens: Path | PageAddress
    found: Examination


class ResultListing(NamedTuple):
    """The pages of a result by the path that their clean texts have in its folder."""

    listing: FolderListing
    pages: Mapping[Path, ListedPage]


def list_result(
    folder: Path, check: Check | None = None, limit: int = LIMIT
) -> ResultListing | None:
    """Return the pages of a folder that `jingdu batch` has written or is writing; None for others.

    Of more than `limit` pages those are listed first that need a human. `check` is called for each
    page; what it raises, to stop, goes through. Raises ReaderError.
    """
    files = _find_rows(folder)
    if not files:
        return None
    find_source = _source_finder(folder)
    open_pages: list[tuple[int, Path, ListedPage]] = []
    others: list[tuple[int, Path, ListedPage]] = []
    taken: set[Path] = set()
    total = 0
    for values in _read_rows(files, check):
        row = PageRow.from_dict(values)
        total += 1
        kept = open_pages if needs_a_human(row) or row.unsure else others
        if len(kept) >= limit:
            continue
        path = _path_of(folder, row, values.get(FILE) or "", taken)
        taken.add(path)
        opens = _find_page(row, find_source(row.source))
        kept.append((total, path, ListedPage(opens, Examination(_count(row), _why_failed(row)))))
    chosen = sorted([*open_pages, *others[: limit - len(open_pages)]], key=lambda one: one[0])
    pages = {path: page for _, path, page in chosen}
    return ResultListing(FolderListing(folder, tuple(pages), total > len(pages)), pages)


def _find_rows(folder: Path) -> list[Path]:
    """Return the files that tell of the pages: one when the run is done, else one a part."""
    joined = folder / WORK / ROWS
    if joined.is_file():
        return [joined]
    try:
        return sorted((folder / WORK).glob(_PARTS), key=lambda one: (len(one.name), one.name))
    except OSError:
        return []


def _read_rows(files: list[Path], check: Check | None) -> Iterator[dict[str, Any]]:
    """Yield the rows; lines that are none are passed over: they may be torn, or anybody's."""
    for path in files:
        try:
            with path.open("rb") as file:
                while line := file.readline(_LONGEST):
                    if check is not None:
                        check()
                    values = _parse(line)
                    if values is not None:
                        yield values
        except OSError as error:
            raise reading_failed(path, error) from error


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and _is_row(values) else None


def _is_row(values: Mapping[str, Any]) -> bool:
    """Tell if an object is the row of a page."""
    return (
        {"page", "source", "position"} <= values.keys()
        and all(isinstance(values[name], types) for name, types in _TYPES.items() if name in values)
        and all(isinstance(one, dict) for one in values.get("details") or ())
    )


def _source_finder(folder: Path) -> Callable[[str], str]:
    """Return what finds a source, which is called as the user named it where the run was begun.

    That was most likely a folder above the result.
    """

    @cache
    def find(source: str) -> str:
        if is_remote(source) or os.path.isabs(source) or source.startswith(_SHARES):
            return source
        for base in folder.absolute().parents:
            if os.path.lexists(base / source):
                return str(base / source)
        return source

    return find


def _find_page(row: PageRow, source: str) -> Path | PageAddress:
    """Return what opens a page: the file that it is, or its place in an archive."""
    if not is_remote(source) and not source.startswith(_SHARES):
        if row.source == row.page:
            return Path(source)
        if os.path.isdir(source):
            return Path(source, row.page)
    return PageAddress(source, row.page, characters=row.characters)


def _path_of(folder: Path, row: PageRow, name: str, taken: set[Path]) -> Path:
    """Return where the clean text of a page lies; of one that failed, where it would."""
    page = name or (path_of_address(row.page) if is_remote(row.page) else row.page)
    twin = 0
    while (path := folder.joinpath(*result_path(page, twin).split("/")[-_DEEPEST:])) in taken:
        twin += 1
    return path


def _count(row: PageRow) -> Progress | None:
    """Return how much of a page is left to decide."""
    if row.error:
        return None
    # What is lost says nothing of the rest; a proposal has a confidence that no row tells.
    least = row.lowest if row.lowest is not None and row.undecided + row.unsure else 1.0
    total = row.unsure + row.undecided + row.lost
    return Progress(0, total, row.unsure, row.undecided, row.lost, least)


def _why_failed(row: PageRow) -> ReaderError | None:
    if not row.error:
        return None
    is_aside = class_of(row) is Damage.ASIDE
    return PageSetAside(row.error) if is_aside else ReaderError(row.error)
