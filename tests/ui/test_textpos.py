"""𠀀 is one code point and two UTF-16 units: offsets behind it differ."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.textpos import Utf16Map


def test_offsets_behind_a_wide_character_differ():
    spans = Utf16Map("a𠀀b𠀀")
    assert [spans.to_units(offset) for offset in range(5)] == [0, 1, 3, 4, 6]
    assert [spans.to_points(units) for units in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(st.text(alphabet="a中𠀀😀é"))
def test_there_and_back(text):
    spans = Utf16Map(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert spans.to_units(offset) == units
        assert spans.to_points(units) == offset
