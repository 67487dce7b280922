"""Fetches a page, only when the user asked for just this address."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from email.message import Message
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from reader.text.causes import Cause, cause_of
from reader.text.errors import CannotFetch, FileTooBig, NoAddress

LARGEST = 32 * 2**20  # bytes
TIMEOUT = 20.0  # seconds without a byte
_LONGEST = 60.0  # seconds in all
_REDIRECTS = 5
_PIECE = 64 * 1024
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_SAFE = "%/:=&?~#+!$,;'@()*[]"

Check = Callable[[], None]
"""Called between pieces; what it raises (to cancel) goes through."""


def fetch(
    address: str, *, timeout: float = TIMEOUT, limit: int = LARGEST, check: Check | None = None
) -> tuple[bytes, str]:
    """Return what an address gives, and the address it came from in the end.

    http and https alone; at most five redirects; no cookies, no password, nothing sent but the
    request. `timeout` is in seconds without a byte, `limit` in bytes. Raises NoAddress, FileTooBig
    and CannotFetch.
    """
    target = _check_address(address)
    request = urllib.request.Request(
        target,
        headers={
            "User-Agent": "Mozilla/5.0 (compatible; Jingdu)",  # without "Mozilla" some answer 403
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
        },
    )
    try:
        with _opener().open(request, timeout=timeout) as answer:
            data = _read(answer, address, limit, check)
            return _unpack(data, answer.headers, address, limit), answer.geturl()
    except urllib.error.HTTPError as error:
        with error:
            # urllib refuses some redirects itself, with words of its own.
            answered = Cause("answered", status=error.code, phrase=error.reason)
            reason = Cause("nowhere") if 300 <= error.code < 400 else answered
        raise CannotFetch(address, reason) from None
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
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host) or named:
        raise NoAddress(address)
    if ":" in host:
        host = f"[{host}]"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((parts.scheme.lower(), host + port, path, quote(parts.query, safe=_SAFE), ""))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, and only to pages: never to file: or ftp:."""

    max_redirections = _REDIRECTS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request. Raises CannotFetch."""
        try:
            target = _check_address(newurl)
        except NoAddress:
            fp.close()
            raise CannotFetch(req.full_url, Cause("nowhere")) from None
        return super().redirect_request(req, fp, code, msg, headers, target)


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https and nothing else."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        _Redirects(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _read(answer: http.client.HTTPResponse, address: str, limit: int, check: Check | None) -> bytes:
    """Return all bytes of an answer, piece by piece."""
    claimed = answer.headers.get("Content-Length", "")
    if claimed.isdigit() and int(claimed) > limit:
        raise FileTooBig(address, int(claimed), limit)
    until = time.monotonic() + _LONGEST
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = answer.read1(_PIECE)
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise FileTooBig(address, size, limit)
        if time.monotonic() > until:
            raise TimeoutError
        if check is not None:
            check()
    if claimed.isdigit() and size < int(claimed):
        raise CannotFetch(address, Cause("broke_off"))
    return b"".join(pieces)


def _unpack(data: bytes, headers: Message, address: str, limit: int) -> bytes:
    """Return the bytes of a page that came packed although nobody asked for it."""
    packing = (headers.get("Content-Encoding") or "").strip().lower()
    if packing in ("", "identity"):
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise CannotFetch(address, Cause("packed", packing=packing))
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        unpacked = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise CannotFetch(address, Cause("damaged")) from error
    if len(unpacked) > limit:
        raise FileTooBig(address, len(unpacked), limit)
    return unpacked


def _reason(error: Exception) -> Cause:
    """Return why a page did not come."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return Cause("no_answer")
    if isinstance(cause, socket.gaierror):
        return Cause("no_server")
    if isinstance(cause, ConnectionRefusedError):
        return Cause("refused")
    if isinstance(cause, ssl.SSLError):
        return Cause("untrusted")
    if isinstance(cause, ConnectionError | http.client.IncompleteRead):
        return Cause("broke_off")
    return cause_of(cause) if isinstance(cause, OSError) else Cause("no_http")
