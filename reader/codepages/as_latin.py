"""Chinese bytes that were decoded as Latin-1 or Windows-1252: µÚÒ» is 第一, åŠ³åŠ¨ is 劳动."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from math import inf

from reader.codepages.beam import MissingBytes, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.interpretation import (
    InterpretedPart,
    RunInterpretation,
    collect_runs,
    is_doubtful,
    weigh,
    western_costs,
)
from reader.codepages.views import (
    C1,
    LATIN,
    STRONG,
    TRIMMED,
    WINDOWS_GAPS,
    latin_bytes,
    latin_items,
)

NAME = "Windows-1252"
TRIGGER = re.compile(rf"[{STRONG}](?=[@-~]?[{STRONG}][@-~]?[{LATIN}][@-~]?[{LATIN}])")
"""Four bytes above 7F with hardly a letter between them: no Western language has that."""

WEAK = re.compile(f"[{STRONG}]")
_STRETCH = re.compile(rf"[{LATIN}][{LATIN}\x20-\x7e\t\ufffd]*")
_CODECS = ("utf-8", "gb18030", "cp950", "big5hkscs")
_FOR_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xEA), 0xEF))
_NOISE = 150  # so many bytes above 7F that all read badly are not Chinese
_WESTERN = 3  # accented letters that show a Western language; few GBK hanzi begin with C3
_LETTER = re.compile(rb"\xc3[\x80-\xbf ]")
_TRIMMED = 1.5  # nats by which a text must be likelier if bytes were trimmed besides
_CHUNK = 400  # characters searched at once where bytes are missing
_CUT = re.compile(r"[\x20-\x3e]")  # never one byte of a longer character

Inner = Callable[[str], list[RunInterpretation]]


def interpret_latin(
    line: str, known: RunInterpretation | None, inner: Inner
) -> Iterator[RunInterpretation]:
    """Yield what parts of a line say in a Chinese encoding; offsets are code points in the line.

    `known` is a run of the same document that was certainly misread; if given, only its encoding
    is tried. `inner` looks for a second misreading beneath the first.
    """
    for stretch in _STRETCH.finditer(line):
        pattern = TRIGGER if known is None else WEAK
        if pattern.search(stretch[0]):
            for interpretation in _interpret_stretch(
                stretch[0], known, inner, stretch.end() == len(line)
            ):
                yield interpretation.shift(stretch.start())


def _interpret_stretch(
    text: str, known: RunInterpretation | None, inner: Inner, ends_line: bool
) -> list[RunInterpretation]:
    literal = western_costs(text)
    data = latin_bytes(text)
    best: RunInterpretation | None = None
    if data is not None:
        if _is_western(data):
            return []
        for codec in _CODECS:
            written = encoding_of(codec)
            if known is not None and not known.again and known.written != written.name:
                continue
            try:
                after = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if codec == "utf-8" and (found := _interpret_twice(after, data, inner)):
                return found
            gain, hanzi = weigh(literal, after, written.model, known is not None)
            if hanzi and (best is None or gain > best.gain):
                parts = _split_parts(after, data, codec)
                best = RunInterpretation(parts, written.name, NAME, gain, hanzi)
                doubt = is_doubtful(after, written.model)
    if best is None or best.gain <= 0:
        return _search_chunks(text, literal, known, ends_line)
    if doubt:  # decoded to the end only by chance, part of it out of step
        found = _search_chunks(text, literal, known, ends_line)
        if sum(one.gain for one in found) > best.gain + 5:
            return found
    return [best]


def _is_western(data: bytes) -> bool:
    """Tell if the bytes are UTF-8 in a Western language: Ã©tÃ© is été, not 茅t茅.

    The second byte of à is a no-break space, which often became a plain one.
    """
    rest, letters = _LETTER.subn(b"", data)
    return letters >= _WESTERN and rest.isascii()


def _split_parts(after: str, data: bytes, codec: str) -> tuple[InterpretedPart, ...]:
    """Return one part per character: decoded as Latin, each byte is one character."""
    parts = []
    at = 0
    for char in after:
        if char < "\x80":
            at += 1
            continue
        size = len(char.encode(codec))
        parts.append(InterpretedPart(at, at + size, char, tuple(data[at : at + size])))
        at += size
    return tuple(parts)


def _interpret_twice(after: str, data: bytes, inner: Inner) -> list[RunInterpretation]:
    """Return the interpretation of text that was misread twice: ÂµÃšÃ’Â» is µÚÒ» is 第一."""
    interpretations = inner(after)
    if not interpretations:
        return []
    starts = [0, *accumulate(len(char.encode()) for char in after)]
    found = []
    for interpretation in interpretations:
        parts = tuple(
            part._replace(start=starts[part.start], end=starts[part.end])
            for part in interpretation.parts
        )
        again = (("UTF-8", NAME), *interpretation.again)
        gain = interpretation.gain * 1.5  # the text in between is as odd as the outermost
        found.append(
            RunInterpretation(
                parts,
                interpretation.written,
                interpretation.read,
                gain,
                interpretation.hanzi,
                again,
            )
        )
    return found


def _search_chunks(
    text: str, literal: list[float], known: RunInterpretation | None, ends_line: bool
) -> list[RunInterpretation]:
    """Return the runs of a stretch that lacks some of its bytes."""
    found: list[RunInterpretation] = []
    at = 0
    while at < len(text):
        end = len(text)
        if end - at > _CHUNK:
            cuts = [cut.end() for cut in _CUT.finditer(text, at + _CHUNK // 2, at + _CHUNK)]
            end = cuts[-1] if cuts else at + _CHUNK
        if WEAK.search(text, at, end):
            for interpretation in _search_chunk(
                text[at:end], literal[at:end], known, ends_line and end == len(text)
            ):
                found.append(interpretation.shift(at))
        at = end
    return found


def _search_chunk(
    text: str, literal: list[float], known: RunInterpretation | None, ends_line: bool
) -> list[RunInterpretation]:
    """Return the runs of the likeliest interpretation, with or without missing bytes.

    Copying from a browser drops the C1 controls. Where 80 to 9F show as Windows-1252 characters,
    only the five bytes that it does not define can be missing, and the two that are trimmed.
    """
    items = latin_items(text)
    high = [value for value in items.values if 0x80 <= value < 0x100]
    if known is not None:
        codecs = tuple(codec for codec in _CODECS if encoding_of(codec).name == known.written)
    elif sum(value in _FOR_UTF8 for value in high) > 0.9 * len(high):
        codecs = ("utf-8",)
    else:
        codecs = ("gb18030", "cp950")
    shown = any(value in C1 and value not in WINDOWS_GAPS for value in high)
    missing = WINDOWS_GAPS if shown else C1
    # Next to misread text there is no word in another language.
    strict = [
        cost + 5 if char >= "\x80" else cost for cost, char in zip(literal, text, strict=True)
    ]
    best: tuple[float, list[RunInterpretation]] | None = None
    plans: list[tuple[str, MissingBytes]] = [
        (codec, MissingBytes(missing, enter=2.0)) for codec in codecs
    ]
    plans += [
        (codec, MissingBytes(missing, 0.7, 2 if codec == "utf-8" else 1, enter=2.0))
        for codec in codecs
        if codec in ("utf-8", "gb18030")
    ]
    if codecs == ("utf-8",) and not TRIMMED.intersection(items.values):
        plans.append(("utf-8", MissingBytes(missing | TRIMMED, 0.7, 2, enter=2.0)))
    for codec, gaps in plans:
        gained = sum(one.gain for one in best[1]) if best else 0.0
        noise = codec != "utf-8" and len(high) > _NOISE and gained < 0.2 * len(high)
        if gaps.vanish < inf and noise:
            break  # were this Chinese, some of it would have been decoded by now
        written = encoding_of(codec)
        search = Search(written, NAME, gaps, ends_line, known is not None)
        cost, steps = best_path(items, search, numbers_of(text, written.model), strict)
        interpretations = collect_runs(steps, items, text, literal, search)
        trimmed = gaps.missing is not None and gaps.missing >= TRIMMED
        if best is None or cost < best[0] - (_TRIMMED if trimmed else 1):
            best = cost, interpretations
        left = any(step.read is None and items.values[step.start] >= 0x80 for step in steps)
        after = "".join(part.after for one in interpretations for part in one.parts)
        guessed = any(min(part.data) < 0 for one in interpretations for part in one.parts)
        if not left and not guessed and not is_doubtful(after, written.model):
            break  # nothing is missing
    return best[1] if best else []
