from tests.formats.making import epub

BOOK = epub({"a.xhtml": "<h1>第一回</h1><p>文</p>"})
CASES = {
    "one page": (BOOK, [("heading", 1, "第一回"), ("paragraph", 0, "文")]),
    "cut off": (BOOK[: len(BOOK) // 2], "file is a damaged EPUB file."),
    "pictures alone": (
        epub({"a.xhtml": "<html><body><img src='1.jpg'/></body></html>"}),
        "file has no text: this EPUB file contains only pictures, or nothing.",
    ),
}
