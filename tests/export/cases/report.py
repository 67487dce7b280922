from datetime import UTC, datetime

from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, NOTHING, PAGE

CASES = {
    "two repairs": (
        Use.CLEAN,
        Material(LINE, "a < b", when=datetime(2026, 11, 29, tzinfo=UTC)),
        [
            "<h1>a &lt; b</h1>",
            "Restored with Jingdu 净读 · 2026-11-29",
            "<b>2</b> repairs",
            "Glosses and traditional forms throughout.",
            '<p>重<mark class="script" title="Traditional form: 慶 → 庆 (certain, 99%)">庆</mark>',
            '<mark class="gloss" title="Gloss: (qing) → nothing (certain, 98%)">(qing)</mark></p>',
            "Nothing left to decide.",
            "These are all 2 certain repairs.",
        ],
    ),
    "a page without repairs": (Use.WINDOW, Material(PAGE), ["Nothing was repaired.", "标题"]),
    "a text without words": (Use.REPORT, Material(NOTHING), ["<b>0</b> repairs"]),
}
