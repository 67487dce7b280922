import pytest
from PySide6.QtCore import Qt

from tests.ui.panes.making import DAMAGED, make_document

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key


@pytest.fixture
def view(panes):
    panes.set_document(make_document("第一行的字。\r\n第二行\n\n" + DAMAGED * 20))
    panes.clean_view.setFocus()
    return panes.clean_view


def selected(view):
    return view.pager.blocks.text[slice(*view.selection.span)]


def press(qtbot, view, *keys, also=SHIFT):
    for key in keys:
        qtbot.keyClick(view, key, also)


def test_shift_and_an_arrow_select_character_by_character(qtbot, view, panes):
    press(qtbot, view, KEYS.Key_Right, KEYS.Key_Right, KEYS.Key_Right)
    assert selected(view) == panes.selected_text() == "第一行"
    press(qtbot, view, KEYS.Key_Left)
    assert selected(view) == "第一"


def test_a_line_end_is_one_step(qtbot, view):
    press(qtbot, view, KEYS.Key_End, KEYS.Key_Right)
    assert selected(view) == "第一行的字。\r\n"
    press(qtbot, view, KEYS.Key_Left)
    assert selected(view) == "第一行的字。"


def test_with_ctrl_whole_words_are_selected(qtbot, view, panes):
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    start, _ = view.word_at(view.pager.blocks.text.index("建立"))
    view.selection.set((start, start))
    press(qtbot, view, KEYS.Key_Right, also=SHIFT | CTRL)
    assert selected(view) == "建立"
    press(qtbot, view, KEYS.Key_Left, also=SHIFT | CTRL)
    assert selected(view) == ""


def test_down_goes_through_empty_lines_and_up_comes_back(qtbot, view):
    lengths = []
    for _ in range(6):
        press(qtbot, view, KEYS.Key_Down)
        lengths.append(len(selected(view)))
    assert lengths == sorted(set(lengths))
    for _ in range(6):
        press(qtbot, view, KEYS.Key_Up)
    assert selected(view) == ""


def test_the_text_scrolls_with_the_free_side(qtbot, view):
    for _ in range(60):
        press(qtbot, view, KEYS.Key_Down)
    first, last = view.pager.visible_span()
    assert first <= view.selection.moving <= last
    assert view.selection.span[0] == 0
    press(qtbot, view, KEYS.Key_End, also=SHIFT | CTRL)
    assert selected(view) == view.pager.blocks.text


def test_selecting_begins_at_what_is_read(qtbot, view, panes):
    panes.go_to_clean(900)
    press(qtbot, view, KEYS.Key_Right)
    start, _ = view.selection.span
    assert abs(start - panes.top_clean_offset()) < 120
    assert len(selected(view)) == 1


def test_down_selects_line_by_line(qtbot, view):
    text = "".join(chr(0x4E00 + number) for number in range(400))
    view.window().set_document(make_document(text, edits=[]))
    press(qtbot, view, KEYS.Key_Down)
    line = len(selected(view))
    press(qtbot, view, KEYS.Key_Down, KEYS.Key_Down)
    assert len(selected(view)) == 3 * line
    press(qtbot, view, KEYS.Key_Right)
    assert len(selected(view)) == 3 * line + 1
    press(qtbot, view, KEYS.Key_Home)
    assert len(selected(view)) == 3 * line
