"""Documents whose text tries to be markup, or is none that XML could hold."""

from reader import Document
from reader.text.document import Origin
from reader.text.structure import Block, BlockKind

MARKUP = (
    "<script>alert(1)</script> & &amp; ]]> <!-- \"'",
    '</rt></ruby><img src="http://evil.example/a.png">重',
    "{#}${x} https://evil.example/?a=b&c=d",
    "重\x00庆\x0b\x1f\x7f\x85\ufffe\uffff\ufdd0\ud800",
    "\u202e\u200b\ufeff",
    "𠀀重\U0010ffff",
)
LINES = Document.of("\r\n".join(MARKUP))


def _structured() -> Document:
    kinds = (
        (BlockKind.HEADING, 4), (BlockKind.HEADING, 1), (BlockKind.HEADING, 6),
        (BlockKind.HEADING, 9), (BlockKind.ITEM, 0), (BlockKind.ITEM, 7), (BlockKind.ROW, 1),
        (BlockKind.ROW, 0), (BlockKind.PARAGRAPH, 0),
    )  # fmt: skip
    blocks, at, text = [], 0, ""
    for number, (kind, level) in enumerate(kinds * 2):
        line = "\u3000" if number == 3 else MARKUP[number % len(MARKUP)]
        if kind is BlockKind.ROW:
            line = f"{line}\t\t{line}"
        blocks.append(Block(at, at + len(line), kind, level))
        text += f"{line}\n"
        at = len(text)
    return Document.of(text, origin=Origin(format="html", structure=tuple(blocks)))


STRUCTURED = _structured()
