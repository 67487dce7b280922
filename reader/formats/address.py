"""Fetches a page, or asks a server, only when the user asked for just this address."""

from __future__ import annotations

import base64
import http.client
import re
import socket
import ssl
import urllib.request
import zlib
from collections.abc import Mapping
from contextlib import suppress
from email.message import Message
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from reader.formats.connection import (
    Check,
    Connection,
    Limits,
    NotPublic,
    SentTooMuch,
    is_loopback,
    resolve,
)
from reader.text.causes import Cause, cause_of
from reader.text.errors import CannotFetch, FileTooBig, NoAddress

LARGEST = 32 * 2**20  # bytes
TIMEOUT = 20.0  # seconds without a byte
LONGEST = 60.0  # seconds in all
_HEADERS = 2**18  # bytes of headers and marks of pieces that may come besides the page itself
_REDIRECTS = 5
_PIECE = 64 * 1024
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_PORTS = {"http": 80, "https": 443}
_GIVEN = 4096  # bytes unpacked in one step
_GZIP = b"\x1f\x8b"
_ASKED = {
    "User-Agent": "Mozilla/5.0 (compatible; Jingdu)",  # without "Mozilla" some answer 403
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def fetch(
    address: str,
    *,
    timeout: float = TIMEOUT,
    limit: int = LARGEST,
    longest: float = LONGEST,
    check: Check | None = None,
) -> tuple[bytes, str]:
    """Return what an address gives, and the address it came from in the end.

    http and https alone; at most five redirects; no cookies, no password, nothing sent but the
    request. `timeout` is in seconds without a byte, `longest` in seconds for all of it, `limit` in
    bytes. A private address that the user gave is asked; a redirect to another one is refused.
    Raises NoAddress, FileTooBig and CannotFetch.
    """
    target = first = _check_address(address)
    limits = Limits(longest, timeout, limit + _HEADERS, check)
    try:
        for _ in range(_REDIRECTS + 1):
            answer = _ask(target, limits, may_be_private=_is_same_server(target, first))
            with answer:
                if answer.status not in (301, 302, 303, 307, 308):
                    data = _read(answer, address, limit)
                    return _unpack(data, answer.headers, address, limit), target
                target = _next(target, answer, address)
        raise CannotFetch(address, Cause("nowhere"))
    except NotPublic:
        raise CannotFetch(address, Cause("private")) from None
    except SentTooMuch as error:
        raise FileTooBig(address, error.size, limit) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CannotFetch(address, _reason(error)) from error


class Answer(NamedTuple):
    """What a server answered: a status of HTTP, and the bytes of its body."""

    status: int
    data: bytes


def post(
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    timeout: float = TIMEOUT,
    limit: int = LARGEST,
    longest: float = LONGEST,
    check: Check | None = None,
) -> Answer:
    """Send bytes to a server that the user named, and return its answer, whatever its status.

    Limits are those of `fetch`. No redirect is followed: what was meant for one server would go to
    another. An address by http is taken for this computer alone, and without a proxy. Raises
    NoAddress, FileTooBig and CannotFetch.
    """
    target = _check_address(address)
    limits = Limits(longest, timeout, limit + _HEADERS, check)
    try:
        with _ask(target, limits, may_be_private=True, body=body, headers=headers) as answer:
            if 300 <= answer.status < 400:
                raise CannotFetch(address, Cause("redirected"))
            data = _read_whole(answer, address, limit)
            return Answer(answer.status, _unpack(data, answer.headers, address, limit))
    except NotPublic:
        raise CannotFetch(address, Cause("not_here")) from None
    except SentTooMuch as error:
        raise FileTooBig(address, error.size, limit) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise CannotFetch(address, _reason(error)) from error


def _check_address(address: str) -> str:
    """Return an address in the letters the network takes. Raises NoAddress."""
    text = address.strip()
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:  # a broken [address], a port that is no number, a host that cannot be
        raise NoAddress(address) from None
    named = parts.username is not None or parts.password is not None
    if parts.scheme.lower() not in _PORTS or not _HOST.fullmatch(host) or named:
        raise NoAddress(address)
    if ":" in host:
        host = f"[{host}]"
    # A lone surrogate stands for a byte of an address that was no UTF-8; it goes as that byte.
    path = quote(parts.path or "/", safe=_SAFE, errors="surrogateescape")
    query = quote(parts.query, safe=_SAFE, errors="surrogateescape")
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))


def _is_same_server(target: str, first: str) -> bool:
    """Tell if an address is on the server that the user named, by the same name."""
    one, other = _Server.of(target), _Server.of(first)
    usual = one.is_usual and other.is_usual  # from http to https
    return one.host == other.host and (one.port == other.port or usual)


class _Server(NamedTuple):
    """Where an address leads."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, address: str) -> _Server:
        parts = urlsplit(address)
        port = parts.port if parts.port is not None else _PORTS[parts.scheme]
        return cls(parts.scheme, parts.hostname or "", port)

    @property
    def is_usual(self) -> bool:
        """Whether the port is that of the scheme."""
        return self.port == _PORTS[self.scheme]


def _ask(
    target: str,
    limits: Limits,
    *,
    may_be_private: bool,
    body: bytes | None = None,
    headers: Mapping[str, str] = _ASKED,
) -> http.client.HTTPResponse:
    """Return the answer of a server; bytes are sent to it by POST.

    Raises NotPublic (bytes without TLS to another computer, too), OSError and HTTPException.
    """
    server = _Server.of(target)
    parts = urlsplit(target)
    context = ssl.create_default_context() if server.scheme == "https" else None
    headers = dict(headers)
    path = urlunsplit(("", "", parts.path, parts.query, ""))
    stays_here = body is not None and context is None
    proxy = None if stays_here else _proxy_for(server)
    if proxy is None:
        numbers = resolve(server.host, server.port, limits, may_be_private=may_be_private)
        if stays_here and not all(map(is_loopback, numbers)):
            raise NotPublic
        connection = Connection(server.host, server.port, numbers, limits, context)
    else:
        if not may_be_private:
            _refuse_private(server, limits)
        parts_of_proxy = urlsplit(proxy)
        host, port = parts_of_proxy.hostname or "", parts_of_proxy.port or 80
        numbers = resolve(host, port, limits, may_be_private=True)
        connection = Connection(host, port, numbers, limits, context)
        allowed = _proxy_password(proxy)
        if context is not None:
            connection.tunnel_to(server.host, server.port, allowed)
        else:
            path = target
            headers.update(allowed)
    try:
        method = "GET" if body is None else "POST"
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": parts.netloc, **headers}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        return connection.getresponse()
    except BaseException:
        connection.close()
        raise


def _proxy_for(server: _Server) -> str | None:
    """Return the proxy that the system or the environment names for a server."""
    proxy = urllib.request.getproxies().get(server.scheme)
    if not proxy or urllib.request.proxy_bypass(f"{server.host}:{server.port}"):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _proxy_password(proxy: str) -> dict[str, str]:
    parts = urlsplit(proxy)
    if parts.username is None:
        return {}
    known = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(known.encode()).decode()}"}


def _refuse_private(server: _Server, limits: Limits) -> None:
    """Raise NotPublic where a name is known here as private; a proxy may know others."""
    try:
        resolve(server.host, server.port, limits, may_be_private=False)
    except socket.gaierror:
        return


def _next(target: str, answer: http.client.HTTPResponse, address: str) -> str:
    """Return where a redirect leads: never to file: or ftp:. Raises CannotFetch."""
    location = answer.headers.get("Location", "")
    with suppress(UnicodeError):
        # Headers are taken for Latin-1; many servers send UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        if not location:
            raise NoAddress(target)
        return _check_address(urljoin(target, location))
    except (NoAddress, ValueError):
        raise CannotFetch(address, Cause("nowhere")) from None


def _read(answer: http.client.HTTPResponse, address: str, limit: int) -> bytes:
    """Return all bytes of an answer, piece by piece. Raises CannotFetch and FileTooBig."""
    if answer.status >= 300 or answer.status < 200:
        if 300 <= answer.status < 400:
            raise CannotFetch(address, Cause("nowhere"))
        phrase = phrase_of(answer.status)
        raise CannotFetch(address, Cause("answered", status=answer.status, phrase=phrase))
    return _read_whole(answer, address, limit)


def _read_whole(answer: http.client.HTTPResponse, address: str, limit: int) -> bytes:
    claimed = answer.headers.get("Content-Length", "").strip()
    promised = int(claimed) if re.fullmatch("[0-9]{1,18}", claimed, re.A) else None
    is_chunked = answer.headers.get("Transfer-Encoding") is not None
    if promised is not None and not is_chunked and promised > limit:
        raise FileTooBig(address, promised, limit)
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise FileTooBig(address, size, limit)
    if promised is not None and not is_chunked and size < promised:
        raise CannotFetch(address, Cause("broke_off"))
    return b"".join(pieces)


def phrase_of(status: int) -> str:
    """Return what a status means; servers have words of their own, of any length."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _unpack(data: bytes, headers: Message, address: str, limit: int) -> bytes:
    """Return the bytes of a page that came packed although nobody asked for it.

    What stands behind the end of the packed data is no part of it; browsers pass it over, too.
    """
    packing = (headers.get("Content-Encoding") or "").strip().lower()
    if packing in ("", "identity") or not data:
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        known = packing if re.fullmatch("[a-z0-9, -]{1,30}", packing) else "?"
        raise CannotFetch(address, Cause("packed", packing=known))
    is_bare = packing == "deflate" and not _has_zlib_head(data)
    wbits = -zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS | 32
    pieces: list[bytes] = []
    size = 0
    at = 0
    while True:
        unpacker = zlib.decompressobj(wbits)
        # Piece by piece, as it copies all that stands behind its end: 300,000 empty members of
        # 20 bytes would copy 900 GB.
        while not unpacker.eof:
            if at >= len(data):
                raise CannotFetch(address, Cause("broke_off"))
            given = data[at : at + _GIVEN]
            try:
                piece = unpacker.decompress(given, limit + 1 - size)
            except zlib.error as error:
                raise CannotFetch(address, Cause("damaged")) from error
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                raise FileTooBig(address, size, limit)
            at += len(given) - len(unpacker.unused_data)
        if not data.startswith(_GZIP, at) or packing == "deflate":
            return b"".join(pieces)


def _has_zlib_head(data: bytes) -> bool:
    """Tell whether "deflate" has the head that it should have; many servers leave it out."""
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0


def _reason(error: Exception) -> Cause:
    """Return why a page did not come."""
    if isinstance(error, TimeoutError):
        return Cause("no_answer")
    if isinstance(error, socket.gaierror):
        return Cause("no_server")
    if isinstance(error, ConnectionRefusedError):
        return Cause("refused")
    if isinstance(error, ssl.SSLCertVerificationError):
        return Cause("untrusted")
    if isinstance(error, ssl.SSLEOFError | ConnectionError | http.client.IncompleteRead):
        return Cause("broke_off")
    if isinstance(error, ssl.SSLError):
        return Cause("no_http")
    return cause_of(error) if isinstance(error, OSError) else Cause("no_http")
