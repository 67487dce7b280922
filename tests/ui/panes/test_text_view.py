"""What a pane shows beside its text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider

from tests.ui.panes.making import DAMAGED, make_document


def test_a_long_text_has_a_scroll_bar_at_once_and_a_short_one_none(panes):
    panes.set_document(make_document(DAMAGED * 20))
    assert panes.scroll_bar.isVisible()
    assert panes.scroll_bar.isEnabled()
    panes.set_document(make_document("由區委"))
    assert not panes.scroll_bar.isEnabled()


def test_the_first_line_has_room_above_it_wherever_one_comes_from(panes):
    panes.set_document(make_document(DAMAGED * 20))
    pager = panes.clean_view.pager
    room = pager.line_y(0)
    assert room >= 4
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(panes.clean_view, key)
    assert pager.line_y(0) == room
    panes.clean_view.scroll_by(300)
    panes.clean_view.scroll_by(-900)
    assert pager.line_y(0) == panes.source_view.pager.line_y(0) == room
    panes.go_to_clean(50)
    panes.go_to_clean(0)
    assert pager.line_y(0) == room
    assert panes.scroll_bar.value() == 0


def test_a_text_that_fits_does_not_scroll(panes):
    panes.set_document(make_document("由區委\n"))
    rooms = [view.pager.line_y(0) for view in (panes.clean_view, panes.source_view)]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(panes.clean_view, key)
    assert [view.pager.line_y(0) for view in (panes.clean_view, panes.source_view)] == rooms


def test_the_scroll_bar_reaches_both_ends(panes):
    panes.set_document(make_document(DAMAGED * 20))
    view, bar = panes.clean_view, panes.scroll_bar
    room = view.pager.line_y(0)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    assert view.pager.line_y(0) == room
