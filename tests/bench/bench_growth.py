"""What reading costs as the input grows: twice as much should take twice as long.

`CASES` lists what is measured. Each makes an input of n parts, and reads it; the exponent is the
slope of time over size on logarithmic scales, from n to 4 n: 1 is linear, 2 quadratic. `size` is
the smallest n; let it take some 50 ms, so that the start of things does not hide the growth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from math import log
from random import Random
from time import process_time
from typing import Any, NamedTuple

from reader import ReaderError, restore
from reader.formats.content import Source
from reader.formats.decode import decode
from reader.formats.open import text_of
from reader.formats.pdf import content_of
from reader.formats.pdf_layout import Line
from reader.formats.pdf_lines import write_lines
from reader.formats.pdf_pages import read_pages
from reader.text.structure import StructureWriter
from tests.bench.figure import Figure
from tests.damage.encodings import lose_bytes, misread
from tests.damage.everyday import TEXTS
from tests.formats.making import (
    PARAGRAPHS,
    docx,
    epub,
    odt,
    ofd,
    ofd_lines,
    ofd_page,
    ofd_text,
    paragraph,
    pdf,
)

_GOAL = 1.1
_BOX = ("<w:p><w:r><w:t>文</w:t><w:txbxContent>", "</w:txbxContent></w:r></w:p>")
_TABLE = (f"<w:tbl><w:tr><w:tc>{paragraph('文')}</w:tc><w:tc>", "</w:tc></w:tr></w:tbl>")
_COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_ALTERNATIVE = (
    f"<mc:AlternateContent {_COMPATIBLE}><mc:Choice><w:p/></mc:Choice><mc:Fallback>",
    "</mc:Fallback></mc:AlternateContent>",
)
_MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_FRACTION = (
    f"<m:oMath {_MATH}><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den>",
    "</m:den></m:f></m:oMath>",
)
_TURNS = 3  # the fastest counts; a busy machine makes others slower


class Case(NamedTuple):
    """One kind of input: what it is called, its smallest size, how it is made and read."""

    name: str
    size: int
    make: Callable[[int], Any]
    run: Callable[[Any], object]


def _page_of_lines(number: int) -> list[list[Line]]:
    """Return one page with `number` lines, as a long roll or a hostile file has it."""
    bottoms = (14.0 * (number - at) for at in range(number))
    return [
        [
            Line(f"这是第{at}行，它和别的行一样长短。", 72, 520, bottom, bottom + 12, 12)
            for at, bottom in enumerate(bottoms)
        ]
    ]


def _pages_of_lines(number: int) -> list[list[Line]]:
    """Return `number` pages of thirty lines, each with its number at the foot."""
    return [
        [
            *(
                Line(f"第{page}页的第{at}行文字。", 72, 520, 700 - 14 * at, 712 - 14 * at, 12)
                for at in range(30)
            ),
            Line(f"{page}", 290, 300, 30, 40, 9),
        ]
        for page in range(1, number + 1)
    ]


def _ofd_page(number: int) -> bytes:
    """Return an OFD file of one page with `number` objects of one character."""
    objects = "".join(ofd_text("文", at % 40 * 4, at // 40 * 6) for at in range(number))
    return ofd([ofd_page(objects)])


def _ofd_pages(number: int) -> bytes:
    """Return an OFD file of `number` pages with one template."""
    lines = ofd_lines(PARAGRAPHS)
    return ofd(
        [ofd_page(lines, template="t0")] * number, templates=[ofd_page(ofd_text("页眉", 60, 10))]
    )


def _odt_lists(number: int) -> bytes:
    """Return an OpenDocument text of `number` items, each a list of its own, and as many notes."""
    note = "<text:note><text:note-body><text:p>注。</text:p></text:note-body></text:note>"
    item = f"<text:list><text:list-item><text:p>项{note}</text:p></text:list-item></text:list>"
    return odt(item * number)


def _odt_cells(number: int) -> bytes:
    """Return an OpenDocument text of one table with `number` rows."""
    row = "<table:table-cell><text:p>格</text:p></table:table-cell>" * 3
    rows = f"<table:table-row>{row}</table:table-row>" * number
    return odt(f"<table:table>{rows}</table:table>")


def _nested(before: str, after: str = "") -> Callable[[int], bytes]:
    """Return what makes a Word document with something in itself, again and again."""
    return lambda number: docx(before * number + paragraph("底") + after * number)


def _docx_styles(number: int) -> bytes:
    """Return a Word document with `number` styles, each based on the next."""
    styles = "".join(
        f'<w:style w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(number)
    )
    return docx(paragraph("文", style="s0") * 100, styles=styles)


def _docx_numbers(number: int) -> bytes:
    """Return a Word document with `number` numbered paragraphs, each of a list of its own."""
    lists = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in range(number)
    )
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    body = "".join(
        paragraph("文", properties=f'<w:numPr><w:numId w:val="{at}"/></w:numPr>')
        for at in range(number)
    )
    levels = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    return docx(body, numbering=levels + lists)


def _rtf(again: str) -> Callable[[int], bytes]:
    """Return what makes a Rich Text file with something again and again."""
    return lambda number: (
        r"{\rtf1\ansi\ansicpg936 a" + again * number + r"b\cell\row c\par"
    ).encode()


def _html(part: str, end: str = "") -> Callable[[int], bytes]:
    """Return what makes a page of `number` such parts, and as many ends."""
    return lambda number: f"<html><body>{part * number}{end * number}<p>终".encode()


def _html_attributes(number: int) -> bytes:
    """Return a page with one tag of `number` attributes."""
    return f"<html><p {' '.join(f'a{at}=1' for at in range(number))}>终".encode()


def _book(number: int) -> bytes:
    """Return a book of `number` pages."""
    page = "<html><h1>第{}回</h1><p>话说。</p></html>".format
    pages = {f"{at}.xhtml": page(at) for at in range(number)}
    return epub(pages)


def _restore(data: bytes) -> object:
    return restore(data.decode())


def _runs(number: int) -> bytes:
    """Return a line of letters at random, of which many short runs may be Chinese misread."""
    draw = Random(3)
    return "".join(chr(draw.randrange(160, 256)) for _ in range(number)).encode()


def _read_whole(data: bytes) -> object:
    return text_of(data, None, encoding="utf-8", whole_page=True)


def _read_file(data: bytes) -> object:
    return text_of(data, None)


def _pdf_page(number: int) -> bytes:
    """Return a file with one page of `number` lines."""
    return pdf([[(72, 800 - at % 700, 12, PARAGRAPHS[at % 3][:20]) for at in range(number)]])


def _pdf_pages(number: int) -> bytes:
    """Return a file with `number` pages of ten lines."""
    page = [(72, 700 - 18 * at, 12, PARAGRAPHS[at % 3][:30]) for at in range(10)]
    return pdf([page] * number)


def _read_pdf(data: bytes) -> object:
    """Read a file as the other process does; the time of that is not counted here."""
    _, *pages = read_pages(data)
    return content_of([page for page in pages if not isinstance(page, int)], Source(data, None))


def _read_lines(pages: Sequence[Sequence[Line]]) -> object:
    writer = StructureWriter()
    write_lines(writer, pages)
    return writer.result()


def _repeat(unit: bytes) -> Callable[[int], bytes]:
    """Return a maker of n times the same bytes."""
    return lambda number: unit * number


def _decode(data: bytes) -> object:
    return decode(data)


_SHIFTED = (
    b"\x1b$)A\x0e" + bytes(byte & 0x7F for byte in "第一条 第二条".encode("gb2312")) + b"\x0f\n"
)
_DECODED = (
    ("GB18030", 50_000, "第一条 劳动者的权益。\n".encode("gb18030")),
    ("Big5", 50_000, "第一條 勞動者的權益。\n".encode("big5")),
    ("UTF-16", 50_000, "第一条 劳动者的权益。\n".encode("utf-16-be")),
    ("UTF-32", 50_000, "第一条 劳动者的权益。\n".encode("utf-32-be")),
    ("HZ", 20_000, "第一条 劳动者的权益。\n".encode("hz")),
    ("ISO-2022-CN", 20_000, _SHIFTED),
    ("ISO-2022-JP", 20_000, "第一条 これは日本語です。\n".encode("iso2022_jp")),
    ("EUC-TW", 20_000, b"\xc4\xe3\xc5\xc6\x8e\xa2\xa1\xa1\n"),
    ("Shift JIS", 50_000, "第一条 これは日本語です。\n".encode("cp932")),
    ("EUC-KR", 50_000, "다음 주에 모임을 엽니다.\n".encode("cp949")),
    ("Windows-1251", 50_000, "Это обычный текст.\n".encode("cp1251")),
    ("nothing but 80", 2_000_000, b"\x80"),
    ("80 and spaces", 1_000_000, b"\x80 "),
    ("halves of EUC-TW", 1_000_000, b"\x8e\xa2"),
    ("escapes", 200_000, b"\x1b$)A\x0e"),
    ("escapes of Japanese", 500_000, b"\x1b$B"),
    ("shifts", 300_000, b"\x0e\x0f"),
    ("shifts and pairs", 100_000, b"\x0e!!"),
    ("marks of HZ", 1_000_000, b"~{"),
    ("tildes", 5_000_000, b"~"),
    ("declarations", 1_000_000, b"<meta "),
)


def _misread_with_losses(number: int) -> str:
    """Return `number` characters of misread text, every third byte of it a '?'."""
    shown = misread("".join(TEXTS), "gbk", "latin-1")
    text = (shown * (number // len(shown) + 1))[:number]
    return lose_bytes(text, Random(1))


CASES: tuple[Case, ...] = (
    *(Case(f"decoding: {name}", size, _repeat(unit), _decode) for name, size, unit in _DECODED),
    Case("misread text with lost bytes", 500, _misread_with_losses, restore),
    Case("PDF: lines of one page", 16_000, _page_of_lines, _read_lines),
    Case("PDF: pages", 500, _pages_of_lines, _read_lines),
    Case("PDF: lines in a file", 300, _pdf_page, _read_pdf),
    Case("PDF: pages of a file", 20, _pdf_pages, _read_pdf),
    Case("OFD: objects on a page", 5_000, _ofd_page, _read_file),
    Case("OFD: pages", 200, _ofd_pages, _read_file),
    Case("OpenDocument: items and notes", 3_000, _odt_lists, _read_file),
    Case("OpenDocument: rows", 3_000, _odt_cells, _read_file),
    Case("Word: paragraphs", 10_000, _nested(paragraph("文")), _read_file),
    Case("Word: empty paragraphs", 30_000, _nested("<w:p/>"), _read_file),
    Case("Word: boxes in boxes", 10_000, _nested(*_BOX), _read_file),
    Case("Word: tables in tables", 10_000, _nested(*_TABLE), _read_file),
    Case("Word: alternatives in alternatives", 10_000, _nested(*_ALTERNATIVE), _read_file),
    Case("Word: fractions in fractions", 10_000, _nested(*_FRACTION), _read_file),
    Case("Word: styles on styles", 10_000, _docx_styles, _read_file),
    Case("Word: lists", 5_000, _docx_numbers, _read_file),
    Case("RTF: paragraphs", 20_000, _rtf(r"\'d6\'d0 x\par "), _read_file),
    Case("RTF: halves of characters", 20_000, _rtf(r"\'f8\}"), _read_file),
    Case("RTF: cells of a row", 20_000, _rtf(r"\pard\intbl a\cell "), _read_file),
    Case("RTF: paragraphs of a cell", 20_000, _rtf(r"\pard\intbl a\par "), _read_file),
    Case("RTF: groups in groups", 50_000, _rtf("{"), _read_file),
    Case("RTF: notes in notes", 10_000, _rtf(r"{\footnote a\par b"), _read_file),
    Case("RTF: boxes in boxes", 10_000, _rtf(r"{\*\shpinst{\shptxt a\par b"), _read_file),
    Case("RTF: characters by number", 50_000, _rtf(r"\uc2\u21171??"), _read_file),
    Case("RTF: fractions in fractions", 10_000, _rtf(r"{\*\moMath{\mf{\mden{\mr a}"), _read_file),
    Case("HTML: paragraphs", 8_000, _html("<p>文", "</p>"), _read_whole),
    Case("HTML: levels, closed", 8_000, _html("<div><b>文", "</b></div>"), _read_whole),
    Case("HTML: levels, open", 8_000, _html("<table><tr><td>文"), _read_whole),
    Case("HTML: ends of what is not open", 20_000, _html("<div>", "</p></x></td>"), _read_whole),
    Case("HTML: attributes of a tag", 40_000, _html_attributes, _read_whole),
    Case("HTML: &amp;amp;", 200_000, _html("&amp;"), _read_whole),
    Case("text: &amp;amp;", 40_000, lambda number: b"&" + b"amp;" * number, _restore),
    Case("text: runs of a line", 4_000, _runs, _restore),
    Case("HTML: <", 100_000, _html("<"), _read_whole),
    Case("HTML: quotation marks", 40_000, _html("<p a='"), _read_whole),
    Case("HTML: ends of comments", 100_000, _html("<!-- -->-->"), _read_whole),
    Case("HTML: cells of a row", 8_000, _html("<td>文"), _read_whole),
    Case("HTML: main text", 1_000, _html(f"<div>{PARAGRAPHS[0]}</div>"), _read_file),
    Case("EPUB: pages", 300, _book, _read_file),
)


def run() -> list[Figure]:
    """Measure each case in time of the process, at n, 2 n and 4 n."""
    return [_growth(case) for case in CASES]


def _growth(case: Case) -> Figure:
    sizes = [case.size, 2 * case.size, 4 * case.size]
    inputs = [case.make(size) for size in sizes]
    taken = [float("inf")] * len(sizes)
    for _ in range(_TURNS):  # by turns, so that a busy moment meets all
        for number, given in enumerate(inputs):
            start = process_time()
            with suppress(ReaderError):  # a file refused for its size is refused in linear time
                case.run(given)
            taken[number] = min(taken[number], process_time() - start)
    exponent = log(taken[-1] / taken[0]) / log(sizes[-1] / sizes[0])
    times = ", ".join(
        f"{size:,}: {seconds:.3f} s" for size, seconds in zip(sizes, taken, strict=True)
    )
    return Figure(
        f"growth, {case.name}",
        f"exponent {exponent:.2f}",
        f"<= {_GOAL}",
        exponent <= _GOAL,
        times,
    )
