"""Every family of damage that `record` knows, and layers of them."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any
from urllib.parse import quote

from opencc import OpenCC

from tests.damage import cut, debris, encodings, readings
from tests.damage.damaged import is_hanzi
from tests.damage.gloss_slip import byte_glosses
from tests.damage.glosses import GlossStyle, toned_glosses, toned_keys, untoned_glosses
from tests.damage.mark_slip import folded_slip
from tests.damage.styles import STYLES
from tests.damage.traditional import traditional

Damage = Callable[[str, Random], str]


@cache
def converter(name: str) -> OpenCC:
    """Return a converter, such as s2tw."""
    return OpenCC(name)


def _misread(written: str, read: str, lost: str = "\ufffd") -> Damage:
    def damage(text: str, random: Random) -> str:
        if written == "big5":
            text = converter("s2tw").convert(text).replace("爲", "為")
        if read == "cp1252":
            return encodings.misread(text, written, read, drop_controls=random.random() < 0.3)
        return text.encode(written).decode(read, "replace").replace("\ufffd", lost)

    return damage


def _out_of_step(text: str, random: Random) -> str:
    data = text.encode("gbk")
    at = random.randrange(len(data))
    return (data[:at] + data[at + 1 :]).decode("gbk", "replace")


def _stretch(change: Callable[[str], str]) -> Damage:
    """Change the whole text or a stretch of it."""

    def damage(text: str, random: Random) -> str:
        start, end = sorted(random.randint(0, len(text)) for _ in range(2))
        if random.random() < 0.5 or end - start < 3:
            start, end = 0, len(text)
        return text[:start] + change(text[start:end]) + text[end:]

    return damage


def _octal(text: str) -> str:
    return "".join(f"\\{b:03o}" if b > 127 else chr(b) for b in text.encode())


def _printable(text: str) -> str:
    return quopri.encodestring(text.encode()).decode("ascii")


def _each(change: Callable[[str, Random], str], share: float = 0.04) -> Damage:
    """Change a share of the hanzi."""

    def damage(text: str, random: Random) -> str:
        return "".join(
            change(char, random) if is_hanzi(char) and random.random() < share else char
            for char in text
        )

    return damage


def _sown(*signs: str) -> Damage:
    return _each(lambda char, random: char + random.choice(signs))


def _spelt(char: str, _: Random) -> str:
    return readings.untoned((*readings.toned(char), char)[0])


def _glossed(**style: Any) -> Damage:
    return lambda text, random: untoned_glosses(text, random, GlossStyle(**style)).text


def _toned(text: str, random: Random) -> str:
    return toned_glosses(traditional(text, random), toned_keys(random)).text


def _slipped(converter: Any) -> Damage:
    def damage(text: str, random: Random) -> str:
        return byte_glosses(traditional(text, random), toned_keys(random), converter=converter).text

    return damage


def _cut(way: Callable[..., cut.Cut | None], encoding: str = "utf-8") -> Damage:
    def damage(text: str, random: Random) -> str:
        made = way(text, random)
        return made.data.decode(encoding, "replace") if made else text

    return damage


def _in_glosses(*signs: str) -> Damage:
    def damage(text: str, random: Random) -> str:
        def torn(found: re.Match[str]) -> str:
            at = random.randint(1, len(found[0]) - 1)
            return found[0][:at] + random.choice(signs) + found[0][at:]

        return re.sub(r"\([^()]{1,8}\)", torn, text)

    return damage


def _broken(text: str, random: Random) -> str:
    return re.sub("(?<=[，。；])", lambda _: "\n" * random.randint(0, 1), text)


def _replacing(old: str, new: str) -> Damage:
    return lambda text, _: text.replace(old, new)


def _plain(damage: Callable[..., Any], **how: Any) -> Damage:
    return lambda text, random: damage(text, random, **how).text


_OTHERS = ("cp1250", "cp1251", "cp437", "cp850", "cp866", "mac_roman", "koi8-r", "euc-kr")
FAMILIES: dict[str, Damage] = {
    **{name: _plain(style) for name, style in STYLES.items()},
    "wide_glosses": _glossed(full_width=True, umlaut="ü", capitals=0.3),
    "numbered_glosses": _glossed(numbers=True, umlaut="u:"),
    "dense_glosses": _glossed(share=0.9, wrong=0.3),
    "toned_glosses": _toned,
    **{f"byte_glosses_{way}": _slipped(way) for way in ("eats", "keeps", "replacement", "drops")},
    "folded_slip": lambda text, _: folded_slip(text).text,
    "folded_slip_keeps": lambda text, _: folded_slip(text, eats=False).text,
    **{f"{one}_as_{other}": _misread(one, other) for one, other in encodings.MISREADINGS},
    "utf-8_as_gbk_asked": _misread("utf-8", "gbk", "?"),
    # It takes seconds for a long paragraph.
    "utf-8_as_big5": lambda text, random: _misread("utf-8", "cp950", "?")(text[:24], random),
    "gbk_as_big5": _misread("gbk", "cp950", "?"),
    "big5_as_gbk": _misread("big5", "gbk", "?"),
    "gbk_as_others": lambda text, random: _misread("gbk", random.choice(_OTHERS))(text, random),
    "utf-8_as_others": lambda text, random: _misread("utf-8", random.choice(_OTHERS))(text, random),
    "gbk_as_shift_jis": _misread("gbk", "cp932", "?"),
    "misread_twice": _plain(encodings.wrong_encoding, twice=True),
    "kun_jin_kao": _stretch(lambda text: encodings.kun_jin_kao(text)),
    "where_valid": lambda text, _: encodings.where_valid(text),
    "out_of_step": _out_of_step,
    **{f"cut_{name}": _cut(way) for name, way in cut.WAYS.items()},
    "cut_line_end": _cut(cut.line_end, "gbk"),
    "lost": _each(lambda _, random: "\ufffd" * random.randint(1, 3), 0.02),
    "invisible": _plain(debris.invisible),
    "private_use": _plain(debris.private_use),
    "doubled_spaces": _plain(debris.doubled_spaces),
    "anti_copy": _plain(debris.anti_copy),
    "navigation": _plain(debris.navigation),
    "entities": _plain(debris.entities),
    "numbered_entities": _stretch(lambda text: "".join(f"&#{ord(char)};" for char in text)),
    "u_escapes": _stretch(lambda text: "".join(f"\\u{ord(char):04x}" for char in text)),
    "percent": _stretch(quote),
    "percent_gbk": _stretch(lambda text: quote(text.encode("gbk"))),
    "quoted_printable": _stretch(_printable),
    "octal": _stretch(_octal),
    "utf-7": _stretch(lambda text: text.encode("utf-7").decode("ascii")),
    "hz": _stretch(lambda text: text.encode("hz").decode("ascii")),
    "asked": _sown("?", "?", "??", "? ?"),
    "dotted": _sown(".", "·", "・", "\u3000", "\u2003"),
    "spelt": _each(_spelt),
    "dropped_characters": _each(lambda _char, _random: "", 0.02),
}
# A tenth of a second a paragraph and more: there are fewer of these than of others.
COSTLY = {
    "utf-8_as_big5": 1 / 8, "gbk_as_big5": 1 / 4, "big5_as_gbk": 1 / 4, "kun_jin_kao": 1 / 4,
    "utf-8_as_gbk > utf-8_as_gbk": 1 / 4, "utf-8_as_latin-1 > utf-8_as_gbk": 1 / 4,
    "seed > cut_summary": 1 / 2, "utf-8_as_others": 1 / 2, "utf-8_as_gbk": 1 / 2, "lost": 1 / 2,
    "folded_slip": 1 / 2, "asked": 1 / 2,
}  # fmt: skip
_SHORT = 80  # code points of a text that a costly family gets
# Only ever one of several layers.
_LAYERS: dict[str, Damage] = {
    "zero_width_in_glosses": _in_glosses("\u200b", "\xad", "\ufeff"),
    "tags_in_glosses": _in_glosses("<b>", "</b>", "<br/>", "&nbsp;"),
    "ampersands": _replacing("&", "&amp;"),
    "angles": lambda text, _: text.replace("<", "&lt;").replace(">", "&gt;"),
    "backslashes": _replacing("\\", "\\\\"),
    "lines": _broken,
    "misread_lines": _plain(encodings.wrong_encoding, lines=0.5),
}  # fmt: skip
LAYERED = """
seed > gbk_as_latin-1|seed > utf-8_as_gbk|seed > utf-8_as_cp1252|variants > gbk_as_cp1252
variants > entities|seed > entities|traditional > numbered_entities|seed > page > tags
variants > u_escapes|u_escapes > backslashes|percent > percent|percent > quoted_printable
entities > ampersands|entities > ampersands > ampersands|tags > angles|tags > angles > ampersands
glosses > zero_width_in_glosses|glosses > tags_in_glosses|seed > zero_width_in_glosses
toned_glosses > tags_in_glosses|seed > cut_summary|seed > cut_dropped|variants > cut_replaced
utf-8_as_latin-1 > utf-8_as_gbk|gbk_as_latin-1 > utf-8_as_cp1252|utf-8_as_gbk > utf-8_as_gbk
mark_slip > page|mark_slip > marks|mark_slip > gbk_as_latin-1|seed > mark_slip|seed > folded_slip
spaces > glosses|dotted > glosses|seed > anti_copy|seed > lost|seed > navigation > tags
seed > lines > misread_lines|page > lines > misread_lines|byte_glosses_keeps > invisible
byte_glosses_eats > entities|seed > asked|out_of_step > marks|hz > entities|variants > dotted
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


def damaged(family: str, text: str, random: Random) -> str:
    """Return `text` damaged by one family after the other. Raises UnicodeError if it cannot be."""
    if family in COSTLY and "\n" not in text:
        text = text[:_SHORT]
    for name in family.split(" > "):
        text = (FAMILIES.get(name) or _LAYERS[name])(text, random)
    return text


def forgiving(family: str, text: str, random: Random) -> str:
    """Return `text` damaged, or as it is where it cannot be."""
    try:
        return damaged(family, text, random)
    except UnicodeError:
        return text
