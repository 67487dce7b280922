from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "what is applied": (Use.CLEAN, Material(LINE), "重庆\n"),
    "nothing": (Use.CLEAN, Material(NOTHING), ""),
    "a page": (Use.CLEAN, Material(PAGE), "标题\n一*\n甲\t乙\n"),
}
