"""The encodings that text files are read in: their names, their languages, and their decoders.

Names are those of Python's codecs; "euc-tw" and "iso-2022-cn" are our own, since Python has none.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import NamedTuple

from reader.formats.cns import decode_euc_tw
from reader.formats.iso2022 import decode_hz, decode_iso2022, decode_iso2022_kr
from reader.language.letters import CHINESE, JAPANESE, KOREAN

WESTERN = ("fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca")
CENTRAL = ("pl", "cs", "sk", "hu", "ro", "sh", "sl", "de")
CYRILLIC = ("ru", "uk", "bg", "mk")
_ALL = (
    CHINESE, JAPANESE, KOREAN, *WESTERN, *CENTRAL, *CYRILLIC,
    "el", "he", "ar", "fa", "tr", "vi", "th", "lt", "lv",
)  # fmt: skip


class Encoding(NamedTuple):
    """An encoding that is looked for.

    `rarity` is what it costs (nats) that a file is in it, before its bytes are looked at. `width`
    is the number of bytes of a character where that makes a difference: after a lost byte what
    follows is read from the middle of a character.
    """

    name: str
    languages: tuple[str, ...]
    rarity: float
    width: int = 1


DETECTED = (
    Encoding("utf-8", _ALL, 6.0),  # with broken places
    Encoding("gb18030", (CHINESE,), 0.0, 2),
    Encoding("cp950", (CHINESE,), 2.0, 2),
    Encoding("big5hkscs", (CHINESE,), 8.0, 2),
    Encoding("euc-tw", (CHINESE,), 6.0, 2),
    Encoding("cp932", (JAPANESE,), 6.0, 2),
    Encoding("euc_jp", (JAPANESE,), 6.0, 2),
    Encoding("cp949", (KOREAN,), 6.0, 2),
    Encoding("johab", (KOREAN,), 9.0, 2),
    Encoding("cp1252", WESTERN, 8.0),
    Encoding("mac-roman", WESTERN, 14.0),
    Encoding("cp1250", CENTRAL, 10.0),
    Encoding("iso8859-2", CENTRAL, 11.0),
    Encoding("cp1251", CYRILLIC, 8.0),
    Encoding("koi8-r", ("ru", "bg"), 9.0),
    Encoding("koi8-u", ("uk",), 10.0),
    Encoding("iso8859-5", CYRILLIC, 11.0),
    Encoding("cp866", CYRILLIC, 11.0),
    Encoding("cp855", CYRILLIC, 12.0),
    Encoding("mac-cyrillic", CYRILLIC, 12.0),
    Encoding("cp1253", ("el",), 10.0),
    Encoding("iso8859-7", ("el",), 11.0),
    Encoding("cp1254", ("tr",), 10.0),
    Encoding("cp1255", ("he",), 10.0),
    Encoding("iso8859-8", ("he",), 11.0),
    Encoding("cp1256", ("ar", "fa"), 10.0),
    Encoding("iso8859-6", ("ar",), 11.0),
    Encoding("cp1257", ("lt", "lv"), 12.0),
    Encoding("cp1258", ("vi",), 11.0),
    Encoding("cp874", ("th",), 10.0),
)
"""The encodings of files in which bytes from 80 on stand for other characters than ASCII."""

WIDE = (
    Encoding("utf-16-le", _ALL, 6.0, 2),
    Encoding("utf-16-be", _ALL, 7.0, 2),
    Encoding("utf-32-le", _ALL, 10.0, 4),
    Encoding("utf-32-be", _ALL, 10.0, 4),
)

OFFERED = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030, GBK, GB2312 (simplified Chinese)"),
    ("cp950", "Big5 (traditional Chinese)"),
    ("big5hkscs", "Big5-HKSCS (Hong Kong)"),
    ("euc-tw", "EUC-TW (traditional Chinese)"),
    ("hz", "HZ (simplified Chinese)"),
    ("iso-2022-cn", "ISO-2022-CN (Chinese)"),
    ("utf-16-le", "UTF-16 little-endian"),
    ("utf-16-be", "UTF-16 big-endian"),
    ("cp1252", "Windows-1252 (Western)"),
    ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Cyrillic)"),
    ("cp932", "Shift JIS (Japanese)"),
    ("euc_jp", "EUC-JP (Japanese)"),
    ("iso2022_jp", "ISO-2022-JP (Japanese)"),
    ("cp949", "EUC-KR, CP949 (Korean)"),
    ("johab", "Johab (Korean)"),
    ("iso2022_kr", "ISO-2022-KR (Korean)"),
)
"""The encodings to choose from: name, English label."""

_OWN: dict[str, Callable[[bytes], str]] = {
    "euc-tw": decode_euc_tw,
    "iso-2022-cn": lambda data: decode_iso2022(data, "gb2312"),
    "iso2022_kr": decode_iso2022_kr,
    "hz": decode_hz,
}
_ALIASES = {
    "euctw": "euc-tw",
    "x-euc-tw": "euc-tw",
    "cns11643": "euc-tw",
    "iso2022-cn": "iso-2022-cn",
    "iso-2022-cn-ext": "iso-2022-cn",
    "x-gbk": "gb18030",
    "gb-2312": "gb18030",
    "x-x-big5": "cp950",
    "x-sjis": "cp932",
    "windows-949": "cp949",
    "x-windows-949": "cp949",
    "x-euc-jp": "euc_jp",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "dos-874": "cp874",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
}
# A superset decodes what its subsets declare: pages say gb2312 and hold GBK.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# What pages say that hold these, as browsers know.
_DECLARED_FOR = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}


def find_codec(name: str) -> str | None:
    """Return the name to decode the named encoding with, None if there is no such text encoding."""
    plain = name.strip().lower().replace("_", "-")
    plain = _ALIASES.get(plain, plain)
    if plain in _OWN:
        return plain
    try:
        canonical = codecs.lookup(plain).name
        "".encode(canonical)  # LookupError for codecs that make no text, such as hex
        b"\xff".decode(canonical, "replace")  # and idna knows no U+FFFD
    except (LookupError, ValueError, UnicodeError):
        return None
    return _WIDER.get(canonical, canonical)


def find_declared_codec(name: str) -> str | None:
    """Return the name to decode a page with that says it is in the named encoding."""
    codec = find_codec(name)
    return None if codec is None else _DECLARED_FOR.get(codec, codec)


def is_own(name: str) -> bool:
    """Tell if an encoding is decoded here: Python has no codec for it, or loses too much."""
    return name in _OWN


def decode_leniently(data: bytes, name: str) -> str:
    """Decode, U+FFFD for what cannot be decoded."""
    own = _OWN.get(name)
    return own(data) if own is not None else data.decode(name, "replace")
