import pytest


def coded(text, encoding="gb18030"):
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}}"


@pytest.mark.parametrize("font", ["", r"\f0 ", r"\f1 ", r"\loch\f0\dbch\f1\hich\f0 "])
def test_chinese_in_bytes_of_the_code_page_whatever_the_font(blocks, font):
    found = blocks(
        HEAD + font + coded("推动劳动关系") + r"\par ABC " + coded("和谐") + r"\par}", "a.rtf"
    )
    assert [text for _, _, text in found] == ["推动劳动关系", "ABC 和谐"]


def test_a_second_byte_written_as_a_letter_or_a_brace(blocks):
    """謃 is D6 5A; some programs write the second byte as it is: \\'d6Z."""
    assert "謀".encode("gbk") == b"\xd6\x5c"
    text = HEAD + r"\'d6Z\par \'d6\\\par \'f8\}\par}"
    wanted = [bytes(pair).decode("gbk") for pair in (b"\xd6Z", b"\xd6\\", b"\xf8}")]
    assert [text for _, _, text in blocks(text)] == wanted


def test_big5_and_unicode(blocks):
    big5 = r"{\rtf1\ansi\ansicpg950 " + coded("勞動關係", "big5") + r"\par}"
    assert blocks(big5) == [("paragraph", 0, "勞動關係")]
    text = r"{\rtf1\ansi\uc1 \u21171?\u21160 ?\u-10174?\u-8263?{\uc2\u31038 ab}x{\uc0\u20250}\par}"
    assert blocks(text) == [("paragraph", 0, "劳动𠮹社x会")]


def test_headings_by_outline_and_by_style(blocks):
    text = (
        r"{\rtf1\ansi\ansicpg936{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel1 x;}}"
        r"\pard\s1 " + coded("第一章") + r"\par\pard\s2 " + coded("第一节") + r"\par\pard\s0 "
        r"\outlinelevel2 " + coded("小节") + r"\par\pard " + coded("正文。") + r"\par}"
    )
    assert blocks(text) == [
        ("heading", 1, "第一章"),
        ("heading", 2, "第一节"),
        ("heading", 3, "小节"),
        ("paragraph", 0, "正文。"),
    ]


def test_lists_and_tables(blocks):
    text = (
        HEAD + r"\pard{\listtext\f1 1.\tab}\ilvl0 " + coded("第一项") + r"\par"
        r"\pard{\pntext\f1 \'b7\tab}\ilvl1 " + coded("其中") + r"\par"
        r"\pard\intbl " + coded("城市") + r"\cell " + coded("数量") + r"|\cell\row"
        r"\pard\intbl " + coded("甲") + r"\par " + coded("乙") + r"\cell \cell\row\pard ok\par}"
    )
    assert blocks(text) == [
        ("item", 1, "1. 第一项"),
        ("item", 2, "其中"),
        ("row", 0, "城市\t数量|"),
        ("row", 0, "甲 乙\t"),
        ("paragraph", 0, "ok"),
    ]


def test_what_is_no_text_is_left_out(blocks):
    text = (
        HEAD + r"{\info{\title T}{\author A}}{\*\generator G;}{\header H}{\pict\bin4 }}{{}"
        r"{\field{\*\fldinst HYPERLINK}{\fldrslt " + coded("链接") + r"}}{\v hidden}"
        r"\ldblquote\{\}\~\emdash\rdblquote\line " + coded("次行") + r"\par}"
    )
    assert [text for _, _, text in blocks(text)] == ["链接“{}\xa0——”".replace("——", "—"), "次行"]


@pytest.mark.parametrize(
    "text",
    [
        r"{\rtf1 \par ok",
        r"{\rtf1 ok}}}}}}\par",
        r"{\rtf1\ansicpg99999 ok\par}",
        r"{\rtf1 \u99999999999 \bin99 ok\par}" + "x" * 99 + "ok",
        r"{\rtf1 " + "{" * 5000 + r"ok\par",
        "{\\rtf1 ok\\",
    ],
)
def test_broken_files_are_read_as_far_as_they_go(blocks, text):
    assert "ok" in blocks(text)[-1][2]


def test_undecodable_bytes_are_counted(tmp_path):
    from reader.formats.open import read_text

    path = tmp_path / "a.rtf"
    path.write_text(HEAD + r"\'d6\'d0\'ff\'ff" + coded("国") + r"\par}")
    text, origin = read_text(path)
    assert origin.lost == text.count("\ufffd") > 0


def test_a_file_without_text(fails):
    assert fails(rb"{\rtf1\ansi\pard\par}", "a.rtf") == (
        "a.rtf has no text: this RTF file contains only pictures, or nothing."
    )
    assert fails(rb"{\rtf1\ansi{\fonttbl", "a.rtf") == "a.rtf is a damaged RTF file."
