from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING

CASES = {
    "one line": (
        Use.CLEAN,
        Material(LINE),
        "--- a/text\t\n+++ b/text\t\n@@ -1,1 +1,1 @@\n-重慶(qing)\n+重庆\n",
    ),
    "nothing changed": (Use.WINDOW, Material(NOTHING), ""),
}
