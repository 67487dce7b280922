import pytest

from reader.formats.open import text_of
from reader.formats.table import Refused, detect
from tests.formats.making import W, paragraph, zipped

DOCUMENT = f"<w:document {W}><w:body>{paragraph('正文。')}</w:body></w:document>"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def types(part, kind="document"):
    return f'<Types><Override PartName="{part}" ContentType="{TYPE.format(kind)}"/></Types>'


def relations(*all_of_them, base=OFFICE):
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{base}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(all_of_them)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


def lines(members):
    data = zipped(members)
    assert detect(data).id == "docx"
    return text_of(data, None)[0].splitlines()


@pytest.mark.parametrize(
    ("target", "member"),
    [
        ("word/document.xml", "word/document.xml"),
        ("/word/document.xml", "word/document.xml"),
        ("word/text.xml", "word/text.xml"),
        ("doc/main.xml", "doc/main.xml"),
        ("main.xml", "main.xml"),
        ("word\\main.xml", "word/main.xml"),
        ("word/main.xml", "word\\main.xml"),
        ("/Word/Main.XML", "word/main.xml"),
        ("./word/../word/main.xml", "word/main.xml"),
        ("word/%E6%96%87.xml", "word/文.xml"),
    ],
)
@pytest.mark.parametrize("base", [OFFICE, STRICT])
def test_the_text_is_found_by_what_leads_to_it(target, member, base):
    members = {
        "[Content_Types].xml": types(f"/{member}"),
        "_rels/.rels": relations(("officeDocument", target), base=base),
        member: DOCUMENT,
    }
    assert lines(members) == ["正文。"]


@pytest.mark.parametrize("kind", ["document", "template"])
def test_the_text_is_found_by_its_type_alone(kind):
    assert lines({"[Content_Types].xml": types("/x/y.xml", kind), "x/y.xml": DOCUMENT}) == [
        "正文。"
    ]


def test_macros_and_templates_are_documents():
    kind = '<Types><Override PartName="/a.xml" ContentType="application/vnd.ms-word.{}"/></Types>'
    for name in ("document.macroEnabled.main+xml", "template.macroEnabledTemplate.main+xml"):
        members = {"[Content_Types].xml": kind.format(name), "a.xml": DOCUMENT}
        assert lines(members) == ["正文。"]


def test_another_file_of_office_is_no_document():
    sheet = types("/x.xml").replace("wordprocessingml.document", "spreadsheetml.sheet")
    found = detect(zipped({"[Content_Types].xml": sheet, "xl/workbook.xml": "<x/>"}))
    assert isinstance(found, Refused)


@pytest.mark.parametrize("target", ["notes.xml", "/d/notes.xml", "..\\d\\NOTES.xml"])
def test_other_parts_are_found_by_what_leads_to_them(target):
    notes = f"<w:footnotes {W}><w:footnote>{paragraph('脚注。')}</w:footnote></w:footnotes>"
    members = {
        "_rels/.rels": relations(("officeDocument", "d/main.xml")),
        "[Content_Types].xml": types("/d/main.xml"),
        "d/main.xml": DOCUMENT,
        "d/_rels/main.xml.rels": relations(("footnotes", target), ("header", "gone.xml")),
        "d/notes.xml": notes,
    }
    assert lines(members) == ["正文。", "脚注。"]


def test_strict_documents_are_strict_in_all_parts():
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    style = '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    members = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml"), base=STRICT),
        "word/document.xml": DOCUMENT.replace(W, strict).replace(
            "<w:pPr>", '<w:pPr><w:pStyle w:val="1"/>'
        ),
        "word/_rels/document.xml.rels": relations(("styles", "s.xml"), base=STRICT),
        "word/s.xml": f"<w:styles {strict}>{style}</w:styles>",
    }
    _, origin = text_of(zipped(members), None)
    assert [block.kind.value for block in origin.structure] == ["heading"]


def test_the_prefix_of_a_namespace_is_anybodys_choice():
    other = DOCUMENT.replace("w:", "x:").replace("xmlns:w", "xmlns:x")
    assert lines({"word/document.xml": other}) == ["正文。"]
    plain = DOCUMENT.replace("xmlns:w", "xmlns").replace("<w:", "<").replace("</w:", "</")
    assert lines({"word/document.xml": plain}) == ["正文。"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-16"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("gb2312", "gb2312"),
        ("big5", "big5"),
        ("utf-8", "nobody-knows"),
    ],
)
def test_parts_in_any_encoding(encoding, declared):
    text = f'<?xml version="1.0" encoding="{declared}"?>{DOCUMENT}'
    coded = text.encode(encoding)
    members = {"[Content_Types].xml": types("/a.xml").encode("utf-16"), "a.xml": coded}
    assert lines(members) == ["正文。"]


@pytest.mark.parametrize(
    "target", ["../" * 500 + "etc/passwd", "http://[", "", "#", "%", "a" * 9999]
)
def test_what_leads_nowhere_is_passed_over(target):
    members = {
        "_rels/.rels": relations(("officeDocument", target)),
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": relations(("footnotes", target)),
    }
    assert lines(members) == ["正文。"]
