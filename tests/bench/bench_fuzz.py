"""Random and mutated inputs, bytes and text: no crash, no hang, nothing lost, twice is once."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import perf_counter

from reader import restore
from reader.formats.decode import decode
from reader.formats.interpretations import interpret
from reader.text.errors import ReaderError
from tests.bench.figure import Figure
from tests.cases.tables import right_texts
from tests.damage import encodings, styles
from tests.damage.debris import anti_copy, navigation, page, private_use, tags
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES

_INPUTS = 10_000
_SLOW = 5.0  # seconds
_ENCODINGS = ("utf-8", "gbk", "gb18030", "big5", "utf-16", "utf-16-le", "latin-1", "cp1252")
_ODD = (
    "\ufffd", "\ufffd\ufffd", "?", "锟斤拷", "烫烫烫", "屯屯屯", "\x85", "\xa0", "\xad", "\u200b",
    "\ue004", "€", "&nbsp;", "&amp;lt;br&amp;gt;", "<br>", "</p>", "(dòng)", "？！", "\r\n",
    "µÚÒ»", "鍔冲姩", "åŠ³", "²Ä¤C³¹", "\U0001f600", "\ud800", "  ", ") A0 x& ^! M9\" i", "",
)  # fmt: skip


def run() -> list[Figure]:
    """Measure 10,000 inputs, half of them bytes."""
    crashed = lost = unstable = 0
    slowest = 0.0
    example = ""
    for number, data in enumerate(_inputs()):
        start = perf_counter()
        try:
            text = data
            if isinstance(data, bytes):
                interpret(data)
                text, _ = decode(data)
            assert isinstance(text, str)
            document = restore(text)
            if document.rebuild_source() != text or document.source != text:
                lost += 1
                example = example or f"{number}: {text[:60]!r}"
        except ReaderError:
            continue
        except Exception as error:  # what this measures
            crashed += 1
            example = example or f"{number}: {error!r}"
            continue
        slowest = max(slowest, perf_counter() - start)
        if number % 10 == 0 and restore(document.text).text != document.text:
            unstable += 1
    shown = f" ({example})" if example else ""
    return [
        Figure(f"crashes in {_INPUTS:,} inputs", f"{crashed}{shown}", "0", crashed == 0),
        Figure("sources not rebuilt", f"{lost}", "0", lost == 0),
        Figure("slowest input", f"{slowest:.2f} s", "< 5 s", slowest < _SLOW),
        Figure(
            f"changed again by a second restoring, of {_INPUTS // 10:,}",
            f"{unstable}",
            "<= 5",
            unstable <= 5,
        ),
    ]


def _inputs() -> Iterator[bytes | str]:
    random = Random("fuzz")
    for number in range(_INPUTS):
        if number % 4 == 0:
            yield random.randbytes(random.choice((3, 30, 300, 1000)))
        elif number % 4 == 1:
            yield _random_text(random)
        else:
            text = _mutated(_damaged(random), random)
            if number % 4 == 2:
                yield text
            else:
                data = text.encode(random.choice(_ENCODINGS), "ignore")
                yield _mutated_bytes(data, random)


def _random_text(random: Random) -> str:
    ranges = ((0, 0x7F), (0x80, 0xFF), (0x4E00, 0x9FFF), (0xE000, 0xF8FF), (0, 0x10FFFF))
    low, high = random.choice(ranges)
    return "".join(chr(random.randint(low, high)) for _ in range(random.choice((5, 50, 500))))


def _damaged(random: Random) -> str:
    texts = (*SENTENCES, *TEXTS, *right_texts())
    text = "\n".join(random.choice(texts) for _ in range(random.randint(1, 6)))
    way = random.randrange(4)
    if way == 0:
        written, read = random.choice(encodings.MISREADINGS)
        data = text.encode(written, "ignore")
        return data.decode(read, random.choice(("replace", "ignore")))
    if way == 1:
        held = text.encode("gbk", "ignore").decode("gbk")  # what the converters could hold
        return styles.STYLES[random.choice(sorted(styles.STYLES))](held, random).text
    if way == 2:
        make = random.choice((anti_copy, navigation, page, private_use, tags))
        return make(text, random).text
    return encodings.wrong_encoding(text, random, lines=0.5, twice=random.random() < 0.3).text


def _mutated(text: str, random: Random) -> str:
    for _ in range(random.randint(0, 4)):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(_ODD) + text[at + random.randint(0, 3) :]
    return text


def _mutated_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(0, 4)):
        at = random.randint(0, len(data))
        data = (
            data[:at] + random.randbytes(random.randint(0, 2)) + data[at + random.randint(0, 2) :]
        )
    return data
