from tests.formats.making import epub, zipped

PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    "<title>书</title></head><body><h1>{}</h1><p>{}</p></body></html>"
).format


def test_pages_come_in_reading_order_with_their_headings(blocks):
    book = epub({"b.xhtml": PAGE("第二回", "又说。"), "a.xhtml": PAGE("第一回", "话说。")})
    assert blocks(book, "book.epub") == [
        ("heading", 1, "第二回"),
        ("paragraph", 0, "又说。"),
        ("heading", 1, "第一回"),
        ("paragraph", 0, "话说。"),
    ]


def test_names_with_spaces_and_pages_that_are_missing(blocks):
    book = epub(
        {"第%201%20回.xhtml": PAGE("无此页", "")}, more={"OEBPS/第 1 回.xhtml": PAGE("回", "文")}
    )
    assert blocks(book) == [("heading", 1, "回"), ("paragraph", 0, "文")]


def test_a_book_locked_by_its_seller(fails):
    described = (
        '<encryption><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod '
        'Algorithm="{}"/></EncryptedData></encryption>'
    ).format
    pages = {"a.xhtml": PAGE("回", "文")}
    locked = {"META-INF/encryption.xml": described("http://www.w3.org/2001/04/xmlenc#aes256-cbc")}
    assert fails(epub(pages, more=locked)) == ("file is locked: its seller has encrypted the book.")


def test_hidden_fonts_lock_nothing(blocks):
    described = '<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'
    book = epub({"a.xhtml": PAGE("回", "文")}, more={"META-INF/encryption.xml": described})
    assert len(blocks(book)) == 2


def test_what_is_wrong_with_a_book_is_said(fails):
    book = epub({"a.xhtml": PAGE("回", "文")})
    damaged = "file is a damaged EPUB file."
    assert fails(book[: len(book) // 2]) == damaged
    assert fails(epub({"a.xhtml": ""}, package="none.opf")) == damaged
    assert fails(zipped({"META-INF/container.xml": "no xml"})) == damaged
    assert fails(epub({"a.xhtml": "<html><body><img src='1.jpg'/></body></html>"})) == (
        "file has no text: this EPUB file contains only pictures, or nothing."
    )
