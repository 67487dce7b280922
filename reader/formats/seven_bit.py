"""Chinese in bytes of seven bits, as old mails and newsgroups have it: ~{VPND~} is 中文.

All of it is ASCII and so valid UTF-8; what stands between the marks must make sense as Chinese.
"""

from __future__ import annotations

import re

from reader.formats.frequent import FREQUENT

_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_ESCAPED = re.compile(rb"\x1b\$[@AB]")  # ISO-2022-JP, which says itself what it is
_FEWEST, _SHARE = 2, 0.5  # hanzi, and how many of them are frequent ones


def seven_bit(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding, None if it is plain ASCII.

    A shell's ~{x} and HZ with a broken mark are left as they are.
    """
    name = "hz" if _HZ.search(data) else "iso2022_jp_2" if _ESCAPED.search(data) else ""
    if not name:
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    hanzi = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    frequent = sum(char in FREQUENT for char in hanzi)
    if name == "hz" and (len(hanzi) < _FEWEST or frequent < _SHARE * len(hanzi)):
        return None
    return text, name
