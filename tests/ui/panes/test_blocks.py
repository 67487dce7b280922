"""Where a text is cut, and how heights add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.panes.heights import HeightIndex
from reader.ui.panes.text_blocks import TextBlocks


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
    blocks = TextBlocks(text)
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
