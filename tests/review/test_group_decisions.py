"""One decision for many places: what is touched, and what stays open."""

import pytest

from reader import restore
from reader.review.decisions import apply_decisions, decision_for
from reader.review.group_decisions import (
    can_be_rule,
    find_kept_pair,
    plan_like,
    plan_pair,
    plan_rule,
    plan_surer,
)
from reader.review.history import DecisionAct, History, How, NoteAct
from reader.review.repair_columns import Pair
from reader.review.repair_table import RepairTable
from reader.text.align import Alternative, Change
from reader.text.document import Document
from reader.text.kinds import RepairKind, RepairState

SOURCE = "双唱咊声。麻将咊牌。咊稀泥。调咊色。乾杯?乾净。丢?了。\n"
SURE = {2: 0.7, 7: 0.99, 10: 0.8, 15: 0.55}


def make():
    rows = []
    for at, char in enumerate(SOURCE):
        if char == "咊":
            others = (Alternative("胡", 0.2),) if at == 7 else (Alternative("合", 0.1),)
            sure = SURE[at]
            rows.append(
                (at, at + 1, Change("和", RepairKind.VARIANT, "forms.variant", sure, (), others))
            )
        elif char == "乾":
            rows.append((at, at + 1, Change("干", RepairKind.SCRIPT, "forms.script", 0.9)))
        elif char == "?":
            lost = Change("?", RepairKind.ENCODING, "encoding.lost", 0.99, applied=False)
            rows.append((at, at + 1, lost))
    return Document.of(SOURCE, rows, least=5)


@pytest.fixture
def table():
    return RepairTable.of(make())


def starts(table, rows):
    return [int(table.columns.starts[row]) for row in rows]


def test_a_pair_is_decided_where_it_is_alike(table):
    plan = plan_pair(table, 0)
    assert starts(table, plan.alike) == [2, 10, 15]
    assert starts(table, plan.differing) == [7]
    assert plan.places == 4
    after = table.updated(apply_decisions(table.document, plan.decisions))
    assert [after.state(n) for n in range(4)] == [
        RepairState.BY_HAND, RepairState.CERTAIN, RepairState.BY_HAND, RepairState.BY_HAND,
    ]  # fmt: skip
    assert after.document.text == table.document.text
    assert len(plan.all_decisions) == 4


def test_what_is_pronounced_otherwise_stays_open(table):
    plan = plan_pair(table, 0, pronounce=lambda repair: "huò" if repair.source_start == 10 else "")
    assert starts(table, plan.differing) == [7, 10]


def test_what_is_decided_already_is_left_alone(table):
    repair = table.repair(0)
    decided = table.updated(apply_decisions(table.document, [decision_for(repair, "甲")]))
    for current in (0, 2):
        plan = plan_pair(decided, current)
        assert starts(decided, plan.alike) == [10, 15]
        assert starts(decided, plan.differing) == [7]


def test_keeping_a_pair_puts_the_source_back(table):
    plan = plan_pair(table, 0, How.KEEP)
    assert {one.text for one in plan.all_decisions} == {"咊"}


def test_those_like_one_are_left_to_decide(table):
    assert starts(table, plan_like(table, 0).alike) == [2, 10, 15]
    assert starts(table, plan_like(table, 1).alike) == [7]


def test_a_rule_is_accepted_where_it_is_open_and_kept_out_everywhere(table):
    assert starts(table, plan_rule(table, "forms.variant").alike) == [2, 10, 15]
    assert starts(table, plan_rule(table, "forms.variant", How.KEEP).alike) == [2, 7, 10, 15]
    assert plan_rule(table, "encoding.lost").places == 0


def test_everything_from_a_confidence_on(table):
    assert starts(table, plan_surer(table, 0.8).alike) == [10, 18, 21]
    assert starts(table, plan_surer(table, 0.8, {RepairKind.VARIANT}).alike) == [10]
    assert plan_surer(table, 1.0).places == 0


def keep(history, *repairs, text=None):
    places = tuple(decision_for(one, one.before if text is None else text) for one in repairs)
    how = How.KEEP if text is None else How.TYPED
    return history.add(DecisionAct(places, how))


def test_a_pair_that_is_kept_three_times_is_offered():
    base = make()
    pairs = [one for one in base.repairs if one.before == "咊"]
    history = keep(keep(History(), pairs[0]), pairs[1])
    assert find_kept_pair(history, base) is None
    history = keep(history, pairs[2])
    assert find_kept_pair(history, base) == (("咊", "和"), 3)
    assert find_kept_pair(history.undo(), base) is None
    other = next(one for one in base.repairs if one.before == "乾")
    assert find_kept_pair(keep(history, other), base) is None
    assert find_kept_pair(keep(history, pairs[3], text="甲"), base) is None


def test_a_place_that_was_decided_otherwise_since_does_not_count():
    base = make()
    pairs = [one for one in base.repairs if one.before == "咊"]
    history = keep(keep(History(), pairs[0]), pairs[0], text="甲")
    history = keep(keep(history, pairs[1]), pairs[2])
    assert find_kept_pair(history, base) is None
    assert find_kept_pair(keep(history, pairs[3]), base).times == 3
    assert find_kept_pair(keep(History(), pairs[0], pairs[0], pairs[0]), base) is None


def test_what_can_be_no_rule_is_not_offered():
    change = Change("\n", RepairKind.DEBRIS, "x", 0.9)
    base = Document.of("甲\r\n" * 3, [(at, at + 2, change) for at in (1, 4, 7)])
    assert find_kept_pair(keep(History(), *base.repairs), base) is None


def test_a_history_without_a_decision_has_no_kept_pair():
    assert find_kept_pair(History(), restore("清楚。")) is None
    assert find_kept_pair(History().add(NoteAct(())), restore("清楚。")) is None
    assert find_kept_pair(History().add(DecisionAct((), How.KEEP)), restore("清楚。")) is None


@pytest.mark.parametrize(
    ("pair", "can"),
    [(("咊", "和"), True), (("(li)", ""), True), (("", "，"), False), (("\n", ""), False),
     (("和", "和"), False)],
)  # fmt: skip
def test_a_rule_is_made_only_of_what_can_be_looked_for(pair, can):
    assert can_be_rule(Pair(*pair)) is can
