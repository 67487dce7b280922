"""Documents for trying out the panes, made by edits that are written down here."""

import re
from collections.abc import Iterator, Sequence

from reader import Document, RepairKind
from reader.text.align import Alternative, Change, Edit
from reader.text.evidence import Evidence

_FORMS = dict(
    zip(
        "動關係勞機製構築應對穩會區長書記開協調業務網責實發現強領導咊昰灋筦寘羣",
        "动关系劳机制构筑应对稳会区长书记开协调业务网责实发现强领导和是法管置群",
        strict=True,
    )
)
_VARIANTS = "咊昰灋筦寘羣"
_DAMAGE = re.compile(rf"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ ]+\)|[{''.join(_FORMS)},:]")

DAMAGED = (
    "在推(tui)動(dòng)建(jian)立(li)咊完善六項工(gong)作機(ji)製(zhi)的(de)基礎上,全(quan)力織(zhi)密"
    "勞動(dòng)(dong)關(guān)係網(wǎng):一昰(shi)建(jian)立市、區(qu)兩級應對疫(yi)情化(hua)解勞動"
    "(dòng)關係矛(mao)盾(dun)會(huì )(hui)商(shang)機製,定(ding)期通報(bao)研究勞動關係形勢。\n"
    "由區委政灋(fa)委書(shū)(shu)記、分筦副區長(cháng)牽頭的勞動(dòng)關係矛盾應急處寘(zhi)機(ji)製\n"
    "\n"
    "各(ge)地要抓好落實(shí),羣(qun)體性強,開(kāi)展協調(diao),業務責任\n"
)


def edits_of(source: str) -> Iterator[Edit]:
    """Yield what is wrong in a text damaged in the ways of `DAMAGED`."""
    for found in _DAMAGE.finditer(source):
        piece, (start, end) = found.group(), found.span()
        if piece[0] == "(":
            why = Evidence("gloss_reading", (piece[1:-1].strip(), source[start - 1]))
            yield Edit(start, end, "", RepairKind.GLOSS, "gloss", 0.99, (why,))
        elif piece in ",:":
            after = "，" if piece == "," else "："
            yield Edit(start, end, after, RepairKind.PUNCTUATION, "punctuation.full", 0.98)
        else:
            kind = RepairKind.VARIANT if piece in _VARIANTS else RepairKind.SCRIPT
            why = Evidence("source_table", (piece, _FORMS[piece], "CC-CEDICT"))
            other = (Alternative("某", 0.02),)
            yield Edit(start, end, _FORMS[piece], kind, "form", 0.97, (why,), other)


def make_document(source: str, edits: Sequence[Edit] | None = None, least: int = 10) -> Document:
    """Return the document that these edits make of a source; by default all of `edits_of`.

    Its paragraphs have at least so many characters.
    """
    edits = list(edits_of(source)) if edits is None else edits
    rows = [(edit.start, edit.end, Change(*edit[2:])) for edit in edits]
    return Document.of(source, rows, least=least)
