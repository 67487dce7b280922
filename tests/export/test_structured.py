"""Headings, lists and tables survive into every export, with the repairs inside them."""

import html
import json
import pickle
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import open_document, restore
from reader.export.html import to_clean_html, to_html
from reader.export.json import to_json
from reader.export.markdown import to_markdown
from reader.export.material import Material
from reader.export.text import to_text
from reader.formats.open import text_of
from reader.review.decisions import Decision, apply_decisions
from reader.text.document import Document

PAGE = (
    "<html><body><h1>關(guān)於勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)的意見</h1>"
    "<h3>一、總體要求</h3><p>推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)。</p>"
    "<ul><li>加強(qiáng)領(ling)導(dǎo)</li></ul><ol><li>落實責任</li></ol>"
    "<table><tr><th>城市</th><th>數量|個</th></tr><tr><td>合肥市</td><td>3</td></tr></table>"
    "<p># 不是標題</p><p>1. 不是列表 *星* &lt;b&gt;</p></body></html>"
)


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return open_document(path)


class Elements(HTMLParser):
    """The elements of both panes as (tag, text without marks)."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.open = []
        self.feed(text.partition("<main>")[2])
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag in ("h1", "h3", "p", "li", "th", "td"):
            self.found.append([tag, ""])

    def handle_endtag(self, tag):
        if self.open:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if any(tag in ("h1", "h3", "p", "li", "th", "td") for tag in self.open):
            self.found[-1][1] += data


WANTED = [
    ["h1", "关于劳动关系和谐的意见"],
    ["h3", "一、总体要求"],
    ["p", "推动劳动关系和谐。"],
    ["li", "加强领导"],
    ["li", "1. 落实责任"],
    ["th", "城市"],
    ["th", "数量|个"],
    ["td", "合肥市"],
    ["td", "3"],
    ["p", "# 不是标题"],
    ["p", "1. 不是列表 *星* <b>"],
]


def test_html_has_the_elements_on_both_sides(document):
    page = to_html(Material(document)).replace("</main>\n</body>\n</html>\n", "")
    found = Elements(page).found
    assert found[: len(WANTED)] == WANTED
    assert [tag for tag, _ in found[len(WANTED) :]] == [tag for tag, _ in WANTED]
    assert found[len(WANTED)][1] == "關(guān)於勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)的意見"
    assert page.count("<mark") >= 2 * sum(repair.applied for repair in document.repairs)


def test_markdown(document):
    assert to_markdown(document) == (
        "# 关于劳动关系和谐的意见\n\n### 一、总体要求\n\n推动劳动关系和谐。\n\n- 加强领导\n"
        "1. 落实责任\n\n| 城市 | 数量\\|个 |\n| --- | --- |\n| 合肥市 | 3 |\n\n"
        "\\# 不是标题\n\n1\\. 不是列表 \\*星\\* \\<b\\>\n"
    )


def test_markdown_of_plain_text_has_a_paragraph_a_line():
    assert (
        to_markdown(restore("第一条\r\n\r\n- 第二条\n+ 三")) == "第一条\n\n\\- 第二条\n\n\\+ 三\n"
    )
    assert to_markdown(restore("")) == ""


def test_text_has_one_paragraph_a_line(document):
    assert to_text(document).splitlines()[:3] == [text for _, text in WANTED[:3]]


def test_json_names_the_blocks_on_both_sides(document):
    found = json.loads(to_json(document))
    first = found["blocks"][0]
    assert (first["kind"], first["level"]) == ("heading", 1)
    assert found["text"][first["clean_start"] : first["clean_end"]] == WANTED[0][1]
    assert found["source"][first["source_start"] : first["source_end"]].startswith("關(guān)於")
    assert found["origin"]["format"] == "html"
    assert [block["kind"] for block in found["blocks"]].count("row") == 2


def test_structure_maps_to_the_clean_text_and_can_cross_to_a_process(document):
    again = pickle.loads(pickle.dumps(document))
    assert again.structure == document.structure
    lines = [document.text[block.start : block.end] for block in document.clean_structure()]
    assert "".join(f"{line}\n" for line in lines) == document.text
    assert document.rebuild_source() == document.source


def read_page():
    text, origin = text_of(PAGE.encode(), None)
    return Document.of(text, origin=origin)


def decide_anything(data, length):
    """Draw decisions on any places of a source of this length, in order."""
    edges = sorted(data.draw(st.lists(st.integers(0, length), max_size=6, unique=True)))
    texts = st.text("新增\n\t ", max_size=5)
    places = zip(edges[::2], edges[1::2], strict=False)
    return [Decision(start, end, data.draw(texts)) for start, end in places]


@given(st.data())
def test_what_was_typed_between_lines_is_in_every_export(data):
    document = read_page()
    decisions = decide_anything(data, len(document.source))
    at = data.draw(st.integers(0, len(document.source)))
    typed = Decision(at, at, data.draw(st.sampled_from(["新", "\n新\n段", "新\n"])))
    decided = apply_decisions(apply_decisions(document, decisions), [typed])
    blocks = decided.clean_structure()
    held = "".join(decided.text[block.start : block.end] for block in blocks)
    assert "".join(held.split()) == "".join(decided.text.split())
    page = to_html(Material(decided)).partition("<section")[2].partition("</section>")[0]
    for markup in (page.partition(">")[2], to_clean_html(Material(decided)).partition("<main>")[2]):
        shown = html.unescape(re.sub("<[^>]*>", "", markup))
        assert "".join(shown.split()) == "".join(decided.text.split())
    written = to_markdown(decided)
    assert all(written.count(char) >= decided.text.count(char) for char in "新增段")


def test_a_line_that_was_typed_is_a_paragraph_of_its_own():
    document = read_page()
    end = document.structure[0].end
    decided = apply_decisions(document, [Decision(end, end, "（试行）\n发布日期")])
    heading, typed, *_ = decided.place_structure()
    assert [decided.text[clean.start : clean.end] for _, clean in (heading, typed)] == [
        f"{document.text[:end]}（试行）",
        "发布日期",
    ]
    assert [clean.kind.value for _, clean in (heading, typed)] == ["heading", "paragraph"]
    assert typed[0][:2] == (end, end)
    blocks = json.loads(to_json(decided))["blocks"]
    assert len(blocks) == len(document.structure) + 1
