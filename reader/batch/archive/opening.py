"""Opens one page of an archive: the same text that a run has cleaned."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

from reader.text.document import Origin
from reader.text.errors import ReaderError


class NoSuchPage(ReaderError):  # noqa: N818 - named by what happened
    """An archive has no page of this name. Values: path, page."""

    code = "no_such_page"

    def __init__(self, path: str, page: str) -> None:
        super().__init__(path=path, page=page)


class PageAddress(NamedTuple):
    """Where a page is: what `PageRow` calls its source and the page, and how that is read.

    `characters` is the length of its text, if that is known: of several pages with one name, as a
    crawl has them that came by twice, the one is taken that is as long.
    """

    source: str
    page: str
    column: str = "text"
    encoding: str | None = None
    whole_page: bool = False
    characters: int | None = None


def read_page(address: PageAddress, check: Callable[[], None] | None = None) -> tuple[str, Origin]:
    """Return the text of a page and how it was read.

    What stands before it in its archive is passed over; `check` is called meanwhile, and what it
    raises, to stop, goes through. Raises ReaderError: no such archive, no such page, damaged.
    """
    # Here and not above: a window that opens no archive needs no reader of any.
    from reader.batch.archive.page import show_name
    from reader.batch.archive.plan import Sources, read_chunk
    from reader.batch.archive.sources.slices import Reading
    from reader.batch.archive.sources.streams import Streams

    reading = Reading(address.column, address.encoding, address.whole_page)
    sources = Sources((address.source,), reading)
    found: tuple[str, Origin] | None = None
    with closing(Streams()) as streams:
        for chunk in sources.plan(sources.survey()):
            for page in read_chunk(chunk, reading, streams):
                if check is not None:
                    check()
                if show_name(page.name) != address.page:
                    continue
                text, origin = page.read()
                # It is no file: nothing can be written beside it.
                result = text, replace(origin, path=None, address=page.address)
                if address.characters in (None, len(text)):
                    return result
                found = found or result
    if found is None:
        raise NoSuchPage(address.source, address.page)
    return found
