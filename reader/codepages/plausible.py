"""Which encodings the bytes of a line make sense in at all, before a search for what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from reader.codepages.encoding import encoding_of, excess_of
from reader.codepages.interpretation import chinese_costs
from reader.codepages.views import LOST, View, items_of
from reader.language.hanzi import IS_HANZI
from reader.text.lazy_pattern import lazy_pattern

_USUAL = 6.5  # nats; characters of clean text cost less on average
_ODD = 10.0  # nats by which a part must cost more to be looked at
_FOREIGN = 9.0  # nats that a character of kana or hangul counts for here
_SENSE = 8.0  # nats a character that the text may cost in the other encoding
_PART = lazy_pattern(rb"[\x40-\xff]{4,}")  # fewer bytes tell nothing
_TRIED = 2  # encodings
_LONG, _CLEAN = 40, 3  # characters of a part, and how many at either end may be clean
# Characters before and behind one that has several pairs of bytes, and how many are looked at;
# how near two of them decide together, and how many at most.
_BEFORE, _BEHIND, _LOOKED_AT = 12, 6, 10
_NEAR, _TOGETHER = 2, 3
_BAD = 12.0  # nats for bytes that mean nothing
_DEAREST = 16.0  # nats that one character may cost
_REMEMBERED = 4096  # parts
_ENOUGH, _HOPELESS = 20, 10.5  # characters that are enough if they cost so many nats each
_PIECE = 48  # bytes weighed at once: whole characters of two bytes or of three, where none is lost


def find_plausible(
    text: str, literal: Sequence[float], view: View, codecs: Sequence[str]
) -> list[str]:
    """Return the codecs in which the oddest part of a text makes sense, the likeliest first.

    `literal` is the cost in nats of each character as it is.
    """
    low, high = _find_oddest(text, literal)
    found = []
    plain = _join(items_of(view.list_bytes(text[low:high])).values)
    for codec in codecs:
        if _is_hopeless(plain, codec):
            continue
        items = items_of(list_bytes(text[low:high], view, codec))
        data, first = _join(items.values), items.first
        total, number = _weigh_bytes(data, codec)
        senses = [total / number] if number > 1 and total <= _SENSE * number else []
        # What is left without both ends costs too much, even if the ends were all the nonsense.
        if total - _DEAREST * 2 * _CLEAN <= _SENSE * number:
            senses += [
                sense
                for start, end in _trim(high - low)
                if (sense := _sense_of(data[first[start] : first[end]], codec)) is not None
            ]
        if senses:
            found.append((min(senses), codec))
    return [codec for _, codec in sorted(found)[:_TRIED]]


def _trim(size: int) -> list[tuple[int, int]]:
    """Return spans of a short part without some of each end.

    A character of clean text next to nonsense is unusual as well.
    """
    if size > _LONG:
        return []
    ends = range(min(_CLEAN, size // 2) + 1)
    return [(before, size - behind) for before in ends for behind in ends if before or behind]


def _find_oddest(text: str, literal: Sequence[float]) -> tuple[int, int]:
    """Return the span whose characters cost most beyond the usual, empty if none does."""
    best, span = _ODD, (0, 0)
    total, low = 0.0, 0
    for at, (char, cost) in enumerate(zip(text, literal, strict=True)):
        if char < "\x80":
            continue
        foreign = "\u3041" <= char <= "\u318e" or char >= "\uac00"
        total += (max(cost, _FOREIGN) if foreign else cost) - _USUAL
        if total <= 0:
            total, low = 0.0, at + 1
        elif total > best:
            best, span = total, (low, at + 1)
    return span


def list_bytes(text: str, view: View, codec: str) -> list[bytes | None]:
    """Return the bytes of each character, for text that was written in a codec.

    Shift_JIS and Big5 have several pairs of bytes for some: of those the likelier text decides, for
    neighbours together. 彧 is ED AE or FA B9; in ｻ彧ﾘ it is the latter, for BB FA B9 D8 is 机关.
    """
    pieces = view.list_bytes(text)
    variants = view.list_variants(text)
    if not variants:
        return pieces
    lengths = list(_count_in_step(text, pieces))
    for group in _group_near(list(variants)):
        low, high = max(0, group[0] - _BEFORE), group[-1] + 1 + _BEHIND
        # A pair begins at every second byte behind the last place that is in step.
        before, length = sum(len(one or b"") for one in pieces[low : group[0]]), lengths[group[0]]
        skipped = before - min(length, before)
        skipped += (length - min(length, before)) % 2
        looked_at = group[-1] - group[0] + _LOOKED_AT
        costs: list[tuple[float, tuple[bytes, ...]]] = []
        for chosen in product(*(variants[at] for at in group)):
            for at, data in zip(group, chosen, strict=True):
                pieces[at] = data
            data = b"".join(one or b"" for one in pieces[low:high])[skipped:]
            costs.append((_cost_of(data, codec, looked_at), chosen))
        for at, data in zip(group, min(costs)[1], strict=True):
            pieces[at] = data
    return pieces


def _count_in_step(text: str, pieces: Sequence[bytes | None]) -> Iterator[int]:
    """Yield for each character how many bytes before it are in step."""
    length = 0
    for char, piece in zip(text, pieces, strict=True):
        yield length
        length = 0 if piece is None or char < "@" else length + len(piece)


def _group_near(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield these places, those together that lie near each other."""
    group: list[int] = []
    for at in places:
        if group and (at - group[-1] > _NEAR or len(group) == _TOGETHER):
            yield group
            group = []
        group.append(at)
    yield group


def _cost_of(data: bytes, codec: str, looked_at: int) -> float:
    """Return the cost in nats of the last characters of some bytes."""
    text = data.decode(codec, "replace")[-looked_at:]
    model = encoding_of(codec).model
    plain = text.replace("\ufffd", "")
    bad = len(text) - len(plain)
    return sum(chinese_costs(text, model)) + excess_of(plain, model) + _BAD * bad


def sense_of(values: Sequence[int], codec: str) -> float | None:
    """Return how much a character of these bytes costs in nats in an encoding, None for nonsense.

    In an encoding of two bytes, what follows a loss may begin with either byte of a character.
    """
    return _sense_of(_join(values), codec)


def is_hopeless(values: Sequence[int], codec: str) -> bool:
    """Tell quickly if bytes are nonsense in an encoding, whatever else some of them may have been.

    Of 600 misread parts the worst cost 8 nats a character, in other encodings the best 11.
    """
    return _is_hopeless(_join(values), codec)


def _join(values: Sequence[int]) -> bytes:
    """Return values as bytes, with a zero for each loss, which ends a part as a space does."""
    return bytes(0 if value == LOST else value for value in values)


def _sense_of(data: bytes, codec: str) -> float | None:
    total, number = _weigh_bytes(data, codec)
    return total / number if number > 1 and total <= _SENSE * number else None


def _is_hopeless(data: bytes, codec: str) -> bool:
    total, number = _weigh_bytes(data, codec)
    return number >= _ENOUGH and total > _HOPELESS * number


def _weigh_bytes(data: bytes, codec: str) -> tuple[float, int]:
    """Return what these bytes cost in nats in an encoding, and how many characters they are.

    What is nonsense for many characters is not read to the end.
    """
    total, number = 0.0, 0
    for part in _PART.findall(data):
        for at in range(0, len(part), _PIECE):
            cost, size = _weigh_part(part[at : at + _PIECE], codec)
            total, number = total + cost, number + size
            if number >= _ENOUGH and total > _HOPELESS * number:
                return total, number
    return total, number


@lru_cache(_REMEMBERED)
def _weigh_part(data: bytes, codec: str) -> tuple[float, int]:
    """Return the cost of bytes without a loss, and how many characters they are.

    A line is asked about with and without its ends, in several views, and again once its
    neighbours have been read.
    """
    if max(data) < 0x80:
        return 0.0, 0
    model = encoding_of(codec).model
    best: tuple[float, int] | None = None
    for shift in range(3 if codec == "utf-8" else 2):
        text = data[shift:].decode(codec, "replace")
        bad = text.count("\ufffd")
        if best is not None and _BAD * bad * best[1] >= best[0] * len(text):
            continue
        plain = text.replace("\ufffd", "")
        if not IS_HANZI.search(plain):
            continue
        costs = [
            cost
            for cost, char in zip(chinese_costs(plain, model), plain, strict=True)
            if char >= "\x80"
        ]
        cost, size = sum(costs) + _BAD * bad, len(costs) + bad
        if best is None or cost / size < best[0] / best[1]:
            best = cost, size
    return best if best is not None else (_BAD * len(data) / 2, max(1, len(data) // 2))
