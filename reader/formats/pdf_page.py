"""What stands on a page of a PDF, in plain values that go from process to process as JSON."""

from __future__ import annotations

from typing import TypedDict

Run = tuple[str, int, bool]
"""Characters of a line in one font: its name, how many, and whether the font leaves them unnamed,
so that their codes stand for them."""


class LineRead(TypedDict):
    """A line of a page with its box in points; runs only where a font leaves characters unnamed."""

    text: str
    box: tuple[float, float, float, float]  # left, right, bottom, top
    size: float
    runs: list[Run]


class PageRead(TypedDict):
    """A page: its lines, its pictures (where they are and how large), what else it holds."""

    lines: list[LineRead]
    pictures: list[tuple[int, int, int, int]]
    drawn: bool  # strokes or pictures make up more than a frame
    fields: int  # of a form, that are ticked or signed, or whose value has no place
    comments: int
    files: int  # attached, films and sounds; those of the document are on its first page
    broken: bool


def blank_page(*, broken: bool = False) -> PageRead:
    """Return a page with nothing on it; a `broken` one has something that cannot be read."""
    return PageRead(
        lines=[], pictures=[], drawn=False, fields=0, comments=0, files=0, broken=broken
    )
