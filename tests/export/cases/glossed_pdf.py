from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import PAGE
from tests.export.cases.pdf import spell

CASES = {
    "a page": (Use.PINYIN, Material(PAGE, typeset=spell), ["heading 1: 标题(title)", "Word list"]),
}
