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
    "cp932": "Shift JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "iso2022_jp_2": "ISO-2022-JP-2",
    "iso2022_jp_3": "ISO-2022-JP-3",
    "iso2022_jp_ext": "ISO-2022-JP",
    "cp949": "EUC-KR, CP949",
    "johab": "Johab",
    "iso2022_kr": "ISO-2022-KR",
    "cp874": "Windows-874",
    "cp855": "IBM855",
    "cp866": "IBM866",
    "mac-cyrillic": "MacCyrillic",
    "mac-roman": "MacRoman",
}


def encoding_name(codec: str) -> str:
    """Return what an encoding is called: Big5 for cp950."""
    known = _NAMES.get(codec)
    if known is not None:
        return known
    if codec.startswith("cp125"):
        return f"Windows-{codec[2:]}"
    return codec.upper().replace("ISO8859", "ISO-8859")


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
        "cp1251": translate("Encoding", "Windows-1251 (Cyrillic)"),
        "koi8-r": translate("Encoding", "KOI8-R (Cyrillic)"),
        "euc-tw": translate("Encoding", "EUC-TW (traditional Chinese)"),
        "hz": translate("Encoding", "HZ (simplified Chinese)"),
        "iso-2022-cn": translate("Encoding", "ISO-2022-CN (Chinese)"),
        "cp932": translate("Encoding", "Shift JIS (Japanese)"),
        "euc_jp": translate("Encoding", "EUC-JP (Japanese)"),
        "iso2022_jp": translate("Encoding", "ISO-2022-JP (Japanese)"),
        "cp949": translate("Encoding", "EUC-KR, CP949 (Korean)"),
        "johab": translate("Encoding", "Johab (Korean)"),
        "iso2022_kr": translate("Encoding", "ISO-2022-KR (Korean)"),
    }.get(name, english)
