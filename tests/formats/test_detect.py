"""What a file is called says nothing; what it holds decides."""

import subprocess
import sys

import pytest

from reader.formats.detect import detect
from tests.formats.making import docx, epub, ole, page, paragraph, pdf, zipped

FILES = {
    "html": page("<p>正文。</p>").encode(),
    "docx": docx(paragraph("正文。")),
    "epub": epub({"a.xhtml": "<p>文</p>"}),
    "pdf": pdf([[(72, 700, 12, "正文。")]]),
    "rtf": rb"{\rtf1 x}",
    "text": "第一条 <b>正文</b>。".encode(),
    "zip": zipped({"a.txt": "x"}),
    "ole": ole("WordDocument"),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ["", "a.txt", "a.doc", "a.docx", "a.pdf", "a.epub"])
def test_the_name_does_not_matter(kind, name):
    assert detect(FILES[kind], name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "\n\n  <!-- saved from url=(0014)about:internet -->\n<HTML>",
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>",
        "<head><title>x",
        "<Body>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_pages_in_any_form(text, encoding):
    assert detect(text.encode(encoding)) == "html"


@pytest.mark.parametrize(
    "data", [b"", b"P", b"PK", b"<", b"<htm", b"\xff\xfe", b"%PD", b"\x00\x00"]
)
def test_a_few_bytes_are_text(data):
    assert detect(data) == "text"


def test_formats_that_are_not_read_say_what_to_save_them_as(fails):
    def advised(data):
        return fails(data)

    cannot = "file is in a format that Jingdu cannot read: "
    assert advised(ole("WordDocument")) == cannot + "Word 97 (.doc)."
    assert advised(ole("Workbook")) == cannot + "Excel 97."
    assert advised(ole("PowerPoint Document")) == cannot + "PowerPoint 97."
    assert advised(zipped({"xl/workbook.xml": ""})) == cannot + "Excel."
    assert advised(zipped({"ppt/presentation.xml": ""})) == cannot + "PowerPoint."
    assert advised(zipped({"OFD.xml": "", "Doc_0/x.xml": ""})) == cannot + "OFD."
    odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert advised(odt) == cannot + "OpenDocument."
    assert advised(zipped({"a.txt": "x"})) == "file is a ZIP file, not a text file."
    assert advised(b"PK\x03\x04" + bytes(40)) == "file is a ZIP file, not a text file."


def test_a_text_file_loads_no_library_of_another_format(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("第一条 正文。", "utf-8")
    code = (
        "import sys, reader\n"
        "reader.open_document(sys.argv[1])\n"
        "heavy = ('lxml', 'readability', 'pypdfium2', 'urllib.request', 'http.client')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, timeout=60)
    assert run.stdout.decode().strip() == "[]"
