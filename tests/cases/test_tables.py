"""The tables can be read, have no duplicates, are grouped, and hide nothing in a cell."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import RepairKind
from tests.cases.tables import FOLDER, KINDS, Case, cases, escape, right_texts, table, unescape
from tests.cases.tables import write_row as written

SUBJECTS = sorted(path.stem for path in FOLDER.glob("*.tsv"))
MECHANISMS = {kind.value for kind in RepairKind} - {RepairKind.MANUAL.value}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_line_is_as_it_would_be_written(subject):
    """So nothing invisible hides in a cell, and a text that stays is written '='."""
    text = (FOLDER / f"{subject}.tsv").read_bytes().decode("utf-8")
    lines = text.split("\n")
    assert lines[-1] == "", "the file ends with a line end"
    assert [written(case) for case in table(subject)] == lines[1:-1]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_row_holds_what_its_columns_promise(case: Case):
    assert case.damaged
    assert case.kind in KINDS
    assert set(case.mechanism.split("+")) <= MECHANISMS
    assert case.why == case.why.strip() != ""
    if case.kind != "known failure":
        assert case.stays == (case.kind == "negative")


def test_no_text_stands_twice():
    twice = {
        text for text, number in Counter(case.damaged for case in cases()).items() if number > 1
    }
    assert not twice, [case.name for case in cases() if case.damaged in twice]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_rows_stand_in_groups(subject):
    """Kinds in their order, and within a kind the rows of a mechanism together."""
    groups = [key for key, _ in groupby(table(subject), lambda case: (case.kind, case.mechanism))]
    assert len(groups) == len(set(groups)), groups
    assert [kind for kind, _ in groups] == sorted((kind for kind, _ in groups), key=KINDS.index)


def test_every_kind_and_every_mechanism_has_its_rows():
    assert {case.kind for case in cases()} == set(KINDS)
    assert {name for case in cases() for name in case.mechanism.split("+")} == MECHANISMS


def test_texts_can_be_asked_for_by_subject():
    assert "第(a)项" in right_texts("glosses")
    assert set(right_texts("glosses", "words")) < set(right_texts())


@given(st.text())
def test_a_cell_says_what_was_written(text):
    cell = escape(text)
    assert unescape(cell) == text
    assert not set(cell) & set("\t\n\r\u200b\ufeff\xa0\ufffd")
    assert cell == cell.strip()


def test_an_unknown_escape_is_refused():
    with pytest.raises(ValueError, match="unknown escape"):
        unescape("甲\\x乙")
