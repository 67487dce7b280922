"""A place decided by hand says how it was decided, wherever repairs are listed."""

import csv
import io
import re

import pytest

from reader.export.csv import to_csv
from reader.export.docx import to_docx
from reader.export.explain import to_explanation
from reader.export.html import to_html
from reader.export.material import Material
from reader.export.report import to_report
from tests.export.decided import decided_in_every_way
from tests.export.word_reading import comments


@pytest.fixture
def material():
    document, signatures, _ = decided_in_every_way()
    return Material(document, signatures=signatures)


def test_a_row_of_the_table_names_the_decision_and_what_was_proposed(material):
    rows = list(csv.DictReader(io.StringIO(to_csv(material).removeprefix("\ufeff"), newline="")))
    names = ("decision", "decided_by", "before", "after", "proposed", "proposed_confidence")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("accept", "anna", "灋", "法", "法", "0.9300"),
        ("keep", "anna", "咊", "咊", "和", "0.7000"),
        ("alternative", "", "?k", "协办", "经办", "0.5800"),
        ("typed", "", "勞", "劳", "动", "0.9900"),
        ("typed", "", "锟斤拷", "制度", "", ""),
        ("keep", "", "\ufffd", "\ufffd", "", ""),
        ("typed", "", "完毕", "结束", "", ""),
    ]
    assert "锟斤拷" not in rows[4]["reasons"] + rows[4]["alternatives"]
    assert rows[2]["alternatives"] == "□办 (0.06)"


def test_a_comment_in_word_says_what_was_decided(material):
    told = [one.text.split("\n") for one in comments(to_docx(material))]
    gone = "Bytes were lost here; nothing can be restored with certainty."
    assert told == [
        ["Accepted by anna: 灋 → 法 (93%)"],
        ["Original kept by anna; proposed: 和 (70%)"],
        ["Alternative chosen: ?k → 协办; proposed: 经办 (58%)", "Alternatives: □办 (6%)"],
        ["Typed: 勞 → 劳; proposed: 动 (99%)"],
        ["Typed: 锟斤拷 → 制度", gone],
        ["Original kept", gone],
        ["Typed: 完毕 → 结束"],
    ]


def test_the_report_tells_accepted_from_kept(material):
    text = to_report(material)
    section = text[text.index("<h2>Decided by hand") :].partition("</section>")[0]
    rows = re.findall("<tr>(.*?)</tr>", section)[1:]
    cells = [[re.sub("<[^>]*>", "|", one) for one in row.split("</td>")] for row in rows]
    told = [[part for part in cell[3].split("|") if part] for cell in cells]
    assert [one[0] for one in told] == [
        "Accepted by anna", "Original kept by anna", "Alternative chosen", "Typed", "Typed",
        "Original kept", "Typed",
    ]  # fmt: skip
    assert told[0][1:] == ["Variant", "Variants listed in dictionaries"]
    sure = [cell[4].strip("|") for cell in cells]
    assert sure == ["93%", "70%", "58%", "99%", "", "", ""]
    assert "Proposed: 和" in cells[1][5]
    assert "锟斤拷" not in cells[4][5]
    assert "By hand" not in section
    # The legend counts them by name, and a kept place has a mark of its own.
    assert re.findall("<span>(Accepted|Original kept|Typed)</span><b>([0-9])", text) == [
        ("Accepted", "1"), ("Original kept", "2"), ("Typed", "3"),
    ]  # fmt: skip
    assert 'class="manual by-hand kept" title="Original kept by anna; proposed: 和 (70%)' in text


def test_a_rule_is_called_by_its_name_and_its_id_is_in_the_title(material):
    text = to_report(material)
    assert '<p class="rule" title="variant.table">Variants listed in dictionaries</p>' in text


def test_titles_and_the_list_say_it_too(material):
    assert 'title="Accepted by anna: 灋 → 法 (93%)"' in to_html(material)
    listed = to_explanation(material.document, signatures=material.signatures)
    assert "灋 → 法  accepted by anna (93%)" in listed
    assert "咊 → 咊  original kept by anna, proposed: 和 (70%)" in listed
    assert "锟斤拷 → 制度  typed\n" in listed


def test_it_is_said_in_the_language_of_the_window(material):
    told = []

    def translate(context, text):
        told.append((context, text))
        return text

    to_report(Material(material.document, translate=translate))
    assert {("Decisions", "Accepted"), ("Rules", "Variants listed in dictionaries")} <= set(told)
