"""A document in which one place was decided in each way in which that can be done."""

from reader import Document, RepairKind
from reader.review.decisions import Decision, apply_decisions
from reader.review.history import Signature
from reader.text.align import Alternative, Change
from reader.text.evidence import Evidence
from reader.text.repair import LOST

SOURCE = "依灋咊谐由?k的勞动锟斤拷和\ufffd完毕。\n"
_LISTED = (Evidence("source_table", ("灋", "法", ("CC-CEDICT",))),)
_OTHERS = (Alternative("协办", 0.36), Alternative("□办", 0.06))
_GONE = (Evidence("lost"),)


def decided_in_every_way():
    """Return the document, who decided, and the places in their order by name."""
    lost, end = SOURCE.index("锟斤拷"), SOURCE.index("\ufffd")
    rows = [
        (1, 2, Change("法", RepairKind.VARIANT, "variant.table", 0.93, _LISTED)),
        (2, 3, Change("和", RepairKind.VARIANT, "variant.table", 0.7)),
        (5, 7, Change("经办", RepairKind.SLIP, "slip.byte", 0.58, (), _OTHERS)),
        (8, 9, Change("动", RepairKind.SCRIPT, "script.t2s", 0.99)),
        (lost, lost + 3, Change("锟斤拷", RepairKind.ENCODING, LOST, 0.0, _GONE, (), False)),
        (end, end + 1, Change("\ufffd", RepairKind.ENCODING, LOST, 0.0, _GONE, (), False)),
    ]
    places = {
        "accepted": Decision(1, 2, "法"),
        "kept": Decision(2, 3, "咊"),
        "alternative": Decision(5, 7, "协办"),
        "typed": Decision(8, 9, "劳"),
        "typed where lost": Decision(lost, lost + 3, "制度"),
        "lost and kept": Decision(end, end + 1, "\ufffd"),
        "typed where nothing was": Decision(end + 1, end + 3, "结束"),
    }
    document = apply_decisions(Document.of(SOURCE, rows), places.values())
    anna = Signature("anna", "2026-11-29T08:00:00Z")
    return document, {(1, 2): anna, (2, 3): anna}, places
