"""What is no text any more: characters at random, bytes cut wherever it happens, much the same.

`list_kinds` names the kinds that the bench times; `make` of one returns so many characters of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from random import Random

from opencc import OpenCC

from tests.damage.encodings import PAIRS
from tests.damage.everyday import TEXTS
from tests.damage.gloss_slip import byte_glosses
from tests.damage.glosses import toned_keys
from tests.damage.missing_byte import without_byte
from tests.damage.sentences import SENTENCES
from tests.damage.styles import STYLES

Make = Callable[[int, Random], str]

_BYTES = (0x3F, 0xE5, 0x8A, 0xFF, 0x0A)
_ENCODINGS = ("utf-8", "gb18030", "cp950")
# Whatever bytes at random may have been decoded in.
DECODED = (
    "utf-8", "gbk", "gb18030", "big5", "cp950", "big5hkscs", "latin-1", "cp1252", "euc-kr", "cp949",
    "euc-jp", "shift_jis", "cp932", "iso2022_jp", "koi8-r", "cp1250", "cp1251", "cp1253", "cp1256",
    "cp437", "cp850", "cp866", "mac-roman", "iso8859-2", "iso8859-5", "iso8859-15", "cp874",
    "utf-16-le", "utf-16-be", "utf-7",
)  # fmt: skip
_CUTS = (0.0, 0.03, 0.05)  # share of the bytes that are lost
_RANGES = {
    "common hanzi": (0x4E00, 0x5200),
    "hanzi": (0x4E00, 0x9FA6),
    "rare hanzi": (0x3400, 0x4DC0),
    "rarest hanzi": (0x20000, 0x2A6E0),
    "compatible hanzi": (0xF900, 0xFB00),
    "radicals and strokes": (0x2E80, 0x3100),
    "all of the plane": (0x0, 0xD800),
    "all planes": (0xE000, 0x30000),
    "ASCII": (0x20, 0x7F),
    "Latin-1": (0xA0, 0x100),
    "controls": (0x0, 0x20),
    "C1 controls": (0x80, 0xA0),
    "Latin letters with accents": (0x100, 0x250),
    "combining marks": (0x300, 0x370),
    "Greek": (0x370, 0x400),
    "Cyrillic": (0x400, 0x460),
    "Hebrew": (0x5D0, 0x5EB),
    "Arabic": (0x620, 0x650),
    "Thai": (0xE01, 0xE3B),
    "Hangul": (0xAC00, 0xD7A4),
    "kana": (0x3041, 0x30FF),
    "half-width kana": (0xFF61, 0xFFA0),
    "full-width letters": (0xFF01, 0xFF5F),
    "box drawing": (0x2500, 0x2600),
    "marks": (0x2010, 0x2070),
    "bopomofo": (0x3105, 0x3130),
    "private use": (0xE000, 0xF900),
    "emoji": (0x1F300, 0x1F650),
    "mathematics": (0x1D400, 0x1D800),
    "surrogates": (0xD800, 0xE000),
}
_LANGUAGES = {
    "Japanese": "来週の火曜日に会議を開きますので、資料を準備してください。",
    "Korean": "다음 주에 모임을 엽니다. 자료를 미리 준비해 주시기 바랍니다. ",
    "Vietnamese": "Cuộc họp được dời sang thứ ba tuần sau, xin mọi người chuẩn bị tài liệu. ",
    "Thai": "การประชุมเลื่อนไปเป็นวันอังคารหน้า กรุณาเตรียมเอกสารให้พร้อม ",
    "Russian": "Совещание перенесено на следующий вторник, подготовьте, пожалуйста, бумаги. ",
    "Arabic": "تم تأجيل الاجتماع إلى يوم الثلاثاء القادم، يرجى إعداد الوثائق. ",
    "French": "La réunion est reportée à mardi prochain ; préparez, s’il vous plaît, les pièces. ",
    "Czech": "Schůze byla přeložena na příští úterý, připravte si prosím všechny podklady. ",
}
_REPEATED = {
    "glosses without end": "字(zì)(zì)(zì)",
    "glosses of one word": "字(zì)",
    "glosses without tones": "他(ta)们(men)",
    "brackets opened": "(",
    "full-width brackets opened": "（字",
    "brackets closed": "字)",
    "brackets around brackets": "（(［[【",
    "question marks": "?",
    "question marks between hanzi": "字?",
    "question marks between words": "劳动?关系?",
    "two question marks between hanzi": "劳??动",
    "full-width question marks": "走？",
    "replacement characters": "\ufffd",
    "replacement characters between hanzi": "劳\ufffd动",
    "three bytes lost, one left": "锟斤拷",
    "memory that was never written": "烫烫烫屯屯",
    "entities in entities": "&amp;amp;amp;",
    "entities": "&#21171;&#x52A8;&nbsp;",
    "entities cut": "&#211;&#x52&am",
    "tags": "<p><b>字</b></p>",
    "tags opened": "<p <",
    "escapes": "\\u52b3\\u52a8%E5%8A%B3",
    "percent signs": "%E5%8A%B3%E5%8A%A8",
    "quoted-printable": "=E5=8A=B3=E5=8A=A8",
    "one hanzi": "的",
    "one rare hanzi": "龘",
    "one form": "咊",
    "spaces": " ",
    "spaces between hanzi": "劳 动 关 系 ",
    "wide spaces": "\u3000字",
    "marks between hanzi": "劳·动.关、系",
    "invisible characters": "字\u200b",
    "soft hyphens": "劳\xad动\xad",
    "private use between hanzi": "字\ue003",
    "noise of forums": ') A0 x& ^! M9" i责任',
    "numbers in brackets": "[1][2](3)（4）",
    "line ends": "字\n",
    "carriage returns": "\r\n\r",
    "dots": "……。。。",
    "pinyin": "láo dòng guān xì ",
    "pinyin inside": "和xie社hui",
    "forms": "咊諧社會",
    "dates": "2024年3月1日至2025年12月31日，",
    "addresses": "https://example.com/a?b=c&d=%E5#劳动 ",
    "misread GBK": "µÚÒ»Ìõ",
    "misread UTF-8": "åŠ³åŠ¨",
    "misread UTF-8 as GBK": "鍔冲姩",
}
_SOURCE_CODE = """def 求和(values: list[int]) -> int:
    total = 0  # 总数?
    for value in values:
        total += value if value > 0 else -value  # "abs"
    return {"total": total, 'n': len(values)}["total"] && a ? b : c;

"""


def hanzi_noise(length: int, seed: int = 5) -> str:
    """Return hanzi at random, a question mark for every fifth: each may be where a slip begins."""
    random = Random(seed)
    return "".join(
        "?" if random.random() < 0.2 else chr(random.randrange(0x4E00, 0x9FA6))
        for _ in range(length)
    )


def many_cuts(text: str, random: Random) -> tuple[bytes, str]:
    """Return the UTF-8 bytes with up to a dozen of them gone or changed, and how to read them."""
    data = bytearray(text.encode())
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(data))
        if random.random() < 0.5:
            del data[at]
        else:
            data[at] = random.choice(_BYTES)
    return bytes(data), random.choice(_ENCODINGS)


def list_kinds() -> dict[str, Make]:
    """Return every kind of what is hardly text, or not at all, by name."""
    kinds: dict[str, Make] = {}
    for name, span in _RANGES.items():
        kinds[f"random {name}"] = partial(_draw, span, 0.0, "")
    for name in ("common hanzi", "hanzi"):
        for lost in ("?", "\ufffd"):
            for share in (0.05, 0.2):
                kind = f"random {name}, {share:.0%} {'?' if lost == '?' else 'U+FFFD'}"
                kinds[kind] = partial(_draw, _RANGES[name], share, lost)
    for encoding in DECODED:
        kinds[f"random bytes as {encoding}"] = partial(_decode_noise, encoding)
    for written, read in PAIRS:
        for share in _CUTS:
            kinds[_name(f"{written} as {read}", share)] = partial(_misread, written, read, share)
    for written in ("utf-8", "gbk", "big5"):  # read as they were written
        for share in _CUTS[1:]:
            kinds[_name(f"{written} as itself", share)] = partial(_misread, written, written, share)
    for first, second in (
        ("utf-8", "cp1252"), ("gbk", "cp1252"), ("utf-8", "gbk"), ("big5", "latin-1"),
    ):  # fmt: skip
        for share in _CUTS:
            kinds[_name(f"{first} as {second}, twice", share)] = partial(
                _misread_twice, first, second, share
            )
    for name, unit in _REPEATED.items():
        kinds[name] = partial(_repeat, unit)
    for name, text in _LANGUAGES.items():
        kinds[name] = partial(_mix, text)
    kinds |= {
        "base64": _base64,
        "hexadecimal": _hexadecimal,
        "source code": partial(_repeat, _SOURCE_CODE),
        "minified JSON": _json,
        "tables of digits": _table,
        "languages mixed": partial(_mix, "".join(_LANGUAGES.values())),
        "words of hanzi shuffled": _shuffle,
        "many short lines": partial(_lines, "\n"),
        "short lines of noise": _noisy_lines,
        "Chinese, one line": partial(_lines, ""),
        "Chinese, a question mark for 5 % of it": partial(_sprinkle, "?", 0.05),
        "Chinese, U+FFFD for 5 % of it": partial(_sprinkle, "\ufffd", 0.05),
        "slips in every clause": _slip,
        "slips cut at random": _cut_slips,
        "one byte missing": _lack_byte,
        "one byte missing in each line": _lack_bytes,
    }
    kinds |= {f"damage: {style}": partial(_damage, style) for style in STYLES}
    return kinds


def _name(name: str, share: float) -> str:
    return f"{name}, {share:.0%} of the bytes lost" if share else name


@cache
def _paragraphs() -> tuple[str, ...]:
    files = [Path(__file__).with_name(f"{name}.txt") for name in ("news", "policy")]
    lines = "\n".join(file.read_text("utf-8") for file in files).splitlines()
    return (*SENTENCES, *TEXTS, *(line for line in lines if line))


def _write(size: int, random: Random, between: str = "\n") -> str:
    """Return Chinese text of some `size` characters."""
    found: list[str] = []
    length = 0
    while length < size:
        found += random.sample(_paragraphs(), len(_paragraphs()))
        length = sum(map(len, found)) + len(between) * len(found)
    return between.join(found)[:size]


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def _encode(size: int, random: Random, written: str) -> bytes:
    text = _write(size, random)
    if written == "big5":
        text = _converter().convert(text).replace("爲", "為")
    return text.encode(written, "ignore")


def _lose(data: bytes, share: float, random: Random) -> bytes:
    """Return bytes of which a share is gone, or a question mark."""
    if not share:
        return data
    return b"".join(
        random.choice((b"", b"?")) if random.random() < share else data[at : at + 1]
        for at in range(len(data))
    )


def _draw(span: tuple[int, int], share: float, lost: str, size: int, random: Random) -> str:
    return "".join(
        lost if share and random.random() < share else chr(random.randrange(*span))
        for _ in range(size)
    )


def _decode_noise(encoding: str, size: int, random: Random) -> str:
    return random.randbytes(4 * size).decode(encoding, "replace")[:size]


def _misread(written: str, read: str, share: float, size: int, random: Random) -> str:
    data = _lose(_encode(size, random, written), share, random)
    return data.decode(read, "replace")[:size]


def _misread_twice(written: str, read: str, share: float, size: int, random: Random) -> str:
    data = _lose(_encode(size, random, written), share, random)
    once = data.decode(read, "replace")
    return once.encode("utf-8").decode("gbk" if read == "gbk" else "cp1252", "replace")[:size]


def _repeat(unit: str, size: int, random: Random) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _mix(text: str, size: int, random: Random) -> str:
    """Return the words of a text in any order."""
    words = text.split() if " " in text else list(text)
    joint = " " if " " in text else ""
    return joint.join(random.choice(words) for _ in range(size))[:size]


def _base64(size: int, random: Random) -> str:
    return base64.b64encode(random.randbytes(size)).decode("ascii")[:size]


def _hexadecimal(size: int, random: Random) -> str:
    return random.randbytes(size).hex(" ")[:size]


def _json(size: int, random: Random) -> str:
    rows = [
        {"id": at, "名称": random.choice(SENTENCES), "ok": bool(at % 2), "v": [random.random()]}
        for at in range(size // 40 + 1)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))[:size]


def _table(size: int, random: Random) -> str:
    rows = (
        "\t".join(f"{random.uniform(-999, 9999):.2f}" for _ in range(8)) for _ in range(size // 40)
    )
    return "\n".join(rows)[:size]


def _shuffle(size: int, random: Random) -> str:
    text = list(_write(size, random, ""))
    random.shuffle(text)
    return "".join(text)


def _lines(between: str, size: int, random: Random) -> str:
    """Return lines of twelve characters, or one line."""
    text = _write(size, random, "")
    return between.join(text[at : at + 12] for at in range(0, size, 12))[:size]


def _noisy_lines(size: int, random: Random) -> str:
    text = hanzi_noise(size, random.randrange(1000))
    return "\n".join(text[at : at + 12] for at in range(0, size, 12))[:size]


def _sprinkle(lost: str, share: float, size: int, random: Random) -> str:
    return "".join(lost if random.random() < share else char for char in _write(size, random))


def _slip(size: int, random: Random) -> str:
    """Return text with glosses that a plain replace put in, whose pairs of bytes came apart."""
    text = _held(_write(size, random))
    return byte_glosses(text, toned_keys(random)).text[:size]


def _cut_slips(size: int, random: Random) -> str:
    """Return the same with some bytes lost."""
    data = _lose(_slip(2 * size, random).encode("gbk", "ignore"), 0.03, random)
    return data.decode("gb18030", "replace").replace("\ufffd", "?")[:size]


def _lack_byte(size: int, random: Random) -> str:
    return without_byte(_held(_lines("", 2 * size, random)), 3)[:size]


def _lack_bytes(size: int, random: Random) -> str:
    lines = [_held(line) for line in _write(size, random).splitlines() if len(line) > 9]
    return "\n".join(without_byte(line, random.randrange(8)) for line in lines if line)[:size]


def _held(text: str) -> str:
    """Return what GBK holds of a text."""
    return text.encode("gbk", "ignore").decode("gbk")


def _damage(style: str, size: int, random: Random) -> str:
    text = _held(_write(size, random))
    return STYLES[style](text, random).text[:size]


def sample(
    size: int, names: Iterable[str] | None = None, seed: int = 1
) -> Iterator[tuple[str, str]]:
    """Yield (kind, text of `size` characters) of each kind, or of those with these names."""
    kinds = list_kinds()
    for name in names or kinds:
        yield name, kinds[name](size, Random(f"{name} {seed}"))
