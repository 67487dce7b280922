import pytest

from reader.formats.radicals import without_radicals
from tests.formats.making import PARAGRAPHS, pdf, set_as_page

TITLE = "关于做好工作的通知"
LONG = (
    "第一条为了贯彻落实上级关于构建和谐劳动关系的意见，进一步做好全市劳动关系协调工作，根据有关"
    "法律、法规，结合本市实际，制定本办法。",
    "第二条各级人力资源社会保障部门要会同工会和企业代表组织，定期分析劳动关系形势，及时化解矛盾"
    "纠纷，维护职工和企业合法权益，促进社会和谐稳定。",
    "第三条本办法自公布之日起施行。",
)


def test_wrapped_lines_become_paragraphs_and_large_type_headings(blocks):
    body = set_as_page(LONG, top=740)
    found = blocks(pdf([[(180, 790, 20, TITLE), (72, 765, 15, "第一章 总则"), *body]]), "a.pdf")
    assert found == [
        ("heading", 1, TITLE),
        ("heading", 2, "第一章 总则"),
        *(("paragraph", 0, text) for text in LONG),
    ]


def test_a_title_over_two_lines_is_one_heading(blocks):
    lines = [(100, 800, 20, "某市人民政府关于进一步做好"), (150, 772, 20, "劳动关系协调工作的通知")]
    found = blocks(pdf([[*lines, *set_as_page(LONG, top=720)]]))
    assert found[0] == ("heading", 1, "某市人民政府关于进一步做好劳动关系协调工作的通知")


def test_a_paragraph_goes_on_over_the_page(blocks):
    """Numbers of pages and a head that every page repeats stand between its lines."""
    texts = [text[at:] for at in (0, 3, 7, 11) for text in LONG]
    lines = set_as_page(texts)
    pages = []
    for number, at in enumerate(range(0, len(lines), 7), 1):
        moved = [
            (x, 760 - 18 * n, size, text) for n, (x, _, size, text) in enumerate(lines[at : at + 7])
        ]
        frame = [(72, 810, 9, f"某市政府公报 2020年第{number}期"), (290, 30, 9, f"— {number} —")]
        pages.append([frame[0], *moved, frame[1]])
    assert len(pages) > 3
    assert [text for _, _, text in blocks(pdf(pages))] == texts


def test_paragraphs_without_indent_are_parted_by_space(blocks):
    lines = []
    y = 780
    for text in LONG:
        part = set_as_page([text], top=y, indent=0)
        lines += part
        y = part[-1][1] - 18 * 1.6
    assert [text for _, _, text in blocks(pdf([lines]))] == list(LONG)


def test_words_of_letters_keep_their_space(blocks):
    lines = [
        (72, 780, 12, "这是一段含有英文的文字，用来检查换行处的空格 open"),
        (72, 762, 12, "source 软件。"),
    ]
    assert blocks(pdf([lines]))[0][2].endswith("空格 open source 软件。")


def test_radicals_are_read_as_characters(blocks):
    """Some PDF files say ⾏ (U+2F8F) and ⻚ (U+2EDA) where 行 and 页 are meant."""
    assert blocks(pdf([[(72, 780, 12, "全⽂共三⻚，⾃公布之⽇起施⾏。")]]))[0][2] == (
        "全文共三页，自公布之日起施行。"
    )
    assert without_radicals("⾼⻓⻔⻅⻋⻝⼾⾭ 一〇々") == "高长门见车食户青 一〇々"


def test_bullets_of_symbol_fonts_are_items(blocks):
    lines = [
        (72, 780, 12, "要求如下："),
        (72, 762, 12, "\uf0b7 加强领导"),
        (72, 744, 12, "• 落实责任"),
    ]
    assert blocks(pdf([lines]))[1:] == [("item", 1, "加强领导"), ("item", 1, "落实责任")]


@pytest.mark.parametrize(
    "pages",
    [[None], [None, None, None], [[]], [[(500, 20, 8, "1")], None], [None, [(500, 20, 8, "2")]]],
)
def test_a_scan_has_no_text(fails, pages):
    assert fails(pdf(pages), "scan.pdf") == (
        "scan.pdf has no text: this PDF file contains only pictures, or nothing."
    )


def test_one_page_of_text_among_pictures_is_read(blocks):
    assert blocks(pdf([None, set_as_page(PARAGRAPHS), None]))[-1][2] == PARAGRAPHS[-1]


def test_what_is_wrong_with_a_pdf_is_said(fails):
    whole = pdf([set_as_page(PARAGRAPHS)])
    assert fails(pdf([set_as_page(PARAGRAPHS)], locked=True)) == (
        "file is protected by a password."
    )
    assert fails(whole[:200]) == "file is a damaged PDF file."
    assert fails(b"%PDF-1.7\n%%EOF") == "file is a damaged PDF file."


def test_lines_before_the_file_and_a_lost_table_of_contents_do_no_harm(blocks):
    whole = pdf([set_as_page(PARAGRAPHS)])
    assert len(blocks(b"HTTP/1.1 200 OK\n\n" + whole)) == 3
    assert len(blocks(whole[: whole.rindex(b"xref")])) == 3
