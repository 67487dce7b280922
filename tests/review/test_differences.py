from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import RepairKind, restore
from reader.review.decisions import Decision, apply_decisions
from reader.review.differences import find_differences
from reader.text.align import Edit
from tests.review.test_decisions import DAMAGED, documents
from tests.ui.panes.making import make_document


def test_the_same_document_differs_nowhere():
    document = restore(DAMAGED)
    assert find_differences(document, document) == []


def test_a_place_is_shown_with_what_stood_there_and_both_texts():
    document = restore(DAMAGED)
    other = apply_decisions(document, [Decision(1, 2, "东"), Decision(20, 22, "甲乙")])
    found = find_differences(document, other)
    assert found[0] == (1, 2, "動", "动", "东")
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(document.source[one.start : one.end] == one.before for one in found)


def test_other_cuts_of_the_same_repair_are_no_difference():
    source = "動(dòng)力"
    two = [
        Edit(0, 1, "动", RepairKind.SCRIPT, "form"),
        Edit(1, 7, "", RepairKind.GLOSS, "gloss"),
    ]
    one = [Edit(0, 7, "动", RepairKind.GLOSS, "gloss")]
    assert find_differences(make_document(source, two), make_document(source, one)) == []


@settings(deadline=None)
@given(documents(), st.data())
def test_texts_that_differ_have_differences_and_others_none(document, data):
    ends = st.integers(0, len(document.source))
    decisions = []
    for _ in range(data.draw(st.integers(0, 3))):
        start, end = sorted((data.draw(ends), data.draw(ends)))
        decisions.append(Decision(start, end, data.draw(st.text(alphabet="手x", max_size=2))))
    other = apply_decisions(document, decisions)
    found = find_differences(document, other)
    assert found or other.text == document.text
    grown = sum(len(one.new) - len(one.old) for one in found)
    assert grown == len(other.text) - len(document.text)
    assert all(one.end <= following.start for one, following in pairwise(found))


def test_documents_of_different_sources_are_refused():
    with pytest.raises(ValueError, match="sources"):
        find_differences(restore("我们"), restore("你们"))
