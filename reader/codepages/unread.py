"""Recognises lines that were decoded in another encoding, and lack too much to be read back.

As Chinese such a line is worse than characters drawn at random. If its bytes make sense in another
encoding, that is named, with the share of those that are lost: UTF-8 read as Big5 loses half of
them. If it is full of losses besides (撠極?瑞?????), it was misread, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.codepages.encoding import encoding_named, encoding_of
from reader.codepages.interpretation import RunInterpretation, is_language, wide_costs
from reader.codepages.plausible import is_hopeless, list_bytes, sense_of
from reader.codepages.triggers import find_views, rare_run
from reader.codepages.views import LOST, WIDE, items_of, view_of
from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.text.lazy_pattern import lazy_pattern

_DOUBLE = ("gb18030", "cp950")
_WRITTEN = ("utf-8", *_DOUBLE)
_UTF8_NAME = "UTF-8"
_AT_RANDOM = 9.5  # nats for a hanzi of GBK or Big5 that is drawn at random
_BAD = 7.5  # nats a character below which a line is no nonsense
_SENSE = 6.5  # nats a character that a reading in another encoding may cost
_LOSSY_SENSE = 7.5  # the same between losses
_GAIN = 12.0  # nats by which that reading must be likelier
# The same where the document is known to be misread so, and how bad a line must be there.
_GAIN_KNOWN, _BAD_KNOWN = 4.0, 6.5
_PROOF = 12  # characters of lines that show how a document was misread
_LOSS = 5.0  # nats that a '?' behind or before a hanzi says of losses
_MISREAD = 12.0  # nats by which a line must be worse than at random
_MANY, _RECURRING = 12, 0.6  # hanzi, and the share of different ones below which they recur
_LONGEST = 300  # characters that are looked at
_ODD = 8.0  # nats a character from which on what is left around misread runs is no Chinese
_KEPT = 0.85  # share of the characters that the other encoding must have
_FEWEST = 4  # hanzi of a reading
_WHOLE = 6  # hanzi for each character that bytes are missing of, if few are
_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xEA), 0xEF))  # bytes of Chinese in UTF-8
# Loss marks of a line that was no UTF-8, their share, and that of letters among the rest.
_MANY_MARKS, _MARKED, _BY_CHANCE = 5, 0.4, 0.6
_FITS, _FITS_NOT = 0.5, -6.0  # nats for a byte that UTF-8 has, and has not
_LEADS = 0.15  # share of the bytes that begin a character; whole UTF-8 has twice as many
# Nats from which on a line is UTF-8, whatever is lost of it; the same in a document known for it.
_IS_UTF8, _IS_UTF8_KNOWN = 8.0, 2.0
_LETTERS = "\u0400-\u045f\u0370-\u03ff\u00a1-\u024f\u2010-\u2122\u2190-\u25ff"
# One class of all that a sign may begin with: several times as fast as a pattern for each.
_SIGN = lazy_pattern(
    rf"[\uff61-\uff9f{_LETTERS}\u00a1-\u07ff\uac00-\ud7a3?\ufffd](?:"
    r"(?<=[\uff61-\uff9f])[\uff61-\uff9f]{2}"
    rf"|(?<=[{_LETTERS}])[{_LETTERS}]{{3}}"
    rf"|(?<=[?\ufffd])(?:(?<=[{HANZI}].)[?\ufffd]|[{HANZI}][?\ufffd])"
    r"|(?<=[\uac00-\ud7a3])[\uac00-\ud7a3]"
    r"|(?<=[\u00a1-\u07ff])(?=.?\ufffd)"
    r"|(?<=\ufffd)[@-~].{0,9}\ufffd[@-~]"  # Big5 has such second bytes
    r")"
)
_LOST = lazy_pattern(rf"[?\ufffd](?=[{HANZI}?\ufffd])|(?<=[{HANZI}?\ufffd])[?\ufffd]")


class Misreading(NamedTuple):
    """How a line was misread; all three are empty if no encoding explains it."""

    written: str
    read: str
    text: str  # what the bytes say
    lost: int = 0  # bytes of a hundred that are gone


UNEXPLAINED = Misreading("", "", "")
_GONE, _GONES = "\ufffd", lazy_pattern("\ufffd+")
_REST = lazy_pattern(r"[^\x00-\x7f](?:[\x21-\x7e]{0,2}[^\x00-\x7f])*")


def may_be_misread(text: str) -> bool:
    """Tell quickly if any line of a text may have been misread."""
    return _SIGN.search(text) is not None or rare_run().search(text) is not None


@lru_cache(1024)
def find_misreading(
    line: str, model: CharacterModel, like: tuple[str, str] | None = None
) -> Misreading | None:
    """Return how a line was misread, None if it was not.

    `like` is the way in which the document is known to be misread: how it was written and read.
    Then less is enough for it.
    """
    if not may_be_misread(line) and (like is None or line.isascii()):
        return None
    looked_at = line[:_LONGEST]
    if is_language(looked_at):
        return None
    as_utf8 = like is not None and like[1] == _UTF8_NAME
    if is_decoded_as_utf8(looked_at, known=as_utf8):
        return _explain_utf8(line, like[0] if like is not None and as_utf8 else "")
    plain = simplify_characters(looked_at)
    cost = model.text_cost(plain)
    if cost < (_BAD if like is None else _BAD_KNOWN) * len(plain):
        return None
    best: tuple[float, Misreading] | None = None
    for view in find_views(looked_at, _KEPT):
        plain_values = items_of(view.list_bytes(looked_at)).values
        for codec in _WRITTEN:
            written = encoding_of(codec).name
            if written == view.name:
                continue
            known = (written, view.name) == like
            if is_hopeless(plain_values, codec) and not (
                codec == "utf-8" and _is_like_utf8(plain_values, known=known)
            ):
                continue
            values = items_of(list_bytes(looked_at, view, codec)).values
            reading = _weigh(values, codec, model, known=known)
            if reading is None or cost - reading < (_GAIN_KNOWN if known else _GAIN):
                continue
            if best is None or reading < best[0]:
                values = items_of(list_bytes(line, view, codec)).values
                text, lost = _decode(values, codec), _share_of_lost(values, codec)
                best = reading, Misreading(written, view.name, text, lost)
    if best is not None:
        return best[1]
    return UNEXPLAINED if _is_worse_than_random(plain, model) else None


def find_way(lines: Iterable[str], model: CharacterModel) -> tuple[str, str] | None:
    """Return how most misread lines of a document were written and read, None if too few were."""
    found: Counter[tuple[str, str]] = Counter()
    for line in lines:
        one = find_misreading(line, model)
        if one is not None and one.read:
            found[one.written, one.read] += len(line)
    way, size = found.most_common(1)[0] if found else (None, 0)
    return way if size >= _PROOF else None


def find_rest(
    line: str, runs: Sequence[RunInterpretation], like: RunInterpretation
) -> Iterator[tuple[int, int, str]]:
    """Yield what is left of a line around misread runs: its spans, and what the bytes there say.

    `runs` are certain and sorted; `like` was misread in the same way. What is good Chinese is no
    rest: the clean text that a misread name stands in.
    """
    wrote, read = like.outermost
    if read not in WIDE:
        return
    view, written = view_of(read), encoding_named(wrote)
    ends = [0, *(part.end for run in runs for part in run.parts)]
    starts = [*(part.start for run in runs for part in run.parts), len(line)]
    for low, high in zip(ends, starts, strict=True):
        for found in _REST.finditer(line, low, high):
            text = found[0]
            hidden = [char for char in text if char >= "\x80" and char != _GONE]
            if not hidden or not view.holds(text.replace(_GONE, "")):
                continue
            costs = wide_costs(text, written.model)
            odd = sum(cost for cost, char in zip(costs, text, strict=True) if char in hidden)
            if odd >= _ODD * sum(char in hidden for char in text):
                values = items_of(list_bytes(text, view, written.codec)).values
                yield *found.span(), _decode(values, written.codec)


def is_decoded_as_utf8(text: str, *, known: bool = False) -> bool:
    """Tell whether most bytes of a text were no UTF-8, and the others letters by chance: ͼ����һ�չ�.

    Where the rest is hanzi, characters are missing from a text that was decoded right. One mark is
    enough where the document is `known` to be misread so.
    """
    high = [char for char in text[:_LONGEST] if char >= "\x80"]
    marks = high.count(_GONE)
    letters = sum("\xa1" <= char <= "\u07ff" for char in high)
    return (
        marks >= (1 if known else _MANY_MARKS)
        and marks >= _MARKED * len(high)
        and letters >= max(0 if known else 2, _BY_CHANCE * (len(high) - marks))
    )


def _explain_utf8(text: str, written: str) -> Misreading:
    """Return what the bytes of a text say that was decoded as UTF-8 and was none.

    `written` names the encoding of other lines, "" if it is not known.
    """
    values = items_of([None if char == _GONE else char.encode() for char in text]).values
    senses = [(sense_of(values, codec), codec) for codec in _DOUBLE]
    known = [(sense, codec) for sense, codec in senses if sense is not None]
    if not known and not written:
        return UNEXPLAINED
    codec = min(known)[1] if known else encoding_named(written).codec
    lost = _share_of_lost(values, codec)
    return Misreading(encoding_of(codec).name, _UTF8_NAME, _decode(values, codec), lost)


def _weigh(
    values: Sequence[int], codec: str, model: CharacterModel, *, known: bool
) -> float | None:
    """Return what a text of these bytes costs in nats, None if it makes no sense in the codec.

    Where the document is `known` to be misread so, little of it may be left.
    """
    text = _decode(values, codec)
    hanzi = len(IS_HANZI.findall(text))
    fewest = 1 if known else _FEWEST
    if hanzi >= max(fewest, (1 if known else _WHOLE) * text.count(_GONE)):
        reading = model.text_cost(simplify_characters(text))
        if reading <= _SENSE * len(text):
            return reading
    high = [value for value in values if 0x80 <= value < LOST]
    if codec == "utf-8":
        return _SENSE * len(high) / 3 if _is_like_utf8(values, known=known) else None
    sense = sense_of(values, codec)
    if sense is None or sense > _LOSSY_SENSE or hanzi < fewest:
        return None
    return sense * len(high) / 2


def _is_like_utf8(values: Sequence[int], *, known: bool) -> bool:
    """Tell whether bytes are those of Chinese in UTF-8, whatever is lost of it."""
    high = [value for value in values if 0x80 <= value < LOST]
    fits = sum(value in _UTF8 for value in high)
    leads = sum(value >= 0xC0 for value in high)
    gain = _FITS * fits + _FITS_NOT * (len(high) - fits)
    return leads >= _LEADS * len(high) and gain >= (_IS_UTF8_KNOWN if known else _IS_UTF8)


def _decode(values: Sequence[int], codec: str) -> str:
    """Return what bytes say, U+FFFD for what is gone."""
    data = bytes(value if value < LOST else 0xFF for value in values)
    return _GONES.sub(_GONE, data.decode(codec, "replace"))


def _share_of_lost(values: Sequence[int], codec: str) -> int:
    """Return how many of a hundred bytes above 7F are lost, at least as many as there are marks.

    In UTF-8 each hanzi has one byte that begins it and two that follow.
    """
    marks = sum(value == LOST for value in values)
    high = [value for value in values if 0x80 <= value < LOST]
    total = len(high) + marks
    if codec == "utf-8":
        leads = sum(value >= 0xC0 for value in high)
        total = max(total, 3 * leads, 3 * ((len(high) - leads + 1) // 2))
    return round(100 * (total - len(high)) / max(1, total))


def _is_worse_than_random(plain: str, model: CharacterModel) -> bool:
    found = "".join(IS_HANZI.findall(plain))
    if not found:
        return False
    excess = model.text_cost(found) - _AT_RANDOM * len(found)
    if len(found) >= _MANY and excess > 0 and len(set(found)) < _RECURRING * len(found):
        return (
            True  # 茂录聢氓聧聛: the same few lead bytes; a list of rare characters has each once
        )
    losses = len(_LOST.findall(plain))
    return losses > 0 and excess > -len(found) and excess + _LOSS * losses > _MISREAD
