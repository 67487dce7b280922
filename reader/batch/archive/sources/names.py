"""Where the result of a page lies in a folder of results: never outside it, never on another's."""

from __future__ import annotations

import os
import re
from collections import Counter
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from reader.batch.archive.storage import WORK

# Windows takes fewer signs; a control character would steer the terminal that lists the folder.
_BAD = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]' if os.name == "nt" else r"[\x00-\x1f\x7f]")
_TEXTS = (".txt", ".md")
_LONGEST = 200  # bytes of one name; file systems take 255
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")


class Twins:
    """Counts pages whose results would get the same name; eight bytes are kept of each."""

    def __init__(self) -> None:
        self._seen: Counter[bytes] = Counter()

    def count(self, name: str) -> int:
        """Return how many came before with the name of this one."""
        path = os.fsencode(result_path(name)) if "\x00" not in name else name.encode("utf-8")
        key = blake2b(path, digest_size=8).digest()
        self._seen[key] += 1
        return self._seen[key] - 1


def result_path(name: str, twin: int = 0) -> str:
    """Return the path of a page's clean text inside a folder of results, with / between.

    A text keeps its name, a document has .txt behind it (a.docx.txt): a.docx and a.html stay two.
    Of several pages with one name the second is a-2.txt.

    >>> result_path("pages/../../etc/a.docx"), result_path("a.txt", 1)
    ('pages/etc/a.docx.txt', 'a-2.txt')
    """
    parts = [_tame(part) for part in name.replace("\\", "/").split("/")]
    parts = [part for part in parts if part]
    if not parts:
        parts = ["page.txt"]
    if parts[0] == WORK:
        parts[0] = f"_{WORK}"
    stem, ending = os.path.splitext(parts[-1])
    if ending.lower() not in _TEXTS:
        stem, ending = parts[-1], ".txt"
    if twin:
        stem = f"{stem}-{twin + 1}"
    return "/".join((*parts[:-1], stem + ending))


def path_of_address(address: str) -> str:
    """Return the name that an address gives a page: its host, and its path."""
    try:
        found = urlsplit(address)
    except ValueError:
        return "page.html"
    path = unquote(found.path, errors="surrogateescape").strip("/") or "index.html"
    if found.query:
        path = f"{path}?{found.query}"
    return f"{found.netloc}/{path}" if found.netloc else path


def path_of_row(name: str, number: int) -> str:
    """Return the name that a row of a table gives a page: its number, in folders of a thousand."""
    return f"{name}/{number // 1000:06d}/{number:09d}.txt"


def decode_zip_name(name: str, *, is_utf8: bool) -> str:
    """Return the name of a member as it was meant: Chinese archives have GBK and do not say so."""
    if is_utf8:
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    return decode_name(raw)


def decode_name(raw: bytes) -> str:
    """Return a name of which only the bytes are known."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "surrogateescape")


def _tame(part: str) -> str:
    """Return one name of a path without what leads elsewhere or no file system takes."""
    part = _BAD.sub("_", part).strip(" ")
    if not part.strip("."):
        return ""
    part = part.rstrip(". ")
    if part[0] == ".":
        part = f"_{part}"
    if _DEVICES.match(part):
        part = f"_{part}"
    raw = part.encode("utf-8", "surrogateescape")
    if len(raw) <= _LONGEST:
        return part
    mark = blake2b(raw, digest_size=6).hexdigest()
    stem, ending = os.path.splitext(part)
    ending = ending if len(ending.encode("utf-8", "surrogateescape")) <= 16 else ""
    kept = stem.encode("utf-8", "surrogateescape")[: _LONGEST - 30].decode("utf-8", "ignore")
    return f"{kept}-{mark}{ending}"
