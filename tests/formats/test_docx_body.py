import pytest

from reader.formats.open import text_of
from tests.formats.making import W, docx, paragraph, zipped

OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def box(content):
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"


def alternative(*branches):
    names = ("Choice",) * (len(branches) - 1) + ("Fallback",)
    inside = "".join(
        f"<mc:{name}>{branch}</mc:{name}>" for name, branch in zip(names, branches, strict=True)
    )
    return f"<w:r><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>"


PICTURE = "<w:drawing><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></w:drawing>"
OLD_PICTURE = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
OBJECT = '<w:object><v:imagedata/><o:OLEObject ProgID="{}"/></w:object>'.format


@pytest.fixture
def read():
    """Read a body, with other parts by name and kind: the lines, and what is left out."""

    def read_body(body, parts=(), **more):
        relations = "".join(
            f'<Relationship Id="r{n}" Type="{TYPES}/{kind}" Target="{name}"/>'
            for n, (kind, name, _) in enumerate(parts, 1)
        )
        members = {
            "word/document.xml": (f"<w:document {W} {OTHERS}><w:body>{body}</w:body></w:document>"),
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            **{f"word/{name}": content for _, name, content in parts},
            **more,
        }
        text, origin = text_of(zipped(members), None)
        return text.splitlines(), {one.what: one.number for one in origin.left_out}

    return read_body


def lines(found):
    return found[0]


# -- boxes


def test_a_box_comes_behind_its_paragraph_and_one_in_it_behind_the_box(read):
    inner = f"<w:p>{run('框中框')}</w:p>"
    outer = f"<w:p>{box(inner)}{run('框')}</w:p>"
    body = f"<w:p>{run('前')}{box(outer)}{run('后')}</w:p>" + paragraph("下一段")
    assert read(body) == (["前后", "框", "框中框", "下一段"], {})


@pytest.mark.parametrize("depth", [30, 20_000])
def test_boxes_in_boxes_are_read_once_each(read, depth):
    body = f"<w:p>{run('文')}<w:txbxContent>" * depth + "</w:txbxContent></w:p>" * depth
    assert lines(read(body)) == ["文"] * depth


def test_a_table_in_a_box_and_a_box_in_a_table(read):
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(paragraph('甲'))}{cell(paragraph('乙'))}</w:tr></w:tbl>"
    assert lines(read(f"<w:p>{run('前')}{box(table)}</w:p>")) == ["前", "甲\t乙"]
    boxed = f"<w:p>{run('甲')}{box(paragraph('框'))}</w:p>"
    table = f"<w:tbl><w:tr>{cell(boxed)}{cell(paragraph('乙'))}</w:tr></w:tbl>"
    assert lines(read(table)) == ["甲 框\t乙"]


@pytest.mark.parametrize(
    ("branches", "wanted"),
    [
        (("{box}", "{other}"), ["框"]),
        (("", "{box}"), ["框"]),
        (("<w:drawing/>", "{box}"), ["框"]),
        (("{box}", "{other}", "{other}"), ["框"]),
        (("", "{box}", "{other}"), ["框"]),
        (("{box}",), ["框"]),
        (("", ""), []),
    ],
)
def test_what_is_there_for_two_programs_is_read_once(read, branches, wanted):
    boxes = {"box": box(paragraph("框")), "other": box(paragraph("老框"))}
    body = f"<w:p>{run('前')}{alternative(*(one.format(**boxes) for one in branches))}</w:p>"
    assert read(body) == (["前", *wanted], {})


def test_alternatives_in_alternatives_are_read_once(read):
    inside = alternative(box(paragraph("内")), box(paragraph("内")))
    outside = box(f"<w:p>{run('外')}{inside}</w:p>")
    both = alternative(outside, outside)
    assert lines(read(f"<w:p>{run('前')}{both}</w:p>")) == ["前", "外", "内"]


@pytest.mark.parametrize("branches", [(PICTURE, OLD_PICTURE), ("", OLD_PICTURE), (PICTURE, "")])
def test_a_picture_for_two_programs_is_one(read, branches):
    assert read(f"<w:p>{run('前')}{alternative(*branches)}</w:p>") == (["前"], {"pictures": 1})


def test_words_that_a_shape_shows_bent_are_read(read):
    body = f'<w:p>{run("前")}<w:r><w:pict><v:textpath string="机密"/></w:pict></w:r></w:p>'
    assert lines(read(body)) == ["前", "机密"]


# -- runs


def test_raised_and_lowered_characters(read):
    up, low = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    shifted = '<w:position w:val="{}"/>'.format
    body = (
        f"<w:p>{run('50m')}{run('2', up)}{run('，H')}{run('2', low)}{run('O，10')}"
        f"{run('-', up)}{run('3', up)}{run('，1')}{run('st', up)}"
        f"{run('，a')}{run('2', shifted(8))}{run('，b')}{run('2', shifted(2))}</w:p>"
    )
    assert lines(read(body)) == ["50m²，H₂O，10⁻³，1st，a²，b2"]


def test_a_style_raises_and_hides(read):
    styles = (
        '<w:style w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:styleId="up2"><w:basedOn w:val="up"/></w:style>'
        '<w:style w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    styled = '<w:rStyle w:val="{}"/>'.format
    body = f"<w:p>{run('m')}{run('2', styled('up2'))}{run('x', styled('z'))}</w:p>"
    body += paragraph("窗体顶端", style="z")
    parts = [("styles", "styles.xml", f"<w:styles {W}>{styles}</w:styles>")]
    assert read(body, parts) == (["m²"], {"hidden": 1})


def test_symbols_of_fonts_are_characters_or_counted(read):
    body = (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:sym w:font="Nobody" w:char="F021"/><w:sym w:char="zz"/></w:r></w:p>'
    )
    assert read(body) == (["α☑"], {"symbols": 1})


def test_deleted_moved_and_hidden_passages(read):
    shown = '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{run('前')}<w:del><w:r><w:delText>删</w:delText></w:r><w:r><w:delText>去</w:delText>"
        f"</w:r></w:del><w:del><w:r/></w:del><w:moveFrom>{run('移')}</w:moveFrom>"
        f"{run('暗', '<w:vanish/>')}{run('藏', '<w:vanish/>')}"
        f"{run('后', shown)}<w:moveTo>{run('移')}</w:moveTo></w:p>"
    )
    assert read(body) == (["前后移"], {"deleted": 1, "hidden": 1})


def test_a_numbered_paragraph_that_was_deleted_leaves_no_number(read):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="第%1条"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = (
        f"<w:p><w:pPr>{listed}<w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    body = paragraph("甲", properties=listed) + gone + paragraph("乙", properties=listed)
    parts = [("numbering", "n.xml", f"<w:numbering {W}>{numbering}</w:numbering>")]
    assert read(body, parts) == (["第1条甲", "第2条乙"], {"deleted": 1})


# -- what is not text


def test_pictures_and_objects_are_counted(read):
    body = (
        f"<w:p>{run('文')}<w:r>{PICTURE}{OLD_PICTURE}{OBJECT('Excel.Sheet.12')}"
        f"{OBJECT('Equation.3')}</w:r></w:p>"
    )
    assert read(body) == (["文"], {"pictures": 2, "objects": 1, "formulas": 1})


def test_headers_footers_and_comments_are_counted(read):
    head = f"<w:hdr {W}>{{}}</w:hdr>".format
    comments = f"<w:comments {W}>{'<w:comment/>' * 3}</w:comments>"
    parts = [
        ("header", "h1.xml", head(paragraph("某市文件"))),
        ("header", "h2.xml", head(paragraph(""))),
        ("footer", "f1.xml", head(paragraph("第 1 页"))),
        ("footer", "f2.xml", head(paragraph("内部资料"))),
        ("comments", "c.xml", comments),
    ]
    assert read(paragraph("文"), parts) == (
        ["文"],
        {"headers": 1, "footers": 1, "page_numbers": 1, "comments": 3},
    )


def test_words_of_diagrams_are_read_and_charts_are_counted(read):
    words = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>".format
    chart = f"<c:chartSpace {OTHERS}><c:rich>{words('增长')}</c:rich></c:chartSpace>"
    points = f"<dgm:t>{words('一')}</dgm:t><dgm:t>{words('二')}</dgm:t>"
    diagram = f"<dgm:dataModel {OTHERS}>{points}</dgm:dataModel>"
    parts = [("chart", "chart1.xml", chart), ("diagramData", "data1.xml", diagram)]
    body = (
        f'<w:p>{run("前")}<w:r><w:drawing><c:chart r:id="r1"/></w:drawing>'
        f'<w:drawing><dgm:relIds r:dm="r2"/></w:drawing></w:r></w:p>{paragraph("后")}'
    )
    assert read(body, parts) == (["前", "增长", "一", "二", "后"], {"charts": 1})


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("a.html", "<html><body><p>页一</p><p>页二</p></body></html>", ["页一", "页二"]),
        ("a.rtf", r"{\rtf1 rtf\par}", ["rtf"]),
        ("a.docx", docx(paragraph("内文")), ["内文"]),
    ],
)
def test_documents_inside_are_read_in_place(read, name, content, wanted):
    body = paragraph("前") + '<w:altChunk r:id="r1"/>' + paragraph("后")
    assert read(body, [("aFChunk", name, content)]) == (["前", *wanted, "后"], {})


@pytest.mark.parametrize("content", ["MIME-Version: 1.0", b"PK\x03\x04", docx(""), ""])
def test_documents_inside_that_cannot_be_read_are_counted(read, content):
    body = paragraph("前") + '<w:altChunk r:id="r1"/><w:subDoc r:id="r9"/>'
    assert read(body, [("aFChunk", "a.bin", content)]) == (["前"], {"unreadable": 2})


def test_a_document_that_holds_itself_ends(read):
    chunk = docx(paragraph("层"))
    for _ in range(6):
        relations = (
            f'<Relationships><Relationship Id="r1" Type="{TYPES}/aFChunk" Target="a.docx"/>'
            "</Relationships>"
        )
        body = f'<w:body xmlns:r="x">{paragraph("层")}<w:altChunk r:id="r1"/></w:body>'
        chunk = zipped(
            {
                "word/document.xml": f"<w:document {W}>{body}</w:document>",
                "word/_rels/document.xml.rels": relations,
                "word/a.docx": chunk,
            }
        )
    text, origin = text_of(chunk, None)
    assert text.splitlines() == ["层"] * 4
    assert [tuple(one) for one in origin.left_out] == [("unreadable", 1)]


def test_a_text_that_breaks_off_is_read_so_far(read):
    body = f"{paragraph('一')}<w:tbl><w:tr><w:tc>{paragraph('二')}</w:tc></w:oops>"
    assert read(body) == (["一", "二"], {"unreadable": 1})


def test_what_is_broken_beside_the_text_does_not_stop_it(read):
    parts = [("styles", "styles.xml", "<w:styles"), ("header", "h.xml", "")]
    assert lines(read(paragraph("文"), parts)) == ["文"]


# -- tables


def test_numbers_in_cells_are_part_of_the_row(read):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = paragraph("", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    row = f"<w:tr><w:tc>{listed}</w:tc><w:tc>{{}}</w:tc></w:tr>".format
    parts = [("numbering", "n.xml", f"<w:numbering {W}>{numbering}</w:numbering>")]
    table = f"<w:tbl>{row(paragraph('甲'))}{row(paragraph('乙'))}</w:tbl>"
    assert lines(read(table, parts)) == ["1\t甲", "2\t乙"]


def test_tables_in_tables_without_end(read):
    depth = 20_000
    body = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>" * depth
    body += paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth
    assert lines(read(body)) == ["甲"] * (depth - 1) + ["甲\t底"]


def test_controls_without_end(read):
    depth = 50_000
    body = "<w:sdt><w:sdtContent>" * depth + paragraph("底") + "</w:sdtContent></w:sdt>" * depth
    assert lines(read(body)) == ["底"]


def test_a_big_first_letter_belongs_to_its_word(read):
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert lines(read(paragraph("第", properties=frame) + paragraph("一条"))) == ["第一条"]
    assert lines(read(paragraph("第", properties=frame))) == ["第"]
