"""Text in bytes of seven bits, as old mails and newsgroups have it: ~{VPND~} is 中文.

All of it is ASCII and so valid UTF-8; escapes, shifts and marks say what stands between them, which
must make sense in its language. A few bad bytes in a long text change nothing.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.formats.frequent import FREQUENT
from reader.formats.iso2022 import decode_hz, decode_iso2022, decode_iso2022_kr
from reader.language.letters import CHINESE, JAPANESE, KOREAN, mean_cost

_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_JAPANESE = re.compile(rb"\x1b\$[@AB]|\x1b\$\([CDOPQ]|\x1b\(I")
_ESCAPED = re.compile(rb"\x1b\$\)[AEGC]")
_SHIFTED = re.compile(rb"\x0e(?:[\x21-\x7e]{2})+")
_HIGH = re.compile(rb"[\x80-\xff]")
_BAD = 200  # bytes among which one may be bad
_LOST = 20  # characters among which one may be undecodable
_WORST = 9.0  # nats a character; what costs more is no text of the language
_FEWEST, _SHARE = 2, 0.5  # hanzi, and how many of them are frequent ones
_JAPANESE_CODECS = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_3", "iso2022_jp_ext")


def find_seven_bit(data: bytes) -> str | None:
    """Return the name of the encoding of seven bits that a text is in, None if it is in none.

    A shell's ~{x}, colours of a terminal and HZ with a broken mark are left as they are.
    """
    # A search for one byte takes a fiftieth of one for two, and few texts have a "~".
    has_marks = b"~" in data and b"~{" in data
    if not has_marks and b"\x1b" not in data and b"\x0e" not in data:
        return None
    high = len(_HIGH.findall(data))
    if high and high * _BAD > len(data):
        return None
    if _JAPANESE.search(data):
        return _find_japanese(data)
    if _ESCAPED.search(data) or _SHIFTED.search(data):
        return _find_shifted(data)
    return "hz" if _HZ.search(data) and _is_hz(data) else None


def _find_japanese(data: bytes) -> str | None:
    for name in _JAPANESE_CODECS:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return None if text.isascii() else name
    text = data.decode("iso2022_jp_2", "replace")
    wide = sum(char >= "\x80" for char in text)
    if text.count("\ufffd") * _LOST > wide:
        return None
    return "iso2022_jp_2" if _is_plausible(text, JAPANESE, CHINESE, KOREAN) else None


def _find_shifted(data: bytes) -> str | None:
    """Return the name of ISO-2022-KR or ISO-2022-CN; a lost escape leaves the shifts to tell."""
    escaped = _ESCAPED.search(data) is not None
    named = b"\x1b$)C" in data
    for name, language in (("iso2022_kr", KOREAN), ("iso-2022-cn", CHINESE)):
        if escaped and named != (language == KOREAN):
            continue
        text = decode_iso2022_kr(data) if language == KOREAN else decode_iso2022(data, "gb2312")
        wide = sum(char >= "\x80" for char in text)
        kept = text.count("\ufffd") * _LOST <= wide + _LOST * escaped
        if wide >= _FEWEST and kept and _is_plausible(text, language):
            return name
    return None


def _is_plausible(text: str, *languages: str) -> bool:
    counts = Counter(text)
    del counts["\ufffd"]
    return any(0 < mean_cost(counts, language) <= _WORST for language in languages)


def _is_hz(data: bytes) -> bool:
    text = decode_hz(data)
    hanzi = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    frequent = sum(char in FREQUENT for char in hanzi)
    if len(hanzi) < _FEWEST or frequent < _SHARE * len(hanzi):
        return False
    return text.count("\ufffd") * _LOST <= len(hanzi)
