import pytest

from reader.formats.symbols import symbol


@pytest.mark.parametrize(
    ("code", "font", "wanted"),
    [
        (0xF061, "Symbol", "α"),
        (0x61, "symbol", "α"),
        (0xF0A3, "Symbol", "≤"),
        (0xF0B4, "Symbol", "×"),
        (0xF0D6, "Symbol", "√"),
        (0xF0E5, "Symbol", "∑"),
        (0xF0FE, "Wingdings", "☑"),
        (0xF081, "Wingdings", "①"),
        (0xF08C, "Wingdings", "❶"),
        (0x2460, "", "①"),
        (0x2460, "宋体", "①"),
        (0xF061, "Nobody Knows", None),
        (0xD800, "", None),
        (0x07, "", None),
    ],
)
def test_characters_of_symbol_fonts(code, font, wanted):
    assert symbol(code, font) == wanted
