"""Translates sentences with a server that the user chose; without one nothing is sent anywhere.

Source of the interface: https://github.com/LibreTranslate/LibreTranslate (POST /translate).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from reader.formats.address import phrase_of, post
from reader.study.errors import CannotTranslate, NotSafe, TooMuchToSend
from reader.text.causes import Cause
from reader.text.errors import CannotFetch, FileTooBig, NoAddress

Check = Callable[[], None]
"""Called several times a second; what it raises (to cancel) goes through."""

TARGET = "en"
LARGEST_SENT = 20_000  # code points at once: a long chapter is not sent by a slip of the hand
LARGEST_ANSWER = 2**20  # bytes
TIMEOUT = 20.0  # seconds without a byte; a small server translates a page in ten
LONGEST = 60.0  # seconds for one request
_AT_ONCE = 2000  # code points in a request, as many as public servers allow
_PATH = "/translate"
_SOURCES = ("zh", "zh-Hans")  # servers of some versions know only one of the two
_MOST_WORDS = 200  # code points of what a server says of an error


class Translator(Protocol):
    """Something that translates from Chinese."""

    name: str
    """What to call it: its host."""
    address: str
    """Where text goes; a consent and what is kept belong to it."""

    def translate(self, sentences: Sequence[str], check: Check | None = None) -> list[str]:
        """Return one translation a sentence, in order. Raises ReaderError, and what `check` does.

        None is sent where there is none to translate.
        """
        ...


class LibreTranslate:
    """A server with the interface of LibreTranslate."""

    def __init__(self, address: str, key: str = "", *, timeout: float = TIMEOUT) -> None:
        """Set the server; nothing is sent. `timeout` is in seconds without a byte.

        Raises NoAddress, and NotSafe for http:// to another computer.
        """
        self.address = clean_address(address)
        self.name = server_name(self.address)
        self._key = key.strip()
        self._timeout = timeout
        self._sources = list(_SOURCES)

    def translate(self, sentences: Sequence[str], check: Check | None = None) -> list[str]:
        """Return one translation a sentence. Raises TooMuchToSend and CannotTranslate."""
        check_size(sentences)
        found: list[str] = []
        for some in batches(sentences):
            if check is not None:
                check()
            found += self._translate_some(some, check)
        return found

    def _translate_some(self, sentences: list[str], check: Check | None) -> list[str]:
        while True:
            source = self._sources[0]
            status, data = self._post(sentences, source, check)
            if status != 400 or len(self._sources) == 1 or f"{source} is not" not in _said(data):
                break
            del self._sources[0]
        if status != 200:
            raise CannotTranslate(self.name, _refusal(status, data))
        answer = _parse(data)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if isinstance(found, str) and len(sentences) == 1:
            found = [found]
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise CannotTranslate(self.name, Cause("no_http"))
        if len(found) != len(sentences):
            cause = Cause("other_number", came=len(found), asked=len(sentences))
            raise CannotTranslate(self.name, cause)
        return found

    def _post(self, sentences: list[str], source: str, check: Check | None) -> tuple[int, bytes]:
        asked: dict[str, object] = {
            "q": [one.encode("utf-8", "replace").decode("utf-8") for one in sentences],
            "source": source,
            "target": TARGET,
            "format": "text",
        }
        if self._key:
            asked["api_key"] = self._key
        headers = {
            "User-Agent": "Jingdu",
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        try:
            answer = post(
                self.address,
                json.dumps(asked, ensure_ascii=False).encode("utf-8"),
                headers,
                timeout=self._timeout,
                longest=LONGEST,
                limit=LARGEST_ANSWER,
                check=check,
            )
        except FileTooBig:
            raise CannotTranslate(self.name, Cause("too_big")) from None
        except CannotFetch as error:
            reason = error.values["reason"]
            assert isinstance(reason, Cause)
            raise CannotTranslate(self.name, reason) from error
        return answer.status, answer.data


def clean_address(address: str) -> str:
    """Return the address that text is sent to: that of a server, with /translate behind it.

    Raises NoAddress, and NotSafe for http:// to another computer.
    """
    text = address.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        raise NoAddress(address) from None
    scheme = parts.scheme.lower()
    is_named = parts.username is not None or parts.password is not None
    if scheme not in ("http", "https") or not host or is_named or any(map(str.isspace, text)):
        raise NoAddress(address)
    if scheme == "http" and not _is_this_computer(host):
        raise NotSafe(address.strip())
    path = parts.path.rstrip("/")
    path = path if path.endswith(_PATH) else path + _PATH
    shown = f"[{host}]" if ":" in host else host
    return urlunsplit((scheme, shown + port, path, "", ""))


def server_name(address: str) -> str:
    """Return what to call the server of an address: its host, and its port if it has one."""
    return urlsplit(address).netloc


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"  # `post` looks whether it is


def check_size(sentences: Sequence[str]) -> None:
    """Raise TooMuchToSend if the sentences are more than is sent at once."""
    size = sum(map(len, sentences))
    if size > LARGEST_SENT:
        raise TooMuchToSend(size, LARGEST_SENT)


def batches(sentences: Sequence[str]) -> Iterator[list[str]]:
    """Yield the sentences in requests of a size that servers take."""
    some: list[str] = []
    size = 0
    for sentence in sentences:
        if some and size + len(sentence) > _AT_ONCE:
            yield some
            some, size = [], 0
        some.append(sentence)
        size += len(sentence)
    if some:
        yield some


def _parse(data: bytes) -> object:
    """Return what JSON says, None for anything else."""
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found


def _said(data: bytes) -> str:
    """Return what a server says of an error, on one line."""
    answer = _parse(data)
    words = answer.get("error") if isinstance(answer, dict) else None
    return " ".join(words.split())[:_MOST_WORDS] if isinstance(words, str) else ""


def _refusal(status: int, data: bytes) -> Cause:
    words = _said(data)
    if words:
        return Cause("said", status=status, words=words)
    return Cause("answered", status=status, phrase=phrase_of(status))
