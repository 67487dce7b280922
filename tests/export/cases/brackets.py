from reader.export.material import Material
from reader.export.table import Use
from reader.pinyin.options import ReadingOptions
from tests.export.cases import LINE, NOTHING

CASES = {
    "each hanzi": (Use.PINYIN, Material(LINE), "重(chóng)庆(qìng)\n"),
    "each word": (
        Use.PINYIN,
        Material(LINE, options=ReadingOptions(words=True)),
        "重庆(Chóngqìng)\n",
    ),
    "nothing": (Use.PINYIN, Material(NOTHING), "\n"),
}
