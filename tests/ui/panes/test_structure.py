"""Headings, lists and tables in the panes."""

from PySide6.QtCore import QPointF

from reader import restore
from reader.text.document import Document, Origin
from reader.text.structure import BlockKind, StructureWriter
from reader.ui.panes.side import Side
from reader.ui.panes.twin_blocks import TwinBlocks

LONG = "完善機制，通報研究勞動關係形勢，牽頭做好勞動關係矛盾應急處置機制，各地要抓好落實。" * 3


def document():
    writer = StructureWriter()
    writer.add("勞動(dòng)關(guān)係報告", BlockKind.HEADING, 1)
    writer.add(LONG)
    writer.add("一、目標", BlockKind.HEADING, 3)
    writer.add(LONG, BlockKind.ITEM, 1)
    writer.add("第二級", BlockKind.ITEM, 2)
    writer.add("1. " + LONG, BlockKind.ITEM, 1, ordered=True)
    writer.add_row(["項目", "數量"], head=True)
    writer.add_row(["會商", "12"])
    text, structure = writer.result()
    return restore(text, origin=Origin(format="html", structure=structure))


def box(view, offset):
    (found,) = view.pager.boxes(offset, offset + 1)
    return found


def test_a_heading_is_larger_than_text_and_a_deeper_one_less_so(panes):
    panes.set_document(document())
    for view in (panes.clean_view, panes.source_view):
        text = view.pager.blocks.text
        first = box(view, 0).height()
        third = box(view, text.index("一、")).height()
        plain = box(view, text.index(LONG[0] if view.side is Side.SOURCE else "完")).height()
        assert first > third > plain


def test_the_lines_of_an_item_stand_under_each_other_and_deeper_ones_further_in(panes):
    panes.set_document(document())
    view = panes.clean_view
    text = view.pager.blocks.text
    items = [block for block in panes.document.clean_structure() if block.kind is BlockKind.ITEM]
    plain = box(view, text.index("完")).left()
    panes.go_to_clean(items[0].start)
    boxes = view.pager.boxes(items[0].start, items[0].end)
    assert len({round(one.left()) for one in boxes}) == 1
    assert boxes[0].left() > plain
    panes.go_to_clean(items[1].start)
    assert box(view, items[1].start).left() > boxes[0].left()
    panes.go_to_clean(items[2].start)
    ordered = view.pager.boxes(items[2].start, items[2].end)
    assert abs(ordered[0].left() - plain) < 1
    assert ordered[1].left() > ordered[0].left()


def test_every_character_is_found_where_it_is_drawn(panes):
    panes.set_document(document())
    for view in (panes.clean_view, panes.source_view):
        first, last = view.pager.visible_span()
        checked = 0
        for offset in range(first, last):
            for one in view.pager.boxes(offset, offset + 1):
                if one.width() and one.bottom() < view.viewport().height():
                    assert view.pager.offset_on(one.center()) == offset
                    left = QPointF(one.left() + 1, one.center().y())
                    assert view.pager.offset_near(left) == offset
                    checked += 1
        assert checked > 100


def test_scrolling_keeps_both_sides_together_to_the_end(panes, qtbot):
    shown = document()
    panes.set_document(shown)
    clean, source = panes.clean_view.pager, panes.source_view.pager
    for _ in range(60):
        panes.clean_view.scroll_by(23)
        for block, y, _ in clean.visible():
            start = clean.blocks.starts[block]
            there = shown.source_span(start, start + 1)[0]
            assert source.line_y(there) == y
    assert panes.scroll_bar.value() == panes.scroll_bar.maximum()


def test_the_height_is_known_once_all_was_laid_out(panes):
    panes.set_document(document())
    pagers = [view.pager for view in (panes.clean_view, panes.source_view)]
    heights = [
        [pager.layout(block).height for block in range(len(pager.blocks))] for pager in pagers
    ]
    for _ in range(20):
        panes.clean_view.scroll_by(200)
    room = pagers[0].style.top_room
    whole = sum(map(max, *heights)) + room - pagers[0].height
    assert panes.scroll_bar.maximum() == max(0, whole)


def test_a_hover_shows_the_reading_above_a_heading(panes, qtbot, hover):
    panes.set_document(document())
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    hover(panes.clean_view, 0)
    assert [text for _, _, text in panes.clean_view.overlay.syllables] == ["láo", "dòng"]
    panes.clean_view.grab()


def test_a_long_item_that_is_cut_stays_one(panes):
    text = "长句子在这里。" * 700
    writer = StructureWriter()
    writer.add(text, BlockKind.ITEM, 1)
    whole, structure = writer.result()
    blocks = TwinBlocks.of(Document.of(whole, origin=Origin(structure=structure))).clean
    assert len(blocks.looks) == len(blocks) - 1 > 1
    assert blocks.looks[0].bullet
    assert not blocks.looks[1].bullet
    assert blocks.looks[1].indent == blocks.looks[0].indent
