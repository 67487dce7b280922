from reader.export.material import Material
from reader.export.table import Use
from reader.text.document import Document
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "a line is a paragraph": (Use.CLEAN, Material(LINE), "重庆\n"),
    "what a page calls a character": (
        Use.CLEAN,
        Material(Document.of("写作&lt;br&#62;；AT&T")),
        "写作\\&lt;br\\&#62;；AT&T\n",
    ),
    "nothing": (Use.CLEAN, Material(NOTHING), ""),
    "a page": (
        Use.CLEAN,
        Material(PAGE),
        "# 标题\n\n- 一\\*\n\n|  |  |\n| --- | --- |\n| 甲 | 乙 |\n",
    ),
}
