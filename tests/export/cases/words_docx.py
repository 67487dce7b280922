from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import NOTHING, PAGE

CASES = {
    "a page": (Use.WINDOW, Material(PAGE), ["Word list", "HSK level", "biāotí", "title"]),
    "nothing": (Use.CLEAN, Material(NOTHING), ["<w:p></w:p><w:sectPr>"]),
}
