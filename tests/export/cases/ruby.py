from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING

CASES = {
    "each hanzi": (
        Use.PINYIN,
        Material(LINE),
        ["<title>Jingdu</title>", "<ruby>庆<rp>(</rp><rt>qìng</rt><rp>)</rp></ruby>\n</body>"],
    ),
    "as the user set it": (
        Use.WINDOW,
        Material(LINE, "t & t", pinned={0: "zhòng"}),
        ["<title>t &amp; t</title>", "<rt>zhòng</rt>"],
    ),
    "nothing": (Use.PINYIN, Material(NOTHING), ["<body></body>\n</html>\n"]),
}
