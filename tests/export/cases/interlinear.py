from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING

CASES = {
    "above each hanzi": (Use.PINYIN, Material(LINE), "chóng qìng\n重    庆\n"),
    "nothing": (Use.PINYIN, Material(NOTHING), "\n"),
}
