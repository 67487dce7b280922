"""The clean text as a page, alone or beside the source; a page needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from reader.export.marks import find_places, mark_structure
from reader.export.material import Material
from reader.export.page import (
    FONTS,
    TEXT_FONTS,
    frame_page,
    mark_style,
    page_text,
    theme_style,
    write_page,
)
from reader.text.document import Document
from reader.text.sentences import kind_name
from reader.text.structure import Block, BlockKind, Structure

ELEMENTS = """h1, h2, h3, h4, h5, h6 { margin: 0.8em 0 0.4em; font-size: 1.05em;
  line-height: 1.5; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.2em; }
p { margin: 0.4em 0; }
ul { margin: 0.4em 0; padding-left: 1.4em; }
li.ordered { list-style: none; }
table { border-collapse: collapse; margin: 0.6em 0; font-size: 0.9em; }
td, th { border: 1px solid var(--mid); padding: 0.1em 0.5em; vertical-align: top; }
"""
"""How headings, lists and tables of a text look on a page."""
_BOTH = f"""body {{ margin: 0; background: var(--page); color: var(--ink);
  font: 18px/1.9 {TEXT_FONTS}; }}
header {{ padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--chrome);
  font: 13px/1.6 {FONTS}; }}
header span {{ margin-left: 24px; }}
header mark {{ margin-right: 4px; }}
main {{ display: grid; grid-template-columns: 1fr 1fr; }}
section {{ padding: 8px 24px 32px; white-space: pre-wrap; overflow-wrap: anywhere; }}
section + section {{ border-left: 1px solid var(--line); font-size: 16px; color: var(--muted); }}
"""
_ALONE = f"""body {{ margin: 2em auto; max-width: 44em; padding: 0 1.2em; background: var(--page);
  color: var(--ink); font: 20px/2 {TEXT_FONTS}; overflow-wrap: anywhere; }}
main {{ white-space: pre-wrap; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 12pt; }} }}
"""


def to_html(material: Material) -> str:
    """Return a page: the clean text left, the source right, repairs marked, reasons in titles."""
    return "".join(write_html(material))


def write_html(material: Material) -> Iterator[str]:
    """Yield what `to_html` returns in pieces: together they may be 100 MB."""
    document, outcomes = material.document, material.find_outcomes()
    counts = Counter(repair.kind for repair in document.repairs if repair.applied)
    legend = "".join(
        f'<span><mark class="{kind.value}">'
        f"{page_text(kind_name(kind, material.translate))}</mark> {count}</span>"
        for kind, count in counts.most_common()
    )
    in_clean, in_source = find_places(document.repairs, outcomes, material.translate)
    title = page_text(material.page_title)
    body = chain(
        (f"\n<header><strong>{title}</strong> {legend}</header>\n<main>\n",),
        ('<section class="clean">',),
        mark_structure(document.text, in_clean, document.clean_structure()),
        ('</section>\n<section class="source" lang="zh">',),
        mark_structure(document.source, in_source, document.structure),
        ("</section>\n</main>\n",),
    )
    style = f"\n{theme_style()}{_BOTH}{ELEMENTS}{mark_style()}"
    return frame_page(material.page_title, style, body)


def to_clean_html(material: Material) -> str:
    """Return a page of the clean text alone, with its headings, lists and tables.

    Without structure every line is a paragraph.
    """
    content = "".join(mark_structure(material.document.text, (), blocks_of(material.document)))
    return write_page(
        material.page_title, f"\n{theme_style()}{_ALONE}{ELEMENTS}", f"<main>{content}</main>"
    )


def blocks_of(document: Document) -> Structure:
    """Return the structure of the clean text; without any, every line with text is a paragraph."""
    structure = document.clean_structure()
    if structure:
        return structure
    at, lines = 0, []
    for line in document.text.splitlines(keepends=True):
        end = at + len(line)
        if line.strip():
            lines.append(Block(at, at + len(line.rstrip()), BlockKind.PARAGRAPH))
        at = end
    return tuple(lines)
