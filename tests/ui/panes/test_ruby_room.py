"""Ruby is set by word, centred: what it hangs over, how near two come, and what is widened."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ui.panes.block_layout import BlockLayout
from reader.ui.panes.ruby import RubySize
from reader.ui.panes.ruby_words import RubySyllable, RubyWord
from reader.ui.panes.text_style import RubyLook, TextStyle
from reader.ui.parts.fonts import ensure_chinese_font

CLOSING, OPENING = "，。”》）", "“《（"
PIXELS = 8 / 22  # of an em


@pytest.fixture(scope="module")
def style(qapp):
    ensure_chinese_font()
    return TextStyle("", 16.5, 1.0, ruby=RubyLook(RubySize.LARGE))


def words_of(*spans):
    """Return words with what is written above them; joined, or one syllable a character."""
    return tuple(
        RubyWord(start, end, (RubySyllable(start, end, text, ((text, 1),)),))
        if isinstance(text, str)
        else RubyWord(
            start,
            end,
            tuple(
                RubySyllable(start + at, start + at + 1, one, ((one, 1),))
                for at, one in enumerate(text)
            ),
        )
        for start, end, text in spans
    )


def laid_out(style, text, words, width=2000):
    return BlockLayout(text, style, width, True, above=words)


def ruby_of(layout, word):
    """Return the line of a word that is not broken, and the x from and to of its ruby."""
    placed = layout.place([word])
    right = placed[-1].x + layout.style.syllable_width(placed[-1].text)
    return placed[0].line, placed[0].x, right


def natural(style, text):
    return style.metrics.horizontalAdvance(text)


# text, words, and which characters have room behind them
CASES = (
    ("监管工作", [(0, 2, "jiān")], ()),  # narrower than its word
    ("监管工作", [(0, 2, "jiānguǎn"), (2, 4, "gōngzuò")], (1,)),  # two rubies
    ("在监管的", [(1, 3, "jiānguǎ")], ()),  # it hangs over neighbours without ruby
    ("在监管的", [(1, 3, "zhuāngchuāngzhuāng")], (0, 2)),  # only the rest widens
    ("监管，在", [(0, 2, "zhuāngchuāng")], ()),  # over its closing mark
    ("监管，在", [(0, 2, "zhuāngchuāngzhuāng"), (3, 4, "zài")], (2,)),  # behind that mark
    ("在《监管", [(0, 1, "zhuāng"), (2, 4, "zhuāngchuāngzhuāng")], (0,)),  # before the opening one
    ("监管", [(0, 2, "zhuāngchuāngzhuāng")], ()),  # nothing beside it
    ("监管", [(0, 2, ("zhuāng", "chuāng"))], ()),
    ("监的管", [(0, 1, "zhuāng"), (2, 3, "zhuāng")], (0, 1)),  # both hang over the one between
    ("监的管", [(0, 1, "bù"), (2, 3, "bù")], ()),
    ("", [], ()),
)


@pytest.mark.parametrize(("text", "spans", "widened"), CASES)
def test_only_what_has_no_room_widens_the_ends_of_a_word(style, text, spans, widened):
    layout = laid_out(style, text, words_of(*spans))
    room = [
        at
        for at in range(len(text) - 1)
        if layout.x(0, at + 1) - layout.x(0, at) > natural(style, text[at]) + 0.25
    ]
    assert room == list(widened)


def test_ruby_stands_in_the_middle_above_its_word(style):
    words = words_of((1, 3, "jiānguǎn"), (3, 5, "zhuāngchuāng"), (6, 8, ("zhuāng", "yī")))
    layout = laid_out(style, "在监管窗床的装一", words)
    for word in words[:2]:
        ((_, low, high),) = layout.segments(word.start, word.end)
        _, left, right = ruby_of(layout, word)
        assert (left + right) / 2 == pytest.approx((low + high) / 2, abs=0.6)


def test_a_syllable_stands_above_its_character_where_there_is_room(style):
    (word,) = words_of((0, 3, ("yī", "bù", "gè")))
    layout = laid_out(style, "一不个", (word,))
    for one in layout.place([word]):
        ((_, low, high),) = layout.segments(one.syllable.start, one.syllable.end)
        middle = one.x + style.syllable_width(one.text) / 2
        assert middle == pytest.approx((low + high) / 2, abs=0.6)


syllables = st.sampled_from(["yī", "bù", "gè", "xiǎo", "jiān", "zhuāng", "chuáng", "r"])
pieces = st.lists(
    st.one_of(
        st.tuples(st.just("word"), st.lists(syllables, min_size=1, max_size=4), st.booleans()),
        st.tuples(st.just("plain"), st.text("的了在A 1", min_size=1, max_size=3), st.none()),
        st.tuples(st.just("plain"), st.text(CLOSING + OPENING, min_size=1, max_size=3), st.none()),
    ),
    max_size=14,
)


def assembled(parts):
    text, spans = "", []
    for what, content, joined in parts:
        if what == "plain":
            text += content
            continue
        start = len(text)
        text += "窗装霜床"[: len(content)]
        spans.append((start, len(text), "".join(content) if joined else tuple(content)))
    return text, words_of(*spans)


@settings(max_examples=150, deadline=None)
@given(pieces, st.sampled_from([70, 160, 333, 900]))
def test_rubies_keep_apart_and_every_place_is_found_again(style, parts, width):
    text, words = assembled(parts)
    layout = laid_out(style, text, words, width)
    whole = [word for word in words if len(layout.segments(word.start, word.end)) == 1]
    for word, other in pairwise(whole):
        line, _, right = ruby_of(layout, word)
        its_line, left, _ = ruby_of(layout, other)
        if line == its_line:
            assert left - right >= style.em * PIXELS - 0.6
    for word in whole:  # inside of a word nothing is widened
        for at in range(word.start, word.end - 1):
            line = layout.line_at(at)
            assert layout.x(line, at + 1) - layout.x(line, at) == pytest.approx(style.em, abs=0.3)
    placed = layout.place(words)
    for one, other in pairwise(placed):  # broken words, too
        if one.line == other.line:
            assert one.x + style.syllable_width(one.text) <= other.x + 0.6
    for at in range(len(text)):
        if text[at] == " ":  # at the end of a line it has no width
            continue
        (box,) = layout.rects(at, at + 1)
        middle = box.center()
        assert layout.offset_on(middle.x(), middle.y()) == at
        assert layout.caret(at + 1)[1] == pytest.approx(box.right(), abs=0.1)
        line = layout.line_at(at)
        assert layout.x(line, at) == pytest.approx(box.left(), abs=0.1)


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_ruby_hangs_eight_pixels_over_what_has_none(style, parts):
    text, words = assembled(parts)
    layout = laid_out(style, text, words)
    spoken = {at for word in words for at in range(word.start, word.end)}
    for word in words:
        _, left, right = ruby_of(layout, word)
        end = word.end
        while end < len(text) and text[end] in CLOSING + ",.":
            end += 1
        if end < len(text) and end not in spoken and text[end] not in OPENING:
            assert right <= layout.x(0, end) + style.em * PIXELS + 0.6
        start = word.start
        while start and text[start - 1] in OPENING:
            start -= 1
        if start and start - 1 not in spoken and text[start - 1] not in CLOSING:
            ((_, _, edge),) = layout.segments(start - 1, start)
            assert left >= edge - style.em * PIXELS - 0.6
