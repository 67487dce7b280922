from datetime import UTC, datetime

from reader.export.material import Material
from reader.export.table import Use
from tests.export.cases import LINE, PAGE

WHEN = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)
CASES = {
    "two repairs": (
        Use.CLEAN,
        Material(LINE, when=WHEN),
        [
            '<w:del w:id="1" w:author="Jingdu: script" w:date="2026-11-29T08:32:00Z"><w:r>'
            '<w:delText xml:space="preserve">慶</w:delText></w:r></w:del><w:ins w:id="2" '
            'w:author="Jingdu: script" w:date="2026-11-29T08:32:00Z"><w:r>'
            '<w:t xml:space="preserve">庆</w:t></w:r></w:ins>',
            '<w:del w:id="3" w:author="Jingdu: gloss" ',
        ],
    ),
    "a page": (
        Use.WINDOW,
        Material(PAGE, "a < b"),
        ["<dc:title>a &lt; b</dc:title>", '<w:pStyle w:val="Heading1"/>', "<w:tbl>"],
    ),
}
