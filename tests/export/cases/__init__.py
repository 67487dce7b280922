"""One table of cases an export: what is made of a document.

`CASES` of the module named as the export, with _ for -: why -> (use, material, what comes out).
That is all of it as one str, or a list of what must be in it; of a Word document, in its parts.
"""

from reader import Document, RepairKind
from reader.text.align import Change
from reader.text.document import Origin
from reader.text.evidence import Evidence
from reader.text.structure import Block, BlockKind

GLOSS = Change(
    "", RepairKind.GLOSS, "gloss.reading", 0.98, (Evidence("gloss_reading", ("qing", "慶")),)
)
FORM = Change("庆", RepairKind.SCRIPT, "script.table", 0.99)
# A text in which a form was replaced and a gloss taken out.
LINE = Document.of("重慶(qing)\n", [(1, 2, FORM), (2, 8, GLOSS)])
_GONE = Change("?", RepairKind.ENCODING, "encoding.lost", 0.0, (Evidence("eaten"),), (), False)
_FLOWER = Change("花", RepairKind.SLIP, "slip.byte", 0.99)
# The '?' ate a digit behind a character that was read out of step.
EATEN = Document.of("曰?.5~2小", [(0, 1, _FLOWER), (1, 2, _GONE)])
NOTHING = Document.of("")


def page(*lines):
    """Return a page without repairs; a line is (kind, text)."""
    blocks, at = [], 0
    for kind, text in lines:
        level = int(kind is BlockKind.HEADING)
        blocks.append(Block(at, at + len(text), kind, level))
        at += len(text) + 1
    text = "".join(f"{text}\n" for _, text in lines)
    return Document.of(text, origin=Origin(format="html", structure=tuple(blocks)))


PAGE = page((BlockKind.HEADING, "标题"), (BlockKind.ITEM, "一*"), (BlockKind.ROW, "甲\t乙"))
