"""Decodes text files: by their mark, as UTF-8, or in the encoding in which they are likeliest.

A general detector errs on short GBK texts (it takes them for Big5, Korean or Windows-1252), so the
encodings are weighed in detect.py, with what is known of the languages that are written in them.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect
from contextlib import suppress

from reader.formats.detect import detect, take_sample
from reader.formats.encodings import (
    DETECTED,
    OFFERED,
    WIDE,
    Encoding,
    decode_leniently,
    find_codec,
    find_declared_codec,
    is_own,
)
from reader.formats.seven_bit import find_seven_bit
from reader.formats.wide import holds_numbers
from reader.text.cut import decode_with_cuts
from reader.text.document import Origin
from reader.text.errors import BinaryContent, EmptyFile, UnknownEncoding

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""The byte order marks, and what they say."""

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word or Excel 97"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite"),
)
# What a page says of itself: <meta charset="gb2312">, <?xml encoding="big5"?>, and a saved header.
_DECLARED = re.compile(
    rb"""(?:<meta\b[^<>]{0,200}?\bcharset|<\?xml\b[^<>]{0,100}?\bencoding"""
    rb"""|\bcontent-type\s*:[^\r\n]{0,60}?\bcharset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""",
    re.I,
)
_HEAD = 4096  # bytes in which a page declares its encoding
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20), 0x7F))
_FEW = 200  # characters of a text that may be GBK and valid UTF-8 by chance
_ALPHABETS = ("\u0370", "\u0400", "\u0530", "\u0590", "\u0600", "\u0700")
_SENSE = (
    8.5  # nats a character; a few bytes that are valid UTF-8 must make so much sense as Chinese
)
_UTF8_TRIPLES = 12  # characters of three bytes each, in data that are otherwise valid UTF-8
_UTF8_PAIRS = 12  # characters of two bytes each that are hardly valid UTF-8 by chance


def offered_encodings() -> tuple[tuple[str, str], ...]:
    """Return the encodings to choose from: (name for `decode`, English label)."""
    return OFFERED


def is_encoding(name: str) -> bool:
    """Tell whether `decode` knows an encoding of this name."""
    return find_codec(name) is not None


def decode(data: bytes, *, encoding: str | None = None) -> tuple[str, Origin]:
    """Decode `data`; line ends stay as they are, a byte order mark goes.

    Without `encoding`: by byte order mark, as strict UTF-8, else by what reads as a text of some
    language, a page's own declaration being a hint. Undecodable bytes become U+FFFD, are counted in
    `Origin.lost` and kept in `Origin.cuts`. Raises ReaderError if the data are empty, are no text,
    or if no encoding has that name. An encoding that was chosen is obeyed, whatever comes out.
    """
    if not data:
        raise EmptyFile
    marks = [(mark, name) for mark, name in BOMS if data.startswith(mark)]
    if encoding is not None:
        chosen = find_codec(encoding)
        if chosen is None:
            raise UnknownEncoding(encoding)
        for mark, name in marks:  # "utf-16" leaves the byte order to the mark
            if name.startswith(chosen):
                return _read(data[len(mark) :], name, "chosen")
        return _read(data, f"{chosen}-le" if chosen in ("utf-16", "utf-32") else chosen, "chosen")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryContent(kind=kind)
    for mark, name in marks[:1]:
        if len(data) == len(mark):
            raise EmptyFile
        return _read(data[len(mark) :], name, "bom")
    seven = find_seven_bit(data)
    if seven is not None:
        return _read(data, seven, "detected")
    text = _decode_strictly(data)
    if text is not None and not (_mixes_alphabets(text) and _is_chinese(data)):
        return text, Origin(encoding="utf-8", how="detected")
    name, how = _detect(data)
    return _read(data, name, how)


def _read(data: bytes, name: str, how: str) -> tuple[str, Origin]:
    if is_own(name):
        text = decode_leniently(data, name)
        return text, Origin(encoding=name, how=how, lost=text.count("\ufffd"))
    text, cuts = decode_with_cuts(data, name)
    lost = text.count("\ufffd")
    if lost:
        with suppress(UnicodeEncodeError):  # one that stood in the file already is not lost here
            lost = max(0, lost - data.count("\ufffd".encode(name)))
    return text, Origin(encoding=name, how=how, lost=lost, cuts=cuts)


def _decode_strictly(data: bytes) -> str | None:
    """Return the text if the data are valid UTF-8 and text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Each of them is one byte in UTF-8: in bytes they are counted six times as fast.
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return None if _are_many(controls, text) else text


def _mixes_alphabets(text: str) -> bool:
    """Tell whether a few letters of several alphabets make up all that is not ASCII.

    委员 in GBK is valid UTF-8: a Greek ί and an Armenian Ա.
    """
    if len(text) > _FEW or text.isascii():
        return False
    letters = [char for char in text if char >= "\x80"]
    if max(letters) >= "\u0800":
        return False
    return len({bisect(_ALPHABETS, char) for char in letters}) > 1


def _is_chinese(data: bytes) -> bool:
    """Tell if a few bytes that are valid UTF-8 make sense to the language model in GBK or Big5."""
    found = detect(data, None, strictly=False)
    return found is not None and found.language == "zh" and found.mean <= _SENSE


def _is_binary(text: str) -> bool:
    """Tell whether control characters make up more than a slip of the text (1 in 200)."""
    return _are_many(len(_CONTROL.findall(text)), text)


def _are_many(controls: int, text: str) -> bool:
    return controls * 200 > len(text)


def _is_drowned(sample: bytes, encoding: str) -> bool:
    """Tell whether there are too many control characters for the others to be a text.

    A lost byte of UTF-16 fills what follows with them; where it is long, its letters have told.
    """
    text = decode_leniently(sample, encoding)
    if encoding.startswith("utf-16") and holds_numbers(text):
        return True
    if encoding.startswith("utf-32") and text.count("\ufffd") == len(text):
        return True
    if not _is_binary(text) or (encoding.startswith("utf-") and len(sample) > _FEW):
        return False
    wide = sum(char >= "\x80" for char in text)
    return text.count("\x00") > 1 or len(_CONTROL.findall(text)) * 2 > wide


def _detect(data: bytes) -> tuple[str, str]:
    """Return the encoding and how it was found. Raises BinaryContent."""
    sample = take_sample(data)
    if _almost_utf8(sample):
        return "utf-8", "detected"
    if _is_utf8_with_nuls(sample):
        raise BinaryContent  # in UTF-16 it would be a text, of other letters
    declared = _find_declared(data)
    strictly = declared is not None and _can_decode(data, declared.name)
    best = detect(data, declared, strictly=strictly)
    if best is not None and not _is_drowned(sample, best.encoding):
        is_named = declared is not None and best.encoding == declared.name
        return best.encoding, "declared" if is_named else "detected"
    # Bytes that mean nothing in any encoding; GB18030 with marks of loss if it is text at all.
    if b"\x00" in sample or _is_binary(sample.decode("latin-1")):
        raise BinaryContent
    return "gb18030", "detected"


def _almost_utf8(sample: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for a few broken places, such as a cut end.

    Other encodings make hardly one valid sequence of three bytes by chance, nor many of two.
    """
    text = sample.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\u07ff" and char != "\ufffd")
    pairs = sum(1 for char in text if "\x80" <= char <= "\u07ff")
    if _is_binary(text):
        return False
    if whole >= 3 and (lost * 10 <= max(whole, 10) or (whole >= 10 and lost * 4 <= whole)):
        return True
    return pairs >= _UTF8_PAIRS and lost * 20 <= pairs


def _is_utf8_with_nuls(sample: bytes) -> bool:
    """Tell whether NULs alone keep a text in UTF-8 from being one: it may be a part of a tape."""
    text = sample.decode("utf-8", "ignore")
    wide = sum(char > "\u07ff" for char in text)
    is_whole = len(text.encode()) + 4 > len(sample)  # but for a character that is cut at its end
    return is_whole and "\x00" in text and wide >= _UTF8_TRIPLES


def _can_decode(data: bytes, name: str) -> bool:
    if is_own(name):
        return "\ufffd" not in decode_leniently(data, name)
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _find_declared(data: bytes) -> Encoding | None:
    """Return the encoding that a page names in its head: <meta charset="gb2312">."""
    match = _DECLARED.search(data[:_HEAD])
    name = find_declared_codec(match[1].decode("ascii")) if match else None
    if name is None:
        return None
    known = (one for one in (*DETECTED, *WIDE) if one.name == name)
    return next(known, Encoding(name, WIDE[0].languages, 0.0))
