from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, PAGE

CASES = {
    "one line": (Use.CLEAN, Material(LINE), ['<w:p><w:r><w:t xml:space="preserve">重庆</w:t>']),
    "a page": (
        Use.WINDOW,
        Material(PAGE),
        ['<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="ListBullet"/>', "<w:tbl>"],
    ),
}
