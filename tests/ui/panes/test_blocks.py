"""Where a text is cut, and how heights add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document
from reader.text.align import Change
from reader.text.kinds import RepairKind
from reader.text.paragraph import StoredParagraph
from reader.text.repair import NO_REPAIRS
from reader.ui.panes.heights import HeightIndex
from reader.ui.panes.side import Side
from reader.ui.panes.text_blocks import TextBlocks
from reader.ui.panes.twin_blocks import TwinBlocks


def test_all_three_line_ends_stand_between_blocks():
    blocks = TextBlocks("甲\r\n乙\r丙\n丁")
    assert [blocks.block_text(block) for block in range(len(blocks))] == ["甲", "乙", "丙", "丁"]
    assert blocks.at(2) == 0  # inside \r\n


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_the_line_ends_of_unicode_end_a_block_as_they_end_a_paragraph_for_the_engine(end):
    blocks = TextBlocks(f"甲{end}乙\n丙")
    assert [blocks.block_text(block) for block in range(len(blocks))] == ["甲", "乙", "丙"]


def test_an_empty_text_is_one_empty_block():
    assert len(TextBlocks("")) == 1


def test_a_long_paragraph_is_cut_behind_sentences_and_stays_one():
    text = ("字" * 99 + "。") * 100
    blocks = TwinBlocks.of(Document.of(text)).clean
    pieces = [blocks.block_text(block) for block in range(len(blocks))]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 3000
    assert all(piece.endswith("。") for piece in pieces)
    assert blocks.paragraph(5000) == (0, len(text))


@given(st.text(alphabet="字a。\r\n"), st.data())
def test_blocks_and_line_ends_make_up_the_text(text, data):
    blocks = TextBlocks(text)
    joined = "".join(blocks.block_text(block) for block in range(len(blocks)))
    assert joined == text.replace("\r", "").replace("\n", "")
    offset = data.draw(st.integers(0, len(text)))
    block = blocks.at(offset)
    assert blocks.starts[block] <= offset
    assert block == len(blocks) - 1 or offset < blocks.starts[block + 1]


@given(st.text("字。\r\n\x85"), st.text("字。\r\n\x85"), st.data())
def test_a_text_that_differs_in_a_part_is_cut_as_if_it_were_new(text, new, data):
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    other = text[:low] + new + text[high:]
    found, wanted = TextBlocks(text).with_part(other, low, high), TextBlocks(other)
    if found is not None:
        assert (found.text, found.starts, found.ends) == (other, wanted.starts, wanted.ends)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\x85"])
def test_a_document_restored_in_part_is_cut_as_any_other(end):
    """Its rest is cut as the source is."""
    change = Change("动" + end, RepairKind.SCRIPT, "script.one", 1.0)
    parts = f"一二三四。{end}" * 9, f"動(dòng)工{end}", f"五六七八。{end}" * 9
    middle = Document.of(parts[1], [(0, 7, change)]).paragraphs
    before, behind = (StoredParagraph(part, NO_REPAIRS) for part in (parts[0], parts[2]))
    document = Document("".join(parts), (before, *middle, behind))
    blocks, wanted = TwinBlocks.of(document), TextBlocks(document.text)
    assert (blocks.clean.starts, blocks.clean.ends) == (wanted.starts, wanted.ends)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=60), st.data())
def test_height_index_agrees_with_a_plain_list(heights, data):
    heights = heights * data.draw(st.integers(1, 15))
    index = HeightIndex(heights)
    block = data.draw(st.integers(0, len(heights) - 1))
    heights[block] = data.draw(st.integers(0, 90))
    index.set(block, heights[block])
    assert index.total() == sum(heights)
    assert [index.above(number) for number in range(len(heights) + 1)] == [
        sum(heights[:number]) for number in range(len(heights) + 1)
    ]
    y = data.draw(st.integers(0, sum(heights) + 10))
    found, below = index.find(y)
    if y < sum(heights):
        assert index.above(found) + below == y
        assert 0 <= below < max(1, heights[found])


def glossed(text):
    """Return a document of many characters with a gloss behind every third."""
    source, rows = [], []
    at = 0
    for number, char in enumerate(text):
        source.append(char)
        at += 1
        if number % 3 == 0 and char not in "\n":
            source.append("(dong)")
            rows.append((at, at + 6, Change("", RepairKind.GLOSS, "gloss", 0.99)))
            at += 6
    return Document.of("".join(source), rows)


def test_paragraphs_stand_beside_their_originals():
    document = glossed("甲甲甲甲\n\n乙乙\n" * 300)
    twins = TwinBlocks.of(document)
    assert len(twins.clean) == len(twins.source) == twins.row_count
    for row in range(twins.row_count):
        start = twins.clean.starts[row]
        assert document.source_span(start, start)[0] <= twins.source.starts[row]


def test_a_long_line_is_cut_behind_the_same_sentence_on_both_sides():
    document = glossed(("字" * 59 + "。") * 400)
    twins = TwinBlocks.of(document)
    assert twins.row_count > 10
    for row in range(twins.row_count):
        (clean,) = range(twins.clean_rows[row], twins.clean_rows[row + 1])
        (source,) = range(twins.source_rows[row], twins.source_rows[row + 1])
        assert len(twins.source.block_text(source)) <= 3000
        end = twins.clean.ends[clean]
        assert document.source_span(end - 1, end)[1] == twins.source.ends[source] or row == (
            twins.row_count - 1
        )


def test_lines_that_were_joined_or_removed_share_a_row_with_what_is_left():
    source = "甲\n乙\n丙\n丁\n"
    joined = Document.of(source, [(1, 2, Change("", RepairKind.DEBRIS, "x", 0.99))], least=1)
    twins = TwinBlocks.of(joined)
    assert joined.text == "甲乙\n丙\n丁\n"
    rows = [
        [
            [twins.blocks(side).block_text(block) for block in range(*span)]
            for side in Side
            for span in [(twins.rows(side)[row], twins.rows(side)[row + 1])]
        ]
        for row in range(twins.row_count)
    ]
    assert rows == [[["甲乙"], ["甲", "乙"]], [["丙"], ["丙"]], [["丁"], ["丁"]], [[""], [""]]]


@given(st.lists(st.tuples(st.sampled_from("甲\n。"), st.booleans()), max_size=60))
def test_rows_hold_every_block_once(pieces):
    source = "".join(char for char, _ in pieces)
    rows = [
        (at, at + 1, Change("", RepairKind.DEBRIS, "x", 0.99))
        for at, (_, gone) in enumerate(pieces)
        if gone
    ]
    twins = TwinBlocks.of(Document.of(source, rows, least=3))
    for side in Side:
        starts = list(twins.rows(side))
        assert starts == sorted(starts)
        assert (starts[0], starts[-1]) == (0, len(twins.blocks(side)))


_LINES = st.text(alphabet="甲乙\n\r\u2028", max_size=12)


@given(_LINES, _LINES, _LINES, st.text(alphabet="甲丙\n\r", max_size=4))
def test_a_text_that_changed_in_one_line_is_cut_as_anew(head, gone, tail, instead):
    blocks, text = TextBlocks(head + gone + tail), head + instead + tail
    changed, anew = blocks.with_text(text), TextBlocks(text)
    if changed is not None:
        assert (changed.text, changed.starts, changed.ends) == (text, anew.starts, anew.ends)


@pytest.mark.parametrize("line", ["乙", "丙", "乙丙丁乙丙", "丁丙乙", "乙乙丙"])
def test_a_decision_cuts_no_other_line_anew(line):
    before = TextBlocks("甲\r\n乙丙\r\n丁")
    changed = before.with_text(f"甲\r\n{line}\r\n丁")
    assert changed is not None
    assert [changed.block_text(block) for block in range(len(changed))] == ["甲", line, "丁"]


def test_a_line_that_became_too_long_is_cut_anew():
    assert TextBlocks("甲\n乙").with_text("甲" * 3001 + "\n乙") is None
    assert TextBlocks("甲\n乙").with_text("甲" * 3000 + "\n乙") is not None
