"""Every row of the tables: damage is undone, clean text stays, known failures still fail."""

from __future__ import annotations

import pytest

from reader import restore
from tests.cases.tables import Case, cases

RESTORED = cases("wild", "synthetic")
RIGHT = cases("negative")
FAILING = cases("known failure")


def name_case(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", RESTORED, ids=name_case)
def test_damage_is_undone(case: Case):
    document = restore(case.damaged)
    assert document.text == case.restored, case.why
    assert document.rebuild_source() == case.damaged
    applied = {repair.kind.value for repair in document.repairs if repair.applied}
    assert applied.issuperset(case.mechanism.split("+")), case.why


@pytest.mark.parametrize("case", RIGHT, ids=name_case)
def test_right_text_stays(case: Case):
    document = restore(case.damaged)
    assert document.text == case.damaged, case.why
    assert document.rebuild_source() == case.damaged
    assert not [repair for repair in document.repairs if repair.applied]


@pytest.mark.parametrize("case", FAILING, ids=name_case)
def test_a_known_failure_still_fails(case: Case):
    kind = "negative" if case.stays else "wild"
    assert restore(case.damaged).text != case.restored, (
        f"{case.name} comes out right: move the row to {kind} in {case.subject}.tsv"
    )


def test_what_came_out_right_is_not_changed_again():
    """Restoring what was restored finds nothing to do; the failures say nothing about that."""
    changed = [case.name for case in RESTORED if restore(case.restored).text != case.restored]
    assert not changed
