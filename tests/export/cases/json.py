from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE

CASES = {
    "a document": (
        Use.CLEAN,
        Material(LINE),
        ['{\n  "format": "jingdu/1"', '"text": "重庆\\n"', '"rule": "gloss.reading"', "]\n}\n"],
    ),
    "on one line": (
        Use.CLEAN,
        Material(LINE, one_line=True),
        ['{"format": "jingdu/1", ', '"kind": "script"', "}]}\n"],
    ),
    "readings": (
        Use.PINYIN,
        Material(LINE),
        ['{\n "text": "重庆\\n"', '"pinyin": "chóng"', '"source": "phrase"', "]\n}\n"],
    ),
}
