"""What is not sure looks soft wherever pinyin is exported: a reading, and text in doubt."""

import io
import zipfile

import pytest
from lxml import html

from reader import Document, RepairKind
from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.options import ReadingOptions
from reader.text.align import Change

# 颉 is read in two ways, 庆 rests on a repair that may be wrong, 好 on one that is certain.
SOURCE = "他，颉，慶，郝。"
CHANGES = [
    (4, 5, Change("庆", RepairKind.SCRIPT, "script.table", 0.8)),
    (6, 7, Change("好", RepairKind.SCRIPT, "script.table", 0.99)),
]
SOFT = {"他": "", "颉": "unsure", "庆": "unsure doubt", "好": ""}


def exported(name, **options):
    document = Document.of(SOURCE, CHANGES)
    material = Material(document, options=ReadingOptions(**options))
    return exports_for(Use.WINDOW)[name].write(material)


def classes(page):
    """Return hanzi -> the class of the ruby around it."""
    found = {}
    for ruby in html.fromstring(page).iterfind(".//ruby"):
        text = "".join(piece for piece in ruby.itertext() if piece in SOFT)
        found.update(dict.fromkeys(text, ruby.get("class") or ""))
    return found


@pytest.mark.parametrize("name", ["ruby", "words-html"])
def test_pages_show_what_is_not_sure(name):
    page = exported(name)
    found = classes(page)
    assert {hanzi: found[hanzi] for hanzi in SOFT} == SOFT
    assert ".doubt" in page


def test_what_was_taken_away_leaves_nothing_in_doubt():
    gone = Change("", RepairKind.GLOSS, "gloss", 0.7)
    material = Material(Document.of("好(hao)的", [(1, 6, gone)]))
    page = exports_for(Use.WINDOW)["ruby"].write(material)
    assert 'class="unsure' not in page


def test_a_proposal_that_is_not_taken_leaves_the_source_in_doubt():
    proposed = Change("好", RepairKind.SLIP, "slip", 0.4, applied=False)
    material = Material(Document.of("郝的", [(0, 1, proposed)]))
    assert 'class="unsure doubt"' in exports_for(Use.WINDOW)["ruby"].write(material)


def test_a_word_document_shows_what_is_not_sure():
    packed = zipfile.ZipFile(io.BytesIO(exported("ruby-docx")))
    text = packed.read("word/document.xml").decode("utf-8")
    runs = {
        hanzi: piece
        for piece in text.split("<w:ruby>")[1:]
        for hanzi in SOFT
        if f">{hanzi}</w:t>" in piece
    }
    slanted = {hanzi: "<w:i/>" in piece for hanzi, piece in runs.items()}
    assert slanted == {"他": False, "颉": True, "庆": True, "好": False}
    grey = {hanzi: piece.count("<w:color") for hanzi, piece in runs.items()}
    assert grey == {"他": 0, "颉": 1, "庆": 2, "好": 0}  # its pinyin, and itself
