"""What a click on a pane does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.panes.making import DAMAGED, make_document
from tests.ui.panes.mouse import center, drag


def test_clicking_a_repair_reaches_it_and_clicking_beside_one_leaves_it(panes, qtbot):
    document = make_document(DAMAGED)
    panes.set_document(document)
    at = center(panes.clean_view, document.text.index("是建"))
    with qtbot.waitSignal(panes.repair_reached) as reached:
        QTest.mouseClick(panes.clean_view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert reached.args[0].before == "昰"
    with qtbot.waitSignal(panes.repair_reached) as left:
        at = center(panes.clean_view, document.text.index("市"))
        QTest.mouseClick(panes.clean_view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert left.args == [None]


def test_clicking_a_repair_shows_its_card_until_another_place_is_clicked(panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    view = panes.clean_view.viewport()
    for _ in range(2):
        at = center(panes.clean_view, document.text.index("是建"))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        assert panes.card.isVisible()
        assert panes.card.repairs[0].before == "昰"
    beside = center(panes.clean_view, document.text.index("市"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=beside)
    assert not panes.card.isVisible()


def test_a_card_that_was_clicked_for_stays_when_the_mouse_goes(panes, hover, qtbot):
    document = make_document(DAMAGED)
    panes.set_document(document)
    there = document.text.index("是建")
    at = center(panes.clean_view, there)
    QTest.mouseClick(panes.clean_view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hover(panes.clean_view, there)
    qtbot.wait(200)  # it rests on the place
    hover(panes.clean_view, document.text.index("市"))
    qtbot.wait(400)  # and is gone for longer than a card waits
    assert panes.card.isVisible()
    assert panes.card.repairs[0].before == "昰"


def test_selecting_from_a_repair_shows_no_card(panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    start = document.text.index("是建")
    drag(panes.clean_view, start, start + 4)
    assert panes.selected_text() == "是建立市"
    assert not panes.card.isVisible()


def test_clicking_a_repair_brings_its_original_into_view(panes):
    document = make_document(DAMAGED * 5)
    panes.set_document(document)
    clean, source = panes.clean_view, panes.source_view
    repair = next(
        one
        for one in document.repairs
        if one.after and source.pager.line_y(one.source_start) > source.viewport().height()
    )
    at = center(clean, repair.clean_start)
    QTest.mouseClick(clean.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clean.pager.boxes(repair.clean_start, repair.clean_end)
    (there,) = source.pager.boxes(repair.source_start, repair.source_end)
    assert source.viewport().rect().contains(there.toAlignedRect())
    assert panes.card.isVisible()
