"""Every line of the table: recognised by what it holds, read, or refused in words."""

import subprocess
import sys
from importlib import import_module

import pytest

from reader.formats.open import text_of
from reader.formats.table import (
    FORMATS,
    REFUSED,
    Refused,
    describe_formats,
    detect,
    format_of,
    is_document,
)
from tests.formats.making import docx, epub, odt, ole, paragraph, zipped

IDS = [known.id for known in FORMATS]
CASES = {name: import_module(f"tests.formats.cases.{name}").CASES for name in IDS}
ALL = [(name, why, *case) for name, cases in CASES.items() for why, case in cases.items()]
FIRST = {name: next(iter(cases.values()))[0] for name, cases in CASES.items()}
FILES = {**FIRST, "zip": zipped({"a.txt": "x"}), "ole": ole("Workbook")}


@pytest.mark.parametrize(("kind", "why", "data", "wanted"), ALL)
def test_a_file_of_each_format(kind, why, data, wanted, blocks, fails, tmp_path):
    assert detect(data).id == kind
    if isinstance(wanted, list):
        assert blocks(data) == wanted, why
    elif wanted.startswith("file "):
        assert fails(data) == wanted
    else:
        assert text_of(data, None)[0] == wanted


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ["", "a.txt", "a.doc", "a.docx", "a.pdf", "a.epub"])
def test_the_name_does_not_matter(kind, name):
    found = detect(FILES[kind], name)
    assert isinstance(found, Refused) if kind in ("zip", "ole") else found.id == kind


def test_a_text_with_tags_is_a_page_only_by_its_name():
    assert detect(FIRST["text"], "a.txt").id == "text"
    assert detect(FIRST["text"], "A.HTM").id == "html"
    assert detect("没有标签。".encode(), "a.html").id == "text"


def test_a_format_whose_mark_stands_in_another_is_not_that():
    inside = docx(paragraph("x"), more={"word/embeddings/a.xlsx": "xl/workbook OFD.xml"})
    assert detect(inside).id == "docx"
    book = epub({"a.xhtml": "<p>文</p>"}, more={"OEBPS/OFD.xml": "x"})
    assert detect(book).id == "epub"


def test_ids_and_endings_are_named_once():
    assert len(set(IDS)) == len(IDS)
    endings = [ending for one in (*FORMATS, *REFUSED) for ending in one.endings]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
    assert format_of("pdf").name == "PDF"
    assert format_of("nonsense") is None


def test_what_the_help_and_the_results_take_from_the_table():
    told = describe_formats()
    assert told.startswith("a text, .html, .docx, ")
    assert told.endswith(" file")
    assert [known.id for known in FORMATS[1:] if known.endings[0] not in told] == []
    assert [ending for ending in (".txt", ".md", ".DOC", ".xhtml", "") if is_document(ending)] == [
        ".DOC",
        ".xhtml",
    ]


def test_a_file_above_the_limit_of_its_format_is_refused(fails):
    page = b"<html>" + b" " * (64 * 2**20)
    assert fails(page) == "file is 65 MB; at most 64 MB can be opened."


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
    assert detect(text.encode(encoding)).id == "html"


@pytest.mark.parametrize(
    "data", [b"", b"P", b"PK", b"<", b"<htm", b"\xff\xfe", b"%PD", b"\x00\x00"]
)
def test_a_few_bytes_are_text(data):
    assert detect(data).id == "text"


def test_formats_that_are_not_read_say_what_to_save_them_as(fails):
    def advised(data):
        return fails(data)

    cannot = "file is in a format that Jingdu cannot read: "
    assert advised(ole("__properties_version1.0")) == cannot + "Office 97."
    assert advised(ole("Workbook")) == cannot + "Excel 97."
    assert advised(ole("PowerPoint Document")) == cannot + "PowerPoint 97."
    assert advised(zipped({"xl/workbook.xml": ""})) == cannot + "Excel."
    assert advised(zipped({"ppt/presentation.xml": ""})) == cannot + "PowerPoint."
    for kind in ("spreadsheet", "presentation"):
        assert advised(odt("", kind=kind)) == cannot + "OpenDocument."
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
