"""The card: where it stands, what it gives way to, and what it never does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from reader import RepairKind
from reader.text.align import Edit
from reader.text.evidence import Evidence
from reader.ui.panes import DocumentPanes
from reader.ui.panes.card_room import Room
from tests.ui.panes.making import DAMAGED, make_document
from tests.ui.panes.mouse import center, rest_on

PANE = QRect(0, 30, 400, 500)
SMALL = (620, 250)  # what a window of 640 x 420 leaves for the panes


def pane_of(panes, view):
    """Return where the text of a pane lies."""
    corner = view.viewport().mapTo(panes, QPoint())
    return QRect(corner, view.viewport().size())


def lines_of(panes, view, span):
    """Return where the characters of a span stand."""
    found = [box.toAlignedRect() for box in view.pager.boxes(*span)]
    return [QRect(view.viewport().mapTo(panes, one.topLeft()), one.size()) for one in found]


def ruby_of(panes, view, span):
    """Return where the ruby above a span stands."""
    lines = lines_of(panes, view, span)
    high = round(view.pager.style.body_top)
    return [QRect(one.left(), one.top() - high, one.width(), high) for one in lines]


def wheel(widget, notches):
    """Turn the wheel over the middle of a widget."""
    window = widget.window()
    at = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), at, QPoint(0, 120 * notches))
    QApplication.processEvents()


# -- where it stands


def test_it_is_a_part_of_the_panes_and_no_window_of_its_own(panes):
    panes.set_document(make_document(DAMAGED))
    panes.next_repair()
    assert panes.card.isVisible()
    assert not panes.card.isWindow()
    assert panes.card.window() is panes
    middle = panes.card.geometry().center()
    assert panes.card.isAncestorOf(panes.childAt(middle)), "it lies above the text"


@pytest.mark.parametrize("size", [(900, 500), SMALL, (1800, 800)])
@pytest.mark.parametrize("side", ["clean_view", "source_view"])
def test_it_stands_inside_its_own_pane_and_beside_its_place(panes, size, side):
    panes.resize(*size)
    document = make_document(DAMAGED * 3)
    panes.set_document(document)
    view = getattr(panes, side)
    panes.activateWindow()
    view.setFocus()
    for _ in range(60):
        repair = panes.next_repair()
        place = panes.card.geometry()
        assert panes.card.isVisible()
        assert pane_of(panes, view).contains(place)
        span = view.side.span(repair)
        for kept in lines_of(panes, view, span) + ruby_of(panes, view, span):
            assert not place.intersects(kept)


def test_it_covers_neither_the_word_under_the_mouse_nor_its_ruby(panes, qtbot):
    document = make_document(DAMAGED)
    panes.set_document(document)
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    view = panes.clean_view
    for place in ("是建", "关系网", "应急", "动关系形", "管副", "协调"):
        at = document.text.index(place)
        rest_on(view, at)
        qtbot.waitUntil(
            lambda at=at: any(one.clean_start == at for one in panes.card.repairs), timeout=5000
        )
        word = view.overlay.hover
        assert view.overlay.syllables
        for kept in lines_of(panes, view, word) + ruby_of(panes, view, word):
            assert not panes.card.geometry().intersects(kept)
        panes.hide_card()


def test_it_stands_below_and_where_there_is_less_room_above():
    room = Room(QRect(0, 0, 800, 530), PANE, [QRect(100, 100, 40, 50)], QRect())
    below = room.spot(QSize(300, 200))
    assert below.top() > 150
    low = room._replace(lines=[QRect(100, 400, 40, 50)])
    above = low.spot(QSize(300, 200))
    assert above.bottom() < 400
    assert above.size() == below.size() == QSize(300, 200)


def test_one_that_is_too_high_gets_the_larger_room(panes):
    for top in (60, 200, 300, 440):
        line = QRect(380, top, 40, 50)
        spot = Room(QRect(0, 0, 800, 530), PANE, [line], QRect()).spot(QSize(300, 480))
        assert PANE.contains(spot)
        assert not spot.intersects(line)
        assert spot.height() > 480 / 2 - 60


def test_a_place_of_a_whole_page_leaves_its_first_line_in_sight():
    lines = [QRect(10, y, 380, 40) for y in range(-10, 600, 40)]
    spot = Room(QRect(0, 0, 800, 530), PANE, lines, QRect()).spot(QSize(300, 200))
    assert PANE.contains(spot)
    assert not spot.intersects(lines[0])
    assert spot.height() == 200


def test_in_a_pane_that_is_too_narrow_it_keeps_off_the_twin():
    whole, pane = QRect(0, 0, 640, 530), QRect(0, 30, 160, 500)
    place, twin = QRect(20, 250, 40, 50), QRect(200, 320, 40, 50)
    room = Room(whole, pane, [place], twin)
    width = room.width(380, 220)
    assert width == 220
    spot = room.spot(QSize(width, 200))
    assert whole.contains(spot)
    assert spot.left() < pane.right()
    assert not spot.intersects(twin)
    assert not spot.intersects(place)


def test_panes_that_are_swapped_take_no_card_along(panes):
    panes.set_document(make_document(DAMAGED))
    panes.next_repair()
    panes.set_swapped(True)
    assert not panes.card.isVisible()


def test_what_was_removed_before_the_first_character_has_a_card(panes):
    for source in ("\u200b中国", "\u200b", "\u200b\n中国"):
        edits = [Edit(0, 1, "", RepairKind.DEBRIS, "debris.invisible")]
        panes.set_document(make_document(source, edits))
        assert panes.next_repair() is not None
        assert panes.card.isVisible()
        assert panes.is_current_card_shown()


# -- what does not fit


@pytest.fixture
def crowded(panes):
    """Small panes that show a card with more than they have room for."""
    panes.resize(*SMALL)
    reasons = [Evidence("gloss_reading", ("dong", "动"))] * 12
    edits = [Edit(1, 7, "", RepairKind.GLOSS, "gloss", 0.9, tuple(reasons))]
    panes.set_document(make_document("动(dong)作" + "很好" * 400, edits))
    panes.set_decision_keys({"accept": "Ctrl+Return", "reject": "Ctrl+Backspace"})
    panes.activateWindow()
    panes.clean_view.setFocus()
    panes.next_repair()
    return panes


def test_contents_that_are_too_high_scroll_to_their_end(crowded):
    card = crowded.card
    button = card.findChild(QPushButton, "rejectRepair")
    assert button.visibleRegion().isEmpty()
    for _ in range(30):
        wheel(card, -1)
    assert card.isVisible(), "who scrolls in it goes on reading it"
    assert button.visibleRegion().boundingRect() == button.rect()
    for _ in range(30):
        wheel(card, 1)
    assert card.isVisible()
    assert button.visibleRegion().isEmpty()
    assert crowded.top_clean_offset() == 0


def test_scrolling_and_clicking_on_the_card_leave_the_focus_where_it_is(crowded):
    before = QApplication.focusWidget()
    wheel(crowded.card, -1)
    for at in (QPoint(5, 5), crowded.card.rect().center(), crowded.card.rect().bottomRight()):
        there = crowded.card.mapTo(crowded, at - QPoint(4, 4))
        QTest.mouseClick(crowded.childAt(there), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before is crowded.clean_view
    assert crowded.card.isVisible()


def test_the_next_card_begins_at_its_top(crowded):
    for _ in range(30):
        wheel(crowded.card, -1)
    button = crowded.card.findChild(QPushButton, "rejectRepair")
    assert not button.visibleRegion().isEmpty()
    crowded.hide_card()
    crowded.next_repair()
    shown = [one for one in crowded.card.findChildren(QPushButton) if one.isVisible()]
    assert shown[-1].visibleRegion().isEmpty()


def test_the_wheel_over_a_card_that_does_not_scroll_hides_it(panes):
    panes.set_document(make_document(DAMAGED * 20))
    panes.next_repair()
    wheel(panes.card, -1)
    assert not panes.card.isVisible()


def test_a_place_low_in_a_small_pane_moves_up_for_its_card(crowded, panes):
    document = make_document("很好" * 60 + DAMAGED * 5)
    panes.set_document(document)
    view = panes.clean_view
    first, last = view.pager.visible_span()
    repair = [one for one in document.repairs if first < one.clean_start < last - 20][-1]
    assert view.pager.line_y(repair.clean_start) > view.viewport().height() / 3
    panes.go_to_repair(repair)
    assert panes.card.isVisible()
    assert view.pager.line_y(repair.clean_start) < view.pager.style.pitch
    assert panes.current_repair == repair


# -- the mouse


def test_a_card_that_a_key_asked_for_goes_when_the_hand_takes_the_mouse_off_it(panes, qtbot):
    panes.set_document(make_document(DAMAGED))
    panes.next_repair()
    inside = panes.card.mapToGlobal(QPoint(30, 30))
    beside = panes.mapToGlobal(panes.card.geometry().bottomRight() + QPoint(60, 40))
    QCursor.setPos(inside)
    qtbot.waitUntil(panes.card.underMouse)
    QCursor.setPos(beside)
    qtbot.waitUntil(lambda: not panes.card.isVisible(), timeout=5000)
    assert panes.current_repair is not None
    assert not panes.is_current_card_shown()


# -- what it gives way to


def test_a_menu_hides_it_until_the_menu_is_closed(panes, qtbot):
    panes.set_document(make_document(DAMAGED))
    repair = panes.next_repair()
    menu = QMenu(panes)
    inner = menu.addMenu("inner")
    inner.addAction("entry")
    menu.popup(panes.mapToGlobal(QPoint(20, 20)))
    assert not panes.card.isVisible()
    inner.popup(panes.mapToGlobal(QPoint(60, 40)))
    inner.close()
    assert not panes.card.isVisible()
    menu.close()
    assert panes.card.isVisible()
    assert panes.card.repairs[0] == repair
    panes.hide_card()
    menu.popup(panes.mapToGlobal(QPoint(20, 20)))
    menu.close()
    assert not panes.card.isVisible()


def test_a_menu_takes_a_card_of_the_mouse_away(panes, qtbot):
    document = make_document(DAMAGED)
    panes.set_document(document)
    rest_on(panes.clean_view, document.text.index("是建"))
    qtbot.waitUntil(panes.card.isVisible, timeout=5000)
    menu = QMenu(panes)
    menu.addAction("entry")
    menu.popup(panes.mapToGlobal(QPoint(20, 20)))
    menu.close()
    assert not panes.card.isVisible()


def test_a_modal_dialog_hides_it(panes, qtbot):
    panes.set_document(make_document(DAMAGED))
    panes.next_repair()
    dialog = QDialog(panes)
    dialog.open()
    qtbot.waitUntil(lambda: not panes.card.isVisible(), timeout=5000)
    dialog.close()


def test_new_colours_take_it_away(panes, qtbot):
    """It was painted in those before."""
    panes.set_document(make_document(DAMAGED))
    panes.next_repair()
    palette = QPalette(panes.palette())
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.black)
    panes.setPalette(palette)
    assert not panes.card.isVisible()


def test_panes_can_be_thrown_away_with_their_card(qtbot):
    for _ in range(8):
        panes = DocumentPanes()
        panes.set_document(make_document(DAMAGED))
        panes.show()
        panes.next_repair()
        assert panes.card.isVisible()
        with qtbot.waitSignal(panes.destroyed):
            panes.deleteLater()
        QMenu().popup(QPoint(0, 0))  # nobody watches any more


# -- how it looks


def test_its_corners_are_round_and_show_the_text_below(panes):
    panes.set_document(make_document(DAMAGED))
    at = center(panes.clean_view, 4)
    QTest.mouseClick(panes.clean_view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    panes.next_repair()
    picture = panes.grab().toImage()
    scale = picture.devicePixelRatio()
    corner = panes.card.geometry().topLeft()

    def colour(dx, dy):
        return picture.pixelColor(
            round((corner.x() + dx) * scale), round((corner.y() + dy) * scale)
        )

    edge = colour(panes.card.width() // 2, 0)
    assert colour(0, 0) != edge
    assert colour(0, panes.card.height() // 2) == edge
