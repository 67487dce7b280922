from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import EATEN, LINE, PAGE

CASES = {
    "both texts": (
        Use.CLEAN,
        Material(LINE),
        [
            "<!DOCTYPE html>",
            "<title>Jingdu</title>",
            '重<mark class="script"',
            ">(qing)</mark>\n</section>\n</main>",
        ],
    ),
    "one byte that is gone": (
        Use.CLEAN,
        Material(EATEN),
        ['>花</mark><mark class="encoding lost" data-gone="1" title=', ">?</mark>.5~2小"],
    ),
    "a page under its title": (
        Use.WINDOW,
        Material(PAGE, "a < b"),
        ["<title>a &lt; b</title>", "<h1>标题</h1><ul><li", "<td>甲</td><td>乙</td>"],
    ),
}
