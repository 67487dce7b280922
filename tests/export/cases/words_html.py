from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "one line": (
        Use.CLEAN,
        Material(LINE),
        ["<p><ruby>重<rp>(</rp><rt>chóng</rt><rp>)</rp>庆<rp>(</rp><rt>qìng</rt><rp>)</rp></ruby>"],
    ),
    "a page": (
        Use.WINDOW,
        Material(PAGE),
        ["<h1><ruby>标", "<ul><li", "<table><tr><td>", ">1</td>"],
    ),
    "nothing": (Use.PINYIN, Material(NOTHING), ["<body><main></main></body>"]),
}
