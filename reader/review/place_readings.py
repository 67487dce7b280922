"""Readings of single places: locates them in the clean text, and reads the file of Jingdu 0.1.

They are stored in the journal of their document. Jingdu 0.1 stored those of all documents in
`places.tsv` beside `readings.tsv`; that file is still read, but no longer written. A line of it is
the document (SHA-256 of its source in UTF-8), the offset of the place in the source (code points),
the hanzi in the clean text, its reading, and the text around it:

    9f86…0a08	1204	为	wéi	社区爲独居老人

Lines that are empty, cannot be parsed or are not UTF-8 are skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.pinyin.user_readings import parse_readings, read_raw_lines
from reader.text.user_folders import PLACES, config_folder

if TYPE_CHECKING:
    from reader.review.history import PinnedReadings
    from reader.text.document import Document

_LINE = re.compile(r"([0-9A-Fa-f]{64})\t([0-9]{1,12})\t([^\t\r\n])\t([^\t\r\n]+)")


class _PlaceLine(NamedTuple):
    document: str
    offset: int
    hanzi: str
    reading: str


@dataclass(frozen=True, slots=True)
class PlaceReadings:
    """The lines of `places.tsv`, which hold the readings of all documents. Immutable."""

    lines: tuple[str, ...] = ()

    def of(self, source: str) -> PinnedReadings:
        """Return the readings of places in the document with this source."""
        listed = [place for line in self.lines if (place := _parse_line(line))]
        if not listed:
            return {}
        from reader.review.packed import fingerprint  # brings what hashes

        document = fingerprint(source)
        return {
            place.offset: (place.hanzi, place.reading)
            for place in listed
            if place.document == document and place.offset < len(source)
        }


def locate_readings(document: Document, pins: PinnedReadings) -> dict[int, str]:
    """Return offset in the clean text -> reading, for each place that still has its hanzi."""
    found = {}
    for source, (hanzi, reading) in pins.items():
        if source < len(document.source):
            low, high = document.clean_span(source, source + 1)
            place = document.text.find(hanzi, low, max(high, low + 1))
            if place >= 0:
                found[place] = reading
    return found


def place_readings_path() -> Path:
    """Return the path of the file, beside the user's readings of words."""
    return config_folder() / PLACES


def load_place_readings(path: Path | None = None) -> PlaceReadings:
    """Return the contents of the file, none if there is no file. Raises ReaderError."""
    return PlaceReadings(read_raw_lines(path or place_readings_path()))


def _parse_line(line: str) -> _PlaceLine | None:
    """Return the place on a line of the file, None if it has none."""
    match = _LINE.match(line)
    said = parse_readings(match[3], match[4]) if match else None
    return (
        _PlaceLine(match[1].lower(), int(match[2]), match[3], said[0]) if match and said else None
    )
