"""OpenDocument texts, of LibreOffice and WPS: a ZIP archive of XML, or one file of the same XML.

Read here and not through LibreOffice: nobody needs to have it installed, and nothing is started.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from reader.formats.archive import Archive
from reader.formats.budget import Budget, packed_steps
from reader.formats.content import Content, Source
from reader.formats.odt_body import Body
from reader.formats.odt_styles import Styles
from reader.formats.recognise import Sample
from reader.formats.xml_events import DamagedXml, walk_xml
from reader.text.errors import BrokenFile, EncryptedFile, NoTextInside, Place
from reader.text.structure import StructureWriter

_KIND = "OpenDocument"
_ELEMENTS = 2_000_000  # of all parts; a thousand pages have a tenth
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    **{
        f"{_NAMES}:{name}:1.0": short
        for name, short in {
            "office": "office", "style": "style", "text": "text", "table": "table",
            "drawing": "draw", "svg-compatible": "svg", "form": "form", "manifest": "manifest",
        }.items()
    },
    "http://www.w3.org/1998/Math/MathML": "math",
}  # fmt: skip


def read(source: Source) -> Content:
    """Return the text of an .odt, .ott or .fodt with headings, lists, tables and notes.

    Raises ReaderError: damaged, protected by a password, no text, too much inside.
    """
    where, size = source.where, len(source.data)
    in_archive = Sample(source.data).is_zip
    budget = Budget(where, steps=packed_steps(size, _ELEMENTS) if in_archive else _ELEMENTS)
    counts: Counter[str] = Counter()
    parts = _parts(source.data, where, budget) if in_archive else [b"", source.data]
    styles = Styles(counts)
    for part in parts:
        with suppress(DamagedXml):
            walk_xml(part, PREFIXES, styles, budget)
    writer = StructureWriter()
    body = Body(writer, styles, counts, budget)
    try:
        walk_xml(parts[-1], PREFIXES, body, budget)
    except DamagedXml:
        counts["unreadable"] += 1
    body.finish()
    if not len(writer):
        raise BrokenFile(where, _KIND) if counts["unreadable"] else NoTextInside(where, _KIND)
    return Content.of(writer, left_out=counts)


def _parts(data: bytes, where: Place, budget: Budget) -> list[bytes]:
    """Return styles.xml and content.xml."""
    with Archive(data, where, _KIND) as archive:
        locks = _Locks()
        with suppress(DamagedXml):
            walk_xml(archive.optional("META-INF/manifest.xml") or b"", PREFIXES, locks, budget)
        if locks.any:
            raise EncryptedFile(where)
        try:
            styles = archive.optional("styles.xml")
        except BrokenFile:  # numbers of headings are missing then, no words
            styles = None
        return [styles or b"", archive.read("content.xml")]


class _Locks:
    """Looks in the list of members for one that is encrypted."""

    any = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self.any = self.any or name == "manifest:encryption-data"

    def end(self, name: str) -> None:
        """End an element."""

    def text(self, text: str) -> None:
        """Take some text."""
