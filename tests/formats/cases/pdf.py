from tests.formats.making import pdf

LINES = [(72, 700, 12, "正文一段。"), (72, 660, 12, "第二段。")]
CASES = {
    "one page": (pdf([LINES[:1]]), [("paragraph", 0, "正文一段。")]),
    "behind the lines of a server": (
        b"HTTP/1.1 200 OK\r\n\r\n" + pdf([LINES[:1]]),
        [("paragraph", 0, "正文一段。")],
    ),
    "cut off": (pdf([LINES])[:300], "file is a damaged PDF file."),
    "a scan": (
        pdf([None]),
        "file has no text: this PDF file contains only pictures, or nothing.",
    ),
}
