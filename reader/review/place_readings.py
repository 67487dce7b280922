"""Readings that the user has set for single places: one file for all documents.

The file is `places.tsv` beside `readings.tsv`, UTF-8, to be edited by hand as well. A line is a
document, by the SHA-256 of its original text in UTF-8, the offset of the place in that text (code
points from 0), the hanzi as the clean text has it, its reading, and the text around it, which only
helps to find the place:

    9f86…0a08	1204	为	wéi	社区爲独居老人

The places set last stand at the end; of those at the start so many are dropped that `MOST` are
left. Lines that say nothing or cannot be understood stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reader.core.document import Document
from reader.language.user_readings import default_path as beside
from reader.language.user_readings import parsed, read_lines, write_lines

FILE = "places.tsv"
MOST = 2000
_AROUND = 6  # characters on either side of the place that are written down
_LINE = re.compile(r"([0-9A-Fa-f]{64})\t([0-9]{1,12})\t([^\t\r\n])\t([^\t\r\n]+)")
_HEAD = (
    "# Readings of single places for Jingdu: SHA-256 of the original text, offset, hanzi, reading,"
    " the text around it.\n"
)

Pins = Mapping[int, tuple[str, str]]
"""Source offset -> (hanzi, reading): what the user set for one place."""


class _Place(NamedTuple):
    document: str
    offset: int
    hanzi: str
    reading: str


@dataclass(frozen=True, slots=True)
class PlaceReadings:
    """What is set for the places of all documents: the lines of the file. Immutable."""

    lines: tuple[str, ...] = ()

    def of(self, source: str) -> Pins:
        """Return what is set for the places of a document."""
        listed = [place for line in self.lines if (place := _place_on(line))]
        document = fingerprint(source) if listed else ""
        return {
            place.offset: (place.hanzi, place.reading)
            for place in listed
            if place.document == document and place.offset < len(source)
        }

    def having(self, source: str, pins: Pins) -> PlaceReadings:
        """Return these with all that is set for a document now, in place of what was."""
        document = fingerprint(source)
        given = [(line, _place_on(line)) for line in self.lines]
        kept = [(line, place) for line, place in given if not place or place.document != document]
        spare = sum(place is not None for _, place in kept) + len(pins) - MOST
        lines = [] if self.lines else [_HEAD]
        for line, place in kept:
            if place is not None and spare > 0:
                spare -= 1
            else:
                lines.append(line if line.endswith(("\n", "\r")) else f"{line}\n")
        for offset, (hanzi, reading) in sorted(pins.items())[-MOST:]:
            fields = (document, str(offset), hanzi, reading, _around(source, offset))
            lines.append("\t".join(fields) + "\n")
        return PlaceReadings(tuple(lines))


def fingerprint(source: str) -> str:
    """Return what tells a document from any other: the SHA-256 of its original text."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def placed(document: Document, pins: Pins) -> dict[int, str]:
    """Return offset in the clean text -> reading, where the hanzi still stands."""
    found = {}
    for source, (hanzi, reading) in pins.items():
        if source < len(document.source):
            low, high = document.clean_span(source, source + 1)
            place = document.text.find(hanzi, low, max(high, low + 1))
            if place >= 0:
                found[place] = reading
    return found


def default_path() -> Path:
    """Return where the file lies: beside the user's readings of words."""
    return beside().with_name(FILE)


def load(path: Path | None = None) -> PlaceReadings:
    """Return what the file says, nothing if there is no file. Raises ReaderError."""
    return PlaceReadings(read_lines(path or default_path()))


def save(places: PlaceReadings, path: Path | None = None) -> None:
    """Write the file by way of a temporary one; makes its folder. Raises ReaderError."""
    write_lines(path or default_path(), places.lines)


def _place_on(line: str) -> _Place | None:
    """Return the place that a line of the file sets, None if it sets none."""
    match = _LINE.match(line)
    said = parsed(match[3], match[4]) if match else None
    return _Place(match[1].lower(), int(match[2]), match[3], said[0]) if match and said else None


def _around(source: str, offset: int) -> str:
    near = source[max(0, offset - _AROUND) : offset + _AROUND + 1]
    return "".join(char if char.isprintable() else " " for char in near)
