"""One table of cases an export: what is made of a document.

`CASES` of the module named as the export: why -> (use, material, what comes out). That is all of it
as one str, or a list of what must be in it.
"""

from reader import Document, Repair, RepairKind
from reader.text.document import Origin
from reader.text.evidence import Evidence
from reader.text.structure import Block, BlockKind

GLOSS = Repair(
    0, RepairKind.GLOSS, 2, 8, 2, 2, "(qing)", "", "gloss.reading", 0.98,
    (Evidence("gloss_reading", ("qing", "慶")),),
)  # fmt: skip
FORM = Repair(1, RepairKind.SCRIPT, 1, 2, 1, 2, "慶", "庆", "script.table", 0.99)
# A text in which a form was replaced and a gloss taken out.
LINE = Document("重慶(qing)\n", "重庆\n", (FORM, GLOSS))
NOTHING = Document("", "")


def page(*lines):
    """Return a page without repairs; a line is (kind, text)."""
    blocks, at = [], 0
    for kind, text in lines:
        level = int(kind is BlockKind.HEADING)
        blocks.append(Block(at, at + len(text), kind, level))
        at += len(text) + 1
    text = "".join(f"{text}\n" for _, text in lines)
    return Document(text, text, origin=Origin(format="html", structure=tuple(blocks)))


PAGE = page((BlockKind.HEADING, "标题"), (BlockKind.ITEM, "一*"), (BlockKind.ROW, "甲\t乙"))
