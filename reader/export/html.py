"""Both texts side by side as one page that needs nothing else."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from reader.core.document import Document, Repair

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
    head = _safe(title or (document.origin.path.name if document.origin.path else "Jingdu"))
    counts = Counter(repair.kind for repair in document.repairs if repair.applied)
    legend = "".join(
        f'<span><mark class="{kind.value}">{kind.value}</mark> {count}</span>'
        for kind, count in counts.most_common()
    )
    clean = _marked(
        document.text,
        [(repair.clean_start, repair.clean_end, repair) for repair in document.repairs],
    )
    source = _marked(
        document.source,
        [(repair.source_start, repair.source_end, repair) for repair in document.repairs],
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


def _marked(text: str, places: list[tuple[int, int, Repair]]) -> str:
    """Return `text` escaped, with a mark around each place (sorted by start, code points)."""
    pieces: list[str] = []
    at = 0
    for start, end, repair in places:
        if start < at:  # a proposal inside a repair that was applied
            continue
        pieces.append(_safe(text[at:start]))
        proposed = "" if repair.applied else " proposed"
        pieces.append(
            f'<mark class="{repair.kind.value}{proposed}" title="{_title(repair)}">'
            f"{_safe(text[start:end])}</mark>"
        )
        at = end
    pieces.append(_safe(text[at:]))
    return "".join(pieces)


def _title(repair: Repair) -> str:
    """Return what was done and why, for an attribute."""
    sure = f"{int(repair.confidence * 100)} %"
    doubt = "" if repair.applied else ", proposed"
    change = f"{repair.before} → {repair.after or '∅'} ({repair.kind.value}, {sure}{doubt})"
    return _safe("\n".join((change, *map(str, repair.evidence)))).replace("\n", "&#10;")


def _safe(text: str) -> str:
    """Return `text` for a page: escaped, line ends as pages have them, nothing forbidden."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(_FORBIDDEN.sub("\ufffd", lines), quote=True)
