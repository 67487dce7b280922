import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Document, RepairKind, restore
from reader.export.explain import to_explanation, visible
from reader.export.html import to_html
from reader.export.json import to_json
from reader.export.material import Material
from reader.export.text import to_text
from reader.text.align import Alternative, Change
from reader.text.evidence import Evidence

SOURCE = "推動(dòng)關(guān)係&nbsp;\r\n全麵<b>落實</b>\n"
NASTY = st.text(st.one_of(st.sampled_from("<>&\"'中\r\n\t\0\ud800\x1b動(dòng)"), st.characters()))


@pytest.fixture
def document():
    """One repair of a removed gloss, one replacement, one proposal."""
    source = "推動(dòng)\n咊諧(xie)"
    gloss = Change(
        "", RepairKind.GLOSS, "gloss.reading", 0.98, (Evidence("gloss_reading", ("dòng", "動")),)
    )
    variant = Change(
        "和", RepairKind.VARIANT, "variant.table", 0.999, (), (Alternative("咊", 0.001),)
    )
    proposal = Change(
        "", RepairKind.GLOSS, "gloss.lone", 0.4, (Evidence("gloss_lone"),), applied=False
    )
    document = Document.of(source, [(2, 8, gloss), (9, 10, variant), (11, 16, proposal)])
    assert document.text == "推動\n和諧(xie)"
    return document


class Page(HTMLParser):
    """Collects the text and the marks of both sections."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts = []
        self.marks = []
        self.tags = set()
        self.inside = False

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "section":
            self.inside = True
            self.texts.append("")
        if tag == "mark" and self.inside:
            self.marks.append(dict(attrs))

    def handle_endtag(self, tag):
        if tag == "section":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


def parsed(page):
    parser = Page()
    parser.feed(page)
    parser.close()
    return parser


def test_text_is_the_clean_text(document):
    assert to_text(document) == document.text


def test_json_names_every_field(document):
    found = json.loads(to_json(document))
    assert found["source"] == document.source
    assert found["text"] == document.text
    assert found["origin"] == {
        "path": None,
        "encoding": "utf-8",
        "how": "given",
        "lost": 0,
        "format": "text",
        "address": None,
        "whole_page": False,
    }
    assert found["blocks"] == []
    assert found["repairs"][0]["evidence"] == [
        {
            "code": "gloss_reading",
            "args": ["dòng", "動"],
            "words": "The gloss dòng is a reading of 動.",
        }
    ]
    assert found["repairs"][1]["alternatives"] == [{"text": "咊", "probability": 0.001}]
    assert [repair["applied"] for repair in found["repairs"]] == [True, True, False]
    assert [repair["kind"] for repair in found["repairs"]] == ["gloss", "variant", "gloss"]


@given(NASTY)
@settings(deadline=None)
def test_json_gives_back_any_text(text):
    found = json.loads(to_json(Document.of(text)).encode("utf-8"))
    assert (found["source"], found["text"]) == (text, text)
    assert "\n" not in to_json(Document.of(text), indent=None)


def test_the_page_shows_both_texts_and_marks_repairs(document):
    page = parsed(to_html(Material(document)))
    assert page.texts == [document.text, document.source]
    classes = ["gloss", "variant", "gloss undecided"]
    assert [mark["class"] for mark in page.marks] == classes * 2
    assert "The gloss dòng is a reading of 動." in page.marks[0]["title"]


@given(NASTY)
@settings(deadline=None)
def test_no_text_gets_out_of_the_page(text):
    change = Change(text, RepairKind.DEBRIS, "x", 0.9, (Evidence("entity", (text, text)),))
    page = to_html(Material(Document.of(text, [(0, len(text), change)]), text))
    page.encode("utf-8")
    tags = {"html", "head", "meta", "title", "style", "body", "header", "strong"}
    tags |= {"main", "section", "span", "mark"}
    assert parsed(page).tags <= tags
    assert "\0" not in page


def test_line_ends_of_every_kind_break_lines_in_the_page():
    page = parsed(to_html(Material(Document.of("一\r\n二\r三\n"))))
    assert page.texts[0] == "一\n二\n三\n"


def test_the_explanation_tells_place_change_reason_and_doubt(document):
    assert to_explanation(document, name="a.txt").splitlines() == [
        "a.txt:1:3  gloss  (dòng) → (removed)  98%",
        "    The gloss dòng is a reading of 動.",
        "a.txt:2:1  variant  咊 → 和  99%",
        "    or: 咊 (0%)",
        "a.txt:2:3  gloss  (xie) → (removed)  40%  proposed, not applied",
        "    The text around it is clean, so the gloss may be intended.",
        "a.txt: 2 repairs (1 gloss, 1 variant), 1 proposed, not applied",
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_by_any_line_end(end):
    source = f"一{end}二{end}三咊"
    change = Change("和", RepairKind.VARIANT, "x", 0.9)
    document = Document.of(source, [(len(source) - 1, len(source), change)])
    assert to_explanation(document).startswith("3:2  variant")


def test_what_would_steer_a_terminal_is_shown_by_its_code():
    assert visible("a\x1b[2J\n\u200b中") == "a<U+001B>[2J<U+000A><U+200B>中"


def test_a_restored_document_exports_in_every_format():
    document = restore(SOURCE)
    assert json.loads(to_json(document))["text"] == document.text
    assert parsed(to_html(Material(document))).texts[1] == SOURCE.replace("\r\n", "\n")
    assert to_explanation(document).count(" → ") >= len(document.repairs)
