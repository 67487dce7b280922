"""What can be chosen at a place: the numbers stay, whatever is decided."""

from reader.review.decisions import Decision, apply_decisions, decision_for
from reader.review.history import How
from reader.review.repair_table import RepairTable
from reader.text.align import Alternative, Change
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.ui.review.panel.choices import ChoiceWord, list_choices

OTHERS = (Alternative("协办", 0.36), Alternative("□办", 0.06))


def choices_of(document, number=0):
    table = RepairTable.of(document)
    found = list_choices(table.repair(number), table.engine_change(number))
    return [(one.text, one.word.name, one.how.name, one.chosen) for one in found]


def make(*, applied=True, others=OTHERS):
    change = Change("经办", RepairKind.SLIP, "slip.lost", 0.58, (), others, applied)
    return Document.of("由?k的", [(1, 3, change)])


def test_the_proposal_is_the_first():
    assert choices_of(make()) == [
        ("经办", "PROPOSED", "ACCEPT", True),
        ("协办", "ALSO_FITS", "ALTERNATIVE", False),
        ("□办", "LEAVE_GAP", "ALTERNATIVE", False),
    ]


def test_where_the_source_stands_it_is_what_is_chosen():
    assert choices_of(make(applied=False, others=())) == [
        ("经办", "PROPOSED", "ACCEPT", False),
        ("?k", "ORIGINAL", "KEEP", True),
    ]


def test_after_a_decision_each_has_its_number():
    document = make()
    repair = document.repairs[0]
    for text, number in (("经办", 0), ("协办", 1), ("□办", 2), ("?k", 3), ("经手", 3)):
        found = choices_of(apply_decisions(document, [decision_for(repair, text)]))
        assert [one[0] for one in found[:3]] == ["经办", "协办", "□办"]
        assert [one[0] for one in found if one[3]] == [text]
        assert found[number][3]
    assert found[3][1:3] == ("TYPED", "TYPED")


def test_what_was_typed_where_the_engine_saw_nothing():
    document = apply_decisions(make(), [Decision(0, 1, "在")])
    assert choices_of(document) == [
        ("在", "TYPED", "TYPED", True),
        ("由", "ORIGINAL", "KEEP", False),
    ]


def test_nothing_can_be_chosen_where_bytes_are_gone():
    lost = Change("?", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False)
    assert choices_of(Document.of("丢?了", [(1, 2, lost)])) == []


def test_where_bytes_are_gone_nothing_is_called_proposed():
    lost = Change("锟斤拷", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False)
    document = Document.of("丢锟斤拷了", [(1, 4, lost)])
    typed = apply_decisions(document, [Decision(1, 4, "失")])
    assert choices_of(typed) == [
        ("失", "TYPED", "TYPED", True),
        ("锟斤拷", "ORIGINAL", "KEEP", False),
    ]
    assert typed.repairs[0].alternatives == ()
    kept = apply_decisions(typed, [Decision(1, 4, "锟斤拷")])
    assert choices_of(kept) == [("锟斤拷", "ORIGINAL", "KEEP", True)]


def test_no_more_choices_than_number_keys():
    others = tuple(Alternative(char, 0.01) for char in "甲乙丙丁戊己庚辛壬癸")
    document = make(others=others)
    kept = apply_decisions(document, [decision_for(document.repairs[0], "?k")])
    for one in (document, kept):
        assert len(choices_of(one)) <= 9
    assert choices_of(kept)[-1][1] == ChoiceWord.ORIGINAL.name
    assert choices_of(kept)[-1][2] == How.KEEP.name
