r"""Chinese characters left as escapes: \u516c, %E5%85%AC, =E5=85=AC, \345\205\254, +UWw-, ~{9+~}.

Each is undone where that makes likely Chinese. Links, code and text about escapes keep theirs.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.codepages.interpretation import chinese_costs
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.lines import find_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.repair.source_code import is_code
from reader.repair.tags import is_page_source, speaks_of_markup
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_CODED = ratio_of(0.97)
_SHOWN_CODES = 40  # characters of an escape that a reason shows
_BYTE, _OCTAL = "[0-9A-Fa-f]{2}", "[0-3][0-7]{2}"
_TRIGGER = lazy_pattern(
    rf"[%=\\~+](?:(?<=[%=]){_BYTE}|(?<=[%\\])u[0-9A-Fa-f]{{4}}|(?<=\\)(?:x{_BYTE}|{_OCTAL})"
    r"|(?<=~)\{|(?<=\+)[A-Za-z0-9+/]{3,})"
)
_SAFE = lazy_pattern(rf"[{HANZI}\u3000-\u303f\uff01-\uff5e“”‘’…—·％℃\x20-\x7e\s]*")
_PAIRS = lazy_pattern(rf"[{HANZI}\u3000-\u303f\uff01-\uff5e“”‘’…—·]")
_USUAL = 9.0  # nats a character; what costs more is not likely Chinese
_AMBIGUOUS = 8.0  # the same where other bytes or letters are as regular
_SHORT = 2.0  # nats by which one character must be better than that; two, half as much each
_LINK = lazy_pattern(r"://|www\.|\.(?:com|cn|org|net|html?|php|aspx?|jsp)\b|[?&][\w.-]+=|@\w+\.")
_SPOKEN = lazy_pattern(
    "编码|转义|解码|写[作成为]|显示[为成]|代码|百分号|[八十]六?进制|正则|码[位点]|字符(?!串)"
    "|Unicode|unicode|UTF|GBK|HZ|ASCII|quoted"
)
_QUOTES = "\"'`"
_TOKEN = lazy_pattern(r"[!-~]+")


class _Scheme(NamedTuple):
    """One way of writing characters in ASCII; `decode` returns "" for what is nothing."""

    name: str
    pattern: re.Pattern[str]
    decode: Callable[[str], str]
    certain: bool  # nothing else looks like it


def _decode_bytes(data: bytes) -> str:
    """Return what bytes say in UTF-8 or else in GBK."""
    for codec in ("utf-8", "gbk"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return ""


def _decode_numbers(text: str) -> str:
    codes = [int(one, 16) for one in re.findall(r"u([0-9A-Fa-f]{4})", text)]
    return b"".join(code.to_bytes(2, "big") for code in codes).decode("utf-16-be", "replace")


def _decode_hex(text: str) -> str:
    return _decode_bytes(bytes.fromhex("".join(re.findall(r"[%=x](?:25)*([0-9A-Fa-f]{2})", text))))


def _decode_octal(text: str) -> str:
    return _decode_bytes(bytes(int(one, 8) for one in text.split("\\")[1:]))


def _decode_utf7(text: str) -> str:
    letters = text.strip("+-")
    try:
        data = b64decode(letters + "=" * (-len(letters) % 4), validate=True)
        spare = data[len(data) // 2 * 2 :]
        return "" if any(spare) else data[: len(data) // 2 * 2].decode("utf-16-be")
    except (NoBase64, UnicodeDecodeError):
        return ""


def _decode_hz(text: str) -> str:
    try:
        return text.encode("ascii").decode("hz")
    except UnicodeDecodeError:
        return ""


_SCHEMES = (
    _Scheme(r"\u", lazy_pattern(r"(?:[\\%]u[0-9A-Fa-f]{4})+"), _decode_numbers, True),
    _Scheme("%", lazy_pattern(rf"(?:%(?:25)*{_BYTE})+"), _decode_hex, False),
    _Scheme(
        "quoted-printable",
        lazy_pattern(rf"={_BYTE}(?:={_BYTE}|=\r?\n(?=={_BYTE}))+"),
        _decode_hex,
        False,
    ),
    _Scheme(r"\x", lazy_pattern(rf"(?:\\x{_BYTE})+"), _decode_hex, False),
    _Scheme("octal", lazy_pattern(rf"(?:\\{_OCTAL})+"), _decode_octal, False),
    _Scheme("UTF-7", lazy_pattern(r"(?<![A-Za-z0-9+/])\+[A-Za-z0-9+/]{3,}-?"), _decode_utf7, False),
    _Scheme("HZ", lazy_pattern(r"~\{(?:[!-}][!-~])+~\}"), _decode_hz, True),
)


class Escapes:
    """Escapes in running text; those that the text may be about are only shown."""

    name = "escapes"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each run of escapes that decodes to likely Chinese."""
        lines = find_lines(stretch.text, stretch.low, stretch.high, (_TRIGGER,))
        if not lines or is_page_source(stretch.text):
            return
        for shift, line in lines:
            context.tick()
            yield from _propose_escapes(line, shift, context.model)


def _propose_escapes(line: str, shift: int, model: CharacterModel) -> Iterator[Proposal]:
    spoken = _SPOKEN.search(line) is not None or speaks_of_markup(line) or is_code(line)
    for scheme in _SCHEMES:
        for found in scheme.pattern.finditer(line):
            after = scheme.decode(found[0])
            if not _is_chinese(after, scheme, model) or _is_in_link(line, *found.span()):
                continue
            near = line[found.start() - 1 : found.start()] + line[found.end() : found.end() + 1]
            quoted = any(char in _QUOTES for char in near)
            shown = found[0] if len(found[0]) <= _SHOWN_CODES else f"{found[0][:_SHOWN_CODES]}…"
            yield Proposal(
                found.start() + shift,
                found.end() + shift,
                after,
                RepairKind.DEBRIS,
                "debris.escape",
                SHOWN if spoken or quoted else _CODED,
                (Evidence("escape", (shown, after[:_SHOWN_CODES])),),
            )


def _is_chinese(text: str, scheme: _Scheme, model: CharacterModel) -> bool:
    """Tell whether a decoded text is likely Chinese."""
    chinese = _PAIRS.findall(text)
    if not IS_HANZI.search(text) or _SAFE.fullmatch(text) is None:
        return False
    if scheme.certain:
        return len(chinese) > 1 or model.rarity(text) < _USUAL
    costs = [
        cost for cost, char in zip(chinese_costs(text, model), text, strict=True) if char >= "\x80"
    ]
    return sum(costs) <= (_AMBIGUOUS - _SHORT / len(costs)) * len(costs)


def _is_in_link(line: str, start: int, end: int) -> bool:
    """Tell whether an escape is a part of a link, of a path or of a parameter."""
    low = start
    while low and "!" <= line[low - 1] <= "~":
        low -= 1
    rest = _TOKEN.match(line, end)
    token = line[low:start] + (rest[0] if rest else "")
    return _LINK.search(token) is not None or line[start - 1 : start] in tuple("/=&?#_.")
