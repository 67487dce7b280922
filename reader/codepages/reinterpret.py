"""Chinese bytes that were decoded in another encoding: µÚÒ» is 第一, 鍔冲姩 and åŠ³åŠ¨ are 劳动.

Each encoding that text is decoded in is a view, a line of one table. All bytes of a line are
decoded at once first. If that makes no text, some are missing, or only a part of the line was
misread: then the likeliest runs are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf

from reader.codepages.beam import MissingBytes, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.interpretation import (
    InterpretedPart,
    RunInterpretation,
    is_doubtful,
    is_foreign,
    is_language,
    weigh,
    western_costs,
    wide_costs,
)
from reader.codepages.misread_runs import collect_runs
from reader.codepages.plausible import find_plausible, list_bytes, sense_of
from reader.codepages.triggers import (
    looks_like_utf8,
    narrow_trigger,
    odd_in_gbk,
    share_of_losses,
    stretch_pattern,
    utf8_as_gbk,
    weak_trigger,
    wide_triggers,
)
from reader.codepages.twice import Inner, interpret_twice
from reader.codepages.views import C1, LOST, WINDOWS, Items, View, items_of
from reader.language.forms import form_table
from reader.language.ngram import character_model

_CODECS = ("utf-8", "gb18030", "cp950", "big5hkscs")
_SEARCHED = ("utf-8", "gb18030", "cp950")  # what Hong Kong adds is rare
_UTF8_AS_GBK = ("GBK", "utf-8")
_FOR_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xEA), 0xEF))
_NOISE = 150  # so many bytes above 7F that all read badly are not Chinese
_WESTERN = 3  # accented letters that show a Western language; few GBK hanzi begin with C3
_LETTER = re.compile(rb"\xc3[\x80-\xbf ]")
_TRIMMED = 0.3  # nats by which a text must be likelier if bytes were trimmed besides
_TOLD_APART = 5.0  # nats by which a text must be likelier of which a byte is missing, for each
_NO_MARK = 9.0  # nats against a question mark in such a text
_NO_WORD = 5.0  # nats against a word of another language next to misread text
_WHOLE = 4.0  # nats for a whole line that was misread like the rest of its document
_RARE = 11.0  # nats; of the characters of UTF-8 one in ten is more frequent
_LONG = 2000  # characters of a line from which on it is divided
_CHUNK, _WIDE_CHUNK = 400, 500  # characters searched at once
_MANY_LOST, _AMONG_LOSSES = 0.1, 0.9  # share of lost bytes, and what a guess is worth from there
_MOST_LOST = 0.2  # share of lost bytes above which nothing is searched
_CUT = re.compile(r"[\x20-\x3e]")  # never one byte of a longer character
_ASKED = re.compile(r"\?[^\x00-\x7f]|[^\x00-\x7f]\?")  # it may stand for a lost byte
_WIDE_CUT = re.compile(r"[\x20-\x3e\ufffd]")


def interpret(
    line: str, view: View, known: RunInterpretation | None, inner: Inner
) -> Iterator[RunInterpretation]:
    """Yield what parts of a line say if they were decoded in the encoding of a view.

    Offsets are code points in the line. `known` is a run of the same document that was certainly
    misread; if given, only its encoding is tried. `inner` looks for a second misreading beneath
    the first.
    """
    written = "" if known is None or known.again else known.written
    if view.is_wide:
        patterns = wide_triggers() if known is None else (weak_trigger(view, written),)
        for start, end in _divide(line):
            if len(line) <= _LONG or any(one.search(line, start, end) for one in patterns):
                last = end == len(line)
                more = _WHOLE if known is not None and end - start == len(line) else 0.0
                for one in _interpret_stretch(line[start:end], view, known, inner, last, more):
                    yield one.shift(start)
        return
    pattern = narrow_trigger(view) if known is None else weak_trigger(view)
    for stretch in stretch_pattern(view).finditer(line):
        more = _WHOLE if known is not None and stretch[0] == line else 0.0
        if more or pattern.search(stretch[0]):
            last = stretch.end() == len(line)
            for one in _interpret_stretch(stretch[0], view, known, inner, last, more):
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
        for codec in _list_codecs(view, known):
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
        return _search_chunks(text, literal, view, known, ends_line)
    if doubt and not (view.is_wide and best.written == "UTF-8"):
        # It decodes to the end only by chance; part of it is out of step.
        found = _search_chunks(text, literal, view, known, ends_line)
        if sum(map(_gain_beside, found)) > _gain_beside(best) + _TOLD_APART:
            return found
    return [best]


def _gain_beside(run: RunInterpretation) -> float:
    """Return the gain of a run in a stretch of which the rest was misread, too."""
    values = [value for part in run.parts for value in part.data]
    missing = sum(value < 0 for value in values)
    return run.gain + _NO_WORD * (len(values) - missing) - _TOLD_APART * missing


def _list_codecs(
    view: View, known: RunInterpretation | None, codecs: Sequence[str] = _CODECS
) -> list[str]:
    """Return the codecs of what a text may have been written in, in which it was not decoded."""
    found = []
    for codec in codecs:
        name = encoding_of(codec).name
        if name.startswith(view.name):
            continue
        if known is None or known.again or known.written == name:
            found.append(codec)
    return found


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
    literal: list[float],
    view: View,
    known: RunInterpretation | None,
    ends_line: bool,
) -> list[RunInterpretation]:
    """Return the runs of a stretch that lacks some of its bytes, or was misread in part."""
    search = _search_wide if view.is_wide else _search_narrow
    size, cut = (_WIDE_CHUNK, _WIDE_CUT) if view.is_wide else (_CHUNK, _CUT)
    found: list[RunInterpretation] = []
    at = 0
    while at < len(text):
        end = len(text)
        if end - at > size:
            cuts = [one.end() for one in cut.finditer(text, at + size // 2, at + size)]
            end = cuts[-1] if cuts else at + size
        last = ends_line and end == len(text)
        for one in search(text[at:end], literal[at:end], view, known, last):
            found.append(one.shift(at))
        at = end
    return found


def _search_narrow(
    text: str,
    literal: list[float],
    view: View,
    known: RunInterpretation | None,
    ends_line: bool,
) -> list[RunInterpretation]:
    """Return the runs of the likeliest interpretation, with or without missing bytes.

    Copying from a browser drops the C1 controls. Where 80 to 9F show as Windows-1252 characters,
    only the five bytes that it does not define can be missing, and the two that are trimmed; if
    any of the five is there, as a control, only these two.
    """
    if not weak_trigger(view).search(text):
        return []
    items = items_of(view.list_bytes(text))
    high = [value for value in items.values if 0x80 <= value < 0x100]
    codecs: Sequence[str] = ("gb18030", "cp950")
    if known is not None:
        codecs = [codec for codec in _CODECS if encoding_of(codec).name == known.written]
    elif sum(value in _FOR_UTF8 for value in high) > 0.9 * len(high):
        codecs = ("utf-8",)
    if view.name != WINDOWS:
        codecs = [codec for codec in codecs if sense_of(items.values, codec) is not None]
    missing: frozenset[int] | None = view.gaps or None
    if view.name == WINDOWS and not any(value in C1 and value not in view.gaps for value in high):
        missing = C1
    if missing is not None and missing.intersection(high):
        missing = view.trimmed  # such bytes are there, as controls: none was dropped
    strict = [
        cost + _NO_WORD if char >= "\x80" else cost
        for cost, char in zip(literal, text, strict=True)
    ]
    best: tuple[float, list[RunInterpretation]] | None = None
    plans = [(codec, MissingBytes(missing, enter=2.0, space=view.space)) for codec in codecs]
    if missing is not None:
        plans += [
            (
                codec,
                MissingBytes(missing, 0.7, 2 if codec == "utf-8" else 1, 2.0, space=view.space),
            )
            for codec in codecs
            if codec in ("utf-8", "gb18030")
        ]
    if (
        tuple(codecs) == ("utf-8",)
        and missing != view.trimmed
        and not view.trimmed.intersection(items.values)
    ):
        gone = (missing or frozenset()) | view.trimmed
        plans.append(("utf-8", MissingBytes(gone, 0.7, 2, 2.0, space=view.space)))
    for codec, gaps in plans:
        gained = sum(one.gain for one in best[1]) if best else 0.0
        noise = codec != "utf-8" and len(high) > _NOISE and gained < 0.2 * len(high)
        if gaps.vanish < inf and noise:
            break  # were this Chinese, some of it would have been decoded by now
        written = encoding_of(codec)
        search = Search(written, view.name, gaps, view.limits(codec), ends_line, known is not None)
        path = best_path(items, search, numbers_of(text, written.model), strict)
        cost, steps = path.cost, path.steps
        interpretations = collect_runs(path, items, text, literal, search)
        trimmed = gaps.missing is not None and gaps.missing >= view.trimmed
        if best is None or cost < best[0] - (_TRIMMED if trimmed else 1):
            best = cost, interpretations
        left = any(step.char is None and items.values[step.start] >= 0x80 for step in steps)
        after = "".join(part.after for one in interpretations for part in one.parts)
        guessed = any(min(part.data) < 0 for one in interpretations for part in one.parts)
        if not left and not guessed and not is_doubtful(after, written.model):
            break  # nothing is missing
    return best[1] if best else []


def _search_wide(
    text: str,
    literal: list[float],
    view: View,
    known: RunInterpretation | None,
    ends_line: bool,
) -> list[RunInterpretation]:
    """Return the likeliest runs; only if bytes stay unread, allow losses that left no mark."""
    items = items_of(view.list_bytes(text))
    if view.name == "GBK" and _is_utf8_as_gbk(text, view, known):
        codecs = ["utf-8"]
    elif share_of_losses(items.values) > _MOST_LOST:
        return []
    else:
        codecs = find_plausible(text, literal, view, _list_codecs(view, known, _SEARCHED))
    strict = literal
    if codecs != ["utf-8"] or view.name != "GBK":
        # Next to misread text a '?' is a loss, if its decoder loses bytes at all.
        strict = [
            max(cost, _NO_MARK) if char == "?" else cost + _NO_WORD * is_foreign(char)
            for char, cost in zip(text, literal, strict=True)
        ]
    missing = view.gaps if view.name == "Shift_JIS" else None
    model = character_model()
    numbers = numbers_of(text, model)
    best: tuple[float, list[RunInterpretation]] | None = None
    for codec in codecs:
        written = encoding_of(codec)
        if view.others:
            items = items_of(list_bytes(text, view, codec), view.list_variants(text))
        # A decoder that marks what is lost marks all of it.
        marked = LOST in items.values and (view.name, codec) != _UTF8_AS_GBK
        for vanish in (inf,) if marked else (inf, 3.0):
            gaps = MissingBytes(missing, vanish, 2 if codec == "utf-8" else 1, pairs=view.pairs)
            search = Search(
                written, view.name, gaps, view.limits(codec), ends_line, known is not None
            )
            path = best_path(items, search, numbers, strict)
            cost, steps = path.cost, path.steps
            interpretations = collect_runs(path, items, text, literal, search)
            if best is None or cost < best[0] - 1:
                best = cost, interpretations
            left = {items.owner[step.start] for step in steps if step.char is None}
            if not _is_left_over(text, left, items, view, literal):
                break
    if best and share_of_losses(items.values) > _MANY_LOST:
        return [_doubt_guesses(one) for one in best[1]]
    return best[1] if best else []


def _doubt_guesses(run: RunInterpretation) -> RunInterpretation:
    """Return a run whose guesses are believed less: where much is lost, so are their neighbours."""
    parts = tuple(
        part._replace(sure=part.sure * _AMONG_LOSSES) if min(part.data) < 0 else part
        for part in run.parts
    )
    return replace(run, parts=parts)


def _is_left_over(
    text: str, left: set[int], items: Items, view: View, literal: Sequence[float]
) -> bool:
    """Tell whether any character that was left as it is looks like a part of misread text."""
    if view.name == "GBK":
        return any(odd_in_gbk().match(text[at]) for at in left)
    return any(items.values[items.first[at]] == LOST or literal[at] > _RARE for at in left)


def _is_utf8_as_gbk(text: str, view: View, known: RunInterpretation | None) -> bool:
    """Tell whether the bytes of any run are two UTF-8 characters in common use.

    Text out of step happens to contain such bytes now and then, but not such characters.
    """
    if known is not None:
        return (
            known.written == "UTF-8" and weak_trigger(view, known.written).search(text) is not None
        )
    model = character_model()
    for hit in utf8_as_gbk().finditer(text):
        data = b"".join(view.find_bytes(char) or b"" for char in hit[0].rstrip("?\ufffd"))
        chars = data.decode("utf-8", "ignore")
        if chars and all(
            model.rarity(char) < _RARE for char in chars.translate(form_table().guess)
        ):
            return True
    return False
