"""Letters that a font does not name are no text, unless they read as such; what it names is."""

import random

import pytest

from reader import ReaderError
from reader.formats.open import text_of
from reader.text.errors import NoCharactersInside
from tests.damage import styles
from tests.damage.everyday import TEXTS
from tests.formats.making import PARAGRAPHS, pdf
from tests.formats.making_pdf import HELVETICA, cid_font, pages_of, show, table_of

NAMELESS = cid_font(b"SimSun")
ENGLISH = "The quick brown fox jumps over the lazy dog, and nobody knows why it does so."
JAPANESE = "これは日本語の文章です。漢字と仮名が混ざっています。"


def drawings(number, *, low=0x500, high=0x6FFF, seed=5):
    """Return what is drawn by numbers of a Chinese font, as characters."""
    chance = random.Random(seed)
    return "".join(chr(chance.randrange(low, high)) for _ in range(number))


def in_lines(text, font=1, size=30):
    return b"".join(
        show(text[at : at + size], y=760 - 18 * (at // size), font=font)
        for at in range(0, len(text), size)
    )


def read(data):
    text, origin = text_of(data, None)
    return text, dict(origin.left_out)


@pytest.mark.parametrize("number", [8, 12, 60, 400])
@pytest.mark.parametrize("seed", range(5))
def test_numbers_of_drawings_are_no_text(number, seed):
    data = pages_of([in_lines(drawings(number, seed=seed))], fonts=(NAMELESS,))
    with pytest.raises(NoCharactersInside, match="its fonts do not say which characters"):
        text_of(data, None)


@pytest.mark.parametrize("text", [ENGLISH, "Volumes 2019, 3rd edition", "DESCRIPTION OF GOODS"])
def test_latin_letters_numbered_from_the_space_on_are_no_text(text):
    """Fonts of Windows begin with the space as the third: Volumes becomes 9ROXPHV."""
    shifted = "".join(chr(ord(char) - 29) for char in text)
    with pytest.raises(NoCharactersInside):
        text_of(pages_of([show(shifted)], fonts=(NAMELESS,)), None)


def test_pages_without_text_are_counted_beside_those_with():
    pages = [
        in_lines(ENGLISH.encode(), font=2, size=90),
        in_lines(drawings(200)),
        in_lines(drawings(100)),
        in_lines(b"And this is the last page.", font=2, size=90),
    ]
    text, left_out = read(pages_of(pages, fonts=(NAMELESS, HELVETICA)))
    assert text == f"{ENGLISH}\nAnd this is the last page.\n"
    assert left_out == {"garbled": 2}


def test_a_font_that_names_its_letters_is_read_beside_one_that_does_not():
    named = cid_font(b"KaiTi", to_unicode=5)
    table = table_of([(0x1234, "读"), (0x1235, "书")])
    page = show(drawings(40)) + show("\u1234\u1235", y=600, font=2)
    text, left_out = read(pages_of([page], fonts=(NAMELESS, named), more=(table,)))
    assert text == "读书\n"
    assert left_out == {"garbled": 1}


@pytest.mark.parametrize(
    "text",
    [
        "".join(PARAGRAPHS),
        "關於做好勞動關係協調工作的通知，各地要加強組織領導。",
        ENGLISH,
        "KEY INVESTOR INFORMATION",
        "Výbava na přání, uvolnění vinkulace",
        "Это простое предложение на русском языке.",
        JAPANESE,
        "한국어로 쓴 짧은 문장입니다.",
        "1,234.50 2,345.60 -17.5% 2020-03-01 12:30 148,83 (16)",
        "王小明、李建国、张伟、欧阳锋",
        "PM2.5浓度、GDP增长6.1%",
        "“ ” ‘ ’ … – •",
    ],
)
def test_numbers_that_are_characters_are_text(text):
    """Some programs number by Unicode and name nothing."""
    page = in_lines(text) + show(b"A font with names.", y=400, font=2)
    found, left_out = read(pages_of([page], fonts=(NAMELESS, HELVETICA)))
    assert "".join(found.split()) == "".join(text.split()) + "Afontwithnames."
    assert left_out == {}


@pytest.mark.parametrize("style", sorted(styles.STYLES))
def test_damaged_chinese_is_text(style):
    """Repairing it is what the program is for."""
    clean = TEXTS[0][:200].encode("gbk", "ignore").decode("gbk")
    text = styles.STYLES[style](clean, random.Random(2)).text.replace("\n", "")
    found, left_out = read(pages_of([in_lines(text)], fonts=(NAMELESS,)))
    kept = sum(found.count(char) for char in set(text) if char.isalnum())
    assert kept == sum(map(str.isalnum, text))
    assert left_out == {}


@pytest.mark.parametrize(
    "text",
    [
        "推动劳动关系和谐发展，促进就业。".encode().decode("gbk", "ignore"),
        "推动劳动关系和谐发展".encode("gbk").decode("latin-1"),
        "勞動關係和諧發展".encode("big5").decode("gbk", "ignore"),
        drawings(60, low=0x4E00, high=0x9FA5),
        "9ROXPHV 7KH TXLFN",
    ],
)
def test_what_a_font_names_is_text_whatever_it_says(text):
    """A text in the wrong encoding, printed to PDF, is a case for the repair."""
    found, left_out = read(pdf([[(72, 700, 12, text)]]))
    assert "".join(found.split()) == "".join(text.split())
    assert left_out == {}


def test_characters_above_unicode_are_lost_ones():
    """A damaged table of characters once raised OverflowError."""
    table = table_of([(0x41, "甲"), (0x42, "乙"), (0x43, "丙")])
    table = table.replace(b"<0042> <4E59>", b"<0042> <FFFFFFFF>").replace(b"/Length", b"/Length")
    font = cid_font(b"KaiTi", to_unicode=4)
    try:
        text, _ = read(pages_of([show("ABC")], fonts=(font,), more=(table,)))
    except ReaderError:
        pytest.fail("a file with one damaged character is refused")
    assert text[0] == "甲"
    assert "丙" in text
