"""What is left alone: clean text, honest traditional text, rare characters, and what must stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from reader import restore
from reader.text.resources import resource_path
from tests.bench import genres, needs
from tests.bench.figure import Figure
from tests.bench.record_damage import converter
from tests.damage import variants
from tests.damage.styles import STYLES

NEEDS = (needs.LAWS, needs.NEWS, needs.REPORTS, needs.ENCYCLOPEDIA)
_CLEAN = 1_500  # paragraphs of each kind
_TRADITIONAL = 400
_WAYS = (("s2t", "t2s"), ("s2tw", "tw2s"), ("s2hk", "hk2s"))
_LINES = ("他們來自臺灣。", "這個國家的歷史很長。", "書名題作《紅樓夢》，傳抄本很多。")
_FRAMES = {
    "traditional": (
        "上個月，學校請來了鄭{}老師講課。",
        "協會的副會長{}教授寫了這篇報導。",
        "火車經過{}縣的時候，車廂裡很熱鬧。",
    ),
    "simplified": ("上个月，学校请来了郑{}老师讲课。", "火车经过{}县的时候，车厢里很热闹。"),
    "mixed": ("上个月，学校请来了郑{}老师讲课。\n他講得很好。", "來自臺灣的郑{}老师讲了一课。"),
}
_OF_NAMES = 3
_EXCEPTIONS = 5  # characters that may become another in a frame, as 於 does


def run() -> list[Figure]:
    """Count what is changed although it was right, and what is still repaired."""
    return [
        *(_clean(kind) for kind in genres.GENRES),
        *(_beside(kind) for kind in genres.GENRES),
        *(_traditional(*way) for way in _WAYS),
        *(_third_level(name, frame) for name, frames in _FRAMES.items() for frame in frames),
        _spun(),
        _restored_twice(),
    ]


def _clean(kind: str) -> Figure:
    texts = genres.paragraphs(kind, _CLEAN)
    changed = _count(texts, lambda text: restore(text).text != text)
    return Figure(f"clean {kind} changed, of {len(texts):,}", f"{changed}", "0", changed == 0)


def _beside(kind: str) -> Figure:
    texts = genres.paragraphs(kind, _TRADITIONAL)

    def is_changed(text: str) -> bool:
        line = _LINES[len(text) % len(_LINES)]
        return not restore(f"{text}\n{line}").text.startswith(text + "\n")

    changed = _count(texts, is_changed)
    name = f"clean {kind} changed beside a traditional line, of {len(texts):,}"
    return Figure(name, f"{changed}", "0", changed == 0)


def _traditional(there: str, back: str) -> Figure:
    right = total = 0
    for kind in genres.GENRES:
        for text in genres.paragraphs(kind, _TRADITIONAL):
            given = converter(there).convert(text)
            # A 著 in the encyclopedia stands for 着: it was converted once before.
            if "著" in text or converter(back).convert(given) != text:
                continue
            total += 1
            right += restore(given).text == text
    share = right / total
    name = f"honest traditional paragraphs ({there}) right, of {total:,}"
    return Figure(name, f"{share:.2%}", ">= 99.7%", share >= 0.997)


def _third_level(name: str, frame: str) -> Figure:
    usual = restore(frame.format("某")).text
    changed = [
        char
        for char in _third_level_characters()
        if restore(frame.format(char)).text != usual.replace("某", char)
    ]
    return Figure(
        f"characters of names changed in a {name} frame, of 1,605",
        f"{len(changed)} {''.join(changed[:8])}",
        f"<= {_EXCEPTIONS}",
        len(changed) <= _EXCEPTIONS,
    )


def _third_level_characters() -> list[str]:
    rows = resource_path("data", "standard.tsv").read_text("utf-8").splitlines()
    return [row[0] for row in rows if int(row[2]) == _OF_NAMES]


def _spun() -> Figure:
    """Spin by forms that are characters of names; pages of eight paragraphs."""
    names = set(_third_level_characters())
    table = {
        base: form for base, forms in variants.forms().items() for form in forms if form in names
    }
    right = total = 0
    for kind in genres.GENRES:
        texts = [t for t in genres.paragraphs(kind, _CLEAN) if any(map(t.__contains__, table))]
        for at in range(0, min(len(texts), 160) - 7, 8):
            page = "\n".join(texts[at : at + 8])
            chosen = variants.choose_forms(Random(at)) | table
            got = restore(variants.variants(page, Random(at), table=chosen).text).text
            places = [place for place, char in enumerate(page) if char in table]
            total += len(places)
            right += sum(got[place : place + 1] == page[place] for place in places)
    share = right / total
    name = f"such characters in spun pages right, of {total:,}"
    return Figure(name, f"{share:.1%}", ">= 98.2%", share >= 0.982)


def _restored_twice() -> Figure:
    total = changed = 0
    for kind in genres.GENRES:
        for number, text in enumerate(genres.paragraphs(kind, 100)):
            for name, style in STYLES.items():
                try:
                    damaged = style(text, Random(f"{name} {number}")).text
                except UnicodeEncodeError:
                    continue
                once = restore(damaged).text
                total += 1
                changed += restore(once).text != once
    return Figure(
        f"damaged paragraphs that change when restored twice, of {total:,}",
        f"{changed}",
        "0",
        changed == 0,
    )


def _count(texts: Iterable[str], is_changed: Callable[[str], bool]) -> int:
    return sum(map(is_changed, texts))
