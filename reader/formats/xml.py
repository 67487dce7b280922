"""XML of files that anybody may have made: no DTD, no entities, nothing fetched."""

from __future__ import annotations

from lxml import etree

from reader.formats.element import Element
from reader.text.errors import BrokenFile, Place, TooMuchInside

_MOST = 3_000_000  # elements and attributes; a tree takes a hundred times the bytes of <a/>


def parse_xml(data: bytes, where: Place, kind: str) -> Element:
    """Return the root of an XML text.

    Entities are neither expanded nor fetched: <!ENTITY a "&b;&b;&b;…"> stays small. Raises
    ReaderError, naming `where`: BrokenFile if it is no XML, TooMuchInside above three million
    elements and attributes.
    """
    if len(data) > _MOST and data.count(b"<") + data.count(b"=") > _MOST:
        raise TooMuchInside(where)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenFile(where, kind) from error
    return root
