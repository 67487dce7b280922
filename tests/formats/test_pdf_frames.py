"""Heads, feet and numbers of pages are left out and counted; what only looks like one stays."""

import pytest

from reader.formats.open import text_of
from tests.formats.making import pdf

FILLER = "这一页的正文写在这里，各页的内容都不相同"


def body(page, lines=3):
    return [
        (
            72,
            700 - 18 * at,
            12,
            f"第{'甲乙丙丁戊己庚辛壬癸'[page % 10]}部分{FILLER}{'一二三四五六'[at]}。",
        )
        for at in range(lines)
    ]


def read(pages):
    text, origin = text_of(pdf(pages), None)
    return text, dict(origin.left_out)


@pytest.mark.parametrize(
    "number",
    [
        "{0}", "- {0} -", "— {0} —", "第{0}页", "第 {0} 页 共 5 页", "{0}/5", "Page {0} of 5",
        "p. {0}", "·{0}·", "({0})",
    ],
)  # fmt: skip
@pytest.mark.parametrize("height", [810, 30])
def test_numbers_of_pages_are_known_by_their_sequence(number, height):
    pages = [[*body(at), (290, height, 9, number.format(at + 1))] for at in range(5)]
    text, left_out = read(pages)
    assert left_out == {"page_numbers": 5}
    assert text.count(FILLER) == 15
    assert number.format(3) not in text


@pytest.mark.parametrize(
    "numbers", ["i ii iii iv v", "IX X XI XII XIII", "一 二 三 四 五",
                "十九 二十 二十一 二十二 二十三",
                "第一页 第二页 第三页 第四页 第五页", "１ ２ ３ ４ ５", "118 119 120 121 122"],
)  # fmt: skip
def test_numbers_are_read_in_every_way_of_writing(numbers):
    pages = [[*body(at), (290, 30, 9, one)] for at, one in enumerate(numbers.split())]
    assert read(pages)[1] == {"page_numbers": 5}


def test_a_blank_page_and_a_new_beginning_do_not_end_the_sequence():
    numbers = ["1", "2", "", "4", "1", "2", "3"]
    pages = [[*body(at), *([(290, 30, 9, one)] if one else [])] for at, one in enumerate(numbers)]
    assert read(pages)[1] == {"page_numbers": 6}


@pytest.mark.parametrize("place", [(250, 760, 24), (250, 760, 12), (250, 40, 12)])
def test_a_title_of_digits_is_text(place):
    text, left_out = read([[(*place, "1984"), *body(0)], body(1), body(2)])
    assert "1984" in text.splitlines()
    assert left_out == {}


@pytest.mark.parametrize("height", [760, 40])
def test_years_that_are_not_one_after_the_other_are_text(height):
    years = ["1949", "1984", "1997", "2008"]
    text, left_out = read([[(250, height, 12, year), *body(at)] for at, year in enumerate(years)])
    assert [line for line in text.splitlines() if line in years] == years
    assert left_out == {}


def test_large_years_in_a_row_are_titles():
    """An almanac has a page a year."""
    years = ["2001", "2002", "2003", "2004"]
    text, left_out = read([[(250, 760, 22, year), *body(at)] for at, year in enumerate(years)])
    assert [line for line in text.splitlines() if line in years] == years
    assert left_out == {}


@pytest.mark.parametrize("line", ["10-7", "1/2", "3", "2020", "12.5", "（二）", "C", "MIX", "-5"])
def test_a_short_last_line_of_the_only_page_is_text(line):
    text, left_out = read([[*body(0), (72, 300, 12, line)]])
    assert line in text.splitlines()
    assert left_out == {}


@pytest.mark.parametrize("line", ["1", "- 1 -", "第1页", "第1页 共1页", "Page 3 of 3"])
def test_the_number_of_the_only_page_is_left_out(line):
    assert read([[*body(0), (290, 30, 9, line)]])[1] == {"page_numbers": 1}


def test_heads_and_feet_that_repeat_are_counted():
    pages = [
        [(72, 810, 9, "某市政府公报"), *body(at), (72, 30, 9, f"某市人民政府办公室 电话 {at}")]
        for at in range(4)
    ]
    text, left_out = read(pages)
    assert left_out == {"headers": 4, "footers": 4}
    assert "公报" not in text


def test_the_head_of_a_chapter_is_known_though_others_have_another():
    pages = [[(72, 810, 9, f"第{'一二三'[at // 6]}章的名称"), *body(at)] for at in range(18)]
    assert read(pages)[1] == {"headers": 18}


def test_books_have_one_head_left_and_one_right():
    pages = [[(72, 810, 9, ("书的名称", "章的名称")[at % 2]), *body(at)] for at in range(12)]
    assert read(pages)[1] == {"headers": 12}


def test_rows_of_numbers_at_the_edge_are_no_heads():
    pages = [[(72, 760, 12, "A = 0.35  B = 0.40"), *body(at)] for at in range(4)]
    text, left_out = read(pages)
    assert text.count("A = 0.35") == 4
    assert left_out == {}


def test_a_large_title_that_every_page_has_is_text():
    """A file of forms has one a page."""
    pages = [[(200, 780, 20, "困难补助申请表"), *body(at)] for at in range(4)]
    assert read(pages)[0].count("困难补助申请表") == 4


def test_pages_that_have_nothing_else_keep_all():
    text, left_out = read([[(72, 400, 12, "同样的一句话")] for _ in range(4)])
    assert text.count("同样的一句话") == 4
    assert left_out == {}


def test_an_only_short_line_is_text():
    """It once took three characters to be no scan."""
    assert read([[(72, 400, 12, "你好")]])[0] == "你好\n"


def test_pages_that_are_pictures_among_text_are_counted():
    text, left_out = read([body(0), None, body(1), None, None])
    assert text.count(FILLER) == 6
    assert left_out == {"pictures": 3}


def test_a_blank_page_is_nothing():
    assert read([body(0), [], body(1)])[1] == {}
