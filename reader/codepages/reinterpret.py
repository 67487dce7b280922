"""Chinese bytes that were decoded in another encoding: µÚÒ» is 第一, 鍔冲姩 and åŠ³åŠ¨ are 劳动.

Each encoding that text is decoded in is a view, a line of one table. All bytes of a line are
decoded at once first. If that makes no text, some are missing, or only a part of the line was
misread: then the likeliest runs are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reader.codepages.encoding import encoding_of
from reader.codepages.interpretation import (
    InterpretedPart,
    RunInterpretation,
    is_doubtful,
    is_language,
    weigh,
    western_costs,
    wide_costs,
)
from reader.codepages.misread_search import (
    NO_WORD,
    Stretch,
    list_codecs,
    search,
)
from reader.codepages.plausible import list_bytes
from reader.codepages.step_budget import StepBudget
from reader.codepages.triggers import (
    looks_like_utf8,
    narrow_trigger,
    stretch_pattern,
    weak_trigger,
    wide_triggers,
)
from reader.codepages.twice import Inner, interpret_twice
from reader.codepages.views import WINDOWS, View
from reader.language.ngram import character_model

_WESTERN = 3  # accented letters that show a Western language; few GBK hanzi begin with C3
_LETTER = re.compile(rb"\xc3[\x80-\xbf ]")
_TOLD_APART = 5.0  # nats by which a text must be likelier of which a byte is missing, for each
_WHOLE = 4.0  # nats for a whole line that was misread like the rest of its document
_LONG = 2000  # characters of a line from which on it is divided
_CHUNK, _WIDE_CHUNK = 400, 500  # characters searched at once
_CUT = re.compile(r"[\x20-\x3e]")  # never one byte of a longer character
_ASKED = re.compile(r"\?[^\x00-\x7f]|[^\x00-\x7f]\?")  # it may stand for a lost byte
_WIDE_CUT = re.compile(r"[\x20-\x3e\ufffd]")


def interpret(
    line: str, view: View, known: RunInterpretation | None, inner: Inner, budget: StepBudget
) -> Iterator[RunInterpretation]:
    """Yield what parts of a line say if they were decoded in the encoding of a view.

    Offsets are code points in the line. `known` is a run of the same document that was certainly
    misread; if given, only its encoding is tried. `inner` looks for a second misreading beneath
    the first. `budget` is what the searches may take.
    """
    written = "" if known is None or known.again else known.written
    if view.is_wide:
        patterns = wide_triggers() if known is None else (weak_trigger(view, written),)
        for start, end in _divide(line):
            if len(line) <= _LONG or any(one.search(line, start, end) for one in patterns):
                last = end == len(line)
                more = _WHOLE if known is not None and end - start == len(line) else 0.0
                for one in _interpret_stretch(
                    line[start:end], view, known, inner, last, more, budget
                ):
                    yield one.shift(start)
        return
    pattern = narrow_trigger(view) if known is None else weak_trigger(view)
    for stretch in stretch_pattern(view).finditer(line):
        more = _WHOLE if known is not None and stretch[0] == line else 0.0
        if more or pattern.search(stretch[0]):
            last = stretch.end() == len(line)
            for one in _interpret_stretch(stretch[0], view, known, inner, last, more, budget):
                yield one.shift(stretch.start())


def _divide(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the parts of a long line; if possible, it cuts through no character."""
    start = 0
    while len(line) - start > _LONG:
        cuts = [one.end() for one in _WIDE_CUT.finditer(line, start + _LONG // 2, start + _LONG)]
        end = cuts[-1] if cuts else start + _LONG
        yield start, end
        start = end
    if start < len(line):
        yield start, len(line)


def _interpret_stretch(
    text: str,
    view: View,
    known: RunInterpretation | None,
    inner: Inner,
    ends_line: bool,
    more: float,
    budget: StepBudget,
) -> list[RunInterpretation]:
    """Return the runs of a stretch; all of it is likelier by `more` nats to have been misread."""
    model = character_model()
    literal = wide_costs(text, model) if view.is_wide else western_costs(text)
    if known is None and not view.is_wide and view.name != WINDOWS and is_language(text):
        return []
    if known is None or known.again:
        may_be_twice = not view.is_wide or (view.name == "GBK" and looks_like_utf8(text))
        found = interpret_twice(text, inner, view) if may_be_twice else []
        if found:
            return found
    best: RunInterpretation | None = None
    doubt = False
    if view.holds(text) and not (view.is_wide and _ASKED.search(text)):
        for codec in list_codecs(view, known):
            pieces = [piece or b"?" for piece in list_bytes(text, view, codec)]
            data = b"".join(pieces)
            if not view.is_wide and _is_western(data):
                return []
            try:
                after = data.decode(codec)
            except UnicodeDecodeError:
                continue
            written = encoding_of(codec)
            gain, hanzi = weigh(literal, after, model, view.limits(codec), known is not None)
            gain += more
            if hanzi and after != text and gain > 0 and (best is None or gain > best.gain):
                parts = _split_parts(text, after, pieces, codec)
                best = RunInterpretation(parts, written.name, view.name, gain, hanzi)
                doubt = is_doubtful(after, model)
    if best is None:
        return _search_chunks(text, literal, view, known, ends_line, budget)
    if doubt and not (view.is_wide and best.written == "UTF-8"):
        # It decodes to the end only by chance; part of it is out of step.
        found = _search_chunks(text, literal, view, known, ends_line, budget)
        if sum(map(_gain_beside, found)) > _gain_beside(best) + _TOLD_APART:
            return found
    elif not view.others.keys().isdisjoint(text):
        # Some characters have several pairs of bytes; the search weighs them all.
        found = _search_chunks(text, literal, view, known, ends_line, budget)
        if [(one.span, one.written) for one in found] == [(best.span, best.written)]:
            return found
    return [best]


def _gain_beside(run: RunInterpretation) -> float:
    """Return the gain of a run in a stretch of which the rest was misread, too."""
    values = [value for part in run.parts for value in part.data]
    missing = sum(value < 0 for value in values)
    return run.gain + NO_WORD * (len(values) - missing) - _TOLD_APART * missing


def _is_western(data: bytes) -> bool:
    """Tell if the bytes are UTF-8 in a Western language: Ã©tÃ© is été, not 茅t茅.

    The second byte of à is a no-break space, which often became a plain one.
    """
    rest, letters = _LETTER.subn(b"", data)
    return letters >= _WESTERN and rest.isascii()


def _split_parts(
    text: str, after: str, pieces: Sequence[bytes], codec: str
) -> tuple[InterpretedPart, ...]:
    """Return the smallest parts whose bytes are whole characters in both encodings."""
    ends = list(accumulate(map(len, pieces)))
    parts: list[InterpretedPart] = []
    at = owner = low = 0  # a byte, the character of `text` it is in, where the part begins
    now, data = "", b""
    for char in after:
        encoded = char.encode(codec)
        at += len(encoded)
        now, data = now + char, data + encoded
        while ends[owner] < at:
            owner += 1
        if ends[owner] == at:
            owner += 1
            if text[low:owner] != now:
                parts.append(InterpretedPart(low, owner, now, tuple(data)))
            low, now, data = owner, "", b""
    return tuple(parts)


def _search_chunks(
    text: str,
    literal: Sequence[float],
    view: View,
    known: RunInterpretation | None,
    ends_line: bool,
    budget: StepBudget,
) -> list[RunInterpretation]:
    """Return the runs of a stretch that lacks some of its bytes, or was misread in part."""
    size, cut = (_WIDE_CHUNK, _WIDE_CUT) if view.is_wide else (_CHUNK, _CUT)
    found: list[RunInterpretation] = []
    at = 0
    while at < len(text):
        end = len(text)
        if end - at > size:
            cuts = [one.end() for one in cut.finditer(text, at + size // 2, at + size)]
            end = cuts[-1] if cuts else at + size
        last = ends_line and end == len(text)
        asked = Stretch(text[at:end], literal[at:end], view, known, last, budget)
        found += [one.shift(at) for one in search(asked)]
        at = end
    return found
