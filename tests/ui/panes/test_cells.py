"""Lines of words with glosses: what stands together, where lines break, where glosses are."""

import pytest

from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.cells import Gloss, cut_cells, join_words
from reader.ui.panes.ruby_words import RubySyllable, RubyWord
from reader.ui.panes.text_style import TextStyle

TEXT = "《关于劳动关系的意见》，共３条：维护权益。"
GLOSSES = (
    Gloss(1, 3, "on"),
    Gloss(3, 7, "labour relations"),
    Gloss(7, 8, ""),
    Gloss(8, 10, "opinions"),
    Gloss(12, 13, "altogether"),
    Gloss(14, 15, "articles"),
    Gloss(16, 18, "a very long gloss indeed", soft=True),
    Gloss(18, 20, "rights"),
)


@pytest.fixture
def style(qapp):
    return TextStyle("", 15, 1.0, glossed=True)


def laid_out(style, width, glosses=GLOSSES, text=TEXT):
    return BlockLayout(text, style, width, True, glosses=glosses)


def test_marks_stay_with_the_words_they_belong_to(style):
    cells = [TEXT[cell.start : cell.end] for cell in cut_cells(TEXT, GLOSSES, {}, style)]
    assert cells == ["《关于", "劳动关系", "的", "意见》，", "共", "３", "条：", "维护", "权益。"]
    assert "".join(cells) == TEXT


@pytest.mark.parametrize("width", [120, 260, 500, 2000])
def test_no_word_is_broken_and_no_text_is_lost(style, width):
    layout = laid_out(style, width)
    assert layout.line_starts[0] == 0
    assert layout.line_end(layout.line_count - 1) == len(TEXT)
    for gloss in GLOSSES:
        assert len(layout.segments(gloss.start, gloss.end)) == 1


@pytest.mark.parametrize("width", [260, 500, 2000])
def test_glosses_of_a_line_never_touch(style, width):
    layout = laid_out(style, width)
    ends = {}
    for gloss in GLOSSES:
        ((line, left, right),) = layout.segments(gloss.start, gloss.end)
        wide = style.gloss_metrics.horizontalAdvance(gloss.text)
        start, end = (left + right - wide) / 2, (left + right + wide) / 2
        if gloss.text:
            assert start >= ends.get(line, -1.1) + 1
            ends[line] = end


def test_a_place_under_the_mouse_is_the_character_that_stands_there(style):
    layout = laid_out(style, 500)
    for at in range(len(TEXT)):
        (box,) = layout.rects(at, at + 1)
        assert layout.offset_on(box.center().x(), box.center().y()) == at


def test_tables_and_texts_without_words_are_laid_out_as_ever(style):
    plain = BlockLayout("ABC DEF", style, 300, True, glosses=())
    assert plain.line_count == 1
    assert laid_out(style, 300, (), "").height == style.blank_height


def test_a_piece_that_is_wider_than_the_page_loses_nothing(style):
    text = "x" * 400 + "维护"
    layout = laid_out(style, 300, (Gloss(400, 402, "protect"),), text)
    assert layout.line_end(layout.line_count - 1) == len(text)


def test_pinyin_over_two_words_is_cut_where_they_are_and_spaced_inside_of_one():
    """Shànghǎishìwěi stood above 上海 alone, and 劳动关系 had láodòngguānxì."""
    party = (("Shàng", 4), ("hǎi", 3), ("shì", 4), ("wěi", 3))
    whole = RubySyllable(0, 4, "Shànghǎishìwěi", party)
    work = RubySyllable(4, 6, "láodòng", (("láo", 2), ("dòng", 4)))
    tie = RubySyllable(6, 8, "guānxì", (("guān", 1), ("xì", 4)))
    words = [RubyWord(0, 4, (whole,)), RubyWord(4, 8, (work, tie))]
    glosses = [Gloss(0, 2, "Shanghai"), Gloss(2, 4, "committee"), Gloss(4, 8, "labour relations")]
    above = [word.syllables[0] for word in join_words(words, glosses)]
    assert [one.text for one in above] == ["Shànghǎi", "shìwěi", "láodòng guānxì"]
    assert all("".join(text for text, _ in one.pieces) == one.text for one in above)
