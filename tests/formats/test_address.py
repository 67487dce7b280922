import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader import ReaderError, restore
from reader.formats.address import LARGEST, fetch
from reader.formats.open import fetch_text
from tests.formats.making import PARAGRAPHS, TITLE, docx, page, paragraph

NOWHERE = "it redirects in a loop, or to something that is not a page"
PAGE = page("".join(f"<p>{text}</p>" for text in PARAGRAPHS), charset="gbk").encode("gb18030")


class Site(BaseHTTPRequestHandler):
    """A web site with everything that can go wrong."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.server.asked.append((self.path, dict(self.headers)))
        if path.startswith("/to/"):
            self.answer(b"", code=302, Location=path.removeprefix("/to/").replace("@", ":"))
        elif path == "/loop":
            self.answer(b"", code=301, Location="/loop")
        elif path == "/cookie":
            self.answer(b"", code=302, Location="/page", **{"Set-Cookie": "spy=1"})
        elif path == "/slow":
            self.server.done.wait(20)
        elif path == "/big":
            self.answer(b"x" * 4096)
        elif path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while not self.server.done.is_set():
                    self.wfile.write(b"x" * 65_536)
            except OSError:
                pass
        elif path == "/short":
            self.answer(PAGE, **{"Content-Length": str(len(PAGE) + 10)})
        elif path == "/packed":
            self.answer(gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self.answer(gzip.compress(bytes(10_000_000)), **{"Content-Encoding": "gzip"})
        elif path == "/odd":
            self.answer(PAGE, **{"Content-Encoding": "br"})
        elif path == "/picture.png":
            self.answer(b"\x89PNG\r\n\x1a\n\x00\x00", **{"Content-Type": "image/png"})
        elif path == "/a.docx":
            self.answer(docx(paragraph("正文。")))
        elif path in ("/page", "/%E7%BD%91%E9%A1%B5.html"):
            self.answer(PAGE)
        elif path == "/nothing":
            self.answer(b"")
        else:
            self.answer(b"gone", code=404)

    def answer(self, data, code=200, **headers):
        self.send_response(code)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    server.done = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.at = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.done.set()
    server.shutdown()
    thread.join()
    server.server_close()


def says(call, *arguments, **named):
    with pytest.raises(ReaderError) as caught:
        call(*arguments, **named)
    assert caught.value.advice.endswith(".")
    return caught.value.what


def test_a_page_is_fetched_and_read(site):
    text, origin = fetch_text(f"{site.at}/page")
    document = restore(text, origin=origin)
    assert document.source == "\n".join((TITLE, *PARAGRAPHS, ""))
    assert document.origin.address == f"{site.at}/page"
    assert document.origin.encoding == "gb18030"
    assert document.structure[0].level == 1


def test_other_formats_come_by_address_too(site):
    assert fetch_text(f"{site.at}/a.docx")[0] == "正文。\n"


def test_an_address_may_have_chinese_in_it(site):
    assert fetch(f"{site.at}/网页.html?词=劳动 x#a")[0] == PAGE
    assert site.asked[-1][0] == "/%E7%BD%91%E9%A1%B5.html?%E8%AF%8D=%E5%8A%B3%E5%8A%A8%20x"


def test_redirects_are_followed_and_the_last_address_kept(site):
    assert fetch(f"{site.at}/to//page")[1] == f"{site.at}/page"


def test_nothing_is_told_but_the_request(site):
    fetch(f"{site.at}/cookie")
    _, headers = site.asked[-1]
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_a_page_that_comes_packed_is_unpacked(site):
    assert fetch(f"{site.at}/packed")[0] == PAGE


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "the server answered 404 Not Found"),
        ("/to/file@///etc/passwd", NOWHERE),
        ("/to/ftp@//127.0.0.1/x", NOWHERE),
        ("/short", "the connection was lost"),
        ("/odd", "its compression is unknown (br)"),
    ],
)
def test_why_a_page_did_not_come(site, path, reason):
    what = says(fetch, f"{site.at}{path}")
    assert what.startswith(f"{site.at}")
    assert what.endswith(f"could not be fetched: {reason}.")


def test_going_in_circles_ends(site):
    assert says(fetch, f"{site.at}/loop").endswith(f"could not be fetched: {NOWHERE}.")
    assert len(site.asked) <= 7


def test_a_server_that_does_not_answer_is_given_up(site):
    begun = time.monotonic()
    what = says(fetch, f"{site.at}/slow", timeout=0.3)
    assert what.endswith("the server does not answer.")
    assert time.monotonic() - begun < 5


def test_a_server_that_is_not_there():
    assert says(fetch, "http://127.0.0.1:9/").endswith("the server refuses the connection.")


@pytest.mark.parametrize("path", ["/big", "/endless", "/bomb"])
def test_what_is_too_big_is_not_read_to_its_end(site, path):
    limit = 1024 if path == "/big" else 2**20
    what = says(fetch, f"{site.at}{path}", limit=limit)
    assert what.endswith("can be opened.")
    assert LARGEST == 32 * 2**20


def test_what_is_no_text_is_told_by_its_address(site):
    assert says(fetch_text, f"{site.at}/picture.png") == (
        f"{site.at}/picture.png is a PNG file, not a text file."
    )
    assert says(fetch_text, f"{site.at}/nothing") == f"{site.at}/nothing is empty."


def test_fetching_can_be_cancelled(site):
    def check():
        raise LookupError("cancelled")

    with pytest.raises(LookupError, match="cancelled"):
        fetch_text(f"{site.at}/endless", check=check)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "www.example.org",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "http://",
        "http:///x",
        "http://[::1",
        "http://example.org:port/",
        "https://user:secret@example.org/",
        "http://" + "a" * 70 + ".org/",
        "http://exa mple.org/\r\nHost: evil",
    ],
)
def test_what_is_no_address_is_never_asked_for(address):
    assert "is not a web address" in says(fetch, address)
