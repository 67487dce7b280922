"""Every line of the table: what it makes of a document, and where it is offered."""

import io
import json
import zipfile
from importlib import import_module

import pytest

from reader.export.material import Material
from reader.export.table import EXPORTS, TEXT, Use, exports_for, report_for
from reader.text.files import encode_text
from tests.export.cases import LINE


def _cases_of(name):
    return import_module(f"tests.export.cases.{name.replace('-', '_')}").CASES


TABLES = {one.id: _cases_of(one.id) for one in EXPORTS}
CASES = [(name, why, *case) for name, cases in TABLES.items() for why, case in cases.items()]


@pytest.mark.parametrize(("name", "why", "use", "material", "wanted"), CASES)
def test_what_is_made_of_a_document(name, why, use, material, wanted):
    export = exports_for(use)[name]
    assert isinstance(export.write(material), bytes) == export.is_binary
    made = export.write_bytes(material) if export.is_binary else export.write_text(material)
    if not export.is_binary:
        assert export.write_bytes(material) == encode_text(made)
    if export.is_binary and zipfile.is_zipfile(io.BytesIO(made)):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            made = "".join(archive.read(part).decode() for part in archive.namelist())
    elif export.is_binary:
        made = made.decode()
    if isinstance(wanted, str):
        assert made == wanted, why
    else:
        assert [part for part in wanted if part not in made] == [], why


def test_every_export_has_a_case():
    tested = {id(exports_for(use)[name]) for name, _, use, _, _ in CASES}
    assert [one.id for one in EXPORTS if id(one) not in tested] == []


def test_where_each_is_offered():
    offered = {use: list(exports_for(use)) for use in Use}
    for use, ids in {
        Use.CLEAN: {"text", "markdown", "json", "html", "docx", "clean-docx", "clean-html"}
        | {"report", "csv", "diff", "cases"},
        Use.REPORT: {"json", "repairs", "report", "csv"},
        Use.PINYIN: {"ruby", "brackets", "interlinear", "json"},
        Use.WINDOW: {one.id for one in EXPORTS} - {"text", "brackets", "interlinear"},
    }.items():
        assert ids <= set(offered[use])
        assert len(offered[use]) == sum(use in one.use for one in EXPORTS), "an id names one export"


def test_no_two_in_the_window_suggest_the_same_name():
    names = [one.suggest_name("page") for one in exports_for(Use.WINDOW).values()]
    assert sorted(set(names)) == sorted(names)
    assert {"page_both.html", "page_readings.html", "page_repairs.txt"} <= set(names)
    assert {"page_tracked.docx", "page_clean.docx", "page_report.html"} <= set(names)
    assert TEXT.suggest_name() == "clean.txt"


def test_the_ending_of_a_report_says_what_it_is():
    assert report_for(".json").id == "json"
    assert (report_for(".html").id, report_for(".csv").id) == ("report", "csv")
    assert {report_for(ending).id for ending in (".txt", ".md", "", ".docx")} == {"repairs"}


def test_reports_of_several_documents_are_one():
    of_json, of_text = report_for(".json"), report_for(".txt")
    one = of_json.write_text(Material(LINE))
    assert [entry["text"] for entry in json.loads(of_json.join([one, one]))] == ["重庆\n"] * 2
    one = of_text.write_text(Material(LINE, name="a"))
    assert of_text.join([one, one]) == f"{one}\n{one}"
    of_csv = report_for(".csv")
    one = of_csv.write_text(Material(LINE))
    assert of_csv.join([one, one]).splitlines() == one.splitlines() + one.splitlines()[1:]
    assert report_for(".html").join is None
