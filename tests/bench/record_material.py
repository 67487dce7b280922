"""The inputs of `record`: texts of five kinds, damaged and honest, and files of every format."""

from __future__ import annotations

import io
import lzma
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from shutil import rmtree
from time import gmtime
from typing import Any
from unittest.mock import patch

import pytest

from tests.bench import corpus
from tests.bench.record_damage import COSTLY, FAMILIES, LAYERED, converter, damaged, forgiving
from tests.cases import tables
from tests.damage import cut, encodings, everyday, sentences

Item = dict[str, Any]

KINDS = ("laws", "news", "reports", "encyclopedia", "spoken")
_SHARED = corpus.SHARED
_TESTS = Path(__file__).resolve().parents[1]
_SENTENCES = "(?:[^。]{1,120}。){1,3}"
_SIZES = {"damaged": 20_000, "layered": 2_000, "clean": 20_000, "traditional": 5_000}
_SIZES |= {"documents": 60, "noise": 1_000, "pronounce": 1_000_000}

_MIXED = (
    # Cantonese
    "佢哋話聽日唔使返工，我就同阿媽去飲茶。", "呢間舖頭啲嘢好平，你快啲嚟睇下啦！",
    "我唔知佢喺邊度，你打個電話畀佢咪得囉。", "冇錢嗰陣時，邊個會幫你㗎？",
    "啱啱落雨，我冇帶遮，點算好呢？", "香港人鍾意食雲吞麵同埋菠蘿包。", "係咪真係咁嚴重呀？",
    "佢噚日買咗三斤荔枝，今日食晒。",
    # Japanese
    "会議は午後三時から始まります。", "図書館で歴史の本を借りて、駅前の喫茶店で読んだ。",
    "東京駅から新幹線に乗ると、京都まで二時間余りです。", "この薬は食後に飲んでください。",
    "桜の花が満開になり、公園は人でいっぱいだ。", "経済発展と環境保護の両立が課題である。",
    "「気をつけて」と彼女は言った。", "参加費：500円（税込）", "データの処理に時間がかかる。",
    # Korean
    "서울特別市의 人口는 약 천만 명이다.", "대한민국(大韓民國)은 동아시아에 있다.",
    "오늘은 날씨가 좋습니다.",
    # Quotations
    "“龜”“馬”“麗”三个字的笔画都很多。", "《說文解字》收字九千三百五十三个。",
    "“萬”字简化为“万”，“鬥”简化为“斗”。", "书名题作《紅樓夢》，是清代的抄本。",
    "碑上刻着“觀自在”三个大字。", "日本的汉字“図”“書”“館”与中国写法不同。",
    "“臺灣”与“台湾”只是写法不同。", "商标“老鳳祥”“瑞蚨祥”沿用至今。",
    "他在信末写道：“書不盡言，順頌時綏。”", "韩愈《師說》开头一句是“古之學者必有師”。",
    "“雲”和“云”、“後”和“后”古时是两个字。", "《戰國策》《呂氏春秋》都有记载。",
    "繁体的“發”和“髮”都简化成了“发”。", "书中把“和”写作“咊”，把“是”写作“昰”。",
    "歌词“海闊天空”是粤语。",
)  # fmt: skip


@cache
def texts(kind: str) -> tuple[str, ...]:
    """Return the paragraphs of one kind in their order; those the figures score are left out."""
    if kind == "spoken":
        lines = (_SHARED / "data" / "cpp_dev.sent").read_text("utf-8").splitlines()
        own = (name.read_text("utf-8") for name in sorted((_TESTS / "damage").glob("*.txt")))
        found = [line.replace("▁", "").strip() for line in lines]
        found += [*everyday.TEXTS, *sentences.SENTENCES, *"\n".join(own).splitlines()]
    else:
        path = _SHARED / "data" / f"{kind}.txt.xz"
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            found = [line.rstrip("\n") for line in file]
    if kind == "encyclopedia":  # its paragraphs are long
        found = [piece.strip() for text in found for piece in re.findall(_SENTENCES, text)]
    scored = {*corpus.to_damage(), *corpus.clean()}
    return tuple(text for text in found if 8 <= len(text) <= 300 and text not in scored)


def _at_random(kind: str, random: Random) -> Iterator[str]:
    while True:
        yield random.choice(texts(kind))


def _paragraphs(families: list[str], size: int) -> Iterator[Item]:
    """Yield damaged paragraphs, as many of each kind of text and family, fewer of costly ones."""
    pairs = [(family, kind) for family in families for kind in KINDS]
    parts = [0, *accumulate(COSTLY.get(family, 1) for family, _ in pairs)]
    for number, (family, kind) in enumerate(pairs):
        random = Random(f"record {family} {kind}")
        low, high = (int(size * part / parts[-1]) for part in parts[number : number + 2])
        wanted = high - low
        for text in islice(_at_random(kind, random), wanted * 60):
            if wanted == 0:
                break
            try:
                made = damaged(family, text, random)
            except UnicodeError:  # no text of that encoding
                continue
            if made != text:
                wanted -= 1
                yield {"family": f"{kind} {family}", "text": made}


def _damaged_items(size: int) -> Iterator[Item]:
    yield from _paragraphs(list(FAMILIES), size)
    yield from _cases("wild.tsv")


def _cases(name: str) -> Iterator[Item]:
    for line in (_SHARED / "cases" / name).read_text("utf-8").splitlines():
        yield {"family": name, "text": line.partition("\t")[0].replace("\\n", "\n")}


def _clean_items(size: int) -> Iterator[Item]:
    from tests.bench import honest  # reads dictionaries

    yield from _cases("must_stay.tsv")
    yield from ({"family": "clean cases", "text": text} for text in tables.right_texts())
    random = Random("record clean")
    cases = honest.paragraphs(size // 40, scored=False)
    yield from ({"family": "honest parentheses", "text": text} for text, _ in cases)
    for number in range(size - len(cases)):
        kind = KINDS[number % len(KINDS)]
        text = random.choice(texts(kind))
        if number % 40 == 0:
            text = re.sub("[。；]", random.choice(("?", "？", "?!", "??")), text)
        yield {"family": f"{kind} clean", "text": text}


def _traditional_items(size: int) -> Iterator[Item]:
    random = Random("record traditional")
    ways = ("s2t", "s2tw", "s2hk", "s2twp")
    for number in range(size):
        kind = KINDS[number % len(KINDS)]
        way = ways[number // len(KINDS) % len(ways)]
        text, family = random.choice(texts(kind)), f"{kind} {way}"
        added = ""
        if number % 12 < 2:
            added, family = random.choice(_MIXED), f"{family} mixed"
        if number % 12 != 1:  # simplified around what is added
            text = converter(way).convert(text)
        if added:
            end = random.choice(("", "\n"))
            text = random.choice((text + end + added, added + end + text, added))
        yield {"family": family, "text": text}


_WHOLE = (
    "seed", "variants", "traditional", "glosses", "mark_slip", "seed > mark_slip", "page", "marks",
    "byte_glosses_keeps", "seed > lines > misread_lines", "folded_slip", "mixed", "clean",
)  # fmt: skip
_ENDS = ("\n", "\r\n", "\u2028", "\x85", "\n\n", "\r")


def _documents(size: int) -> Iterator[Item]:
    for number in range(size):
        random = Random(f"record document {number}")
        family, kind = _WHOLE[number % len(_WHOLE)], KINDS[number % len(KINDS)]
        found = [text for text in texts(kind) if text.encode("gbk", "ignore").decode("gbk") == text]
        start = random.randrange(len(found) - 1000)
        chosen = found[start : start + 100]
        if number % 7 == 3:
            chosen.append("".join(random.sample(found, 900))[:10_000])
        honest = random.sample(range(100), 20)
        spun = "\n".join(text for at, text in enumerate(chosen) if at not in honest)
        if family == "mixed":
            names = [name for name in FAMILIES if "_as_" not in name]
            spun = "\n".join(forgiving(random.choice(names), t, random) for t in spun.split("\n"))
        elif family != "clean":
            spun = forgiving(family, spun, random)
        lines = spun.split("\n")
        for at in honest:
            text = chosen[at]
            kept = text if at % 2 else converter("s2tw").convert(text)
            lines.insert(random.randint(0, len(lines)), kept)
        end = _ENDS[number // len(KINDS) % len(_ENDS)]
        yield {"family": f"{kind} {family} {end!r}", "text": end.join(lines)}
    for path in sorted([*_SHARED.glob("samples/*"), *_TESTS.parent.glob("resources/samples/*")]):
        yield {"family": path.name, "text": path.read_text("utf-8")}


def _previews(size: int) -> Iterator[Item]:
    for item in _documents(size):
        for near in (0, len(item["text"]) // 2, len(item["text"])):
            yield {**item, "near": near}


def _noise(size: int) -> Iterator[Item]:
    random = Random("record noise")
    for text in (
        "",
        "a",
        "中",
        "\ud800",
        "\udc80\ud800",
        "\x00",
        "\ufeff",
        "\ufffd",
        " \t\n\u3000" * 9,
    ):
        yield {"family": "small", "text": text}
    ranges = ((0, 0x7F), (0x80, 0xFF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xE000, 0xF8FF))
    for number in range(size):
        length = random.choice((1, 2, 5, 50, 100, 300))
        way = ("unicode", "gbk", "utf-8", "latin-1", "pieces")[number % 5]
        if way == "unicode":
            low, high = random.choice((*ranges, (0, 0x10FFFF)))
            text = "".join(chr(random.randint(low, high)) for _ in range(length))
        elif way == "pieces":
            kind, family = random.choice(KINDS), random.choice(list(FAMILIES))
            text = forgiving(family, random.choice(texts(kind)), random)
            at = random.randint(0, len(text))
            text = text[at:] + random.choice(("\ud842", "\udfb7", "(", "&", "?")) + text[:at]
        else:
            text = random.randbytes(length).decode(way, "replace")
        yield {"family": way, "text": text}


def _to_pronounce(size: int) -> Iterator[Item]:
    for kind in KINDS:
        random = Random(f"record pronounce {kind}")
        left = size // len(KINDS)
        while left > 0:
            text = "\n".join(random.choices(texts(kind), k=10))
            left -= len(text)
            yield {"family": kind, "text": text}


def _files(folder: Path) -> Iterator[tuple[str, bytes, Item]]:
    """Yield the name, the bytes and how to open each file."""
    from tests.formats import making

    random = Random("record formats")
    written = _written_by_tests(folder / "pytest")
    for name, data in written:
        yield name, data, {}
        if data.lstrip()[:1] == b"<":
            yield name, data, {"whole_page": True}
        for _ in range(3 if len(data) < 100_000 else 0):
            at, end = sorted(random.randint(0, len(data)) for _ in range(2))
            end = min(end, at + 40)
            changed = random.choice((b"", data[at:end] * 2, random.randbytes(2)))
            yield name, data[:at] + changed + data[end:], {}
    for folder, names in (
        ("hostile", ("deep_loss.html", "notounicode.pdf")),
        ("cases", ("*.tsv",)),
    ):
        # The other hostile files take longer than 10 s or more than 1 GB.
        for path in (one for name in names for one in sorted((_SHARED / folder).glob(name))):
            yield path.name, path.read_bytes(), {}
    for number, family in enumerate(FAMILIES):
        lines = [
            forgiving(family, text, random)
            for text in islice(_at_random(KINDS[number % 5], random), 4)
        ]
        held = [line.encode("utf-16", "ignore").decode("utf-16") for line in lines]
        marked = [line.replace("&", "&amp;").replace("<", "&lt;") for line in held]
        pages = "".join(f"<p>{line}</p>" for line in marked)
        yield "page.html", making.page(pages, title=lines[0][:20]).encode(), {}
        yield "page.htm", making.page(pages, charset="gbk").encode("gb18030"), {}
        xml = [re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", line) for line in marked]
        yield "text.docx", making.docx("".join(map(making.paragraph, xml))), {}
        book = f"<html><body><h1>{xml[0]}</h1>{''.join(f'<p>{x}</p>' for x in xml)}</body></html>"
        yield "book.epub", making.epub({"a.xhtml": book}), {}
        yield "text.pdf", making.pdf([making.set_as_page(held[:4])]), {}
        coded = "\\par ".join(
            "".join(f"\\u{ord(c)}?" if ord(c) < 0x8000 else c for c in line if c not in "\\{}")
            for line in held
        )
        yield (
            "text.rtf",
            (r"{\rtf1\ansi\ansicpg936 " + coded + r"\par}").encode("gbk", "ignore"),
            {},
        )
        for encoding in encodings.FILES:
            data = "\n".join(held).encode(encoding, "ignore")
            chosen = {"encoding": random.choice(("utf-8", "gbk", "big5", "utf-16"))}
            yield f"{encoding}.txt", data, chosen if random.random() < 0.1 else {}
        for way in (*cut.WAYS.values(), cut.line_end):
            made = way("\n".join(texts(KINDS[number % 5])[number * 9 :][:3]), random)
            if made:
                yield "cut.txt", made.data, {}
        yield "noise", random.randbytes(random.choice((1, 9, 90, 900))), {}


def _written_by_tests(folder: Path) -> list[tuple[str, bytes]]:
    """Return the name and the bytes of what the tests write to open it, none twice."""
    found: dict[bytes, str] = {}
    write = Path.write_bytes

    def write_bytes(path: Path, data: bytes) -> int:
        if len(data) < 1_000_000:
            found.setdefault(bytes(data), path.name)
        return write(path, data)

    stems = ("html", "docx", "epub", "pdf", "rtf", "detect", "open", "cut", "decode", "seven_bit")
    paths = [str(path) for stem in stems for path in sorted(_TESTS.rglob(f"test_{stem}.py"))]
    with patch.object(Path, "write_bytes", write_bytes), redirect_stdout(io.StringIO()):
        pytest.main(
            ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", f"--basetemp={folder}", *paths]
        )
    rmtree(folder, ignore_errors=True)
    return [(name, data) for data, name in found.items()]


def _formats(share: int, folder: Path) -> Iterator[Item]:
    kept = folder / "files"
    kept.mkdir(parents=True, exist_ok=True)
    # The same bytes whenever it is run: an archive holds the time at which it was made.
    with patch("time.localtime", lambda *_: gmtime(1_000_000_000)):
        for number, (name, data, how) in enumerate(_files(folder)):
            if number % share == 0:
                file = f"{number:05}-{name}"
                (kept / file).write_bytes(data)
                yield {"family": name.rpartition(".")[2], "file": file, "how": how}


_MAKERS: dict[str, Callable[[int], Iterator[Item]]] = {
    "damaged": _damaged_items,
    "layered": lambda size: _paragraphs(LAYERED, size),
    "clean": _clean_items,
    "traditional": _traditional_items,
    "documents": _documents,
    "preview": _previews,
    "noise": _noise,
    "pronounce": _to_pronounce,
}


def items(part: str, share: int, folder: Path) -> list[Item]:
    """Return the inputs of a part, in an order that has no system; files are put into `folder`."""
    if part == "formats":
        made = list(_formats(share, folder))
    else:
        size = _SIZES.get(part, _SIZES["documents"])
        made = list(_MAKERS[part](max(1, size // share)))
    Random(part).shuffle(made)
    return made
