from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import PAGE

CASES = {
    "a page": (
        Use.WINDOW,
        Material(PAGE),
        ['<rt lang="en">title</rt>', "<dc:title>标题</dc:title>"],
    ),
}
