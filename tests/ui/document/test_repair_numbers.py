from reader import RepairKind, restore
from reader.ui.document.repair_numbers import Count, count_repairs, position
from tests.ui.panes.making import DAMAGED, make_document


def test_a_repair_is_numbered_among_those_shown():
    document = make_document(DAMAGED)
    shown = {RepairKind.SCRIPT, RepairKind.VARIANT}
    listed = [repair for repair in document.repairs if repair.kind in shown]
    places = [position(document, repair, shown) for repair in listed]
    assert places == [(number, len(listed)) for number in range(1, len(listed) + 1)]


def test_repairs_are_counted_by_kind_and_state():
    tally = count_repairs(make_document(DAMAGED))
    document = make_document(DAMAGED)
    assert set(tally) == {repair.kind for repair in document.repairs}
    glosses = sum(repair.kind is RepairKind.GLOSS for repair in document.repairs)
    assert tally[RepairKind.GLOSS] == Count(applied=glosses)
    lost = count_repairs(restore("你好锟斤拷世界\n"))
    assert lost == {RepairKind.ENCODING: Count(lost=1)}
