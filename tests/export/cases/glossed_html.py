from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "one line": (Use.PINYIN, Material(LINE), ['<rt lang="en">Chongqing']),
    "a page": (Use.WINDOW, Material(PAGE), ['<rt lang="en">title</rt>', "<th>Meaning</th>"]),
    "nothing": (Use.CLEAN, Material(NOTHING), ["<body><main></main></body>"]),
}
