"""A PDF can be opened again, and holds the text, its pinyin, its meanings and its words."""

import subprocess
import sys
from ctypes import c_uint

import pypdfium2
import pytest

from reader import Document, RepairKind, open_document
from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.export.typeset import NoTypesetter
from reader.text.align import Change
from reader.text.document import Origin
from reader.text.structure import BlockKind, StructureWriter
from reader.ui.typesetting.pdf import typeset_pdf

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = "构建和谐劳动关系。\n区长说：“重新重视。”\n"


def write(document, kind="pdf", title=""):
    material = Material(document, title, typeset=typeset_pdf)
    return exports_for(Use.WINDOW)[kind].write_bytes(material)


def read(data, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    return open_document(path).source


@pytest.mark.parametrize("kind", ["pdf", "glossed-pdf"])
def test_pinyin_and_the_list_of_words_are_there(kind, tmp_path):
    found = read(write(Document.of(TEXT), kind), tmp_path)
    for text in ("láo dòng guān xì", "qū zhǎng", "chóng xīn", "Word list", "chóngxīn"):
        assert text in found


def test_meanings_stand_in_the_pages_that_have_them(tmp_path):
    document = Document.of("我重视他们。")
    assert "importance" not in read(write(document), tmp_path).split("Word list")[0]
    assert "importance" in read(write(document, "glossed-pdf"), tmp_path).split("Word list")[0]


def colour_of(data, char):
    """Return the colour in which a character of the first page is set, 0xRRGGBB."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    at = page.get_text_range().index(char)
    parts = [c_uint() for _ in range(4)]
    assert pypdfium2.raw.FPDFText_GetFillColor(page, at, *parts)
    red, green, blue, _ = (one.value for one in parts)
    return red << 16 | green << 8 | blue


def test_what_rests_on_an_unsure_repair_is_grey():
    unsure = Change("庆", RepairKind.SCRIPT, "script.table", 0.8)
    data = write(Document.of("好，慶，好。", [(2, 3, unsure)]))
    assert colour_of(data, "好") == 0x211F1C
    assert colour_of(data, "庆") == 0x665F55


def test_headings_items_and_tables_are_set(tmp_path):
    writer = StructureWriter()
    writer.add("总则", BlockKind.HEADING, 1)
    writer.add("• 第一项", BlockKind.ITEM, 1)
    writer.add("甲\t乙\t丙", BlockKind.ROW, 1)
    writer.add("1\t\t3", BlockKind.ROW, 0)
    text, structure = writer.result()
    document = Document.of(text, origin=Origin(format="html", structure=structure))
    found = read(write(document), tmp_path)
    for part in ("总则", "第一项", "甲", "丙", "3"):
        assert part in found


def test_a_long_text_takes_several_pages_with_title_and_number():
    text = "\n".join(f"为第{number}位群众办事。" for number in range(1_000, 1_300))
    # Read without our own reader, which takes lines that are so alike for running heads.
    pages = pypdfium2.PdfDocument(write(Document.of(text), title="公报"))
    found = "".join(page.get_textpage().get_text_range() for page in pages)
    assert found.count("公报") == len(pages) > 1
    assert [number for number in range(1_000, 1_300) if str(number) not in found] == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a" * 5_000, "字" * 3_000, "\u200b\ufeff\x00", "“" * 200]
)
def test_odd_texts_can_be_set(text):
    assert write(Document.of(text)).startswith(b"%PDF-")


def test_what_is_copied_are_characters_and_no_radicals():
    pages = pypdfium2.PdfDocument(write(Document.of("人民币一九见车马贝页门风龙老儿又力比。")))
    text = pages[0].get_textpage().get_text_range()
    assert [char for char in "人民币一九见车马贝页门风龙老儿又力比" if char not in text] == []


def test_without_a_typesetter_the_export_says_so():
    with pytest.raises(NoTypesetter, match=r"README"):
        exports_for(Use.WINDOW)["pdf"].write_bytes(Material(Document.of(TEXT)))


def test_the_command_line_needs_no_display(tmp_path):
    source, target = tmp_path / "page.txt", tmp_path / "page.pdf"
    source.write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "reader", "pinyin", str(source), "-o", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "qū zhǎng" in open_document(target).source
