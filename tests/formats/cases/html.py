from tests.formats.making import PARAGRAPHS, TITLE, page

CASES = {
    "a page under its title": (
        page("<p>正文。</p>").encode(),
        [("heading", 1, TITLE), ("paragraph", 0, "正文。")],
    ),
    "its main text, in GBK": (
        page("".join(f"<p>{text}</p>" for text in PARAGRAPHS), charset="gbk").encode("gbk"),
        [("heading", 1, TITLE), *(("paragraph", 0, text) for text in PARAGRAPHS)],
    ),
    "pictures alone": (
        b"<html><body><img src='1.jpg'></body></html>",
        "file has no text: this HTML file contains only pictures, or nothing.",
    ),
}
