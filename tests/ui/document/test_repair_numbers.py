from reader import RepairKind
from reader.ui.document.repair_numbers import RepairNumbers
from tests.ui.panes.making import DAMAGED, make_document


def test_a_repair_is_numbered_among_those_shown():
    document = make_document(DAMAGED)
    numbering = RepairNumbers(document)
    shown = {RepairKind.SCRIPT, RepairKind.VARIANT}
    listed = [repair for repair in document.repairs if repair.kind in shown]
    places = [numbering.position(repair, shown) for repair in listed]
    assert places == [(number, len(listed)) for number in range(1, len(listed) + 1)]
