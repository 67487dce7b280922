"""What a page marks, in proof and in quiet, in its margin and across the gutter."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from reader import RepairKind
from reader.text.align import Change, Edit
from reader.text.evidence import Evidence
from reader.text.kinds import RepairState
from reader.ui.panes.hover_popup import popup_words
from reader.ui.panes.margin import most_urgent, place_at
from reader.ui.panes.marking import Marking
from reader.ui.panes.side import Side
from tests.ui.panes.making import DAMAGED, make_document


def edits():
    """Return a certain form, an unsure one, an undecided one and a lost place."""
    return [
        Edit(0, 1, "劳", RepairKind.SCRIPT, "form", 0.99),
        Edit(2, 3, "和", RepairKind.VARIANT, "variant", 0.8),
        Edit(4, 5, "系", RepairKind.SCRIPT, "form", 0.4, applied=False),
        Edit(6, 7, "", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False),
    ]


SOURCE = "勞動咊諧係中\ufffd國"


def pixels(view):
    return view.grab().toImage()


def marks_of(view):
    return [marks for _, marks in view.marked()]


def test_a_page_tells_certain_repairs_from_what_needs_a_person(panes):
    panes.set_document(make_document(SOURCE, edits()))
    for view in (panes.clean_view, panes.source_view):
        (marks,) = marks_of(view)
        assert marks.kinds == {RepairKind.SCRIPT: 1}
        assert [place.state for place in marks.places] == [
            RepairState.UNSURE,
            RepairState.UNDECIDED,
            RepairState.LOST,
        ]


def test_a_hole_says_how_many_bytes_are_gone_in_the_clean_text_only(panes, hover):
    reasons = (Evidence("eaten"),)
    hole = Edit(1, 2, "?", RepairKind.ENCODING, "encoding.lost", 0.0, reasons, applied=False)
    panes.set_document(make_document("花?.5小时", [hole]))
    clean, source = panes.clean_view, panes.source_view
    assert [[gone for _, gone in marks.holes] for marks in marks_of(clean)] == [["1"]]
    assert [marks.holes for marks in marks_of(source)] == [[]]
    assert [place.state for place in marks_of(clean)[0].places] == [RepairState.LOST]
    with_hole = pixels(clean)
    panes.set_document(make_document("花?.5小时", [hole._replace(evidence=())]))
    assert pixels(clean) != with_hole
    _, words = popup_words(make_document("花?.5小时", [hole]), Side.CLEAN, (1, 2), [])
    assert words == "?"
    document = make_document("花?.5小时", [hole])
    _, words = popup_words(document, Side.CLEAN, (1, 2), list(document.repairs))
    assert words.endswith("1 byte is gone here")


def test_quiet_leaves_certain_repairs_unmarked_and_keeps_the_others(panes, qtbot):
    certain = [Edit(0, 1, "劳", RepairKind.SCRIPT, "form", 0.99)]
    plain = make_document("劳動咊諧係中國", [])
    panes.set_document(make_document("勞動咊諧係中國", certain))
    proof = pixels(panes.clean_view)
    with qtbot.waitSignal(panes.marking_changed) as changed:
        panes.set_marking(Marking.QUIET)
    assert changed.args == [Marking.QUIET]
    quiet = pixels(panes.clean_view)
    assert quiet != proof
    panes.set_document(make_document(SOURCE, edits()))
    with_places = pixels(panes.clean_view)
    panes.set_document(plain)
    assert pixels(panes.clean_view) not in (with_places, quiet)  # the count stands in the margin


def test_the_line_under_the_pointer_shows_where_something_was(panes, hover):
    panes.set_document(make_document(DAMAGED))
    panes.set_marking(Marking.QUIET)
    before = pixels(panes.clean_view)
    assert panes.clean_view.overlay.traced is None
    hover(panes.clean_view, 3)
    assert panes.clean_view.overlay.traced == (0, 0)
    assert pixels(panes.clean_view) != before
    panes.set_marking(Marking.PROOF)
    hover(panes.clean_view, 4)
    assert panes.clean_view.overlay.traced is None


def test_a_gloss_is_a_line_under_its_character_unless_that_was_repaired_too(panes):
    panes.set_document(make_document("推(tui)動(dòng)中"))
    (marks,) = marks_of(panes.clean_view)
    assert marks.kinds == {RepairKind.GLOSS: 2, RepairKind.SCRIPT: 1}
    assert len(marks.certain[RepairKind.GLOSS].lines) == 1
    assert len(marks.certain[RepairKind.SCRIPT].lines) == 1
    assert not marks.certain[RepairKind.GLOSS].gaps


def test_what_is_gone_before_the_first_character_is_a_wedge(panes):
    panes.set_document(
        make_document("\u200b中國", [Edit(0, 1, "", RepairKind.DEBRIS, "invisible", 0.99)])
    )
    (marks,) = marks_of(panes.clean_view)
    assert marks.certain[RepairKind.DEBRIS].gaps


def test_a_sign_in_the_margin_goes_to_its_place(panes, qtbot):
    panes.set_document(make_document(SOURCE, edits()))
    view = panes.clean_view
    y = round(view.pager.line_y(0) + view.pager.style.pitch / 2)
    with qtbot.waitSignal(panes.repair_reached) as reached:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, y))
    assert reached.args[0].rule == "form"
    assert not reached.args[0].applied, "the undecided one is the most urgent of the line"
    assert view.marks_at(QPointF(6, y)) is not None
    assert view.marks_at(QPointF(6, 480)) is None


def test_the_gutter_connects_what_is_not_certain_and_the_current_place(panes):
    document = make_document(SOURCE, edits())
    panes.set_document(document)
    links = panes.links()
    assert [link.state for link in links] == [
        RepairState.UNSURE,
        RepairState.UNDECIDED,
        RepairState.LOST,
    ]
    panes.go_to_repair(document.repairs[1])
    links = panes.links()
    assert [link.current for link in links] == [False, False, True]
    panes.set_swapped(True)
    assert [(link.right, link.left) for link in panes.links()] == [link[:2] for link in links]


def test_hidden_kinds_are_neither_marked_nor_counted(panes):
    panes.set_document(make_document(SOURCE, edits()))
    panes.set_shown_kinds(frozenset({RepairKind.VARIANT}))
    (marks,) = marks_of(panes.clean_view)
    assert not marks.kinds
    assert [place.repair.kind for place in marks.places] == [RepairKind.VARIANT]


@pytest.mark.parametrize(
    ("states", "first"),
    [
        ({RepairState.UNSURE, RepairState.UNDECIDED}, RepairState.UNDECIDED),
        ({RepairState.BY_HAND, RepairState.LOST}, RepairState.LOST),
        ({RepairState.BY_HAND}, RepairState.BY_HAND),
    ],
)
def test_a_line_shows_the_sign_of_its_most_urgent_place(states, first):
    assert most_urgent(states) is first


def test_the_count_of_a_paragraph_says_of_which_kinds(panes):
    panes.set_document(make_document("推(tui)動(dòng)中"))
    (marks,) = marks_of(panes.clean_view)
    words = panes.clean_view.certain_words(marks.kinds)
    assert "3" in words
    assert "Gloss 2" in words
    assert place_at(marks, 0) is None


def test_glosses_of_the_original_are_quieter_than_its_text(panes):
    row = (1, 6, Change("", RepairKind.GLOSS, "gloss", 0.99))
    with_gloss = make_document("推(tui)中", [Edit(*row[:2], *row[2])])
    panes.set_document(with_gloss)
    panes.set_marking(Marking.QUIET)
    muted = pixels(panes.source_view)
    panes.set_document(make_document("推(tui)中", []))
    assert pixels(panes.source_view) != muted
