"""Word documents: WordprocessingML, its parts, and the archive that holds them.

Written here and not with python-docx: that library has no tracked changes, so that every run of
such a document would be made by hand all the same, and a megabyte with 200,000 changes would pass
through a million of its objects. All text goes through `escape_text`, and nothing else makes text
of a document into XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import chain, groupby

from reader.export.archive import pack_archive
from reader.text.structure import Block, BlockKind

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PAGE = (  # A4, margins of an inch
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    "</w:body></w:document>"
)

# What XML 1.0 cannot hold, not even as a character reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400
_SUBSTITUTE = "\u241a"  # for what has no picture of its own: half a pair, U+FFFE

_PARTS = re.compile("([\t\r\n])")
# What is not written as it is.
_UNLIKE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff&<>]")
_EMPTY = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}

HEADINGS = 6
HEADING_SIZES = (36, 32, 28, 26, 24, 24)
"""Of each level, as Chinese documents have them; half points."""
BODY_SIZE = 24
_GREY = '<w:color w:val="665F55"/>'  # of text that is not sure
_ITEMS = 9  # levels of a list


def show_controls(text: str) -> str:
    """Return `text` with a picture (U+2400 and on) for each character that XML cannot hold."""
    return _FORBIDDEN.sub(_picture, text)


def count_controls(text: str) -> int:
    """Return how many characters XML cannot hold."""
    return sum(1 for _ in _FORBIDDEN.finditer(text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else _SUBSTITUTE


def escape_text(text: str) -> str:
    """Return `text` as XML holds it between tags, with pictures of what it cannot hold."""
    return escape(show_controls(text), quote=False)


def escape_attribute(text: str) -> str:
    """Return `text` as a quoted attribute."""
    return f'"{escape(show_controls(text))}"'


def run(text: str, *, deleted: bool = False) -> str:
    """Return a run of text; tabs and line ends become its elements. Empty for no text."""
    if not text:
        return ""
    tag = "w:delText" if deleted else "w:t"
    if not _UNLIKE.search(text):  # as nearly all: some hanzi between two changes
        return f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r>'
    parts = (
        _EMPTY.get(part) or f'<{tag} xml:space="preserve">{escape_text(part)}</{tag}>'
        for part in _PARTS.split(text)
        if part
    )
    return f"<w:r>{''.join(parts)}</w:r>"


def ruby_run(
    text: str,
    pinyin: str,
    *,
    half_points: int = BODY_SIZE,
    is_sure: bool = True,
    in_doubt: bool = False,
) -> str:
    """Return a run of text with pinyin above it, which Word calls a phonetic guide.

    `half_points` is the size of the text. What has no pinyin is a plain run. Pinyin that is not
    sure is grey and slanted; what is `in_doubt`, for it rests on an unsure repair, is grey, too.
    """
    if not pinyin:
        return run(text)
    small = half_points // 2
    soft = "" if is_sure and not in_doubt else f"<w:i/>{_GREY}"
    base = run(text)
    if in_doubt:
        base = base.replace("<w:r>", f"<w:r><w:rPr>{_GREY}</w:rPr>", 1)
    return (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>'
        f'<w:hps w:val="{small}"/><w:hpsRaise w:val="{half_points - 2}"/>'
        f'<w:hpsBaseText w:val="{half_points}"/><w:lid w:val="zh-CN"/></w:rubyPr>'
        f'<w:rt><w:r><w:rPr>{soft}<w:sz w:val="{small}"/></w:rPr>'
        f"<w:t>{escape_text(pinyin)}</w:t></w:r>"
        f"</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    )


@dataclass(slots=True)
class Line:
    """One line of the text on its way into a document.

    `cells` hold the XML of its runs, one for all but rows of a table. `mark` is the XML of a change
    of the paragraph's mark: the line end was put in or taken out. `ends` is false for the last
    line, which has no line end.
    """

    block: Block | None = None
    cells: list[list[str]] = field(default_factory=lambda: [[]])
    mark: str = ""
    ends: bool = True

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return self.block is not None and self.block.kind is BlockKind.ROW


def write_body(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the content of a document: paragraphs, and a table for rows that follow each other.

    A table cannot be joined with what stands before or behind it: rows with a line end that was
    put in or taken out are written as paragraphs, with tabs between the cells.
    """
    before = ""  # the mark of the line above
    for is_table, run_of_lines in groupby(lines, key=lambda line: line.is_row):
        if is_table:
            rows = list(run_of_lines)
            whole = not before and all(row.ends and not row.mark for row in rows)
            yield from [_table(rows)] if whole else map(_paragraph, rows)
            before = rows[-1].mark
            continue
        for line in run_of_lines:
            yield _paragraph(line)
            before = line.mark


def _paragraph(line: Line) -> str:
    mark = f"<w:rPr>{line.mark}</w:rPr>" if line.mark else ""
    content = "<w:r><w:tab/></w:r>".join(map("".join, line.cells))
    properties = f"{_style_of(line.block)}{mark}"
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    return f"<w:p>{properties}{content}</w:p>"


def _style_of(block: Block | None) -> str:
    if block is None:
        return ""
    if block.kind is BlockKind.HEADING:
        return f'<w:pStyle w:val="Heading{min(max(block.level, 1), HEADINGS)}"/>'
    if block.kind is BlockKind.ITEM:
        level = min(max(block.level, 1), _ITEMS) - 1
        if block.ordered:  # its number is a part of its text
            return f'<w:pStyle w:val="ListText"/><w:ind w:left="{420 * (level + 1)}"/>'
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return f'<w:pStyle w:val="ListBullet"/>{number}'
    return ""


def _table(rows: Sequence[Line]) -> str:
    columns = max(len(row.cells) for row in rows)
    width = _TABLE_WIDTH // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_row(row, width) for row in rows)}</w:tbl>"
    )


def _row(row: Line, width: int) -> str:
    head = row.block is not None and row.block.level > 0
    repeated = "<w:tblHeader/>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p>{_HEAD_CELL if head else ''}{''.join(cell)}</w:p></w:tc>"
        for cell in row.cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


_TABLE_WIDTH = 9026  # twentieths of a point: A4 between margins of an inch
_HEAD_CELL = '<w:pPr><w:pStyle w:val="TableHead"/></w:pPr>'


def pack(
    body: Iterable[str], *, title: str, created: str, comments: str = "", description: str = ""
) -> bytes:
    """Return the document as the bytes of a .docx file.

    `body`, in pieces, and `comments` are XML, `created` is a W3C date in UTC.
    """
    extra = (
        f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
        if comments
        else ""
    )
    linked = ["styles", "numbering", "settings", *(["comments"] if comments else [])]
    parts: dict[str, Iterable[str]] = {
        "[Content_Types].xml": [
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>{extra}'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ],
        "_rels/.rels": [
            _relations(
                {
                    f"{_OFFICE}/officeDocument": "word/document.xml",
                    f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
                }
            )
        ],
        "word/_rels/document.xml.rels": [
            _relations({f"{_OFFICE}/{name}": f"{name}.xml" for name in linked})
        ],
        "word/document.xml": chain(
            [f'<w:document xmlns:w="{_MAIN}"><w:body>'],
            body,
            [_PAGE],
        ),
        "word/styles.xml": [_styles()],
        "word/numbering.xml": [_numbering()],
        "word/settings.xml": [
            f'<w:settings xmlns:w="{_MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
        ],
        "docProps/core.xml": [
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape_text(title)}</dc:title><dc:creator>Jingdu</dc:creator>"
            f"<dc:description>{escape_text(description)}</dc:description>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
            "</cp:coreProperties>"
        ],
    }
    if comments:
        parts["word/comments.xml"] = [f'<w:comments xmlns:w="{_MAIN}">{comments}</w:comments>']
    return pack_archive((name, chain([_HEAD], pieces)) for name, pieces in parts.items())


def _relations(targets: Mapping[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _styles() -> str:
    """Return the styles: those that Word knows by name, so that a user's own template fits."""
    # 宋体 and 黑体, as Chinese documents have them.
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:eastAsia="SimHei"/><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in enumerate(HEADING_SIZES, 1)
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="8A8276"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" '
        'w:cs="Times New Roman"/>'
        f'<w:sz w:val="{BODY_SIZE}"/><w:szCs w:val="{BODY_SIZE}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{headings}"
        '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="ListText"><w:name w:val="List"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead">'
        '<w:name w:val="Table Head"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{"•–"[level % 2]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{420 * (level + 1)}" w:hanging="420"/></w:pPr></w:lvl>'
        for level in range(_ITEMS)
    )
    return (
        f'<w:numbering xmlns:w="{_MAIN}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
