"""What encodings and formats are called: Big5 for cp950, HTML GB18030 (detected)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.formats.table import TEXT, format_of
from reader.text.document import Origin

# As people call them; Python's names are those of its codecs.
_NAMES = {
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp1252": "Windows-1252",
    "shift_jis": "Shift JIS",
    "euc_kr": "EUC-KR",
}


def encoding_name(codec: str) -> str:
    """Return what an encoding is called: Big5 for cp950."""
    return _NAMES.get(codec, codec.upper())


def encoding_words(origin: Origin) -> str:
    """Return the format, the encoding and how it was found: HTML GB18030 (detected)."""
    translate = QCoreApplication.translate
    known = format_of(origin.format)
    kind = "" if known is None or known is TEXT else known.name
    if known is not None and kind and not (origin.encoding and known.has_encoding):
        return kind
    how = {
        "bom": translate("Encoding", "marked in the file"),
        "declared": translate("Encoding", "declared in the file"),
        "detected": translate("Encoding", "detected"),
        "chosen": translate("Encoding", "chosen"),
    }.get(origin.how)
    name = f"{kind} {encoding_name(origin.encoding)}".lstrip()
    return translate("Encoding", "{name} ({how})").format(name=name, how=how) if how else name


def encoding_label(name: str, english: str) -> str:
    """Return what an encoding is called, with what it is used for."""
    translate = QCoreApplication.translate
    return {
        "gb18030": translate("Encoding", "GB18030, GBK, GB2312 (simplified Chinese)"),
        "cp950": translate("Encoding", "Big5 (traditional Chinese)"),
        "big5hkscs": translate("Encoding", "Big5-HKSCS (Hong Kong)"),
        "utf-16-le": translate("Encoding", "UTF-16 little-endian"),
        "utf-16-be": translate("Encoding", "UTF-16 big-endian"),
        "cp1252": translate("Encoding", "Windows-1252 (Western)"),
        "shift_jis": translate("Encoding", "Shift JIS (Japanese)"),
        "euc_kr": translate("Encoding", "EUC-KR (Korean)"),
    }.get(name, english)
