import gc

import pytest

from reader.formats.docx_numbers import numeral
from tests.formats.making import W, docx, ole, paragraph, zipped

STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="a3"><w:name w:val="公文标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="t"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="o"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="loop"><w:name w:val="y"/><w:basedOn w:val="loop"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="第%1条"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_headings_by_style_by_what_it_inherits_and_by_outline(blocks):
    body = (
        paragraph("关于工作的通知", style="t")
        + paragraph("第一章", style="1")
        + paragraph("第二章", style="a3")
        + paragraph("第一节", style="o")
        + paragraph("小节", properties='<w:outlineLvl w:val="3"/>')
        + paragraph("正文一段。", style="loop")
        + paragraph("又一段。", style="none")
    )
    assert blocks(docx(body, styles=STYLES), "a.docx") == [
        ("heading", 1, "关于工作的通知"),
        ("heading", 1, "第一章"),
        ("heading", 1, "第二章"),
        ("heading", 3, "第一节"),
        ("heading", 4, "小节"),
        ("paragraph", 0, "正文一段。"),
        ("paragraph", 0, "又一段。"),
    ]


def test_numbers_that_word_counts_itself_are_part_of_the_text(blocks):
    body = (
        paragraph("为了", properties=listed(1))
        + paragraph("甲", properties=listed(1, 1))
        + paragraph("乙", properties=listed(1, 1))
        + paragraph("适用", properties=listed(1))
        + paragraph("丙", properties=listed(1, 1))
        + paragraph("要点", properties=listed(2))
        + paragraph("另起", properties=listed(3))
        + paragraph("不编号", properties=listed(0))
        + paragraph("无此列表", properties=listed(77))
    )
    assert blocks(docx(body, numbering=NUMBERING)) == [
        ("item", 1, "第一条为了"),
        ("item", 2, "（一）甲"),
        ("item", 2, "（二）乙"),
        ("item", 1, "第二条适用"),
        ("item", 2, "（一）丙"),
        ("item", 1, "要点"),
        ("item", 1, "第九条另起"),
        ("paragraph", 0, "不编号"),
        ("item", 1, "无此列表"),
    ]


@pytest.mark.parametrize(
    ("count", "style", "written"),
    [
        (10, "chineseCounting", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (110, "chineseCounting", "一百一十"),
        (105, "chineseCountingThousand", "一百零五"),
        (10203, "chineseCounting", "一万零二百零三"),
        (23, "chineseLegalSimplified", "贰拾叁"),
        (3, "decimalEnclosedCircle", "③"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (5, "decimalZero", "05"),
        (7, "somethingNew", "7"),
    ],
)
def test_numerals(count, style, written):
    assert numeral(count, style) == written


def test_all_words_of_a_paragraph_and_only_them(blocks):
    """Controls, links, inserted text and text boxes count; deleted text and codes do not."""
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r>"
        "</w:del><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>甲</w:t><w:noBreakHyphen/>"
        '<w:t>乙</w:t><w:br/><w:t>第二行</w:t><w:sym w:char="2460"/><w:sym w:char="F0B7"/>'
        '<w:sym w:char="zz"/></w:r></w:p>'
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict><w:t>框外</w:t></w:r></w:p>"
    )
    assert [text for _, _, text in blocks(docx(body))] == [
        "控件",
        "新增链接甲-乙",
        "第二行①",
        "框外",
        "框内",
    ]


def test_tables_are_rows_of_cells(blocks):
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}{}</w:tr>".format
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    body = "<w:tbl>{}{}</w:tbl>".format(
        row(head, cell(paragraph("城市")) + cell(paragraph("数量"))),
        row("", cell(paragraph("合肥市") + paragraph("全市")) + cell(paragraph(""))),
    )
    frame = f"<w:tbl>{row('', cell(paragraph('框中一段。') + paragraph('又一段。')))}</w:tbl>"
    assert blocks(docx(body + frame)) == [
        ("row", 1, "城市\t数量"),
        ("row", 0, "合肥市 全市\t"),
        ("paragraph", 0, "框中一段。"),
        ("paragraph", 0, "又一段。"),
    ]


def test_footnotes_come_at_the_end(blocks):
    note = f"<w:footnote>{paragraph('见附件。')}</w:footnote>"
    separator = f'<w:footnote w:type="separator">{paragraph("—")}</w:footnote>'
    more = {"word/footnotes.xml": f"<w:footnotes {W}>{separator}{note}</w:footnotes>"}
    found = blocks(docx(paragraph("正文。"), more=more))
    assert [text for _, _, text in found] == ["正文。", "见附件。"]


def test_a_strict_document_is_read(blocks):
    data = docx(paragraph("正文。"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("正文。")}</w:body></w:document>'
    data = zipped({"word/document.xml": body})
    assert blocks(data) == [("paragraph", 0, "正文。")]


def with_entities(declared):
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "x">{declared}]>'
        f"<w:document {W}><w:body>{paragraph('正文&e9;。')}</w:body></w:document>"
    )
    return zipped({"word/document.xml": body})


def test_a_document_cannot_bring_in_another_file(blocks, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    (found,) = blocks(with_entities(f'<!ENTITY e9 SYSTEM "{secret.as_uri()}">'))
    assert found[2].startswith("正文")
    assert "SECRET" not in found[2]


def test_a_document_that_multiplies_itself_is_refused(fails):
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    assert fails(with_entities(bomb)) == "file is a damaged Word file."


def test_what_is_wrong_with_a_word_document_is_said(fails):
    whole = docx(paragraph("正文。"))
    damaged = "file is a damaged Word file."
    locked = "file is protected by a password."
    assert fails(whole[: len(whole) // 2]) == damaged
    assert fails(zipped({"[Content_Types].xml": "", "word/document.xml": "<w:document"})) == damaged
    assert fails(docx(paragraph("正文。"), encrypted=True)) == locked
    assert fails(ole("EncryptionInfo", "EncryptedPackage")) == locked
    assert fails(ole("ENCRYPTIONINFO", "ENCRYPTEDPACKAGE")) == locked
    assert fails(docx("<w:p/>")) == (
        "file has no text: this Word file contains only pictures, or nothing."
    )


def test_an_archive_that_unpacks_to_too_much_is_refused(fails):
    bomb = zipped({"word/document.xml": b" " * (70 * 2**20)})
    assert len(bomb) < 200_000
    assert fails(bomb) == "file contains more than any document needs."


def test_styles_that_inherit_in_a_long_line_or_a_ring(blocks):
    """Each style is looked at once; 60,000 of them took hours, one inheriting from the next."""
    number = 60_000
    line = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(number)
    )
    top = f'<w:style w:styleId="s{number}"><w:name w:val="heading 2"/></w:style>'
    ring = '<w:style w:styleId="r1"><w:basedOn w:val="r2"/></w:style>'
    ring += '<w:style w:styleId="r2"><w:name w:val="heading 3"/><w:basedOn w:val="r1"/></w:style>'
    body = paragraph("甲", style="s0") + paragraph("乙", style="r1")
    found = blocks(docx(body, styles=line + top + ring))
    assert found == [("heading", 2, "甲"), ("heading", 3, "乙")]


@pytest.mark.parametrize(("inside", "number"), [("<w:p/>", 1_300_000), ("<a/>", 5_100_000)])
def test_more_elements_than_any_document_has_are_refused(fails, inside, number):
    data = docx(paragraph("正文。") + inside * number)
    assert len(data) < 1_000_000
    assert fails(data) == "file contains more than any document needs."


def test_nothing_is_left_to_the_garbage_collector(blocks):
    """A document opens while it rests, and what is in cycles then stays for good."""
    body = "".join(paragraph(f"第{number}段。") for number in range(50))
    data = docx(body)
    blocks(data)
    gc.collect()
    gc.disable()
    try:
        blocks(data)
        assert gc.collect() < 50
    finally:
        gc.enable()
