"""Which format bytes are in. What they hold decides; a name only where they could be either."""

from __future__ import annotations

import codecs
import io
import re

_TEXT, _HTML = "text", "html"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096  # bytes looked at
# A page may begin with comments, an XML declaration and blank lines.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.I)
_WEB_NAMES = (".html", ".htm", ".xhtml", ".shtml")


def detect(data: bytes, name: str = "") -> str:
    """Return the format of a file that begins as `data` does.

    "html", "pdf", "docx", "epub", "rtf", "text"; "zip" for an archive of something else, "ole"
    for what Office 97 wrote. `name` is the file's name: text with tags in it is a page only if
    its name says so, as a pasted fragment may be damaged text that is to be repaired.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return _in_archive(data)
    if data.startswith(_OLE):
        return "ole"
    head = _readable(data[:_HEAD])
    if head.startswith("{\\rtf"):
        return "rtf"
    if _PAGE.match(head):
        return _HTML
    if name.lower().endswith(_WEB_NAMES) and _TAG.search(_readable(data[: _HEAD * 16])):
        return _HTML
    return _TEXT


def ole_kind(data: bytes) -> str:
    """Tell what an Office 97 container holds: "encrypted", "Excel", "PowerPoint" or "Word"."""
    for stream, kind in (
        ("EncryptedPackage", "encrypted"),  # how Office stores a .docx with a password
        ("Workbook", "Excel"),
        ("PowerPoint Document", "PowerPoint"),
    ):
        if stream.encode("utf-16-le") in data:
            return kind
    return "Word"


def _readable(data: bytes) -> str:
    """Return bytes as text in which ASCII can be recognised, whatever the encoding."""
    if data.startswith(codecs.BOM_UTF16_LE) or data[1:2] == b"\x00":
        return data.decode("utf-16-le", "replace").lstrip("\ufeff")
    if data.startswith(codecs.BOM_UTF16_BE) or data[:1] == b"\x00":
        return data.decode("utf-16-be", "replace").lstrip("\ufeff")
    return data.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _in_archive(data: bytes) -> str:
    """Tell what a ZIP archive is by the members it must have; a broken one by its first."""
    import zipfile  # not needed for a text

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # No list of members at the end: the download broke off.
        if b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data[:_HEAD]:
            return "epub"
        return "docx" if b"[Content_Types].xml" in data[:_HEAD] else "zip"
    if "META-INF/container.xml" in names:
        return "epub"
    return "docx" if "word/document.xml" in names or _is_word(names) else "zip"


def _is_word(names: set[str]) -> bool:
    """Tell whether a package is Word's though its document has another name, as WPS may give it."""
    return any(name.startswith("word/document") and name.endswith(".xml") for name in names)
