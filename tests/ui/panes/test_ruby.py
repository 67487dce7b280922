"""Readings above all words, as a reader sees them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.language.segment import HANZI
from reader.pinyin.pronounce import ReadingOptions, Sandhi, Style
from reader.pinyin.user_readings import UserReadings
from reader.ui.panes.ruby import RubyMode
from reader.ui.panes.ruby_words import Manner
from reader.ui.parts.fonts import ensure_chinese_font
from tests.ui.panes.making import DAMAGED, make_document

WIDE = "装窗霜床庄双，「窗」床1床，闯。装A双窗窗窗𠮷窗，，窗……窗霜\n"


def annotated(panes):
    """Whether what is on the screen has its readings."""
    shown = [layout for _, _, layout in panes.clean_view.pager.visible() if layout.length]
    return all(layout.above is not None and layout.ruby is not None for layout in shown)


def written(panes):
    return [
        one.text
        for _, _, layout in panes.clean_view.pager.visible()
        for word in layout.above or ()
        for one in word.syllables
    ]


@pytest.fixture
def always(qtbot, panes):
    """Show a text with readings above all words."""

    def show(document):
        panes.readings.set_mode(RubyMode.ALWAYS)
        panes.set_document(document)
        qtbot.waitUntil(panes.readings_ready, timeout=30_000)
        qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)
        return panes

    return show


def test_every_hanzi_gets_its_reading(always):
    document = make_document(DAMAGED)
    panes = always(document)
    assert len(written(panes)) == sum(1 for char in document.text if HANZI.match(char))
    assert written(panes)[:6] == ["zài", "tuī", "dòng", "jiàn", "lì", "hé"]


@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.37, 2.5])
@pytest.mark.parametrize(
    "options",
    [
        ReadingOptions(),
        ReadingOptions(Style.NUMBERS),
        ReadingOptions(Style.ZHUYIN),
        ReadingOptions(Style.MARKS, Sandhi.FULL, words=True),
    ],
)
def test_syllables_never_touch(qtbot, always, zoom, options):
    panes = always(make_document(WIDE * 2 + DAMAGED, ()))
    panes.readings.blocks.set_options(options)
    panes.set_zoom(zoom)
    qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)
    for _, _, layout in panes.clean_view.pager.visible():
        for one, other in pairwise(layout.place_ruby()):
            if one.line == other.line:
                end = one.x + layout.style.syllable_width(one.text)
                assert end + layout.style.em * 0.1 <= other.x, (one, other)


def test_the_mark_of_what_is_gone_stands_at_the_character_before_it(always):
    document = make_document(DAMAGED)
    panes = always(document)
    pager = panes.clean_view.pager
    gone = [one for one in document.repairs if not one.after]
    for block, _, layout in pager.visible():
        start, end = pager.blocks.starts[block], pager.blocks.ends[block]
        for repair in gone:
            if start < repair.clean_start <= end:
                at = repair.clean_start - start
                (before,) = layout.rects(at - 1, at)
                assert layout.caret(at)[1] == before.right()


def test_the_place_at_the_top_stays_when_readings_come_and_go(qtbot, panes):
    panes.set_document(make_document(DAMAGED * 20))
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    panes.go_to_clean(panes.document.text.index("由区", 900))
    top = panes.top_clean_offset()
    panes.readings.set_mode(RubyMode.ALWAYS)
    assert panes.top_clean_offset() == top
    qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)
    assert panes.top_clean_offset() == top
    low, _ = panes.document.source_span(top, top + 1)
    assert panes.source_view.pager.position().offset == low
    panes.readings.set_mode(RubyMode.OFF)
    assert panes.top_clean_offset() == top
    assert not written(panes)


def test_readings_follow_the_reader_down_the_text(qtbot, always):
    panes = always(make_document(DAMAGED * 60))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(panes.clean_view, key)
        qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)
    assert panes.top_clean_offset() == 0


def test_a_text_is_shown_before_its_readings_are_there(qtbot, panes):
    panes.readings.set_mode(RubyMode.ALWAYS)
    panes.set_document(make_document(DAMAGED))
    with qtbot.waitSignal(panes.clean_view.painted, timeout=5000):
        panes.clean_view.viewport().update()
    qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)


def test_readings_are_written_as_one_likes(qtbot, always):
    panes = always(make_document("西安不会给一个人\n", ()))
    notes = panes.readings.blocks
    assert written(panes) == ["xī", "ān", "bù", "huì", "gěi", "yī", "gè", "rén"]
    for options, expected in (
        (ReadingOptions(Style.NUMBERS), "xi1 an1 bu4 hui4 gei3 yi1 ge4 ren2"),
        (ReadingOptions(Style.PLAIN), "xi an bu hui gei yi ge ren"),
        (ReadingOptions(sandhi=Sandhi.YIBU), "xī ān bú huì gěi yí gè rén"),
        (ReadingOptions(Style.ZHUYIN), "ㄒㄧ ㄢ ㄅㄨˋ ㄏㄨㄟˋ ㄍㄟˇ ㄧ ㄍㄜˋ ㄖㄣˊ"),
    ):
        with qtbot.waitSignal(notes.annotated, timeout=10_000):
            notes.set_options(options)
        assert " ".join(written(panes)) == expected
    notes.set_options(ReadingOptions(words=True))
    qtbot.waitUntil(lambda: written(panes)[0] == "Xī'ān", timeout=10_000)


def test_an_unsure_reading_looks_so_and_one_of_the_user_looks_different(qtbot, panes, hover):
    panes.set_document(make_document("颉。\n", ()))
    qtbot.waitUntil(panes.readings_ready, timeout=30_000)
    hover(panes.clean_view, 0)
    overlay = panes.clean_view.overlay
    assert overlay.syllables[0][2] in ("jié", "xié")
    assert overlay.manners[0] is Manner.UNSURE
    panes.readings.blocks.set_user(UserReadings({"颉": ("jiá",)}))
    assert overlay.syllables == [(0, 1, "jiá")]
    assert overlay.manners[0] is Manner.USER


def test_an_unsure_reading_is_lighter_and_slanted_on_the_page(qtbot, always):
    ensure_chinese_font()
    panes = always(make_document("一颉\n", ()))
    panes.set_zoom(3)  # so that some strokes are wider than a pixel
    qtbot.waitUntil(lambda: annotated(panes), timeout=30_000)
    _, _, layout = next(panes.clean_view.pager.visible())
    sure, unsure = layout.place_ruby()
    assert (sure.syllable.manner, unsure.syllable.manner) == (Manner.PLAIN, Manner.UNSURE)
    assert layout.style.ruby_slanted.italic()
    image = panes.clean_view.viewport().grab().toImage()
    left, (_, y, _) = panes.clean_view.pager.left, next(panes.clean_view.pager.visible())
    first = layout.style.ruby_baseline - round(layout.style.em * 0.4)

    def darkest(one):
        return min(
            image.pixelColor(round(left + one.x) + x, round(y) + row).lightness()
            for x in range(round(layout.style.syllable_width(one.text)))
            for row in range(first, layout.style.ruby_baseline)
        )

    assert darkest(unsure) > darkest(sure) + 8


def test_hovering_does_not_write_twice_above_a_word(qtbot, always, hover):
    panes = always(make_document(DAMAGED))
    before = panes.clean_view.viewport().grab().toImage()
    hover(panes.clean_view, 3)
    box = panes.clean_view.pager.boxes(3, 4)[0]
    after = panes.clean_view.viewport().grab().toImage()
    for x in range(round(box.left()), round(box.right())):
        y = round(box.top()) - 8
        assert before.pixel(x, y) == after.pixel(x, y)


def test_very_long_and_empty_paragraphs_are_annotated(qtbot, always):
    panes = always(make_document("\n\n" + "为人民服务的长度" * 2000 + "\n\nabc 123\n", ()))
    assert written(panes)
    QTest.keyClick(panes.clean_view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: annotated_to_the_end(panes), timeout=30_000)


def annotated_to_the_end(panes):
    return all(layout.above is not None for _, _, layout in panes.clean_view.pager.visible())
