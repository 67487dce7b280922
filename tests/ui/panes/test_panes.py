"""The panes as a reader uses them."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import RepairKind, restore
from reader.text.align import Edit
from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.ruby import RubyMode
from tests.ui.panes.making import DAMAGED, edits_of, make_document
from tests.ui.panes.mouse import center, drag


def test_nothing_is_shown_without_a_document(panes):
    assert panes.document is None
    panes.set_document(make_document(""))
    assert panes.next_repair() is None
    panes.select_all()
    assert panes.selected_text() == ""
    assert not panes.has_selection()
    panes.set_document(None)
    assert panes.previous_repair() is None


def test_hovering_a_word_shows_its_reading_and_where_it_came_from(qtbot, panes, hover):
    document = make_document(DAMAGED)
    panes.set_document(document)
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    start = document.text.index("区长")
    hover(panes.clean_view, start)
    clean, source = panes.clean_view.overlay, panes.source_view.overlay
    assert (start, start + 1, "qū") in clean.syllables
    assert clean.hover[0] <= start < clean.hover[1]
    assert "區長(cháng)" in document.source[slice(*source.hover)]


def test_hovering_a_gloss_in_the_original_shows_the_reading_in_the_clean_text(qtbot, panes, hover):
    document = make_document(DAMAGED)
    panes.set_document(document)
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    hover(panes.source_view, document.source.index("(gong)") + 2)
    start = document.text.index("工作")
    assert panes.clean_view.overlay.hover == (start, start + 2)
    assert [text for _, _, text in panes.clean_view.overlay.syllables] == ["gōng", "zuò"]


def test_without_ruby_a_hovered_word_is_only_marked(qtbot, panes, hover):
    panes.set_document(make_document(DAMAGED))
    panes.readings.set_mode(RubyMode.OFF)
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    hover(panes.clean_view, 3)
    assert panes.clean_view.overlay.hover != (0, 0)
    assert not panes.clean_view.overlay.syllables


def test_copy_from_the_original_gives_clean_text(panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    start = document.source.index("立(li)咊完善六項工(gong)作")
    drag(panes.source_view, start, start + len("立(li)咊完善六項工(gong)作"))
    QTest.keyClick(panes.source_view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "立和完善六項工作"
    panes.copy_source()
    assert QGuiApplication.clipboard().text() == "立(li)咊完善六項工(gong)作"
    assert panes.clean_view.overlay.matching_selection != (0, 0)


def test_selecting_all_and_double_and_triple_click(qtbot, panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    QTest.keyClick(panes.clean_view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panes.selected_text() == document.text
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    view, at = panes.clean_view.viewport(), center(panes.clean_view, document.text.index("完善"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert panes.selected_text() == "完善"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert panes.selected_text() == document.text.split("\n")[0]


def test_scrolling_one_pane_puts_the_same_text_at_the_top_of_the_other(panes):
    document = make_document(DAMAGED * 20)
    panes.set_document(document)
    QTest.keyClick(panes.clean_view, Qt.Key.Key_PageDown)
    for leader in (panes.clean_view, panes.source_view):
        QTest.keyClick(leader, Qt.Key.Key_PageDown)
        for start in panes.clean_view.pager.blocks.starts:
            there, _ = document.source_span(start, start + 1)
            assert panes.clean_view.pager.line_y(start) == panes.source_view.pager.line_y(there)
    QTest.keyClick(panes.clean_view, Qt.Key.Key_End)
    assert len(document.source) in panes.source_view.pager.visible_span()
    QTest.keyClick(panes.source_view, Qt.Key.Key_Home)
    assert panes.top_clean_offset() == 0


def test_a_paragraph_at_the_top_of_one_pane_is_exactly_at_the_top_of_the_other(panes, qtbot):
    document = make_document(DAMAGED * 20)
    panes.set_document(document)
    start = document.text.index("由区", 2000)
    with qtbot.waitSignal(panes.position_changed) as moved:
        panes.go_to_clean(start)
    assert moved.args == [start]
    assert panes.top_clean_offset() == start
    assert panes.source_view.pager.position().offset == document.source_span(start, start + 1)[0]


def test_a_document_that_replaces_its_preview_keeps_the_source_place(panes):
    document = make_document(DAMAGED * 20)
    panes.set_document(make_document(DAMAGED * 10))
    panes.go_to_clean(700)
    place = panes.source_view.pager.position()
    panes.set_document(document, keep_position=True)
    assert panes.source_view.pager.position() == place
    panes.set_document(document)
    assert panes.top_clean_offset() == 0


def test_a_document_that_replaces_its_preview_keeps_selection_and_repair(panes, qtbot):
    document = make_document("勞動\n" * 2 + DAMAGED * 10)
    part = make_document("勞動\n" * 2 + DAMAGED * 10, edits=list(edits_of(document.source))[:40])
    panes.set_document(part)
    repair = panes.next_repair()
    drag(panes.source_view, 30, 40)
    panes.go_to_repair(repair)
    selected = panes.selected_text()
    panes.set_document(document, keep_position=True)
    assert panes.selected_text() == selected != ""
    assert panes.current_repair == repair
    panes.set_document(document)
    assert panes.current_repair is None
    assert not panes.has_selection()


def test_next_repair_skips_hidden_kinds_and_wraps(panes, qtbot):
    document = make_document(DAMAGED)
    panes.set_document(document)
    variants = [repair for repair in document.repairs if repair.kind is RepairKind.VARIANT]
    panes.set_shown_kinds(frozenset({RepairKind.VARIANT}))
    with qtbot.waitSignal(panes.repair_reached) as reached:
        assert panes.next_repair() == variants[0]
    assert reached.args == [variants[0]]
    assert [panes.next_repair() for _ in variants] == [*variants[1:], variants[0]]
    assert panes.previous_repair() == variants[-1]
    panes.set_shown_kinds(frozenset())
    assert panes.next_repair() is None


def test_a_far_repair_is_scrolled_to_in_both_panes(panes):
    document = make_document(DAMAGED * 30)
    panes.set_document(document)
    repair = document.repairs[-3]
    panes.go_to_repair(repair)
    for view, offset in (
        (panes.clean_view, repair.clean_start),
        (panes.source_view, repair.source_start),
    ):
        assert view.pager.boxes(offset, offset + 1)
        assert 0 <= view.pager.line_y(offset) < view.viewport().height()


def test_resting_on_a_word_shows_what_stood_there_and_a_key_hides_it(panes, qtbot, hover):
    document = make_document(DAMAGED)
    panes.set_document(document)
    at = document.text.index("是建")
    hover(panes.clean_view, at)
    qtbot.waitUntil(panes.popup.isVisible, timeout=5000)
    assert panes.popup.quiet == "original:"
    assert panes.popup.words == "一昰(shi)"
    assert QApplication.activeWindow() is not panes.popup
    (word,) = panes.clean_view.pager.boxes(at, at + 1)
    there = panes.clean_view.viewport().mapTo(panes, word.center().toPoint())
    assert not panes.popup.geometry().contains(there)
    assert panes.popup.geometry().right() < panes.source_view.viewport().mapTo(panes, QPoint()).x()
    QTest.keyClick(panes.clean_view, Qt.Key.Key_Escape)
    assert not panes.popup.isVisible()


def test_resting_in_the_original_shows_what_it_became(panes, qtbot, hover):
    document = make_document(DAMAGED)
    panes.set_document(document)
    hover(panes.source_view, document.source.index("咊"))
    qtbot.waitUntil(panes.popup.isVisible, timeout=5000)
    assert (panes.popup.quiet, panes.popup.words[0]) == ("clean:", "和")


def test_resting_on_what_was_not_repaired_shows_no_popup(panes, qtbot, hover):
    panes.set_document(make_document("中国的文字", []))
    hover(panes.clean_view, 1)
    qtbot.wait(300)
    assert not panes.popup.isVisible()


def test_the_popup_never_reads_text_as_markup(panes, qtbot, hover):
    edits = [Edit(0, 8, "<i>甲</i>", RepairKind.ENCODING, "x", 0.7)]
    panes.set_document(make_document("<b>乙</b> 丙", edits))
    hover(panes.clean_view, 1)
    qtbot.waitUntil(panes.popup.isVisible, timeout=5000)
    assert "<b>乙</b>" in panes.popup.words
    assert "Unsure, 70%" in panes.popup.words


def test_hits_are_found_in_both_panes_and_the_current_one_is_scrolled_to(panes):
    document = make_document(DAMAGED * 20)
    panes.set_document(document)
    start = document.text.rindex("群體")
    clean = [(0, 2), (start, start + 2)]
    panes.set_hits(clean, [document.source_span(*span) for span in clean], 1)
    assert 0 <= panes.clean_view.pager.line_y(start) < panes.clean_view.viewport().height()
    there = document.source_span(start, start + 2)
    low, high = panes.source_view.pager.visible_span()
    hits = dict(panes.source_view.hits(low, high))
    assert any(span[0] == there[0] and current for span, current in hits.items())


def test_a_hit_in_a_removed_gloss_marks_the_character_it_stood_behind(panes):
    document = make_document(DAMAGED)
    panes.set_document(document)
    start = document.source.index("jian")
    panes.set_hits([document.clean_span(start, start + 4)], [(start, start + 4)], 0)
    source_hits = panes.source_view.hits(0, len(document.source))
    assert source_hits == [((start, start + 4), True)]
    ((low, high), current) = panes.clean_view.hits(0, document.text.index("\n"))[0]
    assert document.text[low:high] == "建"
    assert current


def test_swapping_keeps_the_ratio_of_the_sides_of_the_screen(panes, qtbot):
    panes.set_ratio(0.3)
    assert not panes.is_swapped()
    with qtbot.waitSignal(panes.swapped_changed) as swapped:
        panes.set_swapped(True)
    assert swapped.args == [True]
    assert panes.is_swapped()
    assert abs(panes.ratio() - 0.3) < 0.01
    qtbot.waitUntil(lambda: panes.source_view.width() < panes.clean_view.width())


def test_ctrl_and_wheel_zooms_and_keeps_the_place(panes, qtbot):
    document = make_document(DAMAGED * 20)
    panes.set_document(document)
    start = document.text.index("由区", 2000)
    panes.go_to_clean(start)
    at = QPointF(50, 50)
    wheel = QWheelEvent(
        at,
        panes.clean_view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(panes.zoom_changed):
        QApplication.sendEvent(panes.clean_view.viewport(), wheel)
    assert panes.zoom() > 1
    assert panes.top_clean_offset() == start
    panes.set_zoom(100)
    assert panes.zoom() == 4.0


def test_wide_characters_are_hovered_and_copied_whole(panes, hover):
    panes.set_document(make_document("𠀀𠀁中𠀂國", []))
    hover(panes.clean_view, 3)
    assert panes.clean_view.overlay.hover == (3, 4)
    drag(panes.clean_view, 1, 4)
    assert panes.selected_text() == "𠀁中𠀂"


def test_line_ends_are_not_drawn_and_stay_in_a_copy(panes):
    panes.set_document(make_document("甲\r\n\r\n乙\r丙", []))
    assert panes.clean_view.pager.line_y(5) > panes.clean_view.pager.line_y(0)
    panes.select_all()
    assert panes.selected_text() == "甲\r\n\r\n乙\r丙"


def test_lone_surrogates_and_controls_are_shown_somehow(panes):
    panes.set_document(make_document("甲\ud800乙\x00\u2028丙", []))
    panes.clean_view.grab()
    panes.select_all()
    assert panes.selected_text() == "甲\ud800乙\x00\u2028丙"


def test_one_line_of_two_million_characters(panes):
    text = "这是一行没有换行的文字" * 182_000
    panes.set_document(make_document(text, []))
    QTest.keyClick(panes.clean_view, Qt.Key.Key_End)
    assert panes.clean_view.pager.visible_span()[1] == len(text)
    assert panes.source_view.pager.visible_span()[1] == len(text)
    panes.go_to_clean(1_000_000)
    assert abs(panes.top_clean_offset() - 1_000_000) < 100


def test_a_dark_page_draws_other_colours(panes):
    panes.set_document(make_document(DAMAGED))
    light = panes.clean_view.grab().toImage()
    palette = QPalette(panes.palette())
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.black)
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.white)
    panes.setPalette(palette)
    dark = panes.clean_view.grab().toImage()
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 60


def test_panes_can_be_made_and_thrown_away_many_times(qtbot):
    """Timers of a pane that is gone must not fire on it: that ended the process once."""
    for _ in range(12):
        panes = DocumentPanes()
        panes.set_document(make_document(DAMAGED))
        panes.show()
        QApplication.processEvents()
        with qtbot.waitSignal(panes.destroyed):
            panes.deleteLater()


def test_dragging_below_the_pane_scrolls_and_goes_on_selecting(panes, qtbot):
    panes.set_document(make_document(DAMAGED * 30))
    view = panes.clean_view.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    QCursor.setPos(view.mapToGlobal(QPoint(60, view.height() + 80)))
    QTest.mouseMove(view, QPoint(60, view.height() + 80))
    qtbot.waitUntil(lambda: panes.top_clean_offset() > 100, timeout=5000)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, view.height() - 5))
    assert len(panes.selected_text()) > 200


def test_dragging_the_window_wider_and_back_does_not_move_the_text(panes):
    document = make_document(DAMAGED * 20)
    panes.set_document(document)
    QTest.keyClick(panes.clean_view, Qt.Key.Key_PageDown)
    before = panes.top_clean_offset(), panes.source_view.pager.position().offset
    for width in (*range(900, 1000, 7), 900):
        panes.resize(width, 500)
        QApplication.processEvents()
    assert abs(panes.top_clean_offset() - before[0]) <= 1
    assert abs(panes.source_view.pager.position().offset - before[1]) < 3


def test_what_is_the_same_on_both_sides_breaks_at_the_same_characters(panes):
    panes.set_document(make_document("坚持底线思维，采取各种有力举措。" * 9 + "\n"))
    for size in ((900, 500), (1300, 500), (640, 500)):
        panes.resize(*size)
        QApplication.processEvents()
        lines = panes.clean_view.pager.layout(0).line_count
        assert lines > 1
        for at in range(len(panes.document.text)):
            y = [view.pager.line_y(at) for view in (panes.clean_view, panes.source_view)]
            assert y[0] == y[1]


def test_an_original_with_glosses_is_set_smaller(panes):
    sizes = []
    for text in ("推动劳动关系和谐。\n", "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。\n"):
        panes.set_document(restore(text * 5))
        sizes.append(panes.source_view.pager.style.em / panes.clean_view.pager.style.em)
    assert sizes[0] == 1
    assert 0.7 < sizes[1] < 0.85


def test_an_original_that_was_never_shown_does_not_say_how_high_the_page_is(qtbot, make_panes):
    """The lower half of the page stayed empty: such a pane is 480 pixels high."""
    panes = make_panes()
    panes.set_original_shown(False)
    panes.resize(900, 1000)
    panes.show()
    qtbot.waitExposed(panes)
    panes.set_document(restore("他们在学校里学习。\n" * 80))
    assert panes.clean_view.pager.height == panes.clean_view.viewport().height()
