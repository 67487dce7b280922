"""Servers that lie, drip, loop, and send where nobody asked to go: said in words, in good time."""

import gzip
import socket
import threading
import time
import zlib
from contextlib import contextmanager

import pytest

from reader import ReaderError
from reader.formats.address import fetch

PAGE = "<html><p>劳动关系和谐稳定。</html>".encode() * 50
PACKED = gzip.compress(PAGE, mtime=0)  # or tests would be called otherwise each second
HEAD = b"HTTP/1.1 200 OK\r\n"
BARE = zlib.compressobj(wbits=-15)
BARE = BARE.compress(PAGE) + BARE.flush()


@contextmanager
def server(*pieces, pause=0.0, host="127.0.0.1"):
    """Serve these bytes to all who ask; with None at the end all but the first for ever.

    Yields the address; `pause` is in seconds between pieces.
    """
    ended = threading.Event()
    listening = socket.create_server((host, 0))
    listening.settimeout(0.05)

    def answer(asking):
        with asking:
            try:
                asking.recv(65_536)
                first, *rest = pieces
                asking.sendall(first)
                while rest and not ended.is_set():
                    for piece in rest:
                        if piece is not None and not ended.wait(pause):
                            asking.sendall(piece)
                    if rest[-1] is not None:
                        break
            except OSError:
                pass

    def serve():
        while not ended.is_set():
            try:
                asking, _ = listening.accept()
            except TimeoutError:
                continue
            asking.settimeout(None)
            threads.append(threading.Thread(target=answer, args=(asking,)))
            threads[-1].start()

    threads = [threading.Thread(target=serve)]
    threads[0].start()
    yield f"http://{host}:{listening.getsockname()[1]}/page"
    ended.set()
    for thread in threads:
        thread.join()
    listening.close()


def why(address, **how):
    """Return why an address could not be fetched; never in words of Python's."""
    with pytest.raises(ReaderError) as caught:
        fetch(address, **how)
    what = str(caught.value)
    for words in ("IncompleteRead", "Errno", "Error", "bytes read", "invalid literal", "zlib"):
        assert words not in what
    return caught.value.what.partition("could not be fetched: ")[2] or caught.value.what


def packed(data, packing="gzip", more=b""):
    return HEAD + b"Content-Encoding: " + packing.encode() + b"\r\n" + more + b"\r\n" + data


@pytest.mark.parametrize(
    "answer",
    [
        packed(PACKED),
        packed(gzip.compress(PAGE[:99], mtime=0) + gzip.compress(PAGE[99:], mtime=0)),
        packed(PACKED + b"rubbish behind it"),
        packed(PACKED, "x-gzip"),
        packed(zlib.compress(PAGE), "deflate"),
        packed(zlib.compress(PAGE) + b"rubbish", "deflate"),
        packed(BARE, "deflate"),
        packed(PAGE, "identity"),
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE),
        HEAD + b"Content-Length: %d\r\n\r\n%srubbish" % (len(PAGE), PAGE),
        HEAD + b"Content-Length: many\r\n\r\n" + PAGE,
        b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + HEAD + b"\r\n" + PAGE,
    ],
)
def test_what_comes_whole_is_read_however_it_is_packed(answer):
    with server(answer) as address:
        assert fetch(address) == (PAGE, address)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (packed(PACKED[:-30]), "the connection was lost."),
        (packed(PACKED + PACKED[:20]), "the connection was lost."),
        (packed(BARE[:-5], "deflate"), "the connection was lost."),
        (packed(b"no gzip at all"), "the data arrived damaged."),
        (packed(PAGE, "br"), "its compression is unknown (br)."),
        (packed(PAGE, "zstd"), "its compression is unknown (zstd)."),
        (packed(PAGE, "\x1b[31m" + "x" * 99), "its compression is unknown (?)."),
        (HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE, "the connection was lost."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n" + PAGE, "the connection was lost."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<html", "the connection was lost."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE, "the connection was lost."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n" + PAGE, "the connection was lost."),
        (b"", "the connection was lost."),
        (b"SSH-2.0-OpenSSH\r\n", "the server's answer cannot be understood."),
        (b"HTTP/1.1 9999999 x\r\n\r\n", "the server's answer cannot be understood."),
        (HEAD + b"a: b\r\n" * 1000 + b"\r\n", "the server's answer cannot be understood."),
        (HEAD + b"a: " + b"b" * 99_999, "the server's answer cannot be understood."),
        (b"HTTP/1.1 404 " + b"x" * 999 + b"\r\n\r\n", "the server answered 404 Not Found."),
        (b"HTTP/1.1 302 x\r\n\r\n", "it redirects in a loop, or to something that is not a page."),
        (b"HTTP/1.1 304 x\r\n\r\n", "it redirects in a loop, or to something that is not a page."),
        (b"HTTP/1.1 302 x\r\nLocation: http://[::1\r\n\r\n",
         "it redirects in a loop, or to something that is not a page."),
    ],
)  # fmt: skip
def test_what_is_cut_off_or_lies_is_told(answer, reason):
    with server(answer) as address:
        assert why(address) == reason


@pytest.mark.parametrize(
    "pieces",
    [
        (b"H", b"T", None),
        (HEAD + b"a: b", b"b", None),
        (b"HTTP/1.1 ", b"100 Continue\r\n\r\nHTTP/1.1 ", None),
        (HEAD + b"\r\n<html>", b"<p>", None),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", None),
    ],
)
def test_who_drips_is_given_up_after_one_time_for_all_of_it(pieces):
    with server(*pieces, pause=0.02) as address:
        begun = time.monotonic()
        assert why(address, longest=0.5) == "the server does not answer."
        assert time.monotonic() - begun < 4


def test_headers_without_an_end_are_not_read_to_it():
    with server(b"HTTP/1.1 ", b"100 Continue\r\n\r\nHTTP/1.1 " * 999, None) as address:
        assert why(address, limit=1000).endswith("can be opened.")


def test_fetching_can_be_cancelled_while_headers_drip():
    def check():
        raise LookupError("cancelled")

    with server(HEAD, b"a", None, pause=0.05) as address, pytest.raises(LookupError):
        fetch(address, check=check)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.2", "127.1", "2130706434", "0x7f000002", "0177.0.0.2", "0.0.0.0", "localhost",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "[fe80::1]", "[fd00::1]",
        "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.1", "172.16.3.4", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::127.0.0.1]",
        "[::ffff:0:7f00:1]", "[64:ff9b:1::7f00:1]", "[fec0::1]", "localhost.", "LOCALHOST",
        "a.localhost", "printer.local", "router.home.arpa.", "①②⑦.⓪.⓪.②",
    ],
)  # fmt: skip
def test_no_redirect_leads_into_a_private_network(host):
    """The server is at 127.0.0.1, as the user said; to another place there no page may send us."""
    location = f"Location: http://{host}:9/secret\r\n\r\n".encode()
    with server(b"HTTP/1.1 302 Found\r\n" + location) as address:
        assert why(address) == "it redirects into a private network, or to this computer."


def test_a_private_address_of_the_user_is_his_word():
    with server(HEAD + b"\r\n" + PAGE, host="127.0.0.3") as address:
        assert fetch(address) == (PAGE, address)


def test_another_port_of_this_computer_is_another_server():
    leads = b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:9/\r\n\r\n"
    with server(leads) as address:
        assert "private network" in why(address)


@pytest.mark.parametrize("numbers", [["10.1.2.3"], ["127.0.0.1", "192.168.0.1"], ["::1"]])
def test_a_name_that_stands_for_a_private_number_is_refused(numbers, monkeypatch):
    asked = []
    real = socket.getaddrinfo

    def answer(host, port, *rest, **more):
        asked.append(host)
        if host != "inside.example":
            return real(host, port, *rest, **more)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with server(b"HTTP/1.1 302 x\r\nLocation: http://inside.example/\r\n\r\n") as address:
        assert "private network" in why(address)
    assert asked.count("inside.example") == 1


def test_a_name_is_asked_for_once_and_that_number_is_connected_to(monkeypatch):
    """Who changes the number of a name between check and connection gains nothing."""
    asked = []
    real = socket.getaddrinfo

    def answer(host, port, *rest, **more):
        if host != "changing.example":
            return real(host, port, *rest, **more)
        asked.append(host)
        number = "127.0.0.1" if len(asked) == 1 else "127.0.0.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with server(HEAD + b"\r\n" + PAGE) as address:
        assert fetch(address.replace("127.0.0.1", "changing.example"))[0] == PAGE
    assert len(asked) == 1


def test_a_proxy_is_asked_where_one_is_set(monkeypatch):
    with server(HEAD + b"\r\n" + PAGE) as proxy:
        monkeypatch.setenv("http_proxy", proxy.removesuffix("/page"))
        monkeypatch.setenv("no_proxy", "")
        assert fetch("http://192.0.2.1/a.html")[0] == PAGE


@pytest.mark.parametrize("host", ["localhost.", "a.localhost", "[::7f00:1]", "printer.local"])
def test_no_redirect_leads_inside_by_a_proxy_that_knows_names_we_do_not(host, monkeypatch):
    leads = f"HTTP/1.1 302 x\r\nLocation: http://{host}/\r\n\r\n".encode()
    with server(leads) as proxy:
        monkeypatch.setenv("http_proxy", proxy.removesuffix("/page"))
        monkeypatch.setenv("no_proxy", "")
        assert "private network" in why("http://192.0.2.1/a.html")


def test_names_that_only_look_like_those_of_this_network_are_asked(monkeypatch):
    asked = []

    def answer(host, port, *_rest, **_more):
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    for host in ("localhost.example", "mylocalhost", "local.example"):
        with pytest.raises(ReaderError):
            fetch(f"http://{host}/")
    assert asked == ["localhost.example", "mylocalhost", "local.example"]


def test_many_empty_members_of_gzip_are_read_in_good_time():
    many = gzip.compress(b"") * 100_000 + gzip.compress(PAGE)
    begin = time.process_time()
    with server(packed(many)) as address:
        assert fetch(address)[0] == PAGE
    assert time.process_time() - begin < 5


def test_a_proxy_that_refuses_a_safe_page_is_told(monkeypatch):
    with server(b"HTTP/1.1 403 Forbidden\r\n\r\n") as proxy:
        monkeypatch.setenv("https_proxy", proxy.removesuffix("/page"))
        monkeypatch.setenv("no_proxy", "")
        assert why("https://192.0.2.1/a.html").endswith(".")


def test_bytes_of_an_address_that_are_no_utf8_are_sent_as_they_are():
    with server(HEAD + b"\r\n" + PAGE) as address:
        assert fetch(f"{address}/\udcb9\udcfa")[1] == f"{address}/%B9%FA"
