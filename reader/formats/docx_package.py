"""The parts of an Office file: which there are, and how one leads to another.

A part is found by what leads to it and not by its name: any program may call the text doc.xml.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from reader.formats.archive import Archive
from reader.formats.budget import Budget
from reader.formats.xml_events import DamagedXml, Handler, local, walk_xml
from reader.text.errors import BrokenFile, Place

# "Strict" documents name the same elements by other addresses.
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_MAIN = re.compile(
    r"wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main"
)
_USUAL_MAIN = re.compile(r"word/document\d*\.xml")


class Relation(NamedTuple):
    """What a part leads to: the last word of its type ("header"), and the name of a member.

    `name` is None for what is outside of the file, or missing.
    """

    kind: str
    name: str | None


class Package:
    """The parts of an Office file."""

    def __init__(self, archive: Archive, budget: Budget, where: Place) -> None:
        self._where = where
        self._archive = archive
        self._budget = budget
        # Names differ in case or in their slashes from what leads to them in files by hand.
        self._members = {_plain(name): name for name in sorted(archive.names)}

    def main(self) -> str:
        """Return the name of the part with the text; the usual one where nothing leads to any."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.name is not None:
                return relation.name
        types = _Types()
        self.walk(self._members.get("[content_types].xml"), types)
        for part in types.main:
            if (name := self._members.get(_plain(part))) is not None:
                return name
        usual = [name for plain, name in self._members.items() if _USUAL_MAIN.fullmatch(plain)]
        return min(usual, default="word/document.xml")

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part leads to, by id; of the whole file for ""."""
        folder, name = posixpath.split(_plain(part))
        found = _Relations()
        self.walk(self._members.get(posixpath.join(folder, "_rels", f"{name}.rels")), found)
        return {
            identity: Relation(
                kind.rpartition("/")[2], None if is_outside else self._resolve(folder, target)
            )
            for identity, kind, target, is_outside in found.all
        }

    def _resolve(self, folder: str, target: str) -> str | None:
        for path in (target, unquote(target)):
            path = path.replace("\\", "/").partition("#")[0]
            full = path if path.startswith("/") else posixpath.join(folder, path)
            name = self._members.get(_plain(posixpath.normpath(full[:1000])))
            if name is not None:
                return name
        return None

    def beside(self, part: str, name: str) -> list[str]:
        """Return a part beside another by its usual name, if it is there."""
        found = self._members.get(posixpath.join(posixpath.dirname(_plain(part)), name))
        return [] if found is None else [found]

    def data(self, name: str) -> bytes:
        """Return the bytes of a part. Raises ReaderError: damaged, too much inside."""
        return self._archive.read(name)

    def walk(self, name: str | None, handler: Handler) -> bool:
        """Tell a handler what is in a part; False if it is damaged, after what comes before that.

        Nothing for None. Raises ReaderError: protected by a password, too much inside.
        """
        if name is None:
            return True
        try:
            walk_xml(self._archive.read(name), PREFIXES, handler, self._budget, self._where)
        except (DamagedXml, BrokenFile):
            return False
        return True


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


class _Relations:
    def __init__(self) -> None:
        self.all: list[tuple[str, str, str, bool]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            own = local(attributes)
            self.all.append(
                (
                    own.get("Id", ""),
                    own.get("Type", ""),
                    own.get("Target", ""),
                    own.get("TargetMode") == "External",
                )
            )

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class _Types:
    def __init__(self) -> None:
        self.main: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Override":
            own = local(attributes)
            if _MAIN.search(own.get("ContentType", "")):
                self.main.append(own.get("PartName", ""))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass
