"""E-books: what the standard asks of a file, its contents, and that it reads as the text does."""

import io
import shutil
import subprocess
import zipfile

import pytest
from lxml import etree

from reader import Document, open_document, restore
from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.options import ReadingOptions
from reader.text.document import Origin
from reader.text.structure import Block, BlockKind, StructureWriter
from tests.export.cases import LINE, NOTHING, PAGE
from tests.export.generated import generated
from tests.export.hostile import LINES, STRUCTURED

OPF = "{http://www.idpf.org/2007/opf}"
HTML = "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"


def headed(*lines):
    """Return a document of lines: (level, text), a paragraph where the level is 0."""
    writer = StructureWriter()
    for level, text in lines:
        writer.add(text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level)
    text, structure = writer.result()
    return Document.of(text, origin=Origin(format="html", structure=structure))


LONG = headed(
    (1, "总则"), *[(0, "为群众办事。" * 30)] * 40, (2, "第一章"), (0, "改革。" * 900),
    (4, "细目"), (0, "服务。"), (2, "第二章"), (0, "管理。" * 20_000), (0, "监督。"), (1, "附则"),
)  # fmt: skip
DOCUMENTS = {
    "line": LINE, "nothing": NOTHING, "page": PAGE, "lines": LINES, "structured": STRUCTURED,
    "long": LONG, "damaged": generated(1), "plain": generated(2),
}  # fmt: skip


def book_of(document, title="", **options):
    material = Material(document, title, options=ReadingOptions(**options))
    return exports_for(Use.WINDOW)["epub"].write(material)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def contents(data):
    """Return the entries of the contents: (depth, label, page), depth from 1."""
    root = etree.fromstring(parts_of(data)["EPUB/contents.xhtml"])
    return [
        (sum(1 for _ in link.iterancestors(f"{HTML}ol")), link.text, link.get("href"))
        for link in root.iter(f"{HTML}a")
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_standard_asks_for(name):
    data = book_of(DOCUMENTS[name])
    parts = parts_of(data)
    assert next(iter(parts.items())) == ("mimetype", b"application/epub+zip")
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    pages = {part: etree.fromstring(text) for part, text in parts.items() if part.endswith("html")}
    package = etree.fromstring(parts["EPUB/package.opf"])
    items = {item.get("id"): f"EPUB/{item.get('href')}" for item in package.iter(f"{OPF}item")}
    assert sorted(items.values()) == sorted(
        part for part in parts if part.startswith("EPUB/") and not part.endswith("opf")
    )
    spine = [items[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    assert spine[-1] == "EPUB/words.xhtml"
    assert set(spine) | {"EPUB/contents.xhtml"} == set(pages)
    ids = {
        part: [one.get("id") for one in page.iter() if one.get("id")]
        for part, page in pages.items()
    }
    assert all(len(set(found)) == len(found) for found in ids.values())
    for _, label, target in contents(data):
        page, _, place = target.partition("#")
        assert label.strip()
        assert not place or place in ids[f"EPUB/{page}"]
    for page in pages.values():
        assert {*page.xpath("//@src|//@href[contains(., ':')]")} == set()
        assert not [*page.iter(f"{HTML}script", f"{HTML}img")]
        assert page.findtext(f".//{HTML}title").strip()
        assert len(page.find(f"{HTML}body")) > 0


@pytest.mark.skipif(shutil.which("epubcheck") is None, reason="epubcheck is not here")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_epubcheck_finds_nothing_wrong(name, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(book_of(DOCUMENTS[name]))
    run = subprocess.run(["epubcheck", "-f", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_headings_are_the_contents_and_the_list_of_words_is_last():
    found = contents(book_of(LONG))
    assert [(depth, label) for depth, label, _ in found] == [
        (1, "总则"), (2, "第一章"), (3, "细目"), (2, "第二章"), (1, "附则"), (1, "Word list"),
    ]  # fmt: skip
    assert len({target.partition("#")[0] for _, _, target in found}) > 3, "a long book has parts"


@pytest.mark.parametrize(
    ("document", "title", "wanted"),
    [
        (headed((0, "正文"), (2, "  关于  改革 "), (1, "后")), "x.txt", "关于 改革"),
        (Document.of("正文\n"), "报告", "报告"),
        (Document.of("正文\n"), " \n", "Jingdu"),
        (headed((1, "改" * 500)), "", f"{'改' * 120}…"),
    ],
)
def test_a_book_is_called_as_the_document_is(document, title, wanted):
    package = etree.fromstring(parts_of(book_of(document, title))["EPUB/package.opf"])
    assert package.findtext(f".//{DC}title") == wanted
    assert package.findtext(f".//{DC}language") == "zh-Hans"


def test_equal_documents_make_equal_files_and_others_do_not():
    assert book_of(PAGE) == book_of(PAGE)
    identity = {
        etree.fromstring(parts_of(data)["EPUB/package.opf"]).findtext(f".//{DC}identifier")
        for data in (book_of(PAGE), book_of(LINE), book_of(PAGE, words=True))
    }
    assert len(identity) == 3
    assert all(one.startswith("urn:uuid:") for one in identity)


@pytest.mark.parametrize("name", ["page", "long", "damaged", "plain"])
def test_what_is_read_back_is_the_clean_text_with_the_list_behind(name, tmp_path):
    document = DOCUMENTS[name]
    path = tmp_path / "book.epub"
    path.write_bytes(book_of(document))
    read = open_document(path)
    text, _, listed = read.source.partition("Word list\n")
    assert "".join(text.split()) == "".join(document.text.split())
    assert listed.startswith("Word\tPinyin\tMeaning\tHSK level\tCount\n")
    assert [one.what for one in read.origin.left_out] == ["readings"]


def test_a_text_without_words_to_learn_has_an_empty_list(tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(book_of(LINE))
    assert open_document(path).source == "重庆\nWord list\n"


def test_headings_lists_and_tables_are_read_back(tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(book_of(PAGE))
    kinds = [one.kind for one in open_document(path).origin.structure]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW]


def test_a_table_is_never_parted():
    rows = "".join(f"{number}\t改革\n" for number in range(9000))
    blocks, at = [], 0
    for row in rows.splitlines():
        blocks.append(Block(at, at + len(row), BlockKind.ROW))
        at += len(row) + 1
    document = Document.of(rows, origin=Origin(format="html", structure=tuple(blocks)))
    parts = parts_of(book_of(document))
    assert [name for name in parts if "text0" in name] == ["EPUB/text0001.xhtml"]


def test_the_list_of_words_speaks_the_language_of_the_user():
    said = {"Word list": "词表", "Meaning": "释义"}
    material = Material(restore("改革服务。"), translate=lambda context, text: said.get(text, text))
    data = exports_for(Use.WINDOW)["epub"].write(material)
    assert contents(data)[-1][1] == "词表"
    assert "<th>释义</th>" in parts_of(data)["EPUB/words.xhtml"].decode()
