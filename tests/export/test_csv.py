import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document, RepairKind
from reader.export.csv import COLUMNS, join_csv, to_csv
from reader.export.material import Material
from reader.text.align import Change
from tests.export.generated import generated


def rows(document, **of):
    text = to_csv(Material(document, **of))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_one_row_a_repair():
    document = generated(3)
    found = rows(document)
    assert len(found) == len(document.repairs)
    for row, repair in zip(found, document.repairs, strict=True):
        assert tuple(row) == COLUMNS
        assert (row["kind"], row["rule"]) == (repair.kind.value, repair.rule)
        start = repair.source_start
        ends = [found.end() for found in re.finditer("\r\n|\r|\n", document.source)]
        begins = [end for end in ends if end <= start]
        assert int(row["line"]) == len(begins) + 1
        assert int(row["column"]) == start - max(begins, default=0) + 1


def test_rows_of_several_documents_say_whose_they_are():
    document = generated(3)
    tables = [to_csv(Material(document, name=name)) for name in ("a.txt", "=b/\n.txt")]
    found = list(csv.DictReader(io.StringIO(join_csv(tables).removeprefix("\ufeff"), newline="")))
    files = [row["file"] for row in found]
    assert files == ["a.txt"] * len(document.repairs) + ["'=b/<U+000A>.txt"] * len(document.repairs)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "\t=1", "\r=1", "=HYPERLINK(\"http://a\")"]
)  # fmt: skip
def test_nothing_is_taken_for_a_formula(cell):
    change = Change(cell, RepairKind.DEBRIS, "x", 0.9)
    document = Document.of(cell, [(0, len(cell), change)])
    (row,) = rows(document, notes={(0, len(cell)): cell})
    for name in ("before", "after", "note"):
        assert row[name][0] in "'<", "an apostrophe, or the code of a control character"
        assert cell.strip() in row[name]


@given(st.text())
def test_any_text_stays_in_its_cell(text):
    change = Change(text, RepairKind.DEBRIS, "x", 0.9)
    (row,) = rows(Document.of(f"a{text}", [(1, 1 + len(text), change)]), notes={})
    assert set(row) == set(COLUMNS)
    assert not set(row["before"]) & set("\r\n\0\x1b")
