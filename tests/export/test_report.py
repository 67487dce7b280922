"""The report stands alone, shows both texts as they are, and says what needs a person."""

import re
from html.parser import HTMLParser

import pytest

from reader import Document, RepairKind, restore
from reader.export.html import to_html
from reader.export.marks import classes_of
from reader.export.material import Material
from reader.export.page import mark_style, theme_style
from reader.export.report import to_report
from reader.review.decisions import Decision, apply_decisions, decision_for
from reader.text.align import Change
from reader.text.kinds import RepairKind as Kind
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from reader.text.theme import DARK, LIGHT, load_colours
from tests.export.generated import generated

SPUN = "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。\n"


class Page(HTMLParser):
    """Collects elements, and of each pair both texts."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.pairs, self.marks = [], [], []
        self._inside = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        if tag == "div" and "pair" in (attrs.get("class") or "").split():
            self.pairs.append([])
            self._inside = 1
        elif tag == "section":
            self._inside = 0
        elif tag == "p" and self._inside:
            self.pairs[-1].append("")
        elif tag == "mark":
            self.marks.append(attrs)

    def handle_endtag(self, tag):
        if tag == "div":
            self._inside = 0

    def handle_data(self, data):
        if self._inside and self.pairs[-1]:
            self.pairs[-1][-1] += data


def test_what_was_typed_above_the_first_paragraph_is_there():
    decided = apply_decisions(
        Document.of("\n慶。\n"), [Decision(0, 0, "标题\n"), Decision(4, 4, "尾")]
    )
    ((clean, source),) = Page(to_report(Material(decided))).pairs
    assert clean.split() == ["标题", "慶。", "尾"]
    assert source == "慶。"


@pytest.mark.parametrize("number", range(0, 50, 5))
def test_both_texts_stand_there_paragraph_by_paragraph(number):
    document = generated(number)
    page = Page(to_report(Material(document)))
    clean, source = zip(*page.pairs, strict=True)
    wanted = [line for line in re.split("[\r\n]+", document.source) if line.strip()]
    shown = [re.sub("[\0-\x08\x7f-\x9f]", "\ufffd", line) for line in wanted]
    assert list(source) == shown
    assert "".join(clean).replace("\n", "") == re.sub(
        "[\0-\x08\x7f-\x9f]", "\ufffd", re.sub("[\r\n]", "", document.text)
    )


def test_it_needs_nothing_else():
    text = to_report(Material(restore(SPUN * 30), "<script>alert(1)</script>"))
    tags = {tag for tag, _ in Page(text).elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "a", "form", "base"}
    assert "default-src 'none'" in text
    assert "url(" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_no_text_gets_out_of_it():
    evil = "<img src=x onerror=alert(1)>\"'&\0\ud800"
    change = Change(evil, RepairKind.DEBRIS, evil, 0.7)
    document = Document.of(f"中{evil}\n", [(1, 1 + len(evil), change)])
    page = Page(to_report(Material(document, evil, notes={(1, 1 + len(evil)): evil})))
    assert "img" not in {tag for tag, _ in page.elements}
    assert all(not name.startswith("on") for _, attrs in page.elements for name in attrs)


def test_what_needs_a_person_is_marked_and_listed():
    document = restore(SPUN * 3 + "盾\ufffd化解。教材說(shuō)明。\n")
    document = apply_decisions(document, [decision_for(document.repairs[0], "动")])
    text = to_report(Material(document))
    page = Page(text)
    seen = {one["class"] for one in page.marks if one.get("title")}
    assert {classes_of(one) for one in document.repairs} == seen
    still_open = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.LOST)
    count = sum(state_of(one) in still_open for one in document.repairs)
    assert count
    assert f"<h2>Needs review <small>{count}</small></h2>" in text
    assert "<h2>Decided by hand <small>1</small></h2>" in text
    assert f"<b>1</b> of {1 + count} decided" in text


def test_the_spot_check_draws_twenty_and_gives_the_bound():
    material = Material(restore(SPUN * 30))
    text = to_report(material)
    boxes = [attrs for tag, attrs in Page(text).elements if tag == "input"]
    assert [one["type"] for one in boxes] == ["checkbox"] * 40
    assert "at most 14% of all certain repairs are, with 95% confidence" in text
    assert "0 wrong: at most 14%" in text
    assert "1 wrong: at most 22%" in text
    assert to_report(material) == text


def test_notes_and_counts_are_shown():
    document = restore(SPUN)
    document = apply_decisions(document, [decision_for(document.repairs[0], "洞")])
    span = document.repairs[0].source_start, document.repairs[0].source_end
    text = to_report(Material(document, notes={span: "见原件"}, decided=7))
    assert '<p class="note">见原件</p>' in text
    assert "<b>7</b> of " in text


def test_it_speaks_the_language_of_the_window():
    def shout(_context, text):
        return text.upper() if "{" not in text else text

    text = to_report(Material(restore(SPUN), translate=shout))
    assert "<h2>DAMAGE PROFILE" in text
    assert "TRADITIONAL FORM" in text


def test_pages_have_the_colours_of_the_window():
    style = theme_style()
    for name in (LIGHT, DARK):
        colours = load_colours(name)
        assert all(f"--{kind.value}: {colours[kind.value]};" in style for kind in Kind)
        assert f"--und-fill: {colours['und_fill']};" in style


def test_every_kind_and_state_has_a_mark_of_its_own():
    rules = dict(re.findall(r"(mark[^{\n]*) \{ ([^}]*)\}", mark_style()))
    looks = [rules[f"mark.{kind.value}"].replace(kind.value, "") for kind in Kind]
    assert len(set(looks)) == len(Kind)
    names = ("unsure", "undecided", "lost", "by-hand")
    assert len({rules[f"mark.{name}"] for name in names}) == len(names)


def test_a_removed_gloss_leaves_a_small_wedge_and_no_bar():
    style = mark_style()
    empty, wedge = style[style.rindex("mark:empty, ") :].split("mark:empty::after")
    assert "border: 0" in empty
    assert "height: 4px" in wedge
    # A box in the line lets it break there, even before a closing quotation mark.
    assert "inline-block" not in empty + wedge
    assert "position: absolute" in wedge
    assert "border-left" not in to_html(Material(restore(SPUN))).partition("section +")[0]


def test_long_tables_end_with_how_much_is_left_out():
    unsure = Change("庆", RepairKind.SCRIPT, "script.table", 0.8)
    document = Document.of("慶" * 1_005, [(n, n + 1, unsure) for n in range(1_005)])
    text = to_report(Material(document))
    assert "and 5 more; see the table of repairs (CSV)" in text
    rows = [
        (n, n + 1, Change(chr(0x4E00 + n), RepairKind.VARIANT, "variant", 0.99)) for n in range(310)
    ]
    assert "and 10 more; see" in to_report(Material(Document.of("慶" * 310, rows)))


def test_text_around_a_place_has_no_half_of_a_gloss():
    text = to_report(Material(restore("推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)發展\n")))
    cells = re.findall(r'<td class="text">(.*?)</td>', text)
    plain = [re.sub("<[^>]*>", "", cell) for cell in cells]
    assert plain
    assert all(one.count("(") == one.count(")") for one in plain)


@pytest.mark.parametrize(
    ("count", "first", "last"), [(240, "1", "240"), (500, "1–2", "498–500")], ids=str
)
def test_a_column_of_the_profile_names_its_paragraphs(count, first, last):
    change = Change("庆", RepairKind.SCRIPT, "x", 0.99)
    document = Document.of("慶\n" * count, [(at, at + 1, change) for at in range(0, 2 * count, 2)])
    titles = re.findall("<g><title>¶ ([0-9–]+): ", to_report(Material(document)))
    assert (titles[0], titles[-1]) == (first, last)


def test_text_around_a_place_begins_with_no_closing_mark():
    change = Change("庆", RepairKind.SCRIPT, "script.t2s", 0.8)
    source = "他说“重要的事情”，要讲三遍再讲三遍，慶祝。"
    for cut in range(8, len(source) - 2):
        document = Document.of(f"{source[:cut]}慶祝", [(cut, cut + 1, change)])
        cells = re.findall(r'<td class="text">(.*?)</td>', to_report(Material(document)))
        assert cells
        assert all(re.sub("<[^>]*>", "", one)[0] not in "，。”" for one in cells)
