"""Decodes text files: of all encodings, the one whose text is most like modern Chinese.

A detector alone errs on short GBK texts (it takes them for Big5, Korean or Windows-1252), so every
encoding that Chinese files are written in is tried, and its text weighed.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect
from contextlib import suppress
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from reader.formats.frequent import FREQUENT
from reader.formats.seven_bit import seven_bit
from reader.text.cut import decode_with_cuts
from reader.text.document import Origin
from reader.text.errors import BinaryContent, EmptyFile, ReaderError, UnknownEncoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
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
# A superset decodes what its subsets declare: pages say gb2312 and hold GBK.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "ascii": "utf-8"}
_CANDIDATES = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be", "utf-8")
_OFFERED = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030, GBK, GB2312 (simplified Chinese)"),
    ("cp950", "Big5 (traditional Chinese)"),
    ("big5hkscs", "Big5-HKSCS (Hong Kong)"),
    ("utf-16-le", "UTF-16 little-endian"),
    ("utf-16-be", "UTF-16 big-endian"),
    ("cp1252", "Windows-1252 (Western)"),
    ("shift_jis", "Shift JIS (Japanese)"),
    ("euc_kr", "EUC-KR (Korean)"),
)
# Left to itself, the general detector finds Greek and punched cards in a handful of bytes.
_FOREIGN = ("cp1252", "cp1251", "koi8_r", "cp932", "euc_jp", "cp949", "euc_kr")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.I)
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_NOT_ASCII = re.compile(rb"[^\x00-\x7f]")
_FULL_WIDTH = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　％１２３４５６７８９０①②③④⑤⑥⑦⑧⑨⑩"
)
_TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü")  # glosses; two bytes each in GBK
_SAMPLE = 60_000  # bytes weighed; more tells no more
_CHINESE = 0.3  # a weight above this is Chinese; text in a wrong encoding lies below 0
_CLEAR, _AHEAD = 0.6, 0.4  # a best weight of so much, and so much ahead, needs no second opinion
_HOPELESS = -2.0  # a weight below this is no Chinese, whatever its characters
_COMPARED = 600  # bytes that the language model is asked about
_WORST = 10.5  # nats a character; what costs more is no Chinese
_FEW = 200  # characters of a text that may be GBK and valid UTF-8 by chance
_ALPHABETS = ("\u0370", "\u0400", "\u0530", "\u0590", "\u0600", "\u0700")
_DECLARED_NATS = 8.0  # nats that a page's own declaration is worth
_SHOWN = 400  # characters of a sample


@dataclass(frozen=True, slots=True)
class _Trial:
    """What came of decoding a sample in one encoding."""

    encoding: str
    weight: float
    lost: int


class Interpretation(NamedTuple):
    """What a file says in one encoding.

    `score` is how much it looks like Chinese text, 0..1; `lost` counts the U+FFFD in the sample;
    `best` marks the encoding that `decode` would take.
    """

    encoding: str
    label: str
    sample: str
    score: float
    lost: int
    best: bool


def offered_encodings() -> tuple[tuple[str, str], ...]:
    """Return the encodings to choose from: (name for `decode`, English label)."""
    return _OFFERED


def is_encoding(name: str) -> bool:
    """Tell whether `decode` knows an encoding of this name."""
    return _find_codec(name) is not None


def decode(data: bytes, *, encoding: str | None = None) -> tuple[str, Origin]:
    """Decode `data`; line ends stay as they are, a byte order mark goes.

    Without `encoding`: by byte order mark, as strict UTF-8, else by what reads as Chinese, a
    page's own declaration being a hint. Undecodable bytes become U+FFFD, are counted in
    `Origin.lost` and kept in `Origin.cuts`. Raises ReaderError if the data are empty, are no text,
    or if no encoding has that name. An encoding that was chosen is obeyed, whatever comes out.
    """
    if not data:
        raise EmptyFile
    marks = [(mark, name) for mark, name in _BOMS if data.startswith(mark)]
    if encoding is not None:
        chosen = _find_codec(encoding)
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
    text = _decode_strictly(data)
    if text is not None:
        if _mixes_alphabets(text) and (chinese := _settle_bytes(data)) is not None:
            return _read(data, chinese, "detected")
        text, name = (data.isascii() and seven_bit(data)) or (text, "utf-8")
        return text, Origin(encoding=name, how="detected")
    name, how = _detect(data)
    return _read(data, name, how)


def interpret(data: bytes) -> tuple[Interpretation, ...]:
    """Return what the file says in each encoding to choose from, the likeliest first.

    GBK bytes of 第一条 give (gb18030, "第一条", 0.9), then Big5 with 菴珨沭 and a low score. Takes
    some ten milliseconds on any size; samples begin at the first character that is not ASCII.
    """
    try:
        taken = decode(data)[1].encoding
    except ReaderError:
        taken = ""
    sample = _sample(data)
    names = dict(_OFFERED)
    if taken and taken not in names:
        names[taken] = taken
    found = []
    for name, label in names.items():
        trial = _weigh(sample, name, None)
        text = _beginning(data, name)
        # A foreign language has no weight as Chinese; what decode found is good all the same.
        weight = -3.0 if trial is None else trial.weight
        lost = text.count("\ufffd")
        score = 1 / (1 + exp(-4 * (weight - _CHINESE))) / (1 + lost)
        found.append(Interpretation(name, label, text, round(score, 3), lost, name == taken))
    found.sort(key=lambda one: (not one.best, -one.score))
    return tuple(found)


def _beginning(data: bytes, name: str) -> str:
    """Return some characters of the text, from the line of the first that is not ASCII on."""
    for mark, marked in _BOMS:
        if data.startswith(mark) and marked == name:
            data = data[len(mark) :]
            break
    sample = _sample(data)
    first = _NOT_ASCII.search(sample)
    start = 0
    if first and not name.startswith("utf-16"):
        start = max(sample.rfind(b"\n", 0, first.start()) + 1, first.start() - _SHOWN // 2)
    part = sample[start : start + 4 * _SHOWN]
    text = part.decode(name, "replace")
    if len(part) == 4 * _SHOWN:
        text = text[:-2]  # the last character may be cut
    return text[:_SHOWN]


def _read(data: bytes, name: str, how: str) -> tuple[str, Origin]:
    text, cuts = decode_with_cuts(data, name)
    lost = text.count("\ufffd")
    if lost:
        with suppress(UnicodeEncodeError):  # one that stood in the file already is not lost here
            lost = max(0, lost - data.count("\ufffd".encode(name)))
    return text, Origin(encoding=name, how=how, lost=lost, cuts=cuts)


def _find_codec(name: str) -> str | None:
    """Return the codec to read the named encoding with, None if there is no such text codec."""
    try:
        canonical = codecs.lookup(name.strip()).name
        "".encode(canonical)  # LookupError for codecs that make no text, such as hex
    except (LookupError, ValueError, UnicodeError):
        return None
    if canonical == "utf-8-sig":
        return "utf-8"
    return _WIDER.get(canonical, canonical)


def _decode_strictly(data: bytes) -> str | None:
    """Return the text if the data are valid UTF-8 and text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else text


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


def _settle_bytes(data: bytes) -> str | None:
    """Return the Chinese encoding in which a few bytes make sense to the language model, if any."""
    weighed = (_weigh(data, name, None) for name in ("gb18030", "cp950"))
    trials = [one for one in weighed if one is not None and one.weight > 0]
    if not trials:
        return None
    best = max(trials, key=lambda one: one.weight)
    return _settle(trials, data, None) or (best.encoding if best.weight >= _CLEAR else None)


def _is_binary(text: str) -> bool:
    """Tell whether control characters make up more than a slip of the text (1 in 200)."""
    return len(_CONTROL.findall(text)) * 200 > len(text)


def _detect(data: bytes) -> tuple[str, str]:
    """Return the encoding and how it was found. Raises BinaryContent."""
    sample = _sample(data)
    if _almost_utf8(sample):
        return "utf-8", "detected"
    declared = _find_declared(data)
    trials = [
        trial
        for name in dict.fromkeys((*([declared] if declared else []), *_CANDIDATES))
        if (trial := _weigh(sample, name, declared)) is not None
    ]
    best = max(trials, key=lambda trial: trial.weight, default=None)
    closest = _settle(trials, sample, declared)
    if closest is not None:
        return closest, "declared" if closest == declared else "detected"
    if best is not None and best.weight >= _CHINESE:
        return best.encoding, "declared" if best.encoding == declared else "detected"
    guessed = _guess(sample)
    if guessed is not None:
        return guessed, "detected"
    # Bytes that mean nothing in any encoding; UTF-8 with marks of loss if it is text at all.
    if best is None or b"\x00" in sample or _is_binary(sample.decode("latin-1")):
        raise BinaryContent
    return best.encoding, "detected"


def _settle(trials: list[_Trial], sample: bytes, declared: str | None) -> str | None:
    """Return the encoding in which a short file makes most sense to the language model, if any.

    It is asked where the weights are close: 一件旧棉袄 has characters that are frequent nowhere.
    """
    ranked = sorted((trial.weight for trial in trials), reverse=True)
    clear = ranked and ranked[0] >= _CLEAR and (len(ranked) == 1 or ranked[0] - ranked[1] > _AHEAD)
    hopeful = [one for one in trials if one.weight > _HOPELESS and not one.lost]
    if clear or not hopeful:
        return None
    # Here, since the model and its tables are not needed for most files.
    from reader.codepages.interpretation import chinese_costs
    from reader.language.ngram import character_model

    model = character_model()
    best: tuple[float, str] | None = None
    for trial in hopeful:
        text = sample[:_COMPARED].decode(trial.encoding, "ignore")
        # In UTF-16 a letter is two bytes as much as a hanzi is, and as much of the evidence.
        if "\x00" in text or not text:
            continue
        costs = chinese_costs(text, model)
        wide = [cost for cost, char in zip(costs, text, strict=True) if char >= "\x80"]
        if not wide or sum(wide) > _WORST * len(wide):
            continue
        total = sum(costs) - (_DECLARED_NATS if trial.encoding == declared else 0.0)
        if best is None or total < best[0]:
            best = total, trial.encoding
    return best[1] if best else None


def _almost_utf8(sample: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for a few broken places, such as a cut end.

    Other encodings make hardly one valid sequence of three bytes by chance.
    """
    text = sample.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\u07ff" and character != "\ufffd")
    return whole >= 3 and lost * 10 <= max(whole, 10) and not _is_binary(text)


def _sample(data: bytes) -> bytes:
    """Return an even number of bytes from the first that is not ASCII on, at an even offset.

    The head of a page may be long and say nothing.
    """
    if len(data) <= _SAMPLE:
        return data
    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - 200) if first else 0
    start = data.rfind(b"\n", 0, start) + 1 if b"\x00" not in data[:2000] else start
    start -= start % 2 if b"\x00" in data[:2000] else 0
    return data[start : start + _SAMPLE]


def _find_declared(data: bytes) -> str | None:
    """Return the encoding that a page names in its head: <meta charset="gb2312">."""
    match = _DECLARED.search(data[:4096])
    return _find_codec(match[1].decode("ascii")) if match else None


def _weigh(sample: bytes, name: str, declared: str | None) -> _Trial | None:
    """Decode the sample in one encoding and weigh it, from about 1 (Chinese) down to -3 (noise)."""
    if name.startswith("utf-16"):
        printable = sum(1 for byte in sample if 0x20 <= byte < 0x7F)
        if len(sample) < 4 or printable * 10 > len(sample) * 9:
            return None  # ASCII with a broken byte makes rare hanzi two by two
    text = sample.decode(name, "replace")
    if len(sample) == _SAMPLE:
        text = text[:-4]  # the last character may be cut
    if "\x00" in text:
        return None
    total = 0.0
    count = 0
    for character in text:
        if character < "\x80":
            if not name.startswith("utf-16") and (character >= " " or character in "\t\r\n"):
                continue
            # Two bytes for a letter: part of what UTF-16 reads, and a control character tells.
            total += 0.5 if character >= " " or character in "\t\r\n" else -2.0
        else:
            total += _weigh_character(character)
        count += 1
    if not count:
        return None
    weight = total / count + (0.6 if name == declared else 0.0)
    return _Trial(name, weight, text.count("\ufffd"))


def _weigh_character(character: str) -> float:
    """Return how much one character speaks for Chinese text, from 1 down to -6."""
    if character in FREQUENT or character in _FULL_WIDTH:
        return 1.0
    if character in _TONED:
        return 0.5
    if "\u4e00" <= character <= "\u9fa5":
        return -0.2
    if character == "\ufffd":
        return -6.0
    if "\ue000" <= character <= "\uf8ff":
        return -2.0
    if "\u3040" <= character <= "\u30ff" or "\u3105" <= character <= "\u312d":
        return -0.5
    return -1.5


def _guess(sample: bytes) -> str | None:
    """Ask the general detector, for what is no Chinese."""
    if b"\x00" in sample or not _NOT_ASCII.search(sample):
        return None  # or it would see the shift codes of an old Japanese encoding
    from charset_normalizer import from_bytes

    match = from_bytes(sample[:16_000], cp_isolation=list(_FOREIGN)).best()
    if match is None or _is_binary(str(match)):
        return None
    return _find_codec(match.encoding)
