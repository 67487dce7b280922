r"""Bytes and numbers of RTF as characters: code pages by font, halves, \u and its stand-ins."""

import pytest

from reader.formats.open import text_of


def lines(text):
    return text_of(text.encode("latin-1"), None)[0].splitlines()


def coded(text, encoding):
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        (134, "gb18030", "劳动"),
        (136, "big5", "勞動"),
        (128, "cp932", "労働"),
        (129, "cp949", "노동"),
        (204, "cp1251", "Труд"),
        (161, "cp1253", "Εργα"),
        (238, "cp1250", "Práce"),
        (77, "mac_roman", "é"),
    ],
)
@pytest.mark.parametrize("head", [r"\ansicpg1252", ""])
def test_the_code_page_of_a_font(charset, encoding, text, head):
    font = rf"{{\fonttbl{{\f0\fcharset0 A;}}{{\f7\fnil\fcharset{charset} B;}}}}"
    assert lines(rf"{{\rtf1\ansi{head}{font}\f7 {coded(text, encoding)}\par}}") == [text]
    # As the font of all that names none, and as that of Chinese characters alone.
    assert lines(rf"{{\rtf1\ansi{head}\deff7{font}{coded(text, encoding)}\par}}") == [text]
    wide = rf"{{\rtf1\ansi{head}{font}\loch\af0\dbch\af7 {coded(text, encoding)}\par}}"
    assert lines(wide) == [text]


@pytest.mark.parametrize(
    ("head", "byte", "wanted"),
    [
        (r"\mac", "8e", "é"),
        (r"\pc", "82", "é"),
        (r"\pca", "82", "é"),
        (r"\ansi", "e9", "é"),
        (r"\ansi\ansicpg10008", "d6\\'d0", "中"),
        (r"\ansi\ansicpg65001", "e4\\'b8\\'ad", "中"),
        (r"\ansi\ansicpg99999", "e9", "é"),
    ],
)
def test_the_code_page_of_a_file(head, byte, wanted):
    assert lines(rf"{{\rtf1{head} \'{byte}\par}}") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"\'d6\'d0", "中"),
        (r"\'d6\hich\f0\'d0", "中"),
        (r"{\b\'d6}{\i\'d0}", "中"),
        (r"\'d6{\*\xyz abc}\'d0", "中"),
        (r"\'d6{\b a}", "\ufffda"),
        (r"\'d6a", b"\xd6a".decode("gbk")),
        (r"\'d6\par\'d0", "\ufffd"),
        (r"\'d6\u20013?", "\ufffd中"),
        (r"\'zz a", "zz a"),
    ],
)
def test_halves_of_characters(text, wanted):
    assert lines(rf"{{\rtf1\ansi\ansicpg936 {text}\par}}")[0] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"\u20013?a", "中a"),
        (r"\u20013 ?\u22269 ?", "中国"),
        (r"\u20013\u22269?", "中国"),
        (r"\u20013\'d6a", "中a"),
        (r"\uc2\u20013\'d6\'d0a", "中a"),
        (r"\uc2\u20013??\u22269??a", "中国a"),
        (r"\uc0\u20013 \u22269 ?", "中国?"),
        (r"{\uc0\u20013 ?}\u22269??", "中?国?"),
        (r"\u-10174?\u-8263?", "𠮹"),
        (r"\u8212\emdash a", "—a"),
        (r"\u20013\par", "中"),
        (r"\u-10174?a", "\ufffda"),
        (r"{\f2 a\u-3999?}a", "ααa"),
        (r"\u-3999?a", "\uf061a"),
    ],
)
def test_characters_by_number(text, wanted):
    found = lines(rf"{{\rtf1\ansi\ansicpg936{{\fonttbl{{\f2\fcharset2 Symbol;}}}}{text}\par}}")
    assert found == [wanted]


def test_fonts_of_symbols():
    fonts = r"{\fonttbl{\f2\fnil\fcharset2{\*\panose 05}Symbol;}{\f3\fcharset2 Nobody;}}"
    assert lines(rf"{{\rtf1\ansi{fonts}{{\f2 a\u-3998?}}a{{\f3 a}}\par}}") == ["αβaa"]
