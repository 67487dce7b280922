from reader.export.material import Material
from reader.export.table import Use
from reader.text.document import Document
from tests.export.cases import LINE, PAGE

CASES = {
    "one line": (Use.CLEAN, Material(LINE, "a < b"), ["<main><p>重庆</p></main>", "a &lt; b"]),
    "blank lines": (Use.CLEAN, Material(Document.of("一\n\n<b>")), ["<p>一</p><p>&lt;b&gt;</p>"]),
    "a page": (
        Use.WINDOW,
        Material(PAGE),
        ['<h1>标题</h1><ul><li style="margin-left: 0em">一*</li></ul><table><tr><td>甲</td>'],
    ),
}
