"""Figures of wrong encodings: what is restored, and which files are read right."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import islice
from random import Random
from time import perf_counter, process_time

from opencc import OpenCC

from reader import restore
from reader.formats.decode import decode
from reader.text.errors import ReaderError
from tests.bench import corpus, cuts, needs, pages
from tests.bench import genres as genre
from tests.bench.figure import Figure
from tests.damage.encodings import (
    PAIRS,
    WRITTEN,
    misread,
    misread_by,
    misread_with_loss,
    where_valid,
)
from tests.damage.everyday import TEXTS

NEEDS = (needs.LAWS,)
_FILES = 300
_SHORT = 1000
_PAIR = int(
    os.environ.get("JINGDU_PAIR", "100")
)  # texts for each pair; ten times more take an hour
_BAD = 250
_WITH_BAD_BYTES = (
    "gb2312",
    "gb18030",
    "big5",
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "hz",
)
_DETECTED = ("gbk", "gb18030", "big5", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


def run() -> list[Figure]:
    """Measure on laws and on everyday texts."""
    return [
        *_restored(),
        *_pairs(),
        *_where_valid(),
        *_detected(),
        _cut(),
        *_bad_bytes(),
        *cuts.figures(),
    ]


@cache
def _texts() -> tuple[str, ...]:
    laws = corpus.to_damage()[:_FILES]
    return (*(text for text in laws if len(text) >= 40), *_everyday())


@cache
def _everyday() -> tuple[str, ...]:
    """Return two texts at a time, so that each has 40 characters and more."""
    return tuple(f"{one}\n{two}" for one, two in zip(TEXTS, TEXTS[1:] + TEXTS[:1], strict=True))


@cache
def _traditional() -> tuple[str, ...]:
    convert = OpenCC("s2t").convert
    texts = (convert(text) for text in _texts())
    return tuple(text for text in texts if _holds(text, "big5") and _holds(text, "gbk"))


def _holds(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _browser(text: str) -> str:
    """Read UTF-8 as browsers read GBK: what is undefined becomes private use, 80 is €."""
    return text.encode().decode("gb18030", "replace")


def _twice(text: str) -> str:
    return misread(misread(text, "utf-8", "cp1252"), "utf-8", "cp1252")


def _restored() -> Iterator[Figure]:
    def as_latin(written: str, read: str, drop: bool = False) -> Callable[[str], str]:
        return lambda text: misread(text, written, read, drop_controls=drop)

    simple, traditional = _texts(), _traditional()
    cases: list[tuple[str, tuple[str, ...], Callable[[str], str], float]] = [
        ("GBK as Latin-1", simple, as_latin("gbk", "latin-1"), 0.99),
        ("GBK as Windows-1252", simple, as_latin("gbk", "cp1252"), 0.99),
        ("GBK as Latin-1, traditional", traditional, as_latin("gbk", "latin-1"), 0.99),
        ("Big5 as Latin-1", traditional, as_latin("big5", "latin-1"), 0.99),
        ("UTF-8 as Latin-1", simple, as_latin("utf-8", "latin-1"), 0.99),
        ("UTF-8 as Windows-1252", simple, as_latin("utf-8", "cp1252"), 0.99),
        ("UTF-8 as Windows-1252, twice", simple, _twice, 0.99),
        (
            "GBK as Windows-1252, that as UTF-8 as Windows-1252",
            simple,
            lambda text: misread(misread(text, "gbk", "cp1252"), "utf-8", "cp1252"),
            0.99,
        ),
        ("UTF-8 as GBK, as browsers show it", simple, _browser, 0.9),
        ("UTF-8 as GBK, U+FFFD for each lost byte", simple, misread_with_loss, 0.9),
        (
            "UTF-8 as GBK, ? for each lost byte",
            simple,
            lambda text: misread_with_loss(text).replace("\ufffd", "?"),
            0.9,
        ),
        (
            "UTF-8 as GBK, lost bytes gone",
            simple,
            lambda text: misread_with_loss(text).replace("\ufffd", ""),
            0.5,
        ),
        ("GBK as Latin-1, C1 dropped", simple, as_latin("gbk", "latin-1", True), 0.9),
        ("UTF-8 as Windows-1252, C1 dropped", simple, as_latin("utf-8", "cp1252", True), 0.9),
    ]
    for name, texts, damage, reach in cases:
        whole = [(text, damage(text)) for text in texts]
        start = perf_counter()
        right = sum(restore(shown).text == restore(text).text for text, shown in whole)
        spent = (perf_counter() - start) * 1000 / len(whole)
        share = right / len(whole)
        value = f"{share:.1%} ({right} of {len(whole)}, {spent:.0f} ms each)"
        yield Figure(f"{name}: files restored exactly", value, f">= {reach:.0%}", share >= reach)
    yield _characters("UTF-8 as Latin-1, C1 dropped", simple[:60], "utf-8")
    yield _characters("GBK as Latin-1, C1 dropped, traditional", traditional[:60], "gbk")


def _characters(name: str, texts: tuple[str, ...], written: str) -> Figure:
    """Where a third of the bytes is gone whole files hardly come back; count the characters."""
    right = total = 0
    for text in texts:
        wanted = restore(text).text
        got = restore(misread(text, written, "latin-1", drop_controls=True)).text
        total += len(wanted)
        blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
        right += sum(block.size for block in blocks)
    share = right / total
    return Figure(f"{name}: characters right", f"{share:.1%}", ">= 50%", share >= 0.5)


def _varied(written: str) -> Iterator[str]:
    """Yield texts of 20 to 400 characters, whole lines but for the last one, of every genre."""
    random = Random(f"pairs {written}")
    genres = [genre.paragraphs(name, 4000) for name in genre.GENRES if genre.path(name).exists()]
    genres += [pages.paragraphs()] if pages.paragraphs() else []
    convert = OpenCC("s2tw").convert
    while True:
        lines = random.choice(genres)
        start, size = random.randrange(len(lines)), int(20 * 20 ** random.random())
        text = "\n".join(lines[start : start + 20])[:size].strip()
        if written == "big5":
            text = convert(text).replace("爲", "為")
        if len(text) >= 20 and _holds(text, written):
            yield text


def _pairs() -> Iterator[Figure]:
    """Each way of misreading: what comes back where no byte is lost, what is wrong where some are.

    Wrong is a repair of 0.9 or more that says what is not in the text.
    """
    simplify = OpenCC("t2s").convert
    for written in WRITTEN:
        texts = list(islice(_varied(written), _PAIR))
        wanted = [restore(text).text for text in texts]
        for read in (read for one, read in PAIRS if one == written):
            whole = right = sure = wrong = length = 0
            spent = 0.0
            for text, goal in zip(texts, wanted, strict=True):
                shown, lost = misread_by(text, written, read)
                length, start = length + len(shown), process_time()
                document = restore(shown)
                repairs = list(document.repairs)
                spent += process_time() - start
                if not lost:
                    whole, right = whole + 1, right + (document.text == goal)
                    continue
                plain = simplify(goal)
                for one in repairs:
                    if one.applied and one.confidence >= 0.9:
                        sure += 1
                        pieces = simplify(one.after).split("\ufffd")
                        wrong += not all(piece in plain for piece in pieces)
            name = f"{written} as {read}"
            pace = f"{spent / length * 1e6:.0f} µs a character"
            if whole:
                value = f"{right / whole:.1%} ({right} of {whole}, {pace})"
                met = right >= 0.99 * whole
                yield Figure(f"{name}, no byte lost: restored exactly", value, ">= 99%", met)
            if sure:
                value = f"{wrong / sure:.1%} ({wrong} of {sure}, {pace})"
                yield Figure(
                    f"{name}, bytes lost: repairs of 0.9 that are wrong",
                    value,
                    "<= 1%",
                    wrong <= 0.01 * sure,
                )


def _where_valid() -> Iterator[Figure]:
    texts = list(islice(_varied("gbk"), _PAIR))
    right = sum(restore(where_valid(text)).text == restore(text).text for text in texts)
    share = right / len(texts)
    name = "GBK as UTF-8 where valid, else Latin-1: restored exactly"
    yield Figure(name, f"{share:.1%} ({right} of {len(texts)})", ">= 80%", share >= 0.8)


def _short(encoding: str) -> Iterator[str]:
    """Yield texts of 20 to 200 characters, cut anywhere."""
    random = Random(f"short {encoding}")
    texts = _traditional() if encoding == "big5" else _texts()
    whole = "\n".join(texts)
    for _ in range(_SHORT):
        start = random.randrange(len(whole) - 200)
        yield whole[start : start + random.randint(20, 200)]


def _detected() -> Iterator[Figure]:
    for encoding in _DETECTED:
        texts = list(_short(encoding))
        right = sum(_reads(text.encode(encoding), text) for text in texts)
        share = right / len(texts)
        yield Figure(
            f"short {encoding} files read right",
            f"{share:.1%} ({right} of {len(texts):,})",
            ">= 98%",
            share >= 0.98,
        )


def _cut() -> Figure:
    """UTF-8 whose first and last character are cut through."""
    texts = list(_short("utf-8"))
    right = 0
    for text in texts:
        data = text.encode()
        while data[:1] and data[0] < 0x80:
            data = data[1:]
        with_loss = data[1:-1]
        right += _reads(with_loss, with_loss.decode("utf-8", "replace"))
    share = right / len(texts)
    name = "short UTF-8 files cut inside characters read right"
    return Figure(name, f"{share:.1%} ({right} of {len(texts):,})", ">= 98%", share >= 0.98)


def _bad_bytes() -> Iterator[Figure]:
    """Drop, insert or flip one byte of texts of 200 to 5,000 characters, each on few lines."""
    for encoding in _WITH_BAD_BYTES:
        random = Random(f"bad {encoding}")
        whole = "\n".join(_traditional() if encoding == "big5" else _texts())
        same = 0
        for number in range(_BAD):
            start = random.randrange(max(1, len(whole) - 5000))
            text = whole[start : start + int(200 * 25 ** random.random())]
            data = text.encode(encoding, "ignore")
            same += _encoding(data) == _encoding(_with_bad_byte(data, number % 3, random))
        yield Figure(
            f"{encoding} files with one bad byte read in the same encoding",
            f"{same / _BAD:.1%} ({same} of {_BAD})",
            ">= 99%",
            same >= 0.99 * _BAD,
        )


def _with_bad_byte(data: bytes, way: int, random: Random) -> bytes:
    at = random.randrange(len(data))
    if way == 0:
        return data[:at] + data[at + 1 :]
    if way == 1:
        return data[:at] + random.randbytes(1) + data[at:]
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _encoding(data: bytes) -> str:
    try:
        return decode(data)[1].encoding
    except ReaderError:
        return ""


def _reads(data: bytes, text: str) -> bool:
    try:
        return decode(data)[0] == text
    except ReaderError:
        return False
