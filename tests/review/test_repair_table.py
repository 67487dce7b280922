"""All repairs as rows: how they stand, what is left to decide, and what a decision changes."""

import random

import pytest

from reader import restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import Level, Rules, RuleSet
from reader.review.decisions import Decision, apply_decisions, decision_for, withdraw_decisions
from reader.review.repair_columns import Pair
from reader.review.repair_order import (
    Column,
    RepairFilter,
    Showing,
    context_of,
    group,
    next_row,
    order,
    position,
    select,
)
from reader.review.repair_table import RepairTable
from reader.text.align import Alternative, Change
from reader.text.document import Document
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import state_of

DAMAGED = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧,全麵髮揮作用。\n重(chóng)庆是?k辦的城市咊?\n"

SOURCE = "双唱咊声部,麻将咊牌。\n" * 2 + "和稀泥咊了,丢了?字。\n"


def make(source=SOURCE):
    """Return a document with a place of every state."""
    rows = []
    sure = iter((0.7, 0.99, 0.55, 0.8, 0.97))
    for at, char in enumerate(source):
        if char == "咊":
            why = (Evidence("source_table", ("咊", "和", "Unihan")),)
            others = (Alternative("合", 0.1),)
            change = Change("和", RepairKind.VARIANT, "forms.variant", next(sure), why, others)
            rows.append((at, at + 1, change))
        elif char == ",":
            rows.append((at, at + 1, Change("，", RepairKind.PUNCTUATION, "marks.full", 0.98)))
        elif char == "?":
            lost = Change("?", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False)
            rows.append((at, at + 1, lost))
    return Document.of(source, rows, least=5)


@pytest.fixture
def table():
    return RepairTable.of(make())


def texts_of(table, rows):
    return [table.repair(int(row)).before for row in rows]


@pytest.mark.parametrize("document", [restore(DAMAGED), make()])
def test_rows_say_what_the_repairs_say(document):
    decided = apply_decisions(
        document,
        [
            *(decision_for(one, one.before) for one in document.repairs[1:3]),
            Decision(0, 1, "甲"),
            Decision(3, 3, "乙"),
        ],
    )
    for one in (document, decided):
        table = RepairTable.of(one)
        assert len(table) == len(one.repairs)
        for number, repair in enumerate(one.repairs):
            assert table.state(number) is state_of(repair)
            assert table.repair(number) == repair
            assert table.change(number).after == repair.after
            assert table.clean_starts[number] == repair.clean_start
            assert table.number_of(repair) == number
            if state_of(repair) is not RepairState.BY_HAND:
                assert table.kind(number) is repair.kind
                assert table.sure(number) == repair.confidence
                assert table.pair(number) == (repair.before, repair.after)


def test_a_decided_row_keeps_its_kind_its_pair_and_how_sure_it_was(table):
    number = next(n for n in range(len(table)) if table.sure(n) == 0.7)
    repair = table.repair(number)
    after = table.updated(apply_decisions(table.document, [decision_for(repair, "合")]))
    assert after.state(number) is RepairState.BY_HAND
    assert after.kind(number) is RepairKind.VARIANT
    assert after.pair(number) == ("咊", "和")
    assert after.sure(number) == 0.7


def test_progress_counts_what_needs_a_decision(table):
    progress = table.progress()
    assert progress == (0, 4, 2, 1, 1, 0.55)
    first = next_row(table, table.is_open, None, Column.SURE)
    lost = table.repair(first)
    assert lost.rule == "encoding.lost"
    decided = apply_decisions(table.document, [decision_for(lost, "字")])
    after = table.updated(decided).progress()
    assert (after.decided, after.total, after.lost, after.left) == (1, 4, 0, 3)


def test_every_updated_table_is_the_one_made_anew():
    dice = random.Random(7)
    document = base = restore(DAMAGED * 30)
    table = RepairTable.of(base)
    made = []
    for step in range(60):
        if made and dice.random() < 0.3:
            document = withdraw_decisions(document, [made.pop()])
        else:
            start = dice.randrange(len(base.source) - 60)
            span = dice.choice([(start, start), (start, start + 3), (start, start + 60)])
            repair = dice.choice(base.repairs)
            decision = dice.choice([Decision(*span, "甲"), decision_for(repair, repair.after)])
            made.append(decision)
            document = apply_decisions(document, [decision])
        table = table.updated(document)
        if step % 5 == 0:
            anew = RepairTable.of(document)
            assert len(anew) == len(table)
            for number in range(len(anew)):
                assert anew.pair(number) == table.pair(number)
                assert anew.state(number) is table.state(number)
                assert anew.rule(number) == table.rule(number)
                assert anew.clean_starts[number] == table.clean_starts[number]
                assert anew.repair(number) == table.repair(number)


def test_another_text_is_no_update(table):
    with pytest.raises(ValueError, match="same source"):
        table.updated(restore("别的"))


def test_a_document_without_repairs_has_an_empty_table():
    table = RepairTable.of(restore("没有损坏。"))
    assert len(table) == 0
    assert table.progress() == (0, 0, 0, 0, 0, 1.0)
    mask = select(table, RepairFilter(text="有"))
    assert len(group(table, order(table, mask, Column.SURE))) == 0
    assert next_row(table, mask, None, Column.PLACE) is None
    assert position(table, 0) == (0, 0)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (RepairFilter(), "咊,咊咊,咊咊,?"),
        (RepairFilter(kinds=frozenset({RepairKind.VARIANT})), "咊咊咊咊咊"),
        (RepairFilter(kinds=frozenset()), ""),
        (RepairFilter(showing=Showing.TO_DECIDE), "咊咊咊?"),
        (RepairFilter(showing=Showing.DECIDED), ""),
        (RepairFilter(sure_up_to=0.6), "咊?"),
        (RepairFilter(rule="marks.full"), ",,,"),
        (RepairFilter(rule="no such rule"), ""),
        (RepairFilter(pair=Pair("咊", "和")), "咊咊咊咊咊"),
        (RepairFilter(pair=Pair("咊", "，")), ""),
        (RepairFilter(text="，"), ",,,"),
        (RepairFilter(text="稀泥咊"), "咊"),
        (RepairFilter(text="泥和了，"), "咊,"),
        (RepairFilter(text="稀泥"), ""),
        (RepairFilter(text="原稿"), "?"),
        (RepairFilter(text="没有"), ""),
    ],
)
def test_filters(table, chosen, found):
    notes = {(SOURCE.index("?"), SOURCE.index("?") + 1): "看原稿"}
    rows = order(table, select(table, chosen, notes), Column.PLACE)
    assert sorted(texts_of(table, rows)) == sorted(found)


def test_a_text_finds_the_places_that_are_part_of_it(table):
    for number in range(len(table)):
        before, place, after = context_of(table, number)
        assert select(table, RepairFilter(text=place))[number]
        assert select(table, RepairFilter(text=f"{before[-2:]}{place}{after[:2]}"))[number]


def test_a_context_is_of_one_line(table):
    last = len(table) - 1
    assert context_of(table, last) == ("和稀泥和了，丢了", "?", "字。")
    assert context_of(table, 0) == ("双唱", "和", "声部，麻将和牌。")


def test_orders(table):
    every = select(table, RepairFilter())

    def sorted_by(column, **more):
        return order(table, every, column, **more)

    sure = [table.sure(int(row)) for row in sorted_by(Column.SURE)]
    assert sure == sorted(sure)
    assert sorted_by(Column.PLACE).tolist() == list(range(len(table)))
    assert sorted_by(Column.PLACE, descending=True).tolist() == list(range(len(table)))[::-1]
    before = texts_of(table, sorted_by(Column.BEFORE))
    assert before == sorted(before)
    assert texts_of(table, sorted_by(Column.TIMES, descending=True))[:5] == ["咊"] * 5
    states = [table.state(int(row)) for row in sorted_by(Column.DECISION)]
    assert states[:2] == [RepairState.UNDECIDED, RepairState.UNSURE]
    noted = table.repair(3)
    notes = {(noted.source_start, noted.source_end): "?"}
    assert sorted_by(Column.NOTE, descending=True, notes=notes)[0] == 3
    for column in Column:
        assert sorted(sorted_by(column).tolist()) == list(range(len(table)))


def test_groups_stand_where_their_first_row_does(table):
    rows = order(table, select(table, RepairFilter()), Column.SURE)
    groups = group(table, rows)
    assert [table.pair(int(groups.rows_of(n)[0])) for n in range(len(groups))] == [
        ("?", "?"), ("咊", "和"), (",", "，"),
    ]  # fmt: skip
    assert [len(groups.rows_of(number)) for number in range(len(groups))] == [1, 5, 3]
    sure = [table.sure(int(row)) for row in groups.rows_of(1)]
    assert sure == sorted(sure)


def test_the_next_one_by_place_and_by_sureness_comes_round(table):
    mask = table.is_open
    places = []
    row = None
    for _ in range(5):
        row = next_row(table, mask, row, Column.PLACE)
        places.append(row)
    assert places[:4] == sorted(places[:4])
    assert places[4] == places[0]
    row, sure = None, []
    for _ in range(4):
        row = next_row(table, mask, row, Column.SURE)
        sure.append(table.sure(row))
    assert sure == [0.0, 0.55, 0.7, 0.8]
    for expected in (0.7, 0.55, 0.0, 0.8):
        row = next_row(table, mask, row, Column.SURE, backwards=True)
        assert table.sure(row) == expected


def test_the_next_one_of_a_decided_place_is_behind_it(table):
    """The place is no longer to decide when the next one is asked for."""
    row = next_row(table, table.is_open, None, Column.PLACE)
    following = next_row(table, table.is_open, row, Column.PLACE)
    repair = table.repair(row)
    after = table.updated(apply_decisions(table.document, [decision_for(repair, "合")]))
    assert next_row(after, after.is_open, row, Column.PLACE) == following


def test_the_position_counts_places_that_need_a_decision(table):
    rows = [n for n in range(len(table)) if table.is_open[n]]
    assert [position(table, row) for row in rows] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_a_rule_of_the_user_does_is_no_decision():
    rules = RuleSet().with_level(Level.USER, Rules().add_pair("咊", "合"))
    document = restore("社会咊谐。", mechanisms=apply_rules(rules))
    table = RepairTable.of(document)
    assert table.state(0) is state_of(document.repairs[0]) is RepairState.CERTAIN
    assert table.progress().total == 0
    decided = table.updated(apply_decisions(document, [decision_for(document.repairs[0], "和")]))
    assert decided.progress().decided == 1
    assert decided.pair(0) == ("咊", "合")
