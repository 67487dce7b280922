from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "one line": (
        Use.PINYIN,
        Material(LINE),
        ["<w:rubyBase><w:r><w:t", ">qìng</w:t></w:r></w:rt>", '<w:hpsRaise w:val="22"/>'],
    ),
    "a heading is larger": (
        Use.WINDOW,
        Material(PAGE),
        ['<w:pStyle w:val="Heading1"/>', '<w:hpsBaseText w:val="36"/>', "<w:tbl>"],
    ),
    "nothing": (Use.CLEAN, Material(NOTHING), ["<w:p></w:p><w:sectPr>"]),
}
