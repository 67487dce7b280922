"""Both texts side by side as one page that needs nothing else."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from reader.text.document import Document, Repair
from reader.text.sentences import evidence_words
from reader.text.structure import Block, BlockKind, Structure

_Place = tuple[int, int, Repair]
_FRAMES = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}

# What a page may not hold: controls, half surrogate pairs, noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.8 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei",
  "PingFang SC", sans-serif; }
header { padding: 0.6em 1.2em; font-size: 0.8em; }
header span { margin-right: 1.2em; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { padding: 0 1.2em 2em; white-space: pre-wrap; overflow-wrap: anywhere; }
section + section { border-left: 1px solid #8886; }
mark { color: inherit; background: none; border-bottom: 2px solid; }
mark:empty { border-bottom: none; border-left: 2px solid; margin: 0 1px; }
mark.proposed { border-bottom-style: dotted; }
h1, h2, h3, h4, h5, h6 { margin: 0.8em 0 0.4em; font-size: 1.05em; line-height: 1.5; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.2em; }
p { margin: 0.4em 0; }
ul { margin: 0.4em 0; padding-left: 1.4em; }
li.ordered { list-style: none; }
table { border-collapse: collapse; margin: 0.6em 0; font-size: 0.9em; }
td, th { border: 1px solid #8886; padding: 0.1em 0.5em; vertical-align: top; }
.gloss { border-color: #0072b2; background: #0072b222; }
.slip { border-color: #d55e00; background: #d55e0022; border-bottom-style: double; }
.variant { border-color: #009e73; background: #009e7322; border-bottom-style: dashed; }
.script { border-color: #999999; }
.punctuation { border-color: #cc79a7; background: #cc79a722; }
.encoding { border-color: #e69f00; background: #e69f0022; border-bottom-style: double; }
.debris { border-color: #56b4e9; background: #56b4e922; border-bottom-style: dashed; }
.manual { border-color: #f0e442; background: #f0e44222; }
"""


def to_html(document: Document, *, title: str = "") -> str:
    """Return a page: the clean text left, the source right, repairs marked, reasons in titles."""
    head = page_text(title or (document.origin.path.name if document.origin.path else "Jingdu"))
    counts = Counter(repair.kind for repair in document.repairs if repair.applied)
    legend = "".join(
        f'<span><mark class="{kind.value}">{kind.value}</mark> {count}</span>'
        for kind, count in counts.most_common()
    )
    clean = _side(
        document.text,
        [(repair.clean_start, repair.clean_end, repair) for repair in document.repairs],
        document.clean_structure(),
    )
    source = _side(
        document.source,
        [(repair.source_start, repair.source_end, repair) for repair in document.repairs],
        document.structure,
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><strong>{head}</strong> {legend}</header>\n"
        f'<main>\n<section class="clean">{clean}</section>\n'
        f'<section class="source" lang="zh">{source}</section>\n</main>\n</body>\n</html>\n'
    )


def _side(text: str, places: list[_Place], structure: Structure) -> str:
    """Return one of the texts: as it is, or as the headings, lists and tables it has."""
    if not structure:
        return _mark(text, places)
    pieces: list[str] = []
    frame = ""
    at = 0
    for number, block in enumerate(structure):
        wanted = _FRAMES.get(block.kind, "")
        if wanted != frame:
            pieces.append((f"</{frame}>" if frame else "") + (f"<{wanted}>" if wanted else ""))
            frame = wanted
        # The line end belongs to its line: a repair may have taken it away.
        last = number + 1 == len(structure)
        until = len(text) if last else max(block.end, structure[number + 1].start)
        inside = []
        while at < len(places) and (places[at][0] < until or last):
            inside.append(places[at])
            at += 1
        pieces.append(_block(text, block, inside))
    if frame:
        pieces.append(f"</{frame}>")
    return "".join(pieces)


def _block(text: str, block: Block, places: list[_Place]) -> str:
    """Return one line as the element it is."""
    words = _mark(text, places, block.start, block.end)
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), 6)
        return f"<h{level}>{words}</h{level}>"
    if block.kind is BlockKind.ITEM:
        kind = ' class="ordered"' if block.ordered else ""
        return f'<li{kind} style="margin-left: {max(block.level, 1) - 1}em">{words}</li>'
    if block.kind is BlockKind.ROW:
        cell = "th" if block.level else "td"
        # No repair of the engine spans a tab, or a mark would open in one cell and end in the next.
        cells = words.split("\t") if _is_balanced(words) else [words.replace("\t", " ")]
        return f"<tr>{''.join(f'<{cell}>{part}</{cell}>' for part in cells)}</tr>"
    return f"<p>{words}</p>"


def _is_balanced(words: str) -> bool:
    return all(part.count("<mark") == part.count("</mark>") for part in words.split("\t"))


def _mark(text: str, places: list[_Place], begin: int = 0, finish: int | None = None) -> str:
    """Return text[begin:finish] escaped, with a mark around each place.

    Places are sorted by start (code points); of one that reaches outside, the part inside is
    marked.
    """
    finish = len(text) if finish is None else finish
    pieces: list[str] = []
    at = begin
    for start, end, repair in places:
        start, end = min(max(start, begin), finish), min(max(end, begin), finish)
        if start < at:  # a proposal inside a repair that was applied
            continue
        pieces.append(page_text(text[at:start]))
        proposed = "" if repair.applied else " proposed"
        pieces.append(
            f'<mark class="{repair.kind.value}{proposed}" title="{_title(repair)}">'
            f"{page_text(text[start:end])}</mark>"
        )
        at = end
    pieces.append(page_text(text[at:finish]))
    return "".join(pieces)


def _title(repair: Repair) -> str:
    """Return what was done and why, for an attribute."""
    sure = f"{int(repair.confidence * 100)} %"
    doubt = "" if repair.applied else ", proposed"
    change = f"{repair.before} → {repair.after or '∅'} ({repair.kind.value}, {sure}{doubt})"
    return page_text("\n".join((change, *map(evidence_words, repair.evidence)))).replace(
        "\n", "&#10;"
    )


def page_text(text: str) -> str:
    """Return `text` for a page: escaped, line ends as pages have them, nothing forbidden."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(_FORBIDDEN.sub("\ufffd", lines), quote=True)
