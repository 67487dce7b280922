import pytest

from reader.formats.open import text_of
from reader.text.errors import ReaderError
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


def opf(manifest, spine):
    """Return the list of a book's files, written by hand."""
    return {
        "OEBPS/content.opf": (
            f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{manifest}</manifest>'
            f"<spine>{spine}</spine></package>"
        )
    }


def item(identity, name, kind="application/xhtml+xml", more=""):
    return f'<item id="{identity}" href="{name}" media-type="{kind}" {more}/>'


def test_a_page_that_is_listed_many_times_is_read_once(blocks):
    pages = {"a.xhtml": PAGE("回", "文")}
    book = epub(pages, more=opf(item("a", "a.xhtml"), '<itemref idref="a"/>' * 10_000))
    assert len(blocks(book)) == 2


def test_what_is_not_read_of_a_book_is_counted():
    pages = {name: PAGE("回", "文") for name in ("a.xhtml", "b.xhtml", "nav.xhtml")}
    manifest = "".join(
        (
            item("a", "a.xhtml"),
            item("b", "b.xhtml"),
            item("n", "nav.xhtml", more='properties="scripted nav"'),
            item("gone", "gone.xhtml"),
            item("pic", "p.svg", "image/svg+xml"),
            item("alone", "lost.xhtml"),
        )
    )
    spine = "".join(f'<itemref idref="{one}"/>' for one in ("a", "n", "gone", "pic", "nobody"))
    text, origin = text_of(epub(pages, more=opf(manifest, spine)), None)
    assert text == "回\n文\n"
    assert dict(origin.left_out) == {"pictures": 1, "unlisted": 1, "unreadable": 1}


def test_a_page_stands_in_for_what_is_none_and_a_circle_of_these_ends(blocks):
    manifest = "".join(
        (
            item("a", "a.xhtml"),
            item("x", "x.bin", "x/y", 'fallback="y"'),
            item("y", "y.bin", "x/y", 'fallback="a"'),
            item("o", "o.bin", "x/y", 'fallback="p"'),
            item("p", "p.bin", "x/y", 'fallback="o"'),
        )
    )
    spine = '<itemref idref="o"/><itemref idref="x"/>'
    assert len(blocks(epub({"a.xhtml": PAGE("回", "文")}, more=opf(manifest, spine)))) == 2


def test_a_name_that_leads_out_of_the_book_is_not_followed(tmp_path):
    (tmp_path / "secret.xhtml").write_text(PAGE("密", "密"))
    names = (str(tmp_path / "secret.xhtml"), "../../../../etc/passwd", "file:///etc/passwd")
    manifest = item("a", "a.xhtml") + "".join(item(f"x{n}", one) for n, one in enumerate(names))
    spine = "".join(f'<itemref idref="{one}"/>' for one in ("x0", "x1", "x2", "a"))
    text, origin = text_of(epub({"a.xhtml": PAGE("回", "文")}, more=opf(manifest, spine)), None)
    assert text == "回\n文\n"
    assert dict(origin.left_out) == {"unreadable": 3}


def test_a_film_that_is_encrypted_locks_no_page(blocks):
    described = (
        '<e><d><EncryptionMethod Algorithm="x"/><CipherData><CipherReference URI="{}"/>'
        "</CipherData></d></e>"
    ).format
    pages = {"a.xhtml": PAGE("回", "文")}
    film = {"META-INF/encryption.xml": described("OEBPS/film.mp4")}
    assert len(blocks(epub(pages, more=film))) == 2
    page = {"META-INF/encryption.xml": described("OEBPS/a.xhtml")}
    with pytest.raises(ReaderError, match="encrypted the book"):
        text_of(epub(pages, more=page), None)
