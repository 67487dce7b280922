from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING

CASES = {
    "each with its reason": (
        Use.REPORT,
        Material(LINE, name="a.txt"),
        "a.txt:1:2  script  慶 → 庆  99%\na.txt:1:3  gloss  (qing) → (removed)  98%\n"
        "    The gloss qing is a reading of 慶.\na.txt: 2 repairs (1 script, 1 gloss)\n",
    ),
    "a gloss that the user contradicts": (
        Use.WINDOW,
        Material(LINE, pinned={1: "yáng"}),
        ["1:3  reading  庆: the gloss says qing, the context yáng", "Your choice"],
    ),
    "nothing": (Use.REPORT, Material(NOTHING), "0 repairs\n"),
}
