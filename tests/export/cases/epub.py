from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "one line": (
        Use.PINYIN,
        Material(LINE, "t & t"),
        ["application/epub+zip", "<dc:title>t &amp; t</dc:title>", "<rt>qìng</rt>"],
    ),
    "a page": (
        Use.WINDOW,
        Material(PAGE),
        ['<a href="text0001.xhtml#h0">标题</a>', '<h1 id="h0">', "<dc:title>标题</dc:title>"],
    ),
    "nothing": (Use.CLEAN, Material(NOTHING), ["<dc:title>Jingdu</dc:title>", "<p></p>"]),
}
