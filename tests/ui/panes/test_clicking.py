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


def test_selecting_from_a_repair_selects(panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    start = document.text.index("是建")
    drag(panes.clean_view, start, start + 4)
    assert panes.selected_text() == "是建立市"


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
