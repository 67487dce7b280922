"""The clean text as an e-book with pinyin: EPUB 3, headings as its contents, a list of words last.

Equal documents make equal files: the times in it are fixed, and its identifier comes of its words.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from reader.export.archive import pack_archive
from reader.export.html import ELEMENTS, blocks_of
from reader.export.material import Material
from reader.export.page import page_text
from reader.export.study_page import RUBY, TITLE, write_blocks, write_list
from reader.export.study_words import StudyText
from reader.text.structure import Block, BlockKind

_LONG = 30_000  # code points after which a part ends with a line of the text
_SHORT = 2_000  # code points below which it goes on past a heading
_TOP = 2  # levels of headings at which a part begins
_MODIFIED = "2000-01-01T00:00:00Z"  # the identifier tells one edition from another
_LABEL = 120  # code points of a heading among the contents
_WORDS = "words"
_TYPE = "application/xhtml+xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# The colours, fonts and sizes are the reader's own.
_COLOURS = ":root { --mid: #999; }\nbody { line-height: 2.2; }\n.words { line-height: 1.6; }\n"
_CONTAINER = (
    f'{_XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


class _Entry(NamedTuple):
    """An entry of the contents: a heading, where it stands, and those below it."""

    level: int
    label: str
    target: str
    inside: list[_Entry]


class _Page(NamedTuple):
    name: str  # of its file, without the ending
    title: str
    body: str


def to_epub(material: Material, *, glosses: bool = False) -> bytes:
    """Return the clean text as an EPUB 3 book with pinyin by word and a list of its words.

    With `glosses` a short meaning stands under each word.
    """
    title = title_of(material)
    contents: list[_Entry] = []
    pages = list(_chapters(material, title, contents, glosses=glosses))
    if not contents:
        contents.append(_Entry(1, title, f"{pages[0].name}.xhtml", []))
    listed = material.translate("Exports", TITLE)
    contents.append(_Entry(1, listed, f"{_WORDS}.xhtml", []))
    digest = sha256(title.encode(errors="surrogatepass"))
    for page in pages:
        digest.update(page.body.encode())
    identity = uuid.uuid5(uuid.NAMESPACE_OID, f"jingdu {digest.hexdigest()}")
    files = {page.name: _write_page(page) for page in pages}
    return pack_archive(
        (
            ("META-INF/container.xml", (_CONTAINER,)),
            ("EPUB/package.opf", (_package(title, identity, list(files)),)),
            ("EPUB/contents.xhtml", (_contents(title, contents),)),
            ("EPUB/style.css", (f"{_COLOURS}{ELEMENTS}{RUBY}",)),
            *((f"EPUB/{name}.xhtml", (page,)) for name, page in files.items()),
        ),
        first="application/epub+zip",
    )


def title_of(material: Material) -> str:
    """Return what the book is called: its first heading, or its file without the ending."""
    document = material.document
    for block in document.clean_structure():
        if block.kind is BlockKind.HEADING:
            heading = _label(document.text[block.start : block.end])
            if heading:
                return heading
    path = document.origin.path
    return _label(material.title or (path.stem if path else "")) or "Jingdu"


def _chapters(
    material: Material, title: str, contents: list[_Entry], *, glosses: bool
) -> Iterator[_Page]:
    """Yield the parts of the book, the list of words last; put the headings into `contents`."""
    study = StudyText(material)
    text = material.document.text
    open_entries: list[_Entry] = []
    parts = _part(blocks_of(material.document)) or [[]]
    for number, blocks in enumerate(parts, 1):
        name = f"text{number:04}"
        named: dict[int, str] = {}
        first = ""
        for block in blocks:
            label = _label(text[block.start : block.end])
            if block.kind is not BlockKind.HEADING or not label:
                continue
            first = first or label
            named[block.start] = f"h{block.start}"
            level = min(max(block.level, 1), 6)
            entry = _Entry(level, label, f"{name}.xhtml#{named[block.start]}", [])
            while open_entries and open_entries[-1].level >= level:
                open_entries.pop()
            (open_entries[-1].inside if open_entries else contents).append(entry)
            open_entries.append(entry)
        body = "".join(write_blocks(material, study, blocks, glosses=glosses, named=named))
        yield _Page(name, first or title, body or "<p></p>")
    listed = material.translate("Exports", TITLE)
    table = write_list(study.list_words(), material.translate)
    yield _Page(_WORDS, listed, table or f"<h2>{page_text(listed)}</h2>")


def _part(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part the lines into files that a reader opens at once; no list or table goes across two."""
    parts: list[list[Block]] = []
    for block in blocks:
        size = block.start - parts[-1][0].start if parts else 0
        is_top = block.kind is BlockKind.HEADING and block.level <= _TOP
        can_begin = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        if not parts or (can_begin and size > _LONG) or (is_top and size > _SHORT):
            parts.append([])
        parts[-1].append(block)
    return parts


def _label(text: str) -> str:
    """Return a heading as one line of the contents; empty if nothing of it can be seen."""
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else f"{line[:_LABEL]}…"


def _write_page(page: _Page) -> str:
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hans" '
        f'xml:lang="zh-Hans">\n<head>\n<meta charset="utf-8"/>\n<title>{page_text(page.title)}'
        '</title>\n<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
        f"<body>{page.body}</body>\n</html>\n"
    )


def _package(title: str, identity: uuid.UUID, names: Sequence[str]) -> str:
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="{_TYPE}"/>' for name in names
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="identity" xml:lang="zh-Hans">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="identity">urn:uuid:{identity}</dc:identifier>'
        f"<dc:title>{page_text(title)}</dc:title><dc:language>zh-Hans</dc:language>"
        f'<meta property="dcterms:modified">{_MODIFIED}</meta></metadata>\n'
        f'<manifest><item id="contents" href="contents.xhtml" media-type="{_TYPE}" '
        'properties="nav"/><item id="style" href="style.css" media-type="text/css"/>'
        f"{items}</manifest>\n<spine>{spine}</spine>\n</package>\n"
    )


def _contents(title: str, entries: Sequence[_Entry]) -> str:
    heading = page_text(title)
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-Hans" xml:lang="zh-Hans">\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{heading}</title>\n</head>\n<body>'
        f'<nav epub:type="toc" id="toc"><h1>{heading}</h1>{_list(entries)}</nav></body>\n</html>\n'
    )


def _list(entries: Sequence[_Entry]) -> str:
    rows = "".join(
        f'<li><a href="{entry.target}">{page_text(entry.label)}</a>'
        f"{_list(entry.inside) if entry.inside else ''}</li>"
        for entry in entries
    )
    return f"<ol>{rows}</ol>"
